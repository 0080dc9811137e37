"""Short ways to write a word, which titles and people use as they please: "dr" for "doctor"."""

_SHORT = {
    "doctor": ("dr",),
    "mister": ("mr",),
    "missus": ("mrs",),
    "versus": ("vs", "v"),
    "saint": ("st",),
    "junior": ("jr",),
    "senior": ("sr",),
    "professor": ("prof",),
    "captain": ("capt", "cpt"),
    "sergeant": ("sgt",),
    "lieutenant": ("lt",),
    "mount": ("mt",),
    "christmas": ("xmas",),
    "okay": ("ok",),
    "night": ("nite",),
    "through": ("thru",),
    "you": ("u", "ya"),
    "your": ("ur",),
    "and": ("n",),
}
_SETS = tuple(frozenset((word, *short)) for word, short in _SHORT.items())


def same_words(word: str) -> frozenset[str]:
    """The other ways to write this word; most words have none."""
    return frozenset(other for words in _SETS if word in words for other in words if other != word)
