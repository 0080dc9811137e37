"""Scores are read as their reviewers meant them, and nobody else's is taken for one."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.extracting.own_scores import find_score as find_own
from bot.rules.scores import Score, parse_score, verdict_for
from storage import Verdict

NOTATIONS = Path(__file__).resolve().parents[3] / "shared" / "data" / "score_notations_dev.csv"


def find_score(text: str) -> Score | None:
    own = find_own(text)
    return own.score if own else None


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [
        ("4/5", 80, "5"),
        ("4 out of 5", 80, "5"),
        ("3.5/4", 87.5, "4"),
        ("4.5/5.0", 90, "5"),
        ("3,5/5", 70, "5"),
        ("½/4", 12.5, "4"),
        ("3 1/2 out of 4", 87.5, "4"),
        ("two and a half out of four", 62.5, "4"),
        ("8.5/10", 85, "10"),
        ("90/100", 90, "100"),
        ("3/6", 50, "6"),
        ("5/8", 62.5, "8"),
        ("7/10 (fresh, they said)", 70, "10"),
        ("7 on a scale of 1 to 10", 70, "10"),
        ("4 stars", 80, "5"),
        ("3½ stars", 70, "5"),
        ("half a star", 10, "5"),
        ("no stars", 0, "5"),
        ("2 and a half stars out of 5", 50, "5"),
        ("★★★½", 70, "5"),
        ("★★★☆☆", 60, "5"),
        ("★★★☆", 75, "4"),
        ("★ ★ ★ ★ (out of five)", 80, "5"),
        ("⭐️⭐️⭐️", 60, "5"),
        ("*** out of ****", 75, "4"),
        ("B+", 83, "letter"),
        ("A minus", 91, "letter"),
        ("C−", 42, "letter"),
        ("F", 0, "letter"),
        ("85%", 85, "percent"),
        ("three and three quarters out of five", 75, "5"),
        ("3¾ stars", 75, "5"),
        ("2 and 1/2 stars", 50, "5"),
        ("3 of 5 stars", 60, "5"),
        ("7 on the 0 to 10 scale", 70, "10"),
        ("3 on a five-star scale", 60, "5"),
        ("7-8/10", 75, "10"),
        ("3 to 3.5 stars", 65, "5"),
        ("4 or 5 stars", 90, "5"),
        ("between 3 and 4 stars", 70, "5"),
        ("between a 7 and an 8 out of 10", 75, "10"),
        ("2-1/2 stars", 50, "5"),
        ("8 out of a possible 10", 80, "10"),
        ("8 von 10", 80, "10"),
        ("4 sur 5", 80, "5"),
        ("four popcorns out of five", 80, "5"),
        ("3 rubber ducks out of 4", 75, "4"),
        ("🍿🍿🍿 / 4", 75, "4"),
        ("★★★⯪☆", 70, "5"),
        ("★★½☆", 62.5, "4"),
        ("🌕🌕🌗🌑", 62.5, "4"),
        ("92,5%", 92.5, "percent"),
    ],
)
def test_a_notation_that_stands_alone(text: str, value: float, scale: str) -> None:
    score = parse_score(text)
    assert score is not None
    assert (score.value, score.scale) == (value, scale)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2.1/2",
        "5/4",
        "R",
        "8",
        "b+",
        "9/11",
        "24/7",
        "7/10/2015",
        "101%",
        "7 stars",
        "***",
        "A film",
        "85% of it",
        "3.5/4.5",
        "3,5/4,5",
        "7/10.5",
        "7/10,5",
        "3.5/4.125",
        "4 out of 5.5",
        "3.5 stars out of 4.5",
        "★★★ / 4.5",
        "★★★½ out of 4.5",
        "🍿🍿🍿 / 4.5",
    ],
)
def test_what_is_no_notation(text: str) -> None:
    assert parse_score(text) is None


@pytest.mark.skipif(not NOTATIONS.exists(), reason="the measured notations lie beside the repository only")
def test_every_measured_notation_is_read_as_measured() -> None:
    with NOTATIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    read = {row["notation"]: parse_score(row["notation"]) for row in rows}
    wanted = {row["notation"]: float(row["norm_100"]) if row["norm_100"] else None for row in rows}
    assert {notation: score and score.value for notation, score in read.items()} == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A fine film.\nRating: 4/5\nMore words.", 80),
        ("It rained.\nOverall score\n4 / 10", 40),
        ("[3.00/10] Spokes (2018)\nIt rained.", 30),
        ("Spokes ★★½\nIt rained.", 50),
        ("Critic's rating: 3.5 / 5\nOut since May 2, 2011", 70),
        ("Director: Otto Marsh | Runtime: 98 minutes | Rating: 3/4", 75),
        ("I would rate this film 2 and a half stars out of 5.", 50),
        ("We happily give Spokes a 4 out of 5!", 80),
        ("It earns a solid four stars from me.", 80),
        ("The film gets three stars out of four.", 75),
        ("I liked it.\nI give it a B+.", 83),
        ("I give it an A for effort.", 100),
        ("**OUR VERDICT: 3.5 STARS**", 70),
        ("_Rating: 3/4_", 75),
        ("Great fun.\n8/10", 80),
        ("Verdict: two and a half out of four", 62.5),
        ("My rating: 7.5/10 (IMDb: 8.1/10)", 75),
        ("Acting: 4/5\nStory: 2/5\nOverall: 3/5", 60),
        ("Rating: ★★★☆☆ (3/5)", 60),
        ("Score: 85%", 85),
        ("On a scale of 1 to 10, I give it a 7.", 70),
        ("My rating (out of 4): ***", 75),
        ("| Rating | ★★★☆☆ |", 60),
        ("A solid 7/10.", 70),
        ("So it's a 6/10 from me, and I mean it kindly.", 60),
        ("It earns two and a half stars under my own system.", 50),
        ("but i give winter ferry a 4 on the 0 to 10 scale .", 40),
        ("It has a boat, " + "a buoy and a bell, " * 30 + "so I give it 4/5.", 80),
        ("I rate it a 7 on the 0 to 10 scale and a low +2 on the -4 to +4 scale.", 70),
        ("Four rubber ducks\nVerdict: three rubber ducks out of four", 75),
        ("The tide\nRosa Quint awards just two stars to Highmoor\nIt rained.", 40),
        ("Certification: 15\nRating: 4/5", 80),
        ("Wertung: 8/10", 80),
    ],
)
def test_the_reviewers_own_score_in_running_text(text: str, value: float) -> None:
    score = find_score(text)
    assert score is not None
    assert score.value == value


@pytest.mark.parametrize(
    "text",
    [
        "It sits at 8.8/10 on IMDb.",
        "IMDb rating\n8.8/10",
        "Rotten Tomatoes\n95%",
        "Metacritic score: 74/100",
        "Audience score: 85%",
        "Readers give it 4 out of 5 stars.",
        "The Guardian gave it 4/5.",
        "It received 4/5 in Variety.",
        "Critics gave it 4/5.",
        "The Morning Post gives it 5 stars.",
        "I gave his last film 2 stars.",
        "I would have given it 5 stars.",
        "I can't give it 5 stars.",
        "I give the soundtrack 5/5.",
        "Spokes\n2/5\nHighmoor\n4/5",
        "Acting: 4/5",
        "Video: 4/5\nAudio: 4/5",
        "Rated A",
        "Rating: A",
        "Rating: 15",
        "Rating: PG-13\nRuntime: 98 minutes",
        "Rating:\nDirector: Otto Marsh",
        "Overall: A great film.",
        "It was shot after 9/11, and they worked 24/7.",
        "1 of 2 people found this useful",
        "Three out of four friends leave the island.",
        "A four star hotel on the coast.",
        "Film club 2022 | 6/52 | Boats",
        "She gives 100% in every scene.",
        "***",
        "Rotten Tomatoes\nScore: 94%",
        "### Episode 3: Low Tide\n- **Rating:** 4/5",
        "A tide table\nThe Morning Post gives it 5 stars",
        "See Low Tide (8/10) for how it is done.",
        "This would have been a four-star film with another ending.",
        "Low Tide (7/10) - High Tide (5/10) - Neap (6/10)",
    ],
)
def test_what_is_not_the_reviewers_score(text: str) -> None:
    assert find_score(text) is None


def test_a_found_score_is_quoted_as_it_was_written() -> None:
    assert find_score("We give Spokes a round 4 out of 5!") == Score("4 out of 5", 80.0, "5")


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("My rating: 4/5", True),
        ("Rating: 4/5", True),
        ("I give it 4 out of 5.", True),
        ("Rating: 4/5\nOverall, I give it 2/5.", False),
        ("The tide\nRosa Quint awards just two stars to Highmoor", False),
    ],
)
def test_a_score_that_is_contradicted_or_told_by_somebody_is_doubtful(text: str, sure: bool) -> None:
    own = find_own(text)
    assert own is not None
    assert (own.sure >= 0.7) == sure


@pytest.mark.parametrize(
    ("notation", "verdict"),
    [
        ("3/5", "watch"), ("2.5/5", "skip"), ("3/4", "watch"), ("2.5/4", "maybe"), ("2/4", "skip"),
        ("7/10", "watch"), ("6/10", "maybe"), ("5/10", "skip"), ("B-", "watch"), ("C+", "skip"),
        ("70%", "watch"), ("60/100", "maybe"), ("50%", "skip"), ("4/6", "watch"), ("3/6", "skip"),
    ],
)  # fmt: skip
def test_the_same_share_means_different_things_on_different_scales(notation: str, verdict: Verdict) -> None:
    score = parse_score(notation)
    assert score is not None
    assert verdict_for(score) == verdict


@given(st.integers(0, 20), st.sampled_from([4, 5, 10]))
def test_a_better_score_never_gets_a_worse_verdict(half_points: int, scale: int) -> None:
    worth = {"skip": 0, "maybe": 1, "watch": 2}
    lower, higher = (
        parse_score(f"{min(points / 2, scale)}/{scale}") for points in (half_points, half_points + 1)
    )
    assert lower is not None
    assert higher is not None
    assert worth[verdict_for(lower)] <= worth[verdict_for(higher)]


@given(st.text(alphabet=st.sampled_from("0123456789/.,½★☆*ABF+-% \nstarouf gveIitı ſ"), max_size=80))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for score in (parse_score(text), find_score(f"Rating: {text}"), find_score(f"I give it {text}")):
        assert score is None or (0 <= score.value <= 100 and score.text)


@pytest.mark.parametrize(
    "unit", ["★", "★ ", "*", "1", "1/", "4/5 ", "a ", "I give it ", "on a scale of 1 to 10 ", "rating: "]
)
def test_a_long_repeated_text_holds_no_score(unit: str) -> None:
    assert find_score(unit * (50_000 // len(unit))) is None
