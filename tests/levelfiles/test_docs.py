"""The written pages are what the tables say."""

from pathlib import Path

from game.levelfiles import reference
from game.levelfiles.keys import PLACES, SECTIONS
from game.levelfiles.sources import page, read_sources

DOCS = Path(__file__).resolve().parents[2] / "docs"
STALE = "run: python -m game.levelfiles.reference"


def test_the_level_format_is_fresh() -> None:
    assert (DOCS / "level-format.md").read_text("utf-8") == reference.page(), STALE


def test_the_sources_are_fresh() -> None:
    assert (DOCS / "sources.md").read_text("utf-8") == page(read_sources([])), STALE


def test_every_key_is_in_the_page() -> None:
    text = reference.page()
    for section in SECTIONS:
        for key in section.keys:
            assert f"| `{key.name}` |" in text
            assert key.help
    for kind in PLACES:
        assert f"| `{kind}` |" in text


def test_writing_them_elsewhere(tmp_path: Path) -> None:
    reference.write(tmp_path)
    assert (tmp_path / "level-format.md").read_text("utf-8").startswith("# Level files\n")
    assert "| `lin_yang` |" in (tmp_path / "sources.md").read_text("utf-8")
