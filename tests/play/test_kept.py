"""Nothing is lost: kills, full disks, closed folders, changed mods, other rules, broken files."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game import places
from game.bots import BOTS, SUCCESSOR
from game.play import notes, record, saves, shelf
from game.play.bundle import Bundle, from_bundle, gather
from game.play.lives import branched, set_apart
from game.play.record import SaveError, sealed
from game.play.session import Session
from game.play.told import told
from game.sim import turn as core
from tests.play.games import LEVEL, new, played
from tests.play.test_saves import lines_of, write

OLD = sorted((Path(__file__).parent / "old_saves").glob("*.save.jsonl"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no SIGKILL here")
def test_sixty_kills_while_saving_lose_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.play.killed", "60"],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found["kills"] == 60
    assert found["saves"] > 0
    assert (found["broken"], found["lost"]) == (0, 0), found


# ---- what can go wrong while writing


def refuse(number: int) -> object:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.open"])
def test_a_full_disk_leaves_the_old_save_and_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: str
) -> None:
    session = played(turns=2)
    path = saves.autosave(session, tmp_path)
    before = path.read_text("utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(step, refuse(number))
        with pytest.raises(SaveError, match=r"can't be written"):
            saves.autosave(session, tmp_path)
    # Where not even the old save could be read it was put aside, and is still there.
    assert before in [each.path.read_text("utf-8") for each in saves.listing(tmp_path)]
    assert not list(tmp_path.glob(".*"))
    session.play_on(BOTS["idle"], 1)  # the game goes on, and is saved once there is room
    assert saves.load(saves.autosave(session, tmp_path)).turn == 3


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are not set there")
def test_a_disk_that_fills_up_in_the_middle_of_a_line(tmp_path: Path) -> None:
    """Files of this process may not grow beyond 4 kB: the system itself refuses to write on."""
    program = (
        "import resource, sys; from pathlib import Path; from game.play import saves\n"
        "from tests.play.games import played\n"
        "game = played(turns=1); shelf = Path(sys.argv[1]); saves.autosave(game, shelf)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); game.play_on(game.successor, 1)\n"
        "try: saves.autosave(game, shelf)\n"
        "except saves.SaveError as error: print(error)\n"
        "game.play_on(game.successor, 1); print(game.turn)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    message, turn = done.stdout.splitlines()
    assert "can't be written (File too large)" in message
    assert turn == "3"
    assert [each.turn for each in saves.listing(tmp_path)] == [1]
    assert not list(tmp_path.glob(".*"))


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs a folder nobody may write to")
def test_a_folder_that_nobody_may_write_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="can't be written"):
        saves.autosave(new(), Path("/proc/saves"))
    tmp_path.chmod(0o500)
    try:
        if not os.access(tmp_path, os.W_OK):  # the administrator may always
            with pytest.raises(SaveError, match="can't be written"):
                saves.autosave(new(), tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_a_disk_that_keeps_something_else_is_noticed_before_older_saves_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new()
    while session.turn < 12:
        session.play_on(BOTS["idle"], 1)
        saves.autosave(session, tmp_path)
    here = {path.name for path in tmp_path.glob("*.jsonl")}
    session.play_on(BOTS["idle"], 1)
    other = record.sealed([*lines_of(tmp_path / sorted(here)[-2])])
    plain = Path.replace

    def swap(self: Path, target: Path) -> Path:
        self.write_text(other, "utf-8")
        return plain(self, target)

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", swap)
        with pytest.raises(SaveError, match="another game"):
            saves.autosave(session, tmp_path)
    assert here <= {path.name for path in tmp_path.glob("*.jsonl")}


def test_half_written_files_of_dead_games_go_and_no_others(tmp_path: Path) -> None:
    session = new(game_id="g")
    path = saves.autosave(session, tmp_path)
    old, young = (tmp_path / f".{path.name}.{pid}.part" for pid in (1, 2))
    other = tmp_path / ".another.save.jsonl.1.part"
    for each in (old, young, other):
        each.write_text("half")
    for each in (old, other):
        os.utime(each, (1, 1))
    saves.autosave(session, tmp_path)
    assert [each.exists() for each in (old, young, other)] == [False, True, True]


# ---- levels that changed


def with_mod(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path, Session]:
    """A game of a mod in a folder of levels of its own: save, mod, game."""
    home = tmp_path / "levels"
    shutil.copytree(places.levels() / "_standard", home / "_standard")
    for folder in places.levels().iterdir():
        if folder.name.startswith("_") and not (home / folder.name).exists():
            shutil.copytree(folder, home / folder.name)
    shutil.copytree(places.levels() / LEVEL, home / "my_mod")
    (tmp_path / "assets").symlink_to(places.assets(), target_is_directory=True)
    monkeypatch.setattr(places, "levels", lambda: home)
    session = Session.begin(home / "my_mod", 5, successor=SUCCESSOR)
    session.play_on(BOTS["honest"], 3)
    return saves.autosave(session, tmp_path / "shelf"), home / "my_mod", session


def test_a_changed_mod_is_told_and_the_old_copy_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, mod, session = with_mod(tmp_path, monkeypatch)
    assert saves.replay(path).notes == ()
    level = mod / "level.toml"
    level.write_text(level.read_text("utf-8").replace("turns = 16", "turns = 12"), "utf-8")
    loaded = saves.replay(path, SUCCESSOR)
    assert loaded.notes == (saves.Note(notes.LEVEL_CHANGED, values={"files": "level.toml"}),)
    assert loaded.difference is None
    assert loaded.session.level.turns == 16
    loaded.session.play_on(BOTS["honest"])
    session.play_on(BOTS["honest"])
    assert loaded.session.closed[-1].digest == session.closed[-1].digest


def test_a_removed_mod_is_told_and_the_old_copy_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, mod, session = with_mod(tmp_path, monkeypatch)
    shutil.rmtree(mod)
    loaded = saves.replay(path, SUCCESSOR)
    assert [note.kind for note in loaded.notes] == [notes.LEVEL_GONE]
    assert loaded.session.closed[-1].digest == session.closed[-1].digest
    assert (loaded.session.folder / "map.tmx").is_file()  # the window can open it too
    again = saves.autosave(loaded.session, tmp_path / "other")
    assert saves.replay(again).difference is None


def test_a_copy_that_can_not_be_read_any_more_falls_back_on_the_level_of_today(
    tmp_path: Path,
) -> None:
    session = played(turns=3)
    level = session.opened.bundle.files["level.toml"] + b"\n[a_key_of_long_ago]\nx = 1\n"
    bundle = Bundle(LEVEL, {**session.opened.bundle.files, "level.toml": level})
    lines = lines_of(saves.save(session, tmp_path / "game.save.jsonl"))
    lines[0]["files"] = {name: record.packed(text) for name, text in bundle.files.items()}
    lines[0]["level_digest"] = bundle.digest
    loaded = saves.replay(write(tmp_path / "game.save.jsonl", lines))
    assert [note.kind for note in loaded.notes] == [notes.LEVEL_TODAY]
    assert loaded.session.turn == 3


# ---- other rules


def test_other_rules_are_told_and_the_game_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule that is gone: the orders are followed, and the first turn that differs is named."""
    session = played(turns=6)
    path = saves.autosave(session, tmp_path)
    before = path.read_bytes()
    less = tuple(rule for rule in core.MONTH if core.rule_name(rule) != "industry.smelt")
    monkeypatch.setattr(core, "MONTH", less)
    loaded = saves.replay(path, SUCCESSOR)
    assert loaded.difference is not None
    assert [note.kind for note in loaded.notes] == [notes.RULES]
    assert loaded.notes[0].turn == loaded.difference.turn
    first = loaded.difference.turn
    recorded = [line["digest"] for line in lines_of(path)[1:7]]
    assert [one.digest for one in loaded.session.closed][:first] == recorded[:first]
    assert loaded.session.closed[first].digest != recorded[first]
    # What was recorded then can still be read, beside what follows now.
    assert loaded.told[5] == told(session.history[4], session.history[5])
    set_apart(loaded.session)
    again = saves.autosave(loaded.session, tmp_path)
    assert again != path
    assert path.read_bytes() == before
    kin = saves.family(session.branch.family, tmp_path)
    assert {one.id for one in kin} == {"test", loaded.session.game_id}
    assert saves.replay(again).difference is None


def test_an_order_that_is_refused_under_other_rules_is_left_out_and_told(tmp_path: Path) -> None:
    session = played(turns=4)
    lines = lines_of(saves.save(session, tmp_path / "game.save.jsonl"))
    lines[3]["orders"].append(["abolish", None, [1]])
    loaded = saves.replay(write(tmp_path / "game.save.jsonl", lines))
    assert loaded.notes == (saves.Note(notes.DROPPED, 2, {"orders": "abolish"}),)
    assert loaded.difference is None


# ---- older formats


def _rows(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_every_older_format_has_a_kept_save() -> None:
    kept = {json.loads(path.read_text("utf-8").splitlines()[0])["save"] for path in OLD}
    assert kept == set(range(record.OLDEST, record.FORMAT))


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.name.partition(".")[0])
def test_an_old_save_opens_and_goes_on(tmp_path: Path, old: Path) -> None:
    loaded = saves.replay(old, SUCCESSOR)
    assert loaded.notes[0] == saves.Note(notes.MOVED_ON, values={"format": "1"})
    session = loaded.session
    assert session.turn == sum("digest" in line for line in map(json.loads, _rows(old)))
    session.succeed()
    assert session.ended
    again = saves.replay(saves.autosave(session, tmp_path))
    assert again.difference is None
    assert all(note.kind != notes.MOVED_ON for note in again.notes)


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.name.partition(".")[0])
def test_migrating_changes_the_form_and_keeps_the_old_file(tmp_path: Path, old: Path) -> None:
    path = tmp_path / old.name
    shutil.copy(old, path)
    text = path.read_text("utf-8")
    kept, number = saves.migrate(path)
    assert (kept.name, number) == (f"{old.name}.format1", 1)
    assert kept.read_text("utf-8") == text
    new_lines, old_lines = lines_of(path), [json.loads(line) for line in text.splitlines()]
    assert new_lines[1:] == old_lines[1:]
    changed = {key for key in new_lines[0] if new_lines[0][key] != old_lines[0].get(key)}
    assert changed == {"save", "branch"}
    one, other = saves.replay(path), saves.replay(kept)
    assert [c.digest for c in one.session.closed] == [c.digest for c in other.session.closed]
    assert one.difference == other.difference
    assert saves.migrate(path) == (path, record.FORMAT)  # a second time changes nothing
    assert [each.path for each in saves.listing(tmp_path)] == [path]


def test_a_migration_that_fails_leaves_the_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / OLD[0].name
    shutil.copy(OLD[0], path)
    text = path.read_text("utf-8")
    monkeypatch.setattr("pathlib.Path.replace", refuse(errno.ENOSPC))
    with pytest.raises(SaveError, match="No space left"):
        saves.migrate(path)
    assert path.read_text("utf-8") == text


# ---- the list


def test_the_list_tells_what_each_save_is(tmp_path: Path) -> None:
    session = new(open_books=False, game_id="one")
    session.play_on(BOTS["honest"], 5)
    saves.autosave(session, tmp_path)
    session.end_season()
    saves.autosave(session, tmp_path)
    (first,) = saves.listing(tmp_path)
    assert (first.level, first.title, first.seed) == (LEVEL, "Willow Bend", 7)
    assert (first.now, first.turn, first.desk) == ((1959, 1), 5, True)
    assert not first.open_books
    assert not first.broken
    assert first.told == tuple(
        told(one, two)
        for one, two in zip([session.at_start(), *session.history], session.history, strict=False)
    )
    assert first.when.startswith("20")


def test_a_broken_save_is_listed_with_its_reason_and_the_list_always_opens(tmp_path: Path) -> None:
    good = saves.autosave(played(turns=1), tmp_path)
    whole, head = good.read_text("utf-8"), lines_of(good)[0]
    broken = {
        "cut": whole[: len(whole) // 2],
        "changed": whole.replace('"seed":7', '"seed":8', 1),
        "empty": "",
        "no level": sealed([{**head, "files": {}, "level_digest": Bundle(LEVEL, {}).digest}]),
    }  # fmt: skip
    for name, text in broken.items():
        (tmp_path / f"{name}{shelf.ENDING}").write_text(text, "utf-8")
    (tmp_path / f"noise{shelf.ENDING}").write_bytes(bytes(range(256)))
    (tmp_path / f"folder{shelf.ENDING}").mkdir()
    (tmp_path / f"gone{shelf.ENDING}").symlink_to(tmp_path / "nowhere")
    found = {each.path.name.partition(".")[0]: each for each in saves.listing(tmp_path)}
    assert len(found) == 8
    readable = [name for name, each in found.items() if not each.broken]
    assert readable == [good.name.partition(".")[0]]
    assert "changed or damaged" in found["changed"].reason
    assert "empty" in found["empty"].reason
    assert all("\n" not in each.reason for each in found.values())
    assert saves.newest(tmp_path) == good
    assert saves.listing(tmp_path / "nowhere") == []


def test_going_on_from_an_older_save_never_lies_on_later_ones(tmp_path: Path) -> None:
    session = new(game_id="g")
    for _ in range(4):
        session.play_on(BOTS["honest"], 1)
        saves.autosave(session, tmp_path)
    older = saves.load(sorted(tmp_path.glob("*.jsonl"))[1])
    assert saves.has_later(older, tmp_path)
    assert not saves.has_later(session, tmp_path)
    kept = {path: path.read_bytes() for path in tmp_path.glob("*.jsonl")}
    set_apart(older)
    older.play_on(BOTS["idle"], 1)
    saves.autosave(older, tmp_path)
    assert all(path.read_bytes() == text for path, text in kept.items())


def test_a_branch_is_kept_with_its_name_and_where_it_was_taken_from(tmp_path: Path) -> None:
    session = played(turns=6)
    saves.autosave(session, tmp_path)
    other = branched(session, 3, "Every report true")
    other.play_on(BOTS["honest"], 1)
    loaded = saves.load(saves.autosave(other, tmp_path))
    assert loaded.branch == other.branch
    assert (loaded.branch.family, loaded.branch.parent, loaded.branch.turn) == ("test", "test", 3)
    kin = saves.family("test", tmp_path)
    assert [(one.turn, one.branch.name) for one in kin if one.branch] == [
        (6, ""), (4, "Every report true"),
    ]  # fmt: skip


def test_the_embedded_level_is_small() -> None:
    """Kilobytes: a save is no way to carry pictures."""
    assert len(saves.dumps(played())) < 120_000
    assert from_bundle(gather(places.levels() / LEVEL)).level.id == LEVEL
