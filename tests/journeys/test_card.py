"""What a card says, and what it keeps to itself."""

import json

from bot.samples import sample_path
from storage import facts
from tests.journeys.stage import Stage, sample_draft

SUMMARY_WORDS = 60


async def test_a_card_has_all_that_the_review_says(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Ballerina 2023")
    for said in (
        "Ballerina (2023)",
        "Film · Netflix · action · thriller",
        "발레리나",
        "Lee Chung-hyun (director",
        "Editors: 4/5",
        "Community: no votes yet, a score needs 3",
        "✅ Watch it",
        "If you liked John Wick, Gone Girl, The Glory or Kill Bill: Vol. 1",
        "Content notes: ",
        "➕ ",
        "➖ ",
        "6 Oct 2023",
        "full review",
    ):
        assert said in card.text, said
    assert card.links == ["https://example.org/reviews/ballerina-2023"]
    assert card.picture == "https://example.org/posters/ballerina-2023.jpg"
    assert card.hidden == ""


async def test_no_card_gives_away_what_its_review_keeps_back(stage: Stage) -> None:
    for written in sample_path().read_text("utf-8").splitlines():
        sample = json.loads(written)
        work, spoilers = sample["work"], sample["review"].get("spoilers", "")
        if not spoilers:
            continue
        year, season = work.get("year", ""), work.get("season")
        words = f"{work['title']} season {season}" if season else f"{work['title']} {year} {work['kind']}"
        found = await stage.desk.store.read(facts.card, await stage.work(words), stage.ann.account)
        assert found is not None
        card = repr(await stage.desk.card(found))
        parts = [part.strip() for part in spoilers.split(".") if len(part.split()) > 3]
        assert not [part for part in parts if part in card], words


async def test_every_verdict_has_its_words(stage: Stage) -> None:
    for words, verdict in (
        ("Gone Girl", "✅ Watch it"),
        ("Ballerina 2025", "🤔 Maybe"),
        ("21 Grams", "⛔ Skip it"),
    ):
        assert verdict in (await stage.ann.asks(stage.group, f"/review {words}")).text


async def test_scores_stand_as_the_editors_wrote_them(stage: Stage) -> None:
    for words, score in (("Celebrity", "B-"), ("Mask Girl", "★★★½"), ("Stalker", "3.5/4"), ("Cats", "15%")):
        assert f"Editors: {score}" in (await stage.ann.asks(stage.group, f"/review {words}")).text


async def test_a_review_without_a_score_says_so(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Good Bye, Lenin!")
    assert "Editors: no score" in card.text
    assert "✅ Watch it" in card.text


async def test_the_communitys_score_stands_beside_the_editors_with_its_doubt(stage: Stage) -> None:
    await stage.voted("Gone Girl", [8] * 8)
    early = await stage.ann.asks(stage.group, "/review Gone Girl")
    assert "Editors: 4.5/5" in early.text
    assert "8 votes · early" in early.text
    assert "±" in early.text or "about 8/10" in early.text
    await stage.voted("Gone Girl", [8] * 40)
    settled = await stage.ann.asks(stage.group, "/review Gone Girl")
    assert "40 votes" in settled.text
    assert "early" not in settled.text


async def test_a_large_gap_to_the_editors_is_told(stage: Stage) -> None:
    await stage.voted("Gone Girl", [1] * 60)
    assert "below the editors" in (await stage.ann.asks(stage.group, "/review Gone Girl")).text
    await stage.voted("Cats", [10] * 60)
    assert "above the editors" in (await stage.ann.asks(stage.group, "/review Cats")).text


async def test_a_long_summary_ends_with_a_sentence_within_sixty_words(stage: Stage) -> None:
    sentence = "Nine quiet words stand here in a row again. "
    await stage.publish(sample_draft(summary=sentence * 20))
    card = await stage.ann.asks(stage.group, "/review The Quiet Projector")
    told = card.text.count(sentence.strip())
    assert 1 <= told * 9 <= SUMMARY_WORDS
    assert "again. Nine" in card.text
    assert "Nine quiet words stand here…" not in card.text


async def test_a_corrected_review_says_so(stage: Stage) -> None:
    await stage.publish(sample_draft())
    card = await stage.ann.asks(stage.group, "/review The Quiet Projector")
    assert "corrected" not in card.text
    await stage.publish(sample_draft(score_text="3/5", score=60.0))
    card = await stage.ann.asks(stage.group, "/review The Quiet Projector")
    assert "Editors: 3/5" in card.text
    assert "corrected" in card.text


async def test_a_draft_is_shown_to_nobody(stage: Stage) -> None:
    await stage.publish(sample_draft(), status="draft")
    card = await stage.ann.asks(stage.group, "/review The Quiet Projector")
    assert "A projectionist hears" not in card.text
    assert "Editors: 4/5" not in card.text
