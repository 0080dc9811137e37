"""Somebody votes, changes it, takes it back; and two do so at once."""

from tests.journeys.stage import Stage

BARS = "▁▂▃▄▅▆▇█"
# Under three votes a changed vote leaves the card as it was, which Telegram points out.
UNCHANGED = "message is not modified"


async def test_a_vote_gives_a_receipt_to_the_voter_alone_and_moves_the_card(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    answer = await stage.ann.presses(card, "4½★")
    assert answer.told.startswith("Gone Girl (2014): ★★★★½ from you\n")
    assert "1 vote; a score needs 3" in answer.told
    assert "Community: 1 vote so far" in card.text
    assert await stage.counts("Gone Girl") == [9]
    others = "\n".join(message.text for message in stage.seen_by(stage.bob, stage.group))
    assert "from you" not in others


async def test_the_histogram_is_shown_to_those_who_voted_only(stage: Stage) -> None:
    await stage.voted("Gone Girl", [7, 8, 8, 9])
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    assert not set(BARS) & set(card.text)
    answer = await stage.ann.presses(card, "4★")
    bars = answer.told.split("\n")[1].strip("½ 5")
    assert (len(bars), bars[7], bars[6], bars[:6] + bars[9]) == (10, "█", bars[8], "▁" * 7)
    assert not set(BARS) & set(card.text)


async def test_every_half_star_is_a_button_and_counts_as_such(stage: Stage) -> None:
    stage.expected.append(UNCHANGED)
    card = await stage.ann.asks(stage.ann.private, "/review Gone Girl")
    labels = ["½★", "1★", "1½★", "2★", "2½★", "3★", "3½★", "4★", "4½★", "5★"]
    assert card.buttons[:10] == labels
    for value, label in enumerate(labels, 1):
        await stage.ann.presses(card, label)
        assert await stage.counts("Gone Girl") == [value]


async def test_a_second_vote_replaces_the_first(stage: Stage) -> None:
    stage.expected.append(UNCHANGED)
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.ann.presses(card, "2★")
    answer = await stage.ann.presses(card, "5★")
    assert "now ★★★★★ from you" in answer.told
    assert await stage.counts("Gone Girl") == [10]
    assert "Community: 1 vote so far" in card.text


async def test_the_same_vote_again_says_still_and_counts_once(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.ann.presses(card, "4★")
    before = card.text
    answer = await stage.ann.presses(card, "4★")
    assert "still ★★★★ from you" in answer.told
    assert await stage.counts("Gone Girl") == [8]
    assert card.text == before


async def test_a_vote_is_taken_back(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.ann.presses(card, "4★")
    answer = await stage.ann.presses(card, "↩ Take back")
    assert answer.told == "Your vote on Gone Girl (2014) is taken back."
    assert await stage.counts("Gone Girl") == []
    assert "Community: no votes yet" in card.text


async def test_taking_back_what_was_never_given_says_so(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    answer = await stage.ann.presses(card, "↩ Take back")
    assert answer.told == "You have no vote on Gone Girl (2014)."


async def test_a_double_tap_is_one_vote(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    answers = await stage.at_once(*[(stage.ann, card, "4★")] * 3)
    assert all("★★★★ from you" in answer.told for answer in answers)
    assert sum("still" in answer.told for answer in answers) == 2
    assert await stage.counts("Gone Girl") == [8]
    assert "Community: 1 vote so far" in card.text


async def test_two_people_at_once_are_two_votes_and_the_card_shows_both(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    first, second, third = await stage.at_once(
        (stage.ann, card, "5★"), (stage.bob, card, "1★"), (stage.mia, card, "3★")
    )
    assert "★★★★★ from you" in first.told
    assert ": ★ from you" in second.told
    assert ": ★★★ from you" in third.told
    assert await stage.counts("Gone Girl") == [2, 6, 10]
    assert "3 votes · early" in card.text


async def test_a_vote_and_its_taking_back_at_once_leave_one_of_the_two(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.at_once((stage.ann, card, "5★"), (stage.ann, card, "↩ Take back"))
    counts = await stage.counts("Gone Girl")
    assert counts in ([], [10])
    again = await stage.ann.asks(stage.group, "/review Gone Girl")
    assert ("1 vote so far" if counts else "no votes yet") in again.text


async def test_votes_in_one_place_are_seen_in_another(stage: Stage) -> None:
    here = await stage.ann.asks(stage.group, "/review Gone Girl")
    await stage.ann.presses(here, "4★")
    there = await stage.bob.asks(stage.topic, "/review Gone Girl")
    assert "Community: 1 vote so far" in there.text
    answer = await stage.ann.presses(there, "4★")
    assert "still" in answer.told


async def test_a_card_with_namesakes_keeps_them_when_it_is_redrawn(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Ballerina 2023")
    before = card.buttons
    await stage.ann.presses(card, "4★")
    assert card.buttons == before
    assert "2 more of this name" in card.text
