"""What the playground needs of simcord beyond its public interface: quarantined here, checked at import.

simcord keeps everything that Discord would know in `env.backend`. Its shapes may change with any release, so
the version is pinned, and what is used of it is named here and nowhere else.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import simcord
from simcord.backend import Backend, serializers

Json = dict[str, Any]

if None in (
    getattr(Backend, "emit", None),
    getattr(serializers, "message_payload", None),
    getattr(simcord.Env, "_move_clock", None),
):
    raise ImportError("this version of simcord is not the one that simulated_discord.py was written for")

_INTERACTION = re.compile(r"/(?:interactions|webhooks)/\d+/(?P<token>[^/]+)(?:/(?P<rest>.+))?")
_MESSAGE = re.compile(r"/channels/\d+/messages/(?P<message>\d+)")
_NEW = re.compile(r"/channels/\d+/messages")
CLOSED_CHAT: dict[str, Any] = {"status": 403, "code": 50007, "message": "Cannot send messages to this user"}


class Wire:
    """What goes to and fro between the client and the simulated Discord."""

    def __init__(self, env: simcord.Env, changed: Callable[[], None]) -> None:
        self._env = env
        self._changed = changed
        self._posted: dict[int, int] = {}
        self._emit = env.backend.emit
        env.backend.emit = self._complete  # type: ignore[method-assign]

    def messages(self, channel: int) -> Iterator[tuple[Any, Json]]:
        """The messages of a channel and their payloads, oldest first."""
        backend = self._env.backend
        for message in list(backend.messages.get(channel, {}).values()):
            yield message, dict(serializers.message_payload(backend, message))

    def sent(self, message: int) -> tuple[str, Json] | None:
        """The last request that made or changed a message: what was called, and the body."""
        requests = self._env.http_requests
        for number in reversed(range(len(requests))):
            entry = requests[number]
            if isinstance(entry.json, dict) and self._message_of(number) == message:
                return f"{entry.method} {_INTERACTION.sub(_without_token, entry.path)}", entry.json
        return None

    def uploaded(self, url: str) -> bytes | None:
        """A file that somebody has uploaded; None for any other address."""
        content: bytes | None = self._env.backend.cdn.get(url)
        return content

    def pass_time(self, now: float) -> None:
        """Let its time, which stands still by itself, catch up with unix time `now`; also while it works."""
        self._env._move_clock(self._env._virtual_time + now - self._env.now().timestamp())

    def close_chat(self, channel: int, closed: bool) -> None:
        """Nobody may write in this private chat, or everybody again."""
        path = f"/channels/{channel}/messages"
        faults = self._env.backend.faults
        faults[:] = [fault for fault in faults if fault["path"] != path]
        if closed:
            self._env.inject_error("POST", path, times=None, **CLOSED_CHAT)

    def _complete(self, event: str, payload: Any) -> None:
        # simcord leaves out who installed the bot, without which every server would count as a stranger's.
        if event == "INTERACTION_CREATE":
            guild = payload.get("guild_id")
            owners = {"0": guild} if guild else {"0": "0", "1": payload["user"]["id"]}
            payload = {**payload, "authorizing_integration_owners": owners}
        if event == "MESSAGE_CREATE" and self._env.http_requests:
            self._posted[len(self._env.http_requests) - 1] = int(payload["id"])
        self._emit(event, payload)
        self._changed()

    def _message_of(self, number: int) -> int | None:
        """The message that a request made or changed."""
        entry = self._env.http_requests[number]
        if found := _INTERACTION.fullmatch(entry.path):
            return self._answered(number, found)
        if found := _MESSAGE.fullmatch(entry.path):
            return int(found["message"])
        return self._posted.get(number) if _NEW.fullmatch(entry.path) else None

    def _answered(self, number: int, found: re.Match[str]) -> int | None:
        backend, token = self._env.backend, found["token"]
        record = backend.interactions[backend.interaction_tokens[token]]
        if found["rest"] is None:
            requests = self._env.http_requests[:number]
            before = [entry for entry in requests if entry.method == "POST" and entry.path == found[0]]
            followups = record.followup_ids[len(before) :]
            return followups[0] if followups else None
        named = found["rest"].removeprefix("messages/")
        return int(named) if named.isdecimal() else record.message_id


def _without_token(found: re.Match[str]) -> str:
    return found[0].replace(found["token"], "TOKEN")
