"""Buttons: they survive packing, fit everywhere, and what this program never made is refused."""

import re
from contextlib import suppress
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import actions
from bot.actions import (
    KINDS,
    LIMIT,
    Action,
    BadAction,
    Show,
    Spoilers,
    Subscribe,
    Unvote,
    Vote,
    base36,
    pack,
    unpack,
)
from bot.commands import PRESSES
from bot.rules.slugs import slug
from storage import ReviewId, SubscriptionId, WorkId

NUMBERS = st.integers(0, 2**53 - 1)
SCOPES = st.sampled_from(["all", "work", "genre", "platform", "person"])
KEYS = st.text(min_size=1, max_size=80).map(slug).filter(bool)


def made(kind: type[Action]) -> st.SearchStrategy[Action]:
    parts: dict[str, st.SearchStrategy[object]] = {"value": st.integers(1, 10), "scope": SCOPES, "key": KEYS}
    return st.builds(kind, **{field.name: parts.get(field.name, NUMBERS) for field in fields(kind)})


ANY = st.sampled_from(KINDS).flatmap(made)


@given(ANY)
def test_every_button_comes_back_as_it_was_and_fits_every_platform(action: Action) -> None:
    text = pack(action)
    assert unpack(text) == action
    assert re.fullmatch(rf"[A-Za-z0-9_-]{{1,{LIMIT}}}", text)


@given(st.text(alphabet="abz019_-1AZ é²\n", max_size=100))
def test_any_text_is_an_exact_button_or_refused(text: str) -> None:
    try:
        action = unpack(text)
    except BadAction:
        return
    assert pack(action) == text


@given(ANY, st.integers(0, 100), st.characters())
def test_a_button_that_was_tampered_with_is_refused_or_another_exact_one(
    action: Action, place: int, character: str
) -> None:
    text = pack(action)
    forged = text[:place] + character + text[place + 1 :]
    with suppress(BadAction):
        assert pack(unpack(forged)) == forged


@pytest.mark.parametrize(
    "text",
    [
        "", "_", "1", "1_show", "1_show_1", "2_show_1_0", "1_show_1_0_0", "1_SHOW_1_0", "1_show_01_0",
        "1_show_A_0", "1_show_-1_0", "1_show_é_0", "1_show_\ud800_0", "1_vote_1_0_0", "1_vote_1_b_0",
        "1_nothing", "1_next_", "1_sub_person_", "1_sub_person_a b", "1_sub_any_x", "1_sub_genre_" + "a" * 90,
        "1_show_" + "z" * 14 + "_0",
    ],
)  # fmt: skip
def test_stale_and_forged_buttons_are_refused(text: str) -> None:
    with pytest.raises(BadAction):
        unpack(text)


def test_a_vote_has_one_to_ten_half_stars() -> None:
    assert unpack("1_vote_a_1_0") == Vote(WorkId(10), 1)
    assert unpack("1_vote_a_a_0") == Vote(WorkId(10), 10)


def test_a_card_s_buttons_from_before_alerts_named_their_review_still_work() -> None:
    assert unpack("1_spoil_a") == Spoilers(WorkId(10))
    assert unpack("1_unvote_a_b") == Unvote(WorkId(10), SubscriptionId(11))
    assert unpack("1_vote_a_1_b_c") == Vote(WorkId(10), 1, SubscriptionId(11), ReviewId(12))
    for text in ("1_spoil_a_0", "1_vote_a_1", "1_vote_a_1_b_0", "1_vote_a_1_b_c_d"):
        with pytest.raises(BadAction):
            unpack(text)


def test_a_button_that_would_not_fit_is_a_mistake_of_its_maker() -> None:
    with pytest.raises(ValueError, match="a button of"):
        pack(Subscribe("person", "x" * LIMIT))
    with pytest.raises(ValueError, match="no packed form"):
        pack(Show(WorkId(-1)))


@given(NUMBERS)
def test_numbers_are_packed_in_base_36(number: int) -> None:
    assert int(base36(number), 36) == number


def test_every_button_has_a_code_of_its_own_and_something_to_do() -> None:
    declared = {
        each for each in vars(actions).values() if isinstance(each, type) and issubclass(each, Action)
    }
    assert declared - {Action} == set(KINDS) == set(PRESSES)
    assert len({kind.code for kind in KINDS}) == len(KINDS)
