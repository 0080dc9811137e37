"""/review on Telegram, end to end over HTTP, against a bare handler that sends a card of the same size."""

import random
from statistics import median

from tests.bench.chats import card_file, child, messages, responder, some_reviews
from tests.bench.figures import Figure, Ground
from tests.bench.library import titles

OURS, BARE = "1:ours", "2:bare"
FIRST_CHAT = 10_000


async def review_rate(ground: Ground) -> list[Figure]:
    """Answers a second while many people ask at once, in rounds by turns."""
    dice, named, scale = random.Random(7), titles(ground.scale.works), ground.scale
    bots = ("-m", "tests.bench.bots")
    rates: dict[str, list[float]] = {OURS: [], BARE: []}
    chats = FIRST_CHAT
    async with responder() as api, child(*bots, "ours", api.url, OURS, url_of(ground)) as _:
        await api.round(OURS, messages(some_reviews(dice, named, scale.updates), chats))
        card = card_file(ground.folder, await api.last(OURS))
        async with child(*bots, "bare", api.url, BARE, str(card)):
            await api.round(BARE, messages(some_reviews(dice, named, scale.updates), chats))
            for _ in range(scale.rounds):
                for token in (OURS, BARE):
                    chats += scale.updates
                    asked = messages(some_reviews(dice, named, scale.updates), chats)
                    rates[token].append(len(asked) / await api.round(token, asked))
    ours, bare = median(rates[OURS]), median(rates[BARE])
    return [
        Figure(
            "/review on Telegram, end to end",
            f"{ours:,.0f}/s",
            f"{bare:,.0f}/s",
            f"{ours / bare:.2f}x",
            "at least 0.8x",
            ours / bare >= 0.8,
        )
    ]


def url_of(ground: Ground) -> str:
    """The data set's address."""
    return f"sqlite:///{ground.library}"
