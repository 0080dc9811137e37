"""Titles that may mean several works: what is guessed says so, and is learnt from."""

from bot.catalogue import Catalogue
from tests.journeys.stage import Stage


async def test_a_guess_says_that_it_is_one(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, "/review gone gril")
    assert answer.text.startswith("Gone Girl (2014)\nMy guess for “gone gril”")


async def test_what_is_clear_is_no_guess(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, "/review gone girl")
    assert "My guess" not in answer.text


async def test_people_beside_the_title_tell_films_of_one_name_apart(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, "/review ballerina with ana de armas")
    assert answer.text.startswith("Ballerina (2025)")


async def test_what_people_choose_is_shown_first_from_then_on(stage: Stage) -> None:
    asked = await stage.ann.asks(stage.group, "/review ballerina")
    labels = [label for label in asked.buttons if label.startswith("Ballerina")]
    assert len(labels) > 1
    wanted = labels[-1]
    for person in (stage.ann, stage.bob, stage.mia):
        offered = await person.asks(stage.group, "/review ballerina")
        if wanted in offered.buttons:
            await person.presses(offered, wanted)
    learnt = await stage.ann.asks(stage.group, "/review is Ballerina any good?")
    assert learnt.text.startswith(wanted)
    assert "My guess" in learnt.text


async def test_a_press_too_many_is_taken_back(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review seven seven")
    guessed = card.text.partition("\n")[0]
    (other,) = [label for label in card.buttons if label.endswith(")")]
    await stage.ann.presses(card, other)
    assert card.text.startswith(other)
    await stage.ann.presses(card, guessed)
    assert card.text.startswith(guessed)
    assert other in card.buttons


async def test_what_fits_much_worse_is_not_offered_beside_a_guess(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review gone")
    assert card.text.startswith("Gone Girl (2014)\nMy guess for “gone”\n")
    assert not [label for label in card.buttons if label.endswith(")")]


async def test_an_alert_is_never_taken_out_by_a_guess(stage: Stage) -> None:
    offered = await stage.ann.asks(stage.ann.private, "/subscribe ballerina")
    assert offered.text.startswith("Which one do you mean?")


async def test_what_was_asked_for_is_counted(stage: Stage) -> None:
    catalogue: Catalogue = stage.desk.catalogue
    before = catalogue.titles.hits("gone girl")[0].entry.fame
    for _ in range(8):
        await stage.ann.asks(stage.group, "/review gone girl")
    await catalogue.keep(stage.desk.now())
    assert catalogue.titles.hits("gone girl")[0].entry.fame == before + 2
