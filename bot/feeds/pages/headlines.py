"""Finds the name of the reviewed work in a headline, without site names, "review" and the like."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from bot.rules.scores import Score, parse_score

_YEAR = r"(?:18[7-9]\d|19\d\d|20\d\d)"
_ORDER = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_ORDER[1:])})"
_SEASON = re.compile(
    rf"[\s,:(\[–—-]*\b(?:(?:season|series)\s(?P<number>{_NUMBER})|(?P<ordinal>{'|'.join(_ORDINALS[1:])})\sseason"
    rf"|s(?P<short>\d{{1,2}}))\b[)\]]?",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"^(?P<name>.+?)[\s,]*[(\[](?:[\w ,]{{0,20}}?\b)?(?P<year>{_YEAR})(?:\s?[-–]\s?(?:{_YEAR})?)?[)\]]"
)
_QUOTED = re.compile(r"(?<!\w)[\"'“”‘’«„](?P<name>[^\"“”«»]{1,70}?)[\"'“”‘’»](?!\w)")
_REVIEW_WORD = (
    r"(?:(?:mini|short|capsule|video|advance|early|full|quick|final|mid-?season|honest)[- ])?reviews?(?:ed)?"
    r"|(?:film|movie) reaction"
)
_REVIEW = re.compile(rf"(?<![\w'’-])(?:{_REVIEW_WORD})(?![\w'’-])", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—|»«·•~/]+\s+|\s*\|\s*|\s*::\s*|\s*[»«]\s*")
_BREAK = re.compile(r"\s+[-–—|]+\s+|:\s+|\s*[|]\s*|\?\s+|!\s+|;\s+")
_SCORE = re.compile(
    r"[\[(]?\s*\b\d{1,3}(?:[.,]\d{1,2})?\s?/\s?(?:4|5|6|10|20|100)\b(?:\s?stars?)?\s*[\])]?|[★☆⭐✭✮✩½*]{2,}½?|[★☆⭐✭✮]½?|"
    r"[\[(](?:[A-DF][+−-]|[A-DF](?=[\])]\s*$))[\])]|\b\d(?:\.\d)?\sstars?\b"
)
_PLATFORM = (
    r"netflix(?:['’]s)?|(?:amazon\s)?prime(?:\svideo)?(?:['’]s)?|amazon(?:['’]s)?|disney\s?(?:\+|plus)(?:['’]s)?|hulu(?:['’]s)?|"
    r"hbo(?:\smax)?(?:['’]s)?|apple\stv\+?(?:['’]s)?|paramount\+|peacock(?:['’]s)?|shudder(?:['’]s)?|mubi|hotstar|"
    r"blu-?ray|dvd|4k|uhd|vod|imax|3d"
)
_FILLER = (
    rf"{_PLATFORM}|movies?|films?|tv|television|show|web|mini-?series|drama series|anime|documentary"
    rf"|k-?drama|c-?drama|"
    r"j-?drama|bollywood|hollywood|telugu|tamil|hindi|malayalam|korean|spoiler[- ]free|no spoilers?"
    r"|non[- ]spoiler|"
    r"spoilers?|quick|early|advance|my|our|the movie|first look|classic|retro|throwback|really late"
    r"|late|new|on|at"
)
_TRAILING = re.compile(rf"[\s,:|(\[–—-]*(?<![\w'’])(?:{_FILLER}|series)[)\]]?$", re.IGNORECASE)
_LEADING = re.compile(
    rf"^(?:{_FILLER}|series|stream it or skip it|film of the week|movie of the week)(?![\w'’])[\s:|–—-]+",
    re.IGNORECASE,
)
_ONLY_FILLER = re.compile(rf"(?:(?:{_FILLER}|series|very|really|belated)[\s:|–—-]*)+", re.IGNORECASE)
_AFTER = re.compile(r"^\s*(?:\#\s?\d+)?\s*(?::|[-–—|]|of\b|for\b|#\d+)\s*", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:\s[-–—|:]+|:)\s+(?:an?|my|our|the)\s*$", re.IGNORECASE)  # "Title: a review"
_POSSESSED = re.compile(r"^(?:[A-Z][\w.-]+\s){1,3}?[A-Z][\w.-]+['’]s?\s+(?=[\"'“”‘’A-Z])")
_CREDITED = re.compile(r"[\s,(\[–—-]+(?:(?:written and )?directed by|dir\.|starring)\s.*$", re.IGNORECASE)
_TELLS = re.compile(
    r"\s(?:is|isn['’]t|was|are|has|may|will|proves|feels|offers|delivers|stars|makes|gets|brings|goes)\s",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:[\w.-]+['’]s\s+)?(?:(?:the|a|film|movie|tv|series|show|blog|news|home|latest|all|my|dvd|blu-?ray|entertainment|arts|culture|cinema|and|&|"
    r"reviews?|critiques?|posts?|archives?|page|website|site|podcast|of|section)\W*)+",
    re.IGNORECASE,
)
_NAME_THEN_WORDS = re.compile(r"(?P<name>[^:]{2,60}):\s[a-z]")  # "Name: what the writer thinks of it"
_TEMPLATE = re.compile(r"<%|{{|{%|\$\{")  # what a site's program forgot to fill in
_WORD = re.compile(r"[^\W_](?:[\w'’.&!-]*[\w!])?\??")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "of",
        "on",
        "or",
        "the",
        "to",
        "vs",
        "with",
    ]
)
_LONGEST_NAME, _LONGEST_RUN = 90, 8
_FEWEST_BEFORE = 3

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
    text = without_site(" ".join(_SCORE.sub(" ", headline[:300]).split()), site, url)
    text = _CREDITED.sub("", text) or text
    best: dict[str, Headed] = {}
    for guess in chain.from_iterable(_refined(guess, known) for guess in _guesses(text)):
        if _possible(guess.name) and guess.sure > best.get(guess.name, _NOTHING).sure:
            best[guess.name] = guess
    for name, sure in _known_runs(text, known):
        if sure > best.get(name, _NOTHING).sure:
            best[name] = Headed(name, sure)
    season = _season(text)
    dated = _DATED.search(text)
    year = int(dated["year"]) if dated else None
    placed = (
        Headed(each.name, each.sure, each.year or year, each.season or season) for each in best.values()
    )
    return sorted(placed, key=lambda each: (-each.sure, -len(each.name)))


_NOTHING = Headed("", 0.0)


def score_in(headline: str) -> Score | None:
    """A score that begins or ends a headline, in brackets or as glyphs; an age certificate is none."""
    for found in (_SCORE.match(headline.strip()), _last(headline)):
        text = found[0].strip(" []()") if found else ""
        if text and (text[0].isdigit() or text[0] in "★☆⭐") and (score := parse_score(text)):
            return score
    return None


def _last(headline: str) -> re.Match[str] | None:
    found = list(_SCORE.finditer(headline))[-1:]
    return found[0] if found and not headline[found[0].end() :].strip() else None


def without_site(title: str, site: str = "", url: str = "") -> str:
    """The headline without segments at its ends that name the site or a section of it."""
    parts, separators = _SEPARATOR.split(title), _SEPARATOR.findall(title)
    own = {_letters(site), _letters(urlsplit(url).netloc.removeprefix("www.").rpartition(".")[0])} - {""}
    while len(parts) > 1 and _names_site(parts[-1], own):
        parts.pop()
        separators.pop()
    while len(parts) > 1 and _names_site(parts[0], own) and not _REVIEW.search(parts[0]):
        parts.pop(0)
        separators.pop(0)
    return "".join(chain.from_iterable(zip(parts, [*separators, ""], strict=False))).strip()


def _names_site(part: str, own: set[str]) -> bool:
    letters = _letters(part)
    if not letters or _GENERIC.fullmatch(part.strip()):
        return True
    return any(
        letters == name or (len(letters) > 4 and letters in name) or (len(name) > 4 and name in letters)
        for name in own
    )


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum()).removeprefix("the")


def _guesses(text: str) -> Iterator[Headed]:
    review = _REVIEW.search(text)
    for quoted in _QUOTED.finditer(text):
        yield Headed(quoted["name"], 0.85 if review or quoted.start() == 0 else 0.7)
    if dated := _DATED.search(text):
        name = dated["name"]
        if (inner := _REVIEW.search(name)) and (after := _AFTER.match(name[inner.end() :])):
            name = name[inner.end() + after.end() :]
        yield Headed(name, 0.9, int(dated["year"]))
    if review:
        yield from _around(text[: review.start()], text[review.end() :])
    if season := _SEASON.search(text):
        yield Headed(_BREAK.split(text[: season.start()])[-1], 0.85)
    segments = _BREAK.split(text)
    if told := _NAME_THEN_WORDS.match(text):
        yield Headed(told["name"], 0.7 if _title_case(told["name"]) else 0.3)
    if tells := _TELLS.search(segments[0]):
        yield Headed(segments[0][: tells.start()], 0.6)
    if len(segments) == 1:
        yield Headed(text, 0.65 if _title_case(text) else 0.3)
    elif len(segments) == 2 and ": " in text and _title_case(text) and not review:
        yield Headed(text, 0.6)
    for segment in segments[:4]:
        yield Headed(segment, 0.45 if _title_case(segment) else 0.15)


def _around(before: str, after: str) -> Iterator[Headed]:
    """What stands before "review", or after "Review:" where nothing that could be a name precedes it."""
    before = _ARTICLE.sub("", before)
    before = "" if _ONLY_FILLER.fullmatch(before.strip(" -–—:|")) else _bare(before)
    follows = _AFTER.match(after)
    rest = after[follows.end() :] if follows else ""
    if before and not _GENERIC.fullmatch(before):
        yield Headed(before, 0.8)
        last = _BREAK.split(before)[-1]
        if last != before:
            yield Headed(last, 0.75)
    elif rest:
        yield Headed(rest, 0.7 if _title_case(rest) else 0.4)
        first = _BREAK.split(rest)[0]
        if first != rest:
            yield Headed(first, 0.75)


def _refined(guess: Headed, known: Known) -> Iterator[Headed]:
    """The guess as a bare name; a known one is surer, and a known end of it is one ("Some Actor TITLE")."""
    name = _bare(guess.name)
    if quoted := _QUOTED.fullmatch(name):
        name = quoted["name"].strip()
    if not name:
        return
    single = " " not in name
    if known(name):
        yield Headed(name, min(0.95, guess.sure + (0.1 if single else 0.15)), guess.year, guess.season)
        return
    owner = name.removesuffix("'s").removesuffix("’s")
    if owner != name and known(owner):
        yield Headed(owner, guess.sure, guess.year, guess.season)
    yield Headed(name, guess.sure, guess.year, guess.season)
    if possessed := _POSSESSED.match(name):
        rest = name[possessed.end() :]
        yield Headed(rest, guess.sure + (0.1 if known(rest) else 0.02), guess.year, guess.season)
    words = name.split()
    for start in range(1, min(len(words), 6)):
        end = " ".join(words[start:])
        if words[start - 1].lower() in _SMALL:
            break  # no name of a person stands before it: "Man on Wire"
        if start < _FEWEST_BEFORE and start == len(words) - 1:
            break  # "Society" in "Dead Poets Society": nearly every word is a title, too
        if known(end) and words[start].lower() not in _SMALL - {"the", "a", "an"}:
            yield Headed(end, min(0.85, guess.sure + 0.04), guess.year, guess.season)
            return


def _known_runs(text: str, known: Known) -> Iterator[tuple[str, float]]:
    """Runs of words that are a known name: the more words, and the more capitals, the surer."""
    words = list(_WORD.finditer(text))[:30]
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
    return starts_well and _title_case(run) and run.lower() not in _SMALL and not _GENERIC.fullmatch(run)


def _is_part_of_a_name(run: str, text: str) -> bool:
    """Whether the run stands among other capitalised words: "The End" in "The End of the Tour"."""
    around = next((segment for segment in _BREAK.split(text) if run in segment), run)
    return run != around and _title_case(around) and not _REVIEW.search(around)


def _bare(name: str) -> str:
    """The name without platform, kind, season, year and separators at its ends."""
    before = ""
    name = re.sub(rf"\s*[(\[]\s*{_YEAR}[^)\]]{{0,12}}[)\]]", "", name)
    while before != name:
        before = name
        name = name.strip(" \t-–—:|,;#/~·")
        if not _balanced(name):
            name = name.strip("()[]")
        season = _SEASON.search(name)
        if season and season.start() > 0:
            name = name[: season.start()]
        shorter = _LEADING.sub("", _TRAILING.sub("", name))
        name = shorter or name
    return name


def _balanced(name: str) -> bool:
    return name.count("(") == name.count(")") and name.count("[") == name.count("]")


def _possible(name: str) -> bool:
    return (
        0 < len(name) <= _LONGEST_NAME
        and len(name.split()) <= 12
        and any(character.isalnum() for character in name)
        and not _GENERIC.fullmatch(name)
        and not _REVIEW.search(name)
        and not _TEMPLATE.search(name)
    )


def _title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word.lower() not in _SMALL]
    return all(word[0].isupper() or not word[0].islower() for word in words)


def _season(text: str) -> int | None:
    found = _SEASON.search(text)
    if found is None or found.start() == 0:
        return None
    word = (found["number"] or found["ordinal"] or found["short"]).lower()
    if word.isdigit():
        return int(word) or None
    return _ORDER.index(word) if word in _ORDER else _ORDINALS.index(word)
