"""Bring the catalogues up to date: `python -m game.words_catalogue`.

Reads all texts out of game/, writes assets/words/two_ledgers.pot, merges it into each language and
compiles the .mo files. Line numbers are not kept: they would change with every edit.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.places import assets
from game.words import DOMAIN

GAME = Path(__file__).resolve().parent
KEYWORDS = {"_": None, "_n": (1, 2), "N_": None}
_NEVER = datetime(1958, 1, 1, tzinfo=UTC)  # the same bytes whenever it is run

_HEADER = "# Two Ledgers. The texts of the game; MIT licence, as the source."

Message = str | tuple[str, ...]


def texts(folder: Path = GAME) -> Iterator[tuple[str, Message]]:
    """Every text in the source: the file that says it, and the text or its singular and plural."""
    found = extract_from_dir(
        folder, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("i18n:",)
    )
    for file, _line, message, _comments, _context in found:
        yield file, message


def template() -> Catalog:
    """The catalogue without translations, sorted by text."""
    catalogue = Catalog(
        project="Two Ledgers", creation_date=_NEVER, fuzzy=False, header_comment=_HEADER
    )
    for file, message in texts():
        catalogue.add(message, locations=[(f"game/{file}", 0)])
    return catalogue


def _write(catalogue: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, sort_output=True, width=100, include_lineno=False)


def _merge(po: Path, fresh: Catalog) -> Catalog:
    language = po.parent.parent.name
    if po.is_file():
        with po.open("rb") as file:
            catalogue = read_po(file, locale=language)
    else:
        catalogue = Catalog(locale=language, project="Two Ledgers", fuzzy=False)
    catalogue.update(fresh, no_fuzzy_matching=True)
    catalogue.creation_date = catalogue.revision_date = _NEVER
    catalogue.header_comment = _HEADER
    return catalogue


def main() -> None:
    """Write the template, every language's catalogue and what is compiled from it."""
    words = assets() / "words"
    fresh = template()
    _write(fresh, words / f"{DOMAIN}.pot")
    found = {path.parent.parent.name for path in words.glob(f"*/*/{DOMAIN}.po")} | {"en"}
    for language in sorted(found):
        po = words / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        catalogue = _merge(po, fresh)
        _write(catalogue, po)
        with po.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


if __name__ == "__main__":
    main()
