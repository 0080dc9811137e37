"""What is said around a name: it is passed over, and what it tells is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching.chatter import Said, core
from bot.rules.matching.normalising import plain
from bot.rules.matching.queries import Reading, readings
from tests.rules.matching.library import FILMS


def last(query: str) -> Reading:
    """The reading that takes the least of a query for the name."""
    return min(readings(query), key=lambda reading: len(reading.plain))


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("is spiral any good", "spiral"),
        ("hey bot what did you think of sundown kingdom", "sundown kingdom"),
        ("that netflix ballerina film", "ballerina"),
        ("has anyone here seen the godfather yet", "the godfather"),
        ("i want to watch ratatouille tonight please", "ratatouille"),
        ("review of paprika", "paprika"),
        ("paprika review", "paprika"),
        ("should i watch rocky with the kids", "rocky"),
        ("rocky", "rocky"),
        ("scary movie", "scary"),
        ("review", "review"),
        ("", ""),
    ],
)
def test_the_core_is_what_stands_amid_the_chat(query: str, name: str) -> None:
    assert core(query) == name


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("rocky", Said()),
        ("rocky 1976", Said(year=1976)),
        ("the 1976 remake of rocky", Said(year=1976)),
        ("rocky from 1976", Said(year=1976)),
        ("rocky '76", Said(year=1976)),
        ("rocky 03", Said(year=2003)),
        ("dark s2", Said(season=2, kind="series")),
        ("dark season two", Said(season=2, kind="series")),
        ("dark second season", Said(season=2, kind="series")),
        ("the netflix series dark", Said(kind="series")),
        ("dark on netflix", Said()),
        ("dark season 2 on netflix", Said(season=2, kind="series")),
        ("rocky the movie from 1976", Said(year=1976, kind="film")),
        ("that anime called paprika", Said(kind="series")),
    ],
)
def test_what_the_words_around_a_name_tell_is_kept(query: str, said: Said) -> None:
    assert last(query).said == said


@given(st.text("abc thefilmswo 12", max_size=60))
def test_a_core_is_a_part_of_what_was_typed(words: str) -> None:
    words = plain(words)
    assert core(words) in words
    assert bool(core(words)) == bool(words)


def test_what_one_phrase_tells_goes_before_the_next() -> None:
    assert Said(year=1999).and_also(Said(year=2000, kind="film")) == Said(year=1999, kind="film")


ENGLISH = (
    "is {} any good", "is {} worth watching?", "hey bot, {} please", "have you reviewed {}",
    "what did you think of {}",
    "show me {} pls", "that film called {}", "{} review", "reviews for {}", "anyone seen {} yet?",
    "who has seen {}",
    "i want to watch {} tonight", "i'm thinking about watching {}", "how good is {}", "whats {} like",
    "what about {}",
    "can you tell me about {}", "tell me more about {}", "{} on netflix", "that netflix {} film",
    "the movie {}",
    "looking for {}", "i just finished {}", "i loved {}", "rate {}", "{} or not?", "{} with my wife",
    "is {} out now",
    "so is {} actually good or bad", "let's see {} this weekend", "does anybody know {}", "{} worth it?",
    "your thoughts on {}", "hello guys, how is {}", "{} movie review", "should we watch {}",
)  # fmt: skip
OTHERS = (
    "¿vale la pena {}?", "¿qué tal está {}?", "alguien ha visto {}", "quiero ver {}", "la película {}",
    "opiniones de {}",
    "ist {} gut?", "lohnt sich {}", "wie ist {}", "kennt jemand {}", "der film {}", "hat jemand {} gesehen",
    "est-ce que {} est bien", "que vaut {}", "vous avez vu {}", "le film {}", "avis sur {}",
    "{} vaut le coup ?",
    "avete visto {}?", "com'è {}", "vale la pena vedere {}", "il film {}", "{} merita?",
    "vale a pena assistir {}?", "alguém já viu {}?", "o filme {} é bom?", "o que acham de {}",
    "czy warto obejrzeć {}", "ktoś widział {}?", "film {}",
    "стоит ли смотреть {}?", "кто смотрел {}", "фильм {}", "что думаете о {}", "{} норм?", "как вам {}",
)  # fmt: skip


@pytest.mark.parametrize("phrase", [*ENGLISH, *OTHERS])
@pytest.mark.parametrize("name", ["Ratatouille (2007)", "Sundown Kingdom (2012)"])
def test_chat_around_a_name_is_passed_over(phrase: str, name: str) -> None:
    assert FILMS.search(phrase.format(name[:-7].lower())) == ("clear", [name])


@pytest.mark.parametrize("phrase", OTHERS[-6:])
@pytest.mark.parametrize("name", ["Брат (1997)", "Ирония судьбы (1976)"])
def test_russian_chat_around_a_russian_name_is_passed_over(phrase: str, name: str) -> None:
    assert FILMS.search(phrase.format(name[:-7].lower())) == ("clear", [name])


@pytest.mark.parametrize(
    "phrase", ["is {} any good", "hey bot have you seen {} yet", "that film called {}", "wie ist {}"]
)
@pytest.mark.parametrize("typed", ["ratatoulle", "sundown kingdm", "ратату"])
def test_chat_around_a_misspelt_name_is_passed_over_too(phrase: str, typed: str) -> None:
    assert FILMS.search(phrase.format(typed))[1][:1] == FILMS.search(typed)[1][:1]


def test_chat_around_a_misspelt_name_in_another_script_is_passed_over_too() -> None:
    assert FILMS.first("кто смотрел иронию судьбы") == "Ирония судьбы (1976)"
    assert FILMS.first("стоит ли смотреть стильаги") == "Стиляги (2008)"


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("is who knows? any good", "Who Knows? (2019)"),
        ("hey bot, not bad enough worth watching?", "Not Bad Enough (2014)"),
        ("is paris burning", "Is Paris Burning? (1966)"),
        ("scary movie", "Scary Movie (2000)"),
        ("scary movie on netflix", "Scary Movie (2000)"),
        ("dark", "Dark (2017)"),
    ],
)
def test_chat_that_is_part_of_a_name_stays_in_it(query: str, label: str) -> None:
    assert FILMS.first(query) == label
    assert FILMS.search(query)[0] == "clear"


@pytest.mark.parametrize(
    "query",
    ["is it any good", "what should i watch tonight", "hello bot", "movie review please", "netflix", "the"],
)
def test_chat_alone_is_no_clear_name(query: str) -> None:
    assert FILMS.search(query)[0] not in ("clear", "likely")
