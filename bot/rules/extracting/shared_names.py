"""Names that a headline, or the line below it, and the text share, where those say more than the name."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, groupby

from bot.rules.extracting.cleaning import Article, words
from bot.rules.extracting.headlines import SMALL, bare, is_spoken, title_case, without_rubric
from bot.rules.extracting.names import quoted_names

_HEADLINES, _LONGEST_HEADLINE, _LONGEST_STANDFIRST = 2, 200, 30
_LONGEST_NAME, _KNOWN_SAYS = 8, 2.0
_QUOTED_OFTEN, _QUOTED_ONCE = 3.0, 2.5
_ALL_OF_IT = 3.5
_SAID = 0.7, 1.6, 2.0  # by how often the text does
_MOST, _OF_SOMEBODY = 5.0, 0.5
_BESIDE = 30
_PICTURED = "[!<{\\"  # such begin captions
_NO_NAMES = frozenset(
    {"western", "horror", "comedy", "hollywood", "bollywood", "netflix", "disney", "marvel", "christmas",
     "film", "cinema", "love", "time", "review"}
)  # fmt: skip
_SMALL_ARTICLE = re.compile(r"^(?:the|an?)\s")
_ARTICLES = frozenset({"a", "an", "the"})
_OF_MORE = re.compile(r"\s(?:of|and|&|in)\s(?:the\s|a\s)?[A-Z]")
_CAPITAL_BEHIND, _CAPITAL_BEFORE = re.compile(r"\s[A-Z]"), re.compile(r"(?:^|\s)[A-Z][\w'-]*\s$")
_SEGMENT = re.compile(r":\s|\s[-–—|]\s|\s?[|•]\s")
_GOES_ON = re.compile(r"\s(?:(?:of|and|&|in|to|for|with|on)\s(?:the\s|an?\s)?)?[A-Z]|\s\d|:\s[A-Z]")
_NEXT_PART = re.compile(r"\s\d|:\s[A-Z]|\s(?:Saga|Story|Part)\b")
_LIKE_A_PERSONS = re.compile(r"(?!The\s)[A-Z][\w'-]+\s[A-Z][\w'-]+")
# "Low Tide, but with gulls", "Low Tide meets Salt Road".
_LIKENED = re.compile(
    r"['\"]?(?:,?\sbut\s(?:with|in|on|for|set)\b|\smeets\b|\son\s(?:a|speed|ice|acid)\b|"
    r"[- ](?:esque|style|lite)\b)"
)
_WORD = re.compile(r"[\w'&-]*\w")
_WORD_OR_COMMA = re.compile(r"[\w'&.-]*\w|,")
_CAPITALS = re.compile(r"(?<![\w'])[A-Z0-9][\w'&-]*\w|(?<![\w'])[A-Z0-9](?!\w)")


def quoted_in_both(article: Article) -> Iterator[tuple[str, float]]:
    """Names that the text has in quotation marks or italics, and the headline within a phrase or a pun."""
    if article.lines and bare(without_rubric(article.lines[0][:_LONGEST_HEADLINE])) in article.body:
        return
    for headline, body in _headlines(article):
        quoted = Counter(name for line in body for _, name in quoted_names(line))
        for name, times in quoted.items():
            if name not in headline:
                continue
            found = re.search(rf"(?<!\w)(?<!: ){re.escape(name)}(?!\w)", headline)
            if found is None or not title_case(name) or _LIKENED.match(headline, found.end()):
                continue
            is_named_in_passing = times == 1 and max(quoted.values()) > 2
            if not (is_named_in_passing or _is_within_a_name(found, headline)):
                yield name, _QUOTED_OFTEN if times > 1 else _QUOTED_ONCE


def known_in_headlines(article: Article, known: Callable[[str], bool] | None) -> Iterator[tuple[str, float]]:
    """Known names in headlines that hold what names seldom do: "Gulls Are the New Terns", "Gull, Adrift"."""
    if known is None:
        return
    for line in article.lines[:_HEADLINES]:
        said = _WORD_OR_COMMA.findall(line[:_LONGEST_HEADLINE])
        capitals = [place for place, word in enumerate(said) if word[0].isupper()]
        for start, last in combinations(capitals, 2):
            part = said[start : last + 1]
            is_odd = any(word == "," or (word.islower() and word not in SMALL) for word in part)
            name = " ".join(part).replace(" ,", ",")
            if is_odd and len(part) <= _LONGEST_NAME and known(name):
                yield name, _KNOWN_SAYS


def _headlines(article: Article) -> Iterator[tuple[str, Sequence[str]]]:
    """The headline and the line below it, if that is no paragraph, each with the lines that follow."""
    for place, line in enumerate(article.lines[:_HEADLINES]):
        if place == 0 or (words(line) <= _LONGEST_STANDFIRST and line[0] not in _PICTURED):
            yield line[:_LONGEST_HEADLINE], article.lines[place + 1 :]


def _is_within_a_name(found: re.Match[str], headline: str) -> bool:
    """Whether the words beside it in the headline belong to it: "Low Tide" is not "Low Tide Returns"."""
    before = headline[: found.start()].rpartition(" ")[0].rpartition(" ")[2] if found.start() else ""
    if before[-1:] in set(",;.!?") or (headline.startswith(f"{before} ") and is_spoken(before)):
        before = ""  # "Salt Road, Low Tide and ...", "How Low Tide ..."
    behind = headline[found.end() + 1 :].partition(" ")[0] if headline[found.end() :][:1] == " " else ""
    continued = (word for word in (before, behind) if word[:1].isupper() and word.lower() not in SMALL)
    return before == "of" or any(continued)


def named_in_both(article: Article, known: Callable[[str], bool] | None) -> Iterator[tuple[str, float]]:
    """Parts of the headline that the text writes as a name: "Incoherent Low Tide", "At low tide".

    One word is more often a character than a work, and counts only where it is known.
    """
    for headline, below in _headlines(article):
        body = "\n".join(below)
        for part in _parts(headline, body):
            if found := _as_a_name(part, body) or _end_as_a_name(part, body):
                name, plainly = found
                is_known = known is not None and known(name)
                trust = (
                    _trust_in_word(name, part, is_known) if words(name) == 1 else _trust(name, body, is_known)
                )
                if trust:
                    yield name, min(trust, _ALL_OF_IT if " ".join(part) == headline else plainly)


def _trust_in_word(name: str, part: Sequence[str], is_known: bool) -> float:
    return _MOST if is_known and part[-1][0].isupper() and name.lower() not in _NO_NAMES else 0.0


def _trust(name: str, body: str, is_known: bool) -> float:
    """How far a name of several words may be trusted: little if like a person's and without an article."""
    is_a_works = is_known or f"the {name}" in body or not _LIKE_A_PERSONS.fullmatch(name)
    return _MOST if is_a_works else _OF_SOMEBODY


def _parts(headline: str, body: str) -> Iterator[list[str]]:
    """The runs of words in the headline that the text writes with capitals, if not all of it does so too."""
    written = {word.lower() for word in _CAPITALS.findall(body)}
    for segment in _SEGMENT.split(headline):
        for is_written, run in groupby(
            _WORD.findall(segment), key=lambda word: word.lower() in written | SMALL
        ):
            part = _without_small_ends([*run])
            is_plain = " ".join(part) == headline and title_case(headline)
            if is_written and part and not (is_plain or _goes_on(part, segment)):
                yield part


def _goes_on(part: list[str], headline: str) -> bool:
    """Whether the words round it make it a part of a name, as "The End" of "The End of the Tour", or what
    the work is likened to."""
    before, _, behind = headline.partition(" ".join(part))
    may_begin = part[0].lower() in _ARTICLES or (len(part) == 1 and _CAPITAL_BEFORE.search(before))
    return bool(
        _LIKENED.match(behind) or _OF_MORE.match(behind) or (may_begin and _CAPITAL_BEHIND.match(behind))
    )


def _without_small_ends(run: list[str]) -> list[str]:
    while run and run[-1].lower() in SMALL:
        run = run[:-1]
    while run and run[0].lower() in SMALL - _ARTICLES:
        run = run[1:]
    return run


def _as_a_name(part: list[str], body: str, behind: str = "") -> tuple[str, float] | None:
    """How the text writes these words as a name of its own, and how plainly that says so; not so where it
    has them `behind` the word that the headline has before them."""
    said = r"\s".join(map(re.escape, part))
    no_longer = rf"(?<!{re.escape(behind)} )" if behind else ""
    whole = re.compile(rf"(?<![\w'-]){no_longer}{said}(?![\w-])", re.IGNORECASE)
    written = [found for found in whole.finditer(body) if title_case(found[0])]
    if any(_NEXT_PART.match(body, found.end()) for found in written):
        return None  # it may be a review of "Low Tide 2"
    names = [_SMALL_ARTICLE.sub("", found[0]) for found in written if _is_alone(found, body)]
    if not names or (len(names) == 1 and " " not in names[0]):
        return None
    return Counter(names).most_common(1)[0][0], _SAID[min(len(names), len(_SAID)) - 1]


def _end_as_a_name(part: list[str], body: str) -> tuple[str, float] | None:
    """The same for the longest end of these words, "Low Tide" of "Obscure Finnish Low Tide"."""
    for start in range(1, len(part) - 1):
        if part[start].lower() in SMALL - _ARTICLES:
            continue
        if found := _as_a_name(part[start:], body, behind=part[start - 1]):
            return found
    return None


def _is_alone(found: re.Match[str], body: str) -> bool:
    """Whether it is no part of a longer name, and no capital only because a sentence begins."""
    before = body[max(0, found.start() - _BESIDE) : found.start()]
    behind = body[found.end() : found.end() + _BESIDE]
    if re.search(r"[A-Z][\w'-]*\s$", before) and not re.search(r"(?:^|[.!?\"]\s)[A-Z][\w'-]*\s$", before):
        return False
    begins = not before or re.search(r"(?:^|[.!?\n\"])\s?$", before)
    return not (_GOES_ON.match(behind) or (begins and words(found[0]) == 1))
