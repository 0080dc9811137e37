"""Somebody asks for a review: by title, roughly, wrongly, or not at all."""

from tests.journeys.stage import Stage

YEARS = ["Ballerina (2016)", "Ballerina (2023)", "Ballerina (2025)"]


async def test_a_clear_title_gives_its_card_to_everybody(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review gone girl")
    assert card.text.startswith("Gone Girl (2014)\n")
    assert not card.private
    assert [message.text for message in stage.seen_by(stage.bob, stage.group)] == [card.text]


async def test_a_review_can_be_asked_for_in_every_kind_of_place(stage: Stage) -> None:
    for place in (stage.ann.private, stage.group, stage.topic):
        card = await stage.ann.asks(place, "/review Gone Girl")
        assert card.text.startswith("Gone Girl (2014)")
        assert stage.seen_by(stage.ann, place)[-1].text == card.text
    assert (await stage.mia.asks(stage.channel, "/review Gone Girl")).text.startswith("Gone Girl (2014)")


async def test_one_name_of_several_works_gives_choices_with_years(stage: Stage) -> None:
    choices = await stage.ann.asks(stage.group, "/review Ballerina")
    assert "Which one do you mean?" in choices.text
    assert sorted(choices.buttons) == YEARS
    assert all(year in choices.text for year in YEARS)


async def test_a_choice_becomes_the_card_in_the_same_message(stage: Stage) -> None:
    message = await stage.ann.asks(stage.group, "/review Ballerina")
    answer = await stage.bob.presses(message, "Ballerina (2016)")
    assert answer.replies == ()
    assert message.text.startswith("Ballerina (2016)")
    assert "Editors: 3/5" in message.text
    assert len(stage.seen_by(stage.ann, stage.group)) == 1


async def test_the_best_guess_names_its_namesakes_and_switches_to_them_and_back(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Ballerina 2023")
    assert card.text.startswith("Ballerina (2023)")
    assert "2 more of this name" in card.text
    assert [label for label in card.buttons if label in YEARS] == ["Ballerina (2025)", "Ballerina (2016)"]
    await stage.ann.presses(card, "Ballerina (2025)")
    assert card.text.startswith("Ballerina (2025)")
    assert "Editors: 6/10" in card.text
    await stage.ann.presses(card, "Ballerina (2023)")
    assert card.text.startswith("Ballerina (2023)")
    assert len(stage.seen_by(stage.ann, stage.group)) == 1


async def test_a_typing_error_leads_to_the_film_all_the_same(stage: Stage) -> None:
    card = await stage.ann.asks(stage.group, "/review Spiritted Awya")
    if not card.text.startswith("Spirited Away (2001)"):
        assert "Did you mean" in card.text
        await stage.ann.presses(card, "Spirited Away (2001)")
    assert card.text.startswith("Spirited Away (2001)")


async def test_what_is_only_near_is_offered_and_never_taken_for_it(stage: Stage) -> None:
    offered = await stage.ann.asks(stage.group, "/review Gone Grilled")
    assert "Gone Girl (2014)" in offered.buttons
    await stage.ann.presses(offered, "Gone Girl (2014)")
    assert offered.text.startswith("Gone Girl (2014)")


async def test_nothing_found_says_so_and_offers_the_latest(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, "/review qqxxqqzzvv")
    assert "I know no film or series called “qqxxqqzzvv”." in answer.text
    await stage.ann.presses(answer, "📰 Latest reviews")
    assert answer.text.startswith("Latest reviews")


async def test_no_title_gets_one_helpful_line(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, "/review")
    assert "Which film or series? For example /review Ballerina." in answer.text
    assert answer.has("📰 Latest reviews")


async def test_titles_in_their_own_letters_and_without_their_accents_are_found(stage: Stage) -> None:
    for words, title in (
        ("amelie", "Amélie (2001)"),
        ("wall-e", "WALL·E (2008)"),
        ("千と千尋の神隠し", "Spirited Away (2001)"),
        ("8 1/2", "8½ (1963)"),
        ("mash 1970", "M*A*S*H (1970)"),
        ("dark season 2", "Dark, season 2 (2019)"),
    ):
        card = await stage.ann.asks(stage.ann.private, f"/review {words}")
        assert card.text.startswith(title), words


async def test_words_full_of_markup_and_pings_come_back_as_plain_words(stage: Stage) -> None:
    typed = "@everyone ||<b>x</b>|| ](https://evil.example) `code` **bold** _"
    answer = await stage.ann.asks(stage.group, f"/review {typed}")
    assert "@everyone" in answer.text.replace("\u200b", "")
    assert "||<b>x</b>||" in answer.text
    assert (answer.links, answer.hidden) == ([], "")


async def test_a_title_of_four_thousand_letters_is_answered_in_one_line(stage: Stage) -> None:
    answer = await stage.ann.asks(stage.group, f"/review {'w' * 4000}")
    assert "I know no film or series called" in answer.text
    assert len(answer.text) < 400
