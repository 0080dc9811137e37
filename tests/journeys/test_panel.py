"""Somebody looks at what a chat hears of, pauses, resumes, removes."""

from tests.journeys.stage import Person, Place, Stage

SIX = ["everything", "thriller", "drama", "netflix", "gone girl", "keanu reeves"]


async def fill(stage: Stage, person: Person, place: Place) -> None:
    for words in SIX:
        await person.asks(place, f"/subscribe {words}")


async def names(stage: Stage, place: Place, paused: bool = False) -> list[str]:
    return [each.name for each in await stage.subscribed(place) if each.paused == paused]


async def test_an_empty_panel_says_how_to_begin(stage: Stage) -> None:
    panel = await stage.ann.asks(stage.ann.private, "/subscriptions")
    assert "No alerts are set up here." in panel.text
    assert "/subscribe" in panel.text


async def test_pausing_and_resuming_happen_in_the_panel(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    panel = await stage.ann.asks(stage.ann.private, "/subscriptions")
    assert "🔔 Thriller" in panel.text
    assert (await stage.ann.presses(panel, "⏸ Pause Thriller")).told == "⏸ Paused: Thriller"
    assert "⏸ Thriller (paused)" in panel.text
    assert await names(stage, stage.ann.private, paused=True) == ["Thriller"]
    assert (await stage.ann.presses(panel, "▶ Resume Thriller")).told == "🔔 On again: Thriller"
    assert "paused" not in panel.text
    assert await names(stage, stage.ann.private) == ["Thriller"]


async def test_removing_the_last_one_leaves_an_empty_panel(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    panel = await stage.ann.asks(stage.ann.private, "/subscriptions")
    assert (await stage.ann.presses(panel, "✖ Remove")).told == "Removed: Thriller"
    assert "No alerts are set up here." in panel.text
    assert panel.buttons == []
    assert await stage.subscribed(stage.ann.private) == []


async def test_more_than_five_are_paged_forth_and_back(stage: Stage) -> None:
    await fill(stage, stage.mia, stage.group)
    panel = await stage.mia.asks(stage.group, "/subscriptions")
    assert panel.text.count("🔔") == 5
    assert (panel.has("More ▶"), panel.has("◀ Back")) == (True, False)
    await stage.mia.presses(panel, "More ▶")
    assert panel.text.count("🔔") == 1
    assert "Keanu Reeves" in panel.text
    assert (panel.has("More ▶"), panel.has("◀ Back")) == (False, True)
    await stage.mia.presses(panel, "◀ Back")
    assert "every new review" in panel.text
    assert panel.text.count("🔔") == 5


async def test_removing_the_only_one_of_the_last_page_goes_to_one_that_exists(stage: Stage) -> None:
    await fill(stage, stage.ann, stage.ann.private)
    panel = await stage.ann.asks(stage.ann.private, "/subscriptions")
    await stage.ann.presses(panel, "More ▶")
    await stage.ann.presses(panel, "✖ Remove")
    assert panel.text.count("🔔") == 5
    assert not panel.has("More ▶")
    assert "Keanu Reeves" not in await names(stage, stage.ann.private)


async def test_the_right_one_of_several_is_removed(stage: Stage) -> None:
    await fill(stage, stage.ann, stage.ann.private)
    panel = await stage.ann.asks(stage.ann.private, "/subscriptions")
    await stage.ann.presses(panel, "✖ Remove", nth=2)
    assert "Drama" not in await names(stage, stage.ann.private)
    assert len(await stage.subscribed(stage.ann.private)) == 5


async def test_a_double_press_on_remove_removes_one(stage: Stage) -> None:
    await fill(stage, stage.ann, stage.ann.private)
    panel = await stage.ann.asks(stage.ann.private, "/subscriptions")
    stage.expected.append("message is not modified")
    answers = await stage.at_once(*[(stage.ann, panel, "✖ Remove")] * 2)
    told = sorted(answer.told for answer in answers)
    assert told[0] in ("Removed: every new review", "That subscription is not here any more.")
    assert told[1] in ("Removed: every new review", "That subscription is not here any more.")
    assert len(await stage.subscribed(stage.ann.private)) == 5


async def test_members_do_not_see_the_groups_panel(stage: Stage) -> None:
    await stage.mia.asks(stage.group, "/subscribe thriller")
    refusal = await stage.ann.asks(stage.group, "/subscriptions")
    assert "Only those who manage this chat" in refusal.text
    assert refusal.buttons == []


async def test_members_may_not_press_the_managers_panel(stage: Stage) -> None:
    await stage.mia.asks(stage.group, "/subscribe thriller")
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    panel = await stage.mia.asks(stage.group, "/subscriptions")
    for label in ("⏸ Pause Thriller", "✖ Remove"):
        answer = await stage.ann.forges(card, panel.button(label))
        assert answer.told == "Only those who manage this chat can change its alerts."
    assert await names(stage, stage.group) == ["Thriller"]
    shown = await stage.ann.forges(card, "1_panel_0")
    assert "Thriller" not in shown.told
    assert "🔔 Thriller" not in card.text


async def test_a_button_forged_in_another_chat_is_refused(stage: Stage) -> None:
    await stage.mia.asks(stage.group, "/subscribe thriller")
    panel = await stage.mia.asks(stage.group, "/subscriptions")
    stolen = panel.button("✖ Remove")
    own = await stage.bob.asks(stage.bob.private, "/review Gone Girl")
    for data in (stolen, stolen.replace("remove", "pause"), stolen.replace("remove", "mute")):
        answer = await stage.bob.forges(own, data)
        assert answer.told == "That subscription belongs to another chat."
    elsewhere = await stage.mia.asks(stage.topic, "/review Gone Girl")
    answer = await stage.mia.forges(elsewhere, stolen)
    assert answer.told == "That subscription belongs to another chat."
    assert await names(stage, stage.group) == ["Thriller"]
