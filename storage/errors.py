"""What can go wrong with the store, in words an operator can act on.

StoreError
├── StoreFull         the disk (or quota) is full; nothing of the refused write was kept
├── StoreBusy         another process held the store for too long
├── StoreUnreachable  the file or server cannot be opened
└── StoreRefused      it is not ours to touch: another program's, or a newer version's
"""


class StoreError(Exception):
    """Anything the store could not do."""


class StoreFull(StoreError):
    """There is no room left; the write was undone as a whole."""


class StoreBusy(StoreError):
    """The store stayed locked by another process for longer than the busy timeout."""


class StoreUnreachable(StoreError):
    """The file or server cannot be opened."""


class StoreRefused(StoreError):
    """The store belongs to another program or to a newer version of this one. It was left untouched."""
