"""The reviewer's own score is heard however people write it at the end of a review."""

import pytest

from bot.rules.extracting.own_scores import find_score

REVIEW = """Low Tide
It rained in the harbour, and the boat left at nine.

{}
"""

# What it is worth of 100, and the words; "⏎" is a new line.
SAID = """
50 | I'll give it a distinctly average 2.5 stars.
0 | A mess from bow to stern. Zero stars.
0 | Absolutely terrible! Zero stars (wish I could go lower). Bad boat, bad sea.
80 | A lovely evening at sea. 4 stars!
100 | Five stars!!
100 | 5 stars. No notes.
60 | If I rated the parts I'd give 4/5 to the first and 2/5 to the second, so it's 3 stars from me for both.
80 | It's a four star film.
80 | A four-star movie, and no mistake.
100 | It's an easy five stars.
40 | That makes it a two-star affair for me.
40 | Final verdict: a generous two stars.
60 | I'm going with 3 stars.
70 | I'd go with a 7/10.
60 | I'm going to have to go with 3 out of 5.
75 | I land on three stars out of four.
60 | It gets 3 stars.
0 | **Zero Stars** - Stay ashore at any price.
40 | It is this summer's second disaster at sea IMO.(4/10)
61 | The boat is no different. **61%**
81 | **81%**⏎⏎(Find out where to see it.)
100 | The ropes and the whimsy make this a 10/10!
50 | ***Low Tide* Rating: 5 out of 10**
60 | It said what others only (think of saying.)⏎★★★
70 | Gets a 7/10 from this harbour hand.
83 | This one gets a B+.
67 | Final grade: B-
91 | Grade: A-
58 | Grade: C+.
67 | I'd grade it a B minus.
83 | It's a B+ from me.
75 | Letter grade: B
80 | Rating: ⭐⭐⭐⭐
70 | Rating: ⭐⭐⭐½
80 | ⭐ 4/5
85 | ⭐️ 8.5/10
70 | ⭐ 3.5
80 | Rating: 4⭐
80 | 4⭐
90 | 4.5 ⭐️
80 | 4/5 ⭐️
60 | ⭐x3
80 | ⭐ x 4
60 | ⭐⭐⭐/5
60 | ⭐⭐⭐ (3/5)
80 | 🍿🍿🍿🍿 out of 5
80 | 4/5 🍿
80 | 4/5 popcorns
90 | 4.5/5 stars
70 | ***1/2
70 | Rating: ***1/2
87.5 | Rating: ***½ (out of ****)
70 | ★★★½☆
60 | ●●●○○
80 | Rating: ●●●●○
60 | Rating: ■■■□□
60 | Rating: ♥♥♥♡♡
60 | Rating: 👍👍👍/5
100 | 10/10 would sail again.
100 | 10/10
90 | Easily a 9/10.
80 | Overall - 8/10
80 | Overall 8/10
80 | Overall, 8/10.
80 | Art: 2/4⏎Music: 3/4⏎Overall: 8/10
75 | Story: 7⏎Acting: 8⏎Overall: 7.5/10
70 | Final Score - 7 out of 10
70 | Rating (1-10): 7
70 | Rating out of 5: 3.5
70 | Stars: 3.5 out of 5
80 | Stars out of 5: 4
70 | Score: 7/10 - a good evening
60 | Rating: 3/5 (Average)
60 | Rating: 3/5 - average
60 | 3/5: average.
50 | A very average 5/10.
70 | Rating = 7/10
70 | RATING 7/10
70 | Rated: 7/10
70 | My rating for Low Tide: 7/10
70 | Rating for this one: 7/10
70 | My score for this film is 7/10.
60 | The verdict: 3 out of 5 stars
70 | The final verdict? 7/10.
60 | Verdict? Three stars.
80 | Final thoughts: 8/10
80 | Conclusion: 8 / 10
80 | TL;DR: 8/10, go and see it.
60 | In short: 6/10.
60 | All in all a 6/10 for me.
60 | All in all, I'd say it's a 6/10.
70 | I would say it's a 7 out of 10.
70 | I'd call it a 7/10.
70 | It's a 7/10 film for me.
70 | For me, this is a 7/10.
60 | It's about a 6/10.
60 | Probably a 6/10.
60 | Somewhere around a 6/10.
70 | Overall, it's a strong 7/10.
70 | Overall I would rate it 7/10.
70 | I've given it 7/10.
70 | I gave it 7/10.
80 | I gave Low Tide 4 stars.
70 | I score it 7/10.
70 | I scored it a 7/10.
80 | We gave it 4/5.
80 | Giving it 4 stars.
70 | Gave it a 7/10.
90 | Gotta give this a 9/10.
70 | It gets a 7/10 from me.
70 | It's a 7/10 from me.
70 | 7/10 from me.
70 | A 7/10 for effort.
70 | A respectable 7 out of 10.
70 | Seven out of ten.
80 | Eight out of ten, would sail again.
75 | 7.5 out of 10 stars
70 | I give this film a 3.5 / 5 stars.
75 | Rating: 3 stars out of 4
85 | Rating: 85/100
85 | Score: 85 out of 100
85 | I'd give it a solid 85 percent.
83 | Rating: B+ (good, not great)
80 | Rating: 4/5 stars | Rated 15
80 | **4/5**
80 | *Rating*: ★★★★
80 | ## Rating: 4/5
75 | ### Score⏎**7.5 / 10**
70 | Rating:⏎⏎★★★½
80 | | Overall | 8/10 |
80 | Overall Rating: 8/10 Stars
80 | Overall rating - 4 stars
80 | (4/5)
70 | (7 out of 10)
70 | It was a good time at sea (7/10).
80 | Note : 4/5
80 | Mi nota: 8/10
80 | Puntuación: 4/5
80 | Bewertung: 4 von 5 Sternen
70 | Rating: 7/10 (would watch again with friends)
80 | Rating: 8/10 IMDb: 7.1
65 | I give it a 6.5 on a scale from 1 to 10.
60 | On a scale of 1-5, it's a 3.
60 | Out of five stars, I give it three.
70 | Out of 10, I'd give it a 7.
60 | It's three stars out of five, then.
62.5 | Two and a half stars out of four.
62.5 | 2 1/2 stars (out of 4)
70 | 3-1/2 stars
70 | 3 1/2 stars
70 | 3.5-stars
60 | 3 stars/5
70 | Rating: 3.5/5.
80 | Rating: 8 (out of 10)
80 | Rating: Four stars
70 | Rating: Three and a half out of five
10 | Rating: half a star
20 | One star.
20 | I give it one star.
20 | I give it a single star.
0 | No stars.
0 | 0/10
0 | 0 out of 5
20 | I'd give it zero stars if I could, but it gets one star.
60 | I'd have given it 4 stars, but the end sinks it: 3 stars.
60 | Originally I gave it 4 stars; now it's a 3/5.
80 | Recommended? Yes. 8/10.
80 | Worth it? Yes.⏎Score? 8/10
85 | My rating: 8,5 / 10
75 | Rating: 7.5 outta 10
70 | 7 outta 10.
70 | 7 out of ten.
40 | A very generous 4 out of ten.
70 | Final Rating: 7/10.
90 | FINAL SCORE: 4.5/5 STARS
83 | Film Grade: B+
58 | Movie Grade: C+
75 | Final Grade - B
83 | Overall: B+
67 | Overall grade is a B-.
67 | I'd give it a B-minus.
58 | This film earns a C+ from me.
75 | So I'm giving it a B.
60 | Rating: ***
87.5 | (***1/2 out of ****)
60 | *** (out of five)
80 | ★★★★☆ (4/5)
80 | Rating: ★★★★ 4/5
60 | ★★★ out of 5
50 | ★★½ / ★★★★★
60 | ★★★ Stars
60 | 3 ★
60 | 3★
70 | 3.5/5★
80 | 4 ⭐ out of 5
80 | ⭐️⭐️⭐️⭐️ out of 5 stars
90 | ⭐⭐⭐⭐ 1/2
70 | Rating: 🌕🌕🌕🌗🌑
60 | 🌕🌕🌕🌑🌑
60 | ★★★✩✩
60 | ⭑⭑⭑⭒⭒
80 | Rating: 4 of 5 popcorn buckets
80 | Four lobsters out of five.
80 | 8 harpoons out of 10
80 | Rating: 4/5 lobsters
70 | 7/10 anchors
80 | I'd score this one an 8/10.
70 | I'd put it at a 7/10.
70 | It's sitting at a 7/10 for me.
70 | I feel comfortable giving it a 7/10.
70 | I have to give Low Tide a 7/10.
60 | Overall: three stars.
60 | Overall, three stars out of five.
65 | Overall I'd give Low Tide a 6.5/10
70 | Overall I think it deserves a 7/10.
80 | I think it deserves 4 stars.
70 | I think this is a 7/10 movie.
60 | I would rate it a 3/5.
60 | I'd say it's worth 3 stars.
60 | Worth 3 stars.
100 | This movie is a 10/10.
70 | The film is a solid 7/10.
100 | This show is 10/10.
100 | 10/10 recommend.
100 | 10/10 would recommend
100 | 10 out of 10 would recommend!
100 | A perfect 10/10!
100 | A perfect ten out of ten.
100 | 5/5 stars from me!
90 | 9/10 - a fine film
90 | 9/10! What a film.
90 | 9/10. What a film.
90 | What a film, 9/10
90 | Loved it - 9/10
90 | Loved it... 9/10
100 | Loved it! Five stars
90 | Rating: 9/10⭐
80 | Rated 4/5.
60 | I rated it three stars on my list.
70 | Mark: 7/10
70 | Marks: 7 out of 10
70 | Score (out of 5): 3.5
70 | Score [1-10]: 7
60 | Stars (out of 5): 3
70 | Rating on a scale of 10: 7
70 | On a scale of 10, I'd give it a 7.
70 | On a 10-point scale, I'd give it a 7.
70 | I give it a 7 on a scale of ten.
70 | 7 points out of 10
70 | Enjoyment: 8/10⏎Overall: 7/10
75 | Story: 7/10⏎Music: 8/10⏎Final Score: 7.5/10
70 | Story: 3/5⏎Cast: 4/5⏎Total: 3.5/5
70 | Story: ★★★⏎Cast: ★★★★⏎Overall: ★★★½
80 | - Story: 7/10⏎- Overall: 8/10
80 | Verdict: 4 Stars
60 | VERDICT: ★★★
70 | ## Verdict: 7/10
70 | Final verdict – 7/10
70 | Final Verdict⏎A good night out. 7/10
70 | The bottom line: 7/10
60 | Bottom line: three stars
70 | Summary: 7/10
80 | Calificación: 8/10
80 | Valoración: 4/5
70 | Ocena: 7/10
80 | Cijfer: 8/10
90 | Nota final: 9/10
80 | Note globale : 4/5
70 | Fazit: 7/10
80 | 4 von 5 Sternen
80 | 4 étoiles sur 5
75 | 7,5 su 10
80 | **Rating:** ★★★★
70 | **Rating**: ★★★½
80 | - ★★★★
80 | * Rating: ★★★★
80 | ***Rating: 4/5***
80 | *★★★★*
80 | <b>Rating:</b> 4/5
80 | > 8/10
60 | Rating &#9733;&#9733;&#9733;
60 | &#9733;&#9733;&#9733;&#9734;&#9734;
70 | My Rating⏎=========⏎7/10
70 | ### 7/10
75 | Rating⏎7.5/10
70 | Score:⏎7/10
80 | Rating: 4 / 5 – fans of the sea will love it.
80 | Rating: 4/5. Fans will love it.
80 | 4/5, fans will love it.
60 | 3/5 - for fans only
80 | Rating: 4/5 (for fans of boats)
60 | I'd give it a 6/10, but fans may give it more.
60 | 6/10. Your mileage may vary.
60 | I'll give it 3 stars, which is more than most people will.
80 | I'd give it 4 out of 5 stars, people.
70 | It was good, so I'll give it 7/10.
40 | For all that, I can only give it 2 stars.
70 | Not a classic, but a solid 7/10.
50 | Not great, not terrible. 5/10
70 | Never dull. 7/10.
50 | Hardly a classic, so 5/10.
90 | Great acting and great music! 9/10
70 | Good fun. 7/10
70 | Fun for all. 7/10!
60 | Directed by Otto Marsh. 98 minutes. 3/5
60 | Directed by Otto Marsh⏎Starring Rosa Quint⏎★★★
60 | ★★★⏎Starring Rosa Quint
75 | Rated PG-13. 3 stars out of 4.
75 | Three stars (out of four). Rated PG-13.
60 | (3 stars)
80 | 4 stars: worth the trip
80 | 4 stars, easily.
80 | Easily 4 stars.
40 | Two stars out of a possible five.
80 | A four out of five.
80 | Four out of five for me.
20 | Ok, I'll get it over with: *1/5* (swim away).
20 | Let's get this over with: 1/5.
20 | 1/5 on the grand scale (aka "Swim away!") – bring a towel.
60 | A 3/5 on my usual scale.
60 | *3/5*
60 | I give it __3/5__, no more.
80 | My rating: **4/5**.
70 | – 7/10
70 | — 7 / 10 —
70 | ~7/10
70 | 7/10 :)
70 | 7/10 😊
70 | 👍 7/10
70 | 🎬 7/10
70 | 🍿 7/10
70 | Rating 🍿 7/10
90 | 🌟 4.5/5
70 | ✅ 7/10
70 | Ratings: 7/10
70 | Rating :7/10
70 | rating 7/10
70 | RATING: 7 / 10 STARS
72.5 | Rating: 7.25/10
70 | Rating: 70/100
70 | Rating: 70%
75 | SCORE: B
67 | Score: B-
83 | Verdict: B+
80 | ⏎- Rating: 8/10
80 | ⏎- Source: a library⏎- Rating: 8/10⏎- Length: 90 minutes
80 | If I had to give a rating, I'd say something like 4 of 5 stars.
80 | I think it should get an 8/10.
"""


def trials(table: str) -> list[tuple[str, float]]:
    rows = (line.partition(" | ") for line in table.strip().splitlines())
    return [(words.replace("⏎", "\n"), float(value)) for value, _, words in rows]


@pytest.mark.parametrize(("words", "value"), trials(SAID))
def test_a_score_at_the_end_of_a_review(words: str, value: float) -> None:
    own = find_score(REVIEW.format(words))
    assert own is not None
    assert own.score.value == value


@pytest.mark.parametrize(
    "words",
    [
        "Don't miss out!! 3 out of stars 5 stars.",
        "More warmth would have made it a four-star film.",
        "A better end could have earned it 5/5.",
        "* The boats are fine.\n* The gulls are wet. ★ ★\n* The rain is cold.",
        "History grade: D-",
    ],
)
def test_stars_that_might_be_or_are_all_there_are_no_score(words: str) -> None:
    assert find_score(REVIEW.format(words)) is None


@pytest.mark.parametrize(
    "unit",
    ["★ ", "☆ ", "⭐ 4 ", "7 of 7 ", "giving it ", "A is ", "so ", "rating\n4/5\n", "I saw ", "so: A "],
)
def test_a_number_among_long_nonsense_is_read_or_refused_at_once(unit: str) -> None:
    own = find_score(f"4/5 {unit * (40_000 // len(unit))} 4/5.")
    assert own is None or own.score.value == 80
