"""Every kind of broken level, and the exact words that its author reads."""
# ruff: noqa: E501 - messages stand here as they are printed

import re
from pathlib import Path
from textwrap import dedent

import pytest

from tests.levelfiles.conftest import Broken, change, told


def words(text: str) -> str:
    return dedent(text).strip("\n")


CASES = {
    "an unknown key": (
        ("level.toml", "hardness_pm = 624", "hardnes_pm = 520"),
        """
        level.toml: [brigade."Willow Bend"] hardnes_pm
          found:    a key this version does not know
          expected: one of adults, animals, children, feed_kg, granary_kg, hardness_pm, last_year_pm, old, radical_pm, seed_kg, toil_pm, zeal_pm
          fix:      did you mean 'hardness_pm'?
        level.toml: [brigade."Willow Bend"] hardness_pm
          found:    nothing
          expected: a whole number of per mille, 0 to 1000
          fix:      add hardness_pm: how hard he takes from his own people
        """,
    ),
    "a number with a point": (
        ("level.toml", "turns = 16", "turns = 16.5"),
        """
        level.toml: turns
          found:    16.5
          expected: a whole number of turns, 1 to 40
          fix:      write it without a decimal point
        """,
    ),
    "a number in quotes": (
        ("level.toml", "weighings = 3", 'weighings = "3"'),
        """
        level.toml: weighings
          found:    '3'
          expected: a whole number of granaries, 0 to 60
          fix:      write it without quotes
        """,
    ),
    "yes is not a number": (
        ("level.toml", "furnaces = 0", "furnaces = true"),
        """
        level.toml: furnaces
          found:    true
          expected: a whole number of furnaces, 0 to 40
        """,
    ),
    "out of range": (
        ("level.toml", "standing_pm = 600", "standing_pm = 1600"),
        """
        level.toml: standing_pm
          found:    1600
          expected: a whole number of per mille, 0 to 1000
        """,
    ),
    "a section that is not known": (
        ("level.toml", "[neighbour.east_wind]", "[nieghbour.east_wind]"),
        """
        level.toml: nieghbour
          found:    a key this version does not know
          expected: one of authors, brigade, county_kg, crop, drawn, event, format, furnaces, household, household_size_pm, ignore, neighbour, orders, overrides, params, project, province, source, standing_pm, start, subtitle_zh, tier, title, track and 5 more
          fix:      did you mean 'neighbour'?
        words.en.toml: [neighbours] east_wind
          found:    words for 'east_wind', which is not in level.toml
          expected: one of clear_spring, long_ridge, morning_star
          fix:      take it out, or add it to level.toml
        """,
    ),
    "shares that don't sum": (
        ("level.toml", "sow = { sep = 400, oct = 600 }", "sow = { sep = 400, oct = 500 }"),
        """
        level.toml: [crop.wheat] sow
          found:    a sum of 900
          expected: shares that sum to 1000
          fix:      share out what is missing, or take away what is over
        """,
    ),
    "a month that is not one": (
        ("level.toml", "sow = { sep = 400, oct = 600 }", "sow = { sept = 400, oct = 600 }"),
        """
        level.toml: [crop.wheat] sow sept
          found:    a key this version does not know
          expected: one of apr, aug, dec, feb, jan, jul, jun, mar, may, nov, oct, sep
          fix:      did you mean 'sep'?
        level.toml: [crop.wheat] sow
          found:    a sum of 600
          expected: shares that sum to 1000
          fix:      share out what is missing, or take away what is over
        """,
    ),
    "an event without a source": (
        ("level.toml", 'voice = "chronicle"\nsource = "two_books"\n', 'voice = "chronicle"\n'),
        """
        level.toml: [event.two_books] source
          found:    nothing
          expected: a name
          fix:      add source: a [source.KEY] here or in _standard/sources.toml, or assumption
        """,
    ),
    "a source that nobody can look up": (
        ("level.toml", 'source = "xinyang"', 'source = "xingyang"'),
        """
        level.toml: [event.xinyang] source
          found:    'xingyang'
          expected: a [source.KEY] of this level, a key of docs/sources.md, or 'assumption'
          fix:      did you mean 'xinyang'?
        """,
    ),
    "a voice that is not known": (
        ("level.toml", 'voice = "telephone"', 'voice = "telefone"'),
        """
        level.toml: [event.first_call] voice
          found:    'telefone'
          expected: one of chronicle, courier, loudspeaker, newspaper, telephone
          fix:      did you mean 'telephone'?
        """,
    ),
    "an event after the end": (
        ("level.toml", 'month = "1962-02"', 'month = "1962-03"'),
        """
        level.toml: [event.team_ownership] month
          found:    '1962-03'
          expected: a month of the level: 48 from 1958-03
        """,
    ),
    "a household in a brigade that is not there": (
        ("level.toml", 'brigade = "Old Well"', 'brigade = "Old Wall"'),
        """
        level.toml: [household.qian_shuigen] brigade
          found:    'Old Wall'
          expected: one of Locust Grove, Mill Corner, Old Well, Pine Ridge, Reed Pool, South Dyke, Stone Bridge, Willow Bend
          fix:      did you mean 'Old Well'?
        """,
    ),
    "an order that is not known": (
        ("level.toml", 'leavers = "1958-12"', 'leaver = "1958-12"'),
        """
        level.toml: [orders] leaver
          found:    an order this version does not know
          expected: one of ask_back, asked, crops, deliver, first, free_meals, furnaces, hall, hide, labour, leavers, plead, plots, ration, report, scrap, search, seed, technique, weigh, wood, works
          fix:      did you mean 'leavers'?
        """,
    ),
    "the track out of order": (
        ("level.toml", 'from = "1958-09"\nclimate', 'from = "1958-07"\nclimate'),
        """
        level.toml: [[track]] 4 from
          found:    '1958-07'
          expected: a month after the piece before it and inside the level
          fix:      sort the pieces
        """,
    ),
    "a year without weather": (
        ("level.toml", "1960 = 957\n", ""),
        """
        level.toml: [weather] 1960
          found:    nothing
          expected: a whole number of per mille, 300 to 1500
        """,
    ),
    "a brigade without a table": (
        ("map.tmx", 'name="Reed Pool" type="brigade"', 'name="Reed Pond" type="brigade"'),
        """
        map.tmx: object N (brigade Reed Pond) name
          found:    'Reed Pond'
          expected: one of Locust Grove, Mill Corner, Old Well, Pine Ridge, Reed Pool, South Dyke, Stone Bridge, Willow Bend
          fix:      did you mean 'Reed Pool'?
        level.toml: [brigade."Reed Pool"]
          found:    not on the map
          expected: one brigade on map.tmx
          fix:      place one point of class brigade with the name 'Reed Pool'
        """,
    ),
    "a crop that nobody knows": (
        ("map.tmx", 'name="crop" value="maize"', 'name="crop" value="maise"'),
        """
        map.tmx: object N (field) crop
          found:    'maise'
          expected: one of fallow, maize, millet, sweet_potato, wheat
          fix:      did you mean 'maize'?
        """,
    ),
    "a class that nobody knows": (
        ("map.tmx", 'type="school"', 'type="scool"'),
        """
        map.tmx: object N (scool Primary school) class
          found:    'scool'
          expected: one of bridge, brigade, canal, dam, field, forest, furnaces, granary, hall, house, office, prop, school, threshing, workshop
          fix:      did you mean 'school'?
        """,
    ),
    "a project that nobody knows": (
        ("map.tmx", 'value="north_dam"', 'value="north_dem"'),
        """
        map.tmx: object N (dam North dam) project
          found:    'north_dem'
          expected: one of east_canal, north_dam
          fix:      did you mean 'north_dam'?
        """,
    ),
    "words that are missing": (
        ("words.en.toml", "xinyang = ", "xinyan = "),
        """
        words.en.toml: [events] xinyan
          found:    words for 'xinyan', which is not in level.toml
          expected: EVENTS
          fix:      did you mean 'xinyang'?
        words.en.toml: [events] xinyang
          found:    nothing
          expected: a text
          fix:      write it in [events]
        """,
    ),
    "broken TOML in the words": (
        ("words.en.toml", "[level]", "[level"),
        """
        words.en.toml: the file
          found:    Expected ']' at the end of a table declaration (at line 4, column 7)
          expected: TOML
          fix:      look at that line, and at the one before it
        """,
    ),
    "broken TOML": (
        ("level.toml", "turns = 16", "turns ="),
        """
        level.toml: the file
          found:    Invalid value (at line 11, column 8)
          expected: TOML
          fix:      look at that line, and at the one before it
        """,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_exact_words(broken: Broken, case: str) -> None:
    made, expected = CASES[case]
    text = re.sub(r"object \d+ (\(.*\)) at tile \S+, \S+", r"object N \1", broken(*made))
    if "EVENTS" in expected:
        known = next(line for line in text.splitlines() if "one of beidaihe" in line)
        expected = expected.replace("expected: EVENTS", known.strip())
    assert text == words(expected)


def test_everything_is_told_at_once(village: Path) -> None:
    change(village, "level.toml", "turns = 16", "turns = 0")
    change(village, "level.toml", "zeal_pm = 780", "zeal_pm = 7800")
    change(village, "map.tmx", 'value="wheat"', 'value="weat"')
    change(village, "words.en.toml", "first_call = ", "last_call = ")
    text = told(village)
    assert text.count("  found: ") >= 5
    for file in (
        "level.toml: turns",
        'level.toml: [brigade."Stone Bridge"] zeal_pm',
        "map.tmx: object",
    ):
        assert file in text
    assert "words.en.toml: [events]" in text


@pytest.mark.parametrize("file", ["level.toml", "map.tmx", "words.en.toml", "briefing.en.md"])
def test_a_missing_file(village: Path, file: str) -> None:
    (village / file).unlink()
    expected = f"""
        {file}: the file
          found:    no such file
          expected: a file
          fix:      add a file {file} to the folder village
        """
    assert told(village) == words(expected)


@pytest.mark.parametrize("file", ["level.toml", "map.tmx", "words.en.toml", "briefing.en.md"])
def test_a_file_that_is_not_text(village: Path, file: str) -> None:
    (village / file).write_bytes(b"\xff\xfe<\x00m\x00")
    text = told(village)
    assert text.startswith(f"{file}: the file\n  found:    a byte that is not UTF-8, at 0\n")


def test_a_file_that_is_far_too_large(village: Path) -> None:
    (village / "level.toml").write_text("#" * 256_001, "utf-8")
    assert "found:    256001 bytes\n  expected: at most 256000 bytes" in told(village)


def test_tables_nested_too_deep(village: Path) -> None:
    (village / "level.toml").write_text("a = " + "[" * 50_000, "utf-8")
    assert told(village).startswith("level.toml: the file\n")


def test_a_brigade_without_a_field(village: Path) -> None:
    text = (village / "map.tmx").read_text("utf-8")
    before, after = text.split('type="field"', 1)
    after = after.replace('name="brigade" value="Reed Pool"', 'name="brigade" value="Old Well"')
    (village / "map.tmx").write_text(before + 'type="field"' + after, "utf-8")
    expected = """
        level.toml: [brigade."Reed Pool"]
          found:    no field on the map
          expected: one or more fields
          fix:      draw a field with the property brigade = Reed Pool
        """
    assert told(village) == words(expected)


def test_an_id_that_is_used_twice(broken: Broken) -> None:
    expected = """
        level.toml: [event.wheat]
          found:    'wheat' in crops and in events
          expected: an id that is used once
          fix:      rename one
        """
    text = broken("level.toml", "[event.two_books]", "[event.wheat]")
    assert text.startswith(words(expected))


def test_two_fields_on_one_place(village: Path) -> None:
    text = (village / "map.tmx").read_text("utf-8")
    start = text.index("<object", text.index('type="field"') - 40)
    end = text.index("</object>", start) + len("</object>")
    field = text[start:end]
    (village / "map.tmx").write_text(text[:end] + field + text[end:], "utf-8")
    text = told(village)
    assert "tiles that are another field's too" in text
    assert "expected: fields that don't overlap" in text


def test_a_field_off_the_grid(village: Path) -> None:
    text = (village / "map.tmx").read_text("utf-8")
    start = text.index('type="field" x="') + len('type="field" x="')
    end = text.index('"', start)
    (village / "map.tmx").write_text(
        text[:start] + f"{int(text[start:end]) - 8}" + text[end:], "utf-8"
    )
    assert "expected: whole tiles, 1 to 12 a side" in told(village)


def test_a_house_beyond_the_edge(broken: Broken) -> None:
    text = broken("map.tmx", 'type="school" x="', 'type="school" x="9')
    assert "expected: inside the map of 64 x 64 tiles\n  fix:      move it onto the map" in text
