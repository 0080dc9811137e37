"""Names beside comparing words that are works', and not persons' or things'."""

import re
from collections.abc import Iterator

from bot.rules.extracting.bare_names import names_behind
from bot.rules.extracting.comparison_words import compares, surely_measures
from bot.rules.extracting.famous_names import Known, is_famous

# They are spoken of more often than the films that are called after them.
_HEROES = frozenset(
    {"Ant-Man", "Aquaman", "Batman", "Black Panther", "Black Widow", "Captain America", "Captain Marvel",
     "Catwoman", "Clark Kent", "Daredevil", "Deadpool", "Doctor Strange", "Dr Strange", "Dracula", "Hawkeye",
     "Hulk", "Iron Man", "James Bond", "Joker", "Loki", "Sherlock Holmes", "Spider-Man", "Supergirl",
     "Superman", "Thor", "Wolverine", "Wonder Woman", "X-Men"}
)  # fmt: skip
_ALSO_OF_PERSONS = re.compile(
    r"(?<!\bfilms )(?<!\bmovies )(?<!\bshows )(?<!\bseries )(?<!\bbrethren )(?<!\bpeers )(?<!\bpredecessors )"
    r"\blike$|\b(?:just|well) as$|"
    r"\b(?:league|versions?) of$|\bthink$|\bseen$|\bparallels?$",
    re.IGNORECASE,
)
_A_WORKS = re.compile(r"\s(?:cartoons?|films?|franchise|movies?|remake|saga|series|shows?|trilogy)\b")
_NEAR = 80  # characters


def likely_works(text: str, cue: int, known: Known, trusted: Known) -> Iterator[tuple[int, str]]:
    """Names behind the cue, but for persons and things: "looks like Paul", "bigger than the Death Star"."""
    says_little = _ALSO_OF_PERSONS.search(text, max(0, cue - _NEAR), cue) is not None
    for place, name in names_behind(text, cue, trusted):
        is_pauls = says_little and place == cue + 1 and " " not in name
        is_known = (" " in name and known(name)) or _A_WORKS.match(text, place + len(name))
        is_thing = text.endswith(" the ", 0, place) and not is_known
        is_heros = says_little and is_hero(name)
        if not is_heros and (is_famous(name) or not (is_pauls or is_thing)):
            yield place, name


def is_hero(name: str) -> bool:
    """Whether the name is a hero's rather than a work's: "Batman", "The Black Panther"."""
    return name.removeprefix("The ") in _HEROES


def is_plainly_one(text: str, found: re.Match[str], known: Known) -> bool:
    """Whether the single word is a work's by what is said of it, or as everybody knows the work."""
    name = found[0].removesuffix("'s")
    if not known(name):
        return False
    if surely_measures(text, found.end()):
        return True
    may_be_one = not is_hero(name) and is_famous(name)
    return may_be_one and compares(text, found.start(), found.start() + len(name))
