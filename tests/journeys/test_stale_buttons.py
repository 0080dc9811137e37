"""Buttons of another age, and buttons that nobody made."""

from tests.journeys.stage import Stage

STALE = "This button is from an older version of me. Ask again for a fresh card."
NO_WORK = "That film or series is not here any more."
NO_SUBSCRIPTION = "That subscription is not here any more."
NO_FACET = "That is not here any more."
# 2**53, 2**63 - 1, 2**63, and the longest number that is read.
TOO_LARGE = ["2gosa7pa2gw", "1y2p0ij32e8e7", "1y2p0ij32e8e8", "zzzzzzzzzzzzz"]


async def test_a_button_that_is_not_ours_is_refused_politely(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    before = (card.text, card.buttons)
    for data in (
        "0_vote_1_8",
        "1_vote_1_11_0",
        "1_vote_1_0_0",
        "1_vote_1",
        "1_vote_01_8_0",
        "1_unheard_1",
        "1_sub_genre_x'; drop table votes",
        "1_subme_nothing_thriller",
        "vote",
        "'; drop table votes; --",
        "\u202e1_vote",
        "🎬" * 12,
    ):
        answer = await stage.ann.forges(card, data)
        assert answer.told == STALE, data
    assert (card.text, card.buttons) == before
    assert await stage.counts("Gone Girl") == []


async def test_a_work_that_is_gone_is_said_to_be_gone(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    for deed in ("show_zzz_0", "vote_zzz_8_0", "unvote_zzz_0", "spoil_zzz", "like_zzz"):
        assert (await stage.ann.forges(card, f"1_{deed}")).told == NO_WORK, deed
    assert card.text.startswith("Gone Girl (2014)")


async def test_subscribing_to_what_is_gone_is_refused(stage: Stage) -> None:
    card = await stage.mia.asks(stage.group, "/review Gone Girl")
    for deed in ("alert_zzz", "sub_genre_no-such-genre", "sub_work_no-number", "subme_person_nobody"):
        assert (await stage.mia.forges(card, f"1_{deed}")).told == NO_FACET, deed
    assert await stage.subscribed(stage.group) == []
    assert await stage.subscribed(stage.mia.private) == []


async def test_a_subscription_that_is_gone_is_said_to_be_gone(stage: Stage) -> None:
    card = await stage.mia.asks(stage.group, "/review Gone Girl")
    for deed in ("pause", "resume", "remove", "mute"):
        assert (await stage.mia.forges(card, f"1_{deed}_zz")).told == NO_SUBSCRIPTION, deed


async def test_numbers_that_no_store_has_are_refused_like_any_other_forgery(stage: Stage) -> None:
    card = await stage.mia.asks(stage.group, "/review Gone Girl")
    for number in TOO_LARGE:
        for deed in (f"show_{number}_0", f"vote_{number}_8_0", f"mute_{number}", f"panel_{number}"):
            assert (await stage.mia.forges(card, f"1_{deed}")).told == STALE, deed


async def test_a_work_key_beyond_any_store_is_gone_too(stage: Stage) -> None:
    card = await stage.mia.asks(stage.group, "/review Gone Girl")
    for key in ("9" * 19, "9" * 40):
        for deed in ("sub", "subme"):
            assert (await stage.mia.forges(card, f"1_{deed}_work_{key}")).told == NO_FACET, key
