"""The signs by which a score is known as the reviewer's own, and how far each can be trusted."""

from enum import IntEnum


class Sign(IntEnum):
    """What shows that a score is the reviewer's own; plainest first, the plainest in a text counts."""

    LABEL_OF_ALL = 0
    LABEL = 1
    LINE_OF_ITS_OWN = 2
    GIVEN_IN_A_SENTENCE = 3
    HEADLINE = 4
    FROM_ME = 5
    SAID_BRIEFLY = 6
    TOLD_BY_A_CRITIC = 7
    SAID_IN_PASSING = 8
    BESIDE_THE_NAME = 9
    LAST_OR_LONE_LETTER = 10

    @property
    def sure(self) -> float:
        """How far a score with this sign can be trusted (0-1)."""
        return _SURE[self]


_SURE = (0.95, 0.9, 0.8, 0.85, 0.85, 0.75, 0.75, 0.6, 0.7, 0.7, 0.7)
