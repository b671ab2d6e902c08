"""One table of all keys a level may hold: it drives check, messages and docs/level-format.md."""

from dataclasses import dataclass
from enum import StrEnum

REQUIRED = object()
"""Default of a key that has to be there."""


class Kind(StrEnum):
    """What a value may be."""

    WHOLE = "whole number"
    TEXT = "text"
    YES_NO = "true or false"
    MONTH = "month"
    SHARES = "shares by calendar month"
    BY_BRIGADE = "shares by brigade"
    TEXTS = "list of texts"
    WHOLES = "list of whole numbers"
    NAME = "name"
    POINTS = "whole number, list, or table of points"
    CONDITION = "condition"


MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
VOICES = ("telephone", "loudspeaker", "newspaper", "courier", "chronicle")
STAGES = (
    "family_farms", "household_coop", "higher_coop", "commune", "three_levels", "team",
)  # fmt: skip
"""Stages of collectivisation, in the order of their numbers (game/sim/stages.py)."""
CONFIDENCE = ("found", "found-computed", "computed", "recalled", "assumption", "definition")
ASSUMPTION = "assumption"
LANDSCAPES = ("plain", "terraces", "loess")
ACCOUNTS = ("granary", "hidden", "seed", "feed", "canteen", "state", "private")
"""Accounts of the true books that a condition may ask for."""
MOST_KG = 100_000_000_000


@dataclass(frozen=True, slots=True)
class Key:
    """One key a level file may hold.

    For texts `low` and `high` bound the length; for lists the length, and `each` the values.
    """

    name: str
    kind: Kind
    unit: str
    low: int
    high: int
    help: str
    default: object = REQUIRED
    choices: tuple[str, ...] = ()
    each: tuple[int, int] = (0, 0)
    since: str = "0.1"  # version of the game that first read it


@dataclass(frozen=True, slots=True)
class Section:
    """A table of a level file and the keys in it. docs and schema are written from these."""

    title: str  # as it is written in the file
    file: str
    help: str
    keys: tuple[Key, ...]


def _pm(name: str, text: str, high: int = 1000, default: object = REQUIRED, low: int = 0) -> Key:
    return Key(name, Kind.WHOLE, "per mille", low, high, text, default)


def _source() -> Key:
    return Key(
        "source",
        Kind.NAME,
        "",
        1,
        60,
        "a [source.KEY] here or in _standard/sources.toml, or assumption",
    )


LEVEL = (
    Key("format", Kind.WHOLE, "", 1, 1, "version of this format"),
    Key("title", Kind.TEXT, "", 1, 60, "name of the level, in English"),
    Key("subtitle_zh", Kind.TEXT, "", 0, 60, "its name in Chinese, shown beside it", ""),
    Key("version", Kind.TEXT, "", 1, 20, "version of the level"),
    Key("authors", Kind.TEXTS, "", 1, 20, "who made it"),
    Key("start", Kind.MONTH, "", 1900, 2000, "first month of a season, YYYY-MM"),
    Key("turns", Kind.WHOLE, "turns", 1, 40, "length of the game; a turn is a season"),
    _pm("household_size_pm", "persons in a household, per mille", 9000, 4500, 1000),
    Key(
        "county_kg",
        Kind.WHOLE,
        "kg",
        0,
        100_000_000_000,
        "state grain that the county can sell back",
    ),
    Key("furnaces", Kind.WHOLE, "furnaces", 0, 40, "furnaces that stand at the start", 0),
    _pm("standing_pm", "the county's opinion of the secretary at the start"),
    Key("weighings", Kind.WHOLE, "granaries", 0, 60, "granaries that can be weighed in a season"),
    Key("overrides", Kind.NAME, "", 0, 60, "id of the level in whose place this one stands", ""),
    Key("ignore", Kind.TEXTS, "", 0, 40, 'codes of warnings not to be told, ["W503"]', ()),
)
BRIGADE = (
    Key("children", Kind.WHOLE, "persons", 0, 100_000, "people aged 0 to 14"),
    Key("adults", Kind.WHOLE, "persons", 1, 100_000, "people aged 15 to 54"),
    Key("old", Kind.WHOLE, "persons", 0, 100_000, "people aged 55 and over"),
    _pm("zeal_pm", "how readily its cadre boasts"),
    _pm("hardness_pm", "how hard he takes from his own people"),
    Key("animals", Kind.WHOLE, "animals", 0, 50_000, "draught animals"),
    Key("granary_kg", Kind.WHOLE, "kg", 0, 100_000_000, "grain in store when the level begins"),
    Key("seed_kg", Kind.WHOLE, "kg", 0, 50_000_000, "seed in store"),
    Key("feed_kg", Kind.WHOLE, "kg", 0, 50_000_000, "animal feed in store"),
    _pm("radical_pm", "how far the climate is felt there; 1000 is as in the track", 2000, 1000),
    _pm("toil_pm", "labour-days on a hectare beside the crop's usual", 3000, 1000, 200),
    _pm("last_year_pm", "last year's harvest beside land x plan x yield x soil", 2000, 1000),
)
CROP = (
    Key("yield_kg_ha", Kind.WHOLE, "kg / ha", 100, 20_000, "raw grain at 1957 inputs"),
    Key("seed_kg_ha", Kind.WHOLE, "kg / ha", 0, 2000, "seed, in grain (tubers at 4 : 1)"),
    Key("sow_days_ha", Kind.WHOLE, "labour-days / ha", 1, 1000, "to plough and sow"),
    Key("tend_days_ha", Kind.WHOLE, "labour-days / ha", 1, 1000, "over all months of tending"),
    Key("reap_days_ha", Kind.WHOLE, "labour-days / ha", 1, 1000, "to reap, carry and thresh"),
    Key("sow", Kind.SHARES, "per mille", 1, 12, "area sown by month, together 1000"),
    Key("tend", Kind.SHARES, "per mille", 1, 12, "tending by month, together 1000"),
    Key("reap", Kind.SHARES, "per mille", 1, 12, "area ripe by month, together 1000"),
    Key("after", Kind.NAME, "", 0, 30, "a crop whose fields it is sown on once that is reaped", ""),
    _pm("after_pm", "share of that crop's fields that it is sown on", 1000, 0),
    _pm("in_the_ground_pm", "share of its land already sown when the level begins", 1000, 0),
    _source(),
)
PROJECT = (
    Key("need_days", Kind.WHOLE, "labour-days", 1, 50_000_000, "work until it is done"),
    _pm("firm_pm", "chance that unhurried work stands a summer's high water"),
    _pm("salt_pm", "soil lost in a year where it waters, for want of drains", 200, 0),
    Key("serves", Kind.BY_BRIGADE, "per mille", 0, 60, "share of brigades' land it can water", {}),
)
NEIGHBOUR = (
    _pm("zeal_pm", "how readily it boasts"),
    _pm("yield_pm", "its 1957 yield beside ours", 2000, REQUIRED, 300),
)
DRAWN = (
    Key("seed", Kind.WHOLE, "", 0, 2**31, "seed of the districts, apart from the game's"),
    Key("districts", Kind.WHOLE, "districts", 1, 20, "units in each province"),
    _pm("people_spread_pm", "spread of people between districts", 900),
    _pm("grain_spread_pm", "spread of grain a head between districts", 900),
    Key("zeal_pm", Kind.WHOLES, "per mille", 2, 2, "least and most", each=(0, 1000)),
    Key("hardness_pm", Kind.WHOLES, "per mille", 2, 2, "least and most", each=(0, 1000)),
    Key(
        "radical_pm", Kind.WHOLES, "per mille", 2, 2, "least and most, by province", each=(0, 2000)
    ),
    Key(
        "lead_months",
        Kind.WHOLES,
        "months",
        2,
        2,
        "least and most by which a province hears a hard climate first",
        [0, 0],
        each=(0, 24),
    ),
    Key(
        "peak_pm", Kind.WHOLES, "per mille", 2, 2, "hands wanted in the worst month", each=(1, 1500)
    ),
    Key("months_in_store", Kind.WHOLE, "months", 0, 12, "food in the granaries at the start"),
)
ZONE = (Key("plan", Kind.BY_BRIGADE, "per mille", 1, 12, "share of the land that each crop has"),)
PROVINCE = (
    Key("zone", Kind.NAME, "", 1, 30, "a [zone] of this file"),
    Key("grain_kt", Kind.WHOLE, "kt", 1, 100_000, "raw grain of 1957"),
    Key("people_k", Kind.WHOLE, "thousand", 1, 200_000, "people of 1957, in towns too"),
    _pm("urban_pm", "share of them in towns"),
    _source(),
)
TIER = (
    _pm("target_pm", "what it adds to a target at full climate"),
    _pm("taste_pm", "what it adds to a report at full climate"),
    Key("delay_months", Kind.WHOLE, "months", 0, 24, "how long bad news lies on its desk"),
)
EVENT = (
    Key("month", Kind.MONTH, "", 0, 0, "when it is told, YYYY-MM"),
    Key("voice", Kind.NAME, "", 1, 20, "who tells it", REQUIRED, VOICES),
    _source(),
    Key("fictional", Kind.YES_NO, "", 0, 0, "true: invented words or an invented scene"),
    Key("when", Kind.CONDITION, "", 0, 0, "told only if this holds in its season", None),
)
CONDITION = (
    Key("account", Kind.NAME, "", 1, 20, "whose grain is asked for", REQUIRED, ACCOUNTS),
    Key("below_kg", Kind.WHOLE, "kg", 0, MOST_KG, "it holds less than this", None),
    Key("at_least_kg", Kind.WHOLE, "kg", 0, MOST_KG, "it holds this or more", None),
    Key("brigade", Kind.NAME, "", 0, 60, "of this brigade; without it, of all together", ""),
)
HOUSEHOLD = (
    Key("brigade", Kind.NAME, "", 1, 60, "where it lives: a [brigade] of this file"),
    Key("ages", Kind.WHOLES, "", 1, 20, "age group of each member: 0, 1 or 2", each=(0, 2)),
)
TRACK = (
    _pm("climate_pm", "pressure for good news and big figures"),
    _pm("fear_pm", "what a doubter has to fear"),
    _pm("steel_pm", "share of hands the county wants at furnaces"),
    _pm("works_pm", "share of hands the county wants at waterworks"),
    _pm("technique_pm", "close planting and deep ploughing asked for"),
    Key("halls", Kind.WHOLE, "", 0, 2, "dining halls: 0 left to the village, 1 urged, 2 required"),
    Key("free_meals", Kind.WHOLE, "", 0, 1, "1 while eating without limit is proclaimed"),
    Key("plots", Kind.WHOLE, "", 0, 2, "private plots: 0 forbidden, 1 frowned on, 2 allowed"),
    Key("search", Kind.WHOLE, "", 0, 1, "1 during a campaign against hidden grain"),
    Key("gates", Kind.WHOLE, "", 0, 1, "1 while people who leave are to be stopped"),
    _pm("relief_pm", "readiness to sell grain back to villages"),
    _pm("take_pm", "how far procurement is cut; 1000 is not cut"),
    Key("stage", Kind.NAME, "", 1, 30, "who owns and keeps the accounts", REQUIRED, STAGES),
    _pm("rectify_pm", "how hard offices are held to account for their dead", 1000, 0),
    _pm("towns_pm", "people who move to towns a year; below 0 they come back", 200, 0, -200),
    Key("cities_kg", Kind.WHOLE, "kg", 0, 10_000_000_000, "what towns want in a month", 0),
    Key("imports_kg", Kind.WHOLE, "kg", 0, 10_000_000_000, "bought abroad in a month", 0),
)
FROM = Key("from", Kind.MONTH, "", 0, 0, "first month; what it names holds until changed")
PARAM = (
    Key("value", Kind.POINTS, "", 0, 0, "a table is a list of points [x, y]"),
    Key("unit", Kind.TEXT, "", 1, 60, "its unit"),
    Key(
        "low", Kind.WHOLE, "", -1_000_000_000, 1_000_000_000, "least sensible value (y of a table)"
    ),
    Key("high", Kind.WHOLE, "", -1_000_000_000, 1_000_000_000, "greatest sensible value"),
    _source(),
    Key("note", Kind.TEXT, "", 0, 400, "where the value comes from, in a sentence", ""),
)
PARAM_CHANGE = (PARAM[0], PARAM[4], PARAM[5])
SOURCE = (
    Key("citation", Kind.TEXT, "", 1, 400, "author, title, year"),
    Key("where", Kind.TEXT, "", 1, 400, "address, or where a copy is kept"),
    Key("confidence", Kind.NAME, "", 1, 20, "how far it was seen", REQUIRED, CONFIDENCE),
)
GUIDED = ("village", "months", "desk", "carts", "figures", "ledger", "debrief")
"""Screens of a game on which a tutorial can point at things."""
STEP = (
    Key("id", Kind.NAME, "", 1, 40, "what its words are kept under in [tutorial]"),
    Key("turn", Kind.WHOLE, "", 0, 39, "the season from which it is shown; the first is 0"),
    Key("screen", Kind.NAME, "", 1, 20, "the screen on which it is shown", REQUIRED, GUIDED),
    Key("point", Kind.TEXT, "", 0, 80, '"widget KEY", "map CLASS" or "map BRIGADE"', ""),
    Key("until", Kind.TEXT, "", 1, 80, 'the act waited for: "next", "order labour", "end" ...'),
)
MAP = (
    Key("ares_per_tile", Kind.WHOLE, "ares", 1, 10_000, "land that a field tile stands for"),
    Key(
        "forest_ares_per_tile", Kind.WHOLE, "ares", 1, 10_000, "land that a forest tile stands for"
    ),
    Key("landscape", Kind.NAME, "", 1, 20, "how the country is drawn", "plain", LANDSCAPES),
)
FIELD = (
    Key("brigade", Kind.NAME, "", 1, 60, "whose land it is: a [brigade] of level.toml"),
    Key("crop", Kind.NAME, "", 1, 30, "what grows on it: a [crop] of level.toml, or fallow"),
    _pm("quality_pm", "its soil beside the crop's usual yield", 1500, 1000, 300),
)
FOREST = (
    Key("brigade", Kind.NAME, "", 1, 60, "whose forest it is"),
    Key("kind", Kind.NAME, "", 1, 40, "hill_dense or hill_b_dense: a wooded hill, 5 x 5 tiles", ""),
)
WORKS_PLACE = (Key("project", Kind.NAME, "", 1, 30, "a [project] of level.toml"),)
SOMEWHERE = (
    Key("brigade", Kind.NAME, "", 1, 60, "whose it is; without it, the commune's", ""),
    Key("kind", Kind.NAME, "", 1, 40, "which picture is meant", ""),
)
PLACES: dict[str, tuple[Key, ...]] = {
    "brigade": (),
    "field": FIELD,
    "forest": FOREST,
    "dam": WORKS_PLACE,
    "canal": WORKS_PLACE,
    **dict.fromkeys(
        ("granary", "hall", "office", "school", "workshop", "threshing", "furnaces", "bridge"),
        SOMEWHERE,
    ),
    "house": SOMEWHERE,
    "prop": SOMEWHERE,
}
"""Classes of objects in the layer `places`, and their properties."""

SECTIONS = (
    Section("(top)", "level.toml", "What the level is.", LEVEL),
    Section('[brigade."NAME"]', "level.toml", "People and stores.", BRIGADE),
    Section("[crop.ID]", "level.toml", "A crop, its calendar and what it needs.", CROP),
    Section("[project.ID]", "level.toml", "A large work: a dam, a canal.", PROJECT),
    Section("[neighbour.ID]", "level.toml", "A commune next door.", NEIGHBOUR),
    Section("[tier.ID]", "level.toml", "An office above ours, the nearest first.", TIER),
    Section("[event.ID]", "level.toml", "A dated thing that is told.", EVENT),
    Section("when = { ... }", "level.toml", "A condition of an event.", CONDITION),
    Section("[source.KEY]", "level.toml", "A source of this level's own.", SOURCE),
    Section("[household.ID]", "level.toml", "A named household of the register.", HOUSEHOLD),
    Section("[drawn]", "level.toml", "How the districts of a headless level are drawn.", DRAWN),
    Section("[zone.ID]", "level.toml", "What a zone of a headless level sows.", ZONE),
    Section("[province.NAME]", "level.toml", "A province of a headless level.", PROVINCE),
    Section("[[track]]", "level.toml", "The dated climate and directives.", (FROM, *TRACK)),
    Section(
        "[params.SECTION.KEY]", "level.toml", "Changes a coefficient of _standard.", PARAM_CHANGE
    ),
    Section("[SECTION.KEY]", "_standard/params.toml", "A coefficient of the model.", PARAM),
    Section("[KEY]", "_standard/sources.toml", "A source.", SOURCE),
    Section("[[step]]", "tutorial.toml", "A step of a first game; its words: [tutorial].", STEP),
    Section("map properties", "map.tmx", "Properties of the map itself.", MAP),
)
TABLES = (
    "brigade", "crop", "project", "neighbour", "tier", "event", "household", "track", "orders",
    "weather", "params", "drawn", "zone", "province", "source",
)  # fmt: skip
MOST = {
    "brigade": 60, "crop": 12, "project": 9, "neighbour": 20, "tier": 6, "event": 400,
    "household": 60, "zone": 20, "province": 40, "source": 100,
}  # fmt: skip
"""How many of a kind a level may hold."""
