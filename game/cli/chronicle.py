"""Look a word up in the chronicle: terms, campaigns, meetings, techniques, institutions."""

import textwrap
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from game.cli.trouble import Trouble

if TYPE_CHECKING:
    from game.levelfiles.chronicle import Entry

WIDTH, FEW = 92, 6
"""Columns of text; up to how many entries are told in full."""


def declare(parser: ArgumentParser) -> None:
    """What may follow `chronicle`."""
    parser.add_argument(
        "word", metavar="WORD", nargs="*",
        help="in English, Chinese or pinyin, with or without tones; without it: the list",
    )  # fmt: skip


def run(args: Namespace) -> int:
    """Print the entries that bear the word, or in which it occurs."""
    from game.levelfiles.chronicle import chronicle

    book = chronicle()
    word = " ".join(args.word).strip()
    if not word:
        for entry in book.entries.values():
            print(f"{entry.english:<48}{entry.zh}  {entry.pinyin}")
        return 0
    found = book.search(word)
    if not found:
        raise Trouble(f"the chronicle has no {word[:60]!r}; `chronicle` alone lists all entries")
    for entry in found[:FEW]:
        print(_told(entry))
    if len(found) > FEW:
        print("Also: " + ", ".join(entry.english for entry in found[FEW:]))
    return 0


def _told(entry: "Entry") -> str:
    from game.levelfiles.chronicle import chronicle
    from game.levelfiles.sources import shipped_sources
    from game.reports.when import dated

    book, sources = chronicle(), shipped_sources()
    source = sources.get(entry.source)
    told = f"{source.citation} ({source.where})" if source else "made up for this game"
    see = ", ".join(book.entries[key].english for key in entry.see)
    lines = [
        f"{entry.english}  {entry.zh}  {entry.pinyin}",
        f"  {dated(entry.when)}  [{entry.mark}]".replace("    [", "  ["),
        textwrap.fill(entry.text, WIDTH, initial_indent="  ", subsequent_indent="  "),
        textwrap.fill(f"Source: {told}", WIDTH, initial_indent="  ", subsequent_indent="    "),
    ]
    return "\n".join([*lines, *([f"  See: {see}"] if see else []), ""])
