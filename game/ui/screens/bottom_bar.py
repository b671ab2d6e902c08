"""The bottom bar: what is said to the office, and what one can do."""

from collections.abc import Callable

import pygame

from game.levelfiles.tone import counts_dead
from game.reports.accounts import total
from game.sim.level import Event
from game.ui.links import entries_of
from game.ui.screens.county_set import CountySet, in_words
from game.ui.screens.offers import BRIGADE, COMMUNE
from game.ui.screens.people_lines import line_after, pages_of, village_messages
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Message
from game.ui.screens.telling import VOICES
from game.ui.theme import Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.form import Form
from game.ui.widgets.group import Group
from game.ui.widgets.panel import Panel
from game.words import _, number

Answer = tuple[str, Callable[[], None] | None, bool]
"""What a button says, what it does, and whether it closes the dialog."""
LINKS = 2  # entries of the chronicle to which a message leads
BAR = 56  # logical px: who speaks, and two lines


class BottomBar(Group):
    """Message and buttons.

    Args:
        sitting: The game.
        form: Where a message opens.
        presses: What the buttons do: orders, layers, ledger, end.
    """

    def __init__(
        self, sitting: Sitting, form: Form, presses: dict[str, Callable[[], None]]
    ) -> None:
        self.sitting, self.form, self.current = sitting, form, 0
        self.open_entry: Callable[[str], None] = lambda _key: None
        self.ordered: Callable[[str | None], None] = lambda _refusal: None
        self.turned: Callable[[], None] = lambda: None  # another message is shown
        self.panel = Panel(_("Desk"))
        self.message = Message(self._read, key="message")
        self.more = Button(
            "›", self._next, key="next_message", hint=_("The next message"),
            action="message",
        )  # fmt: skip
        self.orders = Button(
            _("Orders"), presses["orders"], key="orders", action="orders",
            hint=_("All other orders of this season"),
        )  # fmt: skip
        self.layers = Button(
            _("Map layers"), presses["layers"], key="layers", action="layers",
            hint=_("Lay a figure over the map"),
        )  # fmt: skip
        self.books = Button(
            _("Ledger"), presses["ledger"], key="ledger", action="ledger",
            hint=_("Both books as tables"),
        )  # fmt: skip
        past = sitting.past
        self.end = Button(
            _("Back to the timeline") if past else _("End season"), presses["end"], "seal",
            key="end", action="end",
            hint=_("Nothing has been changed") if past else _("Work out the three months"),
        )  # fmt: skip
        super().__init__(
            self.panel, self.message, self.more, self.orders, self.layers, self.books, self.end
        )

    def widgets(self) -> list[Widget]:
        """Message and buttons, for a page of their own."""
        return [self.message, self.more, self.orders, self.layers, self.books, self.end]

    def _wides(self, theme: Theme) -> list[tuple[Button, int, int]]:
        """The buttons from the right: width, and the gap before the next."""
        px = theme.px
        made = [(self.end, max(px(174), self.end.width(theme)), px(12))]
        plain = (self.books, self.layers, self.orders)
        made += [(button, max(px(90), button.width(theme)), px(8)) for button in plain]
        return [*made, (self.more, px(32), px(8))]

    def room(self, width: int, theme: Theme) -> int:
        """What is left for the message in a window of this width."""
        taken = sum(wide + gap for _button, wide, gap in self._wides(theme))
        return width - theme.px(24 + 14 + 16) - taken

    def arrange(self, area: pygame.Rect, theme: Theme) -> None:
        """Along the bottom of the window."""
        px = theme.px
        bar = pygame.Rect(px(12), area.bottom - px(BAR + 6), area.width - px(24), px(BAR))
        self.panel.place(bar, theme)
        right = bar.right - px(8)
        for button, wide, gap in self._wides(theme):
            high = px(36 if button is self.end else 32)
            top = bar.top + (bar.height - high) // 2
            button.place(pygame.Rect(right - wide, top, wide, high), theme)
            right -= wide + gap
        left = bar.left + px(14)
        self.message.place(
            pygame.Rect(left, bar.top + px(3), right - left - px(8), px(BAR - 6)), theme
        )

    # ---- messages

    def messages(self) -> list[tuple[str, str]]:
        """Who says what in this season."""
        found = [
            (_(VOICES.get(event.voice, event.voice)), self._told(event))
            for event in self.sitting.view.events
        ]
        voice = _("From the village")
        found += [(voice, text) for text in village_messages(self.sitting)]
        if self._set_by_county():
            found.insert(0, (_("The county’s work team"), self._set_by_county()))
        if self.sitting.past:
            told = _(
                "This season is over. Everything can be looked at and nothing ordered. On the"
                " timeline you can branch from here, into another life of the same seed."
            )
            found.insert(0, (_("Looking back"), told))
        if self.sitting.trouble:
            found.insert(0, (_("This game was not saved"), self.sitting.trouble))
        return found or [(_("County office, by telephone"), _("No call this season."))]

    def _set_by_county(self) -> str:
        """What was decided for the office at the season's start; empty if nothing was."""
        changed = self.sitting.county_changed()
        if changed:
            return _(
                "The county has decided for this office: {orders}. Read on to see what stood"
                " before, and to set it back."
            ).format(orders=in_words(changed))
        told = self.sitting.view.set_by_county
        if not told or self.sitting.past:
            return ""
        return _("The county asks for what stands here already: {orders}.").format(
            orders=in_words(list(told))
        )

    def show(self) -> None:
        """Take the messages of the season."""
        told = self.messages()
        self.current %= len(told)
        voice, text = told[self.current]
        count = _("{number} of {all}").format(number=self.current + 1, all=len(told))
        self.message.say(voice, text, count if len(told) > 1 else "")
        none = None if len(told) > 1 else _("There is only one message.")
        self.more.allow(none)
        offers = [each for each in (*COMMUNE, *BRIGADE) if self.sitting.is_new(each.kind)]
        told_new = _("Orders · {count} new").format(count=number(len(offers)))
        self.orders.name = told_new if offers else _("Orders")
        names = [(f"={_(each.title)}", 1) for each in offers]
        parts = total("new_orders", "number", names)
        told_of = Ask(parts.figure, number(len(offers)), given=(parts,))
        self.orders.asks = (told_of,) if offers else ()
        self.orders.touch()

    def _next(self) -> None:
        self.current += 1
        self.show()
        self.turned()
        announce(self.message.heard)

    def _read(self) -> None:
        """Open the whole message; from it one goes on to the next."""
        told = self.messages()
        voice, text = told[self.current]
        of_county = text == self._set_by_county() and self.sitting.county_changed()
        more: list[Answer] = []
        if of_county:
            text, inside = self._county_text(), self._county_rows()
            if len(inside.kinds) > 1:
                more.append((_("Set all back"), inside.set_all_back, False))
        else:
            inside = None
            for entry in entries_of(text, self._event())[:LINKS]:
                told_entry = _("In the chronicle: {entry}").format(entry=entry.english)
                more.append((told_entry, self._opener(entry.key), True))
        if self.current + 1 < len(told):
            more.append((_("Next message"), self._read_next, True))
        self._open(voice, text, [(_("Close"), None, True), *more], inside)

    def _open(self, voice: str, text: str, answers: list[Answer], inside: CountySet | None) -> None:
        """A dialog whose last button is the seal; some of them leave it open."""

        def pressing(then: Callable[[], None] | None, *, closes: bool) -> Callable[[], None]:
            def press() -> None:
                if closes:
                    self.form.close()
                if then is not None:
                    then()

            return press

        last = len(answers) - 1
        buttons = [
            Button(name, pressing(then, closes=closes), "seal" if at == last and at else "plain")
            for at, (name, then, closes) in enumerate(answers)
        ]
        self.form.open(Dialog(voice, text, buttons, on_escape=buttons[0].press, inside=inside))

    def _county_text(self) -> str:
        return _(
            "The cadres carry out what the county set. It stands until you order otherwise. Not"
            " doing it may cost standing."
        )

    def _county_rows(self) -> CountySet:
        return CountySet(self.sitting, self.sitting.county_changed(), self.ordered)

    def _event(self) -> str:
        """The id of the event that is shown; empty for other messages."""
        text = self.messages()[self.current][1]
        events = self.sitting.view.events
        return next((one.id for one in events if self._told(one) == text), "")

    def _told(self, event: Event) -> str:
        """An event in words; where it counts the dead, a household stands beside them."""
        text = self.sitting.word(event.id)
        if not counts_dead(text):
            return text
        return f"{text} {line_after(self.sitting, pages_of(self.sitting))}".rstrip()

    def _opener(self, key: str) -> Callable[[], None]:
        return lambda: self.open_entry(key)

    def _read_next(self) -> None:
        self.current += 1
        self.show()
        self.turned()
        self._read()
