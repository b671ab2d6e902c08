"""The keys: what each does, and another one for it."""

from dataclasses import replace

from game.ui import keys, settings
from game.ui.keys import ACTIONS, FIXED, Keys
from game.ui.screen import Pop, Restyle
from game.ui.screens.page import Page
from game.ui.screens.small import Fact, Facts
from game.ui.theme import SECOND
from game.ui.widgets.announce import announce
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import ask
from game.ui.widgets.keyrow import KeyRow
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.words import N_, _

GROUPS = (
    (keys.EVERYWHERE, N_("On every screen"), "通用"),
    (keys.VILLAGE, N_("In the village"), "村庄"),
    (keys.DESK, N_("At the report desk"), "上报"),
    (keys.TIMELINE, N_("On the timeline"), "时间"),
)


class KeyPage(Page):
    """A row for each action, in groups; what collides says so."""

    NARROW = 620

    def __init__(self) -> None:
        super().__init__(_("Keys"))
        self.now = settings.load()
        self.keys = Keys(self.now.keys)
        self.rows: dict[str, KeyRow] = {}
        self.body.add(
            Label(
                _("Choose a row, press Enter, then the key. Backspace gives the first one back."),
                SECOND, "ink2",
            )
        )  # fmt: skip
        for where, title, zh in GROUPS:
            found = [action for action in ACTIONS if action.where == where]
            if found:
                self.body.add(Head(_(title), zh), *(self._row(action) for action in found))
        self.body.add(
            Head(_("Keys that stay"), "固定"),
            Facts(_("Keys that stay"), [Fact(keys.readable(k), _(w)) for k, w in FIXED.items()]),
            Head(_("Gamepad"), "手柄"),
            Label(
                _("Cross or left stick: move the focus, change what has it. Shoulders: the next"
                  " thing, the one before. A: press. B or Start: close, or the menu. X: orders."
                  " Y: map layer. Back: ledger. Right stick: move the map; press it for the next"
                  " panel. Left stick pressed: next brigade."),
                SECOND,
            ),
        )  # fmt: skip
        self.add_feet(
            Button(_("First keys"), self._all_first, key="first_keys",
                   hint=_("Give every action its first key back")),
            Button(_("Back"), self._leave, "seal", key="back"),
        )  # fmt: skip
        self.form.on_escape = self._leave
        self._show()

    def _row(self, action: keys.Action) -> KeyRow:
        row = KeyRow(
            _(action.name), action.first, lambda told: self._take(action.id, told),
            lambda: self._reset(action), key=f"key_{action.id}",
        )  # fmt: skip
        self.rows[action.id] = row
        return row

    def _take(self, action: str, told: str) -> str | None:
        refused = self.keys.refusal(told)
        if refused is None:
            self._keep(self.keys.with_key(action, told))
        else:
            self.rows[action].trouble = refused
            self.layout(self.size, self.theme)  # the row has one more line
        return refused

    def _leave(self) -> None:
        """Go back; where a key is given twice, ask first."""
        twice = next((name for name in self.rows if not self.keys.works(name)), None)
        if twice is None:
            self.go(Pop())
            return
        row = self.rows[twice]
        other = next(one for one in self.keys.collisions(twice) if self.keys.works(one.id))
        text = _(
            "“{action}” has the same key as “{other}”: {key}. It can’t be pressed by a key until"
            " one of the two has another."
        ).format(action=row.name, other=_(other.name), key=keys.readable(row.told))
        ask(
            self.form, _("A key is given twice"), text,
            [(_("Leave it so"), lambda: self.go(Pop())),
             (_("Stay"), lambda: self.form.focus_on(row))],
        ).on_escape = self.form.close  # fmt: skip

    def _reset(self, action: keys.Action) -> None:
        self._keep(self.keys.with_key(action.id, action.first))

    def _all_first(self) -> None:
        self._keep(Keys())
        announce(_("Every action has its first key."))

    def _keep(self, new: Keys) -> None:
        self.keys, self.now = new, replace(self.now, keys=new.chosen)
        self._show()
        self.go(Restyle(self.now))

    def _show(self) -> None:
        for name, row in self.rows.items():
            others = ", ".join(_(other.name) for other in self.keys.collisions(name))
            trouble = _("The same key as: {others}").format(others=others) if others else ""
            row.show(self.keys.held[name], trouble)
