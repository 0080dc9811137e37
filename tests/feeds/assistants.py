"""An assistant on this machine whose answers a test decides, and the article that it is asked about."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.feeds.assistant import SECONDS, Assist, assistant
from bot.rules.drafts import Draft
from bot.rules.extracting import read_article
from bot.vitals import Vitals
from tests.feeds.fetching.sites import NOW, Handler, site

KEY = "a-key-that-nobody-may-see"

ARTICLE = """\
Salt Harbour (2019) review

Salt Harbour follows Marit Oyen, a ferry pilot who has run the same crossing for nine winters. The camera of \
Jonas Feld stays close to her hands and lets the weather talk. There is a patience in it that reminded me of \
Low Tide. At the end Marit drowns beside the impostor who had forged the harbour papers.

On IMDb people give it 9.1/10, which says little. The dialogue is plain and the pauses are long. It streams \
on Kinoport. I came out lighter than I went in, and you should seek it out.
"""

GOOD: dict[str, Any] = {
    "platform": "Kinoport",
    "audience": None,
    "verdict": "watch",
    "verdict_words": "I came out lighter than I went in, and you should seek it out.",
    "summary": "A ferry pilot, Marit Oyen, runs the same crossing for nine winters. The camera of Jonas Feld "
    "stays close and lets the weather talk.",
    "comparables": ["Low Tide"],
}


def draft(text: str = ARTICLE) -> Draft:
    """What is read without an assistant."""
    return read_article(text, lambda name: name == "Salt Harbour")


@dataclass
class Answers:
    """What the assistant was asked, the requests' headers, and how the program itself fares.

    `now` is the time that the program goes by; a test turns it.
    """

    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    url: str = ""
    now: float = NOW
    vitals: Vitals = field(default_factory=Vitals)

    @property
    def forms(self) -> list[str]:
        """The form of answer that each request wanted."""
        return [each.get("response_format", {"type": "text"})["type"] for each in self.asked]


def content(said: object) -> bytes:
    """An answer of the usual form that says this."""
    text = said if isinstance(said, str) else json.dumps(said)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


def knowing(*forms: str, said: object = GOOD, status: int = 400) -> Handler:
    """A server that refuses every form of answer but plain text and these."""

    async def answer(request: web.Request) -> web.Response:
        wanted = (await request.json()).get("response_format", {"type": "text"})["type"]
        if wanted not in ("text", *forms):
            refusal = f"'response_format.type' {wanted!r} is not supported by this model"
            return web.json_response({"error": {"message": refusal}}, status=status)
        return web.Response(body=content(said), content_type="application/json")

    return answer


@asynccontextmanager
async def answering(*handlers: Handler, seconds: float = SECONDS) -> AsyncIterator[tuple[Assist, Answers]]:
    """An assistant that answers by these handlers in turn, the last one for good."""
    heard = Answers()

    async def answer(request: web.Request) -> web.StreamResponse:
        heard.asked.append(await request.json())
        heard.keys.append(request.headers.get("Authorization", ""))
        return await handlers[min(len(heard.asked), len(handlers)) - 1](request)

    async with site(answer) as there:
        heard.url = f"http://127.0.0.1:{there.port}/v1"
        clock = lambda: heard.now  # noqa: E731 - a test turns it
        async with assistant(heard.vitals, clock, heard.url, KEY, "small-model", seconds) as assist:
            yield assist, heard
