"""Draws the README's pictures: screenshots of the playground, where the real bot has answered.

Run it as `make pictures` where Chromium is installed.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import expect

from tests.playground.browsing import Visit, browser_at
from tests.playground.visitors import opened

PICTURES = Path(__file__).resolve().parents[2] / ".pictures"
WIDE, HIGH = 1440, 900


async def cards(visit: Visit) -> None:
    """The same review on both sides, with the community's votes."""
    for side in (visit.discord, visit.telegram):
        card = await side.ask("/review ballerina 2023")
        await expect(card).to_contain_text("Community")
    await visit.act_as("Cleo")
    await visit.telegram.last.get_by_role("button", name="4½★", exact=True).click()
    await visit.page.get_by_role("alertdialog").get_by_role("button", name="OK").click()
    await expect(visit.discord.last).to_contain_text("10 votes")
    for side in (visit.discord, visit.telegram):
        await side.last.scroll_into_view_if_needed()


async def typing(visit: Visit) -> None:
    """What to watch next, and suggestions while typing."""
    await visit.telegram.ask("/recommend thriller")
    await visit.discord.pane.get_by_label("Message", exact=True).click()
    await visit.page.keyboard.type("/review ball", delay=20)
    await expect(visit.discord.pane.get_by_role("option").first).to_be_visible()


async def alerts(visit: Visit) -> None:
    """A new review on its way, and the ledger that follows it."""
    await visit.act_as("Ada")
    for side in (visit.discord, visit.telegram):
        await side.ask("/subscribe everything")
    await visit.publish(
        title="The Last Reel",
        score="4/5",
        genres="Drama",
        author="Pearl Locke",
        summary="A projectionist keeps one light on in a town that has forgotten the dark.",
    )
    await expect(visit.discord.last).to_contain_text("The Last Reel")
    await visit.page.get_by_role("tab", name="Alerts").click()
    await expect(visit.page.locator("#ledger tbody tr").filter(has_text="sent")).to_have_count(2)


async def inspector(visit: Visit) -> None:
    """What was sent, and the room that each limit leaves."""
    card = await visit.telegram.ask("/review parasite 2019")
    await card.hover()
    await card.get_by_role("button", name="Inspect").click()
    await expect(visit.page.locator("#inspector")).to_contain_text("sendMessage")


async def draw(
    name: str, scene: Callable[[Visit], Awaitable[None]], *, high: int = HIGH, dark: bool = False
) -> None:
    """Play a scene in a playground of its own, and take the picture."""
    with tempfile.TemporaryDirectory() as folder:
        scheme = "dark" if dark else "light"
        async with opened(Path(folder)) as address, browser_at(address, color_scheme=scheme) as visit:
            await visit.page.set_viewport_size({"width": WIDE, "height": high})
            await scene(visit)
            await visit.page.mouse.move(0, 0)
            await visit.page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")


async def main() -> None:
    """All pictures."""
    PICTURES.mkdir(exist_ok=True)
    await draw("cards", cards, high=1160)
    await draw("typing", typing)
    await draw("alerts", alerts, dark=True)
    await draw("inspector", inspector)


if __name__ == "__main__":
    asyncio.run(main())
