"""Finding the work that somebody means: by words, by suggestion, or by choosing among several."""

from collections.abc import Sequence
from typing import Literal

from bot.actions import BadAction, Latest, Show, pack, unpack
from bot.cards import clean, title_of
from bot.commands.command import Desk
from bot.replies import Ask, Button, Choice, Heading, Note, Paragraph, Reply, Rows, Span, line
from bot.requests import Request
from storage import Work, WorkId, works

CHOICES = 8
SUGGESTIONS = 25


async def meant(desk: Desk, words: str) -> tuple[Literal["one", "several", "near", "nothing"], list[WorkId]]:
    """The works that the words mean: one (the best guess), several of equal right, or only near misses."""
    picked = suggested(words)
    if picked is not None:
        return "one", [picked]
    found = desk.catalogue.titles.search(words, CHOICES)
    ids = [WorkId(match.work) for match in found.matches]
    match found.certainty:
        case "clear" | "likely":
            return "one", ids[:1]
        case "several":
            return "several", ids
        case "near":
            return "near", ids
    return "nothing", []


def suggested(words: str) -> WorkId | None:
    """The work of a picked suggestion; None for words that somebody typed."""
    try:
        action = unpack(words.strip())
    except BadAction:
        return None
    return action.work if isinstance(action, Show) else None


async def suggest_titles(desk: Desk, request: Request, typed: str) -> list[Choice]:
    """Works whose names go on as typed, the best known first."""
    ids = [WorkId(work) for work in desk.catalogue.titles.complete(typed, SUGGESTIONS)]
    return [choice(work) for work in await desk.store.read(works.get, ids)]


def choice(work: Work) -> Choice:
    """A work as a suggestion."""
    detail = " · ".join(part for part in (work.kind, work.platform, *work.genres[:2]) if part)
    return Choice(title_of(work), pack(Show(work.id)), detail)


async def which(desk: Desk, ids: Sequence[WorkId], heading: Span, private: bool = False) -> Reply:
    """Several works as choices with their years; picking one shows its card in the same message."""
    found = await desk.store.read(works.get, list(ids))
    lines = tuple(line(title_of(work), f" · {choice(work).detail}") for work in found)
    return Reply(
        (Heading(heading), *(Paragraph(each) for each in lines)),
        tuple((Button(title_of(work), Show(work.id)),) for work in found),
        private=private,
    )


def not_found(words: str) -> Reply:
    """Nothing comes near: say so, and offer a way on."""
    return Reply(
        (
            Paragraph(line("I know no film or series called “", clean(words, 80), "”.")),
            Note(line("Try fewer words, or the original name. ", Ask("latest"), " shows what is new.")),
        ),
        LATEST,
    )


LATEST: Rows = ((Button("📰 Latest reviews", Latest()),),)
