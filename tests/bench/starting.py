"""From the process's first instruction to the first question for updates, with a large library."""

from tests.bench.chats import Api, child, responder
from tests.bench.figures import Figure, Ground, Stopwatch
from tests.bench.telegram import url_of

# Both platforms' libraries, although Discord itself cannot be reached here: what a start with both costs.
PROGRAM = "import runpy, bot.platforms.discord.client; runpy.run_module('bot', run_name='__main__')"
BARE = "import telegram.ext, discord, aiosqlite, rapidfuzz, rich, pydantic_settings"


async def start_to_ready(ground: Ground) -> list[Figure]:
    """The program's start against the mere loading of its libraries."""
    ours, baseline = Stopwatch(), Stopwatch()
    async with responder() as api:
        for number in range(ground.scale.starts):
            await _start(api, f"{number}:start", url_of(ground), ours)
            with baseline:
                async with child("-c", BARE) as process:
                    await process.wait()
    return [
        Figure(
            "start to ready",
            f"{ours.median:.2f} s",
            f"{baseline.median:.2f} s",
            f"{ours.median / baseline.median:.1f}x",
            "under 2 s",
            ours.median < 2,
        )
    ]


async def _start(api: Api, token: str, url: str, watch: Stopwatch) -> None:
    settings = {"TELEGRAM_TOKEN": token, "TELEGRAM_API_URL": api.url, "DATABASE_URL": url}
    with watch:
        began = child("-c", PROGRAM, **settings)
        process = await began.__aenter__()
        await api.polled(token)
    process.terminate()
    await began.__aexit__(None, None, None)
