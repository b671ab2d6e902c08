"""Every broken level tells its author exactly what is wrong, where, and how to mend it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from game.levelfiles.codes import codes
from game.levelfiles.errors import LevelError, Severity, meant
from game.levelfiles.findings import look
from game.levelfiles.keys import PLACES, SECTIONS
from game.levelfiles.load import load
from tests.levelfiles.corpus import Case, cases, line_of

CASES = cases()
ELSEWHERE = {
    *("L102", "L103", "L104", "L109", "L110", "L111", "L200", "L226", "L425"),  # test_hostile.py
    *("H601", "H604"),  # test_new_level.py
    *("L501", "L502", "L503"),  # test_chronicle.py
}
"""Codes that a change of text can't bring about: files that are huge, locked or packed."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.group}: {case.name}")
def test_a_broken_level(case: Case, tmp_path: Path) -> None:
    folder = case.made(tmp_path)
    found = look(folder)
    assert tuple(line_of(each) for each in found.problems) == case.told
    errors = found.of(Severity.ERROR)
    assert found.sound == (not errors)
    if errors:  # the game refuses what the checker refuses, and says the same
        with pytest.raises(LevelError) as error:
            load(folder)
        assert error.value.problems == errors
    else:
        load(folder)
    for each in found.problems:
        assert each.fix, line_of(each)
        assert each.found, line_of(each)
        assert each.expected, line_of(each)


def test_there_are_enough_and_none_is_silent() -> None:
    assert len(CASES) >= 150
    assert len({(case.group, case.name) for case in CASES}) == len(CASES)
    assert all(case.told for case in CASES)


def test_every_code_has_a_broken_level() -> None:
    told = {line[:4] for case in CASES for line in case.told}
    assert told | ELSEWHERE >= set(codes())
    assert not told & (ELSEWHERE - {"L104"})


def misspelt(name: str) -> set[str]:
    """One sign left out, doubled or changed; two neighbours swapped; two of these at once."""
    once = {name[:at] + name[at + 1 :] for at in range(len(name))}
    once |= {name[:at] + name[at] + name[at:] for at in range(len(name))}
    once |= {name[:at] + "q" + name[at + 1 :] for at in range(len(name))}
    once |= {
        name[:at] + two + one + name[at + 2 :]
        for at, (one, two) in enumerate(pairwise(name))
        if one != two
    }
    twice = {each[:at] + each[at + 1 :] for each in sorted(once)[::3] for at in (1, len(each) // 2)}
    return (once | twice) - {name}


def test_did_you_mean_is_right() -> None:
    """At least 95 in 100 of names at edit distance 1 or 2 are led back to what was meant."""
    tables = [[key.name for key in section.keys] for section in SECTIONS]
    tables += [list(PLACES)]
    right = asked = 0
    for names in tables:
        for name in names:
            if len(name) < 4:
                continue
            for wrong in misspelt(name) - set(names):
                asked += 1
                right += meant(wrong, names) == name
    assert asked > 3000
    assert right * 100 >= asked * 95, f"{right} of {asked}"


def test_a_name_that_is_far_from_all_is_not_guessed() -> None:
    assert meant("difficulty", [key.name for key in SECTIONS[0].keys]) is None
    assert meant("xy", ["zeal_pm", "old"]) is None


def test_the_printed_form() -> None:
    case = next(each for each in CASES if each.name == "a misspelt key")
    import tempfile

    with tempfile.TemporaryDirectory() as home:
        first = str(look(case.made(Path(home))).problems[0])
    assert re.sub(r"\d+", "N", first) == (
        'level.toml:N:N: error LN: [brigade."Reed Bank"] hardnes_pm\n'
        "   N | hardnes_pm = N # how hard he takes from his own people\n"
        "      | ^^^^^^^^^^\n"
        "  found:    a key this version does not know\n"
        "  expected: one of adults, animals, children, feed_kg, granary_kg, hardness_pm, "
        "last_year_pm, old, radical_pm, seed_kg, toil_pm, zeal_pm\n"
        "  fix:      did you mean 'hardness_pm'?"
    )
