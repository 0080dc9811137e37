"""Whether a name is whole as the text itself writes it: its article, its capitals, the words beside it."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bot.rules.extracting.cleaning import Article
from bot.rules.extracting.headlines import YEAR, bare

_LONGER = r"([A-Z][\w-]*\s(?:(?:for|of|in|on|and|to|the)\s){0,2})"
_KIND = r"(?:Movie|Show)"
_SOME_KIND = re.compile(rf"\s{_KIND}\b")
_AN_ARTICLE_AND_A_KIND = re.compile(rf"(?:The|An?)\s[\w'-]+\s{_KIND}")
_MORE_AND_A_KIND = re.compile(rf"The\s(?:[\w'-]+\s){{2,4}}{_KIND}")
_YEAR_BEHIND = re.compile(rf"\s?[(\[]{YEAR}[)\]]\s*$")
_NOTHING_OWNED = r"(?=\s?(?:$|[:;,.!?|(–—]|-\s)|\s(?:review|is|was|has|opens|follows|tells|and|or|on|in)\b)"
_SHORTEST_CRY = 3
_DRAWN_OUT = re.compile(r"([a-z])\1{2,}!*$")


def with_its_fillers(said: str, article: Article, known: Callable[[str], bool] | None = None) -> str:
    """The bare name, with a word such as "Prime" or "Movie" beside it where that is the name's own.

    So it is where the body mostly has it too; where the body never names the work, "Movie" behind the
    name is its own as the end of the headline, behind an article and one word, or in a known name.
    """
    title = bare(said)
    if said == f"{title}'s" and (_ends_so(said, article) or (known and known(said))):
        return said
    name, alone = re.escape(title), article.body.count(title) if title else 0
    if alone and said != title:
        whole = None if said.startswith(title) else re.search(rf"(?<!\w)[A-Z]\w*\s{name}(?!\w)", said)
        if _SOME_KIND.search(said):
            whole = whole or re.search(rf"(?<!\w){name}\s{_KIND}(?!\w)", said)
        if whole and alone <= 2 * article.body.count(whole[0]):
            return whole[0]
    headline = _YEAR_BEHIND.sub("", article.lines[0])
    if not title or alone or not _SOME_KIND.search(headline):
        return title
    whole = re.search(rf"(?<!\w){name}\.?\s{_KIND}(?!\w)", headline)
    is_whole = whole and (
        whole[0] == headline
        or _AN_ARTICLE_AND_A_KIND.fullmatch(whole[0])
        or (headline != article.lines[0] and _MORE_AND_A_KIND.fullmatch(whole[0]))
        or (known and known(whole[0]))
    )
    return whole[0] if whole and is_whole else title


def _ends_so(name: str, article: Article) -> bool:
    """Whether "Low Tide's" is all of the name, since nothing follows that Low Tide could have."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}{_NOTHING_OWNED}", article.text, re.MULTILINE))


def as_in_the_body(title: str, article: Article) -> str:
    """A title in capitals, drawn out as "Spokesss!" or called out, as the body writes it, where it does."""
    if title[-1:] in {"!", "?"} and title not in article.body and title.rstrip("!?") in article.body:
        return title.rstrip("!?")
    if (drawn_out := _DRAWN_OUT.search(title)) and title not in article.body:
        plain = title[: drawn_out.start() + 1]
        return plain if re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", article.body) else title
    if not title.isupper() or len(title) <= _SHORTEST_CRY:
        return title
    found = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", article.body.replace(title, ""), re.IGNORECASE)
    return found[0] if found and not found[0].islower() else title


def with_article(title: str, article: Article) -> str:
    """Gives back a "The" that most mentions have; takes off one that none has ("The Spokes review")."""
    if title.startswith("The ") and title not in article.body and title != article.lines[0].strip("'\" "):
        shorter = title.removeprefix("The ")
        stands_alone = re.search(rf"(?<!\w)(?<!the ){re.escape(shorter)}(?!\w)", article.body)
        return shorter if stands_alone or shorter.startswith("The ") else title
    whole = f"The {title}"
    mentions, with_article = article.body.count(title), article.body.count(whole)
    return whole if with_article > 1 and 2 * with_article > mentions else title


def rejoined(article: Article) -> Iterator[str]:
    """What the headline parts by a dash and the text by a colon: "Low Tide - The Return"."""
    parts = re.split(r"\s[-–—]\s", article.lines[0]) if article.lines else []
    for pair in pairwise(parts):
        if found := re.search(re.escape(": ".join(pair)), article.body, re.IGNORECASE):
            yield found[0]


def is_part(title: str, article: Article) -> bool:
    """Whether the body has the name mostly as the end of one longer name, as "Road" in "Salt Road"."""
    longer = re.findall(rf"(?<!\w)(?!The\s){_LONGER}{re.escape(title)}(?!\w)", article.body)
    most = max(map(longer.count, longer), default=0)
    return most > 1 and 2 * most > article.body.count(title)
