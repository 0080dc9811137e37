"""The methods with which a bot presents itself: who it is, its commands and descriptions."""

import re

from bot.standins.telegram import errors
from bot.standins.telegram.access import known_chat
from bot.standins.telegram.chats import Json
from bot.standins.telegram.errors import Refused, bad_request, surprise
from bot.standins.telegram.limits import (
    ABOUT_LENGTH,
    COMMAND_DESCRIPTION_LENGTH,
    COMMANDS,
    DESCRIPTION_LENGTH,
)
from bot.standins.telegram.settings import scope_key
from bot.standins.telegram.world import TelegramWorld

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_SCOPE_FIELDS: dict[str, frozenset[str]] = {
    "default": frozenset(),
    "all_private_chats": frozenset(),
    "all_group_chats": frozenset(),
    "all_chat_administrators": frozenset(),
    "chat": frozenset({"chat_id"}),
    "chat_administrators": frozenset({"chat_id"}),
    "chat_member": frozenset({"chat_id", "user_id"}),
}


def get_me(world: TelegramWorld) -> Json:
    """getMe"""
    return world.bot.as_json() | {
        "can_join_groups": world.settings.groups,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": world.settings.inline,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(
    world: TelegramWorld, *, commands: list[Json], scope: Json | None = None, language_code: str = ""
) -> bool:
    """setMyCommands"""
    key = _audience(world, scope, language_code)
    if len(commands) > COMMANDS:
        raise Refused(errors.TOO_MANY_COMMANDS)
    for command in commands:
        if set(command) != {"command", "description"}:
            raise Refused(surprise(f"a command with the fields {sorted(command)}"))
        if not _COMMAND.fullmatch(command["command"]):
            raise Refused(errors.BAD_COMMAND)
        if not 1 <= len(command["description"]) <= COMMAND_DESCRIPTION_LENGTH:
            raise Refused(errors.BAD_COMMAND_DESCRIPTION)
    world.settings.commands[key] = commands
    return True


def get_my_commands(
    world: TelegramWorld, *, scope: Json | None = None, language_code: str = ""
) -> list[Json]:
    """getMyCommands"""
    return world.settings.commands.get(_audience(world, scope, language_code), [])


def delete_my_commands(world: TelegramWorld, *, scope: Json | None = None, language_code: str = "") -> bool:
    """deleteMyCommands"""
    world.settings.commands.pop(_audience(world, scope, language_code), None)
    return True


def set_my_description(world: TelegramWorld, *, description: str = "", language_code: str = "") -> bool:
    """setMyDescription"""
    if len(description) > DESCRIPTION_LENGTH:
        raise Refused(errors.DESCRIPTION_TOO_LONG)
    world.settings.descriptions[_language(language_code)] = description
    return True


def get_my_description(world: TelegramWorld, *, language_code: str = "") -> Json:
    """getMyDescription"""
    return {"description": _in_language(world.settings.descriptions, language_code)}


def set_my_short_description(
    world: TelegramWorld, *, short_description: str = "", language_code: str = ""
) -> bool:
    """setMyShortDescription"""
    if len(short_description) > ABOUT_LENGTH:
        raise Refused(errors.ABOUT_TOO_LONG)
    world.settings.abouts[_language(language_code)] = short_description
    return True


def get_my_short_description(world: TelegramWorld, *, language_code: str = "") -> Json:
    """getMyShortDescription"""
    return {"short_description": _in_language(world.settings.abouts, language_code)}


def _audience(world: TelegramWorld, scope: Json | None, language_code: str) -> tuple[str, str]:
    scope = scope or {"type": "default"}
    if _SCOPE_FIELDS.get(scope.get("type", "")) != frozenset(scope) - {"type"}:
        raise Refused(bad_request(f"can't parse BotCommandScope: {scope}"))
    if "chat_id" in scope:
        known_chat(world, scope["chat_id"])
    return scope_key(scope), _language(language_code)


def _language(code: str) -> str:
    if not _LANGUAGE.fullmatch(code):
        raise Refused(errors.BAD_LANGUAGE)
    return code


def _in_language(texts: dict[str, str], code: str) -> str:
    return texts.get(_language(code)) or texts.get("", "")
