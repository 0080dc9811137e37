"""What Telegram accepts, as numbers (its Bot API documentation, 10.1)."""

TEXT_UNITS = 4096
NOTICE_UNITS = 200
ROW_BUTTONS = 8
ROW_CHARACTERS = 34
INLINE_RESULTS = 10
INLINE_CACHE_SECONDS = 10
COMMAND_DESCRIPTION = 256
DESCRIPTION = 512
SHORT_DESCRIPTION = 120
PLACEHOLDER = 64


def units(text: str) -> int:
    """A text's length as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """A text of at most `limit` units, with an ellipsis where something is gone."""
    if units(text) <= limit:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * (limit - 1)].decode("utf-16-le", "ignore")
    return kept.rstrip() + "…"
