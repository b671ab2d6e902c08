# ruff: noqa: INP001 - a script, not a package
"""Cut the fonts of the game out of Debian's Noto CJK: `python assets/fonts/subset.py`.

The full fonts are 26 MB each; the game needs Latin and the Chinese characters it prints. In them
the quotation marks, the ellipsis and the middle dot are as wide as a Chinese character; the same
fonts hold narrow forms. Here the narrow form takes the ordinary code point, and the wide form moves
to a private one (`WIDE_FROM`), which `game.ui.fonts` picks beside Chinese characters.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DEBIAN = Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED = 2  # index of the SC face in the collections
FACES = {
    "serif": "NotoSerifCJK-Medium.ttc",
    "serif-bold": "NotoSerifCJK-Bold.ttc",
    "serif-black": "NotoSerifCJK-Black.ttc",
    "sans": "NotoSansCJK-Regular.ttc",
    "sans-medium": "NotoSansCJK-Medium.ttc",
    "sans-bold": "NotoSansCJK-Bold.ttc",
}
NARROWED = "‘’“”…·"  # the order is part of the contract with game.ui.fonts
WIDE_FROM = 0xE000
RANGES = (
    (0x20, 0x7E),  # Basic Latin
    (0xA0, 0x17F),  # Latin-1 and Latin Extended-A
    (0x1CD, 0x1DC),  # pinyin
    (0x2010, 0x2027),  # dashes, quotes, daggers, dots
    (0x2030, 0x203A),
    (0x20A0, 0x20BF),  # currency
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x2265),  # mathematical signs
    (0x2460, 0x2473),  # circled numbers
    (0x25A0, 0x25CF),  # squares, triangles, circles
    (0x3001, 0x3011),  # Chinese punctuation
    (0xFF01, 0xFF1F),
)
ON_PAGES = ("sans", "sans-bold", "serif", "serif-bold")
"""Faces that the offline page of a debrief carries inside itself, a few KB each."""
READ_FROM = (
    "game/**/*.py",
    "levels/**/*.toml",
    "levels/**/*.md",
    "assets/words/**/*.po",
    "assets/chronicle/*.toml",
)


def is_chinese(character: str) -> bool:
    """Whether this is a Chinese character of the ordinary planes."""
    return "\u3400" <= character <= "\u9fff"


def characters() -> set[str]:
    """The Chinese characters the game can print: the kept list and all that its texts use."""
    found = set((HERE / "characters.txt").read_text(encoding="utf-8"))
    for pattern in READ_FROM:
        for path in ROOT.glob(pattern):
            found |= set(path.read_text(encoding="utf-8"))
    return {character for character in found if is_chinese(character)}


def narrow_forms(font: TTFont) -> dict[str, str]:
    """Glyph to its proportional form, from the font's own `pwid` feature."""
    forms: dict[str, str] = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "pwid":
            continue
        for index in record.Feature.LookupListIndex:
            for held in table.LookupList.Lookup[index].SubTable:
                forms.update(getattr(getattr(held, "ExtSubTable", held), "mapping", {}))
    return forms


def narrow_marks(font: TTFont) -> None:
    """Give the ordinary code points of `NARROWED` narrow glyphs, the private ones the wide."""
    forms, cmap, widths = narrow_forms(font), font.getBestCmap(), font["hmtx"]
    forms.setdefault(cmap[ord("·")], "cid00117")  # the dot of Latin-1, not tagged in the sans
    for offset, mark in enumerate(NARROWED):
        wide = cmap[ord(mark)]
        narrow = forms.get(wide, wide)
        if widths[narrow][0] > widths[wide][0] and mark != "…":
            narrow = wide
        for table in font["cmap"].tables:
            if table.isUnicode() and table.format in {4, 12}:
                table.cmap[ord(mark)] = narrow
                table.cmap[WIDE_FROM + offset] = wide


def cut(face: str, source: str, wanted: set[int]) -> Path:
    """Write one subset and return where it stands."""
    font = TTFont(DEBIAN / source, fontNumber=SIMPLIFIED, lazy=True)
    narrow_marks(font)
    options = subset.Options()
    options.layout_features = ["kern", "mark", "ccmp"]
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.desubroutinize = False
    options.hinting = True
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes on every run
    font.recalcTimestamp = False
    target = HERE / f"{face}.otf"
    font.save(target)
    return target


def of_pages() -> set[int]:
    """The Chinese characters that pages print: few, so that they are there on any machine."""
    sources = (ROOT / "game" / "reports" / "page").glob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    return {ord(sign) for sign in text if 0x4E00 <= ord(sign) <= 0x9FFF}


def cut_for_pages(face: str) -> Path:
    """Write what the pages carry of a face that was cut: Latin, and in the serif their Chinese."""
    font = TTFont(HERE / f"{face}.otf")
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["kern"]
    options.hinting = False
    cutter = subset.Subsetter(options)
    codes = font.getBestCmap()
    latin = [code for code in codes if code < 0x2000 or 0x2010 <= code < 0x2480]
    cutter.populate(unicodes=[*latin, *(of_pages() if face.startswith("serif") else ())])
    cutter.subset(font)
    font.recalcTimestamp = False
    font.flavor = "woff2"
    target = HERE / f"page-{face}.woff2"
    font.save(target)
    return target


def main() -> None:
    """Write all faces and keep the list of characters up to date."""
    chinese = characters()
    (HERE / "characters.txt").write_text("".join(sorted(chinese)) + "\n", encoding="utf-8")
    wanted = {ord(character) for character in chinese}
    wanted |= {code for first, last in RANGES for code in range(first, last + 1)}
    wanted |= {WIDE_FROM + offset for offset in range(len(NARROWED))}
    for face, source in FACES.items():
        path = cut(face, source, wanted)
        sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} KB\n")
    for face in ON_PAGES:
        path = cut_for_pages(face)
        sys.stdout.write(f"{path.name}: {path.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
