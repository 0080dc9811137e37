"""What all commands for editors share: who may use them, which review is meant, and how it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.actions import Drafts, Edit, IsAbout, Publish, Retract, TakeBack
from bot.cards import clean, review_card, title_of
from bot.commands.command import Desk
from bot.commands.titles import meant, not_found
from bot.replies import (
    Ask,
    Block,
    Bold,
    Button,
    Code,
    Heading,
    Note,
    Paragraph,
    Points,
    Pressed,
    Reply,
    Rows,
    Span,
    Spoiler,
    line,
    say,
)
from bot.requests import Request
from bot.rules.drafts import SHOWN_WORDS
from bot.rules.editing import DETAILS, PARTS, basis, doubtful, texts
from bot.rules.wording import listed, plural
from storage import (
    CardFacts,
    Community,
    Editor,
    Evidence,
    Manuscript,
    ReviewId,
    Status,
    Tally,
    Work,
    editing,
)

NOT_AN_EDITOR = "That is for this community's editors."
GONE = "That review is not here any more."
CHOICES = 4
STATES: dict[Status, str] = {"draft": "Draft", "published": "Published", "retracted": "Retracted"}
_ORIGINS = {
    "structured": "the page's data", "head": "the page's head", "feed": "the feed", "text": "the text",
    "assistant": "the assistant", "editor": "an editor",
}  # fmt: skip


def is_editor(desk: Desk, request: Request) -> bool:
    """Whether the asker may change reviews."""
    return request.who in desk.editors


def for_editors(request: Request) -> Reply:
    """A kind no, and how to become an editor."""
    who = Code(f"{request.who.platform}:{request.who.number}")
    return Reply(
        (
            Paragraph(line(NOT_AN_EDITOR, " ", Ask("help"), " shows what I can do.")),
            Note(line("You are an editor? Let whoever runs me add ", who, " to the setting EDITORS.")),
        ),
        private=True,
    )


def editor_of(request: Request) -> Editor:
    """The asker, as the record of changes names them."""
    return Editor(request.who, clean(request.name, 80))


@dataclass(frozen=True, slots=True)
class Wanted:
    """The reviews that somebody's words may mean; `surely` where only one title can be meant by them."""

    reviews: list[Manuscript]
    surely: bool


async def manuscripts(desk: Desk, words: str, *states: Status) -> Wanted | Reply:
    """The reviews in these states that the words mean by their title; a reply where there are none."""
    meaning = await meant(desk, words)
    if meaning.certainty == "nothing":
        return not_found(words)
    known = await desk.store.read(editing.of_works, meaning.fitting)
    fitting = [each for each in known if each.review.status in states]
    if not fitting:
        wanted = listed([STATES[state].lower() for state in states], "or")
        return say(f"There is no {wanted} review of “{clean(words, 80)}”.", private=True)
    return Wanted(fitting, meaning.certainty == "clear")


def named(known: Manuscript) -> str:
    """A review by its title and who wrote it: "Ballerina (2023) by Sunil Varga"."""
    by = clean(known.review.author or known.review.outlet, 40)
    return f"{title_of(known.work)}{f' by {by}' if by else ''}"


def choose(known: Sequence[Manuscript], button: Callable[[Manuscript], Button]) -> Reply:
    """Several reviews, each with its button."""
    lines = tuple(line(f"{named(each)} · {STATES[each.review.status].lower()}") for each in known[:8])
    return Reply(
        (Heading("Which review do you mean?"), Points(lines)),
        tuple((button(each),) for each in known[:8]),
        private=True,
    )


def desk_view(known: Manuscript, said: str = "") -> Reply:
    """A review as editors see it: the card that it makes, what is doubtful, and what they can do.

    `said` is what just became of it.
    """
    review = known.review
    shown = replace(review, status="published")
    facts = CardFacts(known.work, shown, Tally(), Community(), None)
    blocks: list[Block] = [*([Paragraph(said)] if said else ()), *review_card(facts).blocks]
    if review.spoilers:
        blocks.append(Paragraph(line("Keeps back: ", Spoiler(clean(review.spoilers, 800))), optional=True))
    state = f"{STATES[review.status]}, revision {review.revision}"
    blocks.append(Note(f"{state}. {doubts(known)}" if doubts(known) else f"{state}."))
    if known.could_be:
        blocks.append(Paragraph("Several are called that. Which one is it about?"))
    if names := doubtful(known.evidence):
        now = texts(known)
        blocks.append(Points(tuple(_doubt(name, now[name], known.evidence) for name in names), mark="⚠"))
    return Reply(tuple(blocks), _rows(known), private=True)


def doubts(known: Manuscript) -> str:
    """How many details somebody should look at; "" where none is in doubt."""
    count = len(doubtful(known.evidence))
    return f"{plural(count, 'detail')} to look at" if count else ""


def rests_on(evidence: Evidence) -> str:
    """What a detail rests on, in words: "four stars" in the text, 55 % sure."""
    words = f"“{clean(evidence.words, SHOWN_WORDS)}” in " if evidence.words else ""
    return f"{words}{_ORIGINS[evidence.origin]}, {evidence.sure:.0%} sure"


async def changed_meanwhile(desk: Desk, review: ReviewId) -> str:
    """That somebody else was faster, and who."""
    deed = await desk.store.read(editing.last_deed, review)
    who = f"{deed.editor.name or 'Another editor'} has {deed.what} it" if deed else "It has been changed"
    return f"{who} meanwhile."


async def standing(desk: Desk, review: ReviewId, said: str) -> Pressed:
    """The review as it stands now, in the place of what was pressed."""
    known = await desk.store.read(editing.manuscript, review)
    return Pressed(notice=said[:200], card=desk_view(known, said)) if known else Pressed(notice=GONE)


def _doubt(name: str, text: str, evidence: Mapping[str, Evidence]) -> Span:
    rests, told = basis(evidence, name), clean(", ".join(text.splitlines()), 80) or "nothing"
    if name == "spoilers" and rests:
        rests = replace(rests, words="")  # they give away what is hidden
    shown = Spoiler("hidden") if name == "spoilers" else told
    return line(Bold(DETAILS[name].label), ": ", shown, f" ({rests_on(rests)})" if rests else "")


def _rows(known: Manuscript) -> Rows:
    review = known.review
    changes = [
        Button(f"✏ {label}", Edit(review.id, review.revision, part))
        for part, (label, _) in enumerate(PARTS)
        if part or doubtful(known.evidence)
    ]
    if review.status == "published":
        does = [Button("⛔ Retract", TakeBack(review.id), style="danger")]
    else:
        does = [Button("✅ Publish", Publish(review.id, review.revision), style="main")]
    if review.status == "draft":
        does.append(Button("🗑 Discard", Retract(review.id, review.revision), style="danger"))
    choices = [(_choice(known, work),) for work in known.could_be[:CHOICES]]
    return (*choices, tuple(does), tuple(changes), (Button("🗂 All drafts", Drafts(0)),))


def _choice(known: Manuscript, work: Work) -> Button:
    """One of the works that it could be about; where others are called the same, what kind it is."""
    alike = [title_of(each) for each in known.could_be].count(title_of(work)) > 1
    name = f"{clean(title_of(work), 40)}{f', the {work.kind}' if alike else ''}"
    return Button(f"🎬 It is {name}", IsAbout(known.review.id, known.review.revision, work.id))
