"""Somebody has no title in mind: the chart, the newest, one by chance."""

import time

from storage.engine import Unit
from tests.journeys.stage import Message, Stage, sample_draft


def places(chart: Message) -> list[str]:
    return [line for line in chart.text.split("\n") if line[:1].isdigit()]


async def test_a_chart_needs_five_votes_for_a_place(stage: Stage) -> None:
    await stage.voted("Gone Girl", [10] * 4)
    empty = await stage.ann.asks(stage.group, "/top")
    assert "Nothing has 5 votes yet" in empty.text
    await stage.voted("Gone Girl", [10] * 5)
    await stage.voted("Parasite", [8] * 9)
    await stage.voted("Cats", [10] * 4)
    chart = await stage.ann.asks(stage.group, "/top")
    assert chart.text.startswith("The community's best")
    assert sorted(chart.buttons) == ["Gone Girl (2014)", "Parasite (2019)"]
    assert [place[:2] for place in places(chart)] == ["1.", "2."]


async def test_an_empty_chart_offers_something_to_vote_on(stage: Stage) -> None:
    chart = await stage.ann.asks(stage.group, "/top")
    assert chart.buttons == ["📰 Latest reviews", "🎲 Surprise me"]
    await stage.ann.presses(chart, "🎲 Surprise me")
    assert chart.has("5★")


async def test_a_chart_is_ordered_by_the_shrunken_score(stage: Stage) -> None:
    await stage.voted("Gone Girl", [10] * 5)
    await stage.voted("Parasite", [9] * 200)
    await stage.voted("Cats", [2] * 20)
    chart = await stage.ann.asks(stage.group, "/top")
    assert chart.buttons == ["Parasite (2019)", "Gone Girl (2014)", "Cats (2019)"]


async def test_charts_of_a_genre_a_platform_and_a_year(stage: Stage) -> None:
    for words in ("Gone Girl", "Parasite", "Ballerina 2023", "Up"):
        await stage.voted(words, [9] * 6)
    for words, heading, titles in (
        ("thriller", "Thriller", {"Gone Girl (2014)", "Parasite (2019)", "Ballerina (2023)"}),
        ("NETFLIX", "Netflix", {"Ballerina (2023)"}),
        ("2019", "2019", {"Parasite (2019)"}),
        ("musical", "Musical", set()),
    ):
        chart = await stage.ann.asks(stage.group, f"/top {words}")
        assert chart.text.startswith(f"The community's best: {heading}"), words
        assert {label for label in chart.buttons if "(" in label} == titles, words


async def test_a_chart_of_nothing_known_names_genres(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, "/top zeppelins")
    assert "“zeppelins” is no genre, platform or year that I know. Genres here: " in answer.text
    assert "drama" in answer.text


async def test_a_charted_title_opens_in_place(stage: Stage) -> None:
    await stage.voted("Gone Girl", [9] * 6)
    chart = await stage.ann.asks(stage.group, "/top")
    await stage.bob.presses(chart, "Gone Girl (2014)")
    assert chart.text.startswith("Gone Girl (2014)\n")


async def test_the_latest_come_newest_first(stage: Stage) -> None:
    before = await stage.ann.asks(stage.group, "/latest")
    assert len(before.buttons) == 8
    await stage.publish(sample_draft(published_at=int(time.time())))
    latest = await stage.ann.asks(stage.group, "/latest")
    assert latest.text.startswith("Latest reviews")
    assert latest.buttons == ["The Quiet Projector (2026)", *before.buttons[:7]]
    assert "The Quiet Projector (2026) · editors 4/5" in latest.text


async def test_chance_gives_a_whole_card_and_another_in_its_place(stage: Stage) -> None:
    # Chance may bring the same work again.
    stage.expected.append("message is not modified")
    card = await stage.ann.asks(stage.group, "/random")
    assert card.has("5★")
    seen = {card.text.partition("\n")[0]}
    for _ in range(6):
        await stage.ann.presses(card, "🎲 Another one")
        seen.add(card.text.partition("\n")[0])
        assert card.has("🎲 Another one")
    assert len(seen) > 1
    assert len(stage.seen_by(stage.ann, stage.group)) == 1


async def test_a_community_without_reviews_is_told_so(stage: Stage) -> None:
    await stage.desk.store.write(_forget_all_reviews)
    for command in ("/latest", "/random"):
        assert (await stage.ann.asks(stage.group, command)).text == "There are no reviews here yet."
    assert "Nothing has 5 votes yet" in (await stage.ann.asks(stage.group, "/top")).text
    assert (await stage.ann.asks(stage.group, "/recommend")).text.startswith("Watch next")


def _forget_all_reviews() -> Unit[None]:
    yield "DELETE FROM arrived", ()
    yield "DELETE FROM comparables", ()
    yield "DELETE FROM reviews", ()
    yield "DELETE FROM names", ()
    yield "DELETE FROM facets", ()
    yield "DELETE FROM tallies", ()
    yield "DELETE FROM works", ()
