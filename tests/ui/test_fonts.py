"""Text: what is wrapped is not lost, quotation marks are narrow in English, glyphs are there."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import words
from game.levelfiles.glyphs import lacking
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


def test_every_character_the_game_prints_has_a_glyph() -> None:
    """Of the catalogues, the chronicle, the levels, and the Chinese beside heads in the source."""
    root = assets().parent
    patterns = (
        "levels/*/words.*.toml", "levels/*/briefing.*.md", "levels/*/tutorial.toml",
        "assets/words/**/*.po", "assets/words/*.pot", "assets/chronicle/*.toml",
    )  # fmt: skip
    texts = [path.read_text("utf-8") for one in patterns for path in root.glob(one)]
    shown = (root / "game" / "ui", root / "game" / "reports")
    source = "".join(path.read_text("utf-8") for one in shown for path in one.rglob("*.py"))
    texts.append("".join(sign for sign in source if "\u3400" <= sign <= "\u9fff"))
    texts += [words.pseudo(text) for text in texts]
    assert len(texts) > 20
    assert lacking("".join(texts)) == [], "run `python assets/fonts/subset.py`"


def test_what_the_fonts_hold_is_what_they_draw() -> None:
    """The table that is read is that of the fonts: a letter without a glyph is drawn as a box."""
    assert set(lacking("Jiří 粮 áçñ ǎ š")) == {"ř", "š"}
    box = pygame.image.tobytes(fonts.font("sans", 20).render("ř", True, (0, 0, 0)), "RGBA")
    for sign, boxed in (("š", True), ("粮", False), ("a", False)):
        drawn = fonts.font("sans", 20).render(sign, True, (0, 0, 0))
        assert (pygame.image.tobytes(drawn, "RGBA") == box) is boxed, sign
