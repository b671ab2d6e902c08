"""The text of docs/level-format.md, from the table of keys (see documents.py)."""

from game.levelfiles import text
from game.levelfiles.check import expected
from game.levelfiles.keys import PLACES, REQUIRED, SECTIONS, VOICES, Key
from game.sim.orders import KINDS

HEAD = """# Level files

Written by `python -m game.levelfiles.documents` from `game/levelfiles/keys.py`: change it
there. Making one for the first time: [make-a-level.md](make-a-level.md).

A level is a folder, or a `.zip` of one. `python main.py new-level NAME` makes one that works;
`python main.py check FOLDER` tells every problem at once, with file, line, column, what was found,
what was expected, how to mend it, and a code that has [a page](problems/README.md). A level holds
data only, never code.

| File | Holds |
|---|---|
| `level.toml` | numbers: people, stores, crops, climate, dated events |
| `map.tmx` | where: brigades, fields, buildings, forest; made with Tiled 1.8 or later |
| `words.en.toml` | names, events, households; `words.zh.toml` may stand beside it |
| `briefing.en.md` | what is read before the first season |
| `tutorial.toml` | steps that point at things and wait for an act; may be left out |
| `thumbnail.png` | may be there: the picture in the list of levels |
| `tiles/` | may be there: tilesets of its own, or copies of the game's |

Levels are found in the game's folder, in the folder of levels of your user (`python main.py
levels` names it), and with `--levels DIR`. The name of the folder is the id of the level. One that
stands in the place of another says so: `overrides = "willow_bend"`.

Editors that read `#:schema` (VS Code with Even Better TOML, for one) complete keys and show help,
if the first line of `level.toml` is `#:schema ../schema.json`, and of the words
`#:schema ../words-schema.json`. `new-level` writes both.

A level may have its own params, tiers, crops, calendars, events, words, sources, tiles and
questions of the debrief. It can't change the order of rules, and nothing in it is ever executed.

The map is not a picture of the level: it *is* its land. Land, crop plan, soil and forest of a
brigade are counted from the fields and woods on the map. Move a field to another brigade, and
its harvest moves.

A field bears the crop that is written on it. A crop with `after` is sown besides on a share of the
fields of another crop, once that is reaped: millet in June on the stubble of wheat. So the shares
of a brigade's plan may sum to more than 1000 per mille. A field with the crop `fallow` rests.

Shares are whole numbers in per mille, grain is kilograms of raw grain (roots at 4 : 1), land is
ares (100 ares are a hectare), months are written `"1958-09"`.

An event may have a condition: `when = { account = "granary", below_kg = 20000 }` tells it in its
season only if the granaries of the commune hold less. The true books are asked; think of what a
player with closed books then knows.
"""

MAP_HEAD = """## map.tmx: the map

Isometric, tiles of 64 x 32, finite, 8 to 256 tiles a side; layers as CSV, or as Base64, plain or
packed with zlib, gzip or Zstandard. Tilesets, templates and pictures come from the level's own
folder or from the game's `assets`. A tileset of the game that is not where the map says
(`ground.tsx` in another folder) is still found. Two layers are read; others may stand beside
them, for the eye.

Open `levels/two-ledgers.tiled-project` in Tiled (File > Open File or Project): then classes and
their properties are offered. What is left at its default is not written into the map; it is filled
in again here, from a `.tiled-project` in the level's folder or from the game's own defaults.

- Tile layer `ground`: grass, earth, road and water.
- Object layer `places`: the *class* of an object says what it is. Fields cover whole tiles. A point
  of class `brigade` is the middle of a hamlet; its *name* is the brigade's name in level.toml. A
  picture (an object with a tile) has its front corner at x, y and needs the properties `w` and `d`,
  the tiles that it covers.

| Class | Property | What | Meaning |
|---|---|---|---|
"""


def page() -> str:
    """The text of docs/level-format.md."""
    lines = [HEAD]
    for section in SECTIONS:
        lines += [f"## {section.file}: {section.title}", "", section.help, ""]
        lines += ["| Key | What | Without it | Meaning | Since |", "|---|---|---|---|---|"]
        lines += [_row(key) for key in section.keys]
        lines.append("")
    lines += _orders()
    lines.append(MAP_HEAD + "\n".join(_places()) + "\n")
    lines += _words()
    return "\n".join(lines)


def _row(key: Key) -> str:
    return f"| `{key.name}` | {expected(key)} | {_default(key)} | {key.help} | {key.since} |"


def _default(key: Key) -> str:
    if key.default is REQUIRED:
        return "refused"
    return "nothing" if key.default in ("", {}, (), None) else str(key.default)


def _orders() -> list[str]:
    names = ", ".join(f"`{kind.name}`" for kind in KINDS)
    return [
        "## level.toml: [orders]",
        "",
        'From when an order can be given: `plots = "1958-09"`. What is not named is never given.',
        f"Known orders: {names}.",
        "",
        "## level.toml: [weather]",
        "",
        "One line for each calendar year that the level touches, `1958 = 1040`: the harvest at",
        "equal inputs beside 1957, a whole number of per mille, 300 to 1500.",
        "",
        "## Voices",
        "",
        "An event is told by one of: " + ", ".join(VOICES) + ". The loudspeaker's words are the",
        "period's own and stand in quotation marks.",
        "",
    ]


def _places() -> list[str]:
    rows = []
    for kind, keys in PLACES.items():
        for key in keys:
            must = "" if key.default is REQUIRED else " (may be left out)"
            rows.append(f"| `{kind}` | `{key.name}` | {expected(key)}{must} | {key.help} |")
        if not keys:
            rows.append(f"| `{kind}` | | | the name says it |")
    return rows


def _words() -> list[str]:
    lines = [
        "## words.en.toml",
        "",
        "| Section | Has to be there | May be there |",
        "|---|---|---|",
    ]
    for section, (must, may) in text.SECTIONS.items():
        cells = (", ".join(f"`{key}`" for key in keys) or "-" for keys in (must, may))
        lines.append(f"| `[{section}]` | " + " | ".join(cells) + " |")
    lines += [
        "",
        'A text alone stands for the first of the keys: `[events] first_call = "..."`. An id is',
        "used once in a level, since it is the key of its words. `words.zh.toml` has the same",
        "sections; what it leaves out is shown in English.",
        "",
        "`[questions]` takes the place of the debrief's open questions: one line each, any key.",
        "",
    ]
    return lines
