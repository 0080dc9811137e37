"""Whole articles in many styles become right drafts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import Draft
from bot.rules.extracting import NotAReview, read_article
from storage import Credit

SEED = Path(__file__).resolve().parents[4] / "shared" / "seed" / "ballerina-netflix-review.txt"

REVENGE = """\
Lanternfish Netflix Review – Meet the coldest diver of the year in the new revenge action-thriller \
‘Lanternfish’, in our Lanternfish Netflix Review! If you held your breath through ‘Cold Harbour’, argued \
with your sofa over ‘The Ninth Guest’ or wept for the brothers of ‘Paper Kites’, your evening is planned.
Lanternfish Netflix Review – Trailer
The new revenge thriller, Lanternfish, follows Han Soo-Min, played by Park Eun Bi, a retired diver who \
cannot let go of an old debt. The plot is simple. Her calm is quite similar to Hollywood's Salt Road \
franchise starring Dean Hollis.
Also Read – Empty Orchard Netflix Movie Review 2021: Sweet or Sour?
Everything shifts when her sister attempts suicide, and the trail leads to the broker, Do Kang played by \
Lee Joon-ho.
The cast is the great strength of the film. Park Eun Bi and Lee Joon-ho were last seen together in Midnight \
Ferry. In a heavily lit warehouse she shoots his driver and sets the place on fire.
Lee Joon-ho plays the Do Kang with a smile, as he did Yoon Tae in Glass Garden.
The most striking thing is the use of colour and light. The harpoon is eventually used on Do Kang, and the \
sea closes over him. All in all, Lanternfish is a great watch, with strong performances, a brisk plot and \
well choreographed fights, a treat for every action-thriller lover! Lanternfish is out on Netflix!
KPK Score
All in all, Lanternfish is a great watch, with strong performances, a brisk plot and well choreographed \
fights, a treat for every action-thriller lover! We give Lanternfish a happy 4 out of 5!
"""

WORDS = """\
The Salt Orchard (2016)

The Salt Orchard follows two brothers who inherit a failing farm on a Welsh island. Mia Torrance (Ruth \
Calder) is \
the neighbour who knows more than she says.

The cinematography is gorgeous and the pacing never drags. It is a quiet drama, reminiscent of 'Winter \
Tide', and \
it trusts its audience. In the final scene the barn burns down and the older brother dies.

I'd give it three and a half out of four.
"""

NO_SCORE = """\
Nothing grows up here, and nobody leaves

Our critic reviews Highmoor, directed by Lena Fairbrother

Highmoor is a film about weather. It tells the story of a surveyor sent to count sheep who ends up counting \
days. \
For an hour it is as patient as its hills. Highmoor is never dull, yet it asks for a lot of goodwill.

On 9/11 the director was in New York, and three out of four scenes were cut in the years after. Highmoor \
runs for \
98 minutes, and every one of them is wet.
"""

SOMEBODY_ELSES = """\
Copper Sky review: a hollow spectacle

Copper Sky has 94% on Rotten Tomatoes and an average of 8.1/10 on IMDb, and The Morning Post gave it 5 \
stars. \
I sat through the same film and saw none of that. The script is weak. The film is a parade of explosions in \
search \
of a person, and it goes on for a hundred and sixty minutes. Don't bother.

Acting: 3/5
Story: 1/5
"""

SEASON = """\
Dark Harbour season 2 review: deeper water

The second season of Dark Harbour picks up a year after the storm. The show keeps its slow, confident \
rhythm, and \
each episode ends on a better question than the one before. Streaming now on Hulu, the series is a fun \
watch and \
the cast is superb. Grade: B+
"""

BLOCK = """\
**Movie Review: _The Glass Fjord_**

Director: Ida Holm
Cast: Per Lund, Anna Vik and Jo Nash
Genre: Horror, Mystery
Runtime: 101 minutes
Certification: 15
Year: 2019

A family rents a house above the water and hears somebody walk below. _The Glass Fjord_ is built with great \
care.

Pros:
- Icy sound design
- A fearless lead performance

Cons:
- One dream too many

Verdict
Patient, icy and hard to shake off.
**7/10**
"""

STARS = """\
★★½

Review: Pocket Thunder

Pocket Thunder is an animated comedy about a very small storm who lives in a coat. Children will laugh at \
the \
slapstick, and the songs are charming. It is a lot like 'Button Moon', only louder, and it is perfect for \
families.

The jokes fall flat in the middle hour. Sadly the script lacks a second idea.
"""

PUN = """\
The wheel thing

Rosa Quint on the new film by Otto Marsh

Spokes

Director: Otto Marsh
Writer: Otto Marsh
Starring: Kit Arden, Zoe Bell-Price
Rating: 2/4

Spokes wants to be a comedy about a cycling club and a tragedy about its treasurer. Kit Arden plays Monty, \
who has \
lost the club's savings. It looks splendid. Unfortunately the dialogue is wooden, and Spokes never finds \
its gear.
"""

WRAPPED = """\
The Long Ferry

Half the people I know have told me to see The Long Ferry, and none
of them could say what it is about. It is set in a harbour town in the
last summer of the war, and "The Long Ferry" is better than "Quayside"
because it lets people talk.

My rating (out of 5): 4
"""


def read(text: str) -> Draft:
    return read_article(text)


def test_a_long_promotional_review_gives_every_part() -> None:
    draft = read(REVENGE)
    assert (draft.title, draft.kind, draft.platform, draft.year) == ("Lanternfish", "film", "Netflix", None)
    assert (draft.score_text, draft.score, draft.verdict) == ("4 out of 5", 80.0, "watch")
    assert set(draft.genres) == {"Action", "Thriller"}
    assert draft.people == (
        Credit("Park Eun Bi", "cast", "Han Soo-Min"),
        Credit("Lee Joon-ho", "cast", "Do Kang"),
    )
    assert draft.comparables == ("Cold Harbour", "The Ninth Guest", "Paper Kites", "Salt Road")
    assert draft.audience == "Action-thriller lovers"
    assert draft.notes == ("suicide", "violence")


def test_a_promotional_reviews_summary_is_short_and_gives_nothing_away() -> None:
    draft = read(REVENGE)
    assert 0 < len(draft.summary.split()) <= 60
    assert draft.summary.endswith((".", "!"))
    for told in ("suicide", "shoots", "harpoon", "fire", "4 out of 5", "out on Netflix"):
        assert told not in draft.summary
    for told in ("attempts suicide", "she shoots his driver", "harpoon is eventually used"):
        assert told in draft.spoilers
    assert draft.summary.count("great watch") == 1
    assert any("cast" in point or "performances" in point for point in draft.pros)
    assert draft.cons == ()


def test_a_score_in_words_and_a_year_behind_the_title() -> None:
    draft = read(WORDS)
    assert (draft.title, draft.year, draft.kind) == ("The Salt Orchard", 2016, "film")
    assert (draft.score_text, draft.score, draft.verdict) == ("three and a half out of four", 87.5, "watch")
    assert draft.people == (Credit("Ruth Calder", "cast", "Mia Torrance"),)
    assert draft.comparables == ("Winter Tide",)
    assert draft.summary.startswith("The Salt Orchard follows two brothers")
    assert "dies" in draft.spoilers
    assert "dies" not in draft.summary


def test_no_score_is_invented_and_a_pun_is_not_the_title() -> None:
    draft = read(NO_SCORE)
    assert draft.title == "Highmoor"
    assert (draft.score, draft.score_text, draft.verdict) == (None, "", None)
    assert Credit("Lena Fairbrother", "director") in draft.people


def test_other_peoples_scores_are_not_the_reviewers() -> None:
    draft = read(SOMEBODY_ELSES)
    assert draft.title == "Copper Sky"
    assert draft.score is None
    assert draft.verdict == "skip"
    assert "The script is weak" in draft.cons


def test_a_season_is_read_with_its_number_and_platform() -> None:
    draft = read(SEASON)
    assert (draft.title, draft.kind, draft.season) == ("Dark Harbour", "season", 2)
    assert (draft.platform, draft.score, draft.verdict) == ("Hulu", 83.0, "watch")


def test_labels_and_lists_are_read_where_an_article_has_them() -> None:
    draft = read(BLOCK)
    assert (draft.title, draft.year) == ("The Glass Fjord", 2019)
    assert draft.genres == ("Horror", "Mystery")
    assert draft.people == (
        Credit("Ida Holm", "director"),
        Credit("Per Lund"),
        Credit("Anna Vik"),
        Credit("Jo Nash"),
    )
    assert draft.pros == ("Icy sound design", "A fearless lead performance")
    assert draft.cons == ("One dream too many",)
    assert (draft.score_text, draft.verdict) == ("7/10", "watch")


def test_stars_before_the_headline_are_the_score() -> None:
    draft = read(STARS)
    assert (draft.title, draft.score, draft.verdict) == ("Pocket Thunder", 50.0, "maybe")
    assert draft.comparables == ("Button Moon",)
    assert draft.audience == "Families"
    assert {"Animation", "Comedy"} <= set(draft.genres)


def test_a_title_line_below_a_pun_is_found() -> None:
    draft = read(PUN)
    assert (draft.title, draft.score, draft.verdict) == ("Spokes", 50.0, "skip")
    assert Credit("Kit Arden", "cast", "Monty") in draft.people


def test_lines_broken_at_a_fixed_width_are_read_as_paragraphs() -> None:
    draft = read(WRAPPED)
    assert (draft.title, draft.score) == ("The Long Ferry", 80.0)
    assert draft.comparables == ("Quayside",)


def test_a_known_name_settles_which_capitalised_words_are_the_work() -> None:
    text = (
        "A night in Elmstead with Harbour Lights\n\n"
        + "It went on and on, and then it rained for a \
while. "
        * 5
    )
    assert read_article(text, {"Harbour Lights"}.__contains__).title == "Harbour Lights"


def test_a_bare_name_is_compared_only_if_it_is_known() -> None:
    text = WORDS + "\nIt is better than Foxglove Lane by some way.\n"
    assert "Foxglove Lane" not in read(text).comparables
    assert "Foxglove Lane" in read_article(text, {"Foxglove Lane"}.__contains__).comparables


@pytest.mark.parametrize("text", ["", "  \n ", "Spokes review: 4/5"])
def test_too_short_a_text_is_refused_with_a_word_on_what_to_do(text: str) -> None:
    with pytest.raises(NotAReview, match="too short"):
        read(text)


def test_a_text_that_names_no_work_is_refused() -> None:
    with pytest.raises(NotAReview, match="title"):
        read("it was fine and then it was over and we all went home in the rain. " * 4)


def test_a_review_that_gives_a_score_is_kept_though_it_names_no_work() -> None:
    text = "the harbour is wet , and the film is long . the director likes rain . the cast is cold . " * 3
    draft = read(text + "\ni rate it a 7 on the 0 to 10 scale .")
    assert draft.title
    assert draft.score == 70
    assert draft.evidence["title"].sure < 0.3


@given(st.text(max_size=600))
def test_any_text_is_read_or_refused(text: str) -> None:
    _read_or_refuse("Spokes review\n" + "word " * 30 + text)


@pytest.mark.parametrize(
    "unit",
    ["A", "a ", "A ", ".", "? ", "'A", '"', "(", "[x](", "**a", "_", "★", "1/", "4/5 ", "Review: ", "A - ",
     "<", "if you 'A ", "I give it ", "Kim Ji played by Lee Bo ", "season 2 ", "better than A ",
     "drama-", "\n", "A of the ", "\u202eA ", "\U0001f37f", "\U0001f37f ", "\x00", "\u0645 ", "three units ",
     "a 7 out of ", "| a ", "{{", "A is a ", "A (1999 ", "unlike 'A", "'A' ", " .", "more more than "],
)  # fmt: skip
def test_a_long_repeated_text_is_read_or_refused(unit: str) -> None:
    _read_or_refuse("Spokes review\n" + (unit * (50_000 // len(unit))))


@pytest.mark.parametrize("letter", ["a", "A", "9", "★", "'", "\u0301", "\u200d", "\ufdfd"])
def test_a_word_of_ten_thousand_characters_is_read_or_refused(letter: str) -> None:
    _read_or_refuse("Spokes review\n" + "It rained. " * 20 + letter * 10_000 + " It rained.")


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=600))
def test_any_unicode_is_read_or_refused(text: str) -> None:
    _read_or_refuse("Spokes review: 4/5\n" + "It rained on Spokes. " * 12 + text)


def test_a_review_without_a_score_is_judged_by_its_tone() -> None:
    praise = "Spokes is a gorgeous and witty film. The cast is superb and the ending is a triumph. "
    draft = read("Spokes\n\n" + praise * 2 + "It is never dull. It is a delight from start to finish.")
    assert (draft.score, draft.verdict) == (None, "watch")
    assert draft.evidence["verdict"].sure >= 0.7


def _read_or_refuse(text: str) -> None:
    try:
        draft = read(text)
    except NotAReview:
        return
    assert draft.title
    assert draft.score is None or 0 <= draft.score <= 100
    assert len(draft.summary.split()) <= 60


@pytest.mark.skipif(
    not SEED.exists(), reason="the seed article lies beside the repository only in its workshop"
)
def test_the_seed_article() -> None:
    draft = read(SEED.read_text(encoding="utf-8"))
    assert (draft.title, draft.kind, draft.platform, draft.year) == ("Ballerina", "film", "Netflix", None)
    assert (draft.score_text, draft.score, draft.verdict) == ("4 out of 5", 80.0, "watch")
    assert {"Thriller", "Action"} <= set(draft.genres)
    assert draft.people == (
        Credit("Jeong Jong Seo", "cast", "Jang Ok-Ju"),
        Credit("Kim Ji-hoon", "cast", "Choi Pro"),
    )
    assert draft.comparables == ("Gone Girl", "The Glory", "Little Women", "Celebrity", "John Wick")
    assert draft.audience == "Action-thriller lovers"
    assert set(draft.notes) == {"sexual violence", "suicide", "violence"}
    assert draft.language == "en"
    assert draft.pros
    assert draft.cons == ()
    assert "great watch" in draft.summary
    for told in ("suicide", "death", "flamethrower", "shoot", "blood", "Choi Pro", "avenge"):
        assert told not in draft.summary
    for told in (
        "attempts suicide",
        "shoots the leader",
        "blood dripping",
        "flamethrower is eventually used",
    ):
        assert told in draft.spoilers
