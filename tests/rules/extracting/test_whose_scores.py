"""Numbers of other people, of other works, of parts and of anything else are nobody's score of the work."""

import pytest

from bot.rules.extracting.own_scores import find_score

REVIEW = """Low Tide
It rained in the harbour, and the boat left at nine.

{}
"""

# "⏎" is a new line.
TRAPS = """
The Guardian: 4 stars. Empire: 3 stars.
"Breathtaking. Five stars." - The Morning Post
The poster says: five stars.
Empire called it a triumph and gave it five stars.
It holds an average of 7.2/10 from 90 critics.
It averages 3.5 stars.
On average it has 4 stars.
The average rating is 3.9/5.
The average score for the series is 8/10.
It has 4.5 stars on the shop's page.
Rated 4.5/5 by 2,000 people.
IMDb: ⭐ 7.9/10
⭐ 7.9/10 (IMDb)
⭐ 7.9/10 IMDb
IMDb ⭐ 7.9
Letterboxd: 3.9/5
Letterboxd users give it 3.9 stars.
TMDB: 78%
Tomatometer: 94%
🍅 94%
🍿 88%
CinemaScore: B+
It got a B+ CinemaScore.
Audiences gave it an A-.
My wife gives it 4/5.
My daughter's score: 10/10
My friend rated it 9/10.
Her rating: 3/5
His verdict: 2 stars
Dad's rating: 4/5
A friend told me it was a 10/10.
They said it was an easy 10/10.
You might think it's a 10/10.
Some would call it a 10/10.
Fans will call it a 10/10.
A two-star general runs the harbour.
A five star hotel is where they meet.
They eat in a three-star restaurant.
It's a four-star hotel with a one-star view.
He is a five star chef.
All the stars. Four stars in one scene.
Four stars of the stage play the crew.
It has three stars: Rosa Quint, Otto Marsh and a dog.
The film has two stars who never meet.
One star shines, the other does not.
Two stars collide in the sky.
9/11 changed the harbour.
They work 24/7.
On 7/10 the boat left.
7/10/2019
Posted on 4/5
Released: 4/5
Date: 8/10
Chapter 3/5
Part 2/5
Episode 8/10
Week 4/10
Day 7/10
Page 4/5
Film 6/10 of the marathon
Tickets: 8/10 sold
He wins 8 out of 10 games.
Nine out of ten sailors agree.
9 out of 10 dentists like boats.
Only 3 of 10 scenes work.
Four out of five jokes miss.
In 3 out of 4 scenes it rains.
In two of three cases he is right.
It ran at 100% of its speed.
I'm 100% sure of it.
I agree 100%.
100%
Video: 4/5⏎Audio: 3.5/5⏎Extras: 2/5
Audio quality: 4 stars
Picture: ★★★★⏎Sound: ★★★
Acting: ⭐⭐⭐⭐⏎Story: ⭐⭐
Story - 7/10⏎Acting - 8/10⏎Music - 9/10
Scare factor: 3/5
Gore: 4/5
Rewatchability: 8/10
Kids: 4/5⏎Parents: 2/5
Difficulty: 3/5
Family friendliness: 3/5
The boat chase is a 10/10 scene.
The music is 10/10.
The acting gets a 9/10.
The lead is a solid 9/10.
The effects are 10/10, but nothing else is.
10/10 for the costumes.
I give the boat 10/10.
I'd give the first half 8/10 and the second half 4/10.
I would give the first half less than 5/10. The second is more like a 6/10.
I gave the book 5 stars.
The first film was a 9/10.
The original gets 5 stars from me.
Its predecessor was an easy 8/10.
Season 1: 8/10⏎Season 2: 6/10⏎Season 3: 4/10
S1: 9/10⏎S2: 7/10
1. High Tide: 9/10⏎2. Low Tide: 8/10⏎3. Neap: 3/10
High Tide - 4/5⏎Low Tide - 3/5
- High Tide ★★★★⏎- Low Tide ★★
If you want a 10/10, see High Tide.
It could have been a 10/10.
It would have been five stars with another end.
Not quite a 10/10.
It's no 10/10.
It is hardly a five-star film.
I wanted to give it 5 stars.
I almost gave it 4 stars.
I was ready to give it 9/10.
Before the end I'd have said 8/10.
Why is this a 10/10?
How does this have 4 stars?
How can anyone give this five stars?
Does it deserve its five stars?
Who gives this 10/10?
What would you give it? 5 stars?
Would you give it 5/5?
Leave a rating: ★★★★★
Rate this: ☆☆☆☆☆
Your rating: ★★★★★
Rate this article⏎★★★★★
4.5/5 (120 votes)
Rating: 4.5/5 (120 votes)
★★★★☆ 4.2 (1,204 ratings)
Average user rating 4/5
User rating: ★★★★
5 stars - 40%⏎4 stars - 20%
★★★★★ = a masterpiece⏎★★★★ = good⏎★★★ = fair
5 stars: a masterpiece⏎4 stars: good⏎3 stars: fair
10/10 = perfect, 1/10 = sinks
How I rate: 5/5 is perfect.
A 5/5 means it is perfect, a 1/5 that it sinks.
My scale: 5 stars is a classic.
Rated R
Rated PG-13 for 2 scenes
Certificate: 15
Runtime: 1/2 hour
A B movie in every sense.
A B-movie.
The A plot and the B plot.
An A-list cast.
Plan B
He gets an A in school.
She gets straight As and a B+ in maths.
He scores 8/10 in the test.
She rates him 7 out of 10.
They rate each other's looks: 6/10.
"You are a 10/10," he says.
The judges give the dance 9/10.
The hotel gets 3 stars.
It gets 4 stars on Amazon.
The film has 8.2/10 on TMDB.
Rated 8.2/10 on the database.
Nominated for 4/5 prizes.
It won 3 out of 5.
Read our review of High Tide: 4/5
Related: High Tide ★★★★
More reviews: Neap (3/5)
Also see: Spring Tide, 8/10
Also watched this month: Neap, 8/10.
Next up: Neap (8/10)
IMDb score: 7.9
It has a 94% on Rotten Tomatoes.
With a 7.9/10 rating on IMDb, it is well liked.
Its score of 7.9/10 comes from 30,000 users.
It currently sits at 3.9/5.
The consensus is a 7/10.
On Letterboxd it has 3.9/5.
Rated 7.9/10, says IMDb.
Metacritic gives it 74/100.
MAL: 8.3/10
AniList: 82%
Trakt 79%
Douban 8.9/10
Peter Vale (The Post): 4/5
The Post's Rosa Quint: ★★★
Rosa Quint, The Post: ★★★★
"A joy" ★★★★★ The Post
★★★★★ - The Post
★★★★ The Herald
'A masterpiece' - 5 stars, The Post
Otto says it's a 9/10.
My brother thinks it is a 9/10.
My mum would give it 10/10.
Everybody calls it a 10/10.
The internet says 9/10.
Most would give it 8/10.
A colleague at the harbour gave it 9/10.
I gave High Tide a 9/10 last year.
High Tide was an 8/10 for me.
I gave season one 9/10.
Season 1 gets 9/10 from me.
The first season is a 9/10.
I'd give the pilot 9/10.
The finale is a 10/10.
Episode 5: 9/10
Ep. 3 - 8/10
The third act is a 2/10.
That twist: 10/10.
His acting: 10/10.
10/10 acting.
10/10 soundtrack
10/10 for the dog.
The dog is a 10/10.
The dog, 10/10.
Quint is a 10/10 here.
Only 4/5 of the crew survive.
2/3 of the film is rain.
Half of it, 1/2, is rain.
About 4/5 in, it turns.
Some 3/4 through, it turns.
It lost 4/5 of its crew.
He drinks 4/5 of the rum.
3/4 of an hour
1/5 cups of sugar
In 9/10 cases it fails.
9/10 times the joke fails.
They won the match 4/5.
The odds are 4/5.
10/10 people would drown.
Four stars glow over the sea.
Two stars and a moon.
The two stars have no chemistry.
Five star cast.
Three star names lead the cast.
An ensemble of five stars.
One star, two boats.
A film with three stars.
All five stars are good.
4 stars in the making.
5 stars on the flag.
A general with four stars.
It got a C in history.
Vitamin C.
Class C drugs
He plays C. Marsh.
Jay C. Flip stars.
Section B
Side A and side B
The boat gets a B.
Block B+
Hepatitis C.
He got an F.
Part A
A- list
C+ is a language
Rating: TV-MA
Rating: 12A
Rated 18
Rating: 15 certificate
Rating: A
Suitable for ages 7/10
MPAA Rating: R
Parental guide: 3/5
Film 3 out of 10 in the list.
Reviewed 4/10/2020
Sent 3/5, 9 pm
Watched: 8/10/21
Bechdel: 3/3
Aspect: 4/3
Aspect ratio 4/3
16/9
Disc 1/5
Round 3/5
5 out of 5 found this helpful.
12 of 15 people liked this review.
Was this helpful? ★★★★★
Give your rating ★★★★★
Select rating: ★★★★
Write a review ★★★★★
Reader rating: 4/5
Member rating: 4/5
Customer reviews: 4.5 out of 5 stars
4.5 out of 5 stars (1,200)
Amazon: 4.5 out of 5 stars
Next week: High Tide, 4/5
Last week: High Tide, 4/5
Previously: High Tide (4/5)
You may also like: High Tide ★★★★
Better than High Tide (6/10).
like high tide (6/10)
High Tide (B+), Neap (C-)
See also Neap, a solid 7/10.
I wish I could give it 5 stars.
I want to give this 5 stars.
I'd love to give it 10/10.
It deserved 5 stars.
With a better end it's a 9/10.
It should be a 9/10.
It needs to be a 9/10 to work.
Had it ended there, it would be a 10/10.
It isn't a 10/10.
It's not a 10/10 by any means.
No 10/10 here.
Nobody gives 10/10 for this.
I don't give 10/10 lightly.
I rarely give 5 stars.
I never give 5 stars.
I reserve 5 stars for classics.
I give 5 stars to films I love.
A 5 star rating from me is rare.
Five stars is a lot.
A 10/10 must be perfect.
The Tomatometer stands at 4/5.
Score on IMDb: 7/10
IMDb's rating: 7/10
On IMDb: 7/10
IMDb: 7/10⏎Metacritic: 70/100
Rotten Tomatoes: 85%⏎IMDb: 7/10
RT: 85%
RT score: 85%
Google users: 92%
Google reviews: 4.5/5
TV Guide: 3/5
Common ratings: 4/5 by readers
Site rating: 4/5 from 20 votes
Community score: 8/10
Fan score: 9/10
Staff average: 7/10
The rating, 7/10, is IMDb's.
7/10 on IMDb
7/10 (IMDb)
7/10 according to IMDb
A 7/10 on IMDb, as I write.
It scores 7/10 at IMDb.
It gets 7/10 on IMDb.
This film has 7/10.
The film scored 85% with critics.
The film got 4/5 from The Post.
The film received five stars from The Post.
The film earned a B from audiences.
It earned an A- CinemaScore.
Quint gives a 10/10 performance.
That is a 10/10 line.
A 10/10 opening scene.
What a 10/10 ending!
His moustache: 10/10
Moustache 10/10
Boats: 5/5
Boat count: 3/5
Popcorn: 4/5
Seats: 4/5
Cinema: 4/5
Sound 5/5
Look: 5/5
Plot: ★★
Overall acting: 4/5
Overall sound: 4/5
Total runtime: 1/2 hour
Violence: 3/5⏎Language: 2/5
Sex & nudity: 1/5
Overall violence: 3/5
I'd give the director 5/5 for nerve.
I give Quint 5/5.
I give them 3/5.
I give the band 4 stars.
We give our hotel 4 stars.
We gave the restaurant 2 stars.
I rate Quint a 9/10 actor.
I'd give the book 4/5.
The book is a 9/10.
The game is a 7/10.
I'd rate the original 9/10.
I rated the first one 4 stars.
I gave the last one 7/10.
Part one was 8/10.
Volume 1 got an 8/10 from me.
I bless Season 1 with *5/5*.
I bless the music with *5/5*.
Tom blesses it with 5/5.
2/5 on the fright scale, if that.
The music is a 2/5 on the grand scale.
"""


@pytest.mark.parametrize("words", TRAPS.strip().splitlines())
def test_a_number_that_is_no_score_of_the_reviewer(words: str) -> None:
    assert find_score(REVIEW.format(words.replace("⏎", "\n"))) is None
