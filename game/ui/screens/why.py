"""Why: the parts of a figure, in a dialog, and figures that open it."""

from collections.abc import Callable

import pygame

from game.sim.views import View
from game.sim.why import Why
from game.ui.theme import TURN, Theme, Type
from game.ui.widgets.base import is_click, is_press, is_release
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.gauge import Figure
from game.ui.widgets.group import Form
from game.ui.widgets.table import Column, Table
from game.words import N_, _, number, tonnes

FIGURES = {
    "harvest": N_("The harvest, as brought in"),
    "reported": N_("The harvest, as reported"),
    "procured": N_("What the state took"),
    "standing": N_("Standing with the county"),
    "deaths": N_("Deaths"),
    "demand": N_("What the county asks"),
    "effort": N_("Effort in the fields, for a day's work"),
}
PARTS = {
    "area_and_yield": N_("land sown, at its usual yield"), "soil": N_("soil"),
    "sowing_and_tending": N_("sowing and tending"), "effort": N_("effort"), "water": N_("water"),
    "weather": N_("weather"), "luck": N_("luck of the field"), "ripe": N_("ripe"),
    "lost_in_field": N_("lost in the field"), "still_standing": N_("still standing"),
    "brought_in": N_("brought in"), "added_by_brigades": N_("added by the brigades"),
    "added_by_the_office": N_("added at this desk"), "demanded": N_("demanded"),
    "not_found": N_("not to be found"), "praise": N_("praise for the report"),
    "low_report": N_("a low report"), "missed": N_("deliveries missed"), "plead": N_("the plea"),
    "steel": N_("furnaces"), "works": N_("waterworks"), "halls": N_("dining halls"),
    "plots": N_("private plots"), "technique": N_("close planting and deep ploughing"),
    "gates": N_("people who left"), "hidden": N_("grain put aside, and found"),
    "calm": N_("time passing"), "standing": N_("standing in the fields"),
    "dead": N_("those who died here"), "taken_away": N_("harvests taken away"),
    "not_yet": N_("still to come, month by month"), "best_land": N_("only the better land sown"),
    "manure": N_("manure"), "stage_family_farms": N_("family farms"),
    "stage_household_coop": N_("household co-operative"),
    "stage_higher_coop": N_("higher co-operative"), "stage_commune": N_("people's commune"),
    "stage_three_levels": N_("commune of three levels"),
    "stage_team": N_("accounts kept by the team"),
}  # fmt: skip


def part_name(key: str, words: Callable[[str], str]) -> str:
    """What a part is called: a word of the game, of the level, or its key with spaces."""
    if key in PARTS:
        return _(PARTS[key])
    head, dot, tail = key.partition(".")
    if dot:
        return _("{what}, {crop}").format(
            what=_(PARTS.get(head, FIGURES.get(head, head))), crop=words(tail)
        )
    told = words(key)
    return told.replace("_", " ")


def figure_name(key: str, words: Callable[[str], str]) -> str:
    """What a figure is called."""
    head, dot, tail = key.partition(".")
    name = _(FIGURES.get(head, head.replace("_", " ")))
    return _("{what}, {crop}").format(what=name, crop=words(tail)) if dot else name


def amount_text(amount: int, unit: str) -> str:
    """An amount in its unit."""
    if unit == "kg":
        return tonnes(amount)
    if unit == "pm":  # parts of a thousand
        return _("+{amount}").format(amount=number(amount)) if amount > 0 else number(amount)
    return number(amount)


def parts_of(why: Why, unit: int | None, words: Callable[[str], str]) -> list[list[str]]:
    """The rows of the dialog: name, factor, amount. All brigades together where `unit` is None."""
    rows: list[list[str]] = []
    for factor in why.factors:
        row = factor.amount[0]
        amount = int(row.sum()) if unit is None or row.ndim == 0 else int(row[unit])
        several = row.ndim > 0 and row.size > 1
        if why.unit == "pm" and unit is None and several:
            amount = int(row.sum()) // max(1, row.size)
        times = ""
        if factor.pm is not None and unit is not None:
            times = _("×{factor}").format(factor=number(int(factor.pm[0][unit]) / 1000, 2))
        if why.adds_up and not amount:
            continue
        name = part_name(factor.name, words)
        name = name[:1].upper() + name[1:]
        rows.append([name, times, amount_text(amount, why.unit)])
    return rows


def find(view: View, figure: str) -> list[Why]:
    """The accounts of a figure: itself, or one for each crop."""
    exact = [why for why in view.why if why.figure == figure]
    return exact or [why for why in view.why if why.figure.startswith(figure + ".")]


def open_why(
    form: Form, view: View, figure: str, title: str, words: Callable[[str], str],
    unit: int | None = None,
) -> None:  # fmt: skip
    """A dialog with the parts of a figure; in closed books, why there is none."""
    found = find(view, figure)
    close = Button(_("Close"), form.close, "plain", key="close")
    if not found:
        text = (
            _("No account of this figure has been kept in the season just ended.")
            if view.open_books
            else _("In closed books the parts of a figure are not known; the debrief opens them.")
        )
        form.open(Dialog(title, text, [close], on_escape=form.close))
        return
    rows: list[list[str]] = []
    for number_, why in enumerate(found, 1):
        if len(found) > 1:
            rows.append([_("Month {number} of reaping").format(number=number_), "", ""])
        rows += parts_of(why, unit, words)
    chain = any(row[1] for row in rows)
    columns = [Column(_("Part"), 6)]
    columns += [Column(_("Factor"), 2, right=True)] if chain else []
    columns += [Column(_("Amount"), 3, right=True)]
    shown = [row if chain else [row[0], row[2]] for row in rows]
    text = (
        _("The parts add up to the figure.")
        if all(why.adds_up for why in found)
        else _("Each factor leads to the amount beside it.")
    )
    form.open(
        Dialog(title, text, [close], on_escape=form.close, inside=PartsTable(title, columns, shown))
    )


class PartsTable(Table):
    """A table that scrolls where the dialog would grow too tall."""

    MOST = 340  # logical px

    def height(self, width: int, theme: Theme) -> int:
        """No more than a part of the screen."""
        return min(super().height(width, theme), theme.px(self.MOST))


class WhyFigure(Figure):
    """A figure that can be asked why."""

    focusable = True

    def __init__(
        self,
        name: str,
        value: str,
        on_why: Callable[[str, str], None],
        figure: str,
        colour: str = "ink",
        style: Type = TURN,
        *,
        hint: str = "",
        key: str = "",
    ) -> None:
        super().__init__(name, value, colour, style, hint=hint, key=key)
        self.on_why, self.figure = on_why, figure
        self.focusable = bool(figure)  # type: ignore[misc]
        if figure:
            self.hint = _("{hint} Press it for its parts.").format(hint=hint)

    def on_event(self, event: pygame.event.Event) -> bool:
        """Enter, Space, a click or "?" opens the parts."""
        asked = event.type == pygame.KEYDOWN and getattr(event, "unicode", "") == "?"
        if self.figure and (is_press(event) or asked or is_release(event)):
            self.on_why(self.figure, self.name)
            return True
        return is_click(event)
