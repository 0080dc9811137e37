"""Puts claims and the reading of the text together into one draft."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.feeds.pages.claims import Claim, claim, same_name, settle, spoken
from bot.feeds.pages.headline_words import CREDITED
from bot.feeds.pages.screening import Signs
from bot.rules.drafts import Draft, Evidence
from bot.rules.extracting import NotAReview, read_article
from bot.rules.extracting.article import SHORTEST
from bot.rules.extracting.cleaning import read_lines, words
from bot.rules.extracting.titles import find_name
from bot.rules.scores import Score, parse_score, verdict_for

_ENOUGH = 0.5
_LIKELY = 0.65
_IN_TEXT = 0.7
_FIRST = 3_000
_READ, _LAST = 8_000, 2_500
_FROM_TEXT = (
    "kind", "year", "season", "original", "platform", "genres", "people", "author", "language",
    "published_at",
    "verdict", "audience", "summary", "spoilers", "pros", "cons", "comparables", "notes",
)  # fmt: skip
_USUALLY = {"title": 0.6, "kind": 0.55, "language": 0.6}  # where a reading brings no evidence
_OF_DRAFTS = frozenset((*_FROM_TEXT, "title", "outlet", "image"))


def draft_from(
    claims: Sequence[Claim],
    headlines: Sequence[str],
    text: str,
    url: str,
    known: Callable[[str], bool],
    signs: Signs | None = None,
) -> Draft:
    """The draft that claims, headlines and text make; raises NotAReview where no title is likely enough.

    `signs` tell how far a title can be trusted that the page states nowhere as data.
    """
    stated = [each for each in claims if each.field == "title"]
    titles = [*stated, *_title_in(headlines[:1], text, known, stated)]
    if max((each.evidence.sure for each in titles), default=0.0) < _ENOUGH:
        raise NotAReview("I could not find which film or series that page reviews.")
    settled = settle(titles)["title"]
    name = settled.value
    first = headlines[:1] if same_name(name) in same_name(" ".join(headlines[:1])) else [f"{name} Review"]
    read = _read(first, text, known)
    if read is not None and same_name(read.title) != same_name(name):
        read = replace(read, title=name, year=None, season=None)
    others = [each for each in claims if each.field != "title"]
    if signs is not None:
        scored = read is not None and read.score is not None
        most = signs.surest(scored or any(each.field == "score" for each in others))
        settled = replace(settled, evidence=replace(settled.evidence, sure=min(settled.evidence.sure, most)))
    return _made([settled, *others], read, url)


def _title_in(
    headlines: Sequence[str], text: str, known: Callable[[str], bool], stated: Sequence[Claim]
) -> Iterator[Claim]:
    """What the first lines of the text call the work, unless headlines say it better."""
    uncredited = [CREDITED.sub("", headline) for headline in headlines]
    article = read_lines(_with(uncredited, text[:_FIRST]))
    name = find_name(article, known) if article.lines and words(article.text) >= SHORTEST else None
    if name is not None and not any(_is_same_witness(name.title, each, headlines) for each in stated):
        yield claim("title", name.title[:200], name.title, "text", name.sure)


def _is_same_witness(name: str, stated: Claim, headlines: Sequence[str]) -> bool:
    """Whether the name is short for a likely title, or that title with more of the same headline."""
    title, told = spoken(stated.value), spoken(name)
    shorter, longer = sorted((title, told), key=len)
    is_held = shorter != longer and (longer.startswith(shorter) or longer.endswith(shorter))
    is_copied = told == shorter or any(told in spoken(headline) for headline in headlines)
    return is_held and is_copied and stated.evidence.sure >= _LIKELY


def _read(headlines: Sequence[str], text: str, known: Callable[[str], bool]) -> Draft | None:
    """The article's own reading, its headlines before it; None where there is too little text for one."""
    try:
        read = read_article(_with(headlines, _shortened(text)), known)
    except NotAReview:
        return None
    return replace(read, text=_with(headlines, text)) if len(text) > _READ else read


def _shortened(text: str) -> str:
    """Of a long text the beginning and the end, which say what it reviews and how it likes it."""
    return text if len(text) <= _READ else f"{text[: _READ - _LAST]}\n{text[-_LAST:]}"


def _with(headlines: Sequence[str], text: str) -> str:
    return "\n\n".join([*(headline for headline in headlines if not text.startswith(headline)), text])


def _made(claims: Sequence[Claim], read: Draft | None, url: str) -> Draft:
    settled = settle([*claims, *_of_text(read)])
    values: dict[str, Any] = {field: each.value for field, each in settled.items() if field in _OF_DRAFTS}
    evidence = {field: each.evidence for field, each in settled.items() if field in _OF_DRAFTS}
    if score := settled.get("score"):
        verdict = values.get("verdict") if score.evidence.origin == "text" else None
        values |= {"score_text": score.value.text, "score": score.value.value}
        values["verdict"] = verdict or verdict_for(score.value)
        evidence |= dict.fromkeys(("score", "score_text", "verdict"), score.evidence)
    if values.get("season") is not None:
        values["kind"] = "season"
    return Draft(**values, url=url, evidence=evidence, text=read.text if read else "")


def _of_text(read: Draft | None) -> Iterator[Claim]:
    if read is None:
        return
    if read.score is not None:
        score = parse_score(read.score_text) or Score(read.score_text, read.score, "")
        yield claim("score", score, _words(read, "score"), "text", _sure(read, "score"))
    for field in _FROM_TEXT:
        value = getattr(read, field)
        if value not in (None, "", ()):
            yield Claim(field, value, read.evidence.get(field) or Evidence("", "text", _sure(read, field)))


def _sure(read: Draft, field: str) -> float:
    evidence = read.evidence.get(field)
    return evidence.sure if evidence else _USUALLY.get(field, _IN_TEXT)


def _words(read: Draft, field: str) -> str:
    evidence = read.evidence.get(field)
    return evidence.words if evidence else str(getattr(read, field))
