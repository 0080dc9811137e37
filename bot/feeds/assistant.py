"""Asks an assistant about a draft, over the interface that OpenAI and many local servers share."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.rules.assisting import Question, UnusableAnswer, assisted, question, read_answer
from bot.rules.drafts import Draft

log = logging.getLogger(__name__)

Assist = Callable[[Draft], Awaitable[Draft]]

SECONDS = 30.0
LARGEST_BYTES = 256 * 1024
LONGEST_WAIT = 5.0
_PATH = "/chat/completions"
_BUSY = 429


class _Away(Exception):
    """The assistant did not answer; the message says why and repeats nothing that was sent."""

    def __init__(self, why: str, again_in: float | None = None) -> None:
        super().__init__(why)
        self.again_in = again_in


async def unassisted(draft: Draft) -> Draft:
    """The draft as it is, where there is no assistant."""
    return draft


@asynccontextmanager
async def assistant(url: str, key: str, model: str, seconds: float = SECONDS) -> AsyncIterator[Assist]:
    """What completes drafts for as long as the block lasts; without an address drafts stay as they are.

    `url` is where the interface begins, such as http://127.0.0.1:11434/v1; `key` may be empty. `seconds` is
    what one draft may take in all.
    """
    if not url:
        yield unassisted
        return
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    async with aiohttp.ClientSession(
        headers=headers, cookie_jar=aiohttp.DummyCookieJar(), timeout=aiohttp.ClientTimeout(total=None)
    ) as session:
        yield Assistant(session, url, model, seconds)


class Assistant:
    """Completes drafts, one request each. What goes wrong is logged, and the draft stays as it was."""

    def __init__(self, session: aiohttp.ClientSession, url: str, model: str, seconds: float) -> None:
        self._session = session
        self._url = url if url.endswith(_PATH) else url.rstrip("/") + _PATH
        self._model = model
        self._seconds = seconds

    async def __call__(self, draft: Draft) -> Draft:
        """The draft with what the assistant adds and its article bears out."""
        asked = await asyncio.to_thread(question, draft)
        if asked is None:
            return draft
        try:
            async with asyncio.timeout(self._seconds):
                said = await self._ask(_request(asked, self._model))
            return await asyncio.to_thread(_complete, draft, said)
        except TimeoutError:
            log.warning("the assistant took longer than %g s; the draft stays as it was", self._seconds)
        except aiohttp.ClientError as error:
            # Only its kind: its words may hold the address.
            log.warning(
                "the assistant cannot be reached (%s); the draft stays as it was", type(error).__name__
            )
        except (_Away, UnusableAnswer) as error:
            log.warning("the assistant is of no help: %s; the draft stays as it was", error)
        return draft

    async def _ask(self, body: dict[str, Any]) -> bytes:
        try:
            return await self._once(body)
        except _Away as busy:
            if busy.again_in is None:
                raise
            await asyncio.sleep(busy.again_in)
        return await self._once(body)

    async def _once(self, body: dict[str, Any]) -> bytes:
        # No redirect is followed: it would take the key and the article elsewhere.
        async with self._session.post(self._url, json=body, allow_redirects=False) as answer:
            if answer.status == _BUSY or answer.status >= 500:
                raise _Away(f"it answered {answer.status}", _wait(answer.headers.get("Retry-After", "")))
            if answer.status != 200:
                raise _Away(f"it answered {answer.status}")
            said = bytearray()
            async for part in answer.content.iter_any():
                said += part
                if len(said) > LARGEST_BYTES:
                    raise _Away("its answer is too long")
            return bytes(said)


def _request(asked: Question, model: str) -> dict[str, Any]:
    # Neither temperature nor a number of tokens: some models refuse the one or the other.
    form = {"name": "review", "strict": False, "schema": asked.schema}
    return {
        "model": model,
        "messages": [
            {"role": "system", "content": f"{asked.instructions}\nThe schema: {json.dumps(asked.schema)}"},
            {"role": "user", "content": asked.material},
        ],
        "response_format": {"type": "json_schema", "json_schema": form},
    }


def _complete(draft: Draft, said: bytes) -> Draft:
    """Raises UnusableAnswer."""
    try:
        content = json.loads(said)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise UnusableAnswer("no answer of the usual form")
    return assisted(draft, read_answer(content))


def _wait(asked: str) -> float:
    """How many seconds to wait before asking again: what it asks for, but not for long."""
    return min(float(asked), LONGEST_WAIT) if asked.isdecimal() else 1.0
