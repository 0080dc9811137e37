"""The page in a real browser: what a visitor does in their first minute, on both sides."""

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from playwright.async_api import Locator, expect

from tests.feeds.test_online import ARTICLE
from tests.playground.browsing import Side, Visit, browser_at, chromium
from tests.playground.visitors import opened

pytestmark = pytest.mark.skipif(chromium() is None, reason="Chromium is not installed on this machine")
SCORE = re.compile(r"(\d+) votes")


@pytest.fixture
async def visit(tmp_path: Path) -> AsyncIterator[Visit]:
    async with opened(tmp_path) as address, browser_at(address) as visit:
        yield visit
    assert visit.complaints == []


async def votes_on(card: Locator) -> int:
    found = SCORE.search(await card.inner_text())
    assert found
    return int(found[1])


@pytest.mark.parametrize("name", ["discord", "telegram"])
async def test_a_review_is_asked_for_and_chosen_among_the_ballerinas(visit: Visit, name: str) -> None:
    side: Side = getattr(visit, name)
    answer = await side.ask("/review ballerina")
    await expect(answer).to_contain_text("Which one do you mean?")
    await answer.get_by_role("button", name="Ballerina (2023)").click()
    await expect(answer).to_contain_text("Netflix")
    await expect(answer).to_contain_text("Community")
    await expect(answer).to_contain_text("edited")


async def test_a_vote_on_one_side_changes_the_card_on_the_other(visit: Visit) -> None:
    left = await visit.discord.ask("/review parasite 2019")
    right = await visit.telegram.ask("/review parasite 2019")
    before = await votes_on(right)
    await left.get_by_role("button", name="4½★", exact=True).click()
    for card in (left, right):
        await expect(card).to_contain_text(f"{before + 1} votes")
    await visit.act_as("Cleo")
    await right.get_by_role("button", name="2★", exact=True).click()
    await visit.page.get_by_role("alertdialog").get_by_role("button", name="OK").click()
    for card in (left, right):
        await expect(card).to_contain_text(f"{before + 2} votes")


async def test_only_the_voter_sees_the_receipt_on_discord(visit: Visit) -> None:
    card = await visit.discord.ask("/review parasite 2019")
    await card.get_by_role("button", name="5★", exact=True).click()
    await expect(visit.discord.last).to_contain_text("Only you can see this")
    await visit.act_as("Ben")
    await expect(visit.discord.pane.get_by_text("Only you can see this")).to_have_count(0)


async def test_suggestions_come_while_typing_and_are_taken_by_the_keyboard(visit: Visit) -> None:
    await visit.discord.pane.get_by_label("Message", exact=True).click()
    keyboard = visit.page.keyboard
    await keyboard.type("/rev")
    await expect(visit.discord.pane.get_by_role("option").first).to_contain_text("/review")
    await keyboard.press("Enter")
    await keyboard.type("balle")
    ballerinas = visit.discord.pane.get_by_role("option").filter(has_text="Ballerina")
    await expect(ballerinas).to_have_count(3)
    await keyboard.press("ArrowDown")
    await keyboard.press("Enter")
    await keyboard.press("Enter")
    await expect(visit.discord.last).to_contain_text("Ballerina (2023)")


async def test_inline_results_are_listed_while_typing_and_posted(visit: Visit) -> None:
    await visit.telegram.pane.get_by_label("Message", exact=True).click()
    await visit.page.keyboard.type("@ReviewsBot parasi")
    await expect(visit.telegram.pane.get_by_role("option").first).to_contain_text("Parasite (2019)")
    await visit.page.keyboard.press("Enter")
    await expect(visit.telegram.last).to_contain_text("via")
    await expect(visit.telegram.last).to_contain_text("Editors:")


@pytest.mark.parametrize("name", ["discord", "telegram"])
async def test_a_spoiler_is_hidden_until_it_is_asked_for(visit: Visit, name: str) -> None:
    side: Side = getattr(visit, name)
    card = await side.ask("/review parasite 2019")
    await card.get_by_role("button", name="Spoilers").click()
    spoiler = side.last.locator(".spoiler").first
    await expect(side.pane.locator(".room").first).not_to_contain_text("housekeeper")
    await expect(spoiler).to_have_role("button")
    await spoiler.focus()
    await visit.page.keyboard.press("Enter")
    await expect(spoiler).not_to_have_role("button")


async def test_a_published_review_arrives_on_both_sides_and_the_ledger_follows_it(visit: Visit) -> None:
    await visit.act_as("Ada")
    for side in (visit.discord, visit.telegram):
        await side.ask("/subscribe everything")
    await visit.act_as("Edith")
    await visit.publish(title="The Last Reel", score="4/5", summary="A projectionist keeps one light on.")
    for side in (visit.discord, visit.telegram):
        await expect(side.last).to_contain_text("The Last Reel")
        await expect(side.last).to_contain_text("4/5")
    await visit.page.get_by_role("tab", name="Alerts").click()
    rows = visit.page.locator("#ledger tbody tr")
    await expect(rows.filter(has_text="sent")).to_have_count(2)
    held = rows.filter(has_text="held")
    await expect(held).to_have_count(2)
    await expect(held.first).to_contain_text("Max, in private")


async def test_who_lets_the_bot_in_again_gets_what_was_held(visit: Visit) -> None:
    await visit.publish(title="The Last Reel", score="4/5")
    await visit.page.get_by_role("tab", name="Alerts").click()
    rows = visit.page.locator("#ledger tbody tr")
    await expect(rows.filter(has_text="held")).to_have_count(2)
    await visit.act_as("Max")
    await visit.page.get_by_role("button", name="Unblock the bot as Max").click()
    await expect(rows.filter(has_text="Telegram").filter(has_text="sent")).to_have_count(1)


async def test_a_file_that_is_no_review_is_refused_in_words(visit: Visit, tmp_path: Path) -> None:
    await visit.page.get_by_role("tab", name="Publish").click()
    files = visit.page.locator("#file")
    await files.set_input_files({"name": "poster.json", "mimeType": "", "buffer": b"\x89PNG\x00\xff"})
    await expect(visit.page.locator("#report")).to_contain_text("is not text")
    await files.set_input_files(
        {"name": "ok.json", "mimeType": "", "buffer": b'{"work": {"title": "Reel"}, "review": {}}'}
    )
    await expect(visit.page.locator("#report")).to_contain_text("1 new")


async def test_what_is_missing_in_the_form_is_said_beside_it(visit: Visit) -> None:
    await visit.publish(title="Nobody", score="banana")
    await expect(visit.page.locator("#report, #notices").filter(has_text="score")).not_to_have_count(0)


async def test_the_inspector_shows_the_payload_and_the_room_left(visit: Visit) -> None:
    for side, call in ((visit.discord, "/callback"), (visit.telegram, "sendMessage")):
        card = await side.ask("/review parasite 2019")
        await card.hover()
        await card.get_by_role("button", name="Inspect").click()
        inspector = visit.page.locator("#inspector")
        await expect(inspector).to_contain_text(call)
        await expect(inspector).to_contain_text("left")
        await visit.page.get_by_role("tab", name="Inspector").click()


async def test_the_clock_is_moved_and_the_bot_goes_on_answering(visit: Visit) -> None:
    before = await visit.page.locator("#time").inner_text()
    await visit.page.get_by_role("button", name="+1 week").click()
    await expect(visit.page.locator("#time")).not_to_have_text(before)
    for side in (visit.discord, visit.telegram):
        await side.ask("/latest")


async def test_a_newcomer_is_asked_to_open_the_private_chat_and_lands_there(visit: Visit) -> None:
    await visit.act_as("Noa")
    card = await visit.telegram.ask("/review parasite 2019")
    await card.get_by_role("button", name="Alert me").click()
    await expect(visit.telegram.pane.locator("header.title")).to_contain_text("bot")
    await expect(visit.telegram.last).to_contain_text("Parasite")


async def test_outside_text_stays_text(visit: Visit) -> None:
    sly = "<img src=x onerror=alert(1)> **x** [y](javascript:alert(1))"
    await visit.publish(title=sly, score="4/5", summary=sly)
    await expect(visit.page.locator("#report")).to_contain_text("1 new")
    for side in (visit.discord, visit.telegram):
        await side.ask("/latest")
        await expect(side.last).to_contain_text("<img src=x onerror=alert(1)>")
        assert await side.pane.locator("img[onerror], [href^=javascript]").count() == 0


@pytest.mark.parametrize("width", [390, 1360])
async def test_on_narrow_and_wide_screens_nothing_sticks_out(tmp_path: Path, width: int) -> None:
    async with opened(tmp_path) as address, browser_at(address) as visit:
        await visit.page.set_viewport_size({"width": width, "height": 800})
        await visit.discord.ask("/review parasite 2019")
        assert await visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.complaints == []


async def test_what_one_page_does_the_others_see(tmp_path: Path) -> None:
    async with opened(tmp_path) as address, browser_at(address) as visit:
        async with browser_at(address) as other:
            await other.discord.ask("/review parasite 2019")
        await expect(visit.discord.last).to_contain_text("Parasite")
        assert visit.complaints == []


async def test_a_server_that_goes_away_is_said_and_nothing_that_was_written_is_lost(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(AsyncExitStack())
        address = await server.enter_async_context(opened(tmp_path))
        visit = await stack.enter_async_context(browser_at(address))
        await server.aclose()
        await expect(visit.page.locator("#banner")).to_be_visible()
        for side in (visit.discord, visit.telegram):
            await side.write("/review parasite 2019")
            await expect(side.pane.get_by_label("Message", exact=True)).to_have_value("/review parasite 2019")


async def test_an_editor_fills_in_a_form_on_discord_and_the_card_changes_on_both_sides(visit: Visit) -> None:
    card = await visit.telegram.ask("/review parasite 2019")
    await visit.discord.write("/edit parasite 2019")
    form = visit.page.get_by_role("dialog")
    await expect(form).to_contain_text("Parasite")
    await form.get_by_label("Summary").fill("Two families, one house, and a bell.")
    await form.get_by_role("button", name="Submit").click()
    await expect(visit.discord.last).to_contain_text("Two families, one house, and a bell.")
    await expect(card).to_contain_text("Two families, one house, and a bell.")


async def test_an_editor_fills_in_a_sheet_on_telegram(visit: Visit) -> None:
    await visit.telegram.open("bot")
    await visit.telegram.pane.get_by_role("button", name="Start", exact=True).click()
    await expect(visit.telegram.messages).to_have_count(2)
    await visit.telegram.write("/edit parasite 2019")
    summary = visit.telegram.last.get_by_role("button", name="Summary")
    await summary.click()
    await expect(visit.telegram.last.get_by_role("button", name="Summary")).to_have_count(0)
    await visit.telegram.write("Two families, one house, and a bell.")
    await expect(visit.telegram.last.get_by_role("button").first).to_be_visible()
    await expect(visit.telegram.last).to_contain_text("Two families, one house, and a bell.")


async def test_a_form_is_left_with_escape_and_nothing_changes(visit: Visit) -> None:
    await visit.discord.write("/edit parasite 2019")
    form = visit.page.get_by_role("dialog")
    await expect(form).to_be_visible()
    await visit.page.keyboard.press("Escape")
    await expect(form).to_have_count(0)


@pytest.mark.parametrize("name", ["discord", "telegram"])
async def test_the_editor_attaches_a_file_and_sees_its_draft(visit: Visit, name: str, tmp_path: Path) -> None:
    side: Side = getattr(visit, name)
    file = tmp_path / "nightcap.txt"
    file.write_text(ARTICLE, "utf-8")
    await visit.act_as("Edith")
    if name == "telegram":
        await side.pane.locator("nav, [role=listbox]").get_by_text("Reviews", exact=True).last.click()
        await side.pane.get_by_role("button", name="Start", exact=True).click()
        await expect(side.last).to_contain_text("Surprise me")
        await side.pane.locator("input[type=file]").set_input_files(file)
        await expect(side.pane.locator(".chosen")).to_contain_text("nightcap.txt")
        await side.write("/import")
    else:
        await side.pane.get_by_label("Message", exact=True).click()
        await visit.page.keyboard.type("/import")
        await visit.page.keyboard.press("Enter")
        await side.pane.locator("input[type=file]").set_input_files(file)
        await visit.page.keyboard.press("Enter")
    await expect(side.last).to_contain_text("A draft, as I read it")
    await expect(side.last).to_contain_text("Nightcap (2021)")
