"""What the inspector has against anything that a bot sent on a journey: its messages, forms and answers."""

from typing import Any

from bot.playground.inspecting import Inspection, inspect_discord, inspect_telegram

# All else asks for something, or sets the bot up: it shows nobody anything.
SHOWS_ON_DISCORD = ("/messages", "/webhooks/", "/interactions/")
SHOWS_ON_TELEGRAM = ("send", "edit", "answer")
SHOWS_A_SIGN = "sendChatAction"


def found_on_discord(method: str, path: str, body: object) -> list[str]:
    """The inspector's problems with a request."""
    if not isinstance(body, dict) or not any(part in path for part in SHOWS_ON_DISCORD):
        return []
    return _told(inspect_discord(f"{method} {path}", body))


def found_on_telegram(method: str, params: dict[str, Any]) -> list[str]:
    """The inspector's problems with a call."""
    if not method.startswith(SHOWS_ON_TELEGRAM) or method == SHOWS_A_SIGN:
        return []
    return _told(inspect_telegram(method, params))


def _told(inspection: Inspection) -> list[str]:
    return [f"the inspector on {inspection.call}: {each}" for each in inspection.problems]
