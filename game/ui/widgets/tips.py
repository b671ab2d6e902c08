"""What a form lays over its widgets: the frame of the focus, and a tooltip where it hides least."""

import pygame

from game.ui.links import tip_of
from game.ui.widgets.base import Widget
from game.ui.widgets.group import Group
from game.ui.widgets.ring import draw_ring, widest
from game.ui.widgets.tooltip import Inked, Tooltip

TIP_AFTER = 0.45  # seconds of rest before a tooltip
TAUGHT = 2  # times that a screen tells how a kind of thing is used
PRINTED = {"text", "notice"}
"""Roles of what is read as it stands."""
UNWRITTEN = {"panel", "rule", "scroll", "picture", "tooltip"}
"""Roles of what has a name and may lie under a tooltip."""


class Tipping(Group):
    """A group of which the thing under the pointer, or with the focus, explains itself."""

    def __init__(self, *children: Widget) -> None:
        super().__init__(*children)
        self.focus: Widget | None = None
        self.hover: Widget | None = None
        self.tooltip = Tooltip()
        self.tooltip.visible = False
        self._rested = 0.0
        self._tipped: Widget | None = None  # whose tooltip was shown or dismissed
        self._taught: dict[str, int] = {}  # how often each use was told
        self._changed = True

    def _rest(self, seconds: float) -> None:
        """Let time pass over what is pointed at."""
        self._rested += seconds
        shown = self.hover or (self.focus if self.focus and self.focus.ringed else None)
        if shown is not None and shown is not self._tipped and self._rested > TIP_AFTER:
            self._show_tip(shown)

    def _show_tip(self, widget: Widget) -> None:
        self._tipped = widget
        if not self.sees(widget):
            return
        tip = tip_of(widget)
        used = tip == widget.use
        if widget.enabled and (used or self._shared(widget)):  # told twice, then it is known
            self._taught[tip] = self._taught.get(tip, 0) + 1
            if (used and not widget.ringed) or self._taught[tip] > TAUGHT:
                return
        if tip and not self._printed(widget):
            self._place_tip(tip, widget)
            self._changed = True

    def _shared(self, widget: Widget) -> bool:
        """Whether a row of things has one hint, as the buttons that send the scales."""
        told = [each for each in self.walk() if each.hint == widget.hint]
        return bool(widget.hint) and len(told) > TAUGHT

    def _printed(self, widget: Widget) -> bool:
        """Whether all that its tooltip would say stands beside it already."""
        told = widget.reason or ("" if widget.action else widget.hint)
        return bool(told) and any(
            told in each.name and area.size == each.rect.size
            for each, area in self._in_sight().values()
            if each is not widget and each.role in PRINTED
        )

    def _place_tip(self, tip: str, widget: Widget) -> None:
        """Beside a widget, as far as that is seen; off what has the focus."""
        seen = self._in_sight()
        nothing = pygame.Rect(0, 0, 0, 0)
        focus = self.focus if self.focus is not widget else None
        words = [
            Inked(each.mask(), each.outline().topleft, area, 2 if each.focusable else 1)
            for each, area in seen.values()
            if each is not widget and each.name and each.role not in UNWRITTEN and area.width
        ]
        _each, beside = seen.get(id(widget), (widget, widget.rect))
        _each, kept = seen.get(id(focus), (widget, nothing))
        self.tooltip.show(tip, beside, self.rect, self.theme, [kept], words)

    def sees(self, widget: Widget) -> bool:
        """Whether a widget is not wholly out of sight on a page that scrolls."""
        area = self._in_sight().get(id(widget), (widget, widget.rect))[1]
        return bool(area.width and area.height) or not widget.rect.width

    def _in_sight(self) -> dict[int, tuple[Widget, pygame.Rect]]:
        """Every widget, as far as it is seen on the pages that scroll."""
        found = {id(each): (each, pygame.Rect(each.rect)) for each in self.walk()}
        for view in self.views():
            for each in view.walk():
                if each is not view and id(each) in found:
                    found[id(each)] = (each, found[id(each)][1].clip(view.rect))
        return found

    def _hide_tip(self) -> None:
        self._changed = self._changed or self.tooltip.visible
        self.tooltip.visible, self._tipped, self._rested = False, None, 0.0

    # ---- the frame of the focus

    def framed(self) -> Widget | None:
        """What has the frame of the focus round it."""
        return self.focus if self.focus is not None and self.focus.ringed else None

    def lies_over(self) -> list[pygame.Rect]:
        """Where the form draws beside its widgets: the frame of the focus, and the tooltip."""
        ringed = self.framed()
        found = [widest(ringed)] if ringed is not None else []
        return [*found, self.tooltip.outline()] if self.tooltip.visible else found

    def _frame(self, ringed: Widget, on: pygame.Surface) -> None:
        """The frame of the focus, as far as the pages that scroll show it."""
        before = on.get_clip()
        for view in self.views():
            if view is not ringed and any(each is ringed for each in view.walk()):
                on.set_clip(view.rect.clip(on.get_clip()))
        draw_ring(ringed, self.walk(), on)
        on.set_clip(before)
