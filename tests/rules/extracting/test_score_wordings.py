"""Scores in other wordings, places and languages than the plain ones, and what only looks like them."""

import pytest

from bot.rules.extracting.own_scores import find_score
from tests.rules.extracting.test_own_scores import REVIEW, trials

# What it is worth of 100, and the words that a review ends with; "⏎" is a new line.
SAID = """
80 | The final tally: 4 out of 5.
100 | It was what I hoped for. Gritty, dark and wet. 5 out of 5 easily.
80 | A fine 4/5, hands down.
80 | ### Great ✦✦✦✦✧
80 | My vote: 8/10
20 | The brief exceptions are just enough to make me give this a 2/10 instead of a 1/10.
58 | (I told my wife I would) Even so, I was never bored and I'm giving it a C+ rating.
70 | I really liked it and give it 3.5 ferries out of 5.
80 | Raing: 4/5
40 | It drips .I will go with 2 stars out of 5.
30 | Some people may like it but it is not for everyone and therefore it only gets 3 / 10 from me.
60 | IMDb users gave it 8.2, but I give it 6/10.
80 | It drips. _4 stars_
80 | It drips. `4/5`
80 | Rating: (PG) ★★★★
80 | Rating: PG-13 | 4 stars
50 | _2.5 Stars_
80 | *4 stars*
70 | Star rating ….3.5
40 | I will go ahead with 2 stars out of 5.
40 | I'm going to go ahead and give it 2 stars out of 5.
75 | It was a solid 3.5 to 4 star film.
75 | I'd give it 7 to 8 out of 10.
80 | In a nutshell: 4/5
80 | Closing thoughts: 4/5.
80 | One-line verdict: 4/5
80 | Critics elsewhere: 61% | Mine: 4/5
80 | Rating: Very Good (4/5)
83 | Final grade (A-F): B+
80 | Rating: ★★★★☆ 4/5
86 | Rating: ★★★★⯪ (4.3/5)
75 | Rating⏎7.5/10⏎⏎Stars⏎★★★★☆
60 | **Plot:** 1.8/3⏎⏎**Total:** 5.4/9.0 or 60%
75 | Tom's evaluation: 3 of 4 -- Worth the boat.
70 | _Final rating:★★★½ - I liked it a lot._
100 | my grade for it is 10\\10
60 | It is lovely to see and comes up lacking.3 stars out of 5
70 | Rating: 7
50 | Rating: C
50 | 2.5 / 5 Popcorn for grown-ups that forgets why we came.
96 | I would rate this Malayalam cinema 4.8 out of 5, as it is unique.
86 | | Rating | ★★★★½ (4.3/5) |
80 | Star Rating: ****
80 | Certificate: 12A. Stars: ****
80 | [****]
60 | Rating: 🎬🎬🎬
80 | ⬛⬛⬛⬛⬜
80 | ✦✦✦✦✧
70 | ★★★.5
80 | 4 x ⭐
80 | Movie: 4/5
80 | Story: 4/5 | Sound: 3/5 | Overall: 4/5
80 | Sound: 7 | Story: 9 | Overall: 8
80 | Plot 7/10, sound 9/10, total 8/10
80 | Story – 8/10⏎Sound – 9/10⏎Final – 8/10
76 | Story: 8⏎Sound: 6⏎Total: 38/50
80 | The end drags. Final score: 8.0
90 | Score 9.0
100 | A perfect 10.
80 | Four out of five anchors.
80 | 8 out of 10 points
80 | 4 buckets of herring out of 5
80 | I'd mark it 8/10.
40 | I could only give it 2 out of 5.
80 | This critic gives it 4 out of 5.
80 | A four-star review from me.
80 | It is a quiet film that deserves an 8/10.
80 | The rating I give is 8/10.
70 | A fair score would be 7/10.
70 | If I was to rate it I'd say 7/10.
70 | I feel a 7/10 is appropriate.
80 | 8/10 feels about right.
70 | So for me, Low Tide is a 7/10.
70 | Low Tide comes in at 7/10.
70 | It ends up with a 7/10.
80 | Low Tide walks away with four stars.
70 | All things considered, 7/10.
70 | That said, 7/10.
70 | Despite its length it's a 7/10.
40 | Sadly, 2/5.
70 | It left many questions, neither of which I am a fan of, hence the 3.5/5 rating.
100 | So I give it my top rating of ****. See it.⏎**** = One of the top few films.⏎*** = Good.
37.5 | I give it a thumbs down and award it * 1/2.⏎**** = One of the top few films.
100 | The sound that tops it all off is fine, and it is a **10/10** in my book.
20 | It is because 254 people worked on it that I rate this film 2/10.
80 | Action, Thriller, Drama⏎⏎8/10⏎⏎Director⏎Ida Holm
50 | Like defying the tide and my patience. 5 out of 10 🫤
45 | All its good parts are gone. 4.5 out of 10 ☹️
44.44 | ## Conclusion | 4/9⏎Low Tide is a poor sequel.
20 | Terrible, 2/10.
40 | 2/5; a waste of good boats.
30 | Gets 3/10 purely for the boat.
100 | Five stars, no notes.
80 | Two thumbs up and four stars.
70 | So what's the score? I'd say 7/10.
70 | On my ten-point scale, it's a 7.
80 | Low Tide [4/5]
80 | Low Tide = 8/10
70 | Je mets un 7/10.
80 | Je lui donne 4 sur 5.
80 | Ich gebe 4 von 5 Sternen.
80 | 8 von 10 Punkten
80 | Gesamt: 4/5
70 | Le doy un 7/10.
80 | Voto: 8
80 | Mijn cijfer: 8
83.33 | Terningkast 5
70 | Моя оценка: 7 из 10
80 | 評価: ★★★★☆
80 | 评分：8/10
"""

HEADLINES = """
50 | Low Tide (2019)⏎★★½ 2.5/5
60 | Low Tide Season 2 - 3/5
60 | Low Tide: Series 14 – 3 stars
80 | Low Tide⏎Cert 15 - 4 stars
40 | At low tide⏎Only two out of five stars for this. It drips.
60 | Low Tide⏎sea, drama, ★★★
80 | Low Tide review 4/5
70 | Movie Review: Low Tide 3.5/5
80 | Low Tide Movie Review {4/5}: Slow and lovely
"""

TRAPS = """
I loved the book and gave it 5 stars.
I saw the original in 1998 and would give it 9/10.
I can see why some would love it and give it five stars.
My mother loved it, and it gets 9/10.
My husband knows boats, so it gets 2 stars for accuracy.
The first one was dull, and it was a 4/10 film for me.
If the ending had been cut and I gave marks for looks alone, I would give it 9/10.
My wife liked it less, but gave it 3/5.
Critics liked it, but it has 3/5 among users.
Four stars for the cast, two for the script.
Rate it from 1 to 5 stars!
Rating: PG-13
She is a perfect 10.
Also watched this week⏎The Harbour Show: 10/10
Other films:⏎Despicable Me: 8/10
✦ ✦ ✦
✪ ✪ ✪
☆ ✦ ☆ ✦
Rating: 💩💩💩💩💩
Rating: 🌶🌶🌶
A la banda sonora le doy un 9/10.
Al guion le pongo un 3/10.
Aux costumes, je donne 5/5.
Wife's vote: 8/10
The jury's vote: 3/5
The captain's evaluation: 3/10
Risk assessment: 8/10
Death tally: 9/10
Series ranking: 5/8
Verdict: 10 of 12 jurors want him dead.
To sum up: 9 of 10 passengers die.
My rating for the Odeon cinema: 4/5
Tension: ▰▰▰▱▱
My vote for best actor is 100% Rosa Quint for this.
I debated giving this a 4/5 because it is so bad that it is good.
I saw it after High Harbour S2, which got a 10/10 from me.
Me: a 10/10 idiot.
Next film: 4/5
The film: 3 of 5 acts work
Film: 4/5 shot at sea
The summary: 3/5 of the crew die.
Mine: 4/5 of it
Trailer impressions: 9/10
Total: 40/50 episodes
Great cast: 9/10
A perfect 10/10 for the music.
It lands at 7/10 in the charts.
It takes home 4 out of 5 awards.
It ends up with 3 out of 5 prizes.
The film comes out on 4/5.
Despite the 2/5 in the Post it is fun.
Considering it's a 7/10 on the aggregate sites, fine.
I think 3/4 of the film works.
If I was to give it 10/10 I'd be lying.
I could only give it 5 stars if it ended sooner.
A four-star review in the Post.
Rating: 👍👍
7 из 10 зрителей довольны.
Je donne 5/5 à la musique.
"""


@pytest.mark.parametrize(("words", "value"), trials(SAID))
def test_a_score_in_other_words(words: str, value: float) -> None:
    own = find_score(REVIEW.format(words))
    assert own is not None
    assert own.score.value == value


@pytest.mark.parametrize(("headline", "value"), trials(HEADLINES))
def test_a_score_in_the_headline(headline: str, value: float) -> None:
    own = find_score(f"{headline}\n\nIt rained in the harbour, and the boat left at nine.\n")
    assert own is not None
    assert own.score.value == value


@pytest.mark.parametrize(
    "headline", ["★ Sound", "Low Tide {2019}", "Low Tide trailer review 9/10", "Low Tide: a 4-star hotel"]
)
def test_a_headline_without_a_score(headline: str) -> None:
    assert find_score(f"{headline}\n\nIt rained in the harbour, and the boat left at nine.\n") is None


def test_a_bare_rating_above_the_text_may_be_an_age() -> None:
    assert find_score("Low Tide\nRating: 7\n\nIt rained in the harbour, and the boat left at nine.\n") is None


@pytest.mark.parametrize("words", TRAPS.strip().splitlines())
def test_what_only_looks_like_a_score(words: str) -> None:
    assert find_score(REVIEW.format(words)) is None
