"""The store: reviews, votes, subscriptions and what is owed to whom. Knows nothing of the bot.

`open_store` gives a `Store`; the units of work that it runs stand in one module per table.
"""

from storage.errors import StoreBusy, StoreError, StoreFull, StoreRefused, StoreUnreachable
from storage.records import (
    Account,
    CardFacts,
    Community,
    Credit,
    Delivery,
    Facet,
    Kind,
    Place,
    PlaceKind,
    Receipt,
    Review,
    ReviewId,
    Scope,
    Status,
    Subscription,
    SubscriptionId,
    Tally,
    Verdict,
    Work,
    WorkId,
)
from storage.store import Store, open_store

__all__ = [
    "Account",
    "CardFacts",
    "Community",
    "Credit",
    "Delivery",
    "Facet",
    "Kind",
    "Place",
    "PlaceKind",
    "Receipt",
    "Review",
    "ReviewId",
    "Scope",
    "Status",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreFull",
    "StoreRefused",
    "StoreUnreachable",
    "Subscription",
    "SubscriptionId",
    "Tally",
    "Verdict",
    "Work",
    "WorkId",
    "open_store",
]
