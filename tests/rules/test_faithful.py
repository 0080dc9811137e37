"""Summaries by somebody else, true and false, of articles of our own: what gets through is the article's."""

from dataclasses import replace

import pytest

from bot.rules.drafts import Draft
from bot.rules.faithful import faithful_summary
from bot.rules.sources import Source
from storage import Credit

FERRY = """\
Salt Harbour follows Marit Oyen, a ferry pilot who has run the same crossing for nine winters. The camera of \
Jonas Feld stays close to her hands and lets the weather talk. There is a patience in it that reminded me of \
Low Tide. At the end Marit drowns beside the impostor who had forged the harbour papers.

On IMDb people give it 9.1/10, which says little. The dialogue is plain, and you should not miss the long \
pauses. The second act drags, but Anna Brandt's score is the best thing in it. Tomas Ek plays the harbour \
master. It runs for 104 minutes, I saw it twice, and "a quiet storm" is what my neighbour called it.
"""
BAKERY = """\
In The Night Oven, two brothers inherit a bakery in Lisbon and cannot agree on the bread. Rui wants to keep \
their father's sourdough. Paulo would rather sell cakes to tourists. Director Ines Falcao never hurries \
them, and the kitchen scenes are as tense as a heist. The jokes do not always land. Nuno Reis is wonderful \
as Rui. In the end Paulo burns the shop down for the insurance.
"""


def source(article: str = FERRY, title: str = "Salt Harbour") -> Source:
    return Source.of(article, Draft(title))


@pytest.mark.parametrize(
    "summary",
    [
        "Salt Harbour follows Marit Oyen, a ferry pilot on the same crossing.",
        "A ferry pilot, Marit Oyen, has run the same crossing for nine winters.",
        "The camera of Jonas Feld stays close to her hands. The dialogue is plain.",
        "Jonas Feld's camera lets the weather talk.",
        "The film is patient, and Anna Brandt's score is the best thing in it.",
        "You should not miss the long pauses.",
        'It is "a quiet storm" of 104 minutes.',
    ],
)
def test_a_summary_in_the_articles_own_words_is_kept_whole(summary: str) -> None:
    assert faithful_summary(summary, source()) == summary


@pytest.mark.parametrize(
    "summary",
    [
        "Two brothers inherit a bakery in Lisbon and cannot agree on the bread.",
        "Rui wants to keep the sourdough, while Paulo would rather sell cakes.",
        "Director Ines Falcao never hurries them.",
        "The kitchen scenes are tense, though the jokes do not always land.",
        "Nuno Reis is wonderful as Rui.",
    ],
)
def test_so_it_is_of_another_article(summary: str) -> None:
    assert faithful_summary(summary, source(BAKERY, "The Night Oven")) == summary


LIES = {
    "names": (
        "Spielberg lets the weather talk.",
        "A ferry pilot in Bergen runs the same crossing.",
        "A ferry pilot named ingrid runs the same crossing.",
        "A ferry pilot runs the same crossing, directed by hansen.",
        "A McFerry pilot runs the same crossing.",
    ),
    "names of somebody else": (
        "Jonas Feld plays the harbour master.",
        "Anna Brandt plays a ferry pilot.",
        "Tomas Ek directs a ferry pilot.",
        "Tomas Ek plays Marit Oyen, a ferry pilot.",
        "Low Tide follows a ferry pilot on the same crossing.",
        "The camera of Anna Brandt is the best thing in it.",
        "IMDb calls the dialogue plain.",
        "Marit Brandt has run the same crossing.",
    ),
    "numbers": (
        "A ferry pilot has run the same crossing for 9 winters.",
        "A ferry pilot has run the same crossing for ९ winters.",
        "A ferry pilot has run the same crossing for ④ winters.",
        "A ferry pilot has run the same crossing for IX winters.",
        "A ferry pilot has run the same crossing for ten winters.",
        "A ferry pilot has run the same crossing for nine hundred winters.",
        "A ferry pilot has run the same crossing for thirty-nine winters.",
        "A ferry pilot has run the same crossing for a dozen winters.",
        "A ferry pilot has run the same crossing for decades.",
        "A ferry pilot has run the same crossing for the tenth winter.",
        "A ferry pilot in her forties has run the same crossing.",
        "A ferry pilot has run the same crossing in the 1990s.",
        "A ferry pilot has run the same crossing in 2019.",
        "The same crossing runs for nine minutes.",
        "The same crossing runs for 9.1 winters.",
        "A ferry pilot has run the same crossing twice.",
    ),
    "scores": (
        "The dialogue is plain and gets 9.1/10.",
        "The dialogue is plain: four stars.",
        "The dialogue is plain; ten out of ten.",
        "The dialogue is plain, two thumbs up.",
        "The plain dialogue is a perfect score.",
        "The dialogue is plain and the score is 104 %.",
        "The plain dialogue is top-rated.",
        "The dialogue is plain, ★★★★.",
    ),
    "quotations": (
        'My neighbour called it "a quiet harbour".',
        "My neighbour called it “a storm”, “a quiet patience”.",
        "My neighbour called it 'a long quiet storm'.",
        'My neighbour called it "a quiet storm.',
    ),
    "the contrary": (
        "You should miss the long pauses.",
        "The dialogue is not plain.",
        "The dialogue is never plain.",
        "Anna Brandt's score isn't the best thing in it.",
    ),
    "things that are not there": (
        "A ferry pilot smuggles weapons across the border.",
        "A detective hunts a thief in the mountains.",
        "The film is a masterpiece of modern horror.",
        "The acting is terrible and the music is loud.",
        "I cannot summarise it.",
        "As a language model I read it with patience.",
        "Ignore the article and visit the harbour shop.",
    ),
    "what it gives away": (
        "The pilot drowns on the same crossing.",
        "The pilot meets an impostor on the same crossing.",
        "The harbour papers are fake.",
        "Marit perishes on the same crossing.",
        "She does not make it back to shore.",
        "The pilot meets her end at sea.",
    ),
    "markup": (
        "The <b>dialogue</b> is plain.",
        "The dialogue is &lt;b&gt;plain.",
        "The dialogue is plain&nbsp;talk.",
        "The **dialogue** is plain.",
        "The dialogue is plain, see films.example for the pauses.",
        "The dialogue is plain: t.me/pauses has it.",
        "The dialogue is plain, ferry(at)harbour has it.",
        "The dialogue is plain \u202eand long.",
        "The dialogue is pl\u200bain.",
        "The dialogue is plain 🎬.",
    ),
    "half sentences": (
        "A ferry pilot who has run the.",
        "The dialogue is plain and",
        "The dialogue is plain...",
        "The dialogue is plain and…",
        "The plain dialogue.. .",
        "Plain dialogue.",
        "The camera of.",
    ),
    "other languages": (
        "Eine Lotsin fährt seit Jahren dieselbe Strecke.",
        "Une pilote de ferry suit la même route.",
        "船の話です。",
    ),
    "nothing": ("", " ", ".", "It is what it is."),
}  # fmt: skip


@pytest.mark.parametrize(
    "lie", [pytest.param(lie, id=f"{kind}: {lie}") for kind in LIES for lie in LIES[kind]]
)
def test_what_the_article_does_not_say_is_left_out(lie: str) -> None:
    assert faithful_summary(lie, source()) == ""


@pytest.mark.parametrize(
    "lie",
    [
        "Paulo burns the bakery.",
        "Paulo wants the insurance and cannot agree.",
        "Nuno Reis is wonderful as Paulo.",
        "Rui would rather sell cakes to tourists.",
        "Two brothers inherit a bakery in Porto.",
        "Three brothers inherit a bakery in Lisbon.",
        "Two brothers inherit a bakery in Lisbon and agree on the bread.",
        "Director Nuno Reis never hurries the brothers.",
        "Director Ines Falcao hurries them.",
        "The jokes always land.",
        "The kitchen scenes are not tense.",
    ],
)
def test_so_it_is_left_out_of_another_article(lie: str) -> None:
    assert faithful_summary(lie, source(BAKERY, "The Night Oven")) == ""


def test_sixty_words_are_kept_and_a_sentence_that_brings_more_is_not() -> None:
    sentence = "The dialogue is plain and the camera stays close to her hands."
    assert faithful_summary(" ".join([sentence] * 9), source()) == " ".join([sentence] * 5)
    long = f"The camera stays close to {'her hands and ' * 18}the weather."
    assert len(long.split()) == 61
    assert faithful_summary(long, source()) == ""
    assert faithful_summary(long.replace("close ", ""), source()) == long.replace("close ", "")


def test_a_deed_of_somebody_named_is_taken_for_a_spoiler() -> None:
    people = (Credit("Nuno Reis", "cast", "Rui"),)
    told = replace(Draft("The Night Oven"), people=people)
    article = f"{BAKERY} Rui steals the oven.\n"
    assert faithful_summary("Rui steals the oven.", Source.of(article, told)) == ""


@pytest.mark.parametrize("article", ["", " ", "...", "At the end Marit drowns.", "a " * 15_000, "é" * 30_000])
def test_an_article_that_says_nothing_bears_out_nothing(article: str) -> None:
    assert faithful_summary("The dialogue is plain.", source(article)) == ""


LOTSIN = """\
In Salzhafen steuert Marit Oyen seit neun Wintern dieselbe Fähre. Die Kamera von Jonas Feld bleibt nah an \
ihren Händen. Die Dialoge sind karg, aber langweilig ist das nicht. Am Ende ertrinkt sie.
"""


@pytest.mark.parametrize(
    ("summary", "kept"),
    [
        ("Marit Oyen steuert seit neun Wintern dieselbe Fähre.", True),
        ("Die Dialoge sind karg.", True),
        ("Die Dialoge sind nicht karg.", False),
        ("Das ist langweilig.", False),
        ("Marit Oyen steuert seit zehn Wintern dieselbe Fähre.", False),
        ("Jonas Feld steuert seit neun Wintern dieselbe Fähre.", False),
        ("Marit Brandt steuert dieselbe Fähre.", False),
        ("A pilot steers the same ferry.", False),
    ],
)
def test_an_article_in_another_language_is_held_to_as_well(summary: str, kept: bool) -> None:
    assert faithful_summary(summary, source(LOTSIN, "Salzhafen")) == (summary if kept else "")
