"""Reads rows of Letterboxd's export: reviews.csv, and of diary.csv and ratings.csv, which hold none."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath

from bot.feeds.faults import Fault, Skipped
from bot.rules.addresses import web_address
from bot.rules.drafts import Draft, Evidence
from bot.rules.extracting import NotAReview, read_article
from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.languages import find_language
from bot.rules.extracting.spoilers import may_be_shown, parted_at_warning, spoiler_part
from bot.rules.scores import parse_score, verdict_for
from bot.rules.wording import printable

OUTLET = "Letterboxd"
NO_TEXT = "without a review"
WITHDRAWN = "withdrawn"
_WITHDRAWN_IN = ("deleted", "orphaned")  # the folders for what its author or the site took away
_COLUMN = "letterboxd uri"
_OTHER_TABLES = ("letterboxd list export", "date joined username", "date content comment")
_RATING = re.compile(r"[1-4](?:\.[05])?|0\.5|5(?:\.0)?")
_YEAR = re.compile(r"(?:18[7-9]|19\d|20\d)\d")
_SUMMARY_WORDS, _SUMMARY_LENGTH = 60, 600
_LONGEST_TITLE, _LONGEST_SPOILERS = 200, 3000
_BREAKS = re.compile(r"<br ?/?>|</?(?:p|li|ul|ol|blockquote)(?: [^<>]{0,300})?>", re.IGNORECASE)
_STUCK_TAGS = re.compile(r"(?<=[\w.,!?:;])(?:</?[a-z][^<>]{0,300}>)+(?=\w)", re.IGNORECASE)
_YEARS = range(1990, 2101)
_SURE = 0.97


def is_letterboxd(columns: Iterable[str]) -> bool:
    """Whether a table with these columns, in small letters, is one of Letterboxd's."""
    return _COLUMN in columns


def is_other_table(columns: Iterable[str]) -> bool:
    """Whether it is a part of the export that holds no films: the profile, the comments, a list."""
    return " ".join(columns).startswith(_OTHER_TABLES)


def read_entry(
    row: Mapping[str, str], source: str, line: int, known_names: Callable[[str], bool]
) -> Draft | Fault | Skipped:
    """The review of one row; a film that was only watched or rated is no review."""
    text = printable(row.get("review", "").replace("\t", " ")).strip()
    if not text:
        return Skipped(NO_TEXT)
    if PurePath(source).parent.name in _WITHDRAWN_IN:
        return Skipped(WITHDRAWN)
    title = " ".join(printable(row.get("name", "")).split())
    year, rating = row.get("year", ""), row.get("rating", "")
    if not title or len(title) > _LONGEST_TITLE:
        said = "is missing" if not title else f"should be text of at most {_LONGEST_TITLE} characters"
        return Fault(source, line, "Name", said)
    if year and not _YEAR.fullmatch(year):
        return Fault(source, line, "Year", f'should be a year such as 2021, not "{printable(year)[:40]}"')
    if rating and not _RATING.fullmatch(rating):
        said = f'should be 0.5 to 5 in steps of a half, not "{printable(rating)[:40]}"'
        return Fault(source, line, "Rating", said)
    try:
        published = _seconds(row.get("date", ""))
    except ValueError:
        return Fault(source, line, "Date", 'should be a date such as "2023-10-06"')
    told = {
        "title": title,
        "year": int(year) if year else None,
        "url": web_address(row[_COLUMN]),
        "published_at": published,
        "outlet": OUTLET,
    }
    return replace(_completed(_read(text, title, year, known_names), told, rating), line=line)


def _seconds(date: str) -> int | None:
    if not date:
        return None
    moment = datetime.strptime(date, "%Y-%m-%d").replace(tzinfo=UTC)
    if moment.year not in _YEARS:
        raise ValueError(date)
    return int(moment.timestamp())


def _read(text: str, title: str, year: str, known_names: Callable[[str], bool]) -> Draft:
    """What the review's own words say; many of them are a sentence or two, which are their own summary."""
    text, told = parted_at_warning(_with_breaks(text))
    try:
        draft = read_article(f"{title} ({year}) review\n\n{text}" if year else f"{title} review\n\n{text}",
                             known_names)  # fmt: skip
    except NotAReview:
        draft = Draft(title)
    article = read_lines(text)
    words = " ".join(" ".join(article.lines).split())
    draft = replace(draft, language=find_language(f"{words} {told}"))
    spoilers = draft.spoilers or spoiler_part(article.sentences, ())
    fits = len(words.split()) <= _SUMMARY_WORDS and len(words) <= _SUMMARY_LENGTH
    if fits and may_be_shown(words, article.sentences or (words,)):
        draft, spoilers = replace(draft, summary=words), ""
    hidden = " ".join(" ".join(read_lines(told).lines).split())
    return replace(draft, spoilers=f"{spoilers} {hidden}".strip()[:_LONGEST_SPOILERS])


def _with_breaks(text: str) -> str:
    """The text with its breaks as ends of lines, and a space where a tag alone parts two words."""
    return _STUCK_TAGS.sub(" ", _BREAKS.sub("\n", text))


def _completed(draft: Draft, told: Mapping[str, object], rating: str) -> Draft:
    """With what the export knows for certain. A film's review tells of no season, whatever it mentions."""
    if rating and (score := parse_score(f"{rating}/5")):
        found = {"score_text": score.text, "score": score.value, "verdict": verdict_for(score)}
        told = {**told, **found}
    kept = {name: each for name, each in draft.evidence.items() if name not in ("kind", "season")}
    stated = {name: Evidence(str(value), "feed", _SURE) for name, value in told.items() if value is not None}
    evidence = {**kept, **stated}
    return replace(draft, kind=None, season=None, **told, evidence=evidence)  # type: ignore[arg-type]
