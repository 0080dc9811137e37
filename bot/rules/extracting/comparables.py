"""Finds the works that the article sets beside the reviewed one."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from bot.rules.extracting.names import TITLE, quoted_names

_CUE = re.compile(
    r"\b(?:if you(?:'ve| have)?(?: ever)?|(?:fans|lovers|admirers) of|similar\w*(?: \w+){0,3} to|"
    r"reminiscent of|"
    r"in the (?:vein|mould|mold|spirit|tradition|way|style|manner|footsteps) of|"
    r"in the way(?= (?:that )?[A-Z\"'])|akin to|"
    r"compar\w+(?: \w+){0,4} (?:to|with)|(?:in )?comparison (?:to|with)|remind\w* (?:me |us |you |"
    r"one )?(?:a \w+ )?of|"
    r"(?:makes?|made) (?:me|you|one) think of|recall(?:s|ing)|echo(?:es|ing)?(?: of)?|evok(?:es|ing)|"
    r"shades of|"
    r"(?:nods?|homages?|debts?|tributes?|links?|answers?|kinship) to|spiritual (?:sequel|successor|"
    r"cousin) (?:of|to)|"
    r"(?:cross|mix|mash-?up|hybrid|blend) (?:between|of)|(?:more|less|better|worse|darker|funnier|"
    r"stronger|weaker|lighter|"
    r"slower|scarier|smarter|bigger|greater|richer)(?: \w+){0,3} than|rather than|superior to|"
    r"inferior to|on (?:a )?par with|"
    r"(?:as|so) \w+ as|not since|since(?= [A-Z\"'])|think(?=.{1,60}\bmeets\b)|"
    r"imagine(?=.{1,60}\b(?:meets|by|with)\b)|"
    r"(?:much |just |a lot |something |feels? |looks? |films? |movies? |shows? |series |ones? )like|"
    r"unlike|like(?= [A-Z\"'])|"
    r"whereas|as (?:does|do|did)|just as|(?:it|this)(?:'s| is) (?:just|basically|essentially)|"
    r"owes \w+(?: \w+)? to|along the lines of|(?:the )?likes of|such as|rip-?off of|knock-?off of|"
    r"love child of|"
    r"one of (?:many )?comparisons|over(?= ['\"]))(?!\w)",
    re.IGNORECASE,
)
# Behind these stands what somebody else made or played, not what the work is measured against.
_CREDIT = re.compile(
    r"\b(?:star(?:s|red|ring)? (?:of|in)|known for|famous for|fame|creators? of|directors? of|"
    r"director|writers? of|makers? of|"
    r"from the \w+ of|seen in|last seen|played|appear\w* in|credits?|role in|roles in|debut|based on|"
    r"novel|book|adapt\w+|"
    r"directed|produced|wrote|voiced?|trailer|episode|nominat\w+|award\w*|won|Oscars?)\b"
)
_WORK_WORD = r"(?:franchise|series|saga|trilogy|films?|movies?|shows?|remake)"
_UNQUOTED = re.compile(
    rf"(?:(?:\s|,|\bthe (?:first|original|likes of)|\b(?:both|either|and|or|meets|a|the|something like)\b"
    rf"|[A-Z][\w-]+'s)\s*){{0,4}}(?P<title>{TITLE})(?P<work>\s{_WORK_WORD}\b)?"
)
_NOT_A_WORK = re.compile(
    r"\b(?:Netflix|Prime|Disney|Hulu|HBO|Hollywood|Bollywood|American|British|Korean|English|French|Oscar|I|"
    r"It|He|She|You|They|We|This|That|If|But|Christmas|Halloween|\w+ties|Disney|Marvel|Pixar)\b"
)
_NAMES_ANYTHING = re.compile(r"[\"']|\s[A-Z0-9]")
_A_CHANNEL = re.compile(r"\b(?:Channel|TV|Studios?|Pictures|Festival|Awards?)\b")
_PART = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|meets)\s")
_NAME = re.compile(rf"(?<![\w'])(?:[A-Z][\w-]+'s\s)?(?P<title>{TITLE})")
_DATED = re.compile(rf"(?<![\w'])(?P<title>{TITLE})['\"]?\s\((?:19|20)\d\d\)")
_MADE = re.compile(r"\s\((?:19|20)\d\d\)")
_REACH, _MOST_NAMES = 90, 4
_MOST, _MOST_CUES = 12, 6


def find_comparables(
    sentences: Sequence[str], excluded: Sequence[str], known: Callable[[str], bool] | None = None
) -> tuple[str, ...]:
    """Other works named in a comparison, in order of appearance, each once.

    A name in quotation marks counts anywhere after the cue; a bare one only right behind it, and only
    if a word such as "franchise" follows or `known` knows it. `excluded` are names of the reviewed work
    and of people.
    """
    barred = {_same(name) for name in excluded}
    own_words = set(re.findall(r"[\w'-]+", " ".join(excluded).lower()))
    found: dict[str, str] = {}
    for sentence in sentences:
        for _, name in sorted(_compared(sentence, known)):
            if (
                _same(name) not in barred
                and name.lower() not in own_words
                and not _NOT_A_WORK.fullmatch(name)
                and not _A_CHANNEL.search(name)
            ):
                found.setdefault(_same(name), name)
    return tuple(found.values())[:_MOST]


def _same(name: str) -> str:
    return re.sub(r"^the\s|\W+", "", name.lower())


def _compared(sentence: str, known: Callable[[str], bool] | None) -> Iterator[tuple[int, str]]:
    if not _NAMES_ANYTHING.search(sentence):
        return
    if known is not None and not _CREDIT.search(sentence):
        yield from _other_works(sentence, known)
    cues = list(islice(_CUE.finditer(sentence), _MOST_CUES))
    reach = cues[0].end() if cues else len(sentence)
    for place, name in quoted_names(sentence):
        reach = max((cue.end() for cue in cues if reach < cue.end() <= place), default=reach)
        if _speaks_of(sentence, reach, place):
            yield place, name
            reach = place + len(name) + 2
    for cue in cues:
        bare = _UNQUOTED.match(sentence, cue.end())
        while bare is not None:
            if name := _trusted(bare, known):
                yield bare.start("title"), name
            bare = _UNQUOTED.match(sentence, bare.end())
        if known is not None:
            yield from _known_behind(sentence, cue.end(), known)


def _other_works(sentence: str, known: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Known names in quotation marks or with a year: set so, they are mostly meant as a measure."""
    yield from ((place, name) for place, name in quoted_names(sentence) if " " in name and known(name))
    for dated in islice(_DATED.finditer(sentence), _MOST_NAMES):
        if known(dated["title"]):
            yield dated.start("title"), dated["title"]


def _speaks_of(sentence: str, cue: int, place: int) -> bool:
    """Whether a name is still within a cue's reach, and no credit comes between."""
    between = sentence[cue:place]
    return (
        place - cue >= 0
        and len(between) <= _REACH
        and not _CREDIT.search(between)
        and between.count("(") <= between.count(")")
    )


def _known_behind(sentence: str, cue: int, known: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Known names of several words a little behind a cue; single words are too often something else."""
    for found in islice(_NAME.finditer(sentence, cue), _MOST_NAMES):
        whole, name = found[0].removesuffix("'s"), found["title"].removesuffix("'s")
        name = whole if whole != name and known(whole) else name
        if _speaks_of(sentence, cue, found.start()) and (" " in name or _MADE.match(sentence, found.end())):
            if known(name):
                yield found.start(), name
            elif sentence.endswith("the ", 0, found.start("title")) and known(f"The {name}"):
                yield found.start(), f"The {name}"


def _trusted(bare: re.Match[str], known: Callable[[str], bool] | None) -> str:
    """The name as far as there is reason to take it for a work's; empty without."""
    title = re.sub(r"^[A-Z][\w-]+'s\s(?=[A-Z0-9])", "", bare["title"]).removesuffix("'s")
    if bare["work"]:
        return title
    if known is None:
        return ""
    candidates = (title, *(part for part in _PART.split(title) if part != title), bare["title"])
    return next((name for name in candidates if len(name) > 2 and known(name)), "")
