"""/review TITLE: the card of a film or series, and the buttons that switch it in place."""

from bot.actions import NO_ALERT, Namesakes, Show, Spoilers
from bot.cards import Guess, spoilers
from bot.commands.command import Argument, Command, Desk
from bot.commands.titles import LATEST, MOST_NAMESAKES, meant, not_found, suggest_titles, to_choose, which
from bot.incidents import guarded
from bot.replies import Ask, Note, Paragraph, Pressed, Reply, line
from bot.requests import Request
from storage import CardFacts, ReviewId, SubscriptionId, WorkId, facts, works

GUESSES = 4
GONE = "That film or series is not here any more."


async def review(desk: Desk, request: Request, words: str) -> Reply:
    """The card of the work that is meant, choices where several are, near misses where none is."""
    if not words.strip():
        return Reply(
            (
                Paragraph(line("Which film or series? For example ", Ask("review", "Ballerina"), ".")),
                Note("A year, a season or only part of the name will do."),
            ),
            LATEST,
        )
    meaning = await meant(desk, words)
    if meaning.one is None:
        return await to_choose(desk, meaning, words, "Which one do you mean?")
    others = await desk.store.read(works.get, meaning.others[:GUESSES]) if meaning.others else ()
    guess = Guess(words, meaning.query, others) if meaning.query else None
    card = await card_of(desk, request, meaning.one, guess=guess)
    if card is None:
        return not_found(words)
    if meaning.certainty == "clear":
        desk.catalogue.asked_for(meaning.one)
    return card


async def card_of(
    desk: Desk,
    request: Request,
    work: WorkId,
    alert: SubscriptionId = NO_ALERT,
    guess: Guess | None = None,
) -> Reply | None:
    """A work's card as this person sees it; None where there is no such work."""
    found = await desk.store.read(facts.card, work, request.who)
    return await desk.card(found, alert, guess=guess) if found else None


async def show(desk: Desk, request: Request, action: Show) -> Pressed:
    """Switch the message to another work's card; where that corrects a guess, it is remembered."""
    left = await desk.store.read(works.get, [action.instead_of]) if action.instead_of else ()
    guess = Guess("", action.query, left) if action.query else None
    card = await card_of(desk, request, action.work, action.alert, guess)
    if card is None:
        return Pressed(notice=GONE)
    if action.query:
        chosen = desk.catalogue.choose(action.query, request.who, action.work, request.now)
        await guarded(desk.vitals, "remember a choice", chosen)
        desk.catalogue.asked_for(action.work)
    return Pressed(card=card)


async def show_namesakes(desk: Desk, request: Request, action: Namesakes) -> Pressed:
    """Switch the message to the choice among all works of one name."""
    others = [WorkId(other) for other in desk.catalogue.titles.namesakes(action.work)]
    return Pressed(
        card=await which(
            desk, [action.work, *others][:MOST_NAMESAKES], "Which one do you mean?", query=action.query
        )
    )


async def show_spoilers(desk: Desk, request: Request, action: Spoilers) -> Pressed:
    """The spoiler part, for the presser alone."""
    found = await told_of(desk, request, action.work, action.told)
    return Pressed(reply=spoilers(found)) if found else Pressed(notice=GONE)


async def told_of(desk: Desk, request: Request, work: WorkId, told: ReviewId) -> CardFacts | None:
    """What a pressed card goes on to show: an alert its own review, any other card the work's newest."""
    own = await desk.store.read(facts.told, told) if told else None
    if own and own.work.id == work:
        return own
    return await desk.store.read(facts.card, work, request.who)


COMMAND = Command(
    "review",
    "The review of a film or series: scores, verdict, no spoilers",
    review,
    Argument("title", "Film or series, as far as you remember it", suggest_titles),
)
