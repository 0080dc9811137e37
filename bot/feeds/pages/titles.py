"""Decides what a page calls the reviewed work, from its data, its headlines and its text."""

from collections.abc import Callable, Iterator, Sequence

from bot.feeds.pages.claims import Claim, claim, mentions, same_name
from bot.feeds.pages.head import Head
from bot.feeds.pages.headlines import Headed, names_in, score_in

_ENOUGH_WORDS = 150
_PART = 0.25


def headlines_of(head: Head, told: Sequence[str] = ()) -> list[str]:
    """The page's headlines: the heading that its titles repeat, then these titles, then other headings."""
    titles = list(dict.fromkeys([*told, *head.titles]))
    lowered = [title.lower() for title in titles]
    repeated = [text for text in head.headings if any(text.lower() in title for title in lowered)]
    repeated.sort(key=len, reverse=True)
    rest = [text for text in head.headings if text not in repeated]
    return list(dict.fromkeys([*repeated, *titles, *(rest if not titles else rest[:2])]))


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
    weighed: list[tuple[float, Headed, str]] = []
    for place, headline in enumerate(headlines[:4]):
        for headed in names_in(headline, known, site, url)[:12]:
            sure = headed.sure + _in_body(headed.name, body) - 0.03 * min(place, 2)
            sure -= 0.2 * (len(headed.name) == 1)  # a letter of an index far more often than a work
            weighed.append((sure, headed, headline))
    if not weighed:
        return None
    whole = [headed.name for _, headed, _ in weighed if mentions(headed.name, body) > 1]
    weighed = [
        (sure - _PART * any(_is_part_of(headed.name, name) for name in whole), headed, headline)
        for sure, headed, headline in weighed
    ]
    sure, best, headline = max(weighed, key=lambda each: (round(each[0], 2), len(each[1].name)))
    return Headed(best.name, max(0.1, min(0.97, sure)), best.year, best.season), headline


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
    """Whether the name ends another that the text names, and is none of its own: "Wire" in "Man on Wire"."""
    return len(whole) > len(name) and whole.lower().endswith(f" {name.lower()}")


def _in_body(name: str, body: str) -> float:
    count = mentions(name, body)
    if count:
        return 0.1 if count > 1 else 0.05
    return -0.15 if len(body.split()) > _ENOUGH_WORDS else 0.0
