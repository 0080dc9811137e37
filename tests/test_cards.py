"""The card: what it says in every state, what it keeps to itself, and the receipt of a vote."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions import AlertMe, Mute, Namesakes, Show, Similar, Spoilers, Unvote, Vote
from bot.cards import brief, clean, receipt, review_card, spoilers, title_of
from bot.replies import Block, Link, Note, Points, Quote, Reply, plain
from storage import (
    CardFacts,
    Community,
    Credit,
    Receipt,
    Review,
    ReviewId,
    SubscriptionId,
    Tally,
    Work,
    WorkId,
)

WORK = Work(
    WorkId(2),
    "film",
    "Ballerina",
    2023,
    original="발레리나",
    platform="Netflix",
    genres=("Action", "Thriller"),
    people=(Credit("Lee Chung-hyun", "director"), Credit("Jeon Jong-seo", "cast", "Ok-ju")),
    image="https://example.org/b.jpg",
)
REVIEW = Review(
    ReviewId(1),
    WorkId(2),
    outlet="The Late Row",
    author="Pearl Locke",
    url="https://example.org/reviews/ballerina",
    published_at=1_696_550_400,
    score_text="4/5",
    score=80.0,
    verdict="watch",
    audience="Those who like it fast.",
    summary="A bodyguard takes revenge for her friend.",
    spoilers="She wins.",
    pros=("Colour", "Pace"),
    cons=("A thin plot",),
    comparables=("John Wick", "Gone Girl", "The Glory"),
    notes=("Violence", "Suicide"),
)


def facts(work: Work = WORK, review: Review | None = REVIEW, **votes: int) -> CardFacts:
    """`facts(v7=3)`: a card with three votes of seven half stars."""
    counts = tuple(votes.get(f"v{value}", 0) for value in range(1, 11))
    return CardFacts(work, review, Tally(counts), Community(), None)


def words(block: Block) -> str:
    if isinstance(block, Points):
        return "\n".join(f"{block.mark} {plain(item)}".strip() for item in block.items)
    return plain(block.text)


def text(reply: Reply) -> str:
    return "\n".join(map(words, reply.blocks))


def card(*args: Any, **votes: int) -> str:
    return text(review_card(facts(*args, **votes)))  # type: ignore[arg-type]


def labels(reply: Reply) -> list[list[str]]:
    return [[button.label for button in row] for row in reply.rows]


def test_a_card_says_everything_in_order() -> None:
    assert card(v8=30) == (
        "Ballerina (2023)\n"
        "Film · Netflix · action · thriller · 발레리나\n"
        "Lee Chung-hyun (director) · Jeon Jong-seo as Ok-ju\n"
        "Editors: 4/5\n"
        "Community: 7.5/10 ±0.4 · 30 votes\n"
        "✅ Watch it: Those who like it fast.\n"
        "A bodyguard takes revenge for her friend.\n"
        "➕ Colour\n➕ Pace\n➖ A thin plot\n"
        "If you liked John Wick, Gone Girl or The Glory\n"
        "Content notes: Violence · Suicide\n"
        "Pearl Locke · The Late Row · 6 Oct 2023 · full review"
    )


def test_it_shows_the_poster_and_leads_to_the_full_review() -> None:
    reply = review_card(facts())
    assert reply.image == WORK.image
    assert Link("full review", REVIEW.url) in getattr(reply.blocks[-1].text, "parts", ())  # type: ignore[union-attr]
    assert not reply.private


def test_its_secret_is_kept() -> None:
    assert REVIEW.spoilers not in card()


def test_without_a_review_it_says_so_and_can_be_voted_on() -> None:
    reply = review_card(facts(review=None))
    assert "No review of it yet. You can vote all the same." in text(reply)
    assert "Editors" not in text(reply)
    assert len(labels(reply)[0] + labels(reply)[1]) == 10
    assert Spoilers(WORK.id) not in [button.does for row in reply.rows for button in row]


def test_without_a_score_the_editors_gave_none() -> None:
    assert "Editors: no score" in card(WORK, replace(REVIEW, score_text="", score=None))


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ({}, "Community: no votes yet, a score needs 3"),
        ({"v9": 1}, "Community: 1 vote so far, a score needs 3"),
        ({"v9": 2}, "Community: 2 votes so far, a score needs 3"),
        ({"v9": 2, "v1": 1}, "Community: about 6/10 · 3 votes · early"),
        ({"v8": 9}, "Community: 6.8/10 ±0.9 · 9 votes · early"),
        ({"v8": 12}, "Community: 7.0/10 ±0.8 · 12 votes\n"),
        ({"v8": 1500}, "Community: 8.0/10 ±0.0 · 1,500 votes\n"),
    ],
    ids=["none", "one", "two", "wide", "early", "settled", "many"],
)
def test_the_community_is_quoted_as_far_as_it_can_be_trusted(votes: dict[str, int], said: str) -> None:
    assert said in card(**votes)


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ({"v10": 100}, "The community is 1.7 above the editors"),
        ({"v2": 100}, "The community is 5.7 below the editors"),
        ({"v8": 100}, None),
        ({"v1": 2}, None),
    ],
    ids=["above", "below", "alike", "too few"],
)
def test_a_large_gap_is_told_and_a_small_one_is_not(votes: dict[str, int], said: str | None) -> None:
    found = card(WORK, replace(REVIEW, score=80.0), **votes)
    assert (said in found) if said else ("the editors" not in found)


@pytest.mark.parametrize(
    ("verdict", "audience", "said"),
    [
        ("watch", "", "✅ Watch it\n"),
        ("maybe", "Fans.", "🤔 Maybe: Fans.\n"),
        ("skip", "", "⛔ Skip it\n"),
        (None, "fans of it", "For fans of it\n"),
    ],
)
def test_the_verdict_is_said_in_words_and_for_whom(verdict: Any, audience: str, said: str) -> None:
    assert said in card(WORK, replace(REVIEW, verdict=verdict, audience=audience))


def test_a_summary_has_at_most_sixty_words() -> None:
    long = " ".join(f"Sentence number {n} is here." for n in range(40))
    reply = review_card(facts(WORK, replace(REVIEW, summary=long)))
    (quote,) = [block for block in reply.blocks if isinstance(block, Quote)]
    assert len(words(quote).split()) <= 60
    assert words(quote).endswith("is here.")


def test_a_corrected_review_says_so_and_a_bare_one_says_nothing_empty() -> None:
    assert "6 Oct 2023 · corrected · full review" in card(WORK, replace(REVIEW, revision=2))
    bare = Work(WorkId(1), "series", "Solo")
    assert card(bare, Review(ReviewId(1), WorkId(1))) == (
        "Solo\nSeries\nEditors: no score\nCommunity: no votes yet, a score needs 3"
    )


def test_seasons_and_works_without_a_year_have_their_titles() -> None:
    season = Work(WorkId(1), "season", "Dark", 2019, season=2)
    assert title_of(season) == "Dark, season 2 (2019)"
    assert title_of(Work(WorkId(1), "series", "Dark")) == "Dark"
    assert card(season).startswith("Dark, season 2 (2019)\nSeason")


def test_namesakes_are_counted_and_switched_to_in_place() -> None:
    others = [Work(WorkId(n), "film", "Ballerina", 2000 + n) for n in (16, 25)]
    reply = review_card(facts(), others, SubscriptionId(9))
    assert "2 more of this name, see the buttons below" in text(reply)
    assert labels(reply)[-1] == ["Ballerina (2016)", "Ballerina (2025)"]
    assert [button.does for button in reply.rows[-1]] == [Show(WorkId(16), SubscriptionId(9)),
                                                          Show(WorkId(25), SubscriptionId(9))]  # fmt: skip


def test_of_many_namesakes_four_are_shown_and_the_rest_offered() -> None:
    others = [Work(WorkId(n), "film", "Solo", None if n == 10 else 2000 + n) for n in range(10, 17)]
    reply = review_card(facts(), others)
    assert labels(reply)[-1] == ["Solo (film)", "Solo (2011)", "Solo (2012)", "Solo (2013)", "3 more …"]
    assert reply.rows[-1][-1].does == Namesakes(WORK.id)


def test_its_buttons_do_what_they_say() -> None:
    reply = review_card(facts())
    stars = [button for row in reply.rows[:2] for button in row]
    assert [button.label for button in stars] == [
        "½★",
        "1★",
        "1½★",
        "2★",
        "2½★",
        "3★",
        "3½★",
        "4★",
        "4½★",
        "5★",
    ]
    assert [button.does for button in stars] == [Vote(WORK.id, value) for value in range(1, 11)]
    assert [button.does for button in reply.rows[2]] == [
        Unvote(WORK.id),
        Spoilers(WORK.id),
        Similar(WORK.id),
        AlertMe(WORK.id),
    ]
    assert len(reply.rows) == 3


def test_an_alert_can_be_muted_and_stays_one_when_voted_on() -> None:
    alert = SubscriptionId(77)
    reply = review_card(facts(), alert=alert)
    assert labels(reply)[3] == ["🔕 Mute this"]
    assert reply.rows[3][0].does == Mute(alert)
    assert reply.rows[0][0].does == Vote(WORK.id, 1, alert, REVIEW.id)


def test_spoilers_are_for_the_asker_alone() -> None:
    told, kept = spoilers(facts()), spoilers(facts(WORK, replace(REVIEW, spoilers="")))
    assert told.private
    assert kept.private
    assert "She wins." not in text(told)
    assert "(spoiler)" in text(told)
    assert "keeps nothing back" in text(kept)
    assert "keeps nothing back" in text(spoilers(facts(review=None)))


def test_a_line_of_a_list_is_the_card_in_short() -> None:
    assert plain(brief(facts(v8=12))) == "Ballerina (2023) · editors 4/5 · community 7.0/10 ±0.8 · watch it"
    assert plain(brief(facts(review=None, v8=2))) == "Ballerina (2023)"


HOSTILE = "@everyone <b>||x|| [a](b) \u202eevil\x00 \U0001f468\u200d\U0001f469 " + "w" * 4000


def test_whatever_a_source_says_stands_on_one_line_and_within_bounds() -> None:
    work = replace(
        WORK, title=HOSTILE, platform=HOSTILE, genres=(HOSTILE,) * 9, people=(Credit(HOSTILE),) * 9
    )
    review = replace(
        REVIEW,
        summary=HOSTILE,
        audience=HOSTILE,
        pros=(HOSTILE,) * 9,
        cons=(HOSTILE,) * 9,
        comparables=(HOSTILE,) * 9,
        notes=(HOSTILE,) * 9,
    )
    reply = review_card(facts(work, review), [work] * 9)
    assert len(text(reply)) < 4000
    assert "\u202e" not in text(reply)
    assert "\x00" not in text(reply)
    assert all(len(button.label) <= 60 for row in reply.rows for button in row)
    assert all("\n" not in plain(block.text) for block in reply.blocks if isinstance(block, Note | Quote))


VALUES = st.none() | st.integers(1, 10)


@given(
    st.text(max_size=300),
    VALUES,
    VALUES,
    st.lists(st.integers(0, 10**9), min_size=10, max_size=10).map(tuple),
    st.sampled_from([WORK, Work(WorkId(1), "season", "x", 2000, 12)]),
)
def test_a_receipt_always_fits_a_notice(
    title: str, now: int | None, before: int | None, counts: tuple[int, ...], work: Work
) -> None:
    said = receipt(title_of(replace(work, title=title)), Receipt(now, before, Tally(counts), Community()))
    assert len(said.encode("utf-16-le")) // 2 <= 200


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (8, None, "Ballerina (2023): ★★★★ from you"),
        (8, 8, "Ballerina (2023): still ★★★★ from you"),
        (7, 8, "Ballerina (2023): now ★★★½ from you"),
        (None, 8, "Your vote on Ballerina (2023) is taken back."),
        (None, None, "You have no vote on Ballerina (2023)."),
    ],
)
def test_a_receipt_says_what_the_vote_did(now: int | None, before: int | None, said: str) -> None:
    assert receipt("Ballerina (2023)", Receipt(now, before, Tally(), Community())).splitlines()[0] == said


def test_a_receipt_draws_the_votes_only_for_those_who_voted() -> None:
    counts = Tally((1, 0, 0, 0, 0, 0, 0, 14, 0, 4))
    cast = receipt("Dark", Receipt(8, None, counts, Community())).splitlines()
    assert cast[1:] == ["½ ▂▁▁▁▁▁▁█▁▃ 5", "7.3/10 ±0.8 · 19 votes"]
    few = receipt("Dark", Receipt(8, None, Tally((0,) * 7 + (1, 0, 0)), Community())).splitlines()
    assert few[1:] == ["½ ▁▁▁▁▁▁▁█▁▁ 5", "1 vote; a score needs 3"]
    assert "▁" not in receipt("Dark", Receipt(None, 8, counts, Community()))


def test_texts_from_outside_are_cut_at_a_sentence_or_word() -> None:
    assert clean("  One.\n\tTwo \u200bthree four.  ", 12) == "One."
    assert clean("One\ntwo", 100) == "One two"
