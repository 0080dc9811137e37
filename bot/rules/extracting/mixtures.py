"""Works that are named as a measure: two that are mixed, the name of a manner, examples in brackets."""

import re
from collections.abc import Iterator

from bot.rules.extracting.bare_names import LIKE_A_WORK, Ordinary, names_listed
from bot.rules.extracting.famous_names import Known, is_famous
from bot.rules.extracting.names import TITLE

_MIXES = ("parts ", "Parts ", "part ", "Part ", "half ", "Half ")
# A name without "and" and "with".
_WORD = r"[A-Z0-9][\w'&!-]*"
_PURE = rf"{_WORD}(?:(?::\s|\s(?:(?:of|the|in|to|on|for|a|with|vs\.?)\s){{0,2}}){_WORD}){{0,5}}"
_ARTICLE = r"(?:an?\s|the\s)?"
_ONE = rf"{_ARTICLE}['\"]?(?P<one>{_PURE})['\"]?"
_OTHER = rf"{_ARTICLE}['\"]?(?P<other>{_PURE})['\"]?"
_MIX = re.compile(
    rf"(?<![\w'])(?:[Oo]ne |[Tt]wo )?(?:[Pp]arts?|[Hh]alf|[Ee]qual parts)\s{_ONE}"
    r"(?:,\s(?:and\s)?|\sand\s|\s(?=(?:one |two )?(?:parts?|half)\s))"
    rf"(?:(?:one |two )?(?:parts?|half)\s)?{_OTHER}"
)
_MET = re.compile(
    rf"(?P<so>\b(?i:it's|it is|this is|as|like|think|imagine|described|of|a)\s(?:basically\s)?)?(?<![\w'&!-])"
    rf"{_ONE}\smeets\s{_OTHER}"
)
_MANNER = (
    r"(?:esque|style|type|lite|inspired|vibes?|territory|rip-?off|knock-?off|clone|wannabe|spin-?off|replacement|"
    r"influences?|approach|treatment|formula|template|DNA|feel|energy|flavou?r|levels?(?=\sof))"
)
_VAGUE = re.compile(r"(?:approach|treatment|formula|template|feel|energy|flavou?r|influences?)$")
# Only works are said to have these, or persons.
_PLAINLY = re.compile(r"(?:esque|lite|feel|vibes?|territory|knock-?off|clone|wannabe|-like)$")
_STYLE = re.compile(rf"(?<![\w'\"])(?P<title>{TITLE})['\"]?(?:[\s-]{_MANNER}\b|-like\b)")
_STROKES = re.compile(rf"(?<![\w'/])(?:[A-Z][\w-]+(?:\s[A-Z0-9][\w-]*){{0,4}}/){{1,6}}{TITLE}")
_LIKE_ONES = re.compile(rf"\blike an?\s(?P<title>{TITLE})\s[a-z]")  # "like a Low Tide ending"
_SLASHED = re.compile(
    rf"(?<![\w'/])[A-Z][\w-]+(?:\s[A-Z0-9][\w-]*){{0,4}}(?:/{TITLE}){{1,6}}(?=/etc|\s(?:type|style|kind|vein|mould|mold|category|mash-?up|hybrid|crossover|combination|territory)\b)"
)
_MARKED_STYLE = re.compile(
    r"(?<!\w)['\"](?P<title>[A-Z0-9][^'\"\n]{1,40})['\"]-(?:based|esque|inspired|like|lite|style|type)\b"
)
_HAS_STYLE = re.compile(rf"[\s-]{_MANNER}\b|-like\b")
# "So many heist films (Low Tide, Salt Road)", not "his earlier films (Low Tide, Salt Road)".
_IN_BRACKETS = re.compile(
    r"\b(?:films|movies|flicks|shows|series|sagas|franchises|thrillers|comedies|dramas|sequels|blockbusters|"
    r"classics|epics|sitcoms|remakes|adaptations|musicals|westerns|anime)\b[^.();:]{0,80}"
    r"\((?:(?:i\.?e|e\.?g|cf)\.?,?\s|(?:see|think|like|such as|from|for example,?|notably|including)\s)?"
)
_OF_SOMEBODY = re.compile(r"\b(?:her|his|their|whose|my)\b|'s?\s|s'\s", re.IGNORECASE)
_NEAR = 40  # characters


def styles(sentence: str, known: Known, ordinary: Ordinary) -> Iterator[tuple[int, str]]:
    """What gives its name to a manner: "a Low Tide-style ending", "not in the Low Tide/Salt Road type"."""
    for found in _STYLE.finditer(sentence) if _HAS_STYLE.search(sentence) else ():
        like_a_work = LIKE_A_WORK.match(found["title"]) and not found["title"].startswith("The ")
        is_one = known(found["title"]) and (" " in found["title"] or not _VAGUE.search(found[0]))
        is_one = is_one or (sentence.endswith("the ", 0, found.start()) and known(found["title"]))
        is_one = is_one or (_PLAINLY.search(found[0]) is not None and ordinary.is_in(found["title"]))
        if (like_a_work or is_one) and not found["title"].endswith("'"):
            yield found.start("title"), found["title"]
    for likened in _LIKE_ONES.finditer(sentence) if " like a" in sentence else ():
        if " " in likened["title"] and is_famous(likened["title"]):
            yield likened.start("title"), likened["title"]
    for marked in _MARKED_STYLE.finditer(sentence):
        yield marked.start(), marked["title"]
    yield from _slashed(sentence, known) if "/" in sentence else ()


def _slashed(sentence: str, known: Known) -> Iterator[tuple[int, str]]:
    """Names with strokes between them that give a manner its name, or of which two are famous."""
    for row in _STROKES.finditer(sentence):
        names = row[0].split("/")
        if sum(map(is_famous, names)) > 1:
            yield from ((sentence.find(name, row.start()), name) for name in names if is_famous(name))
    for listed in _SLASHED.finditer(sentence):
        names = listed[0].split("/")
        if any(LIKE_A_WORK.match(name) or known(name) for name in names):
            begins = sentence.endswith("the ", 0, listed.start())
            yield from (
                (listed.start(), f"The {name}" if begins and name == names[0] else name) for name in names
            )


def halves(sentence: str, known: Known) -> Iterator[tuple[int, str]]:
    """Both of two that are mixed, if one is a work: "Low Tide meets Ferry", "part Heron, part Ferry"."""
    for mix in _MIX.finditer(sentence) if any(word in sentence for word in _MIXES) else ():
        names = [(mix.start(half), mix[half].removesuffix("'s").rstrip("'")) for half in ("one", "other")]
        if any(known(name) or LIKE_A_WORK.match(name) for _, name in names):
            yield from names
    for met in _MET.finditer(sentence) if " meets " in sentence else ():
        names = [(met.start(half), met[half].removesuffix("'s").rstrip("'")) for half in ("one", "other")]
        trusted = [known(name) and (bool(met["so"]) or " " in name) for _, name in names]
        if any(trusted):
            yield from names


def listed_in_brackets(sentence: str, known: Known) -> Iterator[tuple[int, str]]:
    """Examples of many: "so many boat films (Low Tide, Ferry)"."""
    for listed in _IN_BRACKETS.finditer(sentence) if "(" in sentence else ():
        if not _OF_SOMEBODY.search(sentence, max(0, listed.start() - _NEAR), listed.end()):
            plainly = re.search(r"\s[A-Z]", listed[0]) is None  # not "anime on Wet Consoles (...)"
            yield from names_listed(sentence, listed.end(), known, plainly)
