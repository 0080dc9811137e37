"""What gives a story away is known in six languages; a plain premise and an opinion may be told."""

import pytest

from bot.rules.extracting.languages import sure_language
from bot.rules.extracting.spoilers import gives_away, may_be_shown, parted_at_warning


@pytest.mark.parametrize(
    "sentence",
    [
        "Vera was the thief the whole time.",
        "Jonas was a ghost.",
        "She never makes it off the island.",
        "He makes it out alive.",
        "Ida never sees the harbour again.",
        "The thief is his own aunt.",
        "It was her brother.",
        "She pushed him off the pier.",
        "It was all a dream.",
        "The keeper may be more than he seems.",
        "The captain is not who she claims to be.",
        "The whole time, Rolf was the spy.",
        "The best scene in the film involves her and a boat.",
        "The part makes a large thing of an off-screen battle.",
        "How she comes by the island is through a trick.",
        "Skip to the last 3 minutes and you have seen it.",
        "Am Ende stirbt der Fährmann.",
        "Rolf ist der wahre Täter.",
        "Sie war die ganze Zeit ein Gespenst.",
        "Der Dieb war seine Tante.",
        "Wie sich in der letzten Szene zeigt, lebt sie.",
        "Ada kommt von der Insel nie zurück.",
        "Cuando Ada muere, llueve.",
        "El ladrón era su tío.",
        "Resulta que ella lo sabía.",
        "Rolf era un fantasma.",
        "En la última escena se van juntos.",
        "Nunca regresan a la isla.",
        "À la fin, la mère s'en va.",
        "L'assassin est le boulanger.",
        "Rolf était un fantôme depuis le début.",
        "Elle ne quitte jamais l'île.",
        "Alla fine la madre se ne va.",
        "L'assassino è il fornaio.",
        "Era un fantasma per tutto il tempo.",
        "Non torna mai sull'isola.",
        "No fim, a mãe vai embora.",
        "O assassino era o padeiro.",
        "Na última cena ele morre.",
        "Ela nunca volta da ilha.",
    ],
)
def test_what_happens_gives_it_away_in_six_languages(sentence: str) -> None:
    assert gives_away(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It follows a man whose brother was killed.",
        "A ferry pilot whose older sister had been murdered takes one last job.",
        "A widow falls for a man who is a ghost.",
        "It is a ghost story for a cold evening.",
        "I smiled the whole time.",
        "I never want to see it again.",
        "The editor makes it out to be a comedy.",
        "She is his sister, and they run a bar.",
        "Ein Mann, dessen Bruder ermordet wurde, kehrt auf die Insel heim.",
        "Eine Kommissarin soll einen Mord auf der Fähre aufklären.",
        "Ich habe die ganze Zeit gelacht.",
        "Una mujer cuyo hermano fue asesinado vuelve a la isla.",
        "Me reí todo el tiempo.",
        "Une femme dont le frère a été tué revient sur l'île.",
        "Une histoire de fantômes pour les soirs de pluie.",
        "Una donna il cui fratello è stato ucciso torna sull'isola.",
        "Uma mulher cujo irmão foi assassinado volta para a ilha.",
        "Um filme sobre a mãe e o mar.",
    ],
)
def test_a_premise_and_an_opinion_give_nothing_away(sentence: str) -> None:
    assert not gives_away(sentence)


def test_what_befell_somebody_by_a_named_hand_is_told() -> None:
    assert gives_away("She is the nurse whose brother was killed by Rolf.")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("She never makes it off the island", "en"),
        ("Ein schöner, stiller Film über die See", "de"),
        ("Una película sobre el mar", "es"),
        ("Um filme sobre a mãe e o mar", "pt"),
        ("Un film très doux sur la mer", "fr"),
        ("Un film molto dolce sul mare e la notte", "it"),
        ("Een film over de zee en het eiland", "nl"),
        ("Kaunis elokuva merestä", ""),
        ("Spokes!", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_short_text_is_told_or_left_open(text: str, code: str) -> None:
    assert sure_language(text) == code


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A small bar and a long night.", True),
        ("Ein kleiner Film über die See.", True),
        ("Am Ende stirbt sie auf der Insel.", False),
        ("Lopussa hän kuolee saarella.", False),
        ("Clara dör och det är hennes bror som gör det.", False),
    ],
)
def test_a_text_in_a_language_without_known_cues_is_not_shown(text: str, shown: bool) -> None:
    assert may_be_shown(text, [text]) is shown


@pytest.mark.parametrize(
    ("text", "shown", "told"),
    [
        ("It is warm. SPOILERS: he leaves. She stays.", "It is warm.", "he leaves. She stays."),
        ("It is warm.\n\nSpoilers ahead: he leaves.\n\nSee it.", "It is warm.\n\nSee it.", "he leaves."),
        (
            "It is warm.\n\n<b>SPOILERS</b>\n\nHe leaves.\n\nShe stays.",
            "It is warm.",
            "He leaves.\n\nShe stays.",
        ),
        ("No spoilers. It is warm.", "No spoilers. It is warm.", ""),
        ("NO SPOILERS. It is warm.", "NO SPOILERS. It is warm.", ""),
        ("Spoiler-free: it is warm.", "Spoiler-free: it is warm.", ""),
        ("I hate spoilers. It is warm.", "I hate spoilers. It is warm.", ""),
    ],
)
def test_what_follows_a_warning_is_kept_apart(text: str, shown: str, told: str) -> None:
    assert parted_at_warning(text) == (shown, told)
