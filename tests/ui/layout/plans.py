"""Where everything stands on each screen, as data: `plans.txt`, for 1280x720 at 100 % in English.

One line a block or control: its kind, its key, and left, top, width, height in pixels. Lines of
text are left out: they change with every word, and `rules` holds them. After a change that is meant
to move something, run `python -m tests.ui.layout.accept` and read the difference.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.ui.screen import FormScreen
from game.ui.theme import Theme
from game.ui.widgets.base import READ
from game.ui.widgets.group import Group
from game.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

FILE = Path(__file__).with_name("plans.txt")
SIZE, SCALE = (1280, 720), 1.0
SLACK = 2  # pixels: another version of the font library may set a word a little wider
ABOUT = "# Kept by `python -m tests.ui.layout.accept`; see plans.py.\n"

Plan = list[tuple[str, list[int]]]
"""Kind and key of a thing, and its rectangle, in the order in which it is drawn."""


def _things(group: Group) -> Iterator[tuple[str, list[int]]]:
    for child in group.children:
        if not child.visible:
            continue
        if isinstance(child, Panel) or child.role not in READ:
            key = str(getattr(child, "key", "") or "-").replace(" ", "_")
            yield f"{type(child).__name__} {key}", list(child.rect)
        if isinstance(child, Group):
            yield from _things(child)


def plan(screen: FormScreen) -> Plan:
    """What stands where, on a screen that is laid out; of dialogs the uppermost."""
    form: Form = screen.form
    while form.modal is not None:
        form = form.modal
    return [thing for thing in _things(form) if thing[1][2] and thing[1][3]]


def write(plans: dict[str, Plan]) -> None:
    """Keep the plans of all screens."""
    parts = [
        f"\n[{name}]\n" + "".join(f"{thing} {' '.join(map(str, rect))}\n" for thing, rect in told)
        for name, told in plans.items()
    ]
    FILE.write_text(ABOUT + "".join(parts), encoding="utf-8")


def kept() -> dict[str, Plan]:
    """The plans that are kept."""
    found: dict[str, Plan] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            now = found[line[1:-1]] = []
        elif line and not line.startswith("#"):
            kind, key, *numbers = line.split()
            now.append((f"{kind} {key}", [int(number) for number in numbers]))
    return found


def moved(name: str, now: Plan) -> list[str]:
    """What no longer stands as it is kept."""
    then = kept().get(name, [])
    things, before = [thing for thing, _rect in now], [thing for thing, _rect in then]
    if things != before:
        gone = [thing for thing in before if thing not in things]
        come = [thing for thing in things if thing not in before]
        return [f"the plan of {name} has other things on it: without {gone}, with {come}"]
    return [
        f"the plan of {name}: {thing} stands at {tuple(rect)}, kept is {tuple(old)}"
        for (thing, rect), (_thing, old) in zip(now, then, strict=True)
        if max(abs(one - other) for one, other in zip(rect, old, strict=True)) > SLACK
    ]


def laid_out(screen: FormScreen) -> Plan:
    """The plan of a screen at the size that is kept."""
    pygame.display.set_mode(SIZE)
    screen.layout(SIZE, Theme(SCALE, reduced_motion=True))
    return plan(screen)
