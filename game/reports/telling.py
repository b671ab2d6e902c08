"""Telling: a text with its figures filled in, each as its name's ending asks."""

from collections.abc import Mapping

from game import words


def shown(name: str, value: object) -> str:
    """A value in words.

    >>> shown("report_kg", 148_300), shown("gap_pm", 480), shown("people", 7800), shown("name", "x")
    ('148 t', '48%', '7,800', 'x')
    """
    if not isinstance(value, int):
        return str(value)
    if name.endswith("_kg"):
        return words.tonnes(value)
    if name.endswith("_pm"):
        return words.percent(value)
    if name.endswith("_g"):
        return words.kilograms(value)
    if name.endswith("year"):
        return str(value)
    return words.number(value)


def signed(value: int) -> str:
    """A difference with its sign.

    >>> signed(12), signed(-3), signed(0)
    ('+12', '−3', '0')
    """
    return f"+{words.number(value)}" if value > 0 else words.number(value).replace("-", "−")


def signed_tonnes(kg: int) -> str:
    """A difference of grain with its sign.

    >>> signed_tonnes(-91_000)
    '−91 t'
    """
    return f"+{words.tonnes(kg)}" if kg > 0 else words.tonnes(kg).replace("-", "−")


def told(text: str, values: Mapping[str, object]) -> str:
    """A text in the language of the player, with its figures.

    >>> told("{unit} reported {report_kg}.", {"unit": "Reed Bank", "report_kg": 148_300})
    'Reed Bank reported 148 t.'
    """
    return words._(text).format(**{name: shown(name, value) for name, value in values.items()})
