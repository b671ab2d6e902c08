"""The guide: takes a player through the steps of a level's tutorial, one act at a time.

A sitting has one guide. It joins each screen that is laid out with a `Pointer`, looks at every
frame whether the act has been done, and goes on. A saved game goes on at the steps of its season.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.levelfiles.tutorial import Step
from game.ui import settings
from game.ui.kinds import kind_of
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Widget
from game.ui.widgets.pointer import Pointer
from game.words import _

if TYPE_CHECKING:
    from game.ui.screen import FormScreen
    from game.ui.screens.sitting import Sitting

ORDER = ("carts", "figures", "debrief", "village", "ledger", "months", "desk")
"""The screens of a season, as they follow each other."""
ON_MAP = 46  # logical px, the frame round a thing on the map
USED = 5  # how much worse it is to cover what can be used than what can be read
CHECK = 0.1  # seconds between two looks at whether the act has been done


class Guide:
    """Where a sitting stands in its tutorial."""

    def __init__(self, sitting: "Sitting") -> None:
        self.sitting = sitting
        self.steps = sitting.loaded.tutorial
        self.at = 0
        self.left = self._put_away = False  # until a screen is joined

    @property
    def step(self) -> Step | None:
        """The step that is due; None after the last one."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    def join(self, screen: "FormScreen") -> None:
        """Give a screen its pointer, and take what the settings say now."""
        put_away = not settings.load().guide
        if put_away != self._put_away:
            self.left = self._put_away = put_away
        kind = kind_of(screen)
        if not self.steps or kind is None:
            return
        found = [one for one in screen.form.children if isinstance(one, Companion)]
        companion = found[0] if found else Companion(self, screen, kind)
        if not found:
            screen.form.add(companion)
        companion.follow()

    def skip(self, kind: str) -> None:
        """Pass over steps whose season or screen is gone by."""
        session = self.sitting.session
        if kind == "months":
            return  # they are still seen while the session stands in the next season
        here = (session.turn, ORDER.index(kind))
        while (step := self.step) is not None:
            gone = (step.turn, ORDER.index(step.screen)) < here
            if "ledger" in (kind, step.screen) and step.turn == session.turn:
                gone = kind != "ledger"  # a book that lies beside everything else
            if not gone:
                return
            self.at += 1

    def done(self, step: Step, kind: str, screen: "FormScreen", opened: int) -> bool:
        """Whether the act that a step waits for has been done.

        Args:
            step: What is due.
            kind: Of the screen that is shown.
            screen: That screen.
            opened: How many dialogs it had opened when the step began.
        """
        act, what = step.until
        session = self.sitting.session
        if act == "order":
            return any(order.kind == what for order in session.given)
        if act == "end":
            return session.turn > step.turn or (session.phase == "desk" and step.screen != "desk")
        drawer = getattr(screen, "drawer", None)
        return {
            "orders": drawer is not None and drawer.visible,
            "why": screen.form.opened > opened,
            "select": self.sitting.selected is not None,
            "layer": self.sitting.layer is not None,
            "screen": kind == what,
        }.get(act, False)

    def toggle(self, screen: "FormScreen") -> None:
        """Leave it, or take it up again where it was left; the settings keep that."""
        from game.ui.screen import Restyle

        self.left = self._put_away = not self.left
        told = _("The guide is put away. The menu brings it back.")
        announce(told if self.left else _("The guide goes on."))
        screen.go(Restyle(replace(settings.load(), guide=not self.left)))


class Companion(Pointer):
    """The pointer on one screen."""

    def __init__(self, guide: Guide, screen: "FormScreen", kind: str) -> None:
        super().__init__(self._go, self._leave)
        self.guide, self.screen, self.kind = guide, screen, kind
        self.visible = False
        self._shown: Step | None = None
        self._placed: tuple[object, ...] = ()
        self._opened, self._wait, self._unsaid = 0, 0.0, False

    # ---- following what happens

    def update(self, seconds: float) -> bool:
        """Look now and then whether the act has been done."""
        self._wait -= seconds
        changed = False
        if self._wait <= 0:
            self._wait = CHECK
            changed = self.follow()
            if self._unsaid and self.visible:
                self._unsaid = False
                announce(self.words.name)  # after the screen has said its name
        return super().update(seconds) or changed

    def follow(self) -> bool:
        """Show the step that is due here; True if something changed."""
        guide = self.guide
        guide.skip(self.kind)
        while (step := guide.step) is not None and self._is_done(step):
            guide.at += 1
            guide.skip(self.kind)
        if step is None or guide.left or step.screen != self.kind:
            changed, self.visible = self.visible, False
            self._shown = None
            return changed
        if step is not self._shown:
            self._begin(step)
        return self._settle()

    def _is_done(self, step: Step) -> bool:
        opened = self._opened if step is self._shown else self.screen.form.opened
        return self.guide.done(step, self.kind, self.screen, opened)

    def _begin(self, step: Step) -> None:
        """Say another step; bring what it points at into sight."""
        guide, self._shown, self.visible = self.guide, step, True
        self._opened, self._placed = self.screen.form.opened, ()
        words = guide.sitting.word(step.id)
        count = _("Guide, {number} of {all}").format(number=guide.at + 1, all=len(guide.steps))
        reads = step.until[0] == "next"
        hint = _("Read on") if reads else _("To what is pointed at")
        self.say(words, count, _("Go on") if reads else _("Go there"), hint)
        self._unsaid = True
        self._bring(step)
        widget = self._widget()
        self.go.visible = reads or widget is not None
        if widget is not None:
            self.screen.form.reveal(widget)
        spot = self._spot(step)
        if spot is not None:
            camera = self.screen.sheet.map.camera  # type: ignore[attr-defined]
            edge = self.screen.theme.px(120)
            free = (camera.free or camera.view).inflate(-edge, -edge)
            if not free.collidepoint(camera.to_screen(*spot)):
                camera.center_on(*spot)

    # ---- what it points at

    def _bring(self, step: Step) -> None:
        """Open the page on which a thing stands, where panels are pages."""
        bring = getattr(self.screen, "bring", None)
        if bring is None or step.point[0] != "widget":
            return
        key = step.point[1]
        if key not in {one.key for one in self.screen.form.walk()}:
            bring(key)

    def _widget(self) -> Widget | None:
        """The widget that is pointed at; the way to it while it can't be seen."""
        step = self._shown
        if step is None or step.point[0] != "widget":
            return None
        seen = {one.key: one for one in self.screen.form.walk() if one.key and one is not self}
        found = seen.get(step.point[1])
        if found is None and step.until[0] == "order":
            found = seen.get("orders")
        return found

    def _spot(self, step: Step) -> tuple[float, float] | None:
        """The place on the map that is pointed at."""
        sheet = getattr(self.screen, "sheet", None)
        if step.point[0] != "map" or not hasattr(sheet, "map"):
            return None
        facts, name = self.guide.sitting.loaded.map, step.point[1]
        places = facts.of(name) or [one for one in facts.of("brigade") if one.name == name]
        office = facts.of("office") or places
        near = min(places, key=lambda one: (one.a - office[0].a) ** 2 + (one.b - office[0].b) ** 2)
        return near.a + near.w / 2, near.b + near.d / 2

    def _target(self) -> pygame.Rect | None:
        widget, step = self._widget(), self._shown
        if widget is not None:
            return pygame.Rect(widget.rect) if widget.rect.width else None
        spot = self._spot(step) if step is not None else None
        if spot is None:
            return None
        camera = self.screen.sheet.map.camera  # type: ignore[attr-defined]
        box = pygame.Rect(0, 0, self.screen.theme.px(ON_MAP * 2), self.screen.theme.px(ON_MAP))
        box.center = tuple(round(part) for part in camera.to_screen(*spot))
        return box if camera.view.contains(box) else None

    def _settle(self) -> bool:
        """Stand beside the target; True if that moved it."""
        screen, target = self.screen, self._target()
        kept = screen.kept_free()
        hides = self.rect.collidelist(kept) >= 0  # the map was moved below it
        wanted = (self._shown, screen.size, screen.theme, tuple(target) if target else None, hides)
        if wanted == self._placed or screen.size == (0, 0):
            return False
        self._placed = wanted
        mine = set(self.walk())
        others = [
            (one.rect, USED if one.focusable else 1) for one in screen.form.walk()
            if one not in mine and one.name and one.role not in {"panel", "rule"}
        ]  # fmt: skip
        others += [(each, USED) for each in kept]
        self.settle(target, pygame.Rect((0, 0), screen.size), screen.theme, others)
        return True

    # ---- what its buttons do

    def _go(self) -> None:
        """Read on; else go to the thing, so that the keyboard is there."""
        step, form = self._shown, self.screen.form
        if step is not None and step.until[0] == "next":
            self.guide.at += 1
            self._shown = None
            self.follow()
        elif step is not None:
            self._bring(step)
        widget = self._widget()
        if widget is not None and widget.focusable and widget.visible:
            form.focus_on(widget)
        elif form.focus is self.go or not self.visible:
            form.focus_on(None)

    def _leave(self) -> None:
        self.screen.form.focus_on(None)
        self.guide.toggle(self.screen)
