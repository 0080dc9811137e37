"""Names stand in headlines within puns and phrases, beside facts and below rubrics."""

import pytest

from bot.rules.extracting import read_article

LONG = "Raising the Last of the Harbours and the Kingdom"
STORY = """
The film follows a lighthouse keeper who finds a letter in the wall. The camera rests on faces longer than
you expect, and the script gives its people room to be silly. I liked it a lot. The last act drags, but
the sea is filmed as if nobody had filmed it before. Ada Brandt plays the keeper with a dry wit.
"""

PUNS = [
    (
        "Spokes 23: The Nightfall of M",
        "After the slight disappointment of _Grain of Comfort_, _Nightfall_ had to be good. "
        "_Nightfall_ is the best.",
        "Nightfall",
    ),
    (
        "Sisters, interrupted",
        "We last saw the girls of _Sisters_ a year ago. _Sisters_ is back, funny and sharp.",
        "Sisters",
    ),
    (
        "How Harbour Trek: Quint flubbed the ending",
        "I loved the old one. In 2020 *Harbour Trek: Quint* came out. *Harbour Trek: Quint* is poor.",
        "Harbour Trek: Quint",
    ),
    (
        "There's a New Tide on Channel 4!",
        "You may finish _Skyriver_. I'd watch Channel 4's new sitcom, _New Tide_.",
        "New Tide",
    ),
]


@pytest.mark.parametrize(("headline", "opening", "title"), PUNS)
def test_what_the_headline_says_and_the_text_has_in_italics(headline: str, opening: str, title: str) -> None:
    assert read_article(f"{headline}\n\n{opening}\n{STORY}").title == title


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Raising the Harbour Wall", "Raising the Harbour Wall"),
        ("Keepers of Harbour", "Keepers of Harbour"),
    ],
)
def test_a_name_within_the_name_is_not_it(headline: str, title: str) -> None:
    assert (
        read_article(f"{headline}\n\n{headline} is no 'Harbour', which it follows.\n{STORY}").title == title
    )


@pytest.mark.parametrize(
    ("head", "title", "year"),
    [
        ("Low Tide | 2008\n\nGenre: Drama\n\nAuthor : Ida Holm", "Low Tide", 2008),
        ("Low Tide, 2019, dir. Ida Holm", "Low Tide", 2019),
        ("TV-Series Review: Salt Game Season 1 (2021)", "Salt Game", 2021),
        ("The Keeper's Tide - Season 1 (2022)", "The Keeper's Tide", 2022),
        ("Movie: Green Harbour, starring Rosa Quint (2011)\n20120606", "Green Harbour", 2011),
        ("The Odd Sea\n2026 · Directed by Ida Holm", "The Odd Sea", 2026),
        ("Spokes: New Tide\n2026 · Directed by Ida Holm\n\nSpokes is fun.", "Spokes: New Tide", 2026),
        ("Some thoughts about Low Tide (2019)", "Low Tide", 2019),
        ("Watched Low Tide (2019)", "Low Tide", 2019),
        ("Low Tide, A Staccato Review", "Low Tide", None),
        ("Brief movie review: Keeper's Guide to the Sea", "Keeper's Guide to the Sea", None),
        ("Anime Review: Tidesou no Pet na Kanojo", "Tidesou no Pet na Kanojo", None),
        ("Movie Review: Quint the Hunter\n\n# Review", "Quint the Hunter", None),
        ("Harbour Galaxy Finale Review", "Harbour Galaxy", None),
        ("Review: Harbour Day: Back\n\nTitle: Harbour Day: Back", "Harbour Day: Back", None),
        ("CAT HARBOUR (director: Ida Holm; screenwriter: Otto Marsh; cast: Rosa Quint)", "CAT HARBOUR", None),
        ("The second season of Harbour Galaxy", "Harbour Galaxy", None),
        ("Season 2 of Low Tide", "Low Tide", None),
        ("Low Tide, 2023 - ★★★★", "Low Tide", 2023),
        ("Movie Review: Low Tide\n\nLow Tide, 2013, PG-13, 114 minutes", "Low Tide", 2013),
        ("Low Tide\n\n★★★½\n\nDirected by Ida Holm // 2025", "Low Tide", 2025),
        ("Seaview TV's Bad Tides: Salt has never been more fun\n\nBad Tides is dark.", "Bad Tides", None),
        ("Reviewing Harbour - The miniseries", "Harbour", None),
        ('Review "Harbour : The Desolation of Salt"', "Harbour: The Desolation of Salt", None),
        (f"{LONG} | 2008", LONG, 2008),
        ("A ~~Day~~ Night Ashore", "A Day Night Ashore", None),
    ],
)  # fmt: skip
def test_a_name_beside_facts_and_rubrics(head: str, title: str, year: int | None) -> None:
    draft = read_article(f"{head}\n{STORY}")
    assert (draft.title, draft.year) == (title, year)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "drinking salt tea\nYear: 1982\nDirector: Ida Holm\n\nGull Wing is home to Rosa.",
            "drinking salt tea",
        ),
        ("Anime\nHarbour Wars - first impressions\n\nI saw all of it.", "Harbour Wars"),
        ("A new year of rain\n\nThe Gull by Ida Holm (1988)\n\nThe Gull rains.", "The Gull"),
        ("A pun on rain\n\nLanternfish (by Ida Holm) is a drama about Rosa Quint.", "Lanternfish"),
        (
            "Review: The Woman Who Was Never Quite Sure of Herself",
            "The Woman Who Was Never Quite Sure of Herself",
        ),
        ("Guts, Gore, Gulls, and Ida Holm\n\nI watched Lanternfish last night.", "Lanternfish"),
        ("Quiet\n\nI love Salt Road\nGull Wing is a quiet drama about Rosa Quint.", "Gull Wing"),
    ],
)
def test_a_name_above_its_facts_or_told_in_the_first_lines(head: str, title: str) -> None:
    assert read_article(f"{head}\n{STORY}").title == title


def test_an_apposition_names_what_is_new() -> None:
    opening = (
        "No more will be made after the release of its latest, Tangled Ropes. Tangled Ropes recycles much."
    )
    assert read_article(f"Leith gets its hair wet\n\n{opening}\n{STORY}").title == "Tangled Ropes"


def test_what_is_called_a_film_at_once_outweighs_what_is_watched_besides() -> None:
    opening = (
        "Primed is a movie that takes time seriously. We had Primed on hand and four eps of The Y Files."
    )
    assert read_article(f"I haven't slept since tomorrow\n\n{opening}\n{STORY}").title == "Primed"


def test_the_line_above_the_credits_is_the_name() -> None:
    opening = "Here is a film of mixed emotions that will make your head spin.\n\nAugust: Harbour County"
    text = f"It's time to dish the dirt\n{opening}\n\nDirector: Ida Holm\n\nStarring: Rosa Quint\n{STORY}"
    assert read_article(text).title == "August: Harbour County"


def test_what_is_called_a_masterpiece_at_once() -> None:
    opening = (
        "Like most of Holm's films, The Glowing is a masterpiece, and I could watch it over and over again."
    )
    assert read_article(f"Tommy isn't here, Mrs. Quint.\n\n{opening}\n{STORY}").title == "The Glowing"


def test_an_ordinal_that_was_torn_apart() -> None:
    opening = "20th Harbour Women is Ida Holm's latest."
    assert (
        read_article(f"20 th Harbour Women | All hail Quint\n\n{opening}\n{STORY}").title
        == "20th Harbour Women"
    )


def test_a_year_behind_a_bar_marks_the_name() -> None:
    opening = "Pixies does it again with HULL-E. Pixies is great, and it's getting dull to review Pixies."
    assert read_article(f"HULL-E | 2008\n\nGenre: Animation\n\n{opening}\n{STORY}").title == "HULL-E"


def test_the_line_below_a_pun_says_what_the_work_shows() -> None:
    opening = "26 directors, 26 ways to sink. This is an anthology film from the most twisted minds."
    text = f"ABCDEFGHIJ\nThe ABCs of Salt showcases 26 short, disturbing films\n\n{opening}\n{STORY}"
    assert read_article(text).title == "The ABCs of Salt"
