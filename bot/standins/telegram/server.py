"""The HTTP side: takes the bot's calls on 127.0.0.1 and answers them as the Bot API does."""

import asyncio
import inspect
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from email.utils import formatdate
from functools import partial
from typing import Any

from aiohttp import ClientError, ClientSession, web

from bot.standins.telegram.errors import NOT_FOUND, UNAUTHORIZED, Refusal, Refused
from bot.standins.telegram.faults import Delayed, Dropped, Fault
from bot.standins.telegram.methods import METHODS, PACED
from bot.standins.telegram.parameters import raw_parameters, typed_parameters
from bot.standins.telegram.world import Call, TelegramWorld

TOKEN = "5000001:stand-in"
_WEBHOOK_PAUSE = 0.05
_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def telegram_world(
    token: str = TOKEN, *, port: int = 0, **settings: Any
) -> AsyncIterator[TelegramWorld]:
    """A world whose Bot API is served at `world.base_url` while the block lasts.

    `port` 0 takes any free one; `settings` are those of `TelegramWorld`.
    """
    world = TelegramWorld(token, **settings)
    application = web.Application(client_max_size=2**20)
    handler = _Handler(world)
    application.router.add_route("*", "/{token:bot[^/]+}/{method}", handler.handle)
    application.router.add_get("/file/{token:bot[^/]+}/{folder}/{file_id}", handler.download)
    application.on_response_prepare.append(partial(_date, world))
    runner = web.AppRunner(application, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    world.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}/bot"
    pusher = asyncio.create_task(_push_updates(world))
    try:
        yield world
    finally:
        pusher.cancel()
        with suppress(asyncio.CancelledError):
            await pusher
        await runner.cleanup()


class _Handler:
    def __init__(self, world: TelegramWorld) -> None:
        self._world = world

    async def handle(self, request: web.Request) -> web.StreamResponse:
        world = self._world
        if request.match_info["token"] != f"bot{world.token}":
            return _refusal(UNAUTHORIZED)
        name = _method_name(request.match_info["method"])
        if name is None:
            world.surprises.append(f"unknown method {request.match_info['method']}")
            return _refusal(NOT_FOUND)
        if name == "getUpdates":
            return await self._carry_out(name, request)
        world.open_calls += 1
        try:
            return await self._carry_out(name, request)
        finally:
            world.open_calls -= 1
            world.changes.notify()

    async def download(self, request: web.Request) -> web.Response:
        """A file that getFile has told the way to."""
        file = self._world.files.get(request.match_info["file_id"])
        if request.match_info["token"] != f"bot{self._world.token}" or file is None:
            return _refusal(NOT_FOUND)
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def _carry_out(self, name: str, request: web.Request) -> web.StreamResponse:
        raw: dict[str, Any] = {}
        try:
            raw = await raw_parameters(request)
            params = typed_parameters(METHODS[name], raw)
            fault = self._world.faults.take(name, params.get("chat_id")) if name != "getUpdates" else None
            if fault == Dropped():
                return _hang_up(request)
            result = await self._run(name, params, fault)
        except Refused as refused:
            self._note_refusal(name, raw, refused.refusal)
            return _refusal(refused.refusal)
        if name != "getUpdates":
            self._note(Call(name, params, result=result))
        if isinstance(fault, Dropped):
            return _hang_up(request)
        if isinstance(fault, Delayed):
            await asyncio.sleep(fault.seconds)
        return web.json_response({"ok": True, "result": result})

    async def _run(self, name: str, params: dict[str, Any], fault: Fault | None) -> Any:
        world = self._world
        if isinstance(fault, Refusal):
            raise Refused(fault)
        if world.pace and name in PACED and isinstance(params.get("chat_id"), int):
            world.pace.admit(params["chat_id"], world.clock())
        result = METHODS[name](world, **params)
        return await result if inspect.isawaitable(result) else result

    def _note_refusal(self, name: str, raw: dict[str, Any], refusal: Refusal) -> None:
        if refusal.surprising:
            self._world.surprises.append(f"{name}: {refusal.description}")
        if name != "getUpdates":
            self._world.tell(f"refused {name}: {refusal.description}")
            self._note(Call(name, raw, error=refusal))

    def _note(self, call: Call) -> None:
        self._world.calls.append(call)
        self._world.changes.notify()


async def _date(world: TelegramWorld, _: web.Request, answer: web.StreamResponse) -> None:
    answer.headers["Date"] = formatdate(world.clock(), usegmt=True)


def _method_name(asked: str) -> str | None:
    return next((name for name in METHODS if name.lower() == asked.lower()), None)


def _refusal(refusal: Refusal) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.code)


def _hang_up(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _push_updates(world: TelegramWorld) -> None:
    updates = world.updates
    async with ClientSession() as session:
        while True:
            await world.changes.until(lambda: bool(updates.webhook and updates.pending), 3600)
            if updates.webhook and updates.pending and not await _push(session, world, updates.pending[0]):
                await asyncio.sleep(_WEBHOOK_PAUSE)


async def _push(session: ClientSession, world: TelegramWorld, update: dict[str, Any]) -> bool:
    secret = world.updates.secret
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    try:
        async with session.post(world.updates.webhook, json=update, headers=headers) as response:
            taken = response.status // 100 == 2
    except ClientError as error:
        _LOG.info("the webhook did not answer: %s", error)
        return False
    if taken:
        world.updates.confirm(update["update_id"] + 1)
    return taken
