"""The dispatcher: every command and button is answered, also when it fails, and no error gets out."""

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions import Latest, Mute, Show, Spoilers, Vote, pack
from bot.commands import COMMANDS
from bot.dispatch import BY_NAME, STALE, answer, asks_manager, press, read_button, suggest
from bot.replies import Form, Paragraph, Reply, plain
from bot.rules.drafts import Draft
from storage import SubscriptionId, WorkId
from tests.desks import bring, desk_in, request

ODD = (
    "", "   ", "Dark", "\x00", "1_show_zz_0", "1_sub_genre_" + "a" * 90, "²", "-1", "' OR 1=1 --", "w" * 4000,
    "\ud800", "\u202eabc", "2017", "👩\u200d👧", "/review", "%s %(x)s {}",
)  # fmt: skip


@pytest.mark.parametrize("name", BY_NAME)
async def test_every_command_answers_whatever_follows_it(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk_in(tmp_path) as desk:
        await bring(desk.store, Draft("Dark", kind="series", year=2017, genres=("Mystery",)))
        await desk.catalogue.refresh()
        for words in ODD:
            reply = await answer(desk, BY_NAME[name], request(manages=True), words)
            assert reply.fields if isinstance(reply, Form) else reply.blocks
            assert isinstance(await suggest(desk, BY_NAME[name], request(), words), list)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_a_command_that_fails_apologises_privately_and_logs_no_word_of_the_question(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk_in(tmp_path) as desk:
        await bring(desk.store, Draft("Dark"))
        await desk.catalogue.refresh()
    # The store is closed now: every question to it fails.
    reply = await answer(desk, BY_NAME["review"], request(), "dark")
    assert isinstance(reply, Reply)
    assert reply.private
    assert isinstance(reply.blocks[0], Paragraph)
    number = plain(reply.blocks[0].text).partition("incident ")[2][:6]
    (record,) = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert f"incident {number}: /review" in record.getMessage()
    assert "dark" not in record.getMessage().lower()


async def test_a_press_and_a_suggestion_that_fail_let_nothing_out(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as desk:
        await bring(desk.store, Draft("Dark"))
        await desk.catalogue.refresh()
    pressed = await press(desk, pack(Show(WorkId(1))), request())
    assert "incident" in pressed.notice
    assert (pressed.card, pressed.reply) == (None, None)
    assert await suggest(desk, BY_NAME["review"], request(), "da") == []


@pytest.mark.parametrize("text", ["", "nonsense", "0_show_1_0", "1_vote_1_b_0", "1_sub_genre_" + "a" * 90])
async def test_a_stale_or_forged_button_is_refused_politely(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with desk_in(tmp_path) as desk:
        pressed = await press(desk, text, request())
    assert pressed.notice == STALE
    assert not text or text not in caplog.text


async def test_a_button_of_what_is_gone_says_so(tmp_path: Path) -> None:
    async with desk_in(tmp_path) as desk:
        for action in (Show(WorkId(5)), Vote(WorkId(5), 3), Spoilers(WorkId(5))):
            assert "not here any more" in (await press(desk, pack(action), request())).notice


@given(st.text(max_size=100))
def test_reading_a_button_never_fails(text: str) -> None:
    read_button(text)
    assert asks_manager(text) in (True, False)


def test_only_some_buttons_ask_who_manages_the_chat() -> None:
    assert asks_manager(pack(Mute(SubscriptionId(1))))
    assert not asks_manager(pack(Latest()))
    assert not asks_manager("nonsense")


def test_commands_go_by_their_names() -> None:
    assert len(BY_NAME) == len(COMMANDS)
    assert all(BY_NAME[command.name] is command for command in COMMANDS)
