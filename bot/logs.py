"""How the log is written: lines for people, and no library's chatter."""

import logging

_QUIET = ("httpx", "httpcore", "aiosqlite", "asyncio", "discord", "telegram", "apscheduler")


def set_up(level: str) -> None:
    """Log to standard error; of the libraries only warnings, since their chatter can hold a token."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)-7s %(name)s: %(message)s")
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
