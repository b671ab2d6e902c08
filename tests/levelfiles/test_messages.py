"""What a change of text can't bring about, and that all is told at once; the rest is in broken/."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.levelfiles.conftest import Broken, change, told


def words(text: str) -> str:
    return dedent(text).strip("\n")


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
    assert "expected: inside the map of 60 x 60 tiles\n  fix:      move it onto the map" in text
