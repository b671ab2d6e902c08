"""Reading figures and their accounts as a person does: from their texts alone."""

import re
from collections.abc import Iterator
from decimal import Decimal

from game import words
from game.sim.why import Parts
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.chart import Chart
from game.ui.widgets.table import Table

DECIDED = {"stepper", "slider", "toggle", "choice", "tabs", "text field", "timeline", "list"}
"""Roles that show what is decided or chosen here; a figure on one of them is still asked."""
PARTS_THEMSELVES = {"standing"}  # its rows are the parts that its figure has
SCALES = {Decimal(1000), Decimal(10_000)}  # "617 of 1,000": what a figure is out of
DATED = re.compile(
    r"\b\d{1,2} (?:[A-Z][a-z]+ )?(?=1[89]\d\d|20\d\d)|\d\d:\d\d|[A-Z][a-z]+ \d{1,2}, "
    r"|\b(?:1[89]|20)\d\d(?:[-–]\d\d)?\b|\b\d+ of 16\b|\bformat \d\b|\bF\d\b|\b\d+\.(?= )"
)
"""Years, seasons of the strip at the top, formats of saves, numbers of a list."""


def numbers(text: str, language: str) -> list[Decimal]:
    """The numbers in a text, in the signs of a language."""
    group, point, text = ",", ".", text.replace("−", "-")
    if language not in {"en", words.PSEUDO}:
        from babel.numbers import get_decimal_symbol, get_group_symbol

        group, point = get_group_symbol(language), get_decimal_symbol(language)
    found = re.findall(rf"[-−]?\d(?:[\d{re.escape(group)}]*\d)?(?:{re.escape(point)}\d+)?", text)
    plain = (one.replace(group, "").replace(point, ".").replace("−", "-") for one in found)
    return [Decimal(one) for one in plain]


def amount(text: str, language: str) -> int:
    """An amount in its smallest unit: a percentage in thousandths."""
    (value,) = numbers(text, language)
    whole = value * 10 if "%" in text else value
    assert whole == int(whole), text
    return int(whole)


def worked_out(rows: list[list[str]], language: str) -> int:
    """A figure from the texts of its parts alone; each part's amount must follow from it."""
    total = weighed = weights = 0
    for at, (_name, by, told) in enumerate(rows):
        sign = next((one for one in by if one in "+−×÷"), "")
        given = numbers(by, language)
        if not numbers(told, language):
            continue  # there is such a part, and it can't be known
        if sign in {"+", "−"}:
            total += int(given[0]) * (1 if sign == "+" else -1)
        elif sign == "×":
            total = int(total * given[0] // 1)
        elif sign == "÷":
            total //= int(given[0])
        elif len(given) == 2:
            share = int(given[0] * 10) if "%" in by else int(given[0])
            weighed, weights = weighed + share * int(given[1]), weights + int(given[1])
            total = weighed // max(1, weights)
        else:  # the first, or a floor or ceiling
            assert at == 0 or not by, by
            total = amount(told, language)
        assert amount(told, language) == total, (rows, at)
    return total


def agrees(ask: Ask, accounts: tuple[Parts, ...], language: str) -> bool:
    """The text on the screen is the figure that the parts give, as far as it is rounded there."""
    told = numbers(ask.text, language)
    if not told:
        return True  # a word, or boxes
    ranged = [one for one in accounts if one.bound]
    values = ranged[:2] if len(told) == 2 else accounts[:1]
    return len(told) == len(values) and all(
        abs(number * _scale(one, ask.text) - one.value) <= _rounding(one, number)
        for number, one in zip(told, values, strict=True)
    )


def _scale(one: Parts, text: str) -> Decimal:
    if one.unit == "pm" and "%" in text:
        return Decimal(10)
    return Decimal(1000) if one.unit in {"kg", "g", "kt"} else Decimal(1)


def _rounding(one: Parts, number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    scale = 1000 if one.unit in {"kg", "g", "kt"} else (10 if one.unit == "pm" else 0)
    return Decimal(scale) * Decimal(10) ** exponent / 2


def without_account(widget: Widget) -> set[Decimal]:
    """The numbers that a widget shows and that none of its figures tells."""
    if widget.quotes or (widget.role in DECIDED and not widget.asks):
        return set()
    if widget.key in PARTS_THEMSELVES:
        return set() if widget.asks else {Decimal(0)}
    told = {abs(each) for ask in widget.asks for each in numbers(ask.text, "en")}
    if any(not ask.text for ask in widget.asks):
        return set()  # a bar or boxes: its figures are told when they are asked
    found = {abs(each) for text in readable(widget) for each in numbers(DATED.sub("", text), "en")}
    return found - told - SCALES


def readable(widget: Widget) -> Iterator[str]:
    """All that can be read on a widget."""
    if isinstance(widget, Table):
        for row in widget.rows:
            yield from row
    elif isinstance(widget, Chart):
        for at in range(widget.lines.count):
            yield widget.point_text(at)
    elif widget.role in {"text", "figures", "button"} and widget.key != "message":
        yield widget.name
        yield widget.value_text
    elif widget.role not in {"panel", "picture", "scroll"}:
        yield widget.value_text
