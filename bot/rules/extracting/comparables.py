"""Finds the works that the article sets beside the reviewed one."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from bot.rules.extracting import shouted_names, small_names
from bot.rules.extracting.bare_names import (
    A_PART,
    LIKE_A_WORK,
    MADE,
    MADE_AGAIN,
    NAME,
    Ordinary,
    is_of_the_world,
    known_behind,
    known_names,
    names_behind,
    unpossessed,
)
from bot.rules.extracting.cleaning import words
from bot.rules.extracting.comparison_words import (
    WORK,
    compares,
    cues,
    is_credit,
    surely_measures,
    within_reach,
)
from bot.rules.extracting.cut_names import regrown
from bot.rules.extracting.famous_names import Known, is_famous
from bot.rules.extracting.likely_works import is_plainly_one, likely_works
from bot.rules.extracting.makers_other_works import is_elsewhere, lists_what_they_made
from bot.rules.extracting.mixtures import halves, listed_in_brackets, styles
from bot.rules.extracting.named_in_sentences import Sentence, is_inside, read_names, rejoined
from bot.rules.extracting.names import TITLE, closed_up, places_of
from bot.rules.extracting.other_names import (
    asks_readers,
    is_no_work,
    is_read,
    lists_no_works,
    of_another_kind,
)
from bot.rules.extracting.own_name import OwnName, same
from bot.rules.extracting.quoted_works import is_an_episode, is_apposed, names_a_work
from bot.rules.extracting.rows import in_rows
from bot.rules.extracting.somebody import is_somebody

_NEEDS_A_NAME = frozenset({"like", "since", "in the way"})
_NAME_FOLLOWS = re.compile(
    r"\s(?:that\s|the\s(?:first\s|last\s|original\s|(?:19|20)\d\d\s)?|(?:his|her|their)\s(?:\w+\s)?(?:film|movie|show|series),?\s)?[A-Z\"']|\s(?:a|an|the)\s(?:[\w-]+\s){0,4}(?:[A-Z][\w-]+'s?\s)?['\"]\w"
)
# Not "1990's New York": that is a decade's.
_OF_A_YEAR = re.compile(rf"\b(?:19|20)\d[1-9]'s\s(?P<title>{TITLE})")
_JOINED = re.compile(
    r"[,'\"]{0,2}\s(?:(?:with the \w+ of|and|or|but|meets|then|even|also|the|an?|both|later|earlier|"
    r"\w+ly|more|[A-Z][\w-]+'s),?\s){0,5}['\"]?"
)
_SURELY_A_WORK = re.compile(r"The\s.*\s(?:from|in|of|to)\s|.*\s(?:from|in|of)\sthe\s|.*\svs?\.?\s")
_AND_THEN = re.compile(r",?\s(?:and|or)\s(?:(?:also|later|then)\s)?|,\s")
# Behind these a name with an ordinary word in it is a work's, not a person's.
_STRONG = re.compile(
    r"\b(?:unlike|than|compar\w+(?: \w+){0,4} (?:to|with)|reminiscent of|remind\w*(?: \w+){0,5} of|"
    r"similar\w*(?: \w+){0,3} to|resembl\w+|a la|à la|in the vein of|akin to|along the lines of|since|"
    r"tied with|not even|par with|shades of|pair\w*(?: \w+)? with|(?:feels?|felt|looks?|looked|seems?|"
    r"sounds?) like|"
    r"g[ai]ven? us|cues? from|as with|knock-?off of|rip-?off of|(?:nods?|homages?|tributes?|love letter) to|"
    r"echo\w*(?: of)?|evok\w+|recall\w*|inspir\w+ (?:by|from)|in common with|imitation of|"
    r"(?:charm|energy|feel|heights?|levels?|mood|spirit|tone|vibe) (?:of|as))$",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\s\([A-Z]{2,6}\)$")
_BEGUN = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w'-]*\s$")
_NAMES_ANYTHING = re.compile(r"[\"']|\s[A-Z0-9]|^\w+ (?:did|does|had|has|is|set|was)\b")
_ORIGINAL = re.compile(
    rf"\b(?:original|first|earlier|previous|old)\s(?:(?:19|20)\d\d\s)?['\"]?(?P<title>{TITLE})['\"]?\s(?:[Ff]ilms?|[Mm]ovies?|"
    rf"[Tt]rilogy|[Ss]aga|[Ss]how)\b|\b(?P<three>{TITLE})['\"]?\s[Tt]rilogy\b"
)
_EARLIER = re.compile(r"\b(?:original|first|earlier|previous|old)\b|[Tt]rilogy")
_SERIES = re.compile(r"\s(?:cartoon|franchise|saga|series|trilogy)\b")
_IS_SERIES = re.compile(r"['\"]s?\s(?:franchise|saga|trilogy|films|movies|series)\b")
_PLAYED_IN = re.compile(rf"\bin (?:[\w'-]+ ){{0,5}}{WORK}\s$")
_DID_IT_FIRST = re.compile(r" (?:(?:did|does) this (?:first|better)|also (?:did|does|had|has))\b")
_BY_SOMEBODY = re.compile(r"['\"],?\s\(?by\s[A-Z]")
_MOST, _MANY_NAMES, _MOST_CUES, _MANY = 12, 24, 6, 3
_NEAR = 80  # characters


def find_comparables(
    sentences: Sequence[str], excluded: Sequence[str], known: Known | None = None
) -> tuple[str, ...]:
    """Other works named in a comparison, in order of appearance, each once.

    A name in quotation marks counts anywhere after the cue; a bare one only right behind it, and only
    if it looks like a work's, a word such as "franchise" follows or `known` knows it. Names that are surely
    works' count also where words right before or behind them compare. `excluded` are names of the reviewed
    work, first of all its title, and of people.
    """
    knows = known or _knows_none
    sentences = [closed_up(sentence) for sentence in rejoined(sentences)]
    sentences = shouted_names.in_quotation_marks(sentences, excluded[0] if excluded else "")
    sentences = small_names.in_quotation_marks(sentences)
    read = [read_names(sentence, knows) for sentence in sentences if _NAMES_ANYTHING.search(sentence)]
    ordinary = Ordinary(sentences, _marked(read, knows))
    own = OwnName(
        title=excluded[0] if excluded else "",
        barred=frozenset(map(same, (*excluded, *_episodes(read, knows)))),
        words=frozenset(re.findall(r"[\w'-]+", " ".join(excluded).lower())),
    )
    whole_names = _whole_names(read, knows)
    held = _held_against(read, knows)
    found: dict[str, str] = {}
    for sentence in read:
        for name in (*_originals(sentence.text, own), *own.other_parts(sentence.text)):
            found.setdefault(same(name), name)
        marked = {name for _, name in sentence.quoted}
        spoken_of = ((sentence.text.find(name), name) for name in held if name in sentence.text)
        for _, name in sorted((*_compared(sentence, own, knows, ordinary), *spoken_of)):
            if not own.is_called(name):
                name = whole_names.get(name) or regrown(sentence.text, name, knows)
            if (whole := f"{own.owner}{name}") != name and whole in sentence.text:
                name = whole
            name = _ABBREVIATED.sub("", name)
            if name.endswith("!") and not knows(name):
                name = name.rstrip("!")  # the sentence's
            is_marked = name in marked and knows(name)
            is_event = name not in marked and is_of_the_world(name) and not _is_dated(name, sentence.text)
            if not (is_event or own.is_called(name) or is_no_work(_first(name, knows), is_marked=is_marked)):
                found.setdefault(same(name), name)
    others = (name for name in found.values() if not _is_short_for_another(name, found.values()))
    texts = [sentence.text for sentence in read]
    return tuple(
        name
        for name in islice(others, _MANY_NAMES)
        if not (is_read(name, texts) or is_somebody(name, sentences))
    )[:_MOST]


def _first(name: str, known: Known) -> str:
    """What stands before the colon, which may be the sentence's: "Westerns: Dogs"."""
    return name if known(name) else name.partition(":")[0]


def _episodes(sentences: Iterable[Sentence], known: Known) -> Iterator[str]:
    """The names of the reviewed series' episodes; some leave their quotation mark behind."""
    for sentence in sentences:
        for place, name in sentence.quoted:
            if is_an_episode(sentence.text, place, name, known):
                yield from (name, f"{name}'")


def _whole_names(sentences: Iterable[Sentence], known: Known) -> dict[str, str]:
    """Works that it calls by the end or begin of their names, too: "Tide", where it quotes "Low Tide"."""
    quoted = {name for sentence in sentences for _, name in sentence.quoted}
    shorter: dict[str, str] = {}
    for name in sorted(quoted, key=lambda name: (len(name), name)):
        head, _, rest = name.partition(" ")
        if head in quoted and rest[:1].islower() and not known(head):
            shorter[head] = name
        elif NAME.fullmatch(name):
            tails = (name[space.end() :] for space in re.finditer(" ", name))
            shorter |= {tail: name for tail in tails if tail in quoted}
    return shorter


def _marked(sentences: Iterable[Sentence], known: Known) -> frozenset[str]:
    """The names that the text somewhere puts into quotation marks, as it does with works."""
    return frozenset(
        name
        for sentence in sentences
        for place, name in sentence.quoted
        if NAME.fullmatch(name) and names_a_work(sentence.text, place, name, known)
    )


def _knows_none(name: str) -> bool:
    return False


def _held_against(sentences: Sequence[Sentence], known: Known) -> frozenset[str]:
    """Known names that look like works' and to which the text comes back: "... that The Long Ferry had"."""
    names = Counter(found[0] for sentence in sentences for found in sentence.names)
    return frozenset(
        name
        for name, times in names.items()
        if times > 1 and words(name) > 2 and LIKE_A_WORK.match(name) and known(name)
    )


def _originals(sentence: str, own: OwnName) -> Iterator[str]:
    """Earlier parts, called by a part of the reviewed work's name: "the original Spokes movies"."""
    for original in _ORIGINAL.finditer(sentence) if _EARLIER.search(sentence) else ():
        name = (original["title"] or original["three"]).rstrip("'")
        if same(name) != same(own.title) and name in own.title and not is_no_work(name):
            yield name
    if own.series and own.first_of_series.search(sentence):
        yield own.series


def _is_dated(name: str, sentence: str) -> bool:
    """Whether a year behind it tells that it is a work's after all: "Emma (2020)"."""
    return any(MADE.match(sentence, place + len(name)) for place in places_of(name, sentence))


def _is_short_for_another(name: str, names: Iterable[str]) -> bool:
    """Whether it is a piece of another: "Labyrinth" where "Pan's Labyrinth" is there."""
    may_be_piece = not is_famous(name)
    return any(
        other.endswith(f"'s {name}") or (may_be_piece and name != other and f" {name} " in f" {other} ")
        for other in names
    )


def _compared(
    sentence: Sentence, own: OwnName, known: Known, ordinary: Ordinary
) -> Iterator[tuple[int, str]]:
    text = sentence.text
    if asks_readers(text):
        return
    quoted = [(place, name) for place, name in sentence.quoted if names_a_work(text, place, name, known)]
    behind = list(islice(_cues(sentence), _MOST_CUES))
    found = [
        *_marked_behind(text, [*quoted, *_stated(sentence)], behind),
        *_set_beside(sentence, quoted, known, ordinary),
    ]
    for cue in behind:
        trusted = ordinary.or_known(known) if _STRONG.search(text, max(0, cue - _NEAR), cue) else known
        found += (*likely_works(text, cue, known, trusted), *known_behind(text, cue, known))
    found += (
        *in_rows(sentence),
        *listed_in_brackets(text, known),
        *styles(text, known, ordinary),
        *halves(text, known),
    )
    if not is_credit(text.lower()):
        found += _other_works(sentence, quoted, own.first_part, known)
    found = [
        (place, name)
        for place, name in found
        if not (of_another_kind(text, place) or is_elsewhere(text, max(place, text.find(name, place)), name))
    ]
    yield from found
    yield from _joined(text, quoted, {place for place, name in found if same(name) not in own.barred})


def _cues(sentence: Sentence) -> Iterator[int]:
    """Where the words end behind which a compared work may stand; none of a name's own words."""
    text = sentence.text
    begins = [place for place, _ in sentence.quoted]
    for cue in cues(text):
        names_nothing = cue[0] in _NEEDS_A_NAME and not _NAME_FOLLOWS.match(text, cue.end())
        if names_nothing or is_inside(cue, sentence.quoted, bisect(begins, cue.start())):
            continue
        if not (
            _is_within_a_name(text, cue.start())
            or lists_no_works(text, cue.start(), cue.end())
            or lists_what_they_made(text, cue.end())
        ):
            yield cue.end()


def _is_within_a_name(text: str, place: int) -> bool:
    """Whether the cue itself stands within a name: "Wetter Than You Think"."""
    return text[place].isupper() and _BEGUN.search(text, max(0, place - _NEAR), place) is not None


def _stated(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Bare names that are said to be works': "the film Low Tide", "Low Tide (2011)"."""
    for found in sentence.names:
        text, place = sentence.text, found.start()
        if " " in found[0] and (MADE.match(text, found.end()) or is_apposed(text, place)):
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
    sentence: Sentence, quoted: Sequence[tuple[int, str]], known: Known, ordinary: Ordinary
) -> Iterator[tuple[int, str]]:
    """Names that are surely works', with words right before or behind them that compare."""
    for place, name in quoted:
        if compares(sentence.text, place, place + len(name) + 1):
            yield place, name
    for before, found in zip((None, *sentence.names), sentence.names, strict=False):
        is_dated = MADE.match(sentence.text, found.end())
        if " " not in found[0] and not is_dated:
            if is_plainly_one(sentence.text, found, known):
                yield found.start(), found[0]
                yield from _joined_before(sentence.text, before, found.start(), known)
            continue
        end = found.start() + len(found[0].removesuffix("'s"))
        if compares(sentence.text, found.start(), end):
            works = tuple(_names_of_works(sentence.text, found, known))
            if not works and surely_measures(sentence.text, end) and ordinary.is_in(found[0]):
                works = ((found.start(), found[0]),)
            yield from works
            if works and sentence.text.startswith(", ", end):
                yield from names_behind(sentence.text, found.start(), known)


def _names_of_works(sentence: str, found: re.Match[str], known: Known) -> Sequence[tuple[int, str]]:
    """The names that are known, or follow "the film", or have a year behind them, or a work's small words."""
    if names := tuple(known_names(sentence, found, known)):
        return names
    if _SURELY_A_WORK.match(found[0]):
        return [(sentence.find(name, found.start()), unpossessed(name)) for name in _one_or_both(found[0])]
    is_one = bool(MADE.match(sentence, found.end()))
    if " " in found[0] and not A_PART.search(found[0]):
        before = sentence[max(0, found.start() - _NEAR) : found.start()]
        is_named = is_apposed(sentence, found.start()) or MADE_AGAIN.search(before)
        is_one = is_one or bool(is_named or _SERIES.match(sentence, found.end()))
    return ((found.start(), unpossessed(found[0])),) if is_one else ()


def _one_or_both(name: str) -> Sequence[str]:
    """The name, or the two that stand there: "Lord of the Gulls and Red Pier"."""
    one, _, other = name.partition(" or ")[0].partition(" and ")
    both = " " in other and _SURELY_A_WORK.match(one)
    return (one, other) if both else (name.partition(" or ")[0],)


def _joined_before(
    text: str, before: re.Match[str] | None, place: int, known: Known
) -> Iterator[tuple[int, str]]:
    """A known name that "and" joins to the one behind it: "Low Tide and then Heron did it better"."""
    if before is not None and _AND_THEN.fullmatch(text, before.end(), place):
        yield from known_names(text, before, known)


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
    sentence: Sentence, quoted: Sequence[tuple[int, str]], first_part: str, known: Known
) -> Iterator[tuple[int, str]]:
    """What is mostly meant as a measure: a known name that is marked or dated, a series, part one."""
    text = sentence.text
    for place, name in quoted:
        end = place + len(name) + 1
        is_series = _IS_SERIES.match(text, end) and NAME.fullmatch(name)
        if name == first_part and is_series:
            continue  # the franchise that it belongs to
        is_known = MADE.match(text, end) or (" " in name and NAME.fullmatch(name) and known(name))
        is_one = is_known or (is_apposed(text, place) and not _is_part_in(text, place))
        if is_series or name == first_part or (is_one and not _BY_SOMEBODY.match(text, end)):
            yield place, name
    for found in sentence.names:
        place = found.start()
        if is_apposed(text, place) and not _is_part_in(text, place) and known(found[0]):
            yield place, found[0]
    if "'s " in text:
        yield from ((found.start("title"), found["title"]) for found in _OF_A_YEAR.finditer(text))
    yield from ((name.start(), name[0]) for name in sentence.names if _DID_IT_FIRST.match(text, name.end()))
    dated = [name for name in sentence.names if MADE.match(text, name.end())]
    if len(dated) < _MANY:  # many of them are somebody's list of works
        yield from ((name.start(), name[0]) for name in dated if known(name[0]))
