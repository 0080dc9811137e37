"""Redrawing cards on Discord: what each refusal means for the card."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import simcord

from bot.outlets import ChatGone, MessageGone, OutletError, Refused
from bot.platforms.discord.client import ReviewClient
from bot.platforms.discord.outlet import DiscordOutlet
from bot.playground.keeping import kept
from bot.replies import Reply, say
from storage import Place
from tests.desks import desk_in
from tests.journeys.conftest import one_certificate  # noqa: F401 - a fixture

CHANGED = say("changed")


class Server:
    """A server with one channel, and the outlet."""

    def __init__(self, env: simcord.Env) -> None:
        assert isinstance(env.bot, ReviewClient)
        self.env = env
        self.guild = env.create_guild("Film club")
        self.channel = self.guild.create_text_channel("film-talk")
        self.place = Place("discord", self.channel.id, kind="group")
        self.ann = self.guild.add_member(env.create_user("ann"))
        self.outlet = DiscordOutlet(env.bot)

    async def post(self, reply: Reply) -> str:
        await self.env.settle()
        return await self.outlet.send(self.place, reply, "nonce")


@pytest.fixture
async def server(
    tmp_path: Path,
    one_certificate: Path,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Server]:
    monkeypatch.setenv("SSL_CERT_FILE", str(one_certificate))
    async with desk_in(tmp_path) as desk, kept(simcord.run(ReviewClient(desk))) as env:
        yield Server(env)


async def test_an_edit_changes_the_message_in_its_place_and_mentions_nobody(server: Server) -> None:
    message = await server.post(say("first"))
    await server.outlet.edit(server.place, message, CHANGED)
    (shown,) = server.channel.history(viewer=server.ann)
    assert (str(shown.id), "changed" in str(shown.components[0].to_dict())) == (message, True)
    edit = next(each for each in server.env.http_requests if each.method == "PATCH")
    assert isinstance(edit.json, dict)
    assert edit.json["allowed_mentions"]["parse"] == []


async def test_a_private_chat_s_message_is_edited(server: Server) -> None:
    place = Place("discord", server.ann.id)
    await server.env.settle()
    message = await server.outlet.send(place, say("first"), "nonce")
    await server.outlet.edit(place, message, CHANGED)
    assert any(each.method == "PATCH" for each in server.env.http_requests)


async def test_a_deleted_message_is_gone_and_a_channel_that_is_not_there_or_not_seen_is_a_chat_gone(
    server: Server,
) -> None:
    message = await server.post(say("first"))
    server.env.backend.delete_message(server.channel.id, int(message))
    with pytest.raises(MessageGone):
        await server.outlet.edit(server.place, message, CHANGED)
    with pytest.raises(ChatGone):
        await server.outlet.edit(Place("discord", 1, kind="group"), message, CHANGED)


@pytest.mark.parametrize(
    ("status", "code", "trouble"),
    [
        (403, 50001, ChatGone),
        (403, 50005, MessageGone),
        (400, 30046, MessageGone),
        (400, 50083, MessageGone),
        (400, 50035, Refused),
        (404, 10003, ChatGone),
    ],
)
async def test_each_refused_edit_has_its_meaning(
    server: Server, status: int, code: int, trouble: type[OutletError]
) -> None:
    message = await server.post(say("first"))
    server.env.inject_error("PATCH", "/channels/*/messages/*", status=status, code=code)
    with pytest.raises(OutletError) as raised:
        await server.outlet.edit(server.place, message, CHANGED)
    assert type(raised.value) is trouble
