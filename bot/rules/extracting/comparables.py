"""Finds the works that the article sets beside the reviewed one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice, pairwise

from bot.rules.extracting.bare_names import (
    LIKE_A_WORK,
    MADE,
    NAME,
    POSSESSOR,
    Known,
    known_behind,
    known_names,
    names_behind,
    unpossessed,
)
from bot.rules.extracting.cleaning import words
from bot.rules.extracting.comparison_words import WORK, cues, is_beside, is_credit, measures, within_reach
from bot.rules.extracting.headlines import title_case
from bot.rules.extracting.names import TITLE, quoted_names

_NEEDS_A_NAME = frozenset({"like", "since", "in the way"})
# "Best known for shows like Ferry" tells of somebody's works.
_LISTS_CREDITS = re.compile(
    r"\b(?:known|famous|remembered|recogni[sz]ed|credits?|roles?|starr\w+|appear\w+|Oscars?)\b[^.;:]{0,60}"
    r"\b(?:like|such as|likes of)$"
)
_NAME_FOLLOWS = re.compile(r"\s(?:that\s)?[A-Z\"']")
# Not "1990's New York": that is a decade's.
_OF_A_YEAR = re.compile(rf"\b(?:19|20)\d[1-9]'s\s(?P<title>{TITLE})")
_NUMBERED = re.compile(
    r":?\s(?:(?:Part|Vol(?:ume|\.)?|Chapter)\s)?(?:\d{1,2}|[IVX]{1,4}|Two|Three|Four|Five)\b.*"
)
_JOINED = re.compile(
    r"[,'\"]{0,2}\s(?:(?:and|or|but|meets|then|even|also|the|an?|both|later|earlier|"
    r"\w+ly|more|[A-Z][\w-]+'s),?\s){0,5}['\"]?"
)
_CREDITED = re.compile(r"[A-Z][\w'.-]+\s\($")
_SURELY_A_WORK = re.compile(r"The\s.*\s(?:from|in|of|to)\s|.*\s(?:from|in|of)\sthe\s|.*\svs?\.?\s")
_PLAYS = re.compile(r"\s(?:from|in)\s['\"]?[A-Z]")
_NOT_A_WORK = re.compile(
    r"\b(?:Netflix|Prime|Disney|Hulu|HBO|Hollywood|Bollywood|American|British|Korean|English|French|Oscar|I|"
    r"It|He|She|You|They|We|This|That|If|But|Christmas|Halloween|\w+ties|Marvel|Pixar)\b"
)
_NAMES_ANYTHING = re.compile(r"[\"']|\s[A-Z0-9]|^\w+ (?:did|does)\b")
_NO_WORKS_NAME = re.compile(
    r"\b(?:Channel|TV|Studios?|Pictures|Festival|Awards?)\b|'s$|^\d\d?$|"
    r"\bfrom (?:Marvel|DC|Disney|Pixar|Netflix|HBO)\b|"
    r"^(?:New (?:York|Zealand)(?: City)?|Los Angeles|Las Vegas|San Francisco|Hong Kong|Central Park)$|"
    r"The (?:\w+ )?(?:Guardian|Times|Telegraph|Observer|Independent|Post)$"
)
_ORIGINAL = re.compile(
    rf"\b(?:original|first|earlier|previous|old)\s['\"]?(?P<title>{TITLE})['\"]?\s(?:[Ff]ilms?|[Mm]ovies?|"
    rf"[Tt]rilogy|[Ss]aga|[Ss]how)\b|\b(?P<three>{TITLE})['\"]?\s[Tt]rilogy\b"
)
_EARLIER = re.compile(r"\b(?:original|first|earlier|previous|old)\b|[Tt]rilogy")
_MANNER = (
    r"(?:esque|style|type|lite|inspired|vibes?|territory|rip-?off|knock-?off|clone|wannabe|spin-?off|replacement|"
    r"levels?(?=\sof))"
)
_STYLE = re.compile(rf"(?<![\w'])(?P<title>{TITLE})['\"]?(?:[\s-]{_MANNER}\b|-like\b)")
_SLASHED = re.compile(
    rf"(?<![\w'/])[A-Z][\w-]+(?:\s[A-Z0-9][\w-]*){{0,4}}(?:/{TITLE}){{1,6}}(?=/etc|\s(?:type|style|kind|vein|mould|mold|category)\b)"
)
_HAS_STYLE = re.compile(rf"[\s-]{_MANNER}\b|-like\b")
_IS_SERIES = re.compile(r"['\"]s?\s(?:franchise|saga|trilogy|films|movies|series)\b")
# "The film Ferry" is one, whatever else the words may be; "in the film Ferry" somebody played.
_APPOSED = re.compile(rf"\b{WORK}\s$")
_PLAYED_IN = re.compile(rf"\bin (?:[\w'-]+ ){{0,5}}{WORK}\s$")
_DID_IT_FIRST = re.compile(r" (?:(?:did|does) this (?:first|better)|also (?:did|does|had|has))\b")
# With the capital of a sentence's beginning, but no part of the name that follows.
_OPENS = re.compile(
    r"['\"(]?(?:(?:Apart|Aside) from|(?:Echoes|Elements|Fans|Hints|Shades|Traces|Viewers) of|Instead of|"
    r"(?:And|Although|As|Besides|But|Even|Half|Hello|If|Imagine|In|It's|Like|Remember|See|So|Take|That's|Then|Think|Though|"
    r"Unlike|Watch|Watching|Where|While|With|Without|Yes)),?\s(?=[A-Z0-9])"
)
_BY_SOMEBODY = re.compile(r"['\"],?\s\(?by\s[A-Z]")
_MOST, _MOST_CUES, _MANY, _OFTEN = 12, 6, 3, 4
_NEAR, _CREDIT_REACH = 80, 40  # characters


@dataclass(frozen=True)
class _Own:
    """What the reviewed work is called, and what else is no other work."""

    title: str
    barred: frozenset[str]
    words: frozenset[str]

    @cached_property
    def first_part(self) -> str:
        """The name without its number and what follows it; the whole name where it has none."""
        return _NUMBERED.sub("", self.title)

    @cached_property
    def series(self) -> str:
        """What all parts are called: "Spokes" for "Spokes 2" and "Spokes: The Harbour"; else nothing."""
        return self.first_part if self.first_part != self.title else self.title.rpartition(": ")[0]

    @cached_property
    def first_of_series(self) -> re.Pattern[str]:
        """The first part where it is called so: "the original Spokes"."""
        behind = r"(?!\w|'s|\s(?:[\dIVX]|trailer|review|season|series))"
        return re.compile(rf"\b(?:original|first|previous)\s['\"]?{re.escape(self.series)}{behind}")

    @cached_property
    def owner(self) -> str:
        """Whose it is: "Miller's " belongs to the name of a spin-off too."""
        possessor = POSSESSOR.match(self.title)
        return possessor[0] if possessor else ""

    @cached_property
    def _told_where(self) -> re.Pattern[str]:
        """Itself, with where it was seen or who played in it: "Spokes on DVD"."""
        return re.compile(rf"{re.escape(self.title)}\s(?:at|by|from|in|on|with)\s")

    def is_called(self, name: str) -> bool:
        is_part = name != self.first_part and f" {name} " in f" {self.title} "
        is_own = _same(name) in self.barred or name.lower() in self.words or name.endswith(f": {self.title}")
        return is_own or is_part or bool(self._told_where.match(name))


def find_comparables(
    sentences: Sequence[str], excluded: Sequence[str], known: Known | None = None
) -> tuple[str, ...]:
    """Other works named in a comparison, in order of appearance, each once.

    A name in quotation marks counts anywhere after the cue; a bare one only right behind it, and only
    if it looks like a work's, a word such as "franchise" follows or `known` knows it. Names that are surely
    works' count also where words right before or behind them compare. `excluded` are names of the reviewed
    work, first of all its title, and of people.
    """
    knows = cache(known) if known is not None else _knows_none
    own = _Own(
        title=excluded[0] if excluded else "",
        barred=frozenset(map(_same, excluded)),
        words=frozenset(re.findall(r"[\w'-]+", " ".join(excluded).lower())),
    )
    read = [
        _Sentence(sentence, tuple(_bare(sentence)))
        for sentence in sentences
        if _NAMES_ANYTHING.search(sentence)
    ]
    held = _held_against(read, knows)
    found: dict[str, str] = {}
    for sentence in read:
        for name in _originals(sentence.text, own):
            found.setdefault(_same(name), name)
        spoken_of = ((sentence.text.find(name), name) for name in held if name in sentence.text)
        for _, name in sorted((*_compared(sentence, own, knows), *spoken_of)):
            if (whole := f"{own.owner}{name}") != name and whole in sentence.text:
                name = whole
            if name.endswith("!") and not knows(name):
                name = name.rstrip("!")  # the sentence's
            if not (own.is_called(name) or _is_no_work(name)):
                found.setdefault(_same(name), name)
    return tuple(name for name in found.values() if not _is_a_tail(name, found.values()))[:_MOST]


@dataclass(frozen=True)
class _Sentence:
    text: str
    names: tuple[re.Match[str], ...]  # without quotation marks


def _knows_none(name: str) -> bool:
    return False


def _bare(sentence: str) -> Iterator[re.Match[str]]:
    opening = _OPENS.match(sentence)
    return NAME.finditer(sentence, opening.end() if opening else 0)


def _held_against(sentences: Sequence[_Sentence], known: Known) -> frozenset[str]:
    """Known names that look like works' and to which the text comes back: "... that The Long Ferry had"."""
    names = Counter(found[0] for sentence in sentences for found in sentence.names)
    return frozenset(
        name
        for name, times in names.items()
        if times > 1 and words(name) > 2 and LIKE_A_WORK.match(name) and known(name)
    )


def _is_no_work(name: str) -> bool:
    return bool(_NOT_A_WORK.fullmatch(name) or _NO_WORKS_NAME.search(name))


def _originals(sentence: str, own: _Own) -> Iterator[str]:
    """Earlier parts, called by a part of the reviewed work's name: "the original Spokes movies"."""
    for original in _ORIGINAL.finditer(sentence) if _EARLIER.search(sentence) else ():
        name = (original["title"] or original["three"]).rstrip("'")
        if name != own.title and name in own.title and not _is_no_work(name):
            yield name
    if own.series and own.first_of_series.search(sentence):
        yield own.series


def _is_a_tail(name: str, names: Iterable[str]) -> bool:
    """Whether it is the end of another: "Labyrinth" where "Pan's Labyrinth" is there."""
    return any(other.endswith(f"'s {name}") for other in names)


def _same(name: str) -> str:
    return re.sub(r"^the\s|\W+", "", name.lower())


def _compared(sentence: _Sentence, own: _Own, known: Known) -> Iterator[tuple[int, str]]:
    text = sentence.text
    quoted = [
        (place, name)
        for place, name in quoted_names(text)
        if not _credited(text, place, name) and _reads_as_a_name(name, known)
    ]
    behind = list(islice(_cues(text), _MOST_CUES))
    found = [
        *_marked_behind(text, [*quoted, *_stated(sentence)], behind),
        *_set_beside(sentence, quoted, known),
    ]
    for cue in behind:
        found += (*names_behind(text, cue, known), *known_behind(text, cue, known))
    found += _styles(text, known)
    if not is_credit(text):
        found += _other_works(sentence, quoted, own.first_part, known)
    yield from found
    yield from _joined(text, quoted, {place for place, name in found if _same(name) not in own.barred})


def _reads_as_a_name(name: str, known: Known) -> bool:
    """Not so "To attack and enslave", which is a motto."""
    return title_case(name) or name.startswith(("The ", "A ", "An ")) or known(name)


def _cues(sentence: str) -> Iterator[int]:
    """Where the words end behind which a compared work may stand."""
    for cue in cues(sentence):
        names_nothing = cue[0] in _NEEDS_A_NAME and not _NAME_FOLLOWS.match(sentence, cue.end())
        if not names_nothing and not _LISTS_CREDITS.search(sentence, max(0, cue.start() - _NEAR), cue.end()):
            yield cue.end()


def _credited(sentence: str, place: int, name: str) -> bool:
    """Whether the name stands behind a person's, in brackets of its own, or is a person's in a work."""
    before = sentence[max(0, place - 40) : place]
    end = place + len(name) + 2
    return bool(_CREDITED.search(before) and sentence.startswith(")", end)) or bool(
        _PLAYS.match(sentence, end)
    )


def _stated(sentence: _Sentence) -> Iterator[tuple[int, str]]:
    """Bare names that are said to be works': "the film Low Tide", "Low Tide (2011)"."""
    for found in sentence.names:
        text, place = sentence.text, found.start()
        if " " in found[0] and (MADE.match(text, found.end()) or _is_apposed(text, place)):
            yield place, unpossessed(found[0])


def _marked_behind(
    sentence: str, marked: Sequence[tuple[int, str]], cues: Sequence[int]
) -> Iterator[tuple[int, str]]:
    reach = cues[0] if cues else len(sentence)
    for place, name in sorted(marked):
        reach = max((cue for cue in cues if reach < cue <= place), default=reach)
        if within_reach(sentence, reach, place):
            yield place, name
            reach = place + len(name) + 2


def _set_beside(
    sentence: _Sentence, quoted: Sequence[tuple[int, str]], known: Known
) -> Iterator[tuple[int, str]]:
    """Names that are surely works', with words right before or behind them that compare."""
    for place, name in quoted:
        if _compares(sentence.text, place, place + len(name) + 1):
            yield place, name
    for found in sentence.names:
        if " " not in found[0] and not MADE.match(sentence.text, found.end()):
            continue
        end = found.start() + len(found[0].removesuffix("'s"))
        if _compares(sentence.text, found.start(), end):
            yield from _names_of_works(sentence.text, found, known)


def _compares(sentence: str, place: int, end: int) -> bool:
    """Whether words right before or behind the name compare, not so "the director of Ferry did it"."""
    is_measure = measures(sentence, place, end) and not is_credit(
        sentence[max(0, place - _CREDIT_REACH) : place]
    )
    return is_measure or is_beside(sentence, place)


def _names_of_works(sentence: str, found: re.Match[str], known: Known) -> Sequence[tuple[int, str]]:
    """The names that are known, or follow "the film", or have a year behind them, or a work's small words."""
    if names := tuple(known_names(sentence, found, known)):
        return names
    if _SURELY_A_WORK.match(found[0]):
        return ((found.start(), unpossessed(found[0].partition(" or ")[0])),)
    is_apposed = " " in found[0] and _is_apposed(sentence, found.start())
    is_one = is_apposed or MADE.match(sentence, found.end())
    return ((found.start(), unpossessed(found[0])),) if is_one else ()


def _is_apposed(sentence: str, place: int) -> bool:
    """Whether the name stands right behind what it is: "the film Ferry"."""
    return bool(_APPOSED.search(sentence, max(0, place - _NEAR), place))


def _is_part_in(sentence: str, place: int) -> bool:
    return bool(_PLAYED_IN.search(sentence, max(0, place - _NEAR), place))


def _joined(
    sentence: str, quoted: Sequence[tuple[int, str]], compared: set[int]
) -> Iterator[tuple[int, str]]:
    """What an "and" or a comma joins to a work that is compared is compared with it."""
    pairs = list(pairwise(quoted))
    for one, other in (*pairs, *reversed(pairs)):
        between = sentence[one[0] + len(one[1]) + 1 : other[0] + 1]
        if not compared.isdisjoint({one[0], other[0]}) and _JOINED.fullmatch(between):
            compared |= {one[0], other[0]}
            yield from (one, other)


def _other_works(
    sentence: _Sentence, quoted: Sequence[tuple[int, str]], first_part: str, known: Known
) -> Iterator[tuple[int, str]]:
    """What is mostly meant as a measure: a known name that is marked or dated, a series, part one."""
    text = sentence.text
    for place, name in quoted:
        end = place + len(name) + 1
        is_series = _IS_SERIES.match(text, end) and NAME.fullmatch(name)
        if name == first_part and is_series:
            continue  # the franchise that it belongs to
        is_known = " " in name and NAME.fullmatch(name) and known(name)
        is_one = is_known or (_is_apposed(text, place) and not _is_part_in(text, place))
        if is_series or name == first_part or (is_one and not _BY_SOMEBODY.match(text, end)):
            yield place, name
    for found in sentence.names:
        place = found.start()
        if _is_apposed(text, place) and not _is_part_in(text, place) and known(found[0]):
            yield place, found[0]
    if "'s " in text:
        yield from ((found.start("title"), found["title"]) for found in _OF_A_YEAR.finditer(text))
    yield from ((name.start(), name[0]) for name in sentence.names if _DID_IT_FIRST.match(text, name.end()))
    dated = [name for name in sentence.names if MADE.match(text, name.end())]
    if len(dated) < _MANY:  # many of them are somebody's list of works
        yield from ((name.start(), name[0]) for name in dated if known(name[0]))


def _styles(sentence: str, known: Known) -> Iterator[tuple[int, str]]:
    """What gives its name to a manner: "a Low Tide-style ending", "not in the Low Tide/Salt Road type"."""
    for found in _STYLE.finditer(sentence) if _HAS_STYLE.search(sentence) else ():
        like_a_work = LIKE_A_WORK.match(found["title"]) and not found["title"].startswith("The ")
        if like_a_work or known(found["title"]):
            yield found.start("title"), found["title"]
    for listed in _SLASHED.finditer(sentence) if "/" in sentence else ():
        names = listed[0].split("/")
        if any(LIKE_A_WORK.match(name) or known(name) for name in names):
            begins = sentence.endswith("the ", 0, listed.start())
            yield from (
                (listed.start(), f"The {name}" if begins and name == names[0] else name) for name in names
            )
