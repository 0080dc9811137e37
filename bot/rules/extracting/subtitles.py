"""Whether what stands behind a colon in a headline belongs to the name, or is only said of the work."""

import re
from collections.abc import Callable, Iterable

from bot.rules.extracting.cleaning import Article, words
from bot.rules.extracting.headlines import is_spoken, title_case, without_rubric
from bot.rules.extracting.introductions import is_person, labelled

_PART = re.compile(
    r"(?:the|part|chapter|volume|vol\.?|episode|book|legacy|rise|return|revenge|age|days?|night|end|beyond|into)\b"
    r"|\S+$|.*\bof\b",
    re.IGNORECASE,
)
_SAID_OF_IT = re.compile(
    r"(?:an?|my|our|is|was|why|how|what|when|not|more|better|worth|still|too|best|worst)\b"
    r"|.*\b(?:best|worst|good|great|bad|better|masterpiece|classic|triumph|failure|mess|disaster|delight|joy|fun|"
    r"boring|brilliant|disappoint\w*|dull|review|thoughts|analysis|critique|recap|spoilers?|films?|movies?|cinema|"
    r"sequel|prequel|remake|reboot|adaptation|thriller|comedy|drama|romance|horror|musical|documentary|biopic|"
    r"story|tale|portrait|study|look|hype|fans?|years?|season|series|netflix)\b|.*[?!,;]",
    re.IGNORECASE,
)
_END = re.compile(r"[\s'\"]*(?:$|[(\[|★☆⭐–—-]|(?:movie |film |tv )?review\b)", re.IGNORECASE)
_TELLS = re.compile(
    r"\s(?:is|was|has|follows|takes|opens|tells|sees|stars|brings|finds|marks|picks|comes|continues|serves)\s"
)
_FACTS = re.compile(r"(?:19|20)\d\d\s?[·•|/,]|directed by\b|(?:director|genre)s?\s?:", re.IGNORECASE)
_LONGEST, _LONGEST_PERSON = 6, 2


def with_subtitle(
    title: str, names: Iterable[str], article: Article, known: Callable[[str], bool] | None
) -> str:
    """The headline's "Title: Subtitle" for a title that is one side of it, where the other belongs to it."""
    headline = article.lines[0]
    for name in names:
        first, dash, rest = name.partition(" - ")
        if dash and title == first and _ends(name, headline) and _are_both_named(first, rest, article):
            return name
        first, colon, rest = name.partition(": ")
        if not colon or not title_case(name) or without_rubric(name) != name or labelled(name):
            continue
        if title == first and words(rest) > _LONGEST_PERSON and _is_told_of(name, headline):
            return name
        if not _ends(name, headline):
            continue
        if title == first and _belongs(rest, first, article, known is not None and known(name)):
            return name
        if title == rest and not is_spoken(first) and _is_named(first, article, known):
            return name
    return title


def _are_both_named(first: str, rest: str, article: Article) -> bool:
    """Whether the text has both sides of the dash, and the second is no person's name."""
    may_be_one = words(rest) > 1 and title_case(rest) and not is_person(rest, article.body)
    return may_be_one and rest in article.body and first in article.body


def _is_named(first: str, article: Article, known: Callable[[str], bool] | None) -> bool:
    """Whether the text has it as a name: one word that is said once may be the column's."""
    times = len(re.findall(rf"(?<!\w){re.escape(first)}(?!\w)", article.body))
    return times > 1 or (times == 1 and (words(first) > 1 or (known is not None and known(first))))


def _ends(name: str, line: str) -> bool:
    _, found, behind = line.replace(" : ", ": ").partition(name)
    return bool(found and _END.match(behind))


def _is_told_of(name: str, line: str) -> bool:
    """Whether the first line is a sentence on it: "Spokes: The Harbour is the fifth of them"."""
    return line.startswith(name) and _TELLS.match(line, len(name)) is not None


def _belongs(rest: str, first: str, article: Article, is_known: bool) -> bool:
    if is_known or _is_above_facts(article):
        return True
    if words(rest) > _LONGEST or _SAID_OF_IT.match(rest):
        return False
    is_named = rest in article.body and not rest.islower()
    return is_named or bool(_PART.match(rest)) or _is_one_of_several(first, article)


def _is_above_facts(article: Article) -> bool:
    """Whether the headline stands as on a work's page: "2026 · Directed by Ida Holm" is below."""
    return len(article.lines) > 1 and bool(_FACTS.match(article.lines[1]))


def _is_one_of_several(name: str, article: Article) -> bool:
    """Whether the text speaks of other works of the name: "the first Spokes", "Spokes 2"."""
    of_several = re.compile(
        rf"\b(?:first|second|third|original|previous|earlier|last|two|three|another|other)\s['\"]?{re.escape(name)}\b"
        rf"|(?<!\w){re.escape(name)}['\"]?\s(?:\d|I{{1,3}}\b|films\b|movies\b|franchise\b|saga\b|universe\b)"
    )
    return bool(of_several.search(article.body))
