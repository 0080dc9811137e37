"""Finds the title in a text without capital letters: by marks, by how it is spoken of, by known names."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from bot.rules.extracting.cleaning import Article, words
from bot.rules.extracting.famous_names import is_famous
from bot.rules.extracting.first_names import FIRST_NAMES
from bot.rules.extracting.mentions import GENRE, MARK, TOLD, Mentions, mentions
from bot.rules.extracting.names import places_of, without_inner_spaces
from bot.rules.extracting.plain_words import PLAIN_WORDS
from bot.rules.extracting.small_names import EVERYDAY_PHRASES, famous_names_in

_FEW = 0.005
_INITIALS = re.compile(r"(?<![\w'.])(?:[a-z]\.\s)+[a-z]\.")  # "the l. a. ferry"
_CAPITAL = re.compile(r"[A-Z]")
_TOKEN = re.compile(r"[\w'&-]+|[.,:;!?()]")
_LONGEST_NAME, _LONGEST_HEADING = 6, 7
_MOST_LOOKED_UP = 400
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "be", "but", "by", "for", "from", "he", "her", "his", "i", "in", "is",
     "it", "its", "of", "on", "or", "she", "that", "the", "they", "this", "to", "was", "we", "with", "you",
     "&"}
)  # fmt: skip
_ARTICLES = frozenset({"a", "an", "the"})
_MARKED = re.compile(
    r"\"\s*(?P<double>[^\"\n]{1,60}?)[\s.,]*\"|`\s*(?P<single>[^'`\n]{1,60}?)[\s.,]*'(?!\w)"
    r"|(?<!\w)_(?P<joined>\w{2,60})_(?!\w)"
)
_SPOKEN = re.compile(r"\b(?:i|i'm|i'll|you|you're|we|me|my|your|our|don't|let's|are|it'll)\b|[?!].*\w")
_REVIEWED = re.compile(r"(?:^|\n)\s?(?P<name>[^\n]{2,60}?)\s(?:[-:]\s|an?\s)?(?:film|movie|video)\sreview\b")
_TELLS_OF = re.compile(
    r"(?:[.,;:!?\"()\n]\s?|\b(?:but|and|so|that|then|in|of)\s)(?P<name>(?:[\w'&-]+\s){0,5}[\w'&-]+)"
    rf"{MARK}$"
)
_ALL_CAPITALS = re.compile(r"i{2,3}|iv|vi{1,3}|ix|(?:[a-z]\.){2,}")
_JOINED = re.compile(r"[\"']?,?\s(?:and|or)\s[\"']?|[\"']?,\s[\"']?")
_SEQUEL = re.compile(r"\s(?:[2-9]|i{2,3}|iv|vi{0,3})\b(?!\s?(?:/|stars?|hours?|out\b|of\b|minutes?|years?))")
_NO_NAME = re.compile(
    r"\b(?:this|that|than|rather|i|it|he|she|we|you|they|what|there|which|who|his|her|my|if|because|while|when|it's|that's|"
    r"is|are|was|were|has|had|story|plot|script|director|cast|ending|characters?|idea|premise|acting|screenplay|"
    rf"dialogue|critique|synopsis|capsule|hollywood|course|performances?|part|kind|role|scenes?|{GENRE})\b|"
    r"^(?:the|an?|one|all|such)\s\w+$"
)
_SAID_BY_ALL = frozenset(
    {"all", "another", "everyone", "everything", "friends", "here", "kids", "mother", "normal", "one",
     "someone", "something", "them", "these", "thing", "us", "will"}
)  # fmt: skip
_ORDINARY = PLAIN_WORDS | _SAID_BY_ALL
_FIRST_NAMES, _FULL_NAME = frozenset(map(str.lower, FIRST_NAMES)), 2
_FAMOUS_SAYS, _FAMOUS_IN_PASSING, _KNOWN_SAYS = 2.5, 1.3, 1.5
_ENOUGH, _REVIEWED_SAYS = 2.8, 5.0


def is_uncased(article: Article) -> bool:
    """Whether the text has next to no capital letters."""
    return len(_CAPITAL.findall(article.text)) < _FEW * len(article.text)


def uncased_title(article: Article, known: Callable[[str], bool]) -> str:
    """The name that the text marks or says most often and most plainly, with capitals; empty without one."""
    text = "\n" + without_inner_spaces(_INITIALS.sub(_without_spaces, article.text.lower()))
    weighed = _weighed(text, article, known)
    title = max(sorted(weighed), key=lambda name: (weighed[name], -text.find(name), len(name)), default="")
    return _capitals(_whole(title, weighed, text)) if title and weighed[title] >= _ENOUGH else ""


def _weighed(text: str, article: Article, known: Callable[[str], bool]) -> Mapping[str, float]:
    marked, heading, reviewed = Counter(_marked(text)), _heading(article), _reviewed(article)
    places = list(islice(famous_names_in(text), _MOST_LOOKED_UP))
    famous, in_rows = {name for _, name in places}, set(_in_rows(places, text))
    said = {*marked, heading, reviewed, *_spoken_of(text, known), *famous, *_numbered(famous, text)}
    return {
        name: _weight(name, text, known(name))
        + 2.0 * min(marked[name], 3)
        + 2.5 * (name == heading)
        - 1.5 * (name in in_rows)
        + _REVIEWED_SAYS * (name == reviewed)
        for name in (_of_nobody(name, known) for name in said)
        if len(name) > 1 and name not in _SMALL and (name not in _SAID_BY_ALL or marked[name])
    }


def _of_nobody(name: str, known: Callable[[str], bool]) -> str:
    """The name without half a pair of marks, and as no owner: "low tide's"."""
    bare = name.strip("'_ ")
    return bare if known(bare) else bare.removesuffix("'s")


def _without_spaces(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


def _in_rows(places: Sequence[tuple[int, str]], text: str) -> Iterator[str]:
    """Names that stand beside others, and are compared together: "as in low tide, salt road and gulls"."""
    for (place, name), (next_place, next_name) in pairwise(places):
        if _JOINED.fullmatch(text, place + len(name), next_place):
            yield from (name, next_name)


def _numbered(names: Iterable[str], text: str) -> Iterator[str]:
    """The same names with the number of a sequel, where the text has them so."""
    for name in names:
        sequels = (_SEQUEL.match(text, place + len(name)) for place in places_of(name, text))
        yield from (name + sequel[0] for sequel in sequels if sequel)


def _marked(text: str) -> Iterator[str]:
    """What stands in quotation marks, or joined_like_this, and is not speech."""
    for found in _MARKED.finditer(text):
        name = (found["double"] or found["single"] or (found["joined"] or "").replace("_", " ")).strip(" '`")
        if name and words(name) <= _LONGEST_HEADING and not _SPOKEN.search(name):
            yield name


def _heading(article: Article) -> str:
    """The first line, where it is too short for a sentence, without what stands in brackets."""
    first = article.lines[0].lower() if article.lines else ""
    line = first.partition("(")[0].strip()
    is_heading = words(line) <= _LONGEST_HEADING and first[-1:] not in set(".:,?") and ":" not in line
    return line if is_heading else ""


def _reviewed(article: Article) -> str:
    """What stands before "a film review" in the first lines."""
    found = _REVIEWED.search("\n".join(article.head[:2]).lower())
    name = found["name"].strip(" .,:\"'") if found else ""
    return name if words(name) <= _LONGEST_NAME else ""


def _spoken_of(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """What is called a film, and repeated phrases that are known names or might be one."""
    before = (text[max(0, told.start() - 60) : told.start()] for told in TOLD.finditer(text))
    claimed = (found["name"] for found in map(_TELLS_OF.search, before) if found)
    yield from (name for name in claimed if text.count(name) > 1 and not _NO_NAME.search(name))
    for name in _repeated(text):
        if (known(name) and name not in _ORDINARY) or (" " in name and not _NO_NAME.search(name)):
            yield name


def _repeated(text: str) -> Iterator[str]:
    """Phrases of up to six words that occur at least twice, the commonest first."""
    tokens = _TOKEN.findall(text)
    often = {token for token, count in Counter(tokens).items() if count > 1 and token not in set(".,:;!?()")}
    counts: Counter[str] = Counter()
    for start, first in enumerate(tokens):
        for end in range(start + 1, min(start + 1 + _LONGEST_NAME, len(tokens) + 1)):
            last = tokens[end - 1]
            if last == ":" and end > start + 1:
                continue
            if last not in often:
                break
            opens = first not in _SMALL or (first in _ARTICLES and end > start + 1)
            if opens and last not in _SMALL:
                counts[" ".join(tokens[start:end]).replace(" :", ":")] += 1
    yield from (name for name, count in counts.most_common(_MOST_LOOKED_UP) if count > 1)


def _weight(name: str, text: str, is_known: bool) -> float:
    """By how often and how plainly the text speaks of it; less where it is set beside the work, or acts."""
    is_famous_one = " " in name and is_famous(name, as_written=True)
    said = mentions(name, text, may_be_compared=is_famous_one)
    is_person = not is_known and words(name) == _FULL_NAME and name.partition(" ")[0] in _FIRST_NAMES
    renown = _renown(name, said) if is_famous_one else _KNOWN_SAYS if is_known and " " in name else 0.0
    frequent = 0.4 * min(said.times, 6) + 1.2 * min(said.plainly, 4) + 0.5 * said.ends + renown
    doubtful = 1.5 * (said.beside + min(said.acts, 2) + is_person) + 2.5 * (0 < said.times == said.compared)
    share = 1.0 if is_famous_one else _share(name, said.told > said.acts)
    return share * (frequent - doubtful) + 2.0 * min(said.told, 2) + min(said.called, 3)


def _renown(name: str, said: Mentions) -> float:
    """A famous name that is said once without marks, or that is a phrase as well, may be named in passing."""
    is_phrase = name.removeprefix("the ") in EVERYDAY_PHRASES or (_ORDINARY | _SMALL).issuperset(name.split())
    return _FAMOUS_IN_PASSING if is_phrase or (said.times == 1 and not said.marked) else _FAMOUS_SAYS


def _share(name: str, told: bool) -> float:
    """A single word is more often a person or a thing than a title, unless it is called a film."""
    bare = name.removeprefix("the ")
    if words(bare) > 1:
        return 1.0
    return 0.8 if told else 0.6 if bare != name else 0.35


def _whole(name: str, names: Iterable[str], text: str) -> str:
    """The longest name that the text has instead of the given one at least every other time, or once if it
    is famous and begins with the word that is given."""
    famous = (other for other in names if other.startswith(f"{name} ") and is_famous(other, as_written=True))
    if " " not in name and (whole := max(famous, key=len, default="")):
        return whole
    longer = (other for other in (*names, f"the {name}") if re.search(rf"\b{re.escape(name)}\b", other))
    return max((other for other in longer if 2 * text.count(other) > text.count(name)), key=len, default=name)


def _capitals(name: str) -> str:
    """The name as a headline has it: "Low Tide: The Return", "Low Tide II", "The L.A. Ferry"."""
    words_before = (":", *name.split()[:-1])
    return " ".join(map(_capital, words_before, name.split()))


def _capital(before: str, word: str) -> str:
    if _ALL_CAPITALS.fullmatch(word):
        return word.upper()
    return word if word in _SMALL and not before.endswith(":") else word.capitalize()
