"""What editors can change of a review, as texts to fill in, and what they meant by what they wrote."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from bot.rules.addresses import web_address
from bot.rules.drafts import SURE, Draft
from bot.rules.identifying import AmbiguousWork, entry_of, identify
from bot.rules.matching import forms
from bot.rules.scores import parse_score
from bot.rules.wording import printable
from storage import Evidence, Manuscript, Review, Work, WorkId
from storage.editing import Correction
from storage.reviews import Entry

SUMMARY_WORDS = 60
ITEMS = 12
_YEARS = range(1870, 2101)
_SEASONS = range(1, 201)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
# Where a reader of articles names a field otherwise than the form does.
_ALSO = {"score": "score_text", "date": "published_at", "names": "other_names"}


class Misunderstood(ValueError):
    """A text that is not what its field takes; the message says what that is."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that editors can change. `reads` understands its text, `shows` writes it.

    `hint` says what to write, `limit` is in characters, `choices` are the values that it can have.
    """

    name: str
    label: str
    hint: str
    limit: int
    reads: Callable[[str], Any]
    long: bool = False
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()


def _words(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Lines:
    """Reads a list, one item on each line of at most so many characters."""

    most: int

    def __call__(self, text: str) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(filter(None, map(_words, text.splitlines()))))
        if len(found) > ITEMS:
            raise Misunderstood(f"takes at most {ITEMS} lines, not {len(found)}")
        if any(len(each) > self.most for each in found):
            raise Misunderstood(f"takes lines of at most {self.most} characters")
        return found


def _title(text: str) -> str:
    if not _words(text):
        raise Misunderstood("cannot be empty")
    return _words(text)


@dataclass(frozen=True, slots=True)
class _Number:
    """Reads a whole number of a span."""

    span: range

    def __call__(self, text: str) -> int | None:
        if not text:
            return None
        if not (text.isascii() and text.isdecimal() and int(text) in self.span):
            raise Misunderstood(f"should be a number from {self.span[0]} to {self.span[-1]}, or nothing")
        return int(text)


def _score(text: str) -> tuple[str, float | None]:
    if not text:
        return "", None
    found = parse_score(text)
    if found is None:
        raise Misunderstood('should be a score such as "4/5", "8.5/10", "B+", "85%" or "★★★½", or nothing')
    return found.text, found.value


def _summary(text: str) -> str:
    if len(text.split()) > SUMMARY_WORDS:
        raise Misunderstood(f"has {len(text.split())} words; {SUMMARY_WORDS} are the most")
    return _words(text)


def _address(text: str) -> str:
    if text and not web_address(text):
        raise Misunderstood("should be a web address that begins with https://, or nothing")
    return text


def _date(text: str) -> int:
    if not text:
        return 0
    try:
        moment = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise Misunderstood("should be a date such as 2026-11-23, or nothing") from None
    return int(moment.timestamp())


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise Misunderstood('should be a language code such as "en" or "pt-BR"')
    return text


KINDS = (("film", "Film"), ("series", "Series"), ("season", "Season"))
VERDICTS = (("watch", "Watch it"), ("maybe", "Maybe"), ("skip", "Skip it"), ("", "No verdict"))
_EACH = "One on each line"

DETAILS: Mapping[str, Detail] = {
    detail.name: detail
    for detail in (
        Detail("title", "Title", "As the film or series is called", 200, _title, required=True),
        Detail("kind", "Kind", "", 10, str, required=True, choices=KINDS),
        Detail("year", "Year", "When it came out, such as 2023", 4, _Number(_YEARS)),
        Detail("season", "Season", "Only for a season: its number", 3, _Number(_SEASONS)),
        Detail("platform", "Where it runs", "Netflix, cinemas …", 40, _words),
        Detail("score", "Score", "As the reviewer wrote it: 4/5, B+, 85% …", 40, _score),
        Detail("verdict", "Verdict", "", 10, str, choices=VERDICTS),
        Detail("summary", "Summary", f"At most {SUMMARY_WORDS} words that give nothing away", 600, _summary,
               long=True),
        Detail("spoilers", "Spoilers", "Shown only to those who ask", 4000, _words, long=True),
        Detail("audience", "For whom", "For those who like slow burns …", 300, _words),
        Detail("pros", "What works", _EACH, 2500, _Lines(200), long=True),
        Detail("cons", "What does not", _EACH, 2500, _Lines(200), long=True),
        Detail("comparables", "If you liked", f"{_EACH}: titles that it is like", 2500, _Lines(200),
               long=True),
        Detail("notes", "Content notes", f"{_EACH}: violence, grief …", 600, _Lines(40), long=True),
        Detail("genres", "Genres", _EACH, 600, _Lines(40), long=True),
        Detail("author", "Reviewer", "Who wrote it", 100, _words),
        Detail("outlet", "Outlet", "Where it was published", 100, _words),
        Detail("url", "Address", "Of the full review, with https://", 500, _address),
        Detail("date", "Date", "When it was published: 2026-11-23", 10, _date),
        Detail("language", "Language", "Its code: en, ko, pt-BR …", 40, _language),
    )
}  # fmt: skip
PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Most edited", ("score", "verdict", "summary", "title", "spoilers")),
    ("Which film", ("title", "kind", "year", "season", "platform")),
    ("Opinion", ("score", "verdict", "summary", "spoilers", "audience")),
    ("Particulars", ("pros", "cons", "comparables", "notes", "genres")),
    ("Byline", ("author", "outlet", "url", "date", "language")),
)
ON_THE_WORK = frozenset({"title", "kind", "year", "season", "platform", "genres"})
_AT_ONCE = 5


def doubtful(evidence: Mapping[str, Evidence]) -> tuple[str, ...]:
    """The details that an editor should look at, the least sure first."""
    found = ((rests.sure, name) for name in DETAILS if (rests := basis(evidence, name)))
    return tuple(name for sure, name in sorted(found) if sure < SURE)


def basis(evidence: Mapping[str, Evidence], name: str) -> Evidence | None:
    """What a detail rests on; None where nobody said."""
    return evidence.get(name) or evidence.get(_ALSO.get(name, ""))


def asked_in(part: int, evidence: Mapping[str, Evidence]) -> tuple[str, ...]:
    """The details of a part of the form, at most five; in the first part, what is doubtful comes first."""
    names = PARTS[part][1]
    return names if part else tuple(dict.fromkeys((*doubtful(evidence), *names)))[:_AT_ONCE]


def texts(known: Manuscript) -> dict[str, str]:
    """What each detail says now, as a text to fill in."""
    review, work = known.review, known.work
    day = datetime.fromtimestamp(review.published_at, UTC).strftime("%Y-%m-%d")
    return {
        "title": work.title, "kind": work.kind, "year": str(work.year or ""),
        "season": str(work.season or ""), "platform": work.platform, "genres": "\n".join(work.genres),
        "score": review.score_text, "verdict": review.verdict or "", "summary": review.summary,
        "spoilers": review.spoilers, "audience": review.audience, "pros": "\n".join(review.pros),
        "cons": "\n".join(review.cons), "comparables": "\n".join(review.comparables),
        "notes": "\n".join(review.notes), "author": review.author, "outlet": review.outlet,
        "url": review.url, "date": day if review.published_at else "", "language": review.language,
    }  # fmt: skip


def corrected(known: Manuscript, values: Mapping[str, str]) -> Correction | dict[str, str]:
    """What a review is to say after these texts were filled in, or what is wrong with some, by detail.

    What was left as it stood is not read again, and rests on the editor from now on as well.
    """
    before, read, wrong = texts(known), {}, {}
    for name, text in values.items():
        if name in DETAILS and _tidy(text) != _tidy(before[name]):
            try:
                read[name] = _understood(DETAILS[name], _tidy(text))
            except Misunderstood as error:
                wrong[name] = str(error)
    kind, season = read.get("kind", known.work.kind), read.get("season", known.work.season)
    if {"kind", "season"} & set(read) and (kind == "season") != (season is not None):
        wrong["season"] = "goes with the kind Season, and with no other"
    if wrong:
        return wrong
    review = _review(known.review, read)
    seen = {name: Evidence("", "editor", 1.0) for name in values if name in DETAILS}
    return Correction(
        review=review,
        evidence={**{name: each for name, each in known.evidence.items() if name not in _both(seen)}, **seen},
        fields=tuple(read),
        comparables=tuple(form for name in review.comparables for form in forms(name, ())),
        **_about(known, read),
    )


def about(known: Manuscript, work: Work) -> Correction:
    """An editor says which one of several works a review is about."""
    which = ("title", "kind", "year", "season")

    def settle(candidates: Sequence[Work], alone: bool) -> Entry:
        return entry_of(next((each for each in candidates if each.id == work.id), work))

    return Correction(
        review=known.review,
        evidence={**known.evidence, **{name: Evidence("", "editor", 1.0) for name in which}},
        fields=which,
        comparables=tuple(form for name in known.review.comparables for form in forms(name, ())),
        forms=forms(work.title, ()),
        settle=settle,
    )


def _both(names: Mapping[str, object]) -> set[str]:
    return {*names, *(_ALSO.get(name, name) for name in names)}


def _tidy(text: str) -> str:
    lines = (_words(line) for line in printable(text.replace("\r", "\n")).split("\n"))
    return "\n".join(line for line in lines if line)


def _understood(detail: Detail, text: str) -> Any:
    if detail.choices and text not in dict(detail.choices):
        raise Misunderstood("should be one of the choices")
    if len(text) > detail.limit:
        raise Misunderstood(f"has {len(text)} characters; {detail.limit} are the most")
    return detail.reads(text)


def _review(review: Review, read: Mapping[str, Any]) -> Review:
    own = {name: value for name, value in read.items() if name not in ON_THE_WORK}
    if "score" in own:
        own["score_text"], own["score"] = own["score"]
    if "date" in own:
        own["published_at"] = own.pop("date")
    if "verdict" in own:
        own["verdict"] = own["verdict"] or None
    return replace(review, **own)


def _about(known: Manuscript, read: Mapping[str, Any]) -> dict[str, Any]:
    """Which work the corrected review is about, where that was corrected at all."""
    changes = {name: value for name, value in read.items() if name in ON_THE_WORK}
    if not changes:
        return {}
    wanted = replace(known.work, **changes)

    def settle(candidates: Sequence[Work], alone: bool) -> Entry:
        return entry_of(_work(known.work, wanted, candidates, alone))

    return {"settle": settle, "forms": forms(wanted.title, (wanted.original,))}


def _work(own: Work, wanted: Work, candidates: Sequence[Work], alone: bool) -> Work:
    """The work that is meant: the present one where its name, kind and year stay, else a known one that fits.

    Where none does, the present one is renamed, unless others have reviewed it or voted on it.
    """
    if _identity(own) == _identity(wanted):
        return wanted
    others = [work for work in candidates if work.id != own.id]
    draft = Draft(wanted.title, wanted.kind, wanted.year, wanted.season)
    new = replace(wanted, id=WorkId(0), original="", other_names=(), people=(), image="")
    try:
        found = identify(draft, others)
    except AmbiguousWork:
        found = new  # nobody can tell which is meant, so it is none of them
    if found.id:
        return found
    return wanted if alone else new


def _identity(work: Work) -> tuple[Literal["film", "series", "season"], str, int | None, int | None]:
    return work.kind, work.title, work.year, work.season
