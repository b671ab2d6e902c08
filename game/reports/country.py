"""The country's published figures, beside which a game's two ledgers stand. Data, with sources."""

from dataclasses import dataclass
from types import MappingProxyType

from game.words import N_


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that was published for a harvest, and later taken back."""

    year: int
    grain_kt: int  # thousand tonnes
    when: str  # words to translate
    source: str  # key of levels/_standard/sources.toml


GRAIN_KT = MappingProxyType(
    {1957: 195_050, 1958: 197_650, 1959: 169_680, 1960: 143_850, 1961: 136_500}
)
"""Grain output, thousand tonnes of raw grain: the later official series."""
GRAIN_SOURCE = "national_series"

CLAIMS = (
    Claim(1958, 375_000, N_("published at the end of 1958"), "communique_1959"),
    Claim(1958, 250_000, N_("corrected in August 1959"), "communique_1959"),
    Claim(1959, 270_000, N_("published in January 1960"), "literature"),
)

EXCESS_DEATHS = (15, 45)
"""Deaths beyond the usual, 1958 to 1962, millions: the range of most scholars, never one number."""
EXCESS_TEXT = N_(
    "For the whole country most scholars estimate between {low} and {high} million deaths beyond "
    "the usual from 1958 to 1962; a few estimates lie outside this range."
)
EXCESS_SOURCE = "literature"


def index_pm(year: int) -> int | None:
    """A year's grain beside 1957, per mille.

    >>> index_pm(1960), index_pm(1970)
    (737, None)
    """
    grain = GRAIN_KT.get(year)
    return None if grain is None else grain * 1000 // GRAIN_KT[1957]


def claims(year: int) -> tuple[Claim, ...]:
    """What was published for a harvest before it was corrected."""
    return tuple(claim for claim in CLAIMS if claim.year == year)
