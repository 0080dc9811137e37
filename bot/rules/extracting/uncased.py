"""Finds the title in a text without capital letters: by marks, by how it is spoken of, by known names."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from bot.rules.extracting.cleaning import Article, words
from bot.rules.extracting.famous_names import is_famous
from bot.rules.extracting.first_names import FIRST_NAMES
from bot.rules.extracting.names import places_of
from bot.rules.extracting.plain_words import PLAIN_WORDS

_FEW = 0.005
_CAPITAL = re.compile(r"[A-Z]")
_TOKEN = re.compile(r"[\w'&-]+|[.,:;!?()]")
_LONGEST_NAME, _LONGEST_HEADING = 6, 7
_MOST_LOOKED_UP, _MOST_MENTIONS = 400, 12
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
_GENRE = (
    r"(?:films?|movies?|pictures?|flick|series|show|comedy|drama|thriller|romance|western|musical|"
    r"documentary|sequel|prequel|remake|spoof|satire|adventure|masterpiece|entertainment|tale|debut)"
)
_MARK = r"[.,\s\"'`_]{0,3}"
_TOLD = re.compile(
    r"\s(?:is|was|isn't|wasn't|remains|becomes)\s(?:\w+ly\s|not\s|also\s|just\s|still\s){0,2}"
    rf"(?:an?|the|one of)\s[^.!?\n]{{0,70}}?\b{_GENRE}\b"
)
_IS_TOLD = re.compile(rf"{_MARK}{_TOLD.pattern}")
# "low tide , 1983 film directed by", "low tide features ida holm".
_IS_CREDITED = re.compile(
    rf"{_MARK}(?:(?:an?|the|this)\s)?(?:19|20)\d\d\s(?:[\w-]+\s){{0,2}}{_GENRE}\b|{_MARK}(?:co-)?starring\b|"
    rf"{_MARK}directed\sby\b|{_MARK}(?:features|stars)\s(?!an?\b|the\b)[a-z]+\s[a-z]+"
)
_REVIEWED = re.compile(r"(?:^|\n)\s?(?P<name>[^\n]{2,60}?)\s(?:[-:]\s|an?\s)?(?:film|movie|video)\sreview\b")
_TELLS_OF = re.compile(
    r"(?:[.,;:!?\"()\n]\s?|\b(?:but|and|so|that|then|in|of)\s)(?P<name>(?:[\w'&-]+\s){0,5}[\w'&-]+)"
    rf"{_MARK}$"
)
_CALLED = re.compile(
    r"\b(?:film|movie|picture|comedy|drama|thriller|sequel|called|titled|entitled|review of|watching|"
    r"(?:cast|production|trailer|set|makers|creators) (?:of|for))[\s,]+"
    r"[\"'`_\s]{0,2}$"
)
_BESIDE = re.compile(
    r"\b(?:like|since|as in|such as|unlike|than|director of|star of|fame|(?:19|20)\d\d's|remake of|"
    r"(?<!,\s)and|by)\s"
    r"[\"'`_\s]{0,2}$"
)
_OPENS = re.compile(r"(?:(?<=[.!?,])\s|(?<=\n)|\b(?:in|of|see|seen|watch|saw|makes|than|for)\s)$")
_GOES_ON = re.compile(r"\s?[.,:;!?)]|\s(?:is|isn't|was|has|hasn't|tells|does|never|\w{3,}s)\b")
_PERSON_BEFORE = re.compile(
    r"\b(?:by|as|named|starring|director|writer|actor|actress|star|with|stars|screenwriter|author)\s$"
)
_PLAYS = re.compile(r"\s?\)")  # "gwen ( rosa quint )"
_PERSON_BEHIND = re.compile(r"\s(?:\(\s?[a-z]{3,}\s[a-z]|plays|as\s|stars\sas)")
_NO_NAME = re.compile(
    r"\b(?:this|that|i|it|he|she|we|you|they|what|there|which|who|his|her|my|if|because|while|when|it's|that's|"
    r"is|are|was|were|has|had|story|plot|script|director|cast|ending|characters?|idea|premise|acting|screenplay|"
    rf"dialogue|critique|synopsis|capsule|hollywood|course|performances?|part|kind|role|scenes?|{_GENRE})\b|"
    r"^(?:the|an?|one|all|such)\s\w+$"
)
_ORDINARY = PLAIN_WORDS | {
    *("all", "another", "everyone", "everything", "friends", "here", "kids", "mother", "normal", "one"),
    *("someone", "something", "them", "these", "thing", "us", "will"),
}
_FIRST_NAMES, _FULL_NAME = frozenset(map(str.lower, FIRST_NAMES)), 2
_ENOUGH, _REVIEWED_SAYS = 2.8, 5.0


def is_uncased(article: Article) -> bool:
    """Whether the text has next to no capital letters."""
    return len(_CAPITAL.findall(article.text)) < _FEW * len(article.text)


def uncased_title(article: Article, known: Callable[[str], bool]) -> str:
    """The name that the text marks or says most often and most plainly, with capitals; empty without one."""
    text = f"\n{article.text.lower()}"
    marked, heading, reviewed = Counter(_marked(text)), _heading(article), _reviewed(article)
    weighed = {
        name: _weight(name, text, known(name))
        + 2.0 * min(marked[name], 3)
        + 2.5 * (name == heading)
        + _REVIEWED_SAYS * (name == reviewed)
        for name in {*marked, heading, reviewed, *_spoken_of(text, known)}
        if len(name) > 1 and name not in _SMALL
    }
    title = max(sorted(weighed), key=lambda name: (weighed[name], len(name)), default="")
    return _capitals(_whole(title, weighed, text)) if title and weighed[title] >= _ENOUGH else ""


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
    before = (text[max(0, told.start() - 60) : told.start()] for told in _TOLD.finditer(text))
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
            if last not in often:
                break
            opens = first not in _SMALL or (first in _ARTICLES and end > start + 1)
            if opens and last not in _SMALL:
                counts[" ".join(tokens[start:end])] += 1
    yield from (name for name, count in counts.most_common(_MOST_LOOKED_UP) if count > 1)


def _weight(name: str, text: str, is_known: bool) -> float:
    """By how often and how plainly the text speaks of it; less where it is set beside the work, or acts."""
    places = list(islice(places_of(name, text), _MOST_MENTIONS))
    told = called = plainly = beside = person = 0
    for place in places:
        before, end = text[max(0, place - 24) : place], place + len(name)
        told += bool(_IS_TOLD.match(text, end) or _IS_CREDITED.match(text, end))
        called += bool(_CALLED.search(before))
        plainly += bool(_OPENS.search(before) and _GOES_ON.match(text, end))
        beside += bool(_BESIDE.search(before))
        in_brackets = before.rstrip().endswith("(") and _PLAYS.match(text, end)
        person += bool(in_brackets or _PERSON_BEFORE.search(before) or _PERSON_BEHIND.match(text, end))
    spread = bool(places) and (places[0] < 0.25 * len(text)) + (places[-1] > 0.75 * len(text))
    famous = " " in name and is_famous(name, as_written=True)
    renown = 2.5 if famous else 1.5 if is_known and " " in name else 0.0
    frequent = 0.4 * min(len(places), 6) + 1.2 * min(plainly, 4) + 0.5 * spread + renown
    is_person = not is_known and words(name) == _FULL_NAME and name.partition(" ")[0] in _FIRST_NAMES
    doubtful = 1.5 * beside + 1.5 * min(person, 2) + 1.5 * is_person
    share = 1.0 if famous else _share(name, told > person)
    return share * (frequent - doubtful) + 2.0 * min(told, 2) + min(called, 2)


def _share(name: str, told: bool) -> float:
    """A single word is more often a person or a thing than a title, unless it is called a film."""
    bare = name.removeprefix("the ")
    if words(bare) > 1:
        return 1.0
    return 0.8 if told else 0.6 if bare != name else 0.35


def _whole(name: str, names: Iterable[str], text: str) -> str:
    """The longest name that the text has instead of the given one at least every other time."""
    longer = (other for other in (*names, f"the {name}") if re.search(rf"\b{re.escape(name)}\b", other))
    return max((other for other in longer if 2 * text.count(other) > text.count(name)), key=len, default=name)


def _capitals(name: str) -> str:
    first, *rest = name.split()
    return " ".join([first.capitalize(), *(word if word in _SMALL else word.capitalize() for word in rest)])
