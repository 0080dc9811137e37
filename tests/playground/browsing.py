"""The playground's page in a real browser, driven as a person does: by the keyboard and the mouse."""

import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Locator, Page, async_playwright, expect

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 10.0
SIDES = ("discord", "telegram")


def chromium() -> str | None:
    """Where Chromium is on this machine; None where it is not."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


class Side:
    """One pane of the page."""

    def __init__(self, page: Page, name: str) -> None:
        self.name = name
        self.pane = page.locator(f"section.{name}")
        self.messages = self.pane.locator("[data-message]")
        self._page = page

    @property
    def last(self) -> Locator:
        """The newest message that is shown."""
        return self.messages.last

    async def write(self, text: str) -> None:
        """Type into the composer and send."""
        await self.pane.get_by_label("Message", exact=True).click()
        await self._page.keyboard.type(text)
        await self._page.keyboard.press("Enter")
        if self.name == "discord" and text.startswith("/") and " " not in text:
            await self._page.keyboard.press("Enter")  # the first one only chose the command

    async def ask(self, text: str) -> Locator:
        """Write a command; the bot's answer."""
        answers = self.messages.filter(has_text=re.compile("APP|Reviews"))
        before = await answers.count()
        await self.write(text)
        await expect(answers).to_have_count(before + 1)
        return answers.last

    async def open(self, room: str) -> None:
        """Switch to another room."""
        await self.pane.get_by_role("listbox").or_(self.pane.locator("nav")).get_by_text(room).first.click()


class Visit:
    """The page as somebody has it open; `complaints` is what the browser's console found wrong."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.discord, self.telegram = (Side(page, name) for name in SIDES)
        self.complaints: list[str] = []
        page.on("console", lambda said: self._hear(said.type, said.text))
        page.on("pageerror", lambda error: self._hear("error", str(error)))
        page.on("requestfailed", lambda request: self._hear("error", f"{request.url}: {request.failure}"))

    async def go(self, address: str) -> None:
        """Open the page and put the explanation aside."""
        await self.page.goto(address)
        await self.page.get_by_role("button", name="Try it").click()

    async def act_as(self, name: str) -> None:
        """Be somebody else."""
        await self.page.locator("#people").get_by_text(name, exact=True).click()

    async def publish(self, **fields: str) -> None:
        """Fill in the form and publish."""
        await self.page.get_by_role("tab", name="Publish").click()
        for name, value in fields.items():
            await self.page.locator(f"#review [name={name}]").fill(value)
        await self.page.get_by_role("button", name="Publish", exact=True).click()

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind}: {text}")


@asynccontextmanager
async def browser_at(address: str, **context: Any) -> AsyncIterator[Visit]:
    """The page at this address in a headless Chromium with a profile of its own."""
    expect.set_options(timeout=SECONDS * 1000)
    async with async_playwright() as playwright:
        sandboxed = [] if os.getuid() else ["--no-sandbox"]
        browser = await playwright.chromium.launch(executable_path=chromium(), args=sandboxed)
        try:
            opened = await browser.new_context(viewport={"width": 1360, "height": 900}, **context)
            opened.set_default_timeout(SECONDS * 1000)
            visit = Visit(await opened.new_page())
            await visit.go(address)
            yield visit
        finally:
            await browser.close()
