"""XML of Tiled, read safely: no DOCTYPE, no entity, a bounded number of bytes and elements."""

from pathlib import Path
from xml.etree import ElementTree as ET

from game.levelfiles.check import Found, read_bytes
from game.levelfiles.errors import Problem, shown
from game.levelfiles.zipped import ZipPlace

MOST_BYTES = 2_500_000
MOST_ELEMENTS = 60_000
MOST_ATTRIBUTES = 130_000


def read_xml(path: Path | ZipPlace, found: Found, name: str, tag: str) -> ET.Element | None:
    """The outermost element of a file; None, and a problem, where it can't be used."""
    text = _text(path, found, name)
    if not text:
        return None
    parser = ET.XMLParser()  # noqa: S314 - no DOCTYPE, so no entity to expand
    try:
        parser.feed(text)  # text, not bytes: an encoding that is declared can hide nothing
        root = parser.close()
    except (ET.ParseError, ValueError) as error:
        fix = "save it again in Tiled"
        found.append(Problem(name, "the file", str(error), "XML", fix, "L106"))
        return None
    if root.tag != tag:
        expected = f"<{tag}> as the outermost element"
        found.append(Problem(name, "the file", shown(root.tag), expected, code="L112"))
        return None
    return root


def _text(path: Path | ZipPlace, found: Found, name: str) -> str:
    """The text of the file, or nothing and a problem where it is not fit to be parsed."""
    before = len(found)
    raw = read_bytes(path, name, found, MOST_BYTES)
    text = ""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        stands = f"a byte that is not UTF-8, at {error.start}"
        found.append(Problem(name, "the file", stands, "XML in UTF-8", code="L104"))
    if len(found) > before:
        return ""
    elements = text.count("<")
    if _declares(text):
        fix = "take it out; Tiled never writes one"
        found.append(Problem(name, "the file", "a DOCTYPE", "a map without one", fix, "L107"))
    elif elements > MOST_ELEMENTS:
        expected = f"at most {MOST_ELEMENTS}"
        found.append(Problem(name, "the file", f"{elements} elements", expected, code="L111"))
    elif (attributes := text.count("=")) > MOST_ATTRIBUTES:
        expected = f"at most {MOST_ATTRIBUTES}"
        found.append(Problem(name, "the file", f"{attributes} attributes", expected, code="L111"))
    elif not text.strip():
        found.append(Problem(name, "the file", "nothing", "a map", code="L108"))
    return text if len(found) == before else ""


def _declares(text: str) -> bool:
    """Whether there is a DOCTYPE or an entity: both begin with `<!` and no comment."""
    if "<!" not in text:
        return False
    upper = text.upper()
    return "<!DOCTYPE" in upper or "<!ENTITY" in upper


def layers_of(root: ET.Element, tag: str) -> list[ET.Element]:
    """The layers of a kind, in groups too; their contents are not walked through."""
    found: list[ET.Element] = []
    waiting = [root]
    while waiting:
        each = waiting.pop()
        found += each.findall(tag)
        waiting += each.findall("group")
    return found
