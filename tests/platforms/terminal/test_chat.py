"""The terminal chat's answers: a command, a title, or a word about what there is."""

from pathlib import Path

import pytest

from bot.commands import COMMANDS
from bot.platforms.terminal.chat import ask
from bot.platforms.terminal.render import buttons_of
from bot.replies import Reply, plain
from bot.rules.drafts import Draft
from tests.desks import bring, desk_in


async def answered(folder: Path, text: str) -> Reply:
    async with desk_in(folder) as desk:
        await bring(desk.store, Draft("Dark", kind="series", year=2017), Draft("Solo", year=2018))
        await desk.catalogue.refresh()
        reply = await ask(desk, text)
        assert isinstance(reply, Reply)
        return reply


def first(reply: Reply) -> str:
    return plain(getattr(reply.blocks[0], "text", ""))


@pytest.mark.parametrize("text", ["/review Dark", "dark", "  Dark  ", "/REVIEW   dark", "/review\tdark"])
async def test_a_title_is_asked_for_with_the_command_or_without(tmp_path: Path, text: str) -> None:
    reply = await answered(tmp_path, text)
    assert first(reply) == "Dark (2017)"
    assert len(buttons_of(reply)) >= 13


@pytest.mark.parametrize("text", ["/nonsense", "/", "/nonsense with words", "/[bold]x"])
async def test_an_unknown_command_is_told_what_there_is(tmp_path: Path, text: str) -> None:
    said = first(await answered(tmp_path, text))
    assert said.startswith(f"I do not know {text.partition(' ')[0]}.")
    assert all(f"/{command.name}" in said for command in COMMANDS)


@pytest.mark.parametrize("text", ["", "/review", "/review  "])
async def test_nothing_asked_is_answered_with_an_example(tmp_path: Path, text: str) -> None:
    assert "Which film or series?" in first(await answered(tmp_path, text))


@pytest.mark.parametrize("text", ["/review 1_show_zzzz_0", "1_vote_1_5_0", "/review 1_sub_genre_" + "a" * 90])
async def test_forged_words_are_only_words(tmp_path: Path, text: str) -> None:
    said = first(await answered(tmp_path, text))
    assert "incident" not in said
    assert said


async def test_every_command_answers_alone(tmp_path: Path) -> None:
    for command in COMMANDS:
        assert (await answered(tmp_path, f"/{command.name}")).blocks
