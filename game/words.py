"""Text, plurals and numbers in the language of the player; the only reader of assets/words.

The English source text is the key. Whole sentences are translated, with named places for what
changes: `_("{name} reported {tonnes}.").format(...)`; nothing is glued together from parts.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.places import assets

if TYPE_CHECKING:
    import gettext

DOMAIN = "two_ledgers"
PSEUDO = "pseudo"
_ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")


class _Language:
    """What is spoken now."""

    name = "en"
    catalogue: "gettext.NullTranslations | None" = None  # None leaves the source text
    disguise: Callable[[str], str] | None = None


def pseudo(text: str) -> str:
    """Text that is 40 % longer and accented, to try layouts; places for values are kept.

    >>> pseudo("Ends {season}")
    '[Éñds {season} ~~~~~]'
    """
    parts = text.split("{")
    shown = [parts[0].translate(_ACCENTS)]
    for part in parts[1:]:
        place, brace, rest = part.partition("}")
        shown.append(place + brace + rest.translate(_ACCENTS))
    return "[" + "{".join(shown) + " " + "~" * round(len(text) * 0.4) + "]"


def use(language: str) -> None:
    """Speak a language from now on. A language without catalogue leaves the English source text."""
    import gettext  # here: the first frame does without it

    _Language.name = "en" if language == PSEUDO else language
    _Language.disguise = pseudo if language == PSEUDO else None
    _Language.catalogue = gettext.translation(
        DOMAIN, assets() / "words", languages=[_Language.name], fallback=True
    )


def language() -> str:
    """The language that is spoken now."""
    return _Language.name


def languages() -> list[str]:
    """The languages that have a catalogue; English is always there."""
    found = {path.parent.parent.name for path in (assets() / "words").glob(f"*/*/{DOMAIN}.mo")}
    return sorted(found | {"en"})


def _(text: str) -> str:
    """The text in the language of the player."""
    spoken = _Language.catalogue.gettext(text) if _Language.catalogue else text
    return _Language.disguise(spoken) if _Language.disguise else spoken


def _n(one: str, many: str, count: int) -> str:
    """The right plural for a count; the text still has its places, `{count}` among them.

    >>> _n("{count} hand", "{count} hands", 1)
    '{count} hand'
    """
    if _Language.catalogue is None:
        spoken = one if count == 1 else many
    else:
        spoken = _Language.catalogue.ngettext(one, many, count)
    return _Language.disguise(spoken) if _Language.disguise else spoken


def N_(text: str) -> str:  # noqa: N802 - the name that translators' tools know
    """Mark a text for the catalogue without translating it yet."""
    return text


def number(value: float, decimals: int = 0) -> str:
    """A number with grouped thousands, and a minus as it is printed.

    >>> number(12345), number(3.25, 1), number(-1431), number(-0.04)
    ('12,345', '3.2', '−1,431', '0')
    """
    value = round(value, decimals) or 0
    if _Language.name.startswith("en"):
        return f"{value:,.{decimals}f}".replace("-", "−")
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, format=pattern, locale=_Language.name)


def tonnes(kg: int) -> str:
    """An amount of grain or iron: one decimal below ten tonnes, none above.

    >>> tonnes(148_300), tonnes(3_200), tonnes(2_960)
    ('148 t', '3.2 t', '3 t')
    """
    decimals = 1 if abs(kg) < 10_000 and round(kg / 100) % 10 else 0
    return _("{amount} t").format(amount=number(kg / 1000, decimals))


def kilograms(grams: int) -> str:
    """A small amount, as in a daily ration.

    >>> kilograms(620)
    '0.62 kg'
    """
    return _("{amount} kg").format(amount=number(grams / 1000, 2))


def percent(per_mille: int) -> str:
    """A share.

    >>> percent(480)
    '48%'
    """
    return _("{number}%").format(number=number(round(per_mille / 10)))


def percent_exact(per_mille: int) -> str:
    """A share in full.

    >>> percent_exact(483)
    '48.3%'
    """
    return _("{number}%").format(number=number(per_mille / 10, 1))


def season(which: int) -> str:
    """The name of a season: 0 spring to 3 winter.

    >>> season(3)
    'Winter'
    """
    return (_("Spring"), _("Summer"), _("Autumn"), _("Winter"))[which % 4]


def season_name(turn: int, first_year: int = 1958, first_season: int = 0) -> str:
    """The season and year of a turn.

    >>> season_name(1), season_name(7)
    ('Summer 1958', 'Winter 1959')
    """
    seasons = first_season + turn
    names = (_("Spring {year}"), _("Summer {year}"), _("Autumn {year}"), _("Winter {year}"))
    return names[seasons % 4].format(year=first_year + seasons // 4)


def moment(iso: str) -> str:
    """A date and time on this computer's clock, from an ISO text; the text itself if it is none.

    >>> moment("yesterday")
    'yesterday'
    """
    from datetime import datetime

    from babel.dates import format_datetime

    try:
        when = datetime.fromisoformat(iso).astimezone().replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return iso
    return format_datetime(when, "d MMMM y, HH:mm", locale=_Language.name)
