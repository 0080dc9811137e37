"""What people mean by their words, as the catalogue finds it with what the store knows."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.catalogue import Catalogue, open_catalogue
from bot.rules.matching import query_number
from storage import Account, Credit, Store, WorkId, open_store, titles
from tests.catalogues import film, save
from tests.desks import NOW

DAY = 86_400
ANA, BEN, CLEO, DAN = (Account("discord", number) for number in range(1, 5))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = await open_store(f"sqlite:///{tmp_path / 'titles.db'}")
    yield store
    await store.close()


BALLERINAS = (
    film(1, "Ballerina", year=2023, platform="Netflix", people=(Credit("Jeon Jong-seo", "cast", "Ok-ju"),)),
    film(
        2, "Ballerina", year=2025, genres=("Action",), people=(Credit("Ana de Armas"), Credit("Len Wiseman"))
    ),
    film(3, "Ballerina", year=2016, other_names=("Leap!",), people=(Credit("Elle Fanning"),)),
)


@pytest.fixture
async def ballerinas(store: Store) -> Catalogue:
    await save(store, *BALLERINAS)
    return await open_catalogue(store)


@pytest.mark.parametrize(
    ("words", "work"),
    [
        ("ballerina ana de armas", 2),
        ("ballerina with ana de armas", 2),
        ("ballerina anna de arms", 2),
        ("ballerina by len wiseman", 2),
        ("ballerina action", 2),
        ("ballerina netflix", 1),
        ("that netflix ballerina film", 1),
        ("ballerina on netflix", 1),
        ("ballerina ok-ju", 1),
        ("elle fanning ballerina", 3),
        ("ballerina leap", 3),
    ],
)
async def test_who_and_where_tell_works_of_one_name_apart(
    ballerinas: Catalogue, words: str, work: int
) -> None:
    answer = await ballerinas.search(words, NOW)
    assert answer.matches[0].work == work
    assert answer.certainty in ("clear", "likely")
    assert {match.work for match in answer.matches} == {1, 2, 3}


async def test_without_a_hint_or_with_an_unknown_one_all_are_offered(ballerinas: Catalogue) -> None:
    for words in ("ballerina", "ballerina xavier qwertz"):
        answer = await ballerinas.search(words, NOW)
        assert [match.work for match in answer.matches] == [2, 1, 3]
        assert answer.certainty in ("several", "near")


async def test_no_more_works_are_told_than_asked_for(ballerinas: Catalogue) -> None:
    assert len((await ballerinas.search("ballerina", NOW, limit=2)).matches) == 2


async def choose(catalogue: Catalogue, words: str, work: int, *people: Account, now: int = NOW) -> None:
    for who in people:
        await catalogue.choose(query_number(words), who, WorkId(work), now)


async def test_what_people_chose_rises_and_is_likely_when_most_mean_it(ballerinas: Catalogue) -> None:
    await choose(ballerinas, "ballerina", 3, ANA)
    answer = await ballerinas.search("ballerina", NOW)
    assert (answer.matches[0].work, answer.certainty) == (3, "several")
    await choose(ballerinas, "is ballerina any good?", 3, BEN, CLEO)
    answer = await ballerinas.search("Ballerina", NOW)
    assert (answer.matches[0].work, answer.certainty) == (3, "likely")


async def test_what_people_chose_is_true_for_both_catalogues_at_once(
    ballerinas: Catalogue, store: Store
) -> None:
    other = await open_catalogue(store)
    await choose(ballerinas, "ballerina", 3, ANA, BEN, CLEO)
    assert await other.search("ballerina", NOW) == await ballerinas.search("ballerina", NOW)
    assert (await other.search("ballerina", NOW)).matches[0].work == 3


async def test_a_choice_is_taken_back_by_choosing_again(ballerinas: Catalogue) -> None:
    before = await ballerinas.search("ballerina", NOW)
    await choose(ballerinas, "ballerina", 3, ANA, BEN, CLEO)
    await choose(ballerinas, "ballerina", before.matches[0].work, ANA, BEN, CLEO)
    answer = await ballerinas.search("ballerina", NOW)
    assert answer.matches == before.matches
    assert answer.certainty == "likely"


async def test_a_choice_counts_for_its_query_only_and_for_a_year(ballerinas: Catalogue) -> None:
    before = await ballerinas.search("ballerina", NOW)
    await choose(ballerinas, "leap", 3, ANA, BEN, CLEO)
    assert await ballerinas.search("ballerina", NOW) == before
    await choose(ballerinas, "ballerina", 3, ANA, BEN, CLEO, now=NOW - 365 * DAY)
    assert await ballerinas.search("ballerina", NOW) == before
    assert await ballerinas.search("ballerina", NOW - 1) != before


async def test_choices_move_nothing_past_an_exact_name_and_year(ballerinas: Catalogue) -> None:
    await choose(ballerinas, "ballerina 2023", 3, ANA, BEN, CLEO, DAN)
    answer = await ballerinas.search("ballerina 2023", NOW)
    assert (answer.matches[0].work, answer.certainty) == (1, "clear")


async def test_what_is_asked_for_is_better_known_after_the_next_keep(
    ballerinas: Catalogue, store: Store
) -> None:
    for _ in range(40):
        ballerinas.asked_for(WorkId(3))
    assert (await ballerinas.search("ballerina", NOW)).matches[0].work == 2
    await ballerinas.keep(NOW)
    answer = await ballerinas.search("ballerina", NOW)
    assert (answer.matches[0].work, answer.certainty) == (3, "likely")
    assert ballerinas.titles.complete("")[0] == 3
    await ballerinas.keep(NOW)
    assert await store.read(titles.fames, WorkId(0), 9) == {3: 40 * titles.ASKED_WEIGHT}


async def test_what_others_ask_for_is_known_after_the_next_keep(ballerinas: Catalogue, store: Store) -> None:
    other = await open_catalogue(store)
    for _ in range(40):
        ballerinas.asked_for(WorkId(3))
    await ballerinas.keep(NOW)
    await other.keep(NOW)
    assert (await other.search("ballerina", NOW)).matches[0].work == 3


async def test_what_is_forgotten_is_no_longer_well_known(ballerinas: Catalogue) -> None:
    ballerinas.asked_for(WorkId(3))
    await ballerinas.keep(NOW)
    assert ballerinas.titles.complete("")[0] == 3
    await ballerinas.keep(NOW + 2 * titles.HALF_LIFE)
    await ballerinas.keep(NOW + 4 * titles.HALF_LIFE)
    assert ballerinas.titles.complete("")[0] != 3
