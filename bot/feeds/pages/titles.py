"""Decides what a page calls the reviewed work, from its data, its headlines and its text."""

import re
from collections.abc import Callable, Iterator, Sequence

from bot.feeds.pages.addresses import name_in_address
from bot.feeds.pages.claims import Claim, claim, mentions, named, same_name, spoken
from bot.feeds.pages.head import Head
from bot.feeds.pages.headline_words import BREAK
from bot.feeds.pages.headlines import Headed, names_in, score_in, without_site

_ENOUGH_WORDS = 150
_PART = 0.3
_PREFIXED, _IN_ADDRESS = 0.2, 0.55
_REPEATED = 0.75
_FOREIGN, _OFTENER = 0.62, 8
_LONGEST_HEADLINE = 300
_ENGLISH = (" the ", " and ", " of ", " is ")
_OWNER = re.compile(r"['’]s?\s*[\"“‘]?$")


def headlines_of(head: Head, told: Sequence[str] = ()) -> list[str]:
    """The page's headlines: the heading that its titles repeat, then these titles, then other headings."""
    titles = list(dict.fromkeys([*told, *head.titles]))
    lowered = [title.lower() for title in titles]
    repeated = [text for text in head.headings if any(text.lower() in title for title in lowered)]
    repeated.sort(key=len, reverse=True)
    rest = [text for text in head.headings if text not in repeated]
    return list(dict.fromkeys([*repeated, *titles, *(rest if not titles else [] if repeated else rest[:2])]))


def title_claims(
    stated: Sequence[Claim],
    headlines: Sequence[str],
    body: str,
    known: Callable[[str], bool],
    site: str,
    url: str,
) -> Iterator[Claim]:
    """At most one claim from the page's data and one from its headlines, with year and season beside it."""
    for each in stated[:1]:
        yield _checked(each, headlines, body, known, site, url)
    best = best_headed(headlines, body, known, site, url)
    if best is None:
        return
    headed, headline = best
    if score := score_in(headline):
        yield claim("score", score, score.text, "head", 0.85)
    yield claim("title", headed.name[:200], headline, "head", headed.sure)
    if headed.year:
        yield claim("year", headed.year, headline, "head", 0.85)
    if headed.season:
        yield claim("season", headed.season, headline, "head", 0.9)
        yield claim("kind", "season", headline, "head", 0.9)


def best_headed(
    headlines: Sequence[str], body: str, known: Callable[[str], bool], site: str = "", url: str = ""
) -> tuple[Headed, str] | None:
    """The likeliest name in the headlines, weighed by what the text names, and the headline that holds it."""
    told = _Told(body, headlines)
    guesses = list(_weighed(headlines, told, known, site, url))
    if name := name_in_address(url, body):
        guesses.append((_IN_ADDRESS + told.weight(name), Headed(name, _IN_ADDRESS), name))
    if not guesses:
        return None
    names = {headed.name for _, headed, _ in guesses}
    columns = {name for name in names if told.only_the_end(name) and not known(name)}
    wholes = [name for name in names - columns if told.count(name) or known(name)]
    cuts = {name: _PART * any(_is_part_of(name, whole) for whole in wholes) for name in names}
    cuts |= dict.fromkeys(columns, _PREFIXED)
    weighed = [(sure - cuts[headed.name], headed, headline) for sure, headed, headline in guesses]
    sure, best, headline = max(weighed, key=lambda each: (round(each[0], 2), len(each[1].name)))
    return Headed(best.name, max(0.1, min(0.97, sure)), best.year, best.season), headline


def _weighed(
    headlines: Sequence[str], told: "_Told", known: Callable[[str], bool], site: str, url: str
) -> Iterator[tuple[float, Headed, str]]:
    """The names that headlines may mean, each with what the text adds to it."""
    for place, headline in enumerate(headlines[:4]):
        bare = without_site(headline, site, url)
        whole, first = same_name(bare), same_name(BREAK.split(bare)[0])
        for headed in names_in(headline, known, site, url)[:12]:
            name, count = same_name(headed.name), told.count(headed.name)
            sure = headed.sure + told.weight(headed.name) - 0.03 * min(place, 2)
            sure -= 0.2 * (len(headed.name) == 1)  # a letter of an index far more often than a work
            if name == whole and count:
                sure = max(sure, _REPEATED)  # what the text repeats is no play on words
            elif not told.is_english and (name == whole or (name == first and count)):
                sure = max(sure, _FOREIGN)  # only English names have capitals that sentences have not
            yield sure, headed, headline


class _Told:
    """What an article says of names, its own headlines left out; each name is looked up once."""

    def __init__(self, body: str, headlines: Sequence[str]) -> None:
        own = {same_name(headline) for headline in headlines}
        lines = [
            line for line in body.splitlines() if len(line) > _LONGEST_HEADLINE or same_name(line) not in own
        ]
        self._words = spoken("\n".join(lines))
        self._is_long = self._words.count(" ") > _ENOUGH_WORDS
        self._counts: dict[str, int] = {}
        self.is_english = sum(map(self._words.count, _ENGLISH)) > 0.04 * self._words.count(" ")

    def count(self, name: str) -> int:
        """How often the text names the work."""
        if name not in self._counts:
            self._counts[name] = named(name, self._words)
        return self._counts[name]

    def only_the_end(self, name: str) -> bool:
        """Whether the text says what follows the last colon, never what precedes it: a column's name."""
        *before, end = BREAK.split(name)
        return bool(before) and self.count(end) > _OFTENER * max(map(self.count, before))

    def weight(self, name: str) -> float:
        """What the text adds to a guess: the name should stand in it, and in a long text surely."""
        count = self.count(name)
        if count:
            return 0.1 if count > 1 else 0.05
        return -0.15 if self._is_long else 0.0


def _checked(
    stated: Claim, headlines: Sequence[str], body: str, known: Callable[[str], bool], site: str, url: str
) -> Claim:
    """A stated name is often the headline, "review" and all, or a placeholder that nothing else repeats."""
    name, sure = stated.value, stated.evidence.sure
    headed = next(iter(names_in(name, known, site, url)), None)
    is_headline = any(same_name(name) == same_name(headline) for headline in headlines)
    if (
        headed
        and (headed.name != name)
        and (is_headline or "review" in name.lower() or headed.year or headed.season)
    ):
        name, sure = headed.name, min(sure, headed.sure)
    elsewhere = "\n".join([*headlines, body])
    if elsewhere and not mentions(name, elsewhere):
        sure -= 0.2
    return claim("title", name, stated.evidence.words, stated.evidence.origin, sure)


def _is_part_of(name: str, whole: str) -> bool:
    """Whether the name begins or ends another: "Wire" in "Man on Wire"; whose work it is makes no name."""
    part, rest = spoken(name), spoken(whole)
    if len(part) >= len(rest):
        return False
    if rest.endswith(part):
        return not _OWNER.search(whole[: len(whole) - len(name)])
    return rest.startswith(part)
