"""Three works or more in a row are what a review measures by, unless they tell what somebody made."""

import pytest

from bot.rules.extracting.comparables import find_comparables
from bot.rules.extracting.famous_names import known_or_famous

_TEXT = ["The road is wet, the night is long and a lamp burns red.", "One old man waits for his dogs."]


def _found(sentence: str) -> tuple[str, ...]:
    return find_comparables([*_TEXT, sentence], ["Harbour"], known_or_famous(None))


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "A few series that stumbled late are The Sopranos, Dexter, and Mad Men.",
            ("The Sopranos", "Dexter", "Mad Men"),
        ),
        (
            "My shelf has room for Blade Runner (the long one), Kelp, and The Matrix.",
            ("Blade Runner", "Kelp", "The Matrix"),
        ),
        (
            "'Blade Runner', 'The Matrix' and even 'Inception' are worthy names.",
            ("Blade Runner", "The Matrix", "Inception"),
        ),
        ("I own the books Blade Runner, The Matrix, and Inception.", ()),
        ("I know the songs of Blade Runner, The Matrix, and Inception.", ()),
        ("Rosa Quint (Blade Runner, The Matrix, Inception) is a nurse.", ()),
        ("Rosa Quint, known for Blade Runner, The Matrix, and Inception, is a nurse.", ()),
        ("Otto, Ida, and Gwen wait, and so does Blade Runner.", ()),
        ("They visit Kelp, Salt, and Heron.", ()),
        ("It brings in Captain Marvel, The Black Panther, Ant-Man and Wonder Woman.", ()),
        (
            "It was lost among the awards of such heavy-hitters as Gravity, Nebraska, and American Hustle.",
            ("Gravity", "Nebraska", "American Hustle"),
        ),
        ("She was seen in Gravity, Nebraska, and American Hustle.", ()),
    ],
)
def test_a_row_is_one_of_works_where_two_at_least_are_famous(sentence: str, names: tuple[str, ...]) -> None:
    assert _found(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It can't all be Breaking Bad.", ("Breaking Bad",)),
        ("It might be a predecessor of The Shining.", ("The Shining",)),
        ("Love is blind here, as was suggested in Midnight in Paris.", ("Midnight in Paris",)),
        ("It ends like a Doctor Who ending that lost its way.", ("Doctor Who",)),
        ("It ends like a Wet Coats ending that lost its way.", ()),
        ("She went from her weary clerk in 'Veep' (2012-19) to her nurse in 'Fleabag' (2016-19).", ()),
        ("He has a fine record (all but 'Inception', which still was not bad).", ()),
        ("His performance in 'Inception' blew me away.", ()),
        ("The director has a style of his own in movies like Atomic Blonde and John Wick.", ()),
        ("The girls (Rosa Quint and Ida Holm from 'The Little Mermaid') are friends.", ()),
        ("Her brilliant 'Mamma Mia' number might win it.", ()),
        ("It is like his 'Big Fish' essay.", ()),
        ("He plays someone other than Mad Max.", ()),
        ("As in such fine fare as 'Big Fish', love wins.", ("Big Fish",)),
        ("It is even worse than the one in Con Air.", ("Con Air",)),
        ("One might pick Inception, another this.", ("Inception",)),
        ("It does for gulls what Mad Men did for smoke.", ("Mad Men",)),
        ("He was impressive as Otto in 'Big Fish'.", ()),
        ("They live north of Santa Cruz in Half Moon Bay.", ()),
        ("It is a loose mishmash of Goonies/Gremlins/Aliens of old.", ("Goonies", "Gremlins", "Aliens")),
        ("It mumbles platitudes like 'Love Is All Around'.", ()),
        ("The earworm of the year is here, but the lesser 'Show Yourself' sees her wander.", ()),
        ("The world of H is a book, and it feels like H to me.", ()),
        ("Like Clark Kent and Superman, he is two men.", ()),
        ("It knows its genre-film brethren like Spider-Man and Iron Man.", ("Spider-Man", "Iron Man")),
        (
            "Her brother (Otto Marsh, 'Inception', 'Blade Runner') and the maid (Rosa Quint, 'Mad Men' and "
            "'The Matrix') wait.",
            (),
        ),
        ("It has no arc as in 1 to 3 and 4 to 6.", ()),
        (
            "When it is bad it is worse than 'The Matrix, the Heron, and the Wardrobe'.",
            ("The Matrix, the Heron, and the Wardrobe",),
        ),
        ("It fell short with the exception of Hawkeye.", ()),
        ("The hero in a film like Iron Man is a welder.", ("Iron Man",)),
        ("Fine episodes like The Long Night and Blade Runner took risks.", ()),
        ("It is an anime about three Kelp Consoles (Wet Drive, Kelp & Salt) that sing.", ()),
        ("There are many boat films (Wet Drive, The Matrix) of this kind.", ("Wet Drive", "The Matrix")),
        ("They join a secret group called 'The Matrix'.", ()),
        ("It reminds me of a little gem called 'The Matrix'.", ("The Matrix",)),
        ("Somebody dies on the set of the in-world sitcom 'Mad Men'.", ()),
        ("As in my review of Mad Men, these are impressions.", ()),
        ("She was in an incredible episode of Black Mirror.", ()),
        ("It does not give me high hopes for 'Blade Runner'.", ()),
        ("The tracks 'Wet Night' and 'Inception', sung by Gwen, are better than all.", ()),
        ("It gets 8 gulls out of 10 from the Big Heron.", ()),
        ("I knew him from the poster of the 'Mad Men' magazine.", ()),
        ("It catches the feel of Houston.", ()),
        ("Otto Marsh is on a hot streak of 'Inception' and 'Blade Runner'.", ()),
        ("He took over from gloomy Rosa Quint ('Inception', 'Blade Runner').", ()),
        ("Otto Marsh worked on dull films like Inception and Blade Runner.", ()),
        ("'Into the Heron-Verse' instead took him along.", ("Into the Heron-Verse",)),
        ("Among the finest episodes of the first season is 'Day One', which looks at the sea.", ()),
    ],
)
def test_other_ways_of_comparing_and_of_naming_in_passing(sentence: str, names: tuple[str, ...]) -> None:
    assert _found(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            'the wave of deep impact is like that of " salt " , only better than in deep impact .',
            ("deep impact",),
        ),
        ("it is a world in which they live , unlike ours .", ()),
        ("it is better than all that .", ()),
        ("it is like the bad guys and the good guys of an old comic .", ()),
        ("a comedy like get out , but dull .", ("get out",)),
        ("it is in the tradition of bachelor party .", ("bachelor party",)),
        ("i loved 'con air' and i love this .", ("con air",)),
    ],
)
def test_in_small_letters_everyday_phrases_are_no_names(sentence: str, names: tuple[str, ...]) -> None:
    small = [line.lower() for line in (*_TEXT, sentence)]
    assert find_comparables(small, ["harbour"], known_or_famous(None)) == names
