"""What the doctor finds on Telegram: the real library over HTTP against the stand-in, each fault once."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import pytest

from bot.commands import COMMANDS
from bot.findings import Finding, well
from bot.platforms.telegram.checkup import check_up
from bot.platforms.telegram.menu import menu_commands
from bot.standins.telegram import Chat, Delayed, Dropped, TelegramWorld, errors, telegram_world
from storage import Place
from storage.checking import Followed
from tests.doctor.findings import amiss, mend


@pytest.fixture
async def world(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramWorld]:
    """A Telegram where the bot was started once."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with telegram_world() as world:
        world.settings.commands['{"type": "default"}', ""] = [each.to_dict() for each in menu_commands()]
        yield world
        assert world.surprises == []


def alerts(*chats: Chat, thread: int = 0, resting: str = "") -> list[Followed]:
    return [
        Followed(
            Place("telegram", chat.id, thread, "channel" if chat.kind == "channel" else "group"), resting
        )
        for chat in chats
    ]


async def examined(
    world: TelegramWorld,
    followed: Sequence[Followed] = (),
    *,
    token: str = "",
    seconds: float = 10,
    clock: Callable[[], float] = time.time,
) -> list[Finding]:
    api = world.base_url.removesuffix("/bot")
    return await check_up(token or world.token, api, followed, seconds, clock)


async def test_a_healthy_bot_has_nothing_to_mend_and_leaves_nothing_behind(world: TelegramWorld) -> None:
    forum = world.supergroup("Forum", forum=True)
    topic = world.topic(forum, "Reviews")
    before = len(forum.history)
    followed = alerts(world.group("Club"), forum, world.channel("News")) + alerts(forum, thread=topic.id)
    findings = await examined(world, followed)
    assert amiss(findings) == []
    said = {each.subject: each.found for each in findings}
    assert said["Telegram chats"] == "the bot may write in 3 of 3 that have alerts"
    assert said["Telegram commands"] == f"all {len(COMMANDS)} are registered"
    assert said["Telegram privacy mode"].startswith("on: in groups the bot is sent commands only")
    assert "Telegram clock" in said
    assert len(forum.history) == before
    assert not world.called("sendMessage")


async def test_privacy_mode_switched_off_is_fine_too(world: TelegramWorld) -> None:
    world.privacy = False
    findings = await examined(world)
    assert amiss(findings) == []
    assert any(each.found.startswith("off: the bot is sent all") for each in findings)


@pytest.mark.parametrize("token", ["5000001:not-the-token", "7:x"])
async def test_a_refused_token_is_told_with_where_to_copy_it(world: TelegramWorld, token: str) -> None:
    findings = await examined(world, token=token)
    assert amiss(findings) == [("trouble", "Telegram token", "Telegram does not take it")]
    assert "@BotFather (/token)" in mend(findings)
    assert token not in str(findings)


async def test_inline_mode_that_is_off_is_told_with_the_command_that_mends_it(world: TelegramWorld) -> None:
    world.settings.inline = False
    findings = await examined(world)
    said = ("trouble", "Telegram inline mode", "off: titles are not suggested while typing")
    assert amiss(findings) == [said]
    assert "/setinline" in mend(findings)


async def test_a_bot_that_may_not_join_groups_is_told(world: TelegramWorld) -> None:
    world.settings.groups = False
    findings = await examined(world)
    assert amiss(findings) == [("warning", "Telegram groups", "the bot cannot be added to groups")]
    assert "/setjoingroups" in mend(findings)


async def test_a_webhook_in_the_way_is_told_without_its_secret_path(world: TelegramWorld) -> None:
    world.updates.use_webhook("https://example.org/secret-path", "", drop=False)
    world.updates.complaint = "Connection refused"
    findings = await examined(world)
    found = "they go to a webhook at example.org, 0 updates wait; its last error: Connection refused"
    assert amiss(findings) == [("warning", "Telegram updates", found)]
    assert "secret-path" not in str(findings)
    assert world.updates.webhook


async def test_updates_that_nobody_fetches_are_told_and_left_where_they_are(world: TelegramWorld) -> None:
    ann = world.user("Ann")
    for _ in range(1001):
        ann.write(world.private(ann), "/help")
    findings = await examined(world)
    said = ("warning", "Telegram updates", "1,001 updates wait, so nobody fetches them")
    assert amiss(findings) == [said]
    assert len(world.updates.pending) == 1001


async def test_commands_that_were_never_registered_are_a_warning(world: TelegramWorld) -> None:
    world.settings.commands.clear()
    findings = await examined(world)
    assert amiss(findings) == [("warning", "Telegram commands", "none is registered yet")]


async def test_commands_that_differ_from_the_bots_are_named(world: TelegramWorld) -> None:
    registered = world.settings.commands_of()
    registered[0]["description"] = "Something else"
    registered[1]["command"] = "forgotten"
    findings = await examined(world)
    found = "Telegram knows them otherwise: /review, /recommend, /forgotten"
    assert amiss(findings) == [("trouble", "Telegram commands", found)]
    assert "--register" in mend(findings)


@pytest.mark.parametrize(
    ("kind", "status", "denied", "found", "mended_by"),
    [
        ("group", "kicked", "", "I am no member there any more", "Add me again"),
        ("group", "left", "", "I am no member there any more", "Add me again"),
        ("group", "restricted", "", "I may not send messages", "switch on Send Messages"),
        ("group", "member", "can_send_messages", "I may not send messages", "make me an administrator"),
        ("channel", "kicked", "", "I am no member there any more", "Add me again"),
        ("channel", "member", "", "I may not post in this channel", "switch on Post Messages"),
        ("channel", "administrator", "can_post_messages", "I may not post in this channel", "Post Messages"),
    ],
)
async def test_a_chat_that_keeps_alerts_away_is_told_with_what_lets_them_in(
    world: TelegramWorld, kind: str, status: Any, denied: str, found: str, mended_by: str
) -> None:
    chat = world.channel("Club", bot=status) if kind == "channel" else world.supergroup("Club", bot=status)
    chat.denied = frozenset({denied})
    findings = await examined(world, alerts(chat, world.group("Fine")))
    ((level, subject, said),) = amiss(findings)
    assert (level, subject) == ("trouble", f"chat {chat.id}" if status in ("kicked", "left") else "Club")
    assert said.startswith(found)
    assert mended_by in mend(findings)
    assert "the bot may write in 1 of 2 that have alerts" in [each.found for each in findings]


async def test_a_group_where_links_show_no_pictures_is_a_warning(world: TelegramWorld) -> None:
    club = world.supergroup("Club")
    club.denied = frozenset({"can_add_web_page_previews"})
    ((level, subject, found),) = amiss(await examined(world, alerts(club)))
    assert (level, subject) == ("warning", "Club")
    assert "cards come without posters" in found


async def test_an_administrator_may_write_where_members_may_not(world: TelegramWorld) -> None:
    club = world.supergroup("Club", bot="administrator")
    club.denied = frozenset({"can_send_messages"})
    assert amiss(await examined(world, alerts(club))) == []


async def test_a_closed_or_deleted_topic_is_told(world: TelegramWorld) -> None:
    forum = world.supergroup("Forum", forum=True)
    topic = world.topic(forum, "Reviews")
    topic.closed = True
    findings = await examined(world, alerts(forum, thread=topic.id) + alerts(forum, thread=777))
    assert [(level, subject) for level, subject, _ in amiss(findings)] == [
        ("warning", f"Forum, topic {topic.id}"),
        ("warning", "Forum, topic 777"),
    ]


async def test_a_group_that_moved_or_vanished_is_told(world: TelegramWorld) -> None:
    old = world.group("Club")
    world.migrate(old)
    gone = Followed(Place("telegram", -4242, 0, "group"))
    findings = await examined(world, [*alerts(old), gone])
    assert [(level, subject) for level, subject, _ in amiss(findings)] == [
        ("trouble", "chat -4242"),
        ("warning", f"chat {old.id}"),
    ]


async def test_a_chat_whose_alerts_rest_though_the_bot_may_write_is_told(world: TelegramWorld) -> None:
    findings = await examined(world, alerts(world.group("Club"), resting="bot was kicked"))
    found = "I may write, but alerts rest since I could not (bot was kicked)"
    assert amiss(findings) == [("warning", "Club", found)]
    assert mend(findings) == "Type /setup there, then they go on."


async def test_of_very_many_chats_the_rest_is_counted(world: TelegramWorld) -> None:
    findings = await examined(world, [Followed(Place("telegram", -n, 0, "group")) for n in range(1, 103)])
    assert len(amiss(findings)) == 100
    found = "the bot may write in 0 of 102 that have alerts; 2 more were not looked at"
    assert found in [each.found for each in findings]


async def test_private_chats_are_not_judged(world: TelegramWorld) -> None:
    assert amiss(await examined(world, [Followed(Place("telegram", 5), "blocked")])) == []
    assert not world.called("getChat")


@pytest.mark.parametrize(("off_by", "way"), [(-90, "behind"), (90, "ahead")])
async def test_a_clock_that_is_wrong_is_told(world: TelegramWorld, off_by: float, way: str) -> None:
    ((level, subject, found),) = amiss(await examined(world, clock=lambda: time.time() + off_by))
    assert (level, subject) == ("warning", "Telegram clock")
    assert found.endswith(f" s {way} of theirs")


@pytest.mark.parametrize("method", ["getMe", "getWebhookInfo", "getChat"])
@pytest.mark.parametrize(
    ("fault", "found"),
    [
        (errors.too_many_requests(7), "asks to wait 7 s (429); what follows was not checked"),
        (errors.BAD_GATEWAY, "cannot be asked: Bad Gateway"),
        (errors.SERVER_ERROR, "cannot be asked: Internal Server Error"),
        (Dropped(), "cannot be asked: ServerDisconnectedError: Server disconnected"),
        (Delayed(60), "did not answer in time"),
    ],
)
async def test_trouble_on_the_way_is_told_and_what_was_found_before_is_kept(
    world: TelegramWorld, method: str, fault: Any, found: str
) -> None:
    world.fail_next(method, fault)
    findings = await examined(world, alerts(world.group("Club")), seconds=1 if "answer" in found else 10)
    assert amiss(findings) == [("trouble", "Telegram", found)]
    assert ("Telegram token" in [each.subject for each in findings]) == (method != "getMe")
    assert not well(findings)


async def test_a_telegram_that_cannot_be_reached_is_told() -> None:
    findings = await check_up("5000001:stand-in", "http://127.0.0.1:1", (), 10, time.time)
    ((level, subject, found),) = amiss(findings)
    assert (level, subject) == ("trouble", "Telegram")
    assert "Cannot connect to host 127.0.0.1:1" in found
    assert "stand-in" not in str(findings)


@pytest.mark.parametrize(
    "body", [b"hello", b"[]", b"null", b'{"status": "ok"}', b'{"ok": true}', b'{"ok": true, "result": {}}']
)
async def test_something_else_at_the_address_is_told(body: bytes) -> None:
    async def website(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        length = f"Content-Length: {len(body)}\r\n".encode()
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n" + length + b"\r\n" + body)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(website, "127.0.0.1", 0) as other:
        port = other.sockets[0].getsockname()[1]
        findings = await check_up("5000001:stand-in", f"http://127.0.0.1:{port}", (), 10, time.time)
    ((level, subject, _),) = amiss(findings)
    assert (level, subject) == ("trouble", "Telegram")
