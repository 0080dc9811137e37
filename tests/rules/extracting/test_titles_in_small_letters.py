"""Texts without capital letters, as in old newsgroups, still name the work that they are about."""

import pytest

from bot.rules.extracting import read_article
from bot.rules.extracting.famous_names import begins_a_famous_name

_PLOT = (
    "two brothers row out at night , and only one comes home . the acting is plain , the script is short , "
    "but the harbour looks cold and the ending is earned . their mother waits at the window with a lamp , "
    "and the neighbours say nothing at all . "
)


def _title(text: str, *known: str) -> str:
    return read_article(text, set(known).__contains__).title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            'ida holm\'s " salt road " asks more than it can answer .\n{plot}\nthese questions " salt road " '
            'leaves open , where so many films ( say the " die hard " series ) offer a bang .',
            "Salt Road",
        ),
        (
            'after making " mission : impossible " , ida holm has much to live up to .\n{plot}\nthe '
            "opening of "
            '" salt road " is splendid , and " salt road " ends well .',
            "Salt Road",
        ),
        (
            "what makes hard rain so dull is the rain .\n{plot}\nin hard rain nobody is ever dry .",
            "Hard Rain",
        ),
        (
            "i liked the second jurassic park film .\n{plot}\nalas , jurassic park iii is an adventure "
            "film on "
            "an island full of beasts .",
            "Jurassic Park III",
        ),
        (
            "in every case , to live and die in l . a . is a film of its time .\n{plot}\nthe plot of to "
            "live and "
            "die in l . a . is thin .",
            "To Live and Die in L.A.",
        ),
        (
            "we have seen it in passenger 57 , executive decision , and countless other films .\n{plot}\nthe "
            "premise of lanternfish is thin . lanternfish starts out with a storm . see lanternfish .",
            "Lanternfish",
        ),
        (
            "the best thing of salt road : the return is the boat .\n{plot}\nsalt road : the return "
            "ends badly . "
            "salt road : the return is a film for nobody .",
            "Salt Road: The Return",
        ),
        (
            "`salt road' is one of the best films of the year .\n{plot}\n`salt road' stays with you .",
            "Salt Road",
        ),
        (
            "in the village they live as they always did .\n{plot}\nthey live on fish . lanternfish is "
            "a film "
            "about fish . the end of lanternfish is wet .",
            "Lanternfish",
        ),
        (
            "holm's latest film , lanternfish , is wet .\n{plot}\nlanternfish has its moments .",
            "Lanternfish",
        ),
    ],
)
def test_the_work_is_told_from_those_it_is_measured_by(text: str, title: str) -> None:
    assert _title(text.format(plot=_PLOT), "salt road", "lanternfish") == title


def test_without_any_name_such_a_review_is_kept_as_a_doubtful_draft() -> None:
    draft = read_article(f"a film about two brothers , and no good one .\n{_PLOT}", lambda name: False)
    assert draft.evidence["title"].sure < 0.3


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("blade runner is one", True),
        ("mission: impossible", True),
        ("sholay was long", True),
        ("l.a. confidential", True),
        ("lanternfish is one", False),
        ("the lanternfish", False),
        ("", False),
    ],
)
def test_it_is_known_at_once_whether_a_famous_name_begins_there(words: str, begins: bool) -> None:
    assert begins_a_famous_name(words) is begins
