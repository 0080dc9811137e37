"""Serves the playground's page and its wire, to this machine only and to those who know the address."""

import asyncio
import json
import secrets
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from importlib import resources
from typing import Any

from aiohttp import WSMsgType, web
from pydantic import ValidationError

from bot.config import Settings
from bot.incidents import guarded
from bot.playground.asks import LARGEST_FILE_BYTES, AnyAsk, reader
from bot.playground.sides import CannotDo, Json
from bot.playground.stage import Stage, open_stage

Ear = asyncio.Queue[Json | None]

HOST = "127.0.0.1"
WAITING_EVENTS = 5_000
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Audience:
    """The open pages: each hears of everything. One that falls too far behind is let go, and comes again."""

    def __init__(self) -> None:
        self._ears: set[Ear] = set()

    def tell(self, event: Json) -> None:
        """Tell all pages of an event."""
        for ear in list(self._ears):
            if ear.qsize() < WAITING_EVENTS:
                ear.put_nowait(event)
            else:
                self._ears.discard(ear)
                ear.put_nowait(None)

    @contextmanager
    def hearing(self) -> Iterator[Ear]:
        """A queue of all events while the block lasts; None: there will be no more."""
        ear: Ear = asyncio.Queue()
        self._ears.add(ear)
        try:
            yield ear
        finally:
            self._ears.discard(ear)


class Wire:
    """One address for all pages: asks come in, answers and events go out."""

    def __init__(self, stage: Stage, audience: Audience) -> None:
        self._stage = stage
        self._audience = audience
        self._read = reader()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Talk to one page until it is closed."""
        page = web.WebSocketResponse(max_msg_size=2 * LARGEST_FILE_BYTES, heartbeat=30)
        await page.prepare(request)
        with self._audience.hearing() as ear:
            ear.put_nowait(self._stage.scene())
            async with asyncio.TaskGroup() as group:
                speaking = group.create_task(_speak(page, ear))
                async for frame in page:
                    if frame.type is WSMsgType.TEXT:
                        group.create_task(self._answer(ear, frame.data))
                speaking.cancel()
        return page

    async def _answer(self, ear: Ear, text: str) -> None:
        # In line with the events: what an ask has caused is heard before its answer.
        ear.put_nowait(await self._answered(text))

    async def _answered(self, text: str) -> Json:
        try:
            ask = self._read.validate_json(text)
        except ValidationError as error:
            return {"id": _id_of(text), "ok": False, "trouble": _words(error)}
        done, apology = await guarded(self._stage.vitals, f"playground {ask.ask}", self._done(ask))
        return {"id": ask.id, **(done or {"ok": False, "trouble": apology})}

    async def _done(self, ask: AnyAsk) -> Json:
        try:
            return {"ok": True, "value": await self._stage.answer(ask)}
        except CannotDo as error:
            return {"ok": False, "trouble": str(error)}


@asynccontextmanager
async def playground(settings: Settings, port: int = 0) -> AsyncIterator[str]:
    """The playground at the address that this gives, while the block lasts. Raises StoreError, OSError."""
    audience = Audience()
    session = secrets.token_urlsafe(16)
    # First of all, so that a port that is taken is told at once.
    with socket.create_server((HOST, port)) as listening:
        async with open_stage(settings, audience.tell) as stage:
            runner = web.AppRunner(
                _application(session, Wire(stage, audience)), access_log=None, shutdown_timeout=0.5
            )
            await runner.setup()
            try:
                await web.SockSite(runner, listening).start()
                yield f"http://{HOST}:{listening.getsockname()[1]}/{session}/"
            finally:
                await runner.cleanup()


def _application(session: str, wire: Wire) -> web.Application:
    application = web.Application(middlewares=[_guard])
    application.router.add_get(f"/{session}/", _page)
    application.router.add_get(f"/{session}/wire", wire.serve)
    application.router.add_get(f"/{session}/{{file:[a-z/-]+\\.(?:js|css|svg)}}", _page)
    return application


@web.middleware
async def _guard(request: web.Request, handler: Any) -> web.StreamResponse:
    """Only pages of this very address may talk to us, whatever name they found us by."""
    own = f"http://{HOST}:{request.url.port}"
    response: web.StreamResponse
    if request.host != own.removeprefix("http://") or request.headers.get("Origin", own) != own:
        response = web.Response(status=403, text="Open the address that the terminal shows.")
    else:
        try:
            response = await handler(request)
        except web.HTTPException as refusal:
            response = web.Response(status=refusal.status, text=refusal.text)
    if not response.prepared:
        response.headers.update(_HEADERS)
    return response


async def _page(request: web.Request) -> web.Response:
    name = request.match_info.get("file", "index.html")
    file = resources.files("bot.playground").joinpath("page", *name.split("/"))
    if not file.is_file():
        raise web.HTTPNotFound(text="There is no such file here.")
    kind = _KINDS[name[name.rindex(".") :]]
    return web.Response(body=file.read_bytes(), content_type=kind, charset="utf-8")


async def _speak(page: web.WebSocketResponse, ear: Ear) -> None:
    with suppress(ConnectionError):
        while (event := await ear.get()) is not None:
            await page.send_json(event)
    await page.close()


def _id_of(text: str) -> int | None:
    try:
        ask = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return ask.get("id") if isinstance(ask, dict) else None


def _words(error: ValidationError) -> str:
    mistake = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in mistake["loc"][1:])
    return f"The page asked for something odd ({where or 'its form'}: {mistake['msg']})."
