"""The one place that decides what a review looks like: same card for command, redraw and alert."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from textwrap import wrap

from bot.actions import (
    NO_ALERT,
    NO_REVIEW,
    AlertMe,
    Mute,
    Namesakes,
    Show,
    Similar,
    Spoilers,
    Surprise,
    Unvote,
    Vote,
)
from bot.replies import (
    Block,
    Bold,
    Button,
    Heading,
    Italic,
    Line,
    Link,
    Note,
    Paragraph,
    Points,
    Quote,
    Reply,
    Rows,
    Span,
    Spoiler,
    line,
)
from bot.rules.addresses import web_address
from bot.rules.scoring import SHOWN_FROM, gap, score
from bot.rules.wording import bars, capitalised, listed, plural, printable, shorten, stars
from storage import (
    CardFacts,
    Community,
    Receipt,
    Review,
    ReviewId,
    Shown,
    SubscriptionId,
    Tally,
    Verdict,
    Work,
)

KINDS = {"film": "film", "series": "series", "season": "season"}
VERDICTS: dict[Verdict, str] = {"watch": "✅ Watch it", "maybe": "🤔 Maybe", "skip": "⛔ Skip it"}
SUMMARY_WORDS = 60
SWITCHES = 4
SPOILER_PIECE = 1800
UNTITLED = "Untitled"
RETRACTED = "This review was retracted."
AGAIN: Rows = ((Button("🎲 Another one", Surprise()),),)


@dataclass(frozen=True, slots=True)
class Guess:
    """A card that answers words which may have meant other works; `query` is the words' number."""

    words: str
    query: int
    others: Sequence[Work] = ()


def review_card(
    facts: CardFacts,
    namesakes: Sequence[Work] = (),
    alert: SubscriptionId = NO_ALERT,
    again: bool = False,
    guess: Guess | None = None,
) -> Reply:
    """A work's card. `namesakes` are other works of its name; `alert` the subscription that brings it.

    `again` offers another card by chance; a `guess` says so and offers what else may be meant.
    """
    told = facts.review.id if facts.review and alert else NO_REVIEW
    if facts.review and facts.review.status == "retracted":
        facts = replace(facts, review=None, retracted=True)
    work, review = facts.work, facts.review
    blocks: list[Block] = [Heading(title_of(work))]
    if guess and guess.words:
        more = ". Something else? See the buttons below" if guess.others else ""
        blocks.append(Note(f"My guess for “{clean(guess.words, 60)}”{more}"))
    if namesakes:
        blocks.append(Note(f"{len(namesakes)} more of this name, see the buttons below"))
    blocks.append(Paragraph(_what(work)))
    if people := _people(work):
        blocks.append(Paragraph(people, optional=True))
    blocks += _scores(facts)
    if review:
        blocks += [Note(f"{RETRACTED} What follows is an older one.")] if facts.retracted else []
        blocks += _opinion(review)
        blocks += _detail(review)
    else:
        none = RETRACTED if facts.retracted else "No review of it yet."
        blocks.append(Paragraph(f"{none} You can vote all the same."))
    rows = (*_buttons(facts, alert, told), *_switches(work, namesakes, alert, guess))
    shown = Shown(work.id, facts.edition, alert, again, told)
    return Reply(tuple(blocks), (*rows, *AGAIN) if again else rows, web_address(work.image), shows=shown)


def title_of(work: Work) -> str:
    """A work's title with season and year: "Dark, season 2 (2019)"."""
    season = f", season {work.season}" if work.season else ""
    year = f" ({work.year})" if work.year else ""
    return f"{clean(work.title, 120) or UNTITLED}{season}{year}"


def brief(facts: CardFacts) -> Line:
    """A work in one line of a list: title, both scores, verdict."""
    parts: list[Span] = [Bold(title_of(facts.work))]
    if facts.review and (editors := clean(facts.review.score_text, 20)):
        parts.append(f" · editors {editors}")
    found = score(facts.tally, facts.community)
    if found.state != "few":
        parts.append(f" · community {community_value(facts.tally, facts.community)}")
    if facts.review and facts.review.verdict:
        parts.append(f" · {VERDICTS[facts.review.verdict].partition(' ')[2].lower()}")
    return Line(tuple(parts))


def community_value(tally: Tally, community: Community) -> str:
    """The community's score with its doubt: "7.4 ±0.6", or "about 7/10" where that is wide."""
    found = score(tally, community)
    if found.wide:
        return f"about {round(found.value)}/10"
    return f"{found.value:.1f}/10 ±{found.margin:.1f}"


def receipt(title: str, done: Receipt) -> str:
    """What the voter is told in private, the histogram included; at most 200 characters."""
    if done.now is None and done.before is None:
        return f"You have no vote on {shorten(title, 60)}."
    if done.now is None:
        return f"Your vote on {shorten(title, 60)} is taken back."
    said = "still " if done.before == done.now else "now " if done.before else ""
    lines = [f"{shorten(title, 60)}: {said}{stars(done.now)} from you", f"½ {bars(done.tally.counts)} 5"]
    found = score(done.tally, done.community)
    votes = plural(found.votes, "vote")
    if found.state == "few":
        lines.append(f"{votes}; a score needs {SHOWN_FROM}")
    else:
        early = ", early" if found.state == "early" else ""
        lines.append(f"{community_value(done.tally, done.community)} · {votes}{early}")
    return "\n".join(lines)


def spoilers(facts: CardFacts) -> Reply:
    """The review's spoiler part, hidden once more and for the asker alone."""
    title = title_of(facts.work)
    text = clean(facts.review.spoilers, 3000) if facts.review else ""
    if not text:
        return Reply((Paragraph(f"The review of {title} keeps nothing back."),), private=True)
    # In pieces: where escaping doubles a text, at least the first one still fits.
    pieces = wrap(text, SPOILER_PIECE, break_on_hyphens=False)
    return Reply(
        (Heading(f"Spoilers for {title}"), *(Paragraph(Spoiler(piece)) for piece in pieces)), private=True
    )


def clean(text: str, limit: int) -> str:
    """A text from outside on one line, without invisible marks, cut at a sentence or word."""
    return shorten(" ".join(printable(text).split()), limit)


def _clean_all(texts: Sequence[str], most: int, limit: int) -> list[str]:
    """The first `most` of the texts that have anything to show, each cleaned."""
    return [kept for text in texts if (kept := clean(text, limit))][:most]


def _what(work: Work) -> Line:
    parts: list[str] = [KINDS[work.kind]]
    parts += _clean_all([work.platform], 1, 40)
    parts += [genre.lower() for genre in _clean_all(work.genres, 4, 30)]
    text = " · ".join(parts)
    original = clean(work.original, 80)
    if original and original != work.title:
        return line(capitalised(text), " · ", Italic(original))
    return line(capitalised(text))


def _people(work: Work) -> str:
    makers, cast = [], []
    for credit in work.people:
        name, role, character = clean(credit.name, 50), clean(credit.role, 30), clean(credit.character, 50)
        if name and credit.role == "cast":
            cast.append(f"{name} as {character}" if character else name)
        elif name:
            makers.append(f"{name} ({role})" if role else name)
    return " · ".join(makers[:3] + cast[:4])


def _scores(facts: CardFacts) -> list[Block]:
    review, found = facts.review, score(facts.tally, facts.community)
    editors = clean(review.score_text, 30) if review else ""
    lines: list[Span] = []
    if review:
        lines.append(line("Editors: ", Bold(editors or "no score")))
    if found.state == "few":
        had = f"{plural(found.votes, 'vote')} so far" if found.votes else "no votes yet"
        lines.append(line("Community: ", f"{had}, a score needs {SHOWN_FROM}"))
    else:
        early = " · early" if found.state == "early" else ""
        votes = plural(found.votes, "vote")
        value = community_value(facts.tally, facts.community)
        lines.append(line("Community: ", Bold(value), f" · {votes}{early}"))
    difference = gap(found, review.score if review else None)
    if difference is not None:
        side = "above" if difference > 0 else "below"
        lines.append(line(Italic(f"The community is {abs(difference):.1f} {side} the editors")))
    return [Points(tuple(lines), mark="")]


def _opinion(review: Review) -> list[Block]:
    """The verdict and for whom, and the summary."""
    blocks: list[Block] = []
    verdict: list[Span] = [Bold(VERDICTS[review.verdict])] if review.verdict else []
    if audience := clean(review.audience, 160):
        verdict.append(f"{': ' if verdict else 'For '}{audience}")
    if verdict:
        blocks.append(Paragraph(Line(tuple(verdict))))
    if summary := _words(review.summary, SUMMARY_WORDS):
        blocks.append(Quote(summary))
    return blocks


def _detail(review: Review) -> list[Block]:
    blocks: list[Block] = []
    pros_and_cons = [line("➕ ", capitalised(text)) for text in _clean_all(review.pros, 3, 140)]
    pros_and_cons += [line("➖ ", capitalised(text)) for text in _clean_all(review.cons, 3, 140)]
    if pros_and_cons:
        blocks.append(Points(tuple(pros_and_cons), mark="", optional=True))
    if liked := _clean_all(review.comparables, 5, 60):
        blocks.append(Paragraph(line("If you liked ", Italic(listed(liked, "or"))), optional=True))
    if notes := _clean_all(review.notes, 6, 40):
        blocks.append(Note(f"Content notes: {' · '.join(notes)}", optional=True))
    byline = _byline(review)
    return [*blocks, Note(byline)] if byline.parts else blocks


def _byline(review: Review) -> Line:
    parts: list[Span] = []
    said = _clean_all((review.author, review.outlet), 2, 60)
    if review.published_at:
        said.append(datetime.fromtimestamp(review.published_at, UTC).strftime("%-d %b %Y"))
    if said:
        parts.append(" · ".join(said))
    if review.revision > review.issued:
        parts.append(f"{' · ' if parts else ''}corrected")
    if url := web_address(review.url):
        parts += [" · " if parts else "", Link("full review", url)]
    return Line(tuple(parts))


def _buttons(facts: CardFacts, alert: SubscriptionId, told: ReviewId) -> Rows:
    work = facts.work.id
    rows = [
        tuple(Button(f"{_half_stars(value)}★", Vote(work, value, alert, told)) for value in values)
        for values in (range(1, 6), range(6, 11))
    ]
    more = [Button("↩ Take back", Unvote(work, alert, told))]
    if facts.review and facts.review.spoilers:
        more.append(Button("🙈 Spoilers", Spoilers(work, told)))
    more += [Button("🍿 More like this", Similar(work)), Button("🔔 Alert me", AlertMe(work))]
    rows.append(tuple(more))
    if alert != NO_ALERT:
        rows.append((Button("🔕 Mute this", Mute(alert)),))
    return tuple(rows)


def _switches(work: Work, namesakes: Sequence[Work], alert: SubscriptionId, guess: Guess | None) -> Rows:
    """Buttons that turn the card into another work's: of the same name, or of what else may be meant."""
    query = guess.query if guess else 0
    rows = []
    if namesakes:
        switches = [Button(_switch(each), Show(each.id, alert, query)) for each in namesakes[:SWITCHES]]
        if len(namesakes) > SWITCHES:
            more = Namesakes(work.id, alert, query)
            switches.append(Button(f"{len(namesakes) - SWITCHES} more …", more))
        rows.append(tuple(switches))
    if guess and guess.others:
        others = guess.others[:SWITCHES]
        rows.append(tuple(Button(_switch(each), Show(each.id, alert, query, work.id)) for each in others))
    return tuple(rows)


def _switch(work: Work) -> str:
    season = f", season {work.season}" if work.season else ""
    year = f" ({work.year})" if work.year else f" ({work.kind})"
    return f"{clean(work.title, 30) or UNTITLED}{season}{year}"


def _half_stars(value: int) -> str:
    whole, half = divmod(value, 2)
    return f"{whole or ''}{'½' if half else ''}"


def _words(text: str, most: int) -> str:
    words = clean(text, 600).split()
    if len(words) <= most:
        return " ".join(words)
    return shorten(" ".join(words), len(" ".join(words[:most])))
