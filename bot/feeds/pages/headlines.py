"""Finds the name of the reviewed work in a headline, without site names, "review" and the like."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from bot.feeds.pages.headline_words import (
    AFTER,
    ARTICLE,
    BREAK,
    COLUMN,
    CREDITED,
    DATED,
    FESTIVAL,
    FOREIGN_REVIEW,
    GENERIC,
    IN_BRACKETS,
    LEADING,
    NAME_THEN_WORDS,
    ONLY_FILLER,
    ORDER,
    ORDINALS,
    POSSESSED,
    QUOTED,
    REVIEW,
    SCORE,
    SEASON,
    SEPARATOR,
    SMALL,
    TELLS,
    TEMPLATE,
    TRAILING,
    WORD,
    YEAR,
)
from bot.rules.scores import Score, parse_score

_LONGEST_NAME, _LONGEST_RUN = 90, 8
_FEWEST_BEFORE = 3
_FORMAL = 0.85  # what a year or a director follows is the whole name
_CUT = 0.25

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Headed:
    """A name that a headline may mean, with year and season where they stand beside it."""

    name: str
    sure: float
    year: int | None = None
    season: int | None = None


def names_in(headline: str, known: Known, site: str = "", url: str = "") -> list[Headed]:
    """The names that a headline may mean, each once, the surest first. `known` is a hint only."""
    text = without_site(" ".join(SCORE.sub(" ", headline[:300]).split()), site, url)
    text = COLUMN.sub("", text) or text
    credited = CREDITED.search(text)
    text = text[: credited.start()] if credited and credited.start() else text
    best: dict[str, Headed] = {}
    guesses = [*_guesses(text), *([Headed(text, _FORMAL)] if credited and not REVIEW.search(text) else [])]
    for guess in chain.from_iterable(_refined(guess, known) for guess in guesses):
        if _possible(guess.name) and guess.sure > best.get(guess.name, _NOTHING).sure:
            best[guess.name] = guess
    for name, sure in _known_runs(text, known):
        if sure > best.get(name, _NOTHING).sure:
            best[name] = Headed(name, sure)
    season = _season(text)
    dated = DATED.search(text)
    year = int(dated["year"]) if dated else None
    formal = _bare(dated["name"]) if dated else _bare(text) if credited else ""
    placed = (
        Headed(
            each.name, each.sure - _CUT * _begins(each.name, formal), each.year or year, each.season or season
        )
        for each in best.values()
    )
    return sorted(placed, key=lambda each: (-each.sure, -len(each.name)))


_NOTHING = Headed("", 0.0)


def _begins(name: str, formal: str) -> bool:
    """Whether the name is cut off before the end that a year or a director marks."""
    return len(name) < len(formal) and formal.lower().startswith(name.lower())


def score_in(headline: str) -> Score | None:
    """A score that begins or ends a headline, in brackets or as glyphs; an age certificate is none."""
    for found in (SCORE.match(headline.strip()), _last(headline)):
        text = found[0].strip(" []()") if found else ""
        if text and (text[0].isdigit() or text[0] in "★☆⭐") and (score := parse_score(text)):
            return score
    return None


def _last(headline: str) -> re.Match[str] | None:
    found = list(SCORE.finditer(headline))[-1:]
    return found[0] if found and not headline[found[0].end() :].strip() else None


def without_site(title: str, site: str = "", url: str = "") -> str:
    """The headline without segments at its ends that name the site or a section of it."""
    parts, separators = SEPARATOR.split(title), SEPARATOR.findall(title)
    own = {_letters(site), _letters(urlsplit(url).netloc.removeprefix("www.").rpartition(".")[0])} - {""}
    while len(parts) > 1 and _names_site(parts[-1], own):
        parts.pop()
        separators.pop()
    while len(parts) > 1 and _names_site(parts[0], own) and not REVIEW.search(parts[0]):
        parts.pop(0)
        separators.pop(0)
    return "".join(chain.from_iterable(zip(parts, [*separators, ""], strict=False))).strip()


def _names_site(part: str, own: set[str]) -> bool:
    letters = _letters(part)
    if not letters or GENERIC.fullmatch(part.strip()):
        return True
    return any(
        letters == name or (len(letters) > 4 and letters in name) or (len(name) > 4 and name in letters)
        for name in own
    )


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum()).removeprefix("the")


def _guesses(text: str) -> Iterator[Headed]:
    review = REVIEW.search(text)
    for quoted in QUOTED.finditer(text):
        yield Headed(quoted[0], 0.85 if review or quoted.start() == 0 else 0.7)
    if dated := DATED.search(text):
        name = dated["name"]
        if (inner := REVIEW.search(name)) and (after := AFTER.match(name[inner.end() :])):
            name = name[inner.end() + after.end() :]
        yield Headed(name, 0.9, int(dated["year"]))
        yield Headed(BREAK.split(name)[-1], 0.78, int(dated["year"]))
    if review:
        is_foreign = FOREIGN_REVIEW.match(review[0]) is not None
        yield from _around(text[: review.start()], text[review.end() :], is_foreign)
    if season := SEASON.search(text):
        yield Headed(BREAK.split(text[: season.start()])[-1], 0.85)
    segments = BREAK.split(text)
    if told := NAME_THEN_WORDS.match(text):
        yield Headed(told["name"], 0.7 if _title_case(told["name"]) else 0.3)
    if tells := TELLS.search(segments[0]):
        yield Headed(segments[0][: tells.start()], 0.6)
    if len(segments) == 1:
        yield Headed(text, 0.65 if _title_case(text) else 0.3)
    elif len(segments) == 2 and _title_case(text) and not review:
        yield Headed(text, 0.6 if ": " in text else 0.4)
    for segment in segments[:4]:
        yield Headed(segment, 0.45 if _title_case(segment) else 0.15)


def _around(before: str, after: str, is_foreign: bool) -> Iterator[Headed]:
    """What stands before "review", or after "Review:" where nothing that could be a name precedes it.

    Capitals tell a name from a sentence in English only.
    """
    is_apart = not after.strip() and before.rstrip().endswith(("|", "–", "—", "-", ":"))  # "Name | Review"
    before = ARTICLE.sub("", before)
    before = "" if ONLY_FILLER.fullmatch(before.strip(" -–—:|")) else _bare(before)
    follows = AFTER.match(after)
    rest = after[follows.end() :] if follows else ""
    if before and not GENERIC.fullmatch(before):
        yield Headed(before, _FORMAL if is_apart else 0.8)
        last = BREAK.split(before)[-1]
        if last != before:
            yield Headed(last, 0.75)
    elif rest:
        yield Headed(rest, 0.7 if is_foreign or _title_case(rest) else 0.4)
        first = BREAK.split(rest)[0]
        if first != rest:
            yield Headed(first, 0.75)


def _refined(guess: Headed, known: Known) -> Iterator[Headed]:
    """The guess as a bare name; a known one is surer, and a known end of it is one ("Some Actor TITLE")."""
    name = _bare(guess.name)
    if quoted := QUOTED.fullmatch(name):
        name = quoted["name"].strip()
    if not name:
        return
    if (noted := IN_BRACKETS.match(name)) and not known(name):
        for inner, part in (("name", 0.02), ("other", -0.1)):
            yield Headed(noted[inner], guess.sure + part, guess.year, guess.season)
    single = " " not in name
    if known(name):
        yield Headed(name, min(0.95, guess.sure + (0.1 if single else 0.15)), guess.year, guess.season)
        return
    owner = name.removesuffix("'s").removesuffix("’s")
    if owner != name and known(owner):
        yield Headed(owner, guess.sure, guess.year, guess.season)
    yield Headed(name, guess.sure, guess.year, guess.season)
    if possessed := POSSESSED.match(name):
        rest = name[possessed.end() :]
        yield Headed(rest, guess.sure + (0.1 if known(rest) else 0.02), guess.year, guess.season)
    words = name.split()
    for start in range(1, min(len(words), 6)):
        end = " ".join(words[start:])
        if words[start - 1].lower() in SMALL:
            break  # no name of a person stands before it: "Man on Wire"
        if start < _FEWEST_BEFORE and start == len(words) - 1:
            break  # "Society" in "Dead Poets Society": nearly every word is a title, too
        if known(end) and words[start].lower() not in SMALL - {"the", "a", "an"}:
            yield Headed(end, min(0.85, guess.sure + 0.04), guess.year, guess.season)
            return


def _known_runs(text: str, known: Known) -> Iterator[tuple[str, float]]:
    """Runs of words that are a known name: the more words, and the more capitals, the surer."""
    words = list(WORD.finditer(text))[:30]
    for start, first in enumerate(words):
        for last in words[start : start + _LONGEST_RUN]:
            run = text[first.start() : last.end()]
            count = len(run.split())
            if not _could_be_a_name(run):
                continue
            if known(run):
                part = 0.2 if _is_part_of_a_name(run, text) else 0.0
                lone = 0.1 if count == 1 else 0.0  # common words and first names are titles, too
                yield run, min(0.8, 0.28 + 0.14 * count + (0.1 if start == 0 else 0.0)) - part - lone


def _could_be_a_name(run: str) -> bool:
    starts_well = run[0].isupper() or run[0].isdigit()
    return starts_well and _title_case(run) and run.lower() not in SMALL and not GENERIC.fullmatch(run)


def _is_part_of_a_name(run: str, text: str) -> bool:
    """Whether the run stands among other capitalised words: "The End" in "The End of the Tour"."""
    around = next((segment for segment in BREAK.split(text) if run in segment), run)
    return run != around and _title_case(around) and not REVIEW.search(around)


def _bare(name: str) -> str:
    """The name without platform, kind, season, year and separators at its ends."""
    before = ""
    name = re.sub(rf"\s*[(\[]\s*{YEAR}[^)\]]{{0,12}}[)\]]", "", name)
    while before != name:
        before = name
        name = name.strip(" \t-–—:|,;#/~·")
        if not _balanced(name):
            name = name.strip("()[]")
        season = SEASON.search(name)
        if season and season.start() > 0:
            name = name[: season.start()]
        shorter = LEADING.sub("", TRAILING.sub("", FESTIVAL.sub("", name)))
        name = shorter or name
    return name


def _balanced(name: str) -> bool:
    return name.count("(") == name.count(")") and name.count("[") == name.count("]")


def _possible(name: str) -> bool:
    return (
        0 < len(name) <= _LONGEST_NAME
        and len(name.split()) <= 12
        and any(character.isalnum() for character in name)
        and not GENERIC.fullmatch(name)
        and not REVIEW.search(name)
        and not TEMPLATE.search(name)
    )


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word.lower() not in SMALL]
    return all(word[0].isupper() or not word[0].islower() for word in words)


def _season(text: str) -> int | None:
    found = SEASON.search(text)
    if found is None or found.start() == 0:
        return None
    word = (found["number"] or found["ordinal"] or found["short"]).lower()
    if word.isdigit():
        return int(word) or None
    return ORDER.index(word) if word in ORDER else ORDINALS.index(word)
