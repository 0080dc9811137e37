"""What an inspection found, as values that become JSON."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limit:
    """How much of a limit is used; `where` is the path of what fills it, "" for the whole payload."""

    what: str
    used: int
    limit: int
    unit: str
    where: str = ""

    @property
    def left(self) -> int:
        """The room left; below 0 where the limit is broken."""
        return self.limit - self.used

    def as_json(self) -> Json:
        """The limit as the page shows it."""
        return {
            "what": self.what,
            "used": self.used,
            "limit": self.limit,
            "left": self.left,
            "unit": self.unit,
            "where": self.where,
        }


@dataclass(frozen=True, slots=True)
class Field:
    """One field that a payload has or ought to have, and what the specification says of it."""

    path: str
    rule: str
    ok: bool
    required: bool

    def as_json(self) -> Json:
        """The field as the page shows it."""
        return {"path": self.path, "rule": self.rule, "ok": self.ok, "required": self.required}


@dataclass(frozen=True, slots=True)
class Inspection:
    """One call, and everything that can be said of its payload without sending it.

    `about` says what the call is for and what its pace is. `problems` are sentences that begin with the
    path of what is wrong. `contained` has what each result of an inline answer would post, when chosen.
    """

    call: str
    about: str
    payload: Json
    limits: tuple[Limit, ...] = ()
    fields: tuple[Field, ...] = ()
    problems: tuple[str, ...] = ()
    contained: tuple["Inspection", ...] = ()

    def as_json(self) -> Json:
        """The inspection as the page shows it."""
        return {
            "call": self.call,
            "about": self.about,
            "payload": self.payload,
            "limits": [limit.as_json() for limit in self.limits],
            "fields": [field.as_json() for field in self.fields],
            "problems": list(self.problems),
            "contained": [inspection.as_json() for inspection in self.contained],
        }
