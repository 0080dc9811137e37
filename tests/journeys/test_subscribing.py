"""Somebody wants to be told of new reviews: themselves, a group, a topic, a channel."""

import pytest

from tests.journeys.discord_stage import DiscordStage
from tests.journeys.stage import Place, Stage
from tests.journeys.telegram_stage import TelegramStage

MANAGERS_ONLY = "Only those who manage this chat can change its alerts."


def place_of(stage: Stage, kind: str) -> Place:
    places = {"private": stage.mia.private, "group": stage.group, "topic": stage.topic}
    return places.get(kind, stage.channel)


async def keys(stage: Stage, place: Place) -> list[str]:
    return [f"{each.scope}:{each.key}" for each in await stage.subscribed(place)]


@pytest.mark.parametrize("kind", ["private", "group", "topic", "channel"])
async def test_every_kind_of_place_can_be_subscribed_by_who_manages_it(stage: Stage, kind: str) -> None:
    place = place_of(stage, kind)
    answer = await stage.mia.asks(place, "/subscribe thriller")
    where = "privately" if kind == "private" else "here"
    assert f"🔔 I will tell you {where} of new reviews: Thriller." in answer.text
    assert await keys(stage, place) == ["genre:thriller"]


async def test_places_do_not_share_their_subscriptions(stage: Stage) -> None:
    await stage.mia.asks(stage.topic, "/subscribe thriller")
    for place in (stage.group, stage.channel, stage.mia.private):
        assert await keys(stage, place) == []


async def test_everything_genres_platforms_and_people(stage: Stage) -> None:
    for words, named in (
        ("*", "every new review"),
        ("Science Fiction", "new reviews: Science fiction"),
        ("netflix", "new reviews: Netflix"),
        ("keanu reeves", "new reviews: Keanu Reeves"),
        ("bong joon ho", "new reviews: Bong Joon-ho"),
    ):
        answer = await stage.ann.asks(stage.ann.private, f"/subscribe {words}")
        assert f"🔔 I will tell you privately of {named}." in answer.text
    assert "You already hear" in (await stage.ann.asks(stage.ann.private, "/subscribe everything")).text
    assert await keys(stage, stage.ann.private) == [
        "all:all",
        "genre:science-fiction",
        "platform:netflix",
        "person:keanu-reeves",
        "person:bong-joon-ho",
    ]


async def test_a_title_is_subscribed_as_that_work(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe gone girl")
    assert await keys(stage, stage.ann.private) == [f"work:{await stage.work('Gone Girl')}"]


async def test_an_ambiguous_title_is_asked_back_and_subscribed_by_its_button(stage: Stage) -> None:
    choices = await stage.mia.asks(stage.group, "/subscribe Ballerina")
    assert "Which one do you mean?" in choices.text
    answer = await stage.mia.presses(choices, "Ballerina (2016)")
    assert answer.told == "🔔 I will tell you here of new reviews: Ballerina (2016)."
    assert await keys(stage, stage.group) == [f"work:{await stage.work('Ballerina 2016')}"]


async def test_an_ambiguous_title_asked_by_a_member_is_for_that_member(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/start")
    choices = await stage.ann.asks(stage.group, "/subscribe Ballerina")
    answer = await stage.ann.presses(choices, "Ballerina (2016)")
    assert answer.told == "🔔 I will tell you privately of new reviews: Ballerina (2016)."
    assert await keys(stage, stage.ann.private) == [f"work:{await stage.work('Ballerina 2016')}"]
    assert await keys(stage, stage.group) == []


async def test_what_is_not_known_is_no_dead_end(stage: Stage) -> None:
    answer = await stage.mia.asks(stage.group, "/subscribe qqxxqqzz")
    assert "I know no film or series" in answer.text
    assert await keys(stage, stage.group) == []


async def test_subscribing_twice_says_so(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    answer = await stage.ann.asks(stage.ann.private, "/subscribe thriller")
    assert "You already hear privately of new reviews: Thriller." in answer.text
    assert await keys(stage, stage.ann.private) == ["genre:thriller"]


async def test_no_words_offer_what_there_is_to_press(stage: Stage) -> None:
    offer = await stage.mia.asks(stage.group, "/subscribe")
    assert "What should I tell this chat about?" in offer.text
    assert "/subscribe Ana de Armas" in offer.text
    assert offer.buttons[0] == "🔔 Every new review"
    answer = await stage.mia.presses(offer, "🔔 Every new review")
    assert answer.told == "🔔 I will tell you here of every new review."
    assert await keys(stage, stage.group) == ["all:all"]
    genre = offer.buttons[1]
    assert f"new reviews: {genre}." in (await stage.mia.presses(offer, genre)).told


async def test_a_member_may_not_subscribe_the_group_but_is_offered_to_be_told(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/start")
    refusal = await stage.ann.asks(stage.group, "/subscribe thriller")
    assert MANAGERS_ONLY in refusal.text
    assert refusal.buttons == ["🔔 Tell me privately"]
    answer = await stage.ann.presses(refusal, "🔔 Tell me privately")
    assert answer.told == "🔔 I will tell you privately of new reviews: Thriller."
    assert await keys(stage, stage.ann.private) == ["genre:thriller"]
    assert await keys(stage, stage.group) == []


async def test_a_member_may_not_press_the_managers_buttons(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    for data in ("1_sub_all_all", "1_sub_genre_thriller"):
        assert (await stage.ann.forges(card, data)).told == MANAGERS_ONLY
    assert await keys(stage, stage.group) == []


async def test_what_a_member_is_offered_without_words_is_for_that_member(stage: Stage) -> None:
    await stage.ann.asks(stage.ann.private, "/start")
    offer = await stage.ann.asks(stage.group, "/subscribe")
    assert "What should I tell you about?" in offer.text
    await stage.ann.presses(offer, "🔔 Every new review")
    assert await keys(stage, stage.ann.private) == ["all:all"]
    assert await keys(stage, stage.group) == []


async def test_alert_me_on_a_card_is_for_the_one_who_presses(stage: Stage) -> None:
    await stage.bob.asks(stage.bob.private, "/start")
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    answer = await stage.bob.presses(card, "🔔 Alert me")
    assert answer.told == "🔔 I will tell you privately of new reviews: Gone Girl (2014)."
    assert await keys(stage, stage.bob.private) == [f"work:{await stage.work('Gone Girl')}"]
    assert await keys(stage, stage.ann.private) == []
    assert await keys(stage, stage.group) == []


async def test_telegram_opens_the_private_chat_first_where_it_was_never_started(
    on_telegram: TelegramStage,
) -> None:
    stage = on_telegram
    card = await stage.ann.asks(stage.group, "/review Gone Girl")
    answer = await stage.bob.presses(card, "🔔 Alert me")
    assert answer.opens == f"1_subme_work_{await stage.work('Gone Girl')}"
    assert await keys(stage, stage.bob.private) == []
    welcome = await stage.bob.follows(answer.opens)
    assert welcome.text == "🔔 I will tell you privately of new reviews: Gone Girl (2014)."
    assert await keys(stage, stage.bob.private) == [f"work:{await stage.work('Gone Girl')}"]
    assert "You already hear" in (await stage.bob.presses(card, "🔔 Alert me")).told


async def test_telegram_tells_a_member_privately_from_a_group_after_the_first_hello(
    on_telegram: TelegramStage,
) -> None:
    stage = on_telegram
    refusal = await stage.ann.asks(stage.group, "/subscribe science fiction")
    answer = await stage.ann.presses(refusal, "🔔 Tell me privately")
    assert answer.opens == "1_subme_genre_science-fiction"
    await stage.ann.follows(answer.opens)
    assert await keys(stage, stage.ann.private) == ["genre:science-fiction"]


async def test_discord_needs_no_hello_before_it_writes_privately(on_discord: DiscordStage) -> None:
    card = await on_discord.ann.asks(on_discord.group, "/review Gone Girl")
    assert "privately" in (await on_discord.ann.presses(card, "🔔 Alert me")).told
    assert len(await keys(on_discord, on_discord.ann.private)) == 1
