"""Text: what is wrapped is not lost, quotation marks are narrow in English, glyphs are there."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.places import assets
from game.ui import fonts
from game.ui.theme import BODY, Theme

SIZE = 14


@pytest.mark.parametrize("face", fonts.FACES)
def test_every_face_is_shipped(face: str) -> None:
    assert (assets() / "fonts" / f"{face}.otf").is_file()


def test_fonts_and_their_licence_are_small_enough_to_ship() -> None:
    folder = assets() / "fonts"
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in folder.glob("*.otf")) < 2_000_000


@pytest.mark.parametrize("mark", "‘’“”")
@pytest.mark.parametrize("face", fonts.FACES)
def test_marks_are_narrow_in_english_and_wide_in_chinese(face: str, mark: str) -> None:
    chinese = fonts.measure("粮" + mark, face, 40) - fonts.measure("粮", face, 40)
    assert fonts.measure(mark, face, 40) < 24
    assert chinese > 36


@given(st.text(alphabet="ab 粮食“”’\nwords", max_size=60), st.integers(20, 200))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = fonts.wrap(text, "sans", SIZE, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(fonts.measure(line, "sans", SIZE) <= width or len(line) == 1 for line in lines)


def test_lines_break_at_spaces() -> None:
    width = fonts.measure("one two", "sans", SIZE)
    assert fonts.wrap("one two three", "sans", SIZE, width) == ["one two", "three"]


def test_text_is_set_at_each_size_and_remembered() -> None:
    small = fonts.picture("Ledger", "sans", 14, (0, 0, 0))
    assert fonts.picture("Ledger", "sans", 14, (0, 0, 0)) is small
    assert fonts.picture("Ledger", "sans", 28, (0, 0, 0)).get_width() > 1.8 * small.get_width()


def test_right_aligned_text_ends_at_its_point() -> None:
    surface = pygame.Surface((100, 30))
    surface.fill((255, 255, 255))
    fonts.put(surface, "148 t", (60, 20), BODY, Theme(), align="right")
    ink = pygame.mask.from_threshold(surface, (43, 37, 33), (90, 90, 90)).get_bounding_rects()
    assert 56 <= max(rect.right for rect in ink) <= 60


@pytest.mark.parametrize("face", fonts.FACES)
def test_every_chinese_character_the_game_prints_has_a_glyph(face: str) -> None:
    root = assets().parent
    patterns = ("game/**/*.py", "levels/**/*.toml", "levels/**/*.md", "assets/words/**/*.po")
    read = {c for p in patterns for path in root.glob(p) for c in path.read_text(encoding="utf-8")}
    wanted = sorted(c for c in read if "\u3400" <= c <= "\u9fff")
    glyphs = fonts.font(face, 20).metrics("".join(wanted))
    missing = [c for c, glyph in zip(wanted, glyphs, strict=True) if glyph is None]
    assert not missing, "run `python assets/fonts/subset.py`"
