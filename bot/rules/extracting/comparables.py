"""Finds the works that the article sets beside the reviewed one."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from bot.rules.extracting.cleaning import words
from bot.rules.extracting.headlines import title_case
from bot.rules.extracting.names import TITLE, quoted_names

_CUE = re.compile(
    r"\b(?:if you(?:'ve| have)?(?: ever)?|(?:fans|lovers|admirers) of|similar\w*(?: \w+){0,3} to|"
    r"reminiscent of|"
    r"in the (?:vein|mould|mold|spirit|tradition|way|style|manner|footsteps) of|"
    r"in the way|akin to|"
    r"compar\w+(?: \w+){0,4} (?:to|with)|(?:in )?comparison (?:to|with)|remind\w* (?:me |us |you |"
    r"one )?(?:a \w+ )?of|"
    r"(?:makes?|made) (?:me|you|one) think of|recall(?:s|ing)|echo(?:es|ing)?(?: of)?|evok(?:es|ing)|"
    r"shades of|"
    r"(?:nods?|homages?|debts?|tributes?|links?|answers?|kinship)(?: is| are)? to|"
    r"spiritual (?:sequel|successor|cousin) (?:of|to)|"
    r"(?:cross|mix(?:ture)?|mash-?up|hybrid|blend|combination|cocktail) (?:between|of)|superior to|"
    r"inferior to|on (?:a )?par with|"
    r"(?:as|so) \w+ as|not since|(?<!ever )since|think(?=.{1,60}\bmeets\b)|"
    r"imagine(?=.{1,60}\b(?:meets|by|with)\b)|"
    r"(?:much |just |a lot |something |feels? |looks? |films? |movies? |shows? |series |ones? )like|"
    r"unlike|like|"
    r"whereas|as (?:does|do|did)|just as|(?:it|this)(?:'s| is) (?:just|basically|essentially)|"
    r"owes \w+(?: \w+)? to|along the lines of|(?:the )?likes of|such as|rip-?off of|knock-?off of|"
    r"love child of|"
    r"as with|similar thing happen\w+ (?:with|in)|(?:feel|tone|vibe|mood|energy|flavou?r|calib(?:re|er)|"
    r"levels?(?: of \w+)?|league|charm|heights?) (?:of|as)|than|inspired|namely|essentially|"
    r"(?:other|previous|earlier|recent|favou?rite) (?:films|movies|shows|series)[^.(]{0,40}\(including|"
    r"borrow\w*(?: \w+)? from|is no|wants?(?: so \w+)? to be|(?:falls?|fell|falling) short of|up there with|"
    r"prefer(?:red)?|lacks the \w+ of|somewhere between(?= ['\"])|poor man's|"
    r"(?:it|this)(?:'s| is) the(?= ['\"])|surpass\w*|outd(?:o|oes|id)|rivals?|far cry from|think(?= ['\"])|"
    r"one of (?:many )?comparisons|over(?= ['\"])|"
    r"(?:we|you|i)(?:'ve| have)(?: already)? had|shares? (?:\w+ ){0,3}of|"
    r"(?:takes?|took|taking) (?:its |a )?cues? from|"
    r"(?:did|does|do)(?:n't| not)? in|(?:captur\w+|recaptur\w+|evok\w+) (?:that|the|some of the)|"
    r"(?:cute|funni|scari|smart|clever)est \w+(?: \w+){0,5} (?:after|since)(?: \w+ from)?|"
    r"nothing (?:on|like)|"
    r"(?:haven't|have|hadn't|having|you've|i've|ever|never) (?:seen|watched)|really (?:liked|loved|enjoyed)|"
    r"better (?:options?|films?|movies?|choices?|entries|ones)(?: \w+){0,7} ?\(?|"
    r"given us|gave us|is an example of|identical to|versions? of|answer to|the same (?:with|goes for)|"
    r"(?:raised|grew up|brought up) (?:on|with)|marathons? of|go (?:and )?(?:re)?watch|rather (?:re)?watch|"
    r"clear of|think of|part (?:two|2|three|3) of(?: the)?|"
    r"(?:calls?|brings?|brought|called)(?: \w+)? to mind|"
    r"mirrors?(?: that of)?|parallels?|[àa] la|cop(?:y|ies|ied|ying)(?: it)? (?:from|of)|"
    r"like it(?:'s| is| was)|the same (?:\w+ )?as|connections? (?:with|to))(?!\w)"
)
_NEEDS_A_NAME = frozenset({"like", "since", "in the way"})
_NAME_FOLLOWS = re.compile(r"\s(?:that\s)?[A-Z\"']")
# Behind these stands what somebody else made or played, not what the work is measured against.
_CREDIT = re.compile(
    r"\b(?:star(?:s|red|ring)? (?:of|in)|known for|famous for|fame|creators? of|directors? of|"
    r"director|writers? of|makers? of|"
    r"from the \w+ of|seen in|last seen|played|appear\w* in|credits?|role in|roles in|debut|based on|"
    r"novel|book|adapt\w+|"
    r"directed|produced|wrote|writ(?:es|ing) in|acclaim(?:ed)? for|quote from|voiced?|trailer|episode|"
    r"nominat\w+|award\w*|won|Oscars?)\b"
)
_WORK_WORD = r"(?:franchise|series|saga|trilogy|films?|movies?|shows?|remake)"
_UNQUOTED = re.compile(
    rf"(?:(?:\s|,|\bthe (?:first|original|likes of)|\b(?:both|either|and|or|meets|a|the|something like)\b"
    rf"|[A-Z][\w-]+'s)\s*){{0,4}}(?P<title>{TITLE})(?P<work>\s{_WORK_WORD}\b)?"
)
# What the name of a person hardly ever has: an article, a small word inside, a number.
_LIKE_A_WORK = re.compile(
    r"(?!.*\b(?:Season|Series|Episode)\b)"
    r"(?:The\s|.*\s(?:a|at|by|for|from|in|of|on|the|to|with)\s|.*\s\d+$)"
)
# Not "1990's New York": that is a decade's.
_OF_A_YEAR = re.compile(rf"\b(?:19|20)\d[1-9]'s\s(?P<title>{TITLE})")
_NUMBERED = re.compile(
    r":?\s(?:(?:Part|Vol(?:ume|\.)?|Chapter)\s)?(?:\d{1,2}|[IVX]{1,4}|Two|Three|Four|Five)\b.*"
)
_JOINED = re.compile(
    r"[,'\"]{0,2}\s(?:(?:and|or|but|meets|then|even|also|the|an?|both|later|earlier|"
    r"\w+ly|more|[A-Z][\w-]+'s),?\s){0,5}['\"]?"
)
# "Less than a Heron" and "as much as the Herons" name things, not works.
_IS_A_THING = re.compile(r"\b(?:an?|the)\s$")
_CREDITED = re.compile(r"[A-Z][\w'.-]+\s\($")
_NOT_A_WORK = re.compile(
    r"\b(?:Netflix|Prime|Disney|Hulu|HBO|Hollywood|Bollywood|American|British|Korean|English|French|Oscar|I|"
    r"It|He|She|You|They|We|This|That|If|But|Christmas|Halloween|\w+ties|Disney|Marvel|Pixar)\b"
)
_NAMES_ANYTHING = re.compile(r"[\"']|\s[A-Z0-9]|^\w+ (?:did|does)\b")
_NO_WORKS_NAME = re.compile(
    r"\b(?:Channel|TV|Studios?|Pictures|Festival|Awards?)\b|'s$|^\d\d?$|"
    r"\bfrom (?:Marvel|DC|Disney|Pixar|Netflix|HBO)\b|"
    r"The (?:\w+ )?(?:Guardian|Times|Telegraph|Observer|Independent|Post)$"
)
_PART = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|meets)\s")
_NAME = re.compile(rf"(?<![\w']){TITLE}")
_DATED = re.compile(rf"(?<![\w'])(?P<title>{TITLE})['\"]?\s\((?:19|20)\d\d\)")
_MADE = re.compile(r"\s\((?:19|20)\d\d\)")
_ORIGINAL = re.compile(
    rf"\b(?:original|first|earlier|previous|old)\s['\"]?(?P<title>{TITLE})['\"]?\s(?:[Ff]ilms?|[Mm]ovies?|"
    rf"[Tt]rilogy|[Ss]aga|[Ss]how)\b|\b(?P<three>{TITLE})['\"]?\s[Tt]rilogy\b"
)
_MANNER = (
    r"(?:esque|style|type|lite|inspired|vibes?|territory|rip-?off|knock-?off|clone|wannabe|spin-?off|"
    r"levels?(?=\sof))"
)
_STYLE = re.compile(rf"(?<![\w'])(?P<title>{TITLE})['\"]?(?:[\s-]{_MANNER}\b|-like\b)")
_SLASHED = re.compile(
    rf"(?<![\w'/])[A-Z][\w-]+(?:\s[A-Z0-9][\w-]*){{0,4}}(?:/{TITLE})+(?=/etc|\s(?:type|style|kind|vein|mould|mold|category)\b)"
)
_HAS_STYLE = re.compile(rf"[\s-]{_MANNER}\b|-like\b")
_OF_ITSELF = re.compile(r"['\"]?\sfrom the (?:film|movie|book|novel|show|series|first)\b")
_NO_FILM = re.compile(
    r"['\"]?,?\s(?:(?:the|a)\s)?(?:video ?games?|games?|novels?|books?|comics?|songs?|albums?)\b"
)
_OR = re.compile(r"\sor\s(?:the\s)?")
_AND = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or)\s(?!the\s)")
_WORKS = re.compile(
    r"\b(?:films?|movies?|shows?|series|classics?|dramas?|comed(?:y|ies)|thrillers?|hits?|favou?rites?|works?|"
    r"flicks?|franchises?|fare|titles?|westerns?|musicals?|romcoms?|sitcoms?|anime)\b"
)
_LISTS = ("such as", "likes of", "namely")
# "Shows like Ferry": whatever follows is one.
_ONES = re.compile(
    r"\b(?:films|movies|shows|series|dramas|comedies|thrillers|sitcoms|classics) (?:like|such as)$",
    re.IGNORECASE,
)
_IS_SERIES = re.compile(r"['\"]s?\s(?:franchise|saga|trilogy|films|movies|series)\b")
_DID_SO_TOO = re.compile(
    r"['\"]\s(?:\w+ly\s)?(?:manage[sd]?|did|does|do|achieve[sd]?|handle[sd]?|pull(?:s|ed) off)\s"
    r"(?:this|it|that|the same|so)\b|['\"]\s(?:meets|better|more|is (?:an|a good) example)\b|"
    r"['\"]\s(?:got|took|takes|borrowed|borrows|stole|lifted|copied)\s(?:its|their|the|some)\b"
)
_DID_IT_FIRST = re.compile(
    rf"(?<![\w'])(?P<title>{TITLE}) (?:(?:did|does) this (?:first|better)|also (?:did|does|had|has))\b"
)
_POSSESSOR = re.compile(r"^(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+(?:'s|s')\s(?=[A-Z0-9])")
_PART_OF = re.compile(r"^(?:S\d+(?:E\d+)?|Season \w+|Episode \w+|Part \w+) of (?=[A-Z0-9])")
_IN_A_YEAR = re.compile(r" in (?:19|20)\d\d$")
_REACH, _MOST_NAMES = 90, 4
_MOST, _MOST_CUES, _MANY = 12, 6, 3


def find_comparables(
    sentences: Sequence[str], excluded: Sequence[str], known: Callable[[str], bool] | None = None
) -> tuple[str, ...]:
    """Other works named in a comparison, in order of appearance, each once.

    A name in quotation marks counts anywhere after the cue; a bare one only right behind it, and only
    if it looks like a work's, a word such as "franchise" follows or `known` knows it. `excluded` are names
    of the reviewed work, first of all its title, and of people.
    """
    barred = {_same(name) for name in excluded}
    held = _held_against(sentences, known) if known is not None else ()
    own_words = set(re.findall(r"[\w'-]+", " ".join(excluded).lower()))
    title = excluded[0] if excluded else ""
    first_part = _NUMBERED.sub("", title)
    owner = _POSSESSOR.match(title)  # "Miller's" belongs to the name of a spin-off too
    whose = owner[0] if owner else ""
    found: dict[str, str] = {}
    for sentence in sentences:
        for name in _originals(sentence, title):
            found.setdefault(_same(name), name)
        spoken_of = ((sentence.find(name), name) for name in held if name in sentence)
        for _, name in sorted((*_compared(sentence, barred, first_part, known), *spoken_of)):
            if (whole := f"{whose}{name}") != name and whole in sentence:
                name = whole
            if name.endswith("!") and not (known is not None and known(name)):
                name = name.rstrip("!")  # the sentence's
            is_own = _same(name) in barred or name.lower() in own_words or name.endswith(f": {title}")
            is_part = name != first_part and f" {name} " in f" {title} "
            if not (is_own or is_part or _is_no_work(name)):
                found.setdefault(_same(name), name)
    return tuple(name for name in found.values() if not _is_a_tail(name, found.values()))[:_MOST]


def _held_against(sentences: Sequence[str], known: Callable[[str], bool]) -> frozenset[str]:
    """Known names that look like works' and to which the text comes back: "... that The Long Ferry had"."""
    text = " ".join(sentences)
    names = Counter(found[0] for found in _NAME.finditer(text) if _LIKE_A_WORK.match(found[0]))
    return frozenset(name for name, times in names.items() if times > 1 and words(name) > 2 and known(name))


def _is_no_work(name: str) -> bool:
    return bool(_NOT_A_WORK.fullmatch(name) or _NO_WORKS_NAME.search(name))


def _originals(sentence: str, title: str) -> Iterator[str]:
    """Earlier parts, called by a part of the reviewed work's name: "the original Spokes movies"."""
    for original in _ORIGINAL.finditer(sentence):
        name = (original["title"] or original["three"]).rstrip("'")
        if name != title and name in title and not _is_no_work(name):
            yield name


def _is_a_tail(name: str, names: Iterable[str]) -> bool:
    """Whether it is the end of another: "Labyrinth" where "Pan's Labyrinth" is there."""
    return any(other.endswith(f"'s {name}") for other in names)


def _same(name: str) -> str:
    return re.sub(r"^the\s|\W+", "", name.lower())


def _compared(
    sentence: str, barred: Container[str], first_part: str, known: Callable[[str], bool] | None
) -> Iterator[tuple[int, str]]:
    if not _NAMES_ANYTHING.search(sentence):
        return
    quoted = [
        (place, name)
        for place, name in quoted_names(sentence)
        if not _credited(sentence, place, name) and _reads_as_a_name(name, known)
    ]
    cues = list(islice(_cues(sentence), _MOST_CUES))
    found = [*_bare_names(sentence, cues, known), *_quoted_behind(sentence, quoted, cues)]
    if not _CREDIT.search(sentence):
        found += _other_works(sentence, quoted, first_part, known)
    yield from found
    yield from _joined(sentence, quoted, {place for place, name in found if _same(name) not in barred})


def _reads_as_a_name(name: str, known: Callable[[str], bool] | None) -> bool:
    """Not so "To attack and enslave", which is a motto."""
    return title_case(name) or name.startswith(("The ", "A ", "An ")) or (known is not None and known(name))


def _cues(sentence: str) -> Iterator[int]:
    """Where the words end behind which a compared work may stand."""
    lowered = sentence.lower()  # much cheaper than to ignore the case
    for cue in _CUE.finditer(lowered if len(lowered) == len(sentence) else sentence):
        if cue[0] not in _NEEDS_A_NAME or _NAME_FOLLOWS.match(sentence, cue.end()):
            yield cue.end()


def _credited(sentence: str, place: int, name: str) -> bool:
    """Whether the name stands behind a person's, in brackets of its own."""
    before = sentence[max(0, place - 40) : place]
    return bool(_CREDITED.search(before)) and sentence.startswith(")", place + len(name) + 2)


def _quoted_behind(
    sentence: str, quoted: Sequence[tuple[int, str]], cues: Sequence[int]
) -> Iterator[tuple[int, str]]:
    reach = cues[0] if cues else len(sentence)
    for place, name in quoted:
        reach = max((cue for cue in cues if reach < cue <= place), default=reach)
        if _speaks_of(sentence, reach, place):
            yield place, name
            reach = place + len(name) + 2


def _bare_names(
    sentence: str, cues: Sequence[int], known: Callable[[str], bool] | None
) -> Iterator[tuple[int, str]]:
    for cue in cues:
        lists = sentence[:cue].endswith(_LISTS) and not _WORKS.search(sentence[max(0, cue - _REACH) : cue])
        bare = _UNQUOTED.match(sentence, cue)
        while bare is not None:
            is_thing = _IS_A_THING.search(sentence[cue : bare.start("title")]) and not bare["work"]
            sure = _ONES.search(sentence, 0, cue) is not None
            for name in () if is_thing and " " not in bare["title"] else _trusted(bare, known, sure):
                if " " in name or not lists:  # not "heroes such as Dove"
                    yield sentence.find(name, bare.start("title")), name
            bare = _UNQUOTED.match(sentence, bare.end())
        if known is not None:
            yield from _known_behind(sentence, cue, known)


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
    sentence: str,
    quoted: Sequence[tuple[int, str]],
    first_part: str,
    known: Callable[[str], bool] | None,
) -> Iterator[tuple[int, str]]:
    """What is mostly meant as a measure: a known name that is marked or dated, a series, part one."""
    for place, name in quoted:
        end = place + len(name) + 1
        is_series = _IS_SERIES.match(sentence, end) and _NAME.fullmatch(name)
        is_known = known is not None and " " in name and _NAME.fullmatch(name) and known(name)
        if name == first_part and is_series:
            continue  # the franchise that it belongs to
        if is_series or is_known or name == first_part or _DID_SO_TOO.match(sentence, end):
            yield place, name
    yield from ((found.start("title"), found["title"]) for found in _OF_A_YEAR.finditer(sentence))
    yield from _styles(sentence, known)
    yield from ((found.start("title"), found["title"]) for found in _DID_IT_FIRST.finditer(sentence))
    dated = list(islice(_DATED.finditer(sentence), _MOST_NAMES))
    if known is not None and len(dated) < _MANY:  # many of them are somebody's list of works
        yield from ((found.start("title"), found["title"]) for found in dated if known(found["title"]))


def _styles(sentence: str, known: Callable[[str], bool] | None) -> Iterator[tuple[int, str]]:
    """What gives its name to a manner: "a Low Tide-style ending", "not in the Low Tide/Salt Road type"."""
    for found in _STYLE.finditer(sentence) if _HAS_STYLE.search(sentence) else ():
        like_a_work = _LIKE_A_WORK.match(found["title"]) and not found["title"].startswith("The ")
        if like_a_work or (known is not None and known(found["title"])):
            yield found.start("title"), found["title"]
    for listed in _SLASHED.finditer(sentence) if "/" in sentence else ():
        names = listed[0].split("/")
        if any(_LIKE_A_WORK.match(name) or (known is not None and known(name)) for name in names):
            begins = sentence.endswith("the ", 0, listed.start())
            yield from (
                (listed.start(), f"The {name}" if begins and name == names[0] else name) for name in names
            )


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
        if not _speaks_of(sentence, cue, found.start()):
            continue
        dated = _MADE.match(sentence, found.end())
        for name in dict.fromkeys((found[0].removesuffix("'s"), _unpossessed(found[0]))):
            whole = f"The {name}" if sentence.endswith("the ", 0, found.start()) else name
            if " " in name or dated:
                if known(name):
                    yield found.start(), name
                    break
                if whole != name and known(whole):
                    yield found.start(), whole
                    break


def _unpossessed(title: str) -> str:
    """The name without whose it is, of what, or when: "Kon's Paprika", "S3 of Paprika", "Paprika in 2006"."""
    title = _POSSESSOR.sub("", _IN_A_YEAR.sub("", _PART_OF.sub("", title)))
    return title.removesuffix("'s").rstrip("'")


def _trusted(bare: re.Match[str], known: Callable[[str], bool] | None, sure: bool) -> Sequence[str]:
    """The names as far as there is reason to take them for works'; none without."""
    title = _unpossessed(bare["title"])
    end = bare.end("title")
    if _OF_ITSELF.match(bare.string, end) or _NO_FILM.match(bare.string, end):
        return ()
    if bare["work"]:
        return (title,)
    parts = [part.removeprefix("the ") for part in _PART.split(title) if part != title]
    if known is not None:
        names = (title, bare["title"].removesuffix("'s"))
        if whole := next((name for name in names if len(name) > 2 and known(name)), ""):
            return (whole,)
        if any(len(part) > 2 and known(part) for part in parts):
            return [part for part in parts if sure or " " in part or known(part)]
    dated = _MADE.match(bare.string, end)
    if dated or sure or _LIKE_A_WORK.match(title):
        return _AND.split(title) if sure else [part for part in _OR.split(title) if " " in part]
    return ()
