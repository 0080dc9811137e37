"""The playground's time: it passes as elsewhere, and can be moved forward."""

import time

LONGEST_STEP = 366 * 86_400


class Clock:
    """Unix time in seconds, ahead of the real one by what it was advanced."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Move forward. Raises ValueError for a step back or of more than a year."""
        if not 0 < seconds <= LONGEST_STEP:
            raise ValueError("The clock goes forward only, at most a year at a time.")
        self._ahead += seconds
