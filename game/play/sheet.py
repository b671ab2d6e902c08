"""Sheet: the decisions of one phase, with unlimited undo and redo."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.sim.orders import Order


def last_of_each(orders: Sequence[Order]) -> tuple[Order, ...]:
    """The last decision on each thing: a weighing that was called off needs no scales.

    >>> on, off = Order("weigh", "A", (1,)), Order("weigh", "A", (0,))
    >>> last_of_each([on, off]) == (off,)
    True
    """
    return tuple({(order.kind, order.unit): order for order in orders}.values())


@dataclass(slots=True)
class Sheet:
    """What was decided in this phase, oldest first, and what was taken back."""

    given: list[Order] = field(default_factory=list)
    undone: list[Order] = field(default_factory=list)
    seen: bool = False  # True at the desk, where a weighing shows at once and so can't be undone

    def add(self, order: Order) -> None:
        """Write an order down; what was taken back before can't be redone after it."""
        self.given.append(order)
        self.undone.clear()

    def last(self) -> int | None:
        """The place of the last order that can be taken back."""
        for place in reversed(range(len(self.given))):
            if not self.seen or self.given[place].kind != "weigh":
                return place
        return None

    def undo(self) -> Order | None:
        """Take the last order back; None where there is none.

        >>> sheet = Sheet([Order("report", None, (9,)), Order("weigh", "A", (1,))], seen=True)
        >>> sheet.undo().kind, sheet.undo(), sheet.redo().kind
        ('report', None, 'report')
        """
        place = self.last()
        if place is None:
            return None
        self.undone.append(self.given.pop(place))
        return self.undone[-1]

    def redo(self) -> Order | None:
        """Give the order that was last taken back; None where there is none."""
        if not self.undone:
            return None
        self.given.append(self.undone.pop())
        return self.given[-1]
