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


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that happened in the country."""

    when: tuple[int, float]  # year, month
    head: str  # words to translate
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Rates:
    """Births and deaths of a year per 1000 people, as registered and as Banister estimated."""

    year: int
    births: float
    deaths: float
    births_estimated: float
    deaths_estimated: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """Deaths beyond the usual, 1958 to 1962, as one author has them, millions."""

    who: str
    low: float
    high: float
    note: str = ""  # words to translate


GRAIN_KT = MappingProxyType(
    {1957: 195_050, 1958: 197_650, 1959: 169_680, 1960: 143_850, 1961: 136_500}
)
"""Grain output, thousand tonnes of raw grain: the later official series."""
GRAIN_SOURCE = "national_series"

CLAIMS = (
    Claim(1958, 375_000, N_("published at the end of 1958"), "claim_1958"),
    Claim(1958, 250_000, N_("corrected in August 1959"), "communique_1959"),
    Claim(1959, 270_000, N_("published in January 1960"), "literature"),
)

EXCESS_DEATHS = (15, 45)
"""Deaths beyond the usual, 1958 to 1962, millions: the range of most scholars, never one number."""
EXCESS_TEXT = N_(
    "For the whole country most scholars estimate between {low} and {high} million deaths beyond "
    "the usual from 1958 to 1962; a few estimates lie outside this range."
)
EXCESS_SOURCE = "excess_estimates"
ESTIMATES = (
    Estimate("Cheng & Zhan 2018", 4, 5, N_("outside the range; most demographers reject it")),
    Estimate("Houser, Sands & Xiao 2009", 15, 15),
    Estimate("Jiang Zhenghua 1986", 17, 17),
    Estimate("Yao 1999", 18, 18),
    Estimate("Peng 1987", 23, 23),
    Estimate("Coale 1984", 26.8, 27),
    Estimate("Ashton, Hill, Piazza & Zeitz 1984", 29.5, 30),
    Estimate("Banister 1987", 30, 30),
    Estimate("Cao Shuji 2005", 32.5, 32.5),
    Estimate("Yang Jisheng 2008", 36, 36),
    Estimate("Dikötter 2010", 45, 45, N_("at least")),
    Estimate("Yu Xiguang", 55, 55, N_("outside the range")),
)
"""Who says what, in the order of the figures."""

RATES = (
    Rates(1957, 34.03, 10.80, 43.3, 18.1),
    Rates(1958, 29.22, 11.98, 37.8, 20.7),
    Rates(1959, 24.78, 14.59, 28.5, 22.1),
    Rates(1960, 20.86, 25.43, 26.8, 44.6),
    Rates(1961, 18.02, 14.24, 22.4, 23.0),
    Rates(1962, 37.01, 10.02, 41.0, 14.0),
)
"""Two bases that must never be mixed: the registers', and Banister's reckoning of 1984."""
RATES_SOURCES = ("national_series", "banister_1984")


COUNTRY = (
    Dated((1958, 9.5), N_("August to autumn 1958"), N_(
        "Communes and dining halls everywhere. The national harvest is announced as 375 million"
        " tonnes; later series give 198."), "claim_1958"),
    Dated((1959, 7.8), N_("July and August 1959, Lushan"), N_(
        "Those who had doubted are purged. Targets, and the purchase, stay high."), "lushan"),
    Dated((1960, 6.5), N_("1960"), N_(
        "The harvest falls to about 144 million tonnes, a quarter below 1957."), "national_series"),
    Dated((1960, 11.5), N_("November 1960"), N_(
        "The Twelve Articles give plots back. In 1961 the halls close, and local figures begin to"
        " be corrected."), "twelve_articles"),
)  # fmt: skip
"""Dated events of the country, beside which the chart of the two ledgers stands."""


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


def slot_of(when: tuple[int, float], first_year: int) -> float:
    """Where a month stands on the axis of harvests.

    >>> round(slot_of((1958, 6.5), 1957), 2)
    2.5
    """
    year, month = when
    return 2 * (year - first_year) - 0.5 + (month - 0.5) / 6
