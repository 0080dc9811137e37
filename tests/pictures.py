"""Draws the README's picture: the real payloads of one card, as Discord and Telegram show them.

Run it as `python -m tests.pictures` where Chromium is installed.
"""

import asyncio
import html
import re
import subprocess
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.cards import review_card
from bot.config import Settings
from bot.desk import Desk
from bot.feeds.files import Found, read_file
from bot.feeds.importer import take_in
from bot.platforms.discord import render as discord
from bot.platforms.discord.buttons import make_button
from bot.platforms.telegram import render as telegram
from bot.replies import Reply
from bot.samples import sample_path
from bot.serving import open_desk
from storage import Account, Work, WorkId, facts, votes, works

PICTURE = Path(__file__).parent.parent / ".pictures" / "cards.png"
VOTES = (3, 5, 6, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9, 10, 7, 8, 6, 9, 10, 8, 7, 9, 8, 10, 4, 8, 9, 7, 8, 9)
SIZE = (1160, 830)


async def card(desk: Desk) -> Reply:
    """Ballerina (2023) with the sample review and some votes."""
    for found in read_file(sample_path(), desk.catalogue.titles.known):
        if isinstance(found, Found):
            await take_in(desk.store, found.draft, found.source, int(time.time()))
    await desk.catalogue.refresh()
    work = WorkId(desk.catalogue.titles.search("Ballerina 2023").matches[0].work)
    for number, value in enumerate(VOTES):
        person = desk.store.ids()
        await desk.store.write(votes.cast, Account("picture", number), work, value, int(time.time()), person)
    found_facts = await desk.store.read(facts.card, work, facts.NOBODY)
    assert found_facts is not None
    others: list[Work] = await desk.store.read(
        works.get, [WorkId(other) for other in desk.catalogue.titles.namesakes(work)]
    )
    return review_card(replace(found_facts, work=replace(found_facts.work, image="")), others)


def page(reply: Reply) -> str:
    """Both cards side by side."""
    layout: Any = discord.draw(reply, make_button).to_components()  # type: ignore[no-untyped-call]
    drawn = telegram.draw(reply)
    keyboard = drawn.keyboard.inline_keyboard if drawn.keyboard else ()
    buttons = "".join(_row([button.text for button in row]) for row in keyboard)
    body = drawn.text.replace("\n", "<br>").replace("</blockquote><br>", "</blockquote>")
    inside = "".join(_component(part) for part in layout[0]["components"])
    return (
        f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>"
        f"<main class=d><h4>reviews <i>APP</i></h4><section>{inside}</section></main>"
        f"<main class=t><section>{body}</section>{buttons}</main>"
    )


def _component(part: dict[str, Any]) -> str:
    match part["type"]:
        case 1:
            return _row([each["label"] for each in part["components"]])
        case 9:
            return "".join(map(_component, part["components"]))
        case _:
            return "".join(map(_markdown, part["content"].split("\n")))


def _row(labels: list[str]) -> str:
    return f"<p>{''.join(f'<b>{html.escape(label)}</b>' for label in labels)}</p>"


def _markdown(text: str) -> str:
    shown = html.escape(text)
    for pattern, drawn in (
        (r"\[(.*?)\]\(&lt;(.*?)&gt;\)", r"<a>\1</a>"),
        (r"(?<!\\)\*\*(.+?)\*\*", r"<strong>\1</strong>"),
        (r"(?<!\\)\*(.+?)\*", r"<em>\1</em>"),
        (r"\\(&\w+;|.)", r"\1"),
        (r"^## (.*)", r"<h2>\1</h2>"),
        (r"^-# (.*)", r"<small>\1</small>"),
        (r"^&gt; (.*)", r"<blockquote>\1</blockquote>"),
    ):
        shown = re.sub(pattern, drawn, shown)
    return f"<div>{shown or '&nbsp;'}</div>"


STYLE = """
body { margin: 0; display: flex; font: 15px/1.38 "Noto Sans", "DejaVu Sans", sans-serif; height: 830px }
main { flex: 1; padding: 26px 30px }
h2 { margin: 0 0 2px; font-size: 21px }
h4 { margin: 0 0 8px; color: #fff }
h4 i { background: #5865f2; font: 600 11px sans-serif; padding: 2px 5px; border-radius: 4px }
blockquote { margin: 4px 0 }
p { display: flex; gap: 7px; margin: 9px 0 0 }
p b { border-radius: 7px; padding: 6px 12px; font-weight: 500; font-size: 13.5px }
.d { background: #313338; color: #dbdee1 }
.d section { background: #2b2d31; border-radius: 8px; border-left: 4px solid #e0a526; padding: 14px 16px }
.d small { color: #9a9ea6; font-size: 12.5px }
.d blockquote { border-left: 4px solid #4e5058; padding-left: 10px }
.d p b { background: #4e5058 }
.d a { color: #00a8fc }
.t { background: #b5cda3; color: #111 }
.t section { background: #fff; border-radius: 14px; padding: 12px 16px }
.t blockquote { border-left: 3px solid #3a95d5; background: #eaf4fb; border-radius: 5px; padding: 5px 10px }
.t a { color: #2481cc }
.t p { gap: 5px; margin: 5px 0 0 }
.t p b { flex: 1; color: #fff; background: rgba(70, 100, 60, .55); text-align: center; padding: 7px 4px }
"""


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with open_desk(Settings(database_url=f"sqlite:///{folder}/store.db")) as desk:
            source = Path(folder) / "cards.html"
            source.write_text(page(await card(desk)), "utf-8")
        PICTURE.parent.mkdir(exist_ok=True)
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        size = ",".join(map(str, SIZE))
        command += [f"--user-data-dir={folder}/profile", f"--window-size={size}", f"--screenshot={PICTURE}"]
        await asyncio.to_thread(
            subprocess.run, [*command, source.as_uri()], check=True, capture_output=True, timeout=60
        )


if __name__ == "__main__":
    asyncio.run(main())
