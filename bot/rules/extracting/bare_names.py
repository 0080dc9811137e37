"""Names of works that stand without quotation marks behind a comparison: how far they can be trusted."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from bot.rules.extracting.comparison_words import within_reach
from bot.rules.extracting.cut_names import with_what_follows
from bot.rules.extracting.famous_names import Known, is_famous
from bot.rules.extracting.first_names import FIRST_NAMES, MAKERS
from bot.rules.extracting.names import TITLE
from bot.rules.extracting.plain_words import PLAIN_WORDS

NAME = re.compile(rf"(?<![\w']){TITLE}")
A_PART = re.compile(r"\b(?:Season|Series|Episode)\b")
# What the name of a person hardly ever has: an article, a colon or a small word inside, a number.
LIKE_A_WORK = re.compile(
    rf"(?!.*{A_PART.pattern})(?:The\s|\w[^:]*\w:\s|.*\s(?:a|at|by|for|from|in|of|on|the|to|v|vs\.?|with)\s|.*\s\d+$)"
)
MADE = re.compile(r"['\"]?\s\((?:19|20)\d\d\)")
_LONG_WORKS = frozenset({"franchise", "series", "saga", "trilogy"})
_WORK_WORD = r"(?:franchise|series|saga|trilogy|films?|movies?|shows?|remake)"
_UNQUOTED = re.compile(
    r"(?:(?:\s|,|\bthe (?:first|original|likes of)|\b(?:both|either|and|or|or even|meets|a|the|"
    r"something like|also|maybe|perhaps|\w+ly|"
    r"(?:his|her|their) (?:\w+ )?(?:films?|movies?|shows?|series|features?))\b|"
    rf"[A-Z][\w-]+'s(?: own)?)\s*){{0,4}}(?P<title>{TITLE})(?P<work>\s{_WORK_WORD}\b)?"
)
# "Less than a Heron" and "as much as the Herons" name things, not works.
_IS_A_THING = re.compile(r"\b(?:an?|the)\s$")
_PART = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or|meets)\s")
_OR = re.compile(r"\sor\s(?:the\s)?")
_AND = re.compile(r",\s(?:and\s|or\s)?|\s(?:and|or)\s(?!the\s)")
_ONE_OF_TWO_WORDS = re.compile(r"[A-Z][a-z]+ and [A-Z][a-z]+")  # "Rope and Water"
_WORKS = re.compile(
    r"\b(?:films?|movies?|shows?|series|classics?|dramas?|comed(?:y|ies)|thrillers?|hits?|favou?rites?|works?|"
    r"flicks?|franchises?|fare|titles?|westerns?|musicals?|romcoms?|sitcoms?|anime)\b"
)
_LISTS = ("such as", "likes of", "namely")
_EXAMPLES = (*_LISTS, "examples are", "examples include", "examples being", "examples would be")
# "Shows like Ferry": whatever follows is one.
_ONES = re.compile(
    r"\b(?:adaptations|animations|anime|blockbusters|brethren|cartoons|classics|comedies|contemporaries|documentaries|"
    r"dramas|entries|epics|features|films|franchises|hits|movies|musicals|outings|peers|pictures|predecessors|remakes|"
    r"romps|sequels|series|shows|sitcoms|thrillers|westerns),? (?:like|such as)$",
    re.IGNORECASE,
)
# Behind these two capitals or more are a work's name: only works are copied, or come in episodes.
_ONLY_WORKS = re.compile(
    r"\b(?:(?:cop(?:y|ies)|clones?|episodes?|imitations?|knock-?offs?|parod(?:y|ies)|rehash|"
    r"remakes?|retreads?|rip-?offs?|spoofs?) of|(?:prequels?|sequels?) to|"
    r"(?:film|movie|show|series|sitcom) (?:like|such as))$",
    re.IGNORECASE,
)
# The same where it stands by itself, not behind a cue.
MADE_AGAIN = re.compile(
    r"\b(?:(?:re(?:boot|hash|make|tread)|rip-?off|spin-?off)s? (?:from|of)|(?:pre|se)quels? to)"
    r"(?: the)?(?: first| original)?\s$"
)
_OF_ITSELF = re.compile(r"['\"]?\sfrom the (?:film|movie|book|novel|show|series|first)\b")
# "The Marsh films" are somebody's.
_SEVERAL = re.compile(r"\s(?:films|movies)")
_NATIONAL = re.compile(
    r"(?:African|Asian|Australian|Bengali|Brazilian|Canadian|Chinese|Danish|Dutch|European|German|Hindi|Indian|Iranian|"
    r"Irish|Israeli|Italian|Japanese|Malayalam|Mexican|Norwegian|Polish|Russian|Scottish|Spanish|Swedish|Tamil|Telugu|"
    r"Thai|Turkish|Welsh)"
)
# "Otto in the Wet Coats movies".
_PERSON_IN = re.compile(r"[A-Z][\w']+\s(?:from|in)\sthe\s(?=[A-Z])")
_DATED = re.compile(r"(?:19|20)\d\d\s(?=[A-Z])")
_OWNER = re.compile(r"\b([A-Z]\w+)'s $")
_A_NAME = re.compile(r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?")
# "2003 thriller".
_ONLY_WHEN = re.compile(r"\s(?!(?:and|but|did|does|had|has|in|is|or|was|with|would)\b)[a-z]")
_NO_FILM = re.compile(
    r"['\"]?,?\s(?:(?:the|a)\s)?(?:video ?games?|games?|novels?|books?|comics?|songs?|albums?|episodes?|"
    r"specials?|movement|bands?|magazine|app|brand|company|channel)\b"
)
POSSESSOR = re.compile(r"^(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+(?:'s|s')\s(?=[A-Z0-9])")
_PART_OF = re.compile(r"^(?:S\d+(?:E\d+)?|Season \w+|Episode \w+|Part \w+) of (?=[A-Z0-9])")
_DECADE = re.compile(r"^(?:19|20)?\d0'?s\s(?=[A-Z])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_A_YEAR = re.compile(r" in (?:19|20)\d\d$")
_BY_SOMEBODY = re.compile(r"\sby\s[A-Z].*")
# "Ida Marsh in Salt Road": who plays or appears there; a name such as "Low Tide in June" has no article.
_WHO_IN = re.compile(r"(?!The\s|An?\s)[A-Z][\w'-]+\s[A-Z][\w'-]+\s(?:from|in)\s(?:the\s)?(?=[A-Z0-9])")
_SMALL_WORDS = re.compile(r"\s[a-z]{2,}(?:\s[a-z]{2,}){0,3}\b")
_ENDS_A_LIST = re.compile(r"\b(?:and|or)\s")
_GOES_ON = re.compile(r",?\s(?:and|or|etc)\b")
_WHERE = re.compile(r"\s(?:from|in)\s(?:the\s)?(?=[A-Z0-9])")
# "Salt Road in June's Ida Marsh": the person of a work.
_SOMEBODY_OF = re.compile(r"(?!.*\b(?:and|or)\s)(?=.*\s[a-z]).*\w's\s[A-Z][\w-]+\s[A-Z][\w-]+$")
_OWNED = re.compile(r"(?:[A-Z][\w-]+\s)?[A-Z][\w-]+'s\s[A-Z][a-z]{3,}$")  # "Marsh's Heron"
_ELSEWHERE = re.compile(r"\s(?:at|in|on|with)\s")  # "Salt Road with Ida Marsh"
# What everybody knows without a film: events and books that texts in all fields are compared with.
_OF_THE_WORLD = re.compile(
    r"(?:The\s)?(?:(?:American|English|Spanish)\s)?(?:Big Bang|Blitz|Civil War|Cold War|Crusades|Dark Ages|"
    r"(?:French|Industrial|Russian) Revolution|Great (?:Depression|War)|Gulf War|Holocaust|Inquisition|"
    r"Iron Curtain|"
    r"Middle Ages|Old West|Renaissance|Vietnam War|Wild West|(?:First |Second )?World Wars?(?: (?:I|II|One|"
    r"Two))?|"
    r"World Cup|Olympics|Super Bowl|Far East|Middle East|(?:New|Old) Testament|Bible|Koran)"
)
_PLAIN = re.compile(r"[A-Z][a-z]{2,}(?:\s(?:(?:in|of|the|to)\s){0,2}[A-Z][a-z]{2,}){1,4}")
_SMALL = re.compile(r"(?<![\w'])[a-z]{3,}(?![\w'])")
# Names of people that are words as well, and what stands in names of people or things.
_PERSONS_WORDS = frozenset(
    {"agent", "and", "art", "aunt", "bean", "bell", "bill", "black", "brown", "cage", "captain", "chase",
     "christian", "cook", "craft", "dean", "detective", "doctor", "drew", "faith", "for", "fox", "frank",
     "from", "general", "gold", "grace", "grant", "gray", "green", "hall", "hill", "hope", "jack", "jean",
     "joy", "king", "lady", "lane", "law", "lee", "long", "lord", "major", "mark", "may", "miles", "moss",
     "page", "pat", "penny", "phoenix", "pitt", "price", "professor", "queen", "ray", "reed", "rich",
     "rob", "rock", "rose", "scott", "short", "sky", "smith", "stone", "strong", "sue", "summer", "the",
     "uncle", "victor", "watts", "west", "white", "will", "wise", "with", "wood", "woods", "young"}
)  # fmt: skip
_MOST_NAMES, _LONGEST_ROW = 4, 12
_LISTED = 90  # characters within which it is said that works are listed


class Ordinary:
    """The words that the text writes small, too: a name that has one of them is hardly a person's."""

    def __init__(self, sentences: Sequence[str], marked: frozenset[str] = frozenset()) -> None:
        self._sentences = sentences
        self._marked = marked

    @cached_property
    def _words(self) -> frozenset[str]:
        return (frozenset(_SMALL.findall(" ".join(self._sentences))) | PLAIN_WORDS) - _PERSONS_WORDS

    def is_in(self, name: str) -> bool:
        """Whether it has such a word, or stands in quotation marks elsewhere."""
        if name in self._marked:
            return True
        if name.partition(" ")[0] in FIRST_NAMES:
            return False
        return _PLAIN.fullmatch(name) is not None and not self._words.isdisjoint(
            re.findall(r"[\w']+", name.lower())
        )

    def or_known(self, known: Known) -> Known:
        return lambda name: known(name) or self.is_in(name)


def unpossessed(title: str) -> str:
    """The name without whose it is, of what, or when: "Kon's Paprika", "S3 of Paprika", "1960s Paprika"."""
    if title.partition("'s ")[0] in FIRST_NAMES and not title.endswith(("'s", "'")):
        return title  # "Otto's Boat" is called so; makers are called by their last names
    title = POSSESSOR.sub("", _DECADE.sub("", _IN_A_YEAR.sub("", _PART_OF.sub("", title))))
    return title.removesuffix("'s").rstrip("'")


def is_of_the_world(name: str) -> bool:
    """Whether the name, without quotation marks, is an event's, a place's or a person's: "the Cold War"."""
    return name in MAKERS or name in FIRST_NAMES or _OF_THE_WORLD.fullmatch(name) is not None


def names_behind(sentence: str, cue: int, known: Known) -> Iterator[tuple[int, str]]:
    """Names right behind a cue that ends at `cue`, as far as they are trusted, with their places."""
    lists = sentence.endswith(_LISTS, 0, cue) and not _WORKS.search(sentence, max(0, cue - _LISTED), cue)
    before = sentence[max(0, cue - _LISTED) : cue]
    sure, only_works = _ONES.search(before) is not None, _ONLY_WORKS.search(before) is not None
    row, read = _row(sentence, cue), cue
    kept = [_trusted(bare, known, sure, only_works) for bare in row]
    for bare, names in zip(
        row, _with_neighbours(row, kept, known, listed=sentence.endswith(_EXAMPLES, 0, cue)), strict=True
    ):
        for name in names if bare.start("title") >= read else ():
            if " " in name or not lists:  # not "heroes such as Dove"
                place = sentence.find(name, bare.start("title"))
                read = place + len(name)
                yield place, name


def names_listed(sentence: str, place: int, known: Known, plainly: bool) -> Iterator[tuple[int, str]]:
    """Names that stand in brackets behind works: "(Low Tide, Gulls)". One must be known or like a work's, or
    there must be two where works stand `plainly` before them."""
    row = _row(sentence, place)
    ends = bool(row) and sentence.startswith((")", ",", " and ", " etc"), row[-1].end())
    titles = [bare["title"] for bare in row]
    is_sure = any(known(title) or known(f"The {title}") or LIKE_A_WORK.match(title) for title in titles)
    if ends and (is_sure or (plainly and len(row) > 1)):
        for bare in row:
            names = (bare["title"],) if known(bare["title"]) else _AND.split(bare["title"])
            yield from ((sentence.find(name, bare.start("title")), name) for name in names)


def _row(sentence: str, cue: int) -> list[re.Match[str]]:
    """The names that stand behind each other, with nothing but commas, articles and conjunctions between."""
    row: list[re.Match[str]] = []
    bare = _UNQUOTED.match(sentence, cue)
    while bare is not None and len(row) < _LONGEST_ROW:
        row.append(bare)
        bare = _UNQUOTED.match(sentence, bare.end())
    return row


def _with_neighbours(
    row: Sequence[re.Match[str]], kept: Sequence[Sequence[str]], known: Known, *, listed: bool
) -> Iterator[Sequence[str]]:
    """What stands in one list with two works, or with one behind "such as", is one, too."""
    goes_on = bool(row) and _GOES_ON.match(row[-1].string, row[-1].end())
    last = len(row) - 1 if goes_on else -1
    ends = next((number for number, bare in enumerate(row) if _ENDS_A_LIST.search(bare[0])), last)
    trusted = sum(map(bool, kept[: ends + 1]))
    is_list = trusted > 1 or (listed and any(" " in name for names in kept[: ends + 1] for name in names))
    for number, (bare, names) in enumerate(zip(row, kept, strict=True)):
        title = unpossessed(bare["title"])
        if not is_list or number > ends or title in names or _NO_FILM.match(bare.string, bare.end()):
            yield names if names or not any(kept) or not known(f"The {title}") else (title,)
        else:
            yield _AND.split(title)


def known_names(sentence: str, found: re.Match[str], known: Known) -> Iterator[tuple[int, str]]:
    """The known names of several words, or with a year, that the match holds, joined by "and" maybe."""
    dated = MADE.match(sentence, found.end())
    is_in = sentence.endswith((" in ", " from "), 0, found.start())
    begins = sentence.endswith("the ", 0, found.start())
    for name in dict.fromkeys((found[0].removesuffix("'s"), unpossessed(found[0]))):
        if " " in name or dated or _OWNED.match(found[0]) or (is_in and is_famous(name)):
            if known(name):
                yield found.start(), name
                return
            if begins and known(f"The {name}"):
                yield found.start(), f"The {name}"
                return
    for part in (part.removeprefix("the ") for part in _PART.split(found[0])[:_MOST_NAMES]):
        if " " in part and known(part):
            yield sentence.find(part, found.start()), part


def known_behind(sentence: str, cue: int, known: Known) -> Iterator[tuple[int, str]]:
    """Known names of several words a little behind a cue; single words are too often something else."""
    for found in islice(NAME.finditer(sentence, cue), _MOST_NAMES):
        if within_reach(sentence, cue, found.start()) and not found[0].endswith("'"):
            yield from known_names(sentence, found, known)


def _trusted(bare: re.Match[str], known: Known, sure: bool, only_works: bool) -> Sequence[str]:
    """The names as far as there is reason to take them for works'; none without."""
    end = bare.end("title")
    if _OF_ITSELF.match(bare.string, end) or _NO_FILM.match(bare.string, end):
        return ()
    title = _with_owner(bare)
    if bare["work"]:
        is_somebodys = _A_NAME.fullmatch(title) and not known(title) and _is_somebodys(title, bare["work"])
        if is_somebodys or _YEAR.fullmatch(title) or _NATIONAL.fullmatch(title):
            return ()
        return (title if known(title) else _DATED.sub("", _PERSON_IN.sub("", title)),)
    if _YEAR.fullmatch(title) and _ONLY_WHEN.match(bare.string, end):
        return ()
    if _SOMEBODY_OF.match(title):
        return ()
    if _IS_A_THING.search(bare.string[bare.start() : bare.start("title")]) and " " not in bare["title"]:
        return ()
    if title.partition("'s ")[0] in FIRST_NAMES and known(bare["title"]):
        return (bare["title"],) if " " in bare["title"] else (title,)
    names = (
        *with_what_follows(bare.string, bare.start("title"), end),
        *_with_next_words(bare),
        title,
        bare["title"].removesuffix("'s"),
        title.partition(": ")[0],
    )
    if whole := next((name for name in names if (len(name) > 2 or name[-1:].isdigit()) and known(name)), ""):
        return (whole,)
    if " " in title and known(f"The {title}"):
        return (title,)
    if (place := _WHERE.search(title)) and known(where := title[place.end() :]):
        return (where,)
    if (place := _ELSEWHERE.search(title)) and known(itself := title[: place.start()]):
        return (itself,)
    if _ONE_OF_TWO_WORDS.fullmatch(title) and PLAIN_WORDS.issuperset(title.lower().split(" and ")):
        return (title,)
    parts = [part.removeprefix("the ") for part in _PART.split(title) if part != title]
    parts = parts[:-1] if bare["title"].endswith("'s") else parts  # whose, and not what
    if any(len(part) > 2 and known(part) for part in parts):
        return [part for part in parts if sure or " " in part or known(part)]
    appears = _WHO_IN.match(title) if not A_PART.search(title) else None
    title = _BY_SOMEBODY.sub("", unpossessed(title[appears.end() :]) if appears else title)
    is_somebodys = bare["title"].endswith(("'s", "'"))
    if sure:
        return _AND.split(title)
    if MADE.match(bare.string, end):
        return (title,)
    if " and the " in title and not title.startswith(("The ", "A ")):
        return ()  # "Dover and the Far Coast"
    if only_works and title.partition(" ")[0] in FIRST_NAMES:
        return ()
    if (only_works and not is_somebodys) or appears or LIKE_A_WORK.match(title):
        return [part for part in _OR.split(title) if " " in part]
    return ()


def _with_owner(bare: re.Match[str]) -> str:
    """The name, with the first name that it begins with: "Otto's Boat", while makers have last names."""
    owner = _OWNER.search(bare.string, bare.start(), bare.start("title"))
    return f"{owner[0]}{bare['title']}" if owner and owner[1] in FIRST_NAMES else unpossessed(bare["title"])


def _is_somebodys(name: str, work: str) -> bool:
    """Whether the "films" are rather a person's than so called: "Ida Marsh films", "the Marsh movies"."""
    if " " in name:
        return name.partition(" ")[0] in FIRST_NAMES and work.split()[0] not in _LONG_WORKS
    return _SEVERAL.fullmatch(work) is not None


def _with_next_words(bare: re.Match[str]) -> Iterator[str]:
    """The name with what follows, which some writers leave small: "Salt road", "Fresh off the boat"."""
    is_name = bare["title"] != "I"
    following = _SMALL_WORDS.match(bare.string, bare.end("title")) if is_name else None
    tail = following[0] if following else ""
    while tail:
        yield f"{bare['title']}{tail}"
        tail = tail.rpartition(" ")[0]
