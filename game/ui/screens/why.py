"""Why: the parts of the figures that a widget shows, in a dialog.

"?" on whatever has the focus asks, and so does a press on a figure. What a seat can't know is there
as a part, and says so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from game.play.explained import parts
from game.play.session import Session
from game.reports.accounts import turn_of
from game.sim.parts_of import FIGURES
from game.sim.why import Parts, Step
from game.ui.screens.why_words import done_with, exact, led_to, part_name, title_of
from game.ui.theme import Theme
from game.ui.widgets.base import Ask
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.form import Form
from game.ui.widgets.table import Column, Table
from game.words import _

Words = Callable[[str], str]


def rows_of(account: Parts, words: Words) -> list[list[str]]:
    """The rows of one figure: its name and value, then its parts."""
    rows = [[title_of(account, words), "", exact(account.value, account.unit)]]
    changes = any(step.op in {"×", "÷"} for step in account.steps)
    for at, step in enumerate(account.steps):
        name = part_name(step.name, words)
        name = name[:1].upper() + name[1:]
        first = exact(step.by, step.unit) if step.op == "=" and changes else ""
        rows.append([f"   {name}", first or done_with(step), led_to(account, at)])
    return rows


def parts_asked(session: Session | None, ask: Ask) -> tuple[Parts, ...]:
    """The accounts of one figure: those it brings, else those of the game."""
    if ask.given or session is None:
        return ask.given
    return parts(session, ask.figure, ask.unit, ask.turn, true=ask.true)


def explained(session: Session | None, asks: Sequence[Ask]) -> dict[Parts, Ask]:
    """The accounts of figures, each once, and what was asked."""
    found: dict[Parts, Ask] = {}
    for ask in asks:
        for account in parts_asked(session, ask):
            found.setdefault(account, ask)
    return found


def open_why(
    form: Form, session: Session | None, words: Words, title: str, asks: Sequence[Ask]
) -> None:
    """A dialog with the parts of figures."""
    found = explained(session, asks)
    rows = [row for account in found for row in rows_of(account, words)]
    title = title[:1].upper() + title[1:]
    columns = [
        Column(_("Part"), 15), Column(_("By"), 9, right=True), Column(_("Amount"), 9, right=True),
    ]  # fmt: skip
    if not found:
        text = _("No account of this figure has been kept yet.")
    elif all(len(account.steps) == 1 for account in found):
        text = _("This has no further parts: it was given, and by whom or what stands beside it.")
    elif all(account.known for account in found):
        text = _("The parts, in their order, give the figure exactly.")
    else:
        text = _("The parts give the figure; what is marked as not known can't be, at this desk.")
    close = Button(_("Close"), form.close, "plain", key="close")
    deeper = _deeper(session, found)
    table = PartsTable(title, columns, rows, key="parts")
    if any(deeper):

        def open_part(row: int) -> None:
            if (ask := deeper[row]) is not None:
                open_why(form, session, words, title, [ask])

        table.on_select = open_part
        table.hint = _("Enter on a brigade or a season opens its own parts.")
    table.accounts = list(found)
    table.heads = _heads(found)
    form.open(Dialog(title, text, [close], on_escape=form.close, inside=table if found else None))


def answering(form: Form, session: Callable[[], Session | None], words: Words) -> None:
    """Let a form's figures be asked why; without a session they bring their own parts."""

    def asked(title: str, asks: tuple[Ask, ...]) -> None:
        open_why(form, session(), words, title or _("Why"), asks)

    form.on_ask = asked


def _deeper(session: Session | None, found: Mapping[Parts, Ask]) -> list[Ask | None]:
    """What each row opens: a part that is a brigade's, or a season's, has parts of its own."""
    rows: list[Ask | None] = []
    for account, ask in found.items():
        rows.append(None)
        rows += [_within(session, account, step, ask) for step in account.steps]
    return rows


def _within(session: Session | None, account: Parts, step: Step, ask: Ask) -> Ask | None:
    if session is None or account.figure not in FIGURES or ask.unit is not None:
        return None
    names = session.level.units
    if step.name in names and not ask.given:
        return Ask(account.figure, "", names.index(step.name), ask.turn, ask.true)
    turn = turn_of(session.level, step.name)
    if turn is None or turn >= session.turn or (ask.given and not ask.true):
        return None
    return Ask(account.figure, "", None, turn, ask.true)


def _heads(found: Iterable[Parts]) -> set[int]:
    """The rows that name a figure."""
    rows, at = set(), 0
    for account in found:
        rows.add(at)
        at += 1 + len(account.steps)
    return rows


class PartsTable(Table):
    """A table that scrolls where the dialog would grow too tall; the figures' own rows are bold."""

    MOST = 340  # logical px
    dialog_wide = 640
    accounts: Sequence[Parts] = ()

    def height(self, width: int, theme: Theme) -> int:
        """No more than a part of the screen."""
        return min(super().height(width, theme), theme.px(self.MOST))
