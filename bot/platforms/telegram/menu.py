"""What Telegram shows of the bot before anybody writes: commands and descriptions, sent when they changed."""

import hashlib
import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.commands import COMMANDS, Desk
from bot.platforms.telegram.limits import COMMAND_DESCRIPTION, DESCRIPTION, SHORT_DESCRIPTION, cut
from storage import marks

log = logging.getLogger(__name__)

MARK = "telegram menu"


async def register(bot: Bot, desk: Desk) -> None:
    """Register the menu; a failure is logged and tried again at the next start."""
    commands = menu_commands()
    about, short = _about(desk.site)
    known = "\n".join(f"{command.command} {command.description}" for command in commands)
    digest = hashlib.sha256(f"{bot.id}\n{known}\n{about}\n{short}".encode()).hexdigest()
    if await desk.store.read(marks.get, MARK) == digest:
        return
    try:
        await bot.set_my_commands(commands)
        await bot.set_my_description(cut(about, DESCRIPTION))
        await bot.set_my_short_description(cut(short, SHORT_DESCRIPTION))
    except TelegramError as error:
        log.warning("the command menu was not registered: %s", error)
        return
    await desk.store.write(marks.put, MARK, digest)
    log.info("registered %d commands with Telegram", len(commands))


def menu_commands() -> list[BotCommand]:
    """The commands as Telegram's menu shows them."""
    return [BotCommand(command.name, cut(command.description, COMMAND_DESCRIPTION)) for command in COMMANDS]


def _about(site: str) -> tuple[str, str]:
    whose = f" from {site}" if site else ""
    return (
        f"Film and series reviews{whose}: scores, a plain verdict and no spoilers. Send me a title, vote in "
        "half stars, ask what to watch next, and be told of new reviews.",
        f"Film and series reviews{whose}, votes, and what to watch next",
    )
