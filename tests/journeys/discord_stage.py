"""The community on Discord: the real client on simcord, a simulated Discord."""

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import cache
from typing import Any, Literal

import discord
import simcord
from simcord.backend.cdn import CDN_BASE

from bot.commands import Desk
from bot.dispatch import BY_NAME
from bot.platforms.discord.client import ReviewClient
from bot.platforms.discord.outlet import DiscordOutlet
from bot.playground.keeping import kept
from storage import Account
from storage import Place as StoredPlace
from tests.journeys.inspected import found_on_discord
from tests.journeys.stage import Answer, Message, OpenForm, Person, Place, Press, Stage, Suggestion
from tests.platforms.discord import reading
from tests.specs.discord import problems

PLATFORM = "discord"
TEXT_INPUT = 4
LONGEST_INPUT = 4000
_TOKEN = re.compile(r"/(interactions|webhooks)/[^/]+/[^/]+")

Actor = simcord.MemberActor | simcord.UserHandle
Payload = Mapping[str, Any]


class DiscordMessage(Message):
    """A message as one person sees it."""

    def __init__(self, actor: Actor, channel: simcord.ChannelHandle, number: int) -> None:
        self.actor = actor
        self.channel = channel
        self.number = number

    def now(self) -> discord.Message:
        """The message as it is at this moment."""
        return next(each for each in self.channel.history(viewer=self.actor) if each.id == self.number)

    @property
    def components(self) -> list[reading.Json]:
        return [dict(each.to_dict()) for each in self.now().components]

    @property
    def text(self) -> str:
        return "\n".join(each.text for each in self._read())

    @property
    def hidden(self) -> str:
        return "".join(each.hidden for each in self._read())

    @property
    def links(self) -> list[str]:
        return [link for each in self._read() for link in each.links]

    @property
    def buttons(self) -> list[str]:
        return [button["label"] for button in reading.buttons(self.components)]

    @property
    def picture(self) -> str:
        return reading.picture(self.components)

    @property
    def private(self) -> bool:
        return self.channel.guild is None or self.now().flags.ephemeral

    def button(self, label: str, nth: int = 0) -> str:
        named = [button for button in reading.buttons(self.components) if button["label"] == label]
        assert len(named) > nth, f"no button {label!r} under {self!r}"
        return str(named[nth]["custom_id"])

    def _read(self) -> list[reading.Read]:
        return [reading.read(content) for content in reading.texts(self.components)]


class DiscordPerson(Person):
    """Somebody with a Discord account."""

    def __init__(self, stage: "DiscordStage", name: str, *roles: simcord.RoleHandle) -> None:
        self.name = name
        self.user = stage.env.create_user(name)
        self.member = stage.guild.add_member(self.user, roles=roles)
        self.account = Account(PLATFORM, self.user.id)
        self.private = Place(
            "private", self.user.dm_channel, StoredPlace(PLATFORM, self.user.id, 0, "private")
        )
        self._stage = stage
        self._abroad: simcord.MemberActor | None = None

    def travels(self, guild: simcord.GuildHandle, *roles: simcord.RoleHandle) -> None:
        """Join a server that the bot is no member of."""
        self._abroad = guild.add_member(self.user, roles=roles)

    async def asks(self, place: Place, text: str) -> Message:
        return self.answer(await self.types(place, text), place.handle).reply

    async def types(self, place: Place, text: str) -> simcord.InteractionResult:
        """Type a command."""
        name, _, words = text.removeprefix("/").partition(" ")
        argument = BY_NAME[name].argument
        return await self.runs(place, name, **({argument.name: words} if argument and words else {}))

    async def runs(self, place: Place, name: str, **options: object) -> simcord.InteractionResult:
        """Run a command with these options."""
        actor = self.actor(place.handle)
        if isinstance(actor, simcord.UserHandle):
            result: simcord.InteractionResult = await actor.slash(name, **options)
        else:
            result = await actor.slash(place.handle, name, **options)
        return result

    async def attaches(self, place: Place, name: str, content: bytes) -> Message:
        return self.answer(await self.runs(place, "import", file=(name, content)), place.handle).reply

    async def pastes(self, place: Place, text: str) -> Message:
        form = await self.asks_for_form(place, "/import")
        parts = [text[start : start + LONGEST_INPUT] for start in range(0, len(text), LONGEST_INPUT)]
        return (await form.submits(**{f"text{number}": part for number, part in enumerate(parts, 1)})).reply

    async def asks_for_form(self, place: Place, text: str) -> OpenForm:
        return DiscordForm(self, await self.types(place, text), place.handle)

    async def opens_form(self, message: Message, label: str) -> OpenForm:
        assert isinstance(message, DiscordMessage)
        return DiscordForm(self, await self.clicks(message, message.button(label)), message.channel)

    async def forges(self, message: Message, data: str) -> Answer:
        assert isinstance(message, DiscordMessage)
        result = await self.clicks(message, data)
        return self.answer(result, message.channel)

    async def clicks(self, message: DiscordMessage, data: str) -> simcord.InteractionResult:
        """Press a button of this custom id; where the message has none, its first is taken for one."""
        ids = [str(button["custom_id"]) for button in reading.buttons(message.components)]
        on = data if data in ids else ids[0]
        self._stage.forged = (on, data)
        result: simcord.InteractionResult = await self.actor(message.channel).click(
            message.now(), custom_id=on
        )
        return result

    async def types_ahead(self, command: str, typed: str) -> list[Suggestion]:
        argument = BY_NAME[command].argument
        assert argument is not None
        found = await self.member.autocomplete(self._stage.group.handle, command, argument.name, typed)
        return [Suggestion(choice["name"], (command, choice["value"])) for choice in found]

    async def picks(self, place: Place, suggestion: Suggestion) -> Message:
        command, value = suggestion.value
        return await self.asks(place, f"/{command} {value}")

    def actor(self, channel: simcord.ChannelHandle) -> Actor:
        """This person as somebody who is in the channel."""
        if channel.guild is None:
            return self.user
        if channel.guild.id == self._stage.guild.id:
            return self.member
        assert self._abroad is not None
        return self._abroad

    def answer(self, result: simcord.InteractionResult, channel: simcord.ChannelHandle) -> Answer:
        """What came of an interaction."""
        assert result.acknowledged, f"{self.name} saw 'This interaction failed'"
        pressed_on = result._interaction.source_message_id
        new = [each for each in (result.response, *result.followups) if each and each.id != pressed_on]
        replies = tuple(DiscordMessage(self.actor(channel), channel, each.id) for each in new)
        told = "\n".join(reply.text for reply, each in zip(replies, new, strict=True) if each.ephemeral)
        return Answer(told, replies)


class DiscordForm(OpenForm):
    """A modal."""

    def __init__(
        self, person: DiscordPerson, shown: simcord.InteractionResult, channel: simcord.ChannelHandle
    ) -> None:
        assert shown.modal is not None, "no form opened"
        self._person, self._shown, self._channel = person, shown, channel
        labels = shown.modal["components"]
        self.title = shown.modal["title"]
        self.fields = {label["component"]["custom_id"]: _value(label["component"]) for label in labels}
        self.doubtful = [each["component"]["custom_id"] for each in labels if each["label"].startswith("⚠")]

    async def submits(self, **values: str) -> Answer:
        assert self._shown.modal is not None
        kinds = {each["component"]["custom_id"]: each["component"]["type"]
                 for each in self._shown.modal["components"]}  # fmt: skip
        filled = {**self.fields, **values}
        sent: dict[str, Any] = {
            name: value if kinds[name] == TEXT_INPUT else [value or "-"] for name, value in filled.items()
        }
        actor = self._person.actor(self._channel)
        return self._person.answer(await actor.submit_modal(self._shown, sent), self._channel)


def _value(component: Payload) -> str:
    chosen = [option["value"] for option in component.get("options", ()) if option.get("default")]
    return str(component.get("value") or "".join(chosen).replace("-", ""))


class DiscordStage(Stage):
    """The community's server."""

    ann: DiscordPerson
    bob: DiscordPerson
    mia: DiscordPerson

    def __init__(self, desk: Desk, env: simcord.Env) -> None:
        super().__init__(desk, PLATFORM, whispers=True)
        self.env = env
        self.forged = ("", "")
        self.held: list[tuple[str, Payload]] | None = None
        self.strange: simcord.GuildHandle | None = None
        self.uploads = ""
        self._wire = env.backend.emit
        env.backend.emit = self._emit  # type: ignore[method-assign]
        self.guild = env.create_guild("Film club")
        managers = self.guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
        self.ann, self.bob = DiscordPerson(self, "ann"), DiscordPerson(self, "bob")
        self.mia = DiscordPerson(self, "mia", managers)
        self.group = self.place("group", self.guild.create_text_channel("film-talk"))
        self.channel = self.place("channel", self.guild.create_news_channel("news"))
        assert isinstance(env.bot, ReviewClient)
        self.outlet = DiscordOutlet(env.bot)

    async def opened(self) -> "DiscordStage":
        """The stage with its thread, once the client knows the server."""
        await self.env.settle()
        parent = self.env.bot.get_channel(self.group.handle.id)
        assert isinstance(parent, discord.TextChannel)
        await parent.create_thread(name="reviews", type=discord.ChannelType.public_thread)
        self.topic = self.place("topic", self.group.handle.threads[0])
        return self

    def abroad(self, person: DiscordPerson, **permissions: bool) -> Place:
        """A channel of a server where the bot is not, but this person, who has installed it, is."""
        self.held = []
        self.strange = self.env.create_guild("Elsewhere")
        role = self.strange.create_role("visitors", permissions=discord.Permissions(**permissions))
        channel = self.strange.create_text_channel("lobby")
        person.travels(self.strange, role)
        self.held = None
        return self.place("group", channel)

    def place(self, kind: Literal["group", "topic", "channel"], channel: simcord.ChannelHandle) -> Place:
        """A channel or thread as a place."""
        return Place(kind, channel, StoredPlace(PLATFORM, channel.id, 0, "group"))

    async def at_once(self, *presses: Press) -> list[Answer]:
        self.held = []
        results = []
        for person, message, label in presses:
            assert isinstance(person, DiscordPerson)
            assert isinstance(message, DiscordMessage)
            results.append((person, message, await person.clicks(message, message.button(label))))
        held, self.held = self.held, None
        for event, payload in held:
            self._wire(event, payload)
        await self.env.settle()
        return [person.answer(result, message.channel) for person, message, result in results]

    async def rests(self) -> None:
        await self.env.settle()

    def edits(self) -> int:
        return sum(each.method == "PATCH" for each in self.env.http_requests)

    async def deletes(self, message: Message) -> None:
        assert isinstance(message, DiscordMessage)
        self.env.backend.delete_message(message.channel.id, message.number)
        await self.env.settle()

    def seen_by(self, person: Person, place: Place) -> list[Message]:
        assert isinstance(person, DiscordPerson)
        actor = person.actor(place.handle)
        bot = self.env.bot.user
        assert bot is not None
        return [
            DiscordMessage(actor, place.handle, each.id)
            for each in place.handle.history(viewer=actor)
            if each.author.id == bot.id and each.components
        ]

    def complaints(self) -> list[str]:
        sent = self.env.http_requests
        return [
            one
            for each in sent
            for one in _problems(each.method, _TOKEN.sub(r"/\1/0/token", each.path), json.dumps(each.json))
        ]

    def _emit(self, event: str, payload: Payload) -> None:
        """The gateway, with what simcord leaves out: forged ids, who installed the bot, things at once.

        `uploads` is where files really stand; simcord only names a place that is nowhere.
        """
        if event == "INTERACTION_CREATE":
            payload = {**payload, "authorizing_integration_owners": self._owners(payload)}
            if self.uploads:
                payload = json.loads(json.dumps(payload).replace(CDN_BASE, self.uploads))
            payload = _forged(payload, *self.forged)
            self.forged = ("", "")
        if self.held is None:
            self._wire(event, payload)
        elif event == "INTERACTION_CREATE":
            self.held.append((event, payload))

    def _owners(self, payload: Payload) -> dict[str, str]:
        guild = payload.get("guild_id")
        user = (payload.get("member") or payload)["user"]["id"]
        if guild is None:
            return {"0": "0", "1": user}
        return {"1": user} if self.strange and guild == str(self.strange.id) else {"0": guild}


@asynccontextmanager
async def discord_stage(desk: Desk) -> AsyncIterator[DiscordStage]:
    """The community on Discord, while the block lasts."""
    async with kept(simcord.run(ReviewClient(desk))) as env:
        yield await DiscordStage(desk, env).opened()


@cache
def _problems(method: str, path: str, body: str) -> list[str]:
    """Remembered, because many tests are sent the very same cards, and checking one takes its time."""
    said = json.loads(body)
    return problems(method, path, said) + found_on_discord(method, path, said)


def _forged(value: Any, on: str, data: str) -> Any:
    """The payload of a press whose button always was another: its message shows it so, too."""
    if isinstance(value, dict):
        return {
            key: data if key == "custom_id" and each == on else _forged(each, on, data)
            for key, each in value.items()
        }
    return [_forged(each, on, data) for each in value] if isinstance(value, list) else value
