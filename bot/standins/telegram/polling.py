"""The methods with which a bot receives updates: by long polling or at a webhook."""

import re
from urllib.parse import urlsplit

from bot.standins.telegram.chats import Json
from bot.standins.telegram.errors import BAD_SECRET, Refused, bad_webhook
from bot.standins.telegram.world import TelegramWorld

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_PORTS = frozenset({80, 88, 443, 8443})


async def get_updates(
    world: TelegramWorld,
    *,
    offset: int = 0,
    limit: int = 100,
    timeout: int = 0,  # noqa: ASYNC109  (the method's own parameter)
    allowed_updates: list[str] | None = None,
) -> list[Json]:
    """getUpdates"""
    world.updates.allow(allowed_updates)
    return await world.updates.poll(offset, limit, timeout)


def set_webhook(
    world: TelegramWorld,
    *,
    url: str,
    max_connections: int = 40,
    allowed_updates: list[str] | None = None,
    drop_pending_updates: bool = False,
    secret_token: str = "",
) -> bool:
    """setWebhook; unlike the real one it also takes plain HTTP at 127.0.0.1, at any port"""
    if not _SECRET.fullmatch(secret_token):
        raise Refused(BAD_SECRET)
    _check_address(url)
    world.updates.allow(allowed_updates)
    world.updates.use_webhook(url, secret_token, drop=drop_pending_updates)
    return True


def delete_webhook(world: TelegramWorld, *, drop_pending_updates: bool = False) -> bool:
    """deleteWebhook"""
    world.updates.use_webhook("", "", drop=drop_pending_updates)
    return True


def get_webhook_info(world: TelegramWorld) -> Json:
    """getWebhookInfo"""
    info: Json = {
        "url": world.updates.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if world.updates.complaint:
        info |= {"last_error_date": int(world.clock()), "last_error_message": world.updates.complaint}
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if not url or parts.hostname == "127.0.0.1":
        return
    if parts.scheme != "https":
        raise Refused(bad_webhook("An HTTPS URL must be provided for webhook"))
    if (parts.port or 443) not in _PORTS:
        raise Refused(bad_webhook("Webhook can be set up only on ports 80, 88, 443 or 8443"))
