"""A Bot API that is as fast and forgiving as can be, in a process of its own; prints its address.

It hands a bot the updates of a round and tells how long it took until each was answered. What a bot
may send, the strict stand-in in tests/standins checks; this one only answers.
"""

import asyncio
import json
import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

Json = dict[str, Any]
ANSWERS = {
    "sendMessage": "chat_id",
    "answerCallbackQuery": "callback_query_id",
    "answerInlineQuery": "inline_query_id",
}


@dataclass(slots=True)
class Line:
    """One bot's: the updates it has not confirmed, and who waits for its answer."""

    pending: list[Json] = field(default_factory=list)
    unanswered: set[str] = field(default_factory=set)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    polled: asyncio.Event = field(default_factory=asyncio.Event)
    last_message: Json = field(default_factory=dict)
    messages: int = 0


class Responder:
    """Answers every bot that calls."""

    def __init__(self) -> None:
        self._lines: dict[str, Line] = {}
        self._numbers = count(1)

    async def call(self, request: web.Request) -> web.Response:
        """A call of a bot."""
        line, method = self._line(request), request.match_info["method"]
        parameters = dict(await request.post())
        if method == "getUpdates":
            offset, seconds = (int(str(parameters.get(name, 0))) for name in ("offset", "timeout"))
            return _ok(await self._updates(line, offset, seconds))
        if method == "getMe":
            return _ok({"id": 1, "is_bot": True, "first_name": "Bench", "username": "BenchBot"})
        result: Any = True
        if method in ("sendMessage", "editMessageText"):
            result = self._message(parameters)
        if method == "sendMessage":
            line.messages += 1
            line.last_message = {key: str(value) for key, value in parameters.items()}
        if method in ANSWERS:
            line.unanswered.discard(str(parameters[ANSWERS[method]]))
            if not line.unanswered:
                line.done.set()
        return _ok(result)

    async def round(self, request: web.Request) -> web.Response:
        """Hand over updates, each under the name of what waits for its answer; the seconds it took."""
        line, asked = self._line(request), await request.json()
        began = time.perf_counter()
        line.unanswered = {waiting for waiting, _ in asked}
        line.done.clear()
        line.pending += [{"update_id": next(self._numbers), **body} for _, body in asked]
        line.came.set()
        await line.done.wait()
        return web.json_response({"seconds": time.perf_counter() - began, "messages": line.messages})

    async def polled(self, request: web.Request) -> web.Response:
        """Return when the bot has asked for updates."""
        await self._line(request).polled.wait()
        return web.json_response({})

    async def last(self, request: web.Request) -> web.Response:
        """What the bot sent last."""
        return web.json_response(self._line(request).last_message)

    async def _updates(self, line: Line, offset: int, seconds: int) -> list[Json]:
        line.polled.set()
        line.pending = [update for update in line.pending if update["update_id"] >= offset]
        if not line.pending:
            line.came.clear()
            try:
                async with asyncio.timeout(seconds):
                    await line.came.wait()
            except TimeoutError:
                return []
        return line.pending[:100]

    def _message(self, parameters: dict[str, Any]) -> Json:
        chat = int(parameters["chat_id"])
        message = {
            "message_id": next(self._numbers),
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "Reader"},
            "text": parameters["text"],
        }
        if "reply_markup" in parameters:
            message["reply_markup"] = json.loads(parameters["reply_markup"])
        return message

    def _line(self, request: web.Request) -> Line:
        return self._lines.setdefault(request.match_info["token"], Line())


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


async def main() -> None:
    """Answer until killed."""
    responder = Responder()
    application = web.Application(client_max_size=2**26)
    application.router.add_post("/bench/{token}/round", responder.round)
    application.router.add_post("/bench/{token}/polled", responder.polled)
    application.router.add_post("/bench/{token}/last", responder.last)
    application.router.add_post("/bot{token}/{method}", responder.call)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
