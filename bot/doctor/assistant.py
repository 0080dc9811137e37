"""Asks the assistant about a review of two sentences: whether it is there, knows the model, and answers."""

import asyncio
from collections.abc import Callable

from bot.feeds.completions import Completions, NoAnswer, completions
from bot.findings import Finding, ok, trouble, warning
from bot.rules.assisting import UnusableAnswer, ask_about
from bot.rules.wording import listed

SUBJECT = "assistant"
SHOWN = 5
_ARTICLE = "The Tin Orchard is a slow film about two beekeepers. Watch it for the light alone."
_FORMS = {"json_schema": "JSON of the form asked for", "json_object": "JSON", "text": "plain words"}
_BESIDES = "Everything else works without it."
_AWAY = f"Check ASSISTANT_URL, and that the assistant runs. {_BESIDES}"
_WRONG_KEY = "Copy the key again into ASSISTANT_KEY, and check that its account may use the model."
_WRONG_ADDRESS = (
    "ASSISTANT_URL should be where an OpenAI-compatible interface begins; most addresses end with /v1."
)


async def check_up(
    url: str, key: str, model: str, seconds: float, clock: Callable[[], float]
) -> list[Finding]:
    """What there is to say of the assistant within so many seconds; nothing of any review is sent to it."""
    async with completions(url, key, model, clock) as there:
        try:
            async with asyncio.timeout(seconds):
                return [await _asked(there, model)]
        except TimeoutError:
            mend = f"Check that it runs and is not overloaded, or choose a smaller model. {_BESIDES}"
            return [warning(SUBJECT, f"did not answer within {seconds:g} s", mend)]


async def _asked(there: Completions, model: str) -> Finding:
    try:
        await there.ask(ask_about("The Tin Orchard", _ARTICLE, ["verdict", "summary"]))
    except NoAnswer as no:
        return await _judged(no, there, model)
    except UnusableAnswer as no:
        mend = "Drafts stay as they are where it answers so. Choose another model in ASSISTANT_MODEL."
        return warning(SUBJECT, f"{model} answers, but not so that it can be used: {no}", mend)
    return ok(SUBJECT, f"{model} answers as it should, in {_FORMS[there.form]}")


async def _judged(no: NoAnswer, there: Completions, model: str) -> Finding:
    match no.status:
        case 401 | 403:
            return trouble(SUBJECT, f"does not take the key ({no.status})", _WRONG_KEY)
        case 429:
            mend = f"Wait, or look at the limits and the balance of the account. {_BESIDES}"
            return warning(SUBJECT, "asks for patience (429)", mend)
        case status if not status or status >= 500:
            return warning(SUBJECT, str(no), _AWAY)
    return await _unknown(no, there, model)


async def _unknown(no: NoAnswer, there: Completions, model: str) -> Finding:
    """What it means that the question itself is refused: the address or the model is wrong."""
    try:
        known = await there.models()
    except NoAnswer:
        known = ()
    if not known:
        return trouble(SUBJECT, f"no such interface there: {no}", _WRONG_ADDRESS)
    if model in known:
        mend = "Choose another model in ASSISTANT_MODEL: this one may not be for chats."
        return trouble(SUBJECT, f"has a model {model}, but does not take a question: {no}", mend)
    more = f" and {len(known) - SHOWN} more" if len(known) > SHOWN else ""
    mend = f"Put one that it has into ASSISTANT_MODEL: {listed(known[:SHOWN])}{more}."
    return trouble(SUBJECT, f"has no model {model}", mend)
