"""The left side: the real client on simcord, a simulated Discord in this process."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import discord
import simcord

from bot.desk import Desk
from bot.platforms.discord.client import ReviewClient
from bot.platforms.discord.outlet import DiscordOutlet
from bot.playground.asks import OfSide, Press, RunCommand, Say, Select, Submit, Suggest
from bot.playground.cast import CAST, CHANNEL, CLUB, TOPIC, Person, follow_everything
from bot.playground.inspecting import Inspection, inspect_discord
from bot.playground.sides import CannotDo, Json, Room, Tell, Told, content_of
from bot.playground.simulated_discord import Wire
from storage import Account, Place

NAME = "discord"
BOT = "Reviews"
TICK_SECONDS = 0.5
PATIENCE_SECONDS = 30.0
# The types of messages that somebody wrote: plain ones, replies, answers to commands. The rest are notices.
WRITTEN = frozenset({0, 19, 20, 23})


@dataclass(frozen=True, slots=True)
class _Seat:
    """Somebody in a room: a member in the channels of the server, a mere user in a private chat."""

    actor: Any
    channel: simcord.ChannelHandle
    where: tuple[simcord.ChannelHandle, ...]

    async def say(self, text: str) -> None:
        """Write a message."""
        await (self.actor.send(self.channel, text) if self.where else self.actor.send_dm(text))

    def message(self, number: str) -> discord.Message:
        """A message of the room. Raises CannotDo."""
        for message in self.channel.history():
            if str(message.id) == number:
                return message
        raise CannotDo("That message is gone.")


class DiscordSide:
    """A server with a channel and a thread, private chats, and the people in them."""

    name = NAME

    def __init__(
        self, env: simcord.Env, client: ReviewClient, clock: Callable[[], float], tell: Tell
    ) -> None:
        self.outlet = DiscordOutlet(client)
        self._clock = clock
        self._env = env
        self._client = client
        self._told = Told(NAME, tell)
        self._wire = Wire(env, self._look)
        self._turn = asyncio.Lock()
        self._forms: dict[str, tuple[Any, simcord.InteractionResult]] = {}
        self._rooms: dict[str, tuple[Room, simcord.ChannelHandle]] = {}
        env.backend.edit_bot_profile(BOT)
        self._guild = env.create_guild(CLUB)
        managers = self._guild.create_role("managers", permissions=discord.Permissions(manage_guild=True))
        self._members: dict[str, simcord.MemberActor] = {}
        for person in CAST:
            user = env.create_user(person.name.lower(), global_name=person.name)
            self._members[person.id] = self._guild.add_member(
                user, roles=[managers] if person.manages else []
            )
        self._ids = {member.id: person for person, member in self._members.items()}

    async def settle_in(self, desk: Desk) -> None:
        """The rooms, and what the people did before: one follows everything and has closed the chat since."""
        self._wire.pass_time(self._clock())
        channel = self._guild.create_text_channel(CHANNEL)
        await self._env.settle()
        known = self._client.get_channel(channel.id)
        if not isinstance(known, discord.TextChannel):
            raise CannotDo("the simulated Discord did not open its channel")
        await known.create_thread(name=TOPIC, type=discord.ChannelType.public_thread)
        self._open(Room(str(channel.id), CHANNEL, "channel"), channel)
        for thread in channel.threads:
            self._open(Room(str(thread.id), TOPIC, "thread", parent=str(channel.id)), thread)
        for person in CAST:
            user = self._members[person.id].user
            self._open(Room(str(user.dm_channel.id), BOT, "private", person=person.id), user.dm_channel)
            if person.blocked:
                self.block(person, blocked=True)
                await follow_everything(desk, Place(NAME, user.id))

    def scene(self) -> Json:
        """See Side."""
        return {
            "bot": {"id": str(self._env.backend.bot_user.id), "name": BOT},
            "rooms": [asdict(room) for room, _ in self._rooms.values()],
            "commands": [
                _command(each.to_dict(self._client.tree)) for each in self._client.tree.get_commands()
            ],
        }

    def messages(self) -> list[Json]:
        """See Side."""
        self._look()
        return self._told.events()

    async def act(self, ask: OfSide, person: Person) -> Any:
        """See Side. Everything in its turn: the simulated Discord does one thing at a time."""
        async with self._turn:
            try:
                self._wire.pass_time(self._clock())
                return await self._act(ask, person)
            except (simcord.SetupError, simcord.OptionError, simcord.BackendError) as error:
                raise CannotDo(str(error)) from error
            finally:
                self._look()

    async def _act(self, ask: OfSide, person: Person) -> Any:
        match ask:
            case Say(text=text):
                await self._seat(ask.room, person).say(text)
                return None
            case Suggest(name=name, option=option, typed=typed):
                seat = self._seat(ask.room, person)
                return await seat.actor.autocomplete(*seat.where, name, option, typed)
            case RunCommand(name=name, options=options, files=files):
                seat = self._seat(ask.room, person)
                given = {option: (file.name, content_of(file)) for option, file in files.items()}
                return self._shown(seat.actor, await seat.actor.slash(*seat.where, name, **options, **given))
            case Press(message=message, data=data):
                seat = self._seat(ask.room, person)
                return self._shown(seat.actor, await seat.actor.click(seat.message(message), custom_id=data))
            case Select(message=message, data=data, values=values):
                seat = self._seat(ask.room, person)
                return self._shown(
                    seat.actor, await seat.actor.select(seat.message(message), values, custom_id=data)
                )
            case Submit(form=form, values=values):
                if form not in self._forms:
                    raise CannotDo("That form is not open any more.")
                actor, shown = self._forms.pop(form)
                return self._shown(actor, await actor.submit_modal(shown, dict(values)))
            case _:
                raise CannotDo(f"Discord has no “{ask.ask}”.")

    def inspect(self, room: str, message: str) -> Inspection:
        """See Side."""
        sent = self._wire.sent(int(message)) if message.isdecimal() else None
        if sent is None:
            raise CannotDo("The bot did not write this message, so nothing was sent for it.")
        return inspect_discord(*sent)

    def uploaded(self, url: str) -> bytes | None:
        """What somebody has uploaded here; None for any other address."""
        return self._wire.uploaded(url)

    def account(self, person: Person) -> Account:
        """See Side."""
        return Account(NAME, self._members[person.id].id)

    def block(self, person: Person, blocked: bool) -> None:
        """See Side."""
        self._wire.close_chat(self._members[person.id].user.dm_channel.id, blocked)

    async def advance(self, seconds: float) -> None:
        """See Side."""
        self._wire.pass_time(self._clock())

    async def keep_time(self) -> None:
        """Let the simulated Discord's time pass, for ever: by itself it stands still."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self._wire.pass_time(self._clock())
            self._look()  # what only one person sees is not announced

    def place_name(self, place: Place) -> str:
        """See Side."""
        if place.chat in self._ids:
            return f"{self._members[self._ids[place.chat]].user.global_name}, in private"
        return f"#{self._rooms[str(place.chat)][0].name}" if str(place.chat) in self._rooms else "elsewhere"

    def _open(self, room: Room, channel: simcord.ChannelHandle) -> None:
        self._rooms[room.id] = (room, channel)

    def _seat(self, room: str, person: Person) -> "_Seat":
        if room not in self._rooms:
            raise CannotDo("There is no such channel.")
        found, channel = self._rooms[room]
        if found.person not in (None, person.id):
            raise CannotDo("That is somebody else's private chat.")
        member = self._members[person.id]
        return _Seat(member.user, channel, ()) if found.person else _Seat(member, channel, (channel,))

    def _shown(self, actor: Any, result: simcord.InteractionResult) -> Json:
        if not result.acknowledged:
            raise CannotDo("This interaction failed: the bot did not answer in time.")
        if result.modal is None:
            return {"form": None}
        form = str(len(self._forms) + 1)
        self._forms[form] = (actor, result)
        return {"form": {"id": form, **result.modal}}

    def _look(self) -> None:
        for room, channel in self._rooms.values():
            for message, payload in self._wire.messages(channel.id):
                if payload["type"] in WRITTEN:
                    self._told.message(room.id, self._json(message, payload))

    def _json(self, message: Any, payload: Json) -> Json:
        author = payload["author"]
        asked = payload.get("interaction_metadata") or {}
        asker = int(asked["user"]["id"]) if asked else 0
        return {
            "id": payload["id"],
            "by": {
                "id": self._ids.get(int(author["id"]), author["id"]),
                "name": author.get("global_name") or author["username"],
                "bot": bool(author.get("bot")),
            },
            "at": int(datetime.fromisoformat(payload["timestamp"]).timestamp()),
            "edited": bool(payload["edited_timestamp"]),
            "deleted": False,
            "only": self._ids.get(asker) if message.is_ephemeral else None,
            "pending": bool(payload["flags"] & 1 << 7),
            "invoked": self._invoked(asked, asker),
            "via": None,
            "payload": payload,
        }

    def _invoked(self, asked: Json, asker: int) -> str | None:
        if "name" not in asked or asker not in self._ids:
            return None
        return f"{self._members[self._ids[asker]].user.global_name} used /{asked['name']}"


@asynccontextmanager
async def discord_side(desk: Desk, tell: Tell) -> AsyncIterator[DiscordSide]:
    """Discord with the real bot in it, while the block lasts."""
    client = ReviewClient(desk)
    async with simcord.run(client, check_errors=False, settle_timeout=PATIENCE_SECONDS) as env:
        side = DiscordSide(env, client, desk.clock, tell)
        await side.settle_in(desk)
        ticking = asyncio.create_task(side.keep_time())
        yield side
        ticking.cancel()


def _command(command: Json) -> Json:
    options = [
        {
            "name": option["name"],
            "description": option["description"],
            "required": bool(option.get("required")),
            "suggests": bool(option.get("autocomplete")),
            "takesFile": option["type"] == discord.AppCommandOptionType.attachment.value,
        }
        for option in command.get("options", [])
    ]
    return {"name": command["name"], "description": command["description"], "options": options}
