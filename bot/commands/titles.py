"""Finding the work that somebody means: by words, by suggestion, or by choosing among several."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.actions import BadAction, Latest, Show, pack, unpack
from bot.cards import clean, title_of
from bot.commands.command import Desk
from bot.replies import Ask, Button, Choice, Heading, Note, Paragraph, Reply, Rows, Span, line
from bot.requests import Request
from bot.rules.matching import Certainty, query_number
from storage import Work, WorkId, works

CHOICES = 8
MOST_NAMESAKES = 20
SUGGESTIONS = 25
FAR = 0.25


@dataclass(frozen=True, slots=True)
class Meaning:
    """What somebody's words mean: works, the best guess first, and how sure that is.

    `query` is the words' number, under which it is kept what people meant by them; 0 where that is
    clear. The first so many works are `contenders`: they fit about as well.
    """

    certainty: Certainty
    works: tuple[WorkId, ...]
    query: int = 0
    contenders: int = 1

    @property
    def one(self) -> WorkId | None:
        """The work that is shown at once, meant for certain or most likely; None: people must choose."""
        return self.works[0] if self.certainty in ("clear", "likely") else None

    @property
    def fitting(self) -> tuple[WorkId, ...]:
        """All that may be meant in earnest: the one, the contenders, or what comes near."""
        return self.works if self.certainty == "near" else self.works[: self.contenders]

    @property
    def others(self) -> tuple[WorkId, ...]:
        """What else may be meant by a likely guess."""
        return self.works[1:] if self.certainty == "likely" else ()


async def meant(desk: Desk, words: str) -> Meaning:
    """The works that the words mean, by the one rule of `bot.rules.matching.judging.verdict`."""
    picked = suggested(words)
    if picked is not None:
        return Meaning("clear", (picked,))
    found = await desk.catalogue.search(words, desk.now(), MOST_NAMESAKES)
    shown = found.matches[: found.contenders if found.certainty == "several" else CHOICES]
    if found.certainty == "likely":  # what fits much worse is no help beside a likely guess
        shown = tuple(match for match in shown if shown[0].score - match.score < FAR)
    ids = tuple(WorkId(match.work) for match in shown)
    query = 0 if found.certainty == "clear" else query_number(words)
    return Meaning(found.certainty, ids, query, found.contenders)


def suggested(words: str) -> WorkId | None:
    """The work of a picked suggestion; None for words that somebody typed."""
    try:
        action = unpack(words.strip())
    except BadAction:
        return None
    return action.work if isinstance(action, Show) else None


async def suggest_titles(desk: Desk, request: Request, typed: str) -> list[Choice]:
    """Works whose names go on as typed, the best known first."""
    return [choice(work) for work in await desk.catalogue.complete(typed, SUGGESTIONS)]


def choice(work: Work) -> Choice:
    """A work as a suggestion."""
    detail = " · ".join(part for part in (work.kind, work.platform, *work.genres[:2]) if part)
    return Choice(title_of(work), pack(Show(work.id)), detail)


async def which(
    desk: Desk, ids: Sequence[WorkId], heading: Span, private: bool = False, query: int = 0
) -> Reply:
    """Several works as choices with their years; picking one shows its card in the same message.

    `query` is the number of the words that they answer, for which the choice is remembered.
    """
    found = await desk.store.read(works.get, list(ids))
    lines = tuple(line(title_of(work), f" · {choice(work).detail}") for work in found)
    return Reply(
        (Heading(heading), *(Paragraph(each) for each in lines)),
        tuple((Button(title_of(work), Show(work.id, query=query)),) for work in found),
        private=private,
    )


async def to_choose(desk: Desk, meaning: Meaning, words: str, heading: Span) -> Reply:
    """What to say where no work is meant clearly enough: a choice, near misses, or that there is none."""
    if meaning.certainty == "nothing":
        return not_found(words)
    near = line("No “", clean(words, 80), "” here. Did you mean …")
    return await which(
        desk, meaning.works, near if meaning.certainty == "near" else heading, query=meaning.query
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
