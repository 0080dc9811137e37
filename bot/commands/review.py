"""/review TITLE: the card of a film or series, and the buttons that switch it in place."""

from bot.actions import NO_ALERT, Namesakes, Show, Spoilers
from bot.cards import clean, spoilers
from bot.commands.command import Argument, Command, Desk
from bot.commands.titles import LATEST, meant, not_found, suggest_titles, which
from bot.replies import Ask, Note, Paragraph, Pressed, Reply, line
from bot.requests import Request
from storage import CardFacts, ReviewId, SubscriptionId, WorkId, facts

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
    found, ids = await meant(desk, words)
    match found:
        case "one":
            return await card_of(desk, request, ids[0]) or not_found(words)
        case "several":
            return await which(desk, ids, "Which one do you mean?")
        case "near":
            return await which(desk, ids, line("No “", clean(words, 80), "” here. Did you mean …"))
        case "nothing":
            return not_found(words)


async def card_of(
    desk: Desk, request: Request, work: WorkId, alert: SubscriptionId = NO_ALERT
) -> Reply | None:
    """A work's card as this person sees it; None where there is no such work."""
    found = await desk.store.read(facts.card, work, request.who)
    return await desk.card(found, alert) if found else None


async def show(desk: Desk, request: Request, action: Show) -> Pressed:
    """Switch the message to another work's card."""
    card = await card_of(desk, request, action.work, action.alert)
    return Pressed(card=card) if card else Pressed(notice=GONE)


async def show_namesakes(desk: Desk, request: Request, action: Namesakes) -> Pressed:
    """Switch the message to the choice among all works of one name."""
    others = [WorkId(other) for other in desk.catalogue.titles.namesakes(action.work)]
    return Pressed(card=await which(desk, [action.work, *others][:20], "Which one do you mean?"))


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
