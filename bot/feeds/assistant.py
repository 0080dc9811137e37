"""An assistant that completes drafts; while it is away it is left alone, and drafts stay as they are."""

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.feeds.completions import Completions, NoAnswer, completions
from bot.rules.assisting import UnusableAnswer, assisted, question
from bot.rules.drafts import Draft
from bot.vitals import Vitals

log = logging.getLogger(__name__)

Assist = Callable[[Draft], Awaitable[Draft]]

SECONDS = 30.0
FIRST_REST, LONGEST_REST = 60.0, 900.0
WHAT = "ask the assistant"


async def unassisted(draft: Draft) -> Draft:
    """The draft as it is, where there is no assistant."""
    return draft


@asynccontextmanager
async def assistant(
    vitals: Vitals, clock: Callable[[], float], url: str, key: str, model: str, seconds: float = SECONDS
) -> AsyncIterator[Assist]:
    """What completes drafts for as long as the block lasts; without an address drafts stay as they are.

    `url` is where the interface begins, such as http://127.0.0.1:11434/v1; `key` may be empty. `seconds` is
    what one draft may take in all.
    """
    if not url:
        yield unassisted
        return
    async with completions(url, key, model, clock) as model_there:
        yield Assistant(model_there, vitals, clock, seconds)


class Assistant:
    """Completes drafts, one after the other: many local servers do no more at once.

    What goes wrong leaves the draft as it was. One that is away is an incident, logged once, and is left
    alone for a minute and then longer each time, so that feeds and imports do not wait for it.
    """

    def __init__(
        self, model: Completions, vitals: Vitals, clock: Callable[[], float], seconds: float
    ) -> None:
        self._model = model
        self._vitals = vitals
        self._clock = clock
        self._seconds = seconds
        self._turn = asyncio.Lock()
        self._rest = 0.0
        self._rests_until = 0.0

    async def __call__(self, draft: Draft) -> Draft:
        """The draft with what the assistant adds and its article bears out."""
        async with self._turn:
            return draft if self._clock() < self._rests_until else await self._completed(draft)

    async def _completed(self, draft: Draft) -> Draft:
        asked = await asyncio.to_thread(question, draft)
        if asked is None:
            return draft
        began = time.perf_counter()
        try:
            async with asyncio.timeout(self._seconds):
                answer = await self._model.ask(asked)
        except TimeoutError:
            self._is_away(NoAnswer(f"it took longer than {self._seconds:g} s"), began)
        except NoAnswer as no:
            if no.lasting:
                self._is_away(no, began)
            else:
                log.warning("the assistant is of no help: %s; the draft stays as it was", no)
        except UnusableAnswer as no:
            log.warning("the assistant is of no help: %s; the draft stays as it was", no)
        else:
            self._is_there(began)
            return await asyncio.to_thread(assisted, draft, answer)
        return draft

    def _is_away(self, no: NoAnswer, began: float) -> None:
        is_news = not self._rest
        self._rest = max(min(LONGEST_REST, 2 * self._rest), FIRST_REST)
        wait = max(self._rest, no.again_in)
        self._rests_until = self._clock() + wait
        if not is_news:
            log.debug("the assistant is still away: %s", no)
            return
        number = secrets.token_hex(3)
        self._vitals.answered(WHAT, time.perf_counter() - began, number)
        log.error(
            "incident %s: the assistant is away: %s; drafts stay as they are until it answers, the next one "
            "asks it in %.0f s; `python -m bot doctor` says how to mend it", number, no, wait,
            extra={"incident": number},
        )  # fmt: skip

    def _is_there(self, began: float) -> None:
        self._vitals.answered(WHAT, time.perf_counter() - began)
        if self._rest:
            log.info("the assistant answers again")
        self._rest = self._rests_until = 0.0
