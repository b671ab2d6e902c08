"""Small pieces of HTML. Whatever comes in as words is escaped here and nowhere else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from game.words import _

Drawn = Callable[..., str]
"""A chart: takes `narrow`, gives SVG."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    text: str
    number: bool = False
    kind: str = ""  # written, there


def num(text: str, kind: str = "") -> Cell:
    """A figure."""
    return Cell(text, number=True, kind=kind)


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph of plain words.

    >>> paragraph("a < b", "quiet")
    '<p class="quiet">a &lt; b</p>'
    """
    return f"<p{_class(kind)}>{escape(text)}</p>"


def head(text: str, chinese: str, key: str) -> str:
    """A section's head, with its Chinese beside it."""
    zh = f'<span class="zh" lang="zh-Hans">{escape(chinese)}</span>' if chinese else ""
    return f'<h2 id="{key}">{escape(text)}{zh}</h2>'


def section(key: str, name: str, chinese: str, *parts: str) -> str:
    """A section with its head."""
    inside = "\n".join(part for part in parts if part)
    return f'<section aria-labelledby="{key}">{head(name, chinese, key)}\n{inside}</section>'


def third(text: str) -> str:
    """A head below a section's head."""
    return f"<h3>{escape(text)}</h3>"


def listed(items: Sequence[str], kind: str = "", *, ordered: bool = False) -> str:
    """A list of plain words."""
    tag = "ol" if ordered else "ul"
    inside = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<{tag}{_class(kind)}>{inside}</{tag}>"


def steps(items: Sequence[tuple[str, str]], kind: str = "") -> str:
    """Numbered paragraphs: a head, which may be empty, and words; a new line is a new paragraph."""
    inside = "".join(
        f"<li>{f'<b>{escape(name)}</b>' if name else ''}{_lines(words)}</li>"
        for name, words in items
    )
    return f"<ol{_class(f'steps {kind}'.strip())}>{inside}</ol>"


def _lines(words: str) -> str:
    lines = words.split("\n")
    return escape(words) if len(lines) == 1 else "".join(paragraph(line) for line in lines)


def table(
    caption: str, heads: Sequence[object], rows: Sequence[Sequence[object]],
    *, sums: bool = False,
) -> str:  # fmt: skip
    """A table of words and `Cell`s. `sums`: its last row is a sum."""
    top = "".join(_cell(each, "th", ' scope="col"') for each in heads)
    body = []
    for at, row in enumerate(rows):
        last = sums and at == len(rows) - 1
        cells = _cell(row[0], "th", ' scope="row"') + "".join(_cell(one, "td") for one in row[1:])
        body.append(f"<tr{_class('sum' if last else '')}>{cells}</tr>")
    named = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<div class="scroll"><table>{named}<thead><tr>{top}</tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )


def _cell(cell: object, tag: str, more: str = "") -> str:
    if not isinstance(cell, Cell):
        cell = Cell(str(cell))
    kind = " ".join(part for part in ("num" if cell.number else "", cell.kind) if part)
    return f"<{tag}{more}{_class(kind)}>{escape(cell.text)}</{tag}>"


def folded(name: str, inside: str) -> str:
    """Something that is opened by a click; in print it is open."""
    return f"<details><summary>{escape(name)}</summary>{inside}</details>"


def figure(
    caption: str, key: str, drawn: Drawn, note: str = "", figures: str = "", colours: str = ""
) -> str:
    """A chart in two widths, its caption, and its figures as a table.

    Args:
        caption: what it is
        key: a name that no other figure has
        drawn: takes a key and `narrow`, gives SVG
        note: how it is read
        figures: the same as a table, in HTML
        colours: what its colours mean, in HTML
    """
    wide = f'<div class="wide">{drawn(f"{key}-w")}</div>'
    narrow = f'<div class="narrow">{drawn(f"{key}-n", narrow=True)}</div>'
    below = f"<figcaption>{escape(note)}</figcaption>" if note else ""
    shown = folded(_("The figures as a table"), figures) if figures else ""
    named = f'<p class="caption">{escape(caption)}</p>'
    return f"<figure>{named}{wide}{narrow}{colours}{below}{shown}</figure>"


def key_of(parts: Sequence[tuple[str, str]]) -> str:
    """What the colours of a chart mean: name of the colour, words."""
    inside = "".join(
        f'<li><i style="background:var(--{colour})"></i>{escape(words)}</li>'
        for colour, words in parts
    )
    return f'<ul class="key">{inside}</ul>'


def document(title: str, language: str, style: str, body: str) -> str:
    """The whole file. It asks nothing of any other."""
    guard = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{guard}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<div class="frame"><div>{body}</div></div>\n</body>\n</html>\n'
    )


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
