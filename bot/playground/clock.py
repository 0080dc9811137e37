"""The playground's time: it passes as elsewhere, and can be moved forward."""

import time


class Clock:
    """Unix time in seconds, ahead of the real one by what it was advanced."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Move forward."""
        self._ahead += seconds
