"""A set of made-up reviews of real works, to try the bot with and to test it on."""

from pathlib import Path


def sample_path() -> Path:
    """Where the sample reviews lie, in the project's own JSON lines form."""
    return Path(__file__).with_name("reviews.jsonl")
