"""Reads when a page says it was published: only whole dates that it states as such."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_YEARS = range(1990, 2101)


def read_moment(text: str) -> int | None:
    """Unix time in seconds of an ISO or mail date, in UTC where it names no zone; None for no date."""
    text = text.strip()[:40]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
            if moment.year in _YEARS:
                return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
        except (ValueError, IndexError, OverflowError):
            continue
    return None
