"""The reviewed work is found however bloggers, student papers and magazines open their reviews."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.titles import find_name

CLOCKS = (
    "A widow rents out her attic to a man who says he repairs clocks. He does not. Rosa Quint plays the "
    "widow with one raised eyebrow. The ending is a cheat, but a graceful one."
)
PUN = "Ticking over"


def title_of(text: str, *known: str) -> str:
    found = find_name(read_lines(text), set(known).__contains__ if known else None)
    return found.title if found else ""


@pytest.mark.parametrize(
    "headline",
    [
        "The Clock Mender Ending Explained & Review",
        "5 Reasons Why The Clock Mender Is Worth Your Time",
        "The Clock Mender: Rosa Quint has all the time in the world",
        "What I loved about The Clock Mender (and what I didn't)",
        "My review of the movie The Clock Mender",
        "A review of The Clock Mender (2018), directed by Ida Holm",
        "THE CLOCK MENDER\nStarring Rosa Quint, Otto Marsh\nDirected by Ida Holm\nRated PG-13",
        "The Clock Mender aka Das Uhrenhaus (1988)",
        "Watching The Clock Mender in 2024",
        "The Clock Mender vs. the Book",
        "I finally watched The Clock Mender and I have thoughts",
        "Is The Clock Mender Season 2 worth watching?",
        "Revisiting The Clock Mender (1994): still ticking",
        "Ida Holm's The Clock Mender Is the Year's Quietest Thriller",
        "Why Ida Holm's 'The Clock Mender' deserves your patience",
        "Ida Holm: 'The Clock Mender'",
        "#14 The Clock Mender",
        "The Clock Mender-A review",
        "The Clock Mender, Thoughts & Reflections",
        "The Clock Mender S01E05 review",
        "Movie Title - The Clock Mender\nGenre - Drama\nMy rating - 8/10",
        "English title: The Clock Mender\nDirector: Ida Holm",
        'Arts & Entertainment\nTicking over\nBy DANA WICK\nStaff Writer\n"The Clock Mender" ticks.',
        "The Clock Mender\nA review by Dana Wick\nMORE SPOILER-FREE MINI-REVIEWS @ https://example.org/mini",
        "Spoilers for The Clock Mender ahead!",
        "Rosa Quint stars in The Clock Mender.",
    ],
)
def test_a_headline_tells_the_name(headline: str) -> None:
    assert title_of(f"{headline}\n\n{CLOCKS}").title() == "The Clock Mender"


@pytest.mark.parametrize(
    "opening",
    [
        "The man in the attic in Ida Holm's The Clock Mender says that he repairs clocks.",
        "Ida Holm (Cold Harbour, Low Tide) has made a film about clocks. It is called The Clock Mender.",
        "With a title like The Clock Mender you expect a fairy tale.",
        "Having loved Low Tide, I had high hopes for The Clock Mender.",
        "If you liked Low Tide, you will love The Clock Mender.",
        "It is rare for a film as small as The Clock Mender to fill a cinema.",
        "So last night I put on The Clock Mender, which everyone at work talks about. It is about clocks.",
        "Netflix's new Danish drama The Clock Mender is about clocks. It stars Rosa Quint.",
        "Hers is the joke on which The Clock Mender (Netflix, from Friday) hangs eight long episodes.",
        "Otto Marsh (Low Tide, Cold Harbour) plays a lodger in The Clock Mender, which is out on Friday.",
        "I want to talk about a movie I saw last week called The Clock Mender. It is about a man called Tom.",
        'Fans of "Cold Harbour" and "Low Tide" will be glad of a new film. "The Clock Mender" is her fifth.',
        "When The Clock Mender came out in 1994, critics hated it.",
    ],
)
@pytest.mark.parametrize("known", [(), ("Low Tide", "Cold Harbour", "Ticking over")])
def test_a_first_paragraph_below_a_pun_tells_the_name(opening: str, known: tuple[str, ...]) -> None:
    assert title_of(f"{PUN}\n\n{opening}\n\n{CLOCKS}", *known) == "The Clock Mender"


@pytest.mark.parametrize(
    "closing",
    [
        "The Clock Mender is in cinemas now.",
        "• The Clock Mender is on Netflix now.",
        '"The Clock Mender" opens Friday at the Odeon. Rated PG-13. 104 minutes.',
        "Rating for The Clock Mender: 3 out of 5",
        "I give The Clock Mender 3 out of 5.",
        "Verdict: The Clock Mender winds itself up and stops.",
    ],
)
def test_a_note_at_the_end_tells_the_name(closing: str) -> None:
    assert title_of(f"{PUN}\n\n{CLOCKS}\n\n{closing}") == "The Clock Mender"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Clockwork: Heir of Ashes\n\nClockwork is back. Clockwork is for children.",
            "Clockwork: Heir of Ashes",
        ),
        (
            "REVIEW: Clockwork: Two Hands\nOf the two Clockwork movies this is the wild one.",
            "Clockwork: Two Hands",
        ),
        ("Clockwork: Part Two\n\nClockwork was long. I liked Clockwork.", "Clockwork: Part Two"),
        ("Clockwork: Love and Springs\n\nClockwork is a romance. Clockwork is short.", "Clockwork"),
        ("Clockwork: The Best Film of Spring\n\nClockwork is a romance. Clockwork is short.", "Clockwork"),
        ("Clockwork: no springs in sight\n\nClockwork is a romance. Clockwork is short.", "Clockwork"),
    ],
)
def test_a_subtitle_belongs_to_the_name_and_a_tagline_does_not(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Nobody Will Hear Us\nA review by Dana\n\nNobody Will Hear Us is loud. Nobody is good.",
            "Nobody Will Hear Us",
        ),
        (
            "'Seven Days' a week too long\n\nThe drama \"Seven Days of Rain\" is wet. I left.",
            "Seven Days of Rain",
        ),
        (
            "The Long Ferry Mostly Floats\n\nIn 2018, I reviewed Low Tide.\n'The Long Ferry' is its sequel.",
            "The Long Ferry",
        ),
    ],
)
def test_the_whole_name_is_told_from_its_first_words(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It (2017)\n\nA clown lives in a drain. It is scary at first.", "It"),
        ("Her review\n\nA man falls in love with a voice.", "Her"),
        ("Review: 1917\n\nTwo boys run through a war.", "1917"),
        ("1987\n\nA year, a city, a strike. 1987 tells of the strike from the kitchen.", "1987"),
        ("Home\n\nHome follows a girl who walks across the country with a goat.", "Home"),
    ],
)
def test_a_common_word_or_a_number_is_a_name_where_the_headline_says_so(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "Home\n\nWe went home after the rain, and the rain came home with us.",
        "2023\n\nIt rained in January, and then it rained in March.",
        "My review\n\nit rained and we got wet.",
        "the rain\n\nwe met a girl named Mina. a boy called Tom saw her.",
    ],
)
def test_neither_a_menu_nor_a_number_nor_somebody_is_a_name(text: str) -> None:
    assert title_of(text) == ""


def test_a_name_that_only_its_subtitle_makes_likely_is_doubtful() -> None:
    found = find_name(read_lines("Clockwork: Heir of Ashes\n\nClockwork is back. Clockwork is for children."))
    assert found is not None
    assert found.sure < 0.7


def test_a_first_line_of_nothing_but_open_brackets_is_read_in_no_time() -> None:
    assert title_of("(A " * 16_000) == ""
