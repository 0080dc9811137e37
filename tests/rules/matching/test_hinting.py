"""People, platforms and genres beside a name tell works of one name apart."""

import pytest

from bot.rules.matching import Entry, Hit, hinted, left_over
from bot.rules.matching.judging import CLEAR


def hit(work: int, score: float, form: str = "ballerina") -> Hit:
    return Hit(score, Entry(work, form, 2020, "film", 0, 0.0))


@pytest.mark.parametrize(
    ("query", "form", "rest"),
    [
        ("ballerina ana de armas", "ballerina", ("ana", "armas")),
        ("ballerina netflix", "ballerina", ("netflix",)),
        ("is ballerina with keanu any good", "ballerina", ("keanu",)),
        ("balerina keanu", "ballerina", ("keanu",)),
        ("ballerina 2025", "ballerina", ()),
        ("the ballerina", "= ballerina", ()),
        ("spider man toby", "spiderman", ("toby",)),
        ("rocky 4", "rocky", ("4",)),
        ("", "ballerina", ()),
    ],
)
def test_left_over_is_what_a_name_does_not_explain(query: str, form: str, rest: tuple[str, ...]) -> None:
    assert left_over(query, form) == rest


def test_who_is_named_lifts_their_work_and_lowers_the_others() -> None:
    hits = [hit(1, 0.7), hit(2, 0.7)]
    told = {1: ["Jeon Jong-seo", "Netflix"], 2: ["Ana de Armas", "Keanu Reeves"]}
    first, second = hinted(hits, "ballerina ana de armas", told)
    assert second.score == pytest.approx(CLEAR)
    assert first.score == pytest.approx(0.65)


@pytest.mark.parametrize("query", ["ballerina netflix", "that ballerina from netfix"])
def test_a_platform_is_known_with_a_slip_too(query: str) -> None:
    first, second = hinted([hit(1, 0.7), hit(2, 0.7)], query, {1: ["Netflix"], 2: ["Lionsgate"]})
    assert first.score == pytest.approx(CLEAR)
    assert second.score < 0.7


def test_half_of_the_rest_is_enough_and_lifts_half_way() -> None:
    (found,) = hinted([hit(1, 0.7)], "ballerina keanu qwert", {1: ["Keanu Reeves"]})
    assert found.score == pytest.approx(0.7 + (CLEAR - 0.7) / 2)


@pytest.mark.parametrize("query", ["ballerina", "ballerina zzzz", "ballerina keanu xxxxx yyyyy zzzzz"])
def test_where_nothing_is_explained_nothing_moves(query: str) -> None:
    hits = [hit(1, 0.9), hit(2, 0.8)]
    assert hinted(hits, query, {1: ["Keanu Reeves"]}) == hits


def test_a_name_that_leaves_nothing_over_keeps_its_place() -> None:
    whole = hit(1, 0.98, "ballerina netflix")
    assert hinted([whole, hit(2, 0.7)], "ballerina netflix", {2: ["Netflix"]})[0] == whole


def test_a_hint_never_lowers_a_better_fit() -> None:
    assert hinted([hit(1, 0.99)], "ballerina netflix", {1: ["Netflix"]})[0].score == 0.99
