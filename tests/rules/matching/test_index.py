"""The title index as works come, change and go, and its answers while somebody types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching import Entry, TitleIndex, forms
from tests.rules.matching.shelves import Library, Named

TITLES = ("Ballerina", "The Ballerina", "Dark", "Dark Harbour", "Rocky II", "Rocky 2", "+", "Крид", "Host")


def entries(work: int, title: str, fame: float = 0.0) -> list[Entry]:
    return [Entry(work, form, 2000 + work, "film", 0, fame) for form in forms(title, ())]


def many(count: int) -> list[Entry]:
    return [entry for work in range(count) for entry in entries(work, f"Harbour {work} Lights")]


def test_an_empty_index_answers_too() -> None:
    index = TitleIndex([])
    assert len(index) == 0
    assert index.search("dark").certainty == "nothing"
    assert index.complete("") == index.complete("dark") == index.namesakes(1) == ()
    assert not index.known("dark")


def test_a_new_work_is_found_at_once() -> None:
    index = TitleIndex(many(500))
    index.add(entries(900, "Moonrise Kingdom"))
    assert index.search("moonrise kingdom").matches[0].work == 900
    assert len(index) == 501


def test_a_renamed_work_is_found_by_its_new_name_only() -> None:
    index = TitleIndex(many(500))
    index.add(entries(7, "Moonrise Kingdom"))
    assert index.search("moonrise kingdom").certainty == "clear"
    assert not index.known("Harbour 7 Lights")
    assert len(index) == 500


def test_a_removed_work_is_found_no_more() -> None:
    index = TitleIndex(many(50))
    index.remove(7)
    index.remove(12_345)
    assert not index.known("Harbour 7 Lights")
    assert 7 not in index.complete("", 100)
    assert len(index) == 49


def test_a_removed_work_may_come_back() -> None:
    index = TitleIndex(many(50))
    index.remove(7)
    index.add(entries(7, "Harbour 7 Lights"))
    assert index.known("Harbour 7 Lights")
    assert len(index) == 50


CHANGES = st.lists(
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from(TITLES)), max_size=4) | st.integers(0, 12),
    max_size=25,
)


@given(CHANGES)
def test_after_any_changes_it_answers_like_one_built_anew(
    changes: list[list[tuple[int, str]] | int],
) -> None:
    index = TitleIndex(entries(0, "Dark"))
    titles = {0: "Dark"}
    for change in changes:
        if isinstance(change, int):
            titles.pop(change, None)
            index.remove(change)
        else:
            titles |= change
            index.add([entry for work in dict(change) for entry in entries(work, dict(change)[work])])
    anew = TitleIndex(entry for work in titles for entry in entries(work, titles[work]))
    assert len(index) == len(anew) == len(titles)
    for query in ("ballerina", "dark", "rocky two", "dark harbor", "2003", "+", ""):
        assert index.search(query) == anew.search(query)
        assert set(index.complete(query)) == set(anew.complete(query))
        assert index.known(query) == anew.known(query)
    for work in titles:
        assert index.namesakes(work) == anew.namesakes(work)


def test_namesakes_share_a_name_and_come_newest_first() -> None:
    library = Library(
        "Host (2020)", "The Host (2006)", "The Host (2013)", "Ghost (1990)", "Night: The Host (2021)"
    )
    assert library.namesakes("Host (2020)") == ["The Host (2013)", "The Host (2006)"]
    assert library.namesakes("Ghost (1990)") == []


def test_a_series_and_its_seasons_are_namesakes() -> None:
    library = Library(Named("Dark (2017)", kind="series"), "Dark s1 (2017)", "Dark s2 (2019)")
    assert library.namesakes("Dark s1 (2017)") == ["Dark s2 (2019)", "Dark (2017)"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("The Godfather", True),
        ("godfather", True),
        ("The Godfather 2", True),
        ("the corleone saga", False),
        ("godfathers", False),
        ("", False),
        ("?!", False),
    ],
)
def test_a_name_is_known_only_as_a_whole(name: str, known: bool) -> None:
    library = Library(
        "The Godfather (1972)", "The Godfather: Part II (1974)", "Epic: The Corleone Saga (1977)"
    )
    assert library.index.known(name) is known


TYPED = Library(
    Named("Dark (2017)", kind="series", fame=1),
    Named("Darkest Hour (2017)", fame=80),
    Named("Dark Waters (2019)", fame=20),
    Named("After Dark (2015)", fame=500),
    Named("The Matrix (1999)", fame=300),
    Named("Interstellar (2014)", fame=400),
    Named("Spider-Man (2002)", fame=50),
    Named("The Godfather: Part II (1974)", fame=30),
)


def test_before_typing_the_most_famous_are_suggested() -> None:
    assert TYPED.complete("", 3) == ["After Dark (2015)", "Interstellar (2014)", "The Matrix (1999)"]


def test_the_name_itself_comes_first_then_longer_ones_by_fame_then_names_that_hold_it() -> None:
    assert TYPED.complete("dark") == [
        "Dark (2017)", "Darkest Hour (2017)", "Dark Waters (2019)", "After Dark (2015)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("the mat", "The Matrix (1999)"),
        ("matr", "The Matrix (1999)"),
        ("spiderm", "Spider-Man (2002)"),
        ("spider m", "Spider-Man (2002)"),
        ("wat", "Dark Waters (2019)"),
        ("godfather p", "The Godfather: Part II (1974)"),
        ("godfather 2", "The Godfather: Part II (1974)"),
        ("intersetl", "Interstellar (2014)"),
        ("interstelar", "Interstellar (2014)"),
        ("dark 2017", "Dark (2017)"),
        ("dark waters 2019", "Dark Waters (2019)"),
    ],
)
def test_a_beginning_is_completed(typed: str, label: str) -> None:
    assert TYPED.complete(typed)[0] == label


@given(st.text(max_size=30), st.integers(1, 5))
def test_suggestions_are_few_and_never_twice_the_same(typed: str, limit: int) -> None:
    found = TYPED.index.complete(typed, limit)
    assert len(found) <= limit
    assert len(set(found)) == len(found)
