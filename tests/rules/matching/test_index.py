"""The title index as works come, change and go, and its answers while somebody types."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.matching import Entry, Lines, Shelf, TitleIndex, forms, shelve, together
from tests.rules.matching.shelves import Library, Named

TITLES = ("Ballerina", "The Ballerina", "Dark", "Dark Harbour", "Rocky II", "Rocky 2", "+", "Крид", "Host")


def entries(work: int, title: str, fame: float = 0.0) -> list[Entry]:
    return [Entry(work, form, 2000 + work, "film", 0, fame) for form in forms(title, ())]


def many(count: int) -> list[Entry]:
    return [entry for work in range(count) for entry in entries(work, f"Harbour {work} Lights")]


def test_an_empty_index_answers_too() -> None:
    index = TitleIndex.of([])
    assert len(index) == 0
    assert index.search("dark").certainty == "nothing"
    assert index.complete("") == index.complete("dark") == index.namesakes(1) == ()
    assert not index.known("dark")


def test_a_new_work_is_found_at_once() -> None:
    index = TitleIndex.of(many(500))
    index.add(entries(900, "Sundown Kingdom"))
    assert index.search("sundown kingdom").matches[0].work == 900
    assert len(index) == 501


def test_a_renamed_work_is_found_by_its_new_name_only() -> None:
    index = TitleIndex.of(many(500))
    index.add(entries(7, "Sundown Kingdom"))
    assert index.search("sundown kingdom").certainty == "clear"
    assert not index.known("Harbour 7 Lights")
    assert len(index) == 500


def test_a_removed_work_is_found_no_more() -> None:
    index = TitleIndex.of(many(50))
    index.remove(7)
    index.remove(12_345)
    assert not index.known("Harbour 7 Lights")
    assert 7 not in index.complete("", 100)
    assert len(index) == 49


def test_a_removed_work_may_come_back() -> None:
    index = TitleIndex.of(many(50))
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
    index = TitleIndex.of(entries(0, "Dark"))
    titles = {0: "Dark"}
    for change in changes:
        if isinstance(change, int):
            titles.pop(change, None)
            index.remove(change)
        else:
            titles |= change
            index.add([entry for work in dict(change) for entry in entries(work, dict(change)[work])])
    anew = TitleIndex.of(entry for work in titles for entry in entries(work, titles[work]))
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
        ("godfather part 2", "The Godfather: Part II (1974)"),
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


def shelved(*made: list[Entry]) -> Shelf:
    return shelve(Lines().write(entry for each in made for entry in each))


def test_a_shelf_that_is_put_up_replaces_what_was_known() -> None:
    index = TitleIndex(shelved(entries(1, "Dark"), entries(2, "Host")))
    index.put(shelved(entries(2, "Rocky")))
    assert (index.known("dark"), index.known("host"), index.known("rocky")) == (True, False, True)
    assert len(index) == 2


def test_an_empty_shelf_is_not_put_up() -> None:
    index = TitleIndex(shelved(entries(1, "Dark")))
    index.put(shelved())
    assert len(index.shelves()) == 1


def test_shelves_of_like_size_are_to_be_put_together() -> None:
    index = TitleIndex(shelve(Lines().write(many(16))))
    index.put(shelved(entries(100, "Dark"), entries(101, "Host")))
    assert index.unbalanced() is None
    index.put(shelved(entries(102, "Rocky")))
    assert index.unbalanced() == index.shelves()[1:]


def unfinished() -> tuple[TitleIndex, tuple[Shelf, Shelf], Shelf]:
    """An index, two shelves of it, and one shelf of what stood on these, not yet in their place."""
    index = TitleIndex(shelved(entries(1, "Dark"), entries(2, "Host")), shelved(entries(3, "Rocky")))
    pair = index.unbalanced()
    assert pair is not None
    return index, pair, together(pair)


def test_two_shelves_become_one() -> None:
    index, pair, one = unfinished()
    index.swap(pair, one)
    assert index.shelves() == (one,)
    assert all(index.known(name) for name in ("dark", "host", "rocky"))
    assert len(index) == 3


def test_a_work_that_goes_while_shelves_are_put_together_stays_gone() -> None:
    index, pair, one = unfinished()
    index.remove(2)
    index.swap(pair, one)
    assert (index.known("dark"), index.known("host")) == (True, False)
    assert len(index) == 2


def test_a_work_that_changes_while_shelves_are_put_together_keeps_its_new_name() -> None:
    index, pair, one = unfinished()
    index.put(shelved(entries(3, "Paprika")))
    index.swap(pair, one)
    assert (index.known("rocky"), index.known("paprika")) == (False, True)
    assert [match.work for match in index.search("paprika").matches] == [3]
    assert len(index) == 3


def test_other_shelves_stay_where_they_are() -> None:
    index = TitleIndex(
        shelve(Lines().write(many(40))), shelved(entries(50, "Dark")), shelved(entries(51, "Host"))
    )
    first, *pair = index.shelves()
    one = together(pair)
    index.swap(pair, one)
    assert index.shelves() == (first, one)


def test_fame_is_noted_on_every_shelf() -> None:
    index = TitleIndex(shelved(entries(1, "Host"), entries(2, "Host")), shelved(entries(3, "Host")))
    assert [match.work for match in index.search("host").matches] == [3, 2, 1]
    index.regard({1: 50.0, 404: 9.0})
    assert [match.work for match in index.search("host").matches] == [1, 3, 2]
    assert index.search("host").certainty == "likely"
    assert index.complete("")[0] == 1
    index.regard({3: 500.0})
    assert index.complete("")[0] == 3
    assert index.complete("ho") == (3, 1, 2)


@given(st.lists(st.integers(1, 60), max_size=40))
def test_there_are_few_shelves_however_works_come(works: list[int]) -> None:
    index = TitleIndex()
    for work in works:
        index.add(entries(work, f"Film {work}"))
    assert len(index) == len(set(works))
    assert len(index.shelves()) <= 4
    sizes = [len(shelf) for shelf in index.shelves()]
    assert all(one >= 8 * other for one, other in pairwise(sizes))
