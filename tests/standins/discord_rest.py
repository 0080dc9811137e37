"""A strict stand-in of the little of Discord that alerts need: REST routes and a gateway that says hello.

async with discord_rest() as discord:
    # point discord.http.Route.BASE at discord.base_url, log in with discord.token, then:
    discord.channel(7)
    discord.fail_next(Trouble(429, {"retry_after": 0.2, "global": False}))
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any

import discord
from aiohttp import WSMsgType, web

from bot.standins.telegram.changes import Changes
from tests.standins import discord_servers as servers
from tests.standins.discord_servers import Server

Json = dict[str, Any]
TOKEN = "discord.stand-in"
BOT_ID = 4_000_001
COMPONENTS_V2 = 1 << 15
NONCE_LENGTH = 25


@dataclass(frozen=True, slots=True)
class Trouble:
    """A refusal, or a wait: the message is taken at once, but the answer comes `seconds` later."""

    status: int = 200
    body: Json = field(default_factory=dict)
    seconds: float = 0.0


BAD_GATEWAY = Trouble(502)
CLOSED_DM = Trouble(403, {"code": 50007, "message": "Cannot send messages to this user"})
MISSING_ACCESS = Trouble(403, {"code": 50001, "message": "Missing Access"})
UNKNOWN_CHANNEL = Trouble(404, {"code": 10003, "message": "Unknown Channel"})
UNAUTHORIZED = Trouble(401, {"code": 0, "message": "401: Unauthorized"})


def too_fast(seconds: float) -> Trouble:
    """Come again in that many seconds."""
    return Trouble(429, {"message": "You are being rate limited.", "retry_after": seconds, "global": False})


def bad_form(why: str) -> Trouble:
    """A payload that Discord does not take."""
    return Trouble(400, {"code": 50035, "message": f"Invalid Form Body: {why}"})


class DiscordRest:
    """Channels and what was posted there. `posts` counts every request to post, the refused ones too.

    `servers` hold channels to look at; `settings` are the application's that differ from the usual;
    `refusals` are what questions meet, by the end of their path; `clock` is what the Date header tells.
    """

    def __init__(self, token: str) -> None:
        self.token = token
        self.base_url = ""
        self.changes = Changes()
        self.messages: dict[int, list[Json]] = {}
        self.posts: list[int] = []
        self.troubles: list[Trouble] = []
        self.closed: set[int] = set()
        self.sockets: list[web.WebSocketResponse] = []
        self.gateway_away = False
        self.greeted = 0
        self.resumed = 0
        self.servers: dict[int, Server] = {}
        self.registered: list[Json] = []
        self.settings: Json = {}
        self.starts_left = 1000
        self.refusals: dict[str, Trouble] = {}
        self.clock: Callable[[], float] = time.time
        self._number = 9_000_000

    def channel(self, number: int) -> int:
        """A channel that the bot may post in."""
        self.messages[number] = []
        return number

    def server(self, name: str, permissions: discord.Permissions) -> Server:
        """A server that the bot has joined, with these permissions for everybody."""
        made = Server(self.next_number(), name, permissions)
        self.servers[made.number] = made
        return made

    def dm_of(self, user: int) -> int:
        """The private channel with a person."""
        return user + 1_000_000

    def fail_next(self, trouble: Trouble, times: int = 1) -> None:
        """Let the next posts meet with trouble."""
        self.troubles += [trouble] * times

    async def drop(self) -> None:
        """Break all gateway connections, as an outage does."""
        for socket in self.sockets:
            await socket.close(code=4000)
        self.sockets.clear()

    async def wait_for(self, reached: Any, seconds: float = 15.0) -> None:
        """Wait until the condition holds; AssertionError where it does not in time."""
        assert await self.changes.until(reached, seconds), f"did not happen; posted so far: {self.posts}"

    def next_number(self) -> int:
        """A new snowflake."""
        self._number += 1
        return self._number


@asynccontextmanager
async def discord_rest(token: str = TOKEN, *, port: int = 0) -> AsyncIterator[DiscordRest]:
    """A Discord whose API is served at `base_url` while the block lasts."""
    world = DiscordRest(token)
    handler, known = _Handler(world), world.servers
    application = web.Application()
    application.on_response_prepare.append(_dated(world))
    for method, path, answer in (
        ("GET", "/users/@me", handler.me),
        ("GET", "/oauth2/applications/@me", handler.application),
        ("GET", "/gateway{slash:/?}", handler.gateway),
        ("PUT", "/applications/{id}/commands", handler.commands),
        ("GET", "/applications/{id}/commands", handler.asked(lambda *_: world.registered)),
        ("GET", "/gateway/bot", handler.asked(lambda *_: _gateway(world))),
        ("GET", "/users/@me/guilds", handler.asked(lambda *_: servers.all_of(known))),
        ("GET", "/guilds/{id}", handler.asked(lambda number: servers.server(known, number))),
        ("GET", "/guilds/{id}/channels", handler.asked(lambda number: servers.channels(known, number))),
        ("GET", "/guilds/{id}/members/{user}", handler.asked(lambda *_: servers.member(_user()))),
        ("GET", "/channels/{id}", handler.asked(lambda number: servers.channel(known, number))),
        ("POST", "/users/@me/channels", handler.open_dm),
        ("POST", "/channels/{id}/messages", handler.post),
    ):
        application.router.add_route(method, f"/api/v10{path}", answer)
    runner = web.AppRunner(application, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    world.base_url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10"
    try:
        yield world
    finally:
        await world.drop()
        await runner.cleanup()


class _Handler:
    def __init__(self, world: DiscordRest) -> None:
        self._world = world

    async def me(self, request: web.Request) -> web.Response:
        return self._checked(request) or _json(_user())

    async def application(self, request: web.Request) -> web.Response:
        body = {
            "id": str(BOT_ID),
            "name": "Reviews",
            "description": "",
            "icon": None,
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0",
            "flags": 0,
            "owner": _user(),
            "team": None,
        }
        return self._checked(request) or _json(body | self._world.settings)

    async def commands(self, request: web.Request) -> web.Response:
        named = {"application_id": str(BOT_ID), "version": "1", "default_member_permissions": None}
        made = [command | named | {"id": str(self._world.next_number())} for command in await request.json()]
        self._world.registered = made
        return self._checked(request) or _json(made)

    def asked(self, look: Callable[[int], Any]) -> Callable[[web.Request], Awaitable[web.Response]]:
        """Answers a question about what the number in its path is; None: there is nothing."""

        async def answer(request: web.Request) -> web.Response:
            found = look(int(request.match_info.get("id", 0)))
            if found is None or found is servers.HIDDEN:
                return self._checked(request) or _answer(MISSING_ACCESS if found else UNKNOWN_CHANNEL)
            return self._checked(request) or _json(found)

        return answer

    async def open_dm(self, request: web.Request) -> web.Response:
        user = int((await request.json())["recipient_id"])
        number = self._world.dm_of(user)
        self._world.messages.setdefault(number, [])
        recipient = {"id": str(user), "username": "reader", "discriminator": "0", "avatar": None}
        body = {"id": str(number), "type": 1, "recipients": [recipient], "last_message_id": None}
        return self._checked(request) or _json(body)

    async def post(self, request: web.Request) -> web.Response:
        world, channel = self._world, int(request.match_info["id"])
        world.posts.append(channel)
        try:
            if refused := self._checked(request):
                return refused
            trouble = world.troubles.pop(0) if world.troubles else Trouble()
            trouble = trouble if trouble.status != 200 else self._why_not(channel, trouble)
            if trouble.status != 200:
                return _answer(trouble)
            message = self._posted(channel, await request.json())
        except _Wrong as wrong:
            return _answer(bad_form(str(wrong)))
        finally:
            world.changes.notify()
        await asyncio.sleep(trouble.seconds)
        return _json(message)

    def _why_not(self, channel: int, otherwise: Trouble) -> Trouble:
        if channel in self._world.closed:
            return CLOSED_DM
        return otherwise if channel in self._world.messages else UNKNOWN_CHANNEL

    def _posted(self, channel: int, payload: Json) -> Json:
        nonce = payload.get("nonce")
        if nonce is not None and len(str(nonce)) > NONCE_LENGTH:
            raise _Wrong("nonce: Must be 25 or fewer in length.")
        if payload.get("enforce_nonce"):
            for known in self._world.messages[channel]:
                if nonce is not None and known["nonce"] == nonce:
                    return known
        if payload.get("flags", 0) & COMPONENTS_V2 and payload.get("content"):
            raise _Wrong("content: cannot be used with components v2")
        if not payload.get("components") and not payload.get("content"):
            raise _Wrong("Cannot send an empty message")
        message = _message(self._world.next_number(), channel, nonce)
        message["sent"] = json.dumps(payload, ensure_ascii=False)
        self._world.messages[channel].append(message)
        return message

    def _checked(self, request: web.Request) -> web.Response | None:
        if request.headers.get("Authorization") != f"Bot {self._world.token}":
            return _answer(UNAUTHORIZED)
        ordered = (each for end, each in self._world.refusals.items() if request.path.endswith(end))
        refusal = next(ordered, None)
        return _answer(refusal) if refusal else None

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        if self._world.gateway_away:
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._world.sockets.append(socket)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41250}, "s": None, "t": None})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._heard(socket, json.loads(frame.data))
        return socket

    async def _heard(self, socket: web.WebSocketResponse, frame: Json) -> None:
        if frame["op"] == 1:
            await socket.send_json({"op": 11, "d": None, "s": None, "t": None})
        elif frame["op"] == 2 and frame["d"]["token"] != self._world.token:
            await socket.close(code=4004)
        elif frame["op"] == 2:
            self._world.greeted += 1
            await socket.send_json({"op": 0, "t": "READY", "s": 1, "d": self._ready()})
        elif frame["op"] == 6:
            self._world.resumed += 1
            await socket.send_json({"op": 0, "t": "RESUMED", "s": 2, "d": {}})
        self._world.changes.notify()

    def _ready(self) -> Json:
        address = f"{self._world.base_url.replace('http', 'ws', 1)}/gateway"
        return {
            "v": 10,
            "user": _user(),
            "guilds": [],
            "session_id": "one",
            "resume_gateway_url": address,
            "application": {"id": str(BOT_ID), "flags": 0},
        }


def _gateway(world: DiscordRest) -> Json:
    limit = {"total": 1000, "remaining": world.starts_left, "reset_after": 3_600_000, "max_concurrency": 1}
    return {"url": world.base_url, "shards": 1, "session_start_limit": limit}


def _dated(world: DiscordRest) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    async def date(_: web.Request, answer: web.StreamResponse) -> None:
        answer.headers["Date"] = formatdate(world.clock(), usegmt=True)

    return date


class _Wrong(Exception):
    """A payload that is refused."""


def _answer(trouble: Trouble) -> web.Response:
    # A 429 without this header comes from the shield before Discord, and is no invitation to wait.
    headers = {"Via": "1.1 google"} if trouble.status == 429 else {}
    return _json(trouble.body, trouble.status, headers)


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # Discord names no character set, and discord.py reads as JSON only what is called exactly this.
    kind = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=kind | (headers or {}))


def _user() -> Json:
    return {"id": str(BOT_ID), "username": "Reviews", "discriminator": "0", "avatar": None, "bot": True}


def _message(number: int, channel: int, nonce: Any) -> Json:
    lists = ("mentions", "mention_roles", "attachments", "embeds", "components")
    return {
        "id": str(number),
        "channel_id": str(channel),
        "author": _user(),
        "content": "",
        "timestamp": "2026-01-01T00:00:00.000000+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "pinned": False,
        "type": 0,
        "nonce": nonce,
    } | {name: [] for name in lists}
