"""The codes of all findings. docs/problems/ has a page for each, written from here.

L refuses the level. W and H let it be played: W is likely a mistake, H is advice. A code is never
given to something else; one that is no longer used is taken out and its number stays empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


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
