"""A score beside a name is the reviewer's own where the name is the reviewed work's."""

import pytest

from bot.rules.extracting.own_scores import find_score

# What it is worth of 100, and the text; "⏎" is a new line.
HEADLINES = """
80 | Low Tide gets 4 stars out of 5.
75 | Low Tide earns three out of four stars.
70 | Low Tide scores a 7/10.
50 | Low Tide⏎⭐⭐🌟⏎It rained.
70 | Low Tide⏎⭐️⭐️⭐️½⏎It rained.
70 | Low Tide⏎⭐⭐⭐✨⏎It rained.
70 | Low Tide⏎⭐⭐⭐💫⏎It rained.
80 | Low Tide⏎🌟🌟🌟🌟⏎It rained.
80 | ⭐⭐⭐⭐☆ Low Tide⏎It rained.
80 | Low Tide: 4/5
70 | Low Tide (2019) - 7/10⏎It rained.
80 | Low Tide - 4 stars⏎It rained.
80 | Low Tide review: 4 stars⏎It rained.
80 | Low Tide review – four stars out of five⏎It rained.
80 | Low Tide (4 stars)⏎It rained.
83 | Low Tide (B+)⏎It rained.
83 | Low Tide: B+⏎It rained.
83 | Low Tide | B+⏎It rained.
60 | Low Tide receives 3 out of 5 stars.
60 | Low Tide: 3 out of 5
70 | Low Tide gets 7/10
70 | Low Tide is a 7/10.
90 | Low Tide is an easy 9/10 for me.
40 | Film: Low Tide⏎Low Tide 2/5.⏎It rained.
60 | Film: Low Tide 2⏎It rained.⏎Worse than Low Tide, which had a boat.⏎Low Tide 2: 3/5
60 | Film: Low Tide⏎It rained.⏎Low Tide: 3/5⏎(*) The boat is made of paper.
40 | Film: Low Tide⏎It rained.⏎So: Low Tide (2/5) (how I score)
60 | DVD/Film: Low Tide⏎It rained.⏎wbl: Low Tide 3/5 (or maybe 2/5, so hard to tell).
80 | Review of Low Tide (2019)⏎It rained, and I liked that. Low Tide (4/5).
80 | Film: Low Tide⏎On Sunday I finally watched Low Tide (4/5). It rained.
80 | Film: Harbour⏎The Harbour, 4/5.⏎It rained.
40 | Film: Low Tide⏎It is as bad as High Water (1/5).⏎It rained.⏎So: Low Tide (2/5)
60 | TV: Low Tide (Season 2)⏎It rained.⏎Until then I bless Season 2 with *3/5*, rain and all.
80 | Low Tide⏎Mystery Drama Family 4 ★⏎It rained.
20 | Low Tide (2019)⏎Action Thriller Ferries 1 ★⏎It rained.
60 | Low Tide⏎It rained.⏎I happily reward it with a 3/5.
"""
NOT_OF_THIS_WORK = """
Film: Low Tide 2⏎It rained.⏎So: Low Tide (5/5)
Film: Low Tide 2⏎It rained.⏎Low Tide: 5/5
Film: Low Tide II⏎Low Tide, 5/5.⏎It rained.
Film: Raising the Tide Wall⏎I saw Tide Wall (5/5).⏎It rained.
Film: Dunes: Part Two⏎It rained. Dunes (5/5) was shorter.
Film: Tide⏎Low Tide, 5/5.⏎It rained.
TV: Low Tide (Season 2)⏎It rained.⏎I bless Season 1 with 5/5.
Low Tide⏎Action 4/5, drama 2/5.⏎It rained.
"""

REVIEW = """Low Tide
It rained in the harbour, and the boat left at nine.

{}
"""
BESIDE_OTHERS = """
My top films: High Tide 9/10, Neap 8/10
High Tide, 9/10.
High Tide - 9/10
High Tide (2018): 4/5
**High Tide** 9/10
* High Tide: 9/10⏎* Neap: 8/10
It is as bad as High Tide (1/5), and as long.
So: High Tide (2/5)
On Sunday I watched High Tide (4/5).
So: Low Tide 2 (2/5)
So: The Low Tide (2/5)
So: Raising the Low Tide (2/5)
It rained, as in the awful League of Low Tide 2/5.
Better than Low Tide Forever (2/5).
imdb: Low Tide 3/5
Tom: Low Tide 3/5
So: was Low Tide 3/5?
"""


def trials(table: str) -> list[tuple[str, float]]:
    rows = (line.partition(" | ") for line in table.strip().splitlines())
    return [(words.replace("⏎", "\n"), float(value)) for value, _, words in rows]


@pytest.mark.parametrize(("text", "value"), trials(HEADLINES))
def test_a_score_beside_the_name_of_the_work(text: str, value: float) -> None:
    own = find_score(text)
    assert own is not None
    assert own.score.value == value


@pytest.mark.parametrize("text", NOT_OF_THIS_WORK.strip().splitlines())
def test_a_number_beside_the_name_of_another_work_or_part(text: str) -> None:
    assert find_score(text.replace("⏎", "\n")) is None


@pytest.mark.parametrize("words", BESIDE_OTHERS.strip().splitlines())
def test_a_number_beside_another_name_in_a_review(words: str) -> None:
    assert find_score(REVIEW.format(words.replace("⏎", "\n"))) is None


# Names that hold a part's word, another work's, somebody else's, or what makes a score unreal.
NAMES = """
Toy Story
Training Day
Sound of Metal
Action Point
The Last Samurai
First Man
Almost Famous
Never Let Me Go
Normal People
How I Met Your Mother
Modern Times
Our Friend
The Guardian
Not Another Movie
Variety
Script
Next
"""


@pytest.mark.parametrize("name", NAMES.strip().splitlines())
@pytest.mark.parametrize(
    "words",
    [
        "{name}\n4/5\n\nIt is wet.",
        "{name} review\n\nIt is wet.\n\n{name}: 4/5",
        "{name} review\n\nIt is wet.\n\nMy rating for {name}: 4/5",
        "{name} (2019)\n\nIt is wet. I give {name} 4/5.",
        "A wet one\n\nIt is wet.\n\n{name} gets 4/5 from me.",
    ],
)
def test_the_works_own_name_says_nothing_of_whose_score_it_is(name: str, words: str) -> None:
    own = find_score(words.format(name=name), name)
    assert own is not None
    assert own.score.value == 80
    assert own.words in words.format(name=name)


def test_the_own_name_is_known_in_italics() -> None:
    text = "Two boats\nIt is wet.\n\n**_Salt Story_: 3 Stars**\n"
    own = find_score(text, "Salt Story")
    assert own is not None
    assert own.score.value == 60
    assert find_score(f"{text}\n\n**_Two boats_: 2 Stars**", "Salt Story") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4 stars for Low Tide\n\nIt is wet.", 80),
        ("Low and wet\n3 stars for Low Tide due to a dull script\n\nIt is wet.", 60),
        ("10/10 for Effort, but Low Tide sinks\n\nIt is wet.", None),
        ("Five stars for Gull, but Low Tide is a slog\n\nIt is wet.", None),
        ("5 stars to Low Tide's cast; 2 to its makers\n\nIt is wet.", None),
        ("Five Stars to Watch in Low Tide\n\nIt is wet.", None),
    ],
)
def test_stars_for_the_work_head_the_text(text: str, value: float | None) -> None:
    own = find_score(text, "Low Tide")
    assert (own.score.value if own else None) == value


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("Ten", "Ten out of ten.", 100),
        ("Seven", "My rating: Seven out of 10", 70),
        ("Perfect 10", "It is a perfect 10/10.", 100),
        ("Three Stars", "Three stars.", 60),
        ("The End", "In the end, 6/10.", 60),
        ("If Only", "If only the ending were better, I'd give it 9/10.", None),
    ],
)
def test_a_name_that_is_said_of_scores_hides_none(name: str, words: str, value: float | None) -> None:
    own = find_score(f"{name} review\n\nIt is wet.\n\n{words}", name)
    assert (own.score.value if own else None) == value


def test_a_name_of_many_figures_is_soon_known_for_none() -> None:
    name = f"{'1' * 60}x"
    own = find_score(f"{name}\n\nIt is wet.\n\n{name}: 4/5", name)
    assert own is not None
    assert own.score.value == 80


def test_a_name_of_one_word_is_no_word_of_the_text() -> None:
    assert find_score("Script review\n\nIt is wet.\n\nThe script: 4/5", "Script") is None
