"""Trouble on order: the next calls of a method fail, lose their answer or get it late."""

from dataclasses import dataclass

from bot.standins.telegram.errors import Refusal


@dataclass(frozen=True, slots=True)
class Dropped:
    """The connection breaks: before the call is carried out, or after it, so that only the answer is lost."""

    after: bool = False


@dataclass(frozen=True, slots=True)
class Delayed:
    """The call is carried out at once, its answer comes that many seconds later."""

    seconds: float


Fault = Refusal | Dropped | Delayed


@dataclass(slots=True)
class _Order:
    method: str
    fault: Fault
    times: int
    chat_id: int | None


class Faults:
    """The orders that are not used up yet, oldest first."""

    def __init__(self) -> None:
        self._orders: list[_Order] = []

    def order(self, method: str, fault: Fault, times: int, chat_id: int | None) -> None:
        """Let the next `times` calls of the method ("*" for any) go wrong, in one chat or in all."""
        self._orders.append(_Order(method, fault, times, chat_id))

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault that this call meets, which uses up one of its times."""
        for order in self._orders:
            if order.method in ("*", method) and order.chat_id in (None, chat_id) and order.times > 0:
                order.times -= 1
                return order.fault
        return None
