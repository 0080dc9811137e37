"""The playground: from its command to an answered /review, and from a card's payload to its picture."""

import json
import re
from typing import Any

from playwright.async_api import Page, expect

from tests.bench.chats import child
from tests.bench.figures import Figure, Ground, Stopwatch, milliseconds
from tests.playground.browsing import browser_at, chromium
from tests.playground.visitors import opened, visit

BARE = "import telegram.ext, discord, simcord, aiohttp.web, aiosqlite, rapidfuzz, rich, pydantic_settings"
TITLES = ("parasite 2019", "oldboy", "gone girl", "dark", "the glory")
# Notes when each new message has been painted: a task that follows the frame it is drawn in.
WATCH = """side => {
  window.painted = {};
  const noted = (id) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.painted[id] ??= Date.now(); };
    port2.postMessage(null);
  });
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes)
      if (node.dataset?.message) noted(node.dataset.message);
  }).observe(document.querySelector(`section.${side}`), { childList: true, subtree: true });
}"""


async def first_minute(ground: Ground) -> list[Figure]:
    """The command's start against the mere loading of its libraries; cards drawn, where Chromium is."""
    ours, baseline = Stopwatch(), Stopwatch()
    for _ in range(ground.scale.starts):
        with ours:
            async with child("-m", "bot", "playground") as process:
                await _answered(process)
                process.terminate()
        with baseline:
            async with child("-c", BARE) as process:
                await process.wait()
    started = Figure(
        "playground, command to an answered /review",
        f"{ours.median:.2f} s",
        f"{baseline.median:.2f} s",
        f"{ours.median / baseline.median:.1f}x",
        "under 3 s",
        ours.median < 3,
    )
    return [started] if chromium() is None else [started, await _drawn(ground)]


async def _answered(process: Any) -> None:
    said = ""
    while not (found := re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", said)):
        said += (await process.stdout.readline()).decode()
    async with visit(found[0]) as visitor:
        await visitor.review("telegram", "ben", TITLES[0])


async def _drawn(ground: Ground) -> Figure:
    """From the payload's arrival at the server to the frame in which the card is to be seen."""
    folder = ground.folder / "playground"
    folder.mkdir()
    times = []
    async with opened(folder) as address, browser_at(address) as seen:
        sent: dict[str, int] = {}
        seen.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: _note(sent, frame)))
        await seen.page.reload()
        await expect(seen.telegram.pane.get_by_label("Message", exact=True)).to_be_visible()
        await seen.page.evaluate(WATCH, "telegram")
        for title in TITLES * ground.scale.rounds:
            card = await seen.telegram.ask(f"/review {title}")
            number = str(await card.get_attribute("data-message"))
            times.append((await _painted(seen.page, number) - sent[number]) / 1000)
    median, worst = sorted(times)[len(times) // 2], max(times)
    return Figure(
        f"a card in the page, from its payload (worst {milliseconds(worst)})",
        milliseconds(median),
        milliseconds(1 / 60),
        f"{median * 60:.1f} frames",
        "under 50 ms",
        median < 0.05,
    )


async def _painted(page: Page, message: str) -> int:
    handle = await page.wait_for_function("id => window.painted[id]", arg=message)
    return int(await handle.json_value())


def _note(sent: dict[str, int], frame: str | bytes) -> None:
    event = json.loads(frame)
    if event.get("event") == "message" and event["side"] == "telegram":
        sent.setdefault(event["message"]["id"], event["message"]["sent"])
