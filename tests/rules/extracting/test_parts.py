"""People, comparables, spoilers, opinions and short facts, each by itself."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.comparables import find_comparables
from bot.rules.extracting.labels import find_genres, find_kind, find_notes, find_platform
from bot.rules.extracting.languages import find_language
from bot.rules.extracting.opinions import find_audience, find_points
from bot.rules.extracting.people import find_people
from bot.rules.extracting.spoilers import gives_away, spoiler_part
from bot.rules.extracting.statements import stated_verdict
from storage import Credit


@pytest.mark.parametrize(
    ("sentence", "credit"),
    [
        ("Rolf, played by Per Lund, is late.", Credit("Per Lund", "cast", "Rolf")),
        (
            "It is about Han Soo-Min's, played by Park Eun Bi, debt.",
            Credit("Park Eun Bi", "cast", "Han Soo-Min"),
        ),
        ("Per Lund plays the Harbour Master.", Credit("Per Lund", "cast", "Harbour Master")),
        ("Per Lund as Rolf is a joy.", Credit("Per Lund", "cast", "Rolf")),
        ("When Rolf (Per Lund) arrives, it rains.", Credit("Per Lund", "cast", "Rolf")),
        ("It was directed by Ida van Holm.", Credit("Ida van Holm", "director")),
        ("They go to Turkey. Per Lund plays Rolf.", Credit("Per Lund", "cast", "Rolf")),
        ("Per Lund plays Rolf. For an hour it rains.", Credit("Per Lund", "cast", "Rolf")),
        ("E. J. Lund Jr. plays Dr. Holm-Berg.", Credit("E. J. Lund Jr", "cast", "Dr. Holm-Berg")),
    ],
)
def test_a_person_is_found_with_the_part(sentence: str, credit: Credit) -> None:
    assert find_people({}, [sentence]) == (credit,)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is like the Salt Road franchise starring Dean Hollis.",
        "Rolf (the brother) plays cards.",
        "Spokes (2019) is out.",
        "Ida Holm as Spokes girl is a joy.",
        "I see Salt Road as Harbour Nights without rain.",
        "Spoilers Galore (Salty Thoughts) from here on.",
    ],
)
def test_nobody_is_made_up(sentence: str) -> None:
    assert find_people({}, [sentence], {"Salt Road"}.__contains__) == ()


def test_only_works_in_a_comparison_are_comparables() -> None:
    sentences = [
        "If you loved 'Cold Harbour' or \"Howl's Ferry\", this is for you.",
        "She was last seen in 'Midnight Tram'.",
        "It is similar to Hollywood's Salt Road franchise, and to Spokes films.",
        "It reminded me of 'Cold Harbour'.",
    ]
    assert find_comparables(sentences, ["Spokes"]) == ("Cold Harbour", "Howl's Ferry", "Salt Road")


@pytest.mark.parametrize(
    "sentence",
    [
        "In the end the boat sinks.",
        "Her brother dies.",
        "It turns out that he knew.",
        "Rolf becomes a thief.",
    ],
)
def test_a_sentence_that_tells_what_happens_gives_it_away(sentence: str) -> None:
    assert gives_away(sentence, ["Rolf"])
    assert spoiler_part(["It is slow.", sentence], ["Rolf"]) == sentence


def test_how_the_story_turns_gives_it_away() -> None:
    assert gives_away("The film starts light but becomes serious when the treasurer leaves.", [])
    assert gives_away("I am sad that it ended in a draw.", [])
    assert not gives_away("It becomes a classic.", [])


def test_a_judgement_gives_nothing_away() -> None:
    assert not gives_away("The film is slow, and Per Lund is superb, twists and turns and all.", ["Rolf"])


def test_three_named_characters_give_too_much_away() -> None:
    assert gives_away("Rolf meets Ada and Finn.", ["Rolf", "Ada", "Finn"])


def test_praise_is_no_blame_and_a_denied_word_is_neither() -> None:
    text = "The cast is superb. The script is dull. The pace is never dull. The acting is not great."
    assert find_points(read_lines(text), []) == (("The cast is superb",), ("The script is dull",))


def test_a_point_gives_nothing_away() -> None:
    text = "The finale is a superb set piece. The music is dull until Rolf dies. The cast is superb."
    assert find_points(read_lines(text), ["Rolf"]) == (("The cast is superb",), ())


@pytest.mark.parametrize(
    ("sentence", "audience"),
    [
        ("It is a delight for an action-thriller lover!", "for action-thriller lovers"),
        ("A treat for fans of slow cinema.", "for fans of slow cinema"),
        ("Perfect for families.", "for families"),
        ("It is not made for horror fans.", ""),
        ("He looks for a fan in the attic.", ""),
    ],
)
def test_for_whom_it_is(sentence: str, audience: str) -> None:
    assert find_audience([sentence]) == audience


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Highly recommended.", "watch"),
        ("It is a must-see.", "watch"),
        ("Well worth your evening.", "watch"),
        ("Don't bother.", "skip"),
        ("Wait for the DVD.", "skip"),
        ("I cannot recommend it.", "skip"),
        ("A must-see if you like rain.", None),
        ("Worth a look, perhaps.", None),
        ("I cannot highly recommend it.", "skip"),
        ("It rained.", None),
        ("I urge every friend of rain to see it.", "watch"),
        ("Go see Harbour.", "watch"),
        ("Go see the stage version instead.", None),
        ("It has become my favourite series.", "watch"),
        ("I really enjoyed the ferry.", "watch"),
        ("You should watch it twice.", "watch"),
        ("It is still a wonderful film.", "watch"),
        ("It is a great film, but it rains.", None),
        ("I am looking forward to the next season.", "watch"),
        ("Don't even think about the boat.", "skip"),
        ("The film is boring.", "skip"),
        ("It isn't even funny.", "skip"),
        ("Save yourself the crossing.", "skip"),
        ("It was just awful.", "skip"),
        ("It was awful weather.", None),
        ("Read the book instead.", "skip"),
        ("I didn't like it.", "skip"),
        ("It sucks.", "skip"),
    ],
)
def test_a_verdict_is_only_taken_from_plain_words(sentence: str, verdict: str | None) -> None:
    assert stated_verdict([sentence]) == verdict


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("Spokes Netflix review", "Netflix"),
        ("Spokes\nIt is streaming now on Disney+ and in a cinema.", "Disney+"),
        ("Spokes\nMy neighbour works at Netflix and hated it.", ""),
    ],
)
def test_a_platform_is_where_it_can_be_seen(text: str, platform: str) -> None:
    assert find_platform(read_lines(text)) == platform


def test_a_genre_belongs_to_the_work_it_stands_before() -> None:
    article = read_lines(
        "Spokes is a romantic comedy about bicycles.\nIt beats the horror film 'Cold Harbour'."
    )
    assert find_genres(article, ["Cold Harbour"]) == ("Comedy", "Romance")


def test_the_headline_weighs_most_for_the_kind() -> None:
    assert find_kind(read_lines("Spokes: the series\nIt looks like a film."), None) == "series"
    assert find_kind(read_lines("Spokes\nIt is a film."), None) == "film"
    assert find_kind(read_lines("Spokes"), 2) == "season"


def test_notes_are_general_labels() -> None:
    assert find_notes(["Rolf is murdered, and his wife attempts suicide."]) == ("suicide", "violence")
    assert find_notes(["It rained."]) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The film is slow and it is long", "en"),
        ("La película es muy lenta pero los actores son una maravilla para el que espera", "es"),
        ("Der Film ist nicht lang, aber die Musik ist auf den Punkt", "de"),
        ("이 영화는 느리고 길다", "ko"),
        ("", "en"),
    ],
)
def test_the_language_is_told_by_script_or_common_words(text: str, code: str) -> None:
    assert find_language(text) == code


KNOWN = frozenset({"Winter Ferry", "Ida's Harbour", "The Salt Road", "Labyrinth", "Low Tide"})


@pytest.mark.parametrize(
    ("sentence", "compared"),
    [
        ("Unlike Winter Ferry, it has a heart.", ("Winter Ferry",)),
        ("It makes me think of Winter Ferry (2011) in a way.", ("Winter Ferry",)),
        ("It is darker than Ida's Harbour ever was.", ("Ida's Harbour",)),
        ("The king is better than he was in the Salt Road.", ("The Salt Road",)),
        ("Whereas 'Winter Ferry' kept us awake, this does not.", ("Winter Ferry",)),
        ("'Winter Ferry' managed this without a single boat.", ("Winter Ferry",)),
        ("It was made by the director of 'Winter Ferry'.", ()),
        ("Kit Arden (known for 'Winter Ferry') is cold.", ()),
        ("It feels like a Harbour Channel movie.", ()),
        ("He reads 'Labyrinth' in bed.", ()),
        ("Winter Ferry leaves at nine.", ()),
        ("It is better than Colin was in Winter Ferry's sequel.", ("Winter Ferry",)),
        ("It is a little similar to Castle of Rain (1939).", ("Castle of Rain",)),
        ("It is not unlike The Quiet Quay.", ("The Quiet Quay",)),
        ("It is not unlike Rolf Marsh.", ()),
        ("It is louder than Rolf Marsh in Season One.", ()),
        ("It has echoes of a colder theft, 1968's The Long Pier.", ("The Long Pier",)),
        ("It is set in 1990's Harbour Town.", ()),
        (
            "It has family values (as does Winter Ferry and Howl's Moving Quay).",
            ("Winter Ferry", "Howl's Moving Quay"),
        ),
        ("It cashes in on the 'Fast & Wet' franchise.", ("Fast & Wet",)),
        ("'Quayside' and 'The Red Pier' managed this in the 1960s.", ("Quayside", "The Red Pier")),
        (
            "It has the sprawl of 'Quayside', or, more recently, the 'Harbour' movies.",
            ("Quayside", "Harbour"),
        ),
        ("Unlike Ida's Harbour, it is cold.", ("Ida's Harbour",)),
        ("The closest link is to the late Otto Marsh's Winter Ferry.", ("Winter Ferry",)),
        ("Compared to the layers of, say, the Marsh Brothers' Winter Ferry, it is thin.", ("Winter Ferry",)),
        ("Kit Arden ('Winter Ferry') plays the captain.", ()),
        ("Ever since 'Quayside' came off the air, she has been at sea.", ()),
        ("He wrote of it in 'The Harbour Guardian', unlike The Harbour Guardian.", ()),
        ("She made Winter Ferry (2001), Labyrinth (2003) and Low Tide (2007).", ()),
        ("It has the feel of 'Quay' or 'Red Pier' from the old stable.", ("Quay", "Red Pier")),
        (
            "It stands above the other films I saw (including 'Quay', 'Pier of Salt', and 'Red Pier').",
            ("Quay", "Pier of Salt", "Red Pier"),
        ),
        ("As with Labyrinth from last week, it is a film of two halves.", ("Labyrinth",)),
        ("A similar thing happened with 'Red Pier', where I missed the book.", ("Red Pier",)),
        ("I can now see where 'Salt:Zero' got its idea from.", ("Salt:Zero",)),
        ("One image must have inspired 'Red Pier'.", ("Red Pier",)),
        ("It does not want to be a Castle of Rain style epic.", ("Castle of Rain",)),
        ("It has a Winter Ferry-esque ending and real Low Tide vibes.", ("Winter Ferry", "Low Tide")),
        ("It is not on the level of seriousness of Castle of Rain.", ("Castle of Rain",)),
        ("His faces are more varied/complex than he had in 'Red Pier'.", ("Red Pier",)),
        ('It is like "Cat O\' Nine Ferries".', ("Cat O' Nine Ferries",)),
        ("Fans of shows such as Labyrinth will like it.", ("Labyrinth",)),
        ("This is 'Red Pier' meets 'Quay'.", ("Red Pier", "Quay")),
        ("It is no 'Red Pier', and it knows that.", ("Red Pier",)),
        ("It sits somewhere between 'Red Pier' and 'Quay'.", ("Red Pier", "Quay")),
        ("It is right up there with the likes of Castle of Rain.", ("Castle of Rain",)),
        ("It is not in the Harbour/Children of Salt/etc type area.", ("Children of Salt", "The Harbour")),
        ("I preferred 'Red Pier'.", ("Red Pier",)),
        ("It sits somewhere between Lanternfish and sleep.", ()),
        ("It had something like 'To drown and to save' on its door.", ()),
        ("Its heroes, such as Labyrinth, Hawk and Dove, are cold.", ()),
        ("The art is in the Art Deco style.", ()),
        ("It is better than The Littlest Song from the film.", ()),
        ("It is longer than New York is wide.", ()),
        ("I like Rosa Quint more than Otto Marsh.", ()),
        ("Get wet, it says; the song 'Red Pier' plays twice.", ()),
        ("The chapter 'Red Pier' is the best episode.", ()),
    ],
)
def test_a_work_is_compared_where_the_sentence_measures_against_it(
    sentence: str, compared: tuple[str, ...]
) -> None:
    assert find_comparables([sentence], ["Spokes"], KNOWN.__contains__) == compared


def test_the_first_part_is_a_measure_for_the_second_but_a_part_of_the_name_is_not() -> None:
    sentences = ["'Low Tide' was a surprise.", "Unlike 'The Ferry', it floats."]
    assert find_comparables(sentences, ["Low Tide 2"]) == ("Low Tide", "The Ferry")
    assert find_comparables(sentences, ["Captain Marsh: The Ferry"]) == ()


def test_an_earlier_part_that_lent_its_name_is_a_measure() -> None:
    assert find_comparables(["I saw the original Mad Marsh movies."], ["Mad Marsh: Salt Run"]) == (
        "Mad Marsh",
    )
    assert find_comparables(["It works in the original 'Harbour' movie."], ["Gulls of Harbour"]) == (
        "Harbour",
    )
    assert find_comparables(["I saw parts of the 'Low Tide' franchise."], ["Low Tide 8"]) == ()
    assert find_comparables(["'Tidal Beasts: The Quay' is unlike it."], ["The Quay"]) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "They quarrel until the harbour master overcomes his fear.",
        "The story is bogged down by a big CGI gull fight.",
        "It all leads to a showdown in the harbour.",
        "The third act throws it overboard.",
        "She confesses at breakfast.",
        "The two are reunited on the pier.",
        "He loses his boat and his brother.",
    ],
)
def test_a_sentence_that_says_how_it_goes_on_gives_it_away(sentence: str) -> None:
    assert gives_away(sentence)
