"""Values that can wait until somebody asks for them."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """A value that is made once, when it is first asked for. Threads that ask meanwhile wait for it."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make
        self._making = Lock()

    def get(self) -> T:
        """The value; what it was made from is let go."""
        with self._making:
            if self._make is not None:
                self._value, self._make = self._make(), None
        return self._value
