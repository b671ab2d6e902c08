"""The codes of all findings. docs/problems/ has a page for each, written from here.

L refuses the level. W and H let it be played: W is likely a mistake, H is advice. A code is never
given to something else; one that is no longer used is taken out and its number stays empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Code:
    """What a code means, in plain words for somebody who makes a level."""

    title: str
    why: str
    mend: str
    at_key: bool = False  # the caret points at the key, not at its value


@cache
def codes() -> Mapping[str, Code]:
    """Every code, by its name."""
    from game.levelfiles import (  # words only: read when something is wrong
        codes_content,
        codes_map,
        codes_text,
    )

    return {**codes_text.CODES, **codes_map.CODES, **codes_content.CODES}


FIXES: Mapping[str, str] = MappingProxyType(
    {
        "L103": "look at the rights of the file",
        "L104": "save it as UTF-8",
        "L108": "save it again in Tiled",
        "L111": "look for what was pasted many times",
        "L112": "save the right file under this name",
        "L203": "write it as this page does: docs/level-format.md",
        "L204": "choose a number inside the range; check the unit",
        "L205": "take one of them",
        "L206": "write it as a table under its own header",
        "L207": "take some out",
        "L209": "write a half as 500",
        "L211": "change the month, or start and turns at the top",
        "L212": "begin the first piece at the level's first month",
        "L215": "add a line such as 1959 = 1000",
        "L218": "rename one",
        "L219": "take one of them, or add its table",
        "L221": "write it in the form that levels/_standard/params.toml has",
        "L223": 'write start = "1958-03"',
        "L227": "write it as this page does: docs/level-format.md",
        "L303": "write a text in quotes",
        "L412": "take some out, or put one in where there is none",
    }
)
"""What to do, where the place itself knows nothing better."""
