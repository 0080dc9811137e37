"""/latest, /top and /random: ways in for somebody who has no title in mind."""

from collections.abc import Sequence

from bot.actions import Latest, Show, Surprise
from bot.cards import brief, title_of
from bot.commands.command import Argument, Command, Desk
from bot.commands.facets import facet_of, suggest_facets
from bot.replies import Ask, Button, Choice, Heading, Note, Paragraph, Points, Pressed, Reply, line
from bot.requests import Request
from bot.rules.scoring import CHARTED_FROM, prior_mean
from bot.rules.wording import listed, shorten
from storage import CardFacts, Facet, facts, votes, works

LONG = 8
EMPTY = "There are no reviews here yet."


async def latest(desk: Desk, request: Request, words: str) -> Reply:
    """The newest reviews."""
    found = await desk.store.read(facts.latest, LONG, request.who)
    return _list("Latest reviews", found) if found else Reply((Paragraph(EMPTY),))


async def show_latest(desk: Desk, request: Request, action: Latest) -> Pressed:
    """The newest reviews, in the place of what the message shows."""
    return Pressed(card=await latest(desk, request, ""))


async def lucky(desk: Desk, request: Request, words: str) -> Reply:
    """One work by chance, as its card."""
    found = await desk.store.read(facts.lucky, request.dice, request.who)
    if found is None:
        return Reply((Paragraph(EMPTY),))
    return await desk.card(found, again=True)


async def surprise(desk: Desk, request: Request, action: Surprise) -> Pressed:
    """Another work by chance, in the same message."""
    return Pressed(card=await lucky(desk, request, ""))


async def top(desk: Desk, request: Request, words: str) -> Reply:
    """The community's chart: of all, of a genre, a platform or a year."""
    words = " ".join(words.split())
    year = int(words) if words.isascii() and words.isdigit() and len(words) == 4 else None
    by = await facet_of(desk, words, ("genre", "platform")) if words and year is None else None
    if words and year is None and by is None:
        return await _no_such_chart(desk, words)
    community = await desk.store.read(votes.community)
    mean = prior_mean(community)
    found = await desk.store.read(facts.top, by, year, community.strength, mean, LONG, CHARTED_FROM)
    of = f": {by.name}" if by else f": {year}" if year else ""
    if found:
        return _list(f"The community's best{of}", found, numbered=True)
    return _nothing_charted(of)


async def suggest_charts(desk: Desk, request: Request, typed: str) -> list[Choice]:
    """Genres and platforms that begin as typed."""
    found: Sequence[Facet] = await suggest_facets(desk, typed)
    if not typed.strip():
        found = [
            *await desk.store.read(works.facets, "genre", 10),
            *await desk.store.read(works.facets, "platform", 5),
        ]
    return [
        Choice(f"{facet.scope.capitalize()}: {facet.name}", facet.name)
        for facet in found
        if facet.scope in ("genre", "platform")
    ]


def _list(heading: str, found: Sequence[CardFacts], numbered: bool = False) -> Reply:
    if numbered:
        lines = tuple(line(f"{place}. ", brief(each)) for place, each in enumerate(found, 1))
    else:
        lines = tuple(brief(each) for each in found)
    return Reply(
        (Heading(heading), Points(lines, mark="" if numbered else "•")),
        tuple((Button(title_of(each.work), Show(each.work.id)),) for each in found),
    )


async def _no_such_chart(desk: Desk, words: str) -> Reply:
    genres = [facet.name.lower() for facet in await desk.store.read(works.facets, "genre", 6)]
    known = f" Genres here: {listed(genres)}." if genres else ""
    return Reply(
        (
            Paragraph(line("“", shorten(words, 60), "” is no genre, platform or year that I know.", known)),
            Note(line(Ask("top"), " alone shows the best of all.")),
        )
    )


def _nothing_charted(of: str) -> Reply:
    return Reply(
        (
            Heading(f"The community's best{of}"),
            Paragraph(f"Nothing has {CHARTED_FROM} votes yet. Yours could be one of them:"),
        ),
        ((Button("📰 Latest reviews", Latest()), Button("🎲 Surprise me", Surprise())),),
    )


LATEST_COMMAND = Command("latest", "The newest reviews", latest)
TOP_COMMAND = Command(
    "top",
    "The community's best: of all, of a genre, a platform or a year",
    top,
    Argument("of", "A genre, a platform or a year", suggest_charts),
)
RANDOM_COMMAND = Command("random", "A film or series by chance", lucky)
