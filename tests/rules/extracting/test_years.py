"""A work's year is read where it is stated, and never from a post's date."""

import pytest

from bot.rules.extracting.cleaning import read_lines
from bot.rules.extracting.years import stated_year


@pytest.mark.parametrize(
    ("below", "year"),
    [
        ("LOW TIDE (1987) is wet.", 1987),
        ("Rosa Quint's 2015 film Low Tide is wet.", 2015),
        ("Released in 1980, Rosa Quint's Low Tide is wet.", 1980),
        ("It is based on the 1980 film Low Tide.", None),
        ("Low Tide is a live-action sea film from 1959.", 1959),
        ("UK/USA, 2020, 89 mins\nIt rains.", 2020),
        ("2017 • Netflix • 23 episodes\nIt rains.", 2017),
        ("| Director: Rosa Quint\n| Released: 2015\nIt rains.", 2015),
        ("Years\n2015-2019\nIt rains.", 2015),
        ("'Low Tide,' a 2014 Danish film directed by Rosa Quint, is wet.", 2014),
        ("Low Tide is a series that ran for three seasons from 1996 to 1999.", 1996),
        ("Low Tide is of a man whose show titled 'The Gull' aired from 1968 to 1970.", None),
        ("Low Tide [1987] is wet.", 1987),
        ("drama, sea and rain\nReleased Sep 2005 | Reviewed Jul 2023", 2005),
        ("Premiered on 3 May 2014\nIt rains.", 2014),
        ("Release Date: April 13, 2018\nIt rains.", 2018),
        ("| Release Date | April 13, 2018 |\nIt rains.", 2018),
        ("release year: 2018\nIt rains.", 2018),
        ("It rains.\n• Release: March 17, 2017", 2017),
        ("Low Tide! (1993) is wet.", 1993),
        ("Rated\nPG\nYear\n1999\nIt rains.", 1999),
        ("Rosa Quint's 1931 silent film.", 1931),
        ("A 1974 sea thriller.", 1974),
        ("It was released in March 1991 and nobody saw it.", 1991),
        ("The film premiered on 4 June 1991.", 1991),
        ("Low Tide was released in 1991.", 1991),
        ("Opened: December 20, 2019", 2019),
        ("Year Released: 2011", 2011),
        ("Low Tide (November 4, 2016 – present)", 2016),
        ("This 2012 movie was much spoken of, and I knew that I would see it in the end.", 2012),
        ("The movie 'Low Tide' released in 2016 and is wet.", 2016),
        ("~ 1997 · Directed by Ida Holm", 1997),
        ("The first film opened in 1971. Low Tide came out in December 2023.", 2023),
        ("I saw Low Tide, a 1983 sea thriller.", 1983),
        ("This movie came out in 2008 and nobody saw it.", 2008),
        ("It rains for an hour.\nIt was released on Shoreflix in late 2020.", 2020),
        ("'Low Tide, 2013, PG-13, 114 minutes'\nIt rains.", 2013),
        ("Low Tide, 2013, unrated\nIt rains.", 2013),
        ("I saw Low Tide by Rosa Quint (1981) again.", 1981),
    ],
)
def test_a_stated_year_is_the_works(below: str, year: int) -> None:
    assert stated_year("Low Tide", read_lines(f"Low Tide\n{below}")) == year


@pytest.mark.parametrize(
    "below",
    [
        "February 26, 2023",
        "Posted on 3 May 2014",
        "Published: 2014",
        "Reviewed Jul 2023",
        "Date: 3 May 2014",
        "A remake of the 1968 film.",
        "Based on a 1968 film.",
        "Otto Marsh returns to the 1968 film Harbour.",
        "The war was over in 1968.",
        "Salt Road was released in 1991.",
        "Copyright 2014",
        "The original Low Tide was released in 1986.",
        "When the first film reached cinemas, it was released in 1986 without a word.",
        "Based on a novel that was a hit when it came out in 1986, the film rains.",
        "Otto Marsh's last film sank when it came out in 2011.",
        "The first of these films rained. This movie is like the book, and it came out in 2011.",
        "Salt Road by Rosa Quint (1981) is better.",
        "Low Tide, 1922 silent film by Ida Holm, is still scarier.",
    ],
)
def test_a_date_of_something_else_is_not(below: str) -> None:
    assert stated_year("Low Tide", read_lines(f"Low Tide\n{below}")) is None


def test_a_year_behind_season_and_review_is_the_works() -> None:
    assert stated_year("Low Tide", read_lines("Low Tide (Series 4) Review. (2017)\nIt is wet.")) == 2017


def test_a_year_before_a_film_in_small_letters_is_the_works() -> None:
    text = "low tide\nthey gave such treatment to low tide , 1983 film directed by ida holm ."
    assert stated_year("low tide", read_lines(text)) == 1983
