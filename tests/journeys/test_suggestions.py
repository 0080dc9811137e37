"""Somebody types, and picks from what is offered: autocomplete on Discord, inline mode on Telegram."""

from bot.actions import Show, pack, unpack
from tests.journeys.discord_stage import DiscordStage
from tests.journeys.stage import Stage


async def test_titles_are_offered_while_typing(stage: Stage) -> None:
    labels = [suggestion.label for suggestion in await stage.ann.types_ahead("review", "ball")]
    assert sorted(labels) == ["Ballerina (2016)", "Ballerina (2023)", "Ballerina (2025)"]


async def test_people_and_platforms_beside_the_name_bring_their_work_first(stage: Stage) -> None:
    for typed, meant in (("ballerina ana de a", "2025"), ("ballerina netf", "2023")):
        first, *others = [each.label for each in await stage.ann.types_ahead("review", typed)]
        assert first == f"Ballerina ({meant})"
        assert len(others) == 2


async def test_a_picked_suggestion_is_exactly_that_work(stage: Stage) -> None:
    offered = await stage.ann.types_ahead("review", "ball")
    wanted = next(suggestion for suggestion in offered if suggestion.label == "Ballerina (2016)")
    card = await stage.ann.picks(stage.group, wanted)
    assert card.text.startswith("Ballerina (2016)")
    assert "Editors: 3/5" in card.text


async def test_the_words_of_a_suggestion_may_be_sent_as_a_command(stage: Stage) -> None:
    words = pack(Show(await stage.work("Ballerina 2016")))
    assert (await stage.ann.asks(stage.group, f"/review {words}")).text.startswith("Ballerina (2016)")


async def test_a_suggestion_of_a_work_that_is_gone_is_not_found(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, "/review 1_show_zzzz_0")
    assert "I know no film or series called" in answer.text


async def test_nothing_like_it_offers_nothing(stage: Stage) -> None:
    assert await stage.ann.types_ahead("review", "qqxxqq") == []


async def test_a_discord_suggestion_stands_for_a_button_that_shows_the_work(on_discord: DiscordStage) -> None:
    (suggestion,) = await on_discord.ann.types_ahead("review", "gone girl")
    command, value = suggestion.value
    assert command == "review"
    assert unpack(value) == Show(await on_discord.work("Gone Girl"))


async def test_discord_offers_genres_for_recommendations_and_charts(on_discord: DiscordStage) -> None:
    for command in ("recommend", "top"):
        labels = [each.label for each in await on_discord.ann.types_ahead(command, "thr")]
        assert labels[0] == "Genre: Thriller"
        suggestions = await on_discord.ann.types_ahead(command, "thr")
        answer = await on_discord.ann.picks(on_discord.group, suggestions[0])
        assert "hriller" in answer.text.partition("\n")[0]


async def test_discord_offers_everything_people_and_titles_to_subscribe_to(on_discord: DiscordStage) -> None:
    mia = on_discord.mia
    assert "Every new review" in [each.label for each in await mia.types_ahead("subscribe", "every")]
    assert "With or by: Keanu Reeves" in [each.label for each in await mia.types_ahead("subscribe", "keanu")]
    (title,) = await mia.types_ahead("subscribe", "gone girl")
    answer = await mia.picks(on_discord.group, title)
    assert "new reviews: Gone Girl (2014)" in answer.text


async def test_discord_takes_any_half_typed_thing_without_failing(on_discord: DiscordStage) -> None:
    for typed in ("", " ", "\u202e", "1_show_", "💥" * 50, "w" * 6000):
        for command in ("review", "recommend", "top", "subscribe"):
            assert len(await on_discord.ann.types_ahead(command, typed)) <= 25
