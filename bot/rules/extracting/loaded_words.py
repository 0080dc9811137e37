"""How much the words of reviewers speak for a work or against it.

Learnt from 9,300 public reviews whose score is known (Pang and Lee's sets, and some sites' own pages) and
10,700 sentences of critics: a ridge regression of the scores on the words, each weighed by its place as in
`tone`. Words that name a subject, a genre or a person were taken out, for a war film is no worse for its war.
What stayed stands here by its load, from 2 to 12. An underscore joins the two words of a phrase.
"""

from collections.abc import Mapping
from functools import cache

_FOR = {
    11: "refreshingly",
    10: "fantastic flawless",
    9: """
        captivating extraordinary finest gem hilarious hypnotic masterpiece mesmerizing must-see powerful
        refreshing riveting terrific unforgettable what_makes
    """,
    8: """
        brilliant exceptional exhilarating ingenious masterfully perfect perfectly recommend remarkable
        spellbinding splendid superbly wonderful wonderfully
    """,
    7: """
        amazing award-worthy breathtaking delight delightful delightfully effortlessly enchanting engrossing
        fascinating faultless flawlessly glorious gorgeously gripping heart-warming heartwarming impeccable
        intense joy loved marvel marvellous masterclass mesmerising must-watch outstanding phenomenal
        satisfying sensational spectacular splendidly sublime subtle superb thoughtful thrilling touching
        unmissable
    """,
    6: """
        affecting beautifully brilliantly charming compelling deserves devastating enjoyed enthralling
        essential excellent genius great heartfelt honest imaginative impeccably incredible irresistible
        likeable masterful nuanced poignant portrait rare recommended remarkably resonant smart stellar
        stunning stunningly top-notch transcends treat triumphant unfolds unique well-written witty
    """,
    5: """
        allows astonishing beautiful believable chilling crafted definitely deft disturbing elegant
        enjoyable entertaining epic for_everyone fresh fun greatest intelligent intimate magical moving
        nicely realistic rich satisfies sharp strongest testament thought-provoking triumph unexpected
        unsettling very_good wisely with_you works wry
    """,
    4: """
        a_bit ability_to absorbing accessible assured at_times avoids balance best blend bold captures
        challenging charismatic complex confident convey creative dazzling deftly delivers easy_to engaging
        even_better ever_made favorite flair funny greatness haunting highly important impressively
        insightful intricate intriguing lyrical marvelous marvelously meditation perfection pleasantly
        pleasure poetic quietly realism recommendation rewarding shines so_well sterling still striking
        strong succeeds taut tender than_any up_for vision vivid warm warmth well_worth worthy
    """,
    3: """
        adds admirable ambiguity attention_to authentic beauty both brilliance brings classic conveys
        convincing creates crisp daring delicate easily effective effectively emotional enjoy ensemble
        exciting fine flawed gorgeous holds humanity i_loved impressive incredibly innovative inspired
        intensity inventive magnificent mature memorable much_more one_of pleasant polished potent relish
        ride shine skill solid strength strongly study succeed surprising surprisingly suspenseful tense
        tension thanks_to the_best throughout tremendous tribute truly unusual uplifting vibrant well-made
    """,
    2: """
        accomplished always ambitious appealing captures_the clever deeply emotionally endearing
        entertainment equally extremely fortunately fully good grand imagery impressed keeps low-key
        over-the-top overall passion provides sense sophisticated startling storytelling success well-acted
        wit worthwhile
    """,
}
_AGAINST = {
    12: "tedium",
    11: "laughable",
    10: "atrocious awful bore inane inept tedious unimaginative wasted worst",
    9: """
        boring drivel dull embarrassing grating insult lifeless lousy mess mishmash unbearable unfunny
        uninspired unwatchable
    """,
    8: """
        abysmal badly bland disappointing dreadful fails flop incoherent insulting joyless lackluster lame
        moronic pointless poorly preposterous stinks tiresome travesty
    """,
    7: """
        annoying appalling avoid bad embarrassment flat garbage idiotic lacklustre lazy mediocre miserable
        miserably nonsense plodding poor rubbish shambles squandered stale stiff stilted terribly trite
        turgid waste woeful worse
    """,
    6: """
        alas at_best bored clichéd contrived dire disappoints forgettable generic horrible ludicrous
        mindless muddled not_enough painfully pretentious sloppy soulless stupid sucks to_recommend tries
        unfortunately uninspiring uninteresting wooden
    """,
    5: """
        be_funny cheap crap disappointment failure far_too formulaic hackneyed hollow implausible intended
        lacks little_to might_have no_reason paper-thin pathetic promising repetitive ridiculous should_have
        silly sit_through so_bad superficial tired underwhelming underwritten would-be wreck
    """,
    4: """
        about_as amateurish attempt be_fair clichés clumsy confusing convoluted dreary dumb exercise failed
        falls far-fetched feels_like flimsy frustrating gratuitous half-baked inconsistent irritating
        just_not just_too juvenile lacking leaden looks_like manipulative meandering messy misfire none_of
        overlong painful passable plays_like problem recycled routine sitting_through sluggish struggles
        stupidity suffers supposed tacky tepid terrible this_mess unconvincing uneven unintentional
        unintentionally unless unlikable weak
    """,
    3: """
        apparently attempts awkward bunch_of choppy chuckles cliche cliches confused could_have derivative
        devoid devoid_of doesn't_work drag drags ends_up even_worse excuse first_place gags guess
        heavy-handed i_suppose inexplicably instead jokes lack lacked laughably mildly miscast never_really
        none not_even not_worth nothing nothing_new obvious one-dimensional only_thing overwrought potential
        predictable promise reason_to retread rip-off sadly shallow silliness soap_opera supposed_to
        than_this the_only underdeveloped unpleasant wait_for weakest
    """,
    2: """
        absurd acceptable anyway at_least cheesy disappointed empty except fair formula gag guilty hoping
        i_guess least loses more_like no_sense off_as random supposedly thin to_care too trying ugly
        very_little waste_of watchable would_have
    """,
}


@cache
def loads() -> Mapping[str, int]:
    """The load of each word, and of each phrase of two words with a space between; below 0 is against."""
    spoken = [(words, load) for load, words in _FOR.items()]
    spoken += [(words, -load) for load, words in _AGAINST.items()]
    return {word.replace("_", " "): load for words, load in spoken for word in words.split()}
