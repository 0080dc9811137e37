"""What the doctor finds on Discord: the real discord.py over HTTP against the stand-in, each fault once."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import discord
import pytest
from discord.http import Route

from bot.commands import COMMANDS
from bot.findings import Finding, well
from bot.platforms.discord.checkup import check_up
from bot.platforms.discord.client import ReviewClient
from bot.platforms.discord.rights import NEEDED
from storage import Place
from storage.checking import Followed
from tests.desks import desk_in
from tests.doctor.findings import amiss, mend
from tests.standins.discord_rest import BAD_GATEWAY, BOT_ID, DiscordRest, Trouble, discord_rest, too_fast
from tests.standins.discord_servers import Server

ALL_OFF = discord.Permissions.none()


@pytest.fixture
async def world(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordRest]:
    async with discord_rest() as world:
        monkeypatch.setattr(Route, "BASE", world.base_url)
        yield world


@pytest.fixture
def server(world: DiscordRest) -> Server:
    return world.server("Film club", NEEDED)


@pytest.fixture
async def registered(world: DiscordRest, tmp_path: Any) -> None:
    """The bot was started once, so that Discord knows its commands."""
    async with desk_in(tmp_path) as desk, ReviewClient(desk) as client:
        await client.login(world.token)


def alerts(*channels: int, resting: str = "") -> list[Followed]:
    return [Followed(Place("discord", channel, 0, "group"), resting) for channel in channels]


async def examined(
    world: DiscordRest,
    followed: Sequence[Followed] = (),
    *,
    token: str = "",
    seconds: float = 10,
    clock: Callable[[], float] = time.time,
) -> list[Finding]:
    return await check_up(token or world.token, followed, seconds, clock)


@pytest.mark.usefixtures("registered")
async def test_a_healthy_bot_has_nothing_to_mend(world: DiscordRest, server: Server) -> None:
    channel = server.text_channel("film-talk")
    findings = await examined(world, alerts(channel, server.thread(channel, "reviews")))
    assert amiss(findings) == []
    said = {each.subject: each.found for each in findings}
    assert said["Discord channels"] == "the bot may write in 2 of 2 that have alerts"
    assert said["Discord commands"] == f"all {len(COMMANDS)} are registered"
    assert "clock agrees" in said["Discord clock"].replace("'s clock", " clock")


async def test_the_install_link_asks_for_exactly_what_is_needed(world: DiscordRest) -> None:
    (link,) = [each.found for each in await examined(world) if "install link" in each.subject]
    address = link.split()[0]
    assert f"client_id={BOT_ID}" in address
    assert f"permissions={NEEDED.value}" in address
    assert "scope=bot+applications.commands" in address
    assert not NEEDED.administrator
    assert "View Channels, Send Messages, Send Messages in Threads and Embed Links" in link


async def test_a_refused_token_is_told_with_the_page_that_shows_another(world: DiscordRest) -> None:
    findings = await examined(world, token="not.the.token")
    assert amiss(findings) == [("trouble", "Discord token", "Discord does not take it")]
    assert "page Bot: Reset Token" in mend(findings)
    assert "not.the.token" not in str(findings)


@pytest.mark.usefixtures("registered", "server")
@pytest.mark.parametrize(
    ("setting", "level", "found", "page"),
    [
        (
            {"interactions_endpoint_url": "https://example.org"},
            "trouble",
            "web address",
            "General Information",
        ),
        ({"bot_require_code_grant": True}, "trouble", "a code grant is required", "page Bot"),
        ({"bot_public": False}, "warning", "only the application's owner", "Public Bot"),
        ({"integration_types_config": {"1": {}}}, "warning", "offers no servers", "tick Guild Install"),
    ],
)
async def test_a_setting_of_the_portal_that_hurts_is_named_with_its_page(
    world: DiscordRest, setting: dict[str, Any], level: str, found: str, page: str
) -> None:
    world.settings = setting
    findings = await examined(world)
    ((told, _, said),) = amiss(findings)
    assert told == level
    assert found in said
    assert page in mend(findings)


@pytest.mark.usefixtures("registered")
async def test_a_bot_on_no_server_is_given_its_install_link(world: DiscordRest) -> None:
    findings = await examined(world)
    assert amiss(findings) == [("warning", "Discord servers", "the bot is on no server yet")]
    assert "oauth2/authorize" in mend(findings)


@pytest.mark.usefixtures("server")
async def test_commands_that_were_never_registered_are_a_warning(world: DiscordRest) -> None:
    findings = await examined(world)
    assert amiss(findings) == [("warning", "Discord commands", "none is registered yet")]
    assert mend(findings) == "Start the bot: it registers them."


@pytest.mark.usefixtures("registered", "server")
async def test_commands_that_differ_from_the_bots_are_named(world: DiscordRest) -> None:
    world.registered[0]["options"][0]["description"] = "Something else"
    world.registered[1]["name"] = "forgotten"
    findings = await examined(world)
    said = "Discord knows them otherwise: /review, /recommend, /forgotten"
    assert amiss(findings) == [("trouble", "Discord commands", said)]
    assert "--register" in mend(findings)


@pytest.mark.usefixtures("registered", "server")
@pytest.mark.parametrize(("left", "level"), [(3, "warning"), (0, "trouble")])
async def test_a_bot_that_starts_too_often_is_told_before_discord_takes_its_token(
    world: DiscordRest, left: int, level: str
) -> None:
    world.starts_left = left
    findings = await examined(world)
    found = f"it may go online only {left} times more in the next 1.0 h"
    assert amiss(findings) == [(level, "Discord starts", found)]


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize(
    ("denied", "level", "found"),
    [
        ("view_channel", "trouble", "I may not View Channel"),
        ("send_messages", "trouble", "I may not Send Messages"),
        ("embed_links", "warning", "I may not Embed Links; cards may lose their pictures"),
    ],
)
async def test_a_channel_that_denies_something_is_named_with_the_label(
    world: DiscordRest, server: Server, denied: str, level: str, found: str
) -> None:
    fine = server.text_channel("film-talk")
    channel = server.text_channel("news", discord.Permissions(**{denied: True}))
    findings = await examined(world, alerts(fine, channel))
    assert amiss(findings) == [(level, "#news (Film club)", found)]
    assert mend(findings).startswith("Channel, Edit Channel, Permissions, my role: switch on ")
    assert "the bot may write in 1 of 2 that have alerts" in [each.found for each in findings]


@pytest.mark.usefixtures("registered")
async def test_a_thread_needs_the_right_for_threads_in_its_parent(world: DiscordRest, server: Server) -> None:
    parent = server.text_channel("film-talk", discord.Permissions(send_messages_in_threads=True))
    findings = await examined(world, alerts(server.thread(parent, "reviews")))
    found = "I may not Send Messages in Threads"
    assert amiss(findings) == [("trouble", "#reviews (Film club)", found)]
    assert mend(findings).startswith("The parent channel, Edit Channel, Permissions")


@pytest.mark.usefixtures("registered")
async def test_a_locked_thread_is_told(world: DiscordRest, server: Server) -> None:
    thread = server.thread(server.text_channel("film-talk"), "reviews", locked=True)
    found = "the thread is locked, I may not write in it"
    assert amiss(await examined(world, alerts(thread))) == [("trouble", "#reviews (Film club)", found)]


@pytest.mark.usefixtures("registered", "server")
async def test_a_channel_that_is_gone_or_whose_server_threw_the_bot_out_is_told(
    world: DiscordRest,
) -> None:
    world.refusals["/channels/8"] = Trouble(403, {"code": 50001, "message": "Missing Access"})
    assert amiss(await examined(world, alerts(7, 8))) == [
        ("trouble", "channel 7", "it is gone; its alerts go nowhere"),
        ("trouble", "channel 8", "I cannot see it, or am no member of its server any more"),
    ]


@pytest.mark.usefixtures("registered")
async def test_a_channel_whose_alerts_rest_though_the_bot_may_write_is_told(
    world: DiscordRest, server: Server
) -> None:
    findings = await examined(world, alerts(server.text_channel("film-talk"), resting="Missing Permissions"))
    found = "I may write, but alerts rest since I could not (Missing Permissions)"
    assert amiss(findings) == [("warning", "#film-talk (Film club)", found)]
    assert mend(findings) == "Type /setup there, then they go on."


@pytest.mark.usefixtures("registered")
async def test_an_administrator_has_more_rights_than_needed(world: DiscordRest) -> None:
    club = world.server("Film club", NEEDED | discord.Permissions(administrator=True))
    findings = await examined(world, alerts(club.text_channel("film-talk")))
    found = "I have the permission Administrator, which I do not need"
    assert amiss(findings) == [("warning", "Film club", found)]


@pytest.mark.usefixtures("registered", "server")
async def test_of_very_many_channels_the_rest_is_counted(world: DiscordRest) -> None:
    findings = await examined(world, alerts(*range(1, 103)))
    assert len(amiss(findings)) == 100
    found = "the bot may write in 0 of 102 that have alerts; 2 more were not looked at"
    assert found in [each.found for each in findings]


@pytest.mark.usefixtures("registered", "server")
async def test_private_chats_are_not_judged(world: DiscordRest) -> None:
    assert amiss(await examined(world, [Followed(Place("discord", 5), "closed")])) == []


@pytest.mark.usefixtures("registered", "server")
@pytest.mark.parametrize(("off_by", "way"), [(-90, "behind"), (90, "ahead")])
async def test_a_clock_that_is_wrong_is_told(world: DiscordRest, off_by: float, way: str) -> None:
    findings = await examined(world, clock=lambda: time.time() + off_by)
    ((level, subject, found),) = amiss(findings)
    assert (level, subject) == ("warning", "Discord clock")
    assert found.endswith(f" s {way} of theirs")


@pytest.mark.parametrize(
    ("refusal", "found"),
    [
        (too_fast(30), "asks to wait (429); what follows was not checked"),
        (BAD_GATEWAY, "is in trouble (502); what follows was not checked"),
        (Trouble(503), "is in trouble (503); what follows was not checked"),
        (Trouble(200, {"hello": "you"}), "something else than Discord answers, perhaps a proxy"),
    ],
)
@pytest.mark.parametrize("path", ["/users/@me", "/gateway/bot", "/users/@me/guilds"])
async def test_trouble_on_the_way_is_told_and_what_was_found_before_is_kept(
    world: DiscordRest, refusal: Trouble, found: str, path: str
) -> None:
    world.refusals[path] = refusal
    findings = await examined(world)
    assert ("trouble", "Discord", found) in amiss(findings)
    assert ("Discord token" in [each.subject for each in findings]) == (path != "/users/@me")
    assert not well(findings)


async def test_a_discord_that_cannot_be_reached_is_told(world: DiscordRest, monkeypatch: Any) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:1/api/v10")
    ((level, subject, found),) = amiss(await examined(world))
    assert (level, subject) == ("trouble", "Discord")
    assert found.startswith("cannot be asked: Cannot connect to host 127.0.0.1:1")


async def test_a_discord_that_does_not_answer_is_given_up(world: DiscordRest, monkeypatch: Any) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as hanging:
        port = hanging.sockets[0].getsockname()[1]
        monkeypatch.setattr(Route, "BASE", f"http://127.0.0.1:{port}/api/v10")
        findings = await examined(world, seconds=0.3)
        assert amiss(findings) == [("trouble", "Discord", "did not answer in time")]
