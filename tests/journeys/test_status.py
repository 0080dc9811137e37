"""An editor asks the bot how it is, and somebody else does."""

import re

from bot.vitals import VERSION
from storage import deliveries
from tests.journeys.stage import Stage, sample_draft


async def test_an_editor_hears_how_the_bot_is(staffed: Stage) -> None:
    shown = await staffed.mia.asks(staffed.mia.private, "/status")
    assert shown.text.startswith("How I am")
    assert f"Version {VERSION}, up for " in shown.text
    assert f"{staffed.platform.capitalize()}: connected for" in shown.text
    assert "No alert was sent since I started." in shown.text
    assert "No incident since I started." in shown.text
    assert "No platform asked for patience (429)." in shown.text


async def test_in_a_group_only_the_editor_sees_it_where_that_is_possible(staffed: Stage) -> None:
    shown = await staffed.mia.asks(staffed.group, "/status")
    assert shown.text.startswith("How I am")
    assert shown.private == staffed.whispers
    assert len(staffed.seen_by(staffed.bob, staffed.group)) == (0 if staffed.whispers else 1)


async def test_somebody_else_hears_a_kind_no_and_how_to_become_an_editor(staffed: Stage) -> None:
    shown = await staffed.ann.asks(staffed.ann.private, "/status")
    assert shown.text.startswith("That is for this community's editors.")
    assert f"{staffed.platform}:{staffed.ann.account.number}" in shown.text
    assert "Version" not in shown.text


async def test_what_waits_what_was_sent_and_who_shut_us_out_is_told(staffed: Stage) -> None:
    for person, place in (
        (staffed.ann, staffed.ann.private),
        (staffed.bob, staffed.bob.private),
        (staffed.mia, staffed.group),
    ):
        await person.asks(place, "/subscribe thriller")
    await staffed.publish(sample_draft())
    now = staffed.desk.now()
    write = staffed.desk.store.write
    await write(
        deliveries.shut_out, staffed.bob.private.stored, now, "Forbidden: bot was blocked by the user"
    )
    await write(deliveries.shut_out, staffed.group.stored, now, "Missing Permissions")
    name = staffed.platform.capitalize()
    shown = await staffed.mia.asks(staffed.mia.private, "/status")
    assert "Alerts: 1 to be sent, 2 held back, 0 failed and 0 cancelled" in shown.text
    assert f"1 chat on {name} gets no alerts: I was blocked or removed" in shown.text
    assert f"1 chat on {name} gets no alerts: I lack the right to write" in shown.text
    await staffed.deliver()
    shown = await staffed.mia.asks(staffed.mia.private, "/status")
    assert re.search(r"Last alert: \d s ago", shown.text), shown.text
    assert "0 to be sent, 2 held back" in shown.text


async def test_incidents_and_too_many_requests_are_told(staffed: Stage) -> None:
    vitals, name = staffed.desk.vitals, staffed.platform.capitalize()
    vitals.answered("/review", 0.01, "abc123")
    vitals.too_fast(staffed.platform, staffed.desk.clock() - 7300)
    shown = await staffed.mia.asks(staffed.mia.private, "/status")
    assert "1 incident since I started, the last was abc123" in shown.text
    assert f"{name} asked for patience (429) 1 time, last 2 h 1 min ago" in shown.text
