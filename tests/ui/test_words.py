"""Texts: the template is fresh, plurals work, and the pseudo language keeps places for values."""

import re
import subprocess
import sys

import pytest

from game import words
from game.places import assets
from game.words_catalogue import texts


def test_every_text_of_the_source_stands_in_the_template() -> None:
    pot = (assets() / "words" / "two_ledgers.pot").read_text(encoding="utf-8")
    joined = re.sub(r'"\n"', "", pot)
    missing = []
    for file, message in texts():
        first = message if isinstance(message, str) else message[0]
        quoted = first.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        if f'"{quoted}"' not in joined:
            missing.append(f"{file}: {first}")
    assert not missing, "run `python -m game.words_catalogue`"


def test_without_a_catalogue_the_source_text_is_shown() -> None:
    words.use("tlh")
    assert words._("Reported") == "Reported"


@pytest.mark.parametrize(("count", "text"), [(1, "{count} hand"), (2, "{count} hands")])
def test_plurals(count: int, text: str) -> None:
    assert words._n("{count} hand", "{count} hands", count) == text


def test_the_pseudo_language_is_longer_and_keeps_its_places() -> None:
    words.use("pseudo")
    shown = words._("Season of {year}")
    assert len(shown) >= 1.4 * len("Season of {year}")
    assert shown.format(year=1958).startswith("[Séásóñ óf 1958")


def test_another_language_groups_numbers_its_own_way() -> None:
    words.use("de")
    assert words.number(12345.5, 1) == "12.345,5"


def test_babel_and_pygame_are_not_loaded_for_english_words() -> None:
    code = (
        "import sys; from game import words; words.use('en'); words.tonnes(5000); "
        "print(*{'babel', 'pygame'} & set(sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""
