import re
import shutil
from pathlib import Path

import pytest

from game.levelfiles.findings import look
from game.levelfiles.lint import SHOWN_IN, deaths_alone, shipped_texts
from game.levelfiles.tone import banned, counts_dead, unfit
from game.places import assets, levels

SHIPPED = sorted(path.parent for path in levels().glob("*/level.toml"))
LINT = {"W503", "W512", "W513", "W514", "W515"}


def test_nothing_that_the_game_says_breaks_the_rules() -> None:
    assert [str(each) for each in shipped_texts()] == []


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
def test_no_level_breaks_them_and_every_event_is_sourced(folder: Path) -> None:
    assert [str(each) for each in look(folder).problems if each.code in LINT] == []


def _planted(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    home = tmp_path / "willow_bend"
    if not home.exists():
        shutil.copytree(levels() / "willow_bend", home)
    text = (home / file).read_text("utf-8")
    assert old in text
    (home / file).write_text(text.replace(old, new, 1), "utf-8")
    return [each.code for each in look(home).problems if each.code in LINT | {"L220"}]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("words.en.toml", "On 19 June the steel", "You win. On 19 June the steel", "W512"),
        ("briefing.en.md", "It usually does.", "It usually does. Your score is kept.", "W512"),
        ("words.en.toml", "The eight co-op", "12 people died. The eight co-op", "W513"),
        ("words.en.toml", "The eight co-op", "Two hundred people died. The eight co-op", "W513"),
        ("words.en.toml", "On 19 June the steel", "Well done! On 19 June the steel", "W514"),
        ("words.en.toml", "She has two sons.", "She has two sons, and a joke for each.", "W514"),
        ("briefing.en.md", "It usually does.", "It usually does. Corpses lie there.", "W514"),
        ("level.toml", 'title = "Willow Bend"', 'title = "Willow Bend: a win"', "W512"),
        ("level.toml", 'title = "Willow Bend"', 'title = "Vrbov ohyb při řece"', "W515"),
        ("words.en.toml", "She has two sons.", "She has two sons, 龘.", "W515"),
        ("briefing.en.md", "It usually does.", "It usually does \U0001f600.", "W515"),
        ("level.toml", 'source = "steel_target"', 'source = "assumption"', "W503"),
        ("level.toml", 'source = "steel_target"', 'source = "hearsay"', "L220"),
    ],
)  # fmt: skip
def test_a_violation_in_a_level_is_caught(
    tmp_path: Path, file: str, old: str, new: str, code: str
) -> None:
    assert code in _planted(tmp_path, file, old, new)


def test_an_event_without_a_source_refuses_the_level(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.cli.main import entry

    home = tmp_path / "willow_bend"
    shutil.copytree(levels() / "willow_bend", home)
    text = (home / "level.toml").read_text("utf-8")
    (home / "level.toml").write_text(text.replace('source = "steel_target"\n', "", 1), "utf-8")
    assert entry(["check", str(home)]) == 2
    assert "source" in capsys.readouterr().err


def test_a_slogan_in_quotes_and_a_household_beside_the_dead_are_let_pass(tmp_path: Path) -> None:
    quoted = "“Strive for victory!” On 19 June the steel"
    assert not _planted(tmp_path, "words.en.toml", "On 19 June the steel", quoted)
    named = "12 people died, one of them at Zhao Genfu’s. The eight co-op"
    assert not _planted(tmp_path, "words.en.toml", "The eight co-op", named)


@pytest.mark.parametrize("text", ["You won!", "Final score", "成就解锁", "你赢了", "a new badge"])
def test_words_of_games_that_are_won(text: str) -> None:
    assert banned(text)


@pytest.mark.parametrize(
    "text",
    ["Congratulations", "Oops, no grain", "More!", "a cute ox ☺", "a massacre", "超额！"],
)
def test_words_too_light_or_too_lurid(text: str) -> None:
    assert unfit(text)


@pytest.mark.parametrize("text", ["evilly", "function", "“To the furnaces!”", "「大跃进！」"])
def test_quiet_words_and_quoted_slogans(text: str) -> None:
    assert not unfit(text)


@pytest.mark.parametrize(
    "text",
    ["The window", "wonder", "a scoreless", "“Victory!”", "「胜利」", "the ranks of poplars"],
)
def test_words_that_only_look_like_them(text: str) -> None:
    assert banned(text) == (["ranks"] if "ranks" in text else [])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("793 had died.", True), ("1,081 people died", True), ("12人死亡", True),
        ("Thirty-one of the old people died.", True), ("{number} people died.", True),
        ("About two dozen are dead.", True), ("Two thousand people died on it.", True),
        ("People died slowly.", False), ("12 people left", False), ("“12 died”", False),
    ],
)  # fmt: skip
def test_numbers_of_dead(text: str, counts: bool) -> None:
    assert counts_dead(text) is counts


def test_a_violation_in_a_catalogue_is_caught(tmp_path: Path) -> None:
    home = tmp_path / "words"
    shutil.copytree(assets() / "words", home)
    po = next(home.glob("en/LC_MESSAGES/*.po"))
    text = po.read_text("utf-8")
    po.write_text(text + '\nmsgid "You ranked first"\nmsgstr ""\n', "utf-8")
    assert [each.code for each in shipped_texts(home)] == ["W512"]


def test_a_translation_is_read_too(tmp_path: Path) -> None:
    home = tmp_path / "words"
    shutil.copytree(assets() / "words", home)
    po = next(home.glob("en/LC_MESSAGES/*.po"))
    text = po.read_text("utf-8")
    po.write_text(text + '\nmsgid "The end"\nmsgstr "胜利"\n', "utf-8")
    assert [each.code for each in shipped_texts(home)] == ["W512"]


def test_a_file_that_counts_the_dead_and_names_nobody_is_caught(tmp_path: Path) -> None:
    (tmp_path / "screen.py").write_text('TEXT = N_("{deaths} people died.")\n', "utf-8")
    assert [each.file for each in deaths_alone(tmp_path)] == ["screen.py"]
    (tmp_path / "screen.py").write_text(
        'TEXT = N_("{deaths} people died.")\nshow(register_lines())\n', "utf-8"
    )
    assert deaths_alone(tmp_path) == []
    (tmp_path / "screen.py").write_text('"""{count} people died."""\n', "utf-8")
    assert deaths_alone(tmp_path) == []  # what explains a program is read by its readers


def test_a_text_that_others_show_is_asked_of_those(tmp_path: Path) -> None:
    file, shown = next(iter(SHOWN_IN.items()))
    for path in (file, *shown):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("show(register_lines())\n", "utf-8")
    (tmp_path / file).write_text('TEXT = N_("{count} people died.")\n', "utf-8")
    assert deaths_alone(tmp_path) == []
    (tmp_path / shown[-1]).write_text("show()\n", "utf-8")
    assert [each.file for each in deaths_alone(tmp_path)] == [file]


def test_check_without_a_level_covers_the_words_too(capsys: pytest.CaptureFixture[str]) -> None:
    from game.cli.main import entry

    assert entry(["check"]) == 0
    assert re.search(r"texts of the game: .* no problems found", capsys.readouterr().out)
