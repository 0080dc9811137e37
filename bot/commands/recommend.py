"""/recommend [title|genre]: what to watch next, with the reason on every line."""

from dataclasses import replace

from bot.actions import Show, Similar, Suggest
from bot.cards import brief, clean, title_of
from bot.commands.command import Argument, Command, Desk
from bot.commands.facets import genre_of, suggest_genres
from bot.commands.review import GONE
from bot.commands.titles import LATEST, meant, not_found, suggest_titles, to_choose
from bot.replies import Ask, Button, Choice, Heading, Line, Note, Paragraph, Points, Pressed, Reply, line
from bot.requests import Request
from bot.rules.recommending import Pick, Reason, Seed, recommend, seeds_from
from bot.rules.slugs import slug
from storage import Facet, WorkId, facts, votes

PICKS = 5
SEEDS = 20
CANDIDATES = 100


async def what_next(desk: Desk, request: Request, words: str) -> Reply:
    """Something to watch after a title, in a genre, or simply for this person."""
    if not words.strip():
        return await _for_person(desk, request, None)
    genre = await genre_of(desk, words)
    if genre is not None:
        return await _for_person(desk, request, genre)
    meaning = await meant(desk, words)
    if meaning.one is None:
        heading = "Which one do you mean? Its card has “more like this”."
        return await to_choose(desk, meaning, words, heading)
    reply = await _after(desk, request, meaning.one)
    if reply is None:
        return not_found(words)
    if meaning.certainty == "clear":
        return reply
    typed = clean(words, 60)
    guess = Note(line("My guess for “", typed, "”. Something else? ", Ask("review", typed)))
    return replace(reply, blocks=(reply.blocks[0], guess, *reply.blocks[1:]))


async def more_like(desk: Desk, request: Request, action: Similar) -> Pressed:
    """Something to watch after the pressed card's work."""
    reply = await _after(desk, request, action.work)
    return Pressed(reply=reply) if reply else Pressed(notice=GONE)


async def suggest_next(desk: Desk, request: Request, action: Suggest) -> Pressed:
    """Something to watch for the presser."""
    return Pressed(reply=await _for_person(desk, request, None))


async def suggest_words(desk: Desk, request: Request, typed: str) -> list[Choice]:
    """Genres, then titles."""
    genres = await suggest_genres(desk, request, typed)
    return (genres + await suggest_titles(desk, request, typed))[:25]


async def _after(desk: Desk, request: Request, work: WorkId) -> Reply | None:
    seed = await desk.store.read(facts.card, work, request.who)
    if seed is None:
        return None
    picks = await _picks(desk, request, [Seed(seed)], [slug(genre) for genre in seed.work.genres])
    return _drawn(line("After ", title_of(seed.work)), picks)


async def _for_person(desk: Desk, request: Request, genre: Facet | None) -> Reply:
    own = await desk.store.read(votes.of, request.who)
    best = sorted(own, key=lambda work: -own[work])[:SEEDS]
    seeds = seeds_from(own, await desk.store.read(facts.of, best, request.who))
    genres = [genre.key] if genre else [slug(name) for seed in seeds[:5] for name in seed.facts.work.genres]
    picks = await _picks(desk, request, seeds, genres, genre)
    reply = _drawn(line("Watch next", f": {genre.name.lower()}" if genre else ""), picks)
    if own or not picks:
        return reply
    hint = Note("Vote on what you have seen, and this list learns your taste.")
    return Reply((*reply.blocks, hint), reply.rows, private=reply.private)


async def _picks(
    desk: Desk, request: Request, seeds: list[Seed], genres: list[str], only: Facet | None = None
) -> list[Pick]:
    read, who = desk.store.read, request.who
    found = await read(facts.alike, [seed.facts.work.id for seed in seeds], who)
    found += await read(facts.best_reviewed, sorted(set(genres)), who, CANDIDATES)
    if only is None:
        found += await read(facts.best_reviewed, [], who, CANDIDATES)
    else:
        found = [each for each in found if only.key in {slug(genre) for genre in each.work.genres}]
    return recommend({each.work.id: each for each in found}.values(), seeds, PICKS)


def _drawn(heading: Line, picks: list[Pick]) -> Reply:
    if not picks:
        return Reply(
            (
                Heading(heading),
                Paragraph("There is nothing here that you have not voted on. New reviews will come."),
            ),
            LATEST,
            private=True,
        )
    return Reply(
        (Heading(heading), *(Points((brief(pick.facts), _why(pick.reason)), mark="") for pick in picks)),
        tuple((Button(title_of(pick.facts.work), Show(pick.facts.work.id)),) for pick in picks),
        private=True,
    )


def _why(reason: Reason) -> Line:
    detail, because = clean(reason.detail, 140), clean(reason.because, 60)
    match reason.kind:
        case "named":
            return line("↳ named side by side with ", because)
        case "person":
            return line("↳ ", detail, ", as in ", because)
        case "genre":
            return line("↳ ", detail, " like ", because)
        case "audience":
            return line("↳ for ", detail[:1].lower() + detail[1:])
        case "editors":
            return line("↳ the editors gave it ", detail)
        case "community":
            return line("↳ this community gives it ", detail, "/10")
        case "new":
            return line("↳ freshly reviewed")


COMMAND = Command(
    "recommend",
    "What to watch next: for you, after a title, or in a genre",
    what_next,
    Argument("like", "A title or a genre; leave it empty for your own taste", suggest_words),
)
