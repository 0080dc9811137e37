"""The title is told from its own shorter names, from persons and from works that are famous."""

import pytest

from bot.rules.extracting import read_article
from bot.rules.extracting.famous_names import known_or_famous
from tests.rules.extracting.test_openings import title_of

_PLOT = (
    "Two brothers row out at night, and only one comes home. The acting is plain, the script is short, but "
    "the film looks cold and its ending is earned. Their mother waits at the window with a lamp."
)
_KNOWN = ("Heron", "Salt Road", "Low Tide", "Gull", "Red Pier", "The Long Ferry")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Autumn 2021 #3 – Heron – Son of Heron (1967)\n\nHeron is a father now. Heron waits. {}",
            "Son of Heron",
        ),
        (
            "Is It Bad? – Movie 2 – The Wet Coat Kids Movie (1987)\n\nOf all I own this is worst. {}",
            "The Wet Coat Kids Movie",
        ),
        (
            "Sea Docs – In Search of Herons – Part II (2020)\n\nFour hours of birds. {}",
            "In Search of Herons – Part II",
        ),
        (
            "The Heron is a softie\nSalt Road review\n\nThe Heron rows. Salt Road is his. {}",
            "Salt Road",
        ),
        (
            "Can you even row?\nElla enjoys the return of gulls in Low Tide 2\n\n'Low Tide' was a hit. {}",
            "Low Tide 2",
        ),
        ("Gull vs Otter\n\n{} The Gull is a real being, and the Otter too. The Gull rows.", "Gull vs Otter"),
        ("Salt Road 4\n\nThere is more of Salt Road here.\n\n1. The Pier\n\nA fine one. {}", "Salt Road 4"),
        (
            "Movie Review — Salt Road, The Rise of Herons\n\nI grew up on Salt Road. Salt Road is old.\n\n"
            "Rise of Herons\n\n{}",
            "Salt Road, The Rise of Herons",
        ),
        (
            "Watch This Show\n\nThis show is fine. I saw Salt Road twice, and Salt Road is wet. {}",
            "Salt Road",
        ),
        (
            "Back from LA\n\nLA is hot. LA is loud. In LA I saw Low Tide. Low Tide is by far the best. {}",
            "Low Tide",
        ),
        ("Tidy Tide, Too Wet to Row\n\nSome say so. I just watched Tide. {}", "Tide"),
        (
            "Kelp\nRating: 3/4\n\nThe director of 'The Long Ferry' made it, and I love 'The Long Ferry'. {}",
            "Kelp",
        ),
        (
            "La casa de la marea y el mar (The House of Tides)\n\nWhat a film. 'Red Pier' is no worse. {}",
            "The House of Tides",
        ),
        ("'The Heron'\nRating: 3.5\n\nThe First Heron was a blow. I went back to Heron. {}", "The Heron"),
        ("Review: Heron\n\nTitle: Heron\nDirector: Ida Holm\n\nHeron is wet. {}", "Heron"),
        ("Grade: C-\n\nSet in June, 'Salt Road' sees Otto row. 'Salt Road' drags. {}", "Salt Road"),
        (
            "Red Pier - Wet Nation (Review)\n\nAny Red Pier keeps me awake. Red Pier is a promise, and Wet "
            "Nation keeps it. {}",
            "Red Pier - Wet Nation",
        ),
        (
            "The Long Ferry\n\nI like Ferry. I saw Ferry in June, and Ferry again. Ferry is wet. {}",
            "The Long Ferry",
        ),
        ("Napkin Review: Salt Road\n\nI had low hopes. Salt Road is wet. {}", "Salt Road"),
        ("Salt Road Review: A Wet Mess\n\nSalt Road is wet. {}", "Salt Road"),
        (
            "Rows of rows\n★★★\nDirected by Ida Holm\nScreenplay by Otto Quint\nNow Playing\n\n{} I saw "
            "Salt Road twice.",
            "Salt Road",
        ),
        ("Saw X (2023) - Review\nDirector: Ida Holm\nRating: 8/10\n\n{}", "Saw X"),
        ("The Wet Otter Bros. Movie\n\nWent to see it today. It was fine. {}", "The Wet Otter Bros. Movie"),
        ("IMO: iHeron\n\nWhen I saw iHeron, I laughed. iHeron is wet. {}", "iHeron"),
        (
            "Short Movie Review: Need for Boats: Even an episode of Red Pier has a better script\n\n{} "
            "Even one episode of Red Pier has more. See no Need for Boats.",
            "Need for Boats",
        ),
        (
            "Then He Found Her\n\nTuesday, May 2, 2008\n\nHelen Holm: a nurse\nMatthew Quint: a baker\n\n{} "
            "Helen Holm is also the Producer. Helen Holm rows. Matthew Quint waits.",
            "Then He Found Her",
        ),
        (
            "The Daughter She Left\n\nRachel waits. Rachel rows. Rachel has a boat. {}",
            "The Daughter She Left",
        ),
        ("TV Madness #13: Boats with Kids\n\nThey want a hit. {}", "Boats with Kids"),
        ("Some Thoughts on The Dark Ferry\n\nI saw the Dark Ferry again. {}", "The Dark Ferry"),
        ("The Netmakers on PBS\n\nLast week came the first part of The Netmakers. {}", "The Netmakers"),
        ("Revisiting The Long Ferry (2019)\n\n{}", "The Long Ferry"),
        ("Otto Marsh's Salt Road (2019)\n\n{}", "Salt Road"),
    ],
)
def test_the_whole_name_of_the_reviewed_work_is_found(text: str, title: str) -> None:
    assert title_of(text.format(_PLOT), *_KNOWN) == title


def test_a_name_that_the_headline_dates_is_preferred_to_a_famous_one() -> None:
    text = (
        f"Autumn #13 – Mako: The Jaws of Doom (1976)\n\nA year after Jaws came this. Jaws is better. {_PLOT}"
    )
    assert read_article(text, known_or_famous(None)).title == "Mako: The Jaws of Doom"
