import shutil
from pathlib import Path

import pytest

from game.levelfiles.chronicle import MARKS, chronicle, event_ids, folder, plain, read
from game.levelfiles.errors import Problem
from game.levelfiles.sources import shipped_sources


def problems(home: Path) -> list[Problem]:
    found: list[Problem] = []
    read(home, "en", found)
    return found


def test_the_shipped_chronicle_is_sound() -> None:
    assert problems(folder()) == []
    book = chronicle()
    assert len(book.entries) >= 40
    assert {entry.mark for entry in book.entries.values()} == set(MARKS)
    assert len(book.epilogue) >= 6


def test_every_entry_has_all_that_a_reader_is_owed() -> None:
    known = shipped_sources()
    for entry in chronicle().entries.values():
        assert any("\u4e00" <= sign <= "\u9fff" for sign in entry.zh), entry.key
        assert plain(entry.pinyin).isascii(), entry.key
        assert entry.source in known or entry.mark == "invented"
        assert 60 <= len(entry.text) <= 700, entry.key


def test_most_events_of_the_country_lead_to_an_entry() -> None:
    book = chronicle()
    led = [event for event in event_ids() if book.of_event(event) is not None]
    assert len(led) > 40


@pytest.mark.parametrize("word", ["dining hall", "食堂", "shítáng", "SHITANG", "gonggong"])
def test_it_is_found_in_three_tongues(word: str) -> None:
    assert chronicle().search(word)[0].key == "dining_hall"


def test_words_of_a_message_lead_to_entries() -> None:
    text = "The dining halls are open; everybody to the furnaces!"
    keys = [entry.key for entry in chronicle().linked(text)]
    assert keys[:2] == ["dining_hall", "native_furnace"]
    assert not chronicle().linked("A quiet day.")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("terms.toml", 'source = "two_books"', 'source = "nobody"', "nobody"),
        ("terms.toml", 'source = "two_books"\n', "", "source"),
        ("meetings.toml", 'when = "1958-01..1958-03"', 'when = "in spring"', "when"),
        ("terms.toml", 'see = ["nanning_chengdu"', 'see = ["nanning"', "see"),
        ("campaigns.toml", 'events = ["sparrows"]', 'events = ["no_such_event"]', "events"),
        ("terms.toml", 'mark = "estimated"', 'mark = "documented"', "mark"),
        ("words.en.toml", "after_liu =", "after_nobody =", "after_liu"),
        ("epilogue.toml", 'source = "tombstone"', 'source = "assumption"', "mark"),
    ],
)
def test_a_planted_fault_is_told(tmp_path: Path, file: str, old: str, new: str, told: str) -> None:
    home = tmp_path / "chronicle"
    shutil.copytree(folder(), home)
    text = (home / file).read_text("utf-8")
    assert old in text
    (home / file).write_text(text.replace(old, new), "utf-8")
    assert any(told in str(problem) for problem in problems(home)), problems(home)
