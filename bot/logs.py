"""How the log is written: lines for people, no library's chatter, and no token in it."""

import logging
from collections.abc import Sequence

_QUIET = ("httpx", "httpcore", "aiosqlite", "aiohttp", "asyncio", "discord", "telegram", "apscheduler")


class Discreet(logging.Formatter):
    """Writes a line, tracebacks included, with what is secret blotted out."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return line


def set_up(level: str, secrets: Sequence[str] = ()) -> None:
    """Log to standard error; of the libraries only warnings, since their chatter holds what people write."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(secrets))
    logging.basicConfig(level=level, handlers=[handler])
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
