"""Asks a language model over the interface that OpenAI and many local servers share.

Not every server knows every form of answer: JSON of a schema, JSON of any kind, plain text. The best one that
it knows is found by asking, and remembered.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from bot.feeds.fetching.answers import patience
from bot.rules.assisting import Answer, Question, UnusableAnswer, read_answer

FORMS = ("json_schema", "json_object", "text")
LARGEST_BYTES = 256 * 1024
LONGEST_WAIT = 5.0
LONGEST_REST = 3600.0
_PATH, _MODELS = "/chat/completions", "/models"
_A_MOMENT = 1.0
_UNREACHABLE = (aiohttp.ClientError, UnicodeError)  # the latter for what can be no host's name
_OF_THE_REQUEST = (400, 413, 422)
# Which answers may be about the form: servers do not agree on a number for it.
_MAY_NAME_FORM = (400, 404, 422, 500, 501)
_FORM = re.compile(
    rb"response.?format|json.?(?:schema|object|mode)|grammar|structured.?output|guided|requested parameters",
    re.IGNORECASE,
)


class NoAnswer(Exception):
    """No answer came; the message says why and repeats nothing that was sent or said.

    `status` is 0 where nothing came at all. `again_in` is how many seconds it asks to be left alone, 0 where
    it does not say. `lasting` tells whether another question would fare no better just now.
    """

    def __init__(self, why: str, status: int = 0, again_in: float = 0.0) -> None:
        super().__init__(why)
        self.status = status
        self.again_in = again_in
        self.lasting = status not in _OF_THE_REQUEST


class _FormUnknown(Exception):
    """The server does not know the form that was asked for."""


class Completions:
    """One model of one server. `form` is the best form of answer that the server is thought to know."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, model: str, clock: Callable[[], float]
    ) -> None:
        self._session = session
        self._url = url.rstrip("/").removesuffix(_PATH)
        self._model = model
        self._clock = clock
        self.form = FORMS[0]

    async def ask(self, asked: Question) -> Answer:
        """The answer, in the best form that the server knows: at most six requests, and mostly one.

        Raises NoAnswer, UnusableAnswer.
        """
        trouble = UnusableAnswer()
        for form in FORMS[FORMS.index(self.form) :]:
            try:
                said = await self._patiently(_request(asked, self._model, form))
                answer = await asyncio.to_thread(_answer_in, said)
            except _FormUnknown:
                self.form = FORMS[FORMS.index(form) + 1]
            except UnusableAnswer as no:
                trouble = no
            else:
                self.form = form
                return answer
        raise trouble

    async def models(self) -> tuple[str, ...]:
        """The names of the server's models; empty where it does not tell. Raises NoAnswer."""
        try:
            async with self._session.get(self._url + _MODELS, allow_redirects=False) as answer:
                said = await _read(answer) if answer.status == 200 else b""
            return tuple(str(each["id"]) for each in json.loads(said)["data"])
        except _UNREACHABLE as error:
            raise _unreachable(error) from None
        except (ValueError, LookupError, TypeError, RecursionError):
            return ()

    async def _patiently(self, body: dict[str, Any]) -> bytes:
        """What the server says, asked once more where it is busy and does not want a long rest."""
        try:
            return await self._post(body)
        except NoAnswer as busy:
            wait = busy.again_in or _A_MOMENT
            if not (busy.status == 429 or busy.status >= 500) or wait > LONGEST_WAIT:
                raise
        await asyncio.sleep(wait)
        return await self._post(body)

    async def _post(self, body: dict[str, Any]) -> bytes:
        try:
            # No redirect is followed: it would take the key and the article elsewhere.
            async with self._session.post(self._url + _PATH, json=body, allow_redirects=False) as answer:
                said = await _read(answer)
                again_in = patience(answer.headers, self._clock(), LONGEST_REST)
        except _UNREACHABLE as error:
            raise _unreachable(error) from None
        if answer.status == 200:
            return said
        if "response_format" in body and answer.status in _MAY_NAME_FORM and _FORM.search(said):
            raise _FormUnknown
        raise NoAnswer(f"it answered {answer.status}", answer.status, again_in)


@asynccontextmanager
async def completions(
    url: str, key: str, model: str, clock: Callable[[], float]
) -> AsyncIterator[Completions]:
    """A model to be asked as long as the block lasts.

    `url` is where the interface begins, such as http://127.0.0.1:11434/v1; `key` may be empty. `clock` tells
    unix time in seconds.
    """
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    async with aiohttp.ClientSession(
        headers=headers, cookie_jar=aiohttp.DummyCookieJar(), timeout=aiohttp.ClientTimeout(total=None)
    ) as session:
        yield Completions(session, url, model, clock)


def _request(asked: Question, model: str, form: str) -> dict[str, Any]:
    # Neither temperature nor a number of tokens: some models refuse the one or the other.
    body: dict[str, Any] = {
        "model": model,
        "messages": [
            {"role": "system", "content": asked.instructions},
            {"role": "user", "content": asked.material},
        ],
    }
    schema = {"name": "review", "strict": False, "schema": asked.schema}
    match form:
        case "json_schema":
            body["response_format"] = {"type": form, "json_schema": schema}
        case "json_object":
            body["response_format"] = {"type": form}
    return body


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    """What it says, as far as it is read: little more than the largest answer that can be used."""
    said = bytearray()
    async for part in answer.content.iter_any():
        said += part
        if len(said) > LARGEST_BYTES:
            break
    return bytes(said)


def _answer_in(said: bytes) -> Answer:
    """Raises UnusableAnswer."""
    if len(said) > LARGEST_BYTES:
        raise UnusableAnswer("too long")
    try:
        content = json.loads(said)["choices"][0]["message"]["content"]
        if isinstance(content, list):  # in parts, as models that think aloud have it
            content = "".join(part["text"] for part in content if part["type"] == "text")
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise UnusableAnswer("no answer of the usual form")
    return read_answer(content)


def _unreachable(error: Exception) -> NoAnswer:
    # Only its kind: its words may hold the address.
    return NoAnswer(f"it cannot be reached ({type(error).__name__})")
