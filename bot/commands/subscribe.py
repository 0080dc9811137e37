"""/subscribe [what]: alerts for this chat or, from anywhere, for oneself."""

from bot.actions import NUMBERS, AlertMe, Subscribe, SubscribeMe
from bot.cards import clean, title_of
from bot.commands.command import Argument, Command, Desk
from bot.commands.facets import facet_of, suggest_facets
from bot.commands.titles import meant, not_found, suggest_titles
from bot.replies import Ask, Button, Choice, Heading, Note, Paragraph, Pressed, Reply, Rows, line
from bot.requests import Request
from storage import Facet, Place, WorkId, subscriptions, works

EVERYTHING = Facet("all", "all", "every new review")
ALL_WORDS = frozenset({"all", "everything", "every new review", "all reviews", "*"})
MANAGERS_ONLY = "Only those who manage this chat can change its alerts."
NOT_HERE = "I am not a member here, so I cannot post alerts in this chat."
_LABELS = {"genre": "Genre", "platform": "Platform", "person": "With or by", "work": "Title"}


async def subscribe(desk: Desk, request: Request, words: str) -> Reply:
    """Subscribe this place to what the words name; without words, offer what there is."""
    words = " ".join(words.split())
    if not words:
        return await _offer(desk, request)
    wanted = await _wanted(desk, request, words)
    if isinstance(wanted, Reply):
        return wanted
    if not request.manages:
        return _privately(MANAGERS_ONLY, wanted)
    if not request.here:
        return _privately(NOT_HERE, wanted)
    return Reply((Paragraph(await _subscribe(desk, request, request.place, wanted)), PANEL_HINT))


async def subscribe_here(desk: Desk, request: Request, action: Subscribe) -> Pressed:
    """Subscribe the place of the button."""
    if not request.manages:
        return Pressed(notice=MANAGERS_ONLY)
    if not request.here:
        return Pressed(notice=NOT_HERE)
    wanted = await _facet(desk, action)
    if wanted is None:
        return Pressed(notice="That is not here any more.")
    return Pressed(notice=await _subscribe(desk, request, request.place, wanted))


async def subscribe_me(desk: Desk, request: Request, action: SubscribeMe) -> Pressed:
    """Subscribe the presser privately."""
    wanted = await _facet(desk, action)
    if wanted is None:
        return Pressed(notice="That is not here any more.")
    place = Place(request.who.platform, request.who.number)
    if (
        request.greets_first
        and (request.place != place or not request.here)
        and not await desk.store.read(subscriptions.open_to, place)
    ):
        return Pressed(notice="Open our private chat first, then I can write to you.", private_chat=action)
    return Pressed(notice=await _subscribe(desk, request, place, wanted, private=True))


async def alert_me(desk: Desk, request: Request, action: AlertMe) -> Pressed:
    """Tell the presser privately of new reviews of a card's work."""
    return await subscribe_me(desk, request, SubscribeMe("work", str(action.work)))


async def suggest_wanted(desk: Desk, request: Request, typed: str) -> list[Choice]:
    """Everything, then genres, platforms and people, then titles."""
    found = [Choice("Every new review", "everything")] if _begins(typed) else []
    for facet in await suggest_facets(desk, typed):
        found.append(Choice(f"{_LABELS[facet.scope]}: {clean(facet.name, 60)}", facet.name))
    return (found + await suggest_titles(desk, request, typed))[:25]


async def _wanted(desk: Desk, request: Request, words: str) -> Facet | Reply:
    if words.casefold() in ALL_WORDS:
        return EVERYTHING
    facet = await facet_of(desk, words, ("genre", "platform", "person"))
    if facet is not None:
        return facet
    meaning = await meant(desk, words)
    if meaning.certainty == "nothing":
        return not_found(words)
    titles = await desk.store.read(works.get, meaning.works)
    # Nobody is subscribed by a guess.
    if meaning.certainty == "clear" and titles:
        return Facet("work", str(titles[0].id), title_of(titles[0]))
    return Reply(
        (Heading("Which one do you mean?"),),
        tuple((_button(request, Facet("work", str(work.id), title_of(work))),) for work in titles),
    )


async def _facet(desk: Desk, action: Subscribe | SubscribeMe) -> Facet | None:
    if action.scope == "all":
        return EVERYTHING
    if action.scope != "work":
        return await desk.store.read(works.facet, action.scope, action.key)
    if not action.key.isdecimal() or int(action.key) >= NUMBERS:
        return None
    titles = await desk.store.read(works.get, [WorkId(int(action.key))])
    return Facet("work", action.key, title_of(titles[0])) if titles else None


async def _subscribe(desk: Desk, request: Request, place: Place, wanted: Facet, private: bool = False) -> str:
    ids = (desk.store.ids(), desk.store.ids())
    _, changed = await desk.store.write(
        subscriptions.add, place, wanted.scope, wanted.key, wanted.name, ids, request.now
    )
    where = "privately" if private or place.kind == "private" else "here"
    what = EVERYTHING.name if wanted.scope == "all" else f"new reviews: {clean(wanted.name, 80)}"
    return f"🔔 I will tell you {where} of {what}." if changed else f"You already hear {where} of {what}."


async def _offer(desk: Desk, request: Request) -> Reply:
    genres = await desk.store.read(works.facets, "genre", 4)
    platforms = await desk.store.read(works.facets, "platform", 2)
    offered = (EVERYTHING, *genres, *platforms)
    rows: Rows = tuple(
        tuple(_button(request, facet) for facet in offered[start : start + 2])
        for start in range(0, len(offered), 2)
    )
    where = "you" if request.place.kind == "private" or not request.manages else "this chat"
    return Reply(
        (
            Heading(f"What should I tell {where} about?"),
            Paragraph(
                line("A title, a person, a genre or a platform: ", Ask("subscribe", "Ana de Armas"), ".")
            ),
            PANEL_HINT,
        ),
        rows,
        private=True,
    )


def _privately(why_not_here: str, wanted: Facet) -> Reply:
    to_me = Button("🔔 Tell me privately", SubscribeMe(wanted.scope, wanted.key))
    return Reply(
        (Paragraph(why_not_here), Note("I can tell you privately instead.")), ((to_me,),), private=True
    )


def _button(request: Request, facet: Facet) -> Button:
    label = "🔔 Every new review" if facet.scope == "all" else clean(facet.name, 40)
    if request.manages and request.here:
        return Button(label, Subscribe(facet.scope, facet.key))
    return Button(label, SubscribeMe(facet.scope, facet.key))


def _begins(typed: str) -> bool:
    return any(word.startswith(typed.strip().casefold()) for word in ALL_WORDS)


PANEL_HINT = Note(line(Ask("subscriptions"), " shows, pauses and removes alerts."))

COMMAND = Command(
    "subscribe",
    "Alerts about new reviews: of everything, a title, a genre, a platform or a person",
    subscribe,
    Argument("to", "A title, genre, platform or person, or “everything”", suggest_wanted),
    manages=True,
)
