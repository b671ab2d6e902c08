"""When: turns of a level as people say them."""

from collections.abc import Sequence

from game.sim.level import Level
from game.words import N_, _, season_name

MONTHS = (
    N_("January {year}"), N_("February {year}"), N_("March {year}"), N_("April {year}"),
    N_("May {year}"), N_("June {year}"), N_("July {year}"), N_("August {year}"),
    N_("September {year}"), N_("October {year}"), N_("November {year}"), N_("December {year}"),
)  # fmt: skip


def month_name(calendar: tuple[int, int]) -> str:
    """A month from year and number.

    >>> month_name((1958, 6))
    'June 1958'
    """
    year, month = calendar
    return _(MONTHS[month - 1]).format(year=year)


def dated(when: str) -> str:
    """A date of the chronicle in words.

    >>> dated("1958"), dated("1958-08"), dated("1958-08-17"), dated("1958-08-17..1958-08-30")
    ('1958', 'August 1958', '17 August 1958', '17 August 1958 to 30 August 1958')
    """
    first, _dots, last = when.partition("..")
    if last:
        return _("{first} to {last}").format(first=dated(first), last=dated(last))
    parts = [int(part) for part in when.split("-")] if when else []
    if len(parts) < 2:
        return when
    month = month_name((parts[0], parts[1]))
    return month if len(parts) == 2 else _("{day} {month}").format(day=parts[2], month=month)


def years_of(when: str) -> tuple[float, float]:
    """A date of the chronicle as a span of years, from its first day to the end of its last.

    >>> years_of("1962"), years_of("1961..1962"), years_of("1962-07..1977-07")
    ((1962.0, 1963.0), (1961.0, 1963.0), (1962.5, 1977.5833333333333))
    """
    first, _dots, last = when.partition("..")
    begin, end = ([int(part) for part in each.split("-")] for each in (first, last or first))
    after = end[0] + (end[1] / 12 if len(end) > 1 else 1.0)
    return begin[0] + (begin[1] - 1) / 12 if len(begin) > 1 else float(begin[0]), after


def season_of(level: Level, turn: int) -> str:
    """A turn as "autumn 1958"."""
    return season_name(level.season(turn), level.year(turn)).lower()


def when(level: Level, turns: Sequence[int]) -> str:
    """Turns as a season, as a span, or as "every harvest"."""
    first, last = turns[0], turns[-1]
    if first == last:
        return season_of(level, first)
    if last - first + 1 != len(turns):
        return _("every harvest")
    return _("{first} to {last}").format(first=season_of(level, first), last=season_of(level, last))
