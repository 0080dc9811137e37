"""A score that is said in other words, or without its scale, is put plainly before it is looked for."""

import pytest

from bot.rules.extracting.own_scores import find_score
from bot.rules.extracting.restating import restated, with_scale

REVIEW = """Low Tide
It rained in the harbour, and the boat left at nine.

{}
"""

# What it is worth of 100, and the words.
SAID = """
40 | I won't rate it more than 2 out of 5.
40 | I wouldn't give it more than 2 out of 5.
40 | I cannot give it any more than 2 stars.
40 | I can't give this film more than 2/5.
40 | I can't go higher than 2/5.
40 | It doesn't deserve more than 2 stars.
40 | Can't give it more than two stars.
40 | No more than 2/5 from me.
60 | It's no more than a 3/5.
80 | I can't give it less than 4/5.
100 | Nothing less than 5 stars.
50 | 5/10 at best.
40 | At best, it's a 2 out of 5.
40 | I'd give it 2/5 at most.
40 | I give it 2 stars, tops.
55 | I'm going to give Low Tide a 5.5 at best.
55 | A 5.5 at best.
75 | I give it a 7.5.
70 | I give it a 7.
80 | It's an 8 from me.
80 | A solid 8.
85 | I'd rate it an 8.5 overall.
85 | I give it an 85.
85 | Score: 8.5
85 | Rating: 8.5
80 | My rating: 8
75 | Overall: 7.5
87 | Final score: 87
80 | Star rating: 4
80 | Stars given: 4
80 | Score (/5): 4
80 | Score /10: 8
80 | Rating → 4/5
80 | Rating -> 4/5
80 | Rating..........4/5
80 | Rate: 4/5
80 | Recommendation: 4/5
75 | I give it a seven point five out of ten.
80 | 8 on 10
80 | 80/100
60 | It rates three stars.
60 | It scrapes a 3/5.
60 | It just about earns 3/5.
60 | I can only muster 3 out of 5.
60 | The best I can do is 3 out of 5.
60 | I would go for 3 out of 5.
60 | So 3 out of 5 for this one.
60 | Will rate it 3 out of 5.
60 | From my side it is 3/5.
60 | 3/5 is being generous.
80 | For these reasons, 8/10.
80 | Hence four stars.
80 | That earns it four stars.
80 | If I had to rate it I'd say 8/10.
80 | Easy 8/10.
80 | I gave it 4 out of 5 on Letterboxd.
80 | Low Tide: 4/5
80 | Low Tide ★★★★
"""

TRAPS = """
They gave it 4 out of 5 on Letterboxd.
I saw it gets 4 out of 5 on Letterboxd.
IMDb score: 7.4
Metascore: 81
Metacritic score: 81
Age rating: 15
Rating: 12
Rated 18
Score: 3
Score: 12 tracks
Score: Hans Ebb
Final score: 21
Final score: 3-1
Music score: 8
Music: 8
She gets a 10 on the exam.
He gives her an 8.
My wife gives it an 8.
They give it an 8.5.
The judges give it a 9.5.
I give the music an 8.
I give the first season an 8.5.
I'd give the prequel an 8.
I give it a 10 minute head start.
I give it a 6 on the mirror test.
I give it a 3.
It gets a 12A certificate.
It earns 90 million.
It scores 95 on the tomato site.
She's a 10.
It's a 10 from the judges.
I never give anything more than 4/5.
You can't give it more than 2 stars.
Critics won't give it more than 2/5.
My brother wouldn't give it more than 2 stars.
I don't usually give a film more than 3/5.
No more than 2 out of 5 people cried.
Nothing less than 5 stars, says The Harbour Times.
4 on 5 boats leave.
They play 5 on 5 in the yard.
Watched on 8/10.
The best they can give is 4/5.
The boat scores 4/5 in the race.
My mother manages 8/10 stairs.
If it had an ending, I'd give it an 8.
I wanted to give it an 8.5.
I would have given it an 8.5.
I almost gave it an 8.5.
Would you rate it an 8?
The hotel rates four stars.
Fans manage a 9/10.
User recommendation: 4/5
The score → 45 violins
The temperature was 8.5.
At best, 2 of 5 boats return.
He scored an 8.5 at best.
His dive gets a 5.5 at best.
Story: 4/5
Harbour Watch: 4/5
"""


@pytest.mark.parametrize("row", SAID.strip().splitlines())
def test_a_score_in_other_words(row: str) -> None:
    value, _, words = row.partition(" | ")
    own = find_score(REVIEW.format(words))
    assert own is not None
    assert own.score.value == float(value)


@pytest.mark.parametrize("words", TRAPS.strip().splitlines())
def test_another_number_is_not_made_a_score(words: str) -> None:
    assert find_score(REVIEW.format(words)) is None


def test_a_supposed_scale_is_left_to_the_editor() -> None:
    own = find_score(REVIEW.format("I give it a 7.5."))
    assert own is not None
    assert (own.score.scale, own.sure) == ("10", 0.6)


def test_up_to_five_and_from_there_to_fifty_the_scale_stays_open() -> None:
    assert with_scale("I give it a 4.") == "I give it a 4."
    assert with_scale("Score: 45") == "Score: 45"
    assert with_scale("I give it a 7.") == "I give it a 7/10."
    assert with_scale("Score: 51") == "Score: 51/100"


def test_what_is_not_given_more_than_is_given() -> None:
    assert restated("I won't rate it more than 2 out of 5") == "I rate it 2 out of 5"
    assert restated("The boat was more than 40 years old") == "The boat was more than 40 years old"


@pytest.mark.parametrize(
    "unit", ["I can't give it ", "we give it a ", "no more than 2 ", "score ", "a a a 7 "]
)
def test_long_nonsense_is_read_at_once(unit: str) -> None:
    assert find_score(unit * 4000) is None
