import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game import places
from game.bots import BOTS, SUCCESSOR
from game.play import saves
from game.play.bundle import from_bundle, gather
from game.play.record import SaveError, sealed
from game.play.session import Session
from game.play.so_far import DESK
from game.sim.orders import Order
from game.sim.state import differing, digest
from tests.play.games import LEVEL, new, played


def saved(session: Session, folder: Path) -> Path:
    return saves.save(session, folder / "game.save.jsonl")


def lines_of(path: Path) -> list[dict]:
    """Without the line that says they are whole."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()][:-1]


def write(path: Path, lines: list[dict]) -> Path:
    """Sealed, as if the game had written them."""
    path.write_text(sealed(lines), "utf-8")
    return path


def test_save_then_load_then_go_on_is_going_on(tmp_path: Path) -> None:
    session = played("cautious", turns=5)
    loaded = saves.load(saved(session, tmp_path), SUCCESSOR)
    for game in (session, loaded):
        game.play_on(BOTS["follower"], 3)
    assert differing(session.state, loaded.state) is None
    assert [one.digest for one in session.closed] == [one.digest for one in loaded.closed]
    assert (loaded.seed, loaded.run, loaded.game_id) == (session.seed, session.run, "test")


@pytest.mark.parametrize("seasons", [0, 1, 2])
def test_an_unfinished_turn_is_kept(tmp_path: Path, seasons: int) -> None:
    session = new()
    for _ in range(seasons):
        session.end_season()
    order = Order("report", None, (777_000,)) if seasons == 2 else Order("ration", None, (444,))
    session.give(order)
    loaded = saves.load(saved(session, tmp_path))
    assert (loaded.phase, loaded.turn) == (session.phase, session.turn)
    assert loaded.given == session.given
    assert loaded.can_undo


def test_an_empty_desk_is_kept(tmp_path: Path) -> None:
    session = new()
    session.end_season()
    session.end_season()
    assert saves.load(saved(session, tmp_path)).phase == DESK


def test_the_same_game_gives_the_same_bytes(tmp_path: Path) -> None:
    assert saves.dumps(played(turns=3)) == saves.dumps(played(turns=3))


def test_a_changed_level_does_not_change_a_saved_game(tmp_path: Path) -> None:
    """The coefficients and the level of the day are in the save."""
    session = played(turns=4)
    lines = lines_of(saved(session, tmp_path))
    bundle = gather(places.levels() / LEVEL)
    params = bundle.files["_standard/params.toml"].decode()
    older = re.sub(r"(?<=\[canteen\.need_g_day\]\nvalue = )\d+", "500", params)
    assert older != params
    changed = type(bundle)(bundle.id, {**bundle.files, "_standard/params.toml": older.encode()})
    opened = from_bundle(changed)
    assert opened.params.canteen.need_g_day == 500
    other = Session.of(opened, session.seed, game_id="test", successor=SUCCESSOR)
    other.play_on(BOTS["historical"], 4)
    path = saves.save(other, tmp_path / "older.save.jsonl")
    loaded = saves.replay(path)
    assert loaded.difference is None
    assert digest(loaded.session.state) != lines[-1]["digest"]


def test_verify_names_the_turn_and_the_array(tmp_path: Path) -> None:
    path = saved(played(turns=6), tmp_path)
    lines = lines_of(path)
    labour = next(order for order in lines[2]["orders"] if order[0] == "ration")
    labour[2] = [123]
    loaded = saves.replay(write(path, lines))
    assert loaded.difference is not None
    assert loaded.difference.turn == 1
    assert loaded.difference.array == "grain_kg"
    assert "turn 1" in str(loaded.difference)


def test_a_tampered_digest_is_named(tmp_path: Path) -> None:
    path = saved(played(turns=3), tmp_path)
    lines = lines_of(path)
    lines[3]["digest"] = "0" * 16
    found = saves.replay(write(path, lines)).difference
    assert found is not None
    assert (found.turn, found.array) == (2, "digest")


Corruption = Callable[[list[dict]], str]


def corruptions() -> dict[str, Corruption]:
    def cut(lines: list[dict]) -> str:
        return "".join(json.dumps(line) + "\n" for line in lines)[:-40]

    def dropped(key: str) -> Corruption:
        def change(lines: list[dict]) -> str:
            del lines[0][key]
            return "".join(json.dumps(line) + "\n" for line in lines)

        return change

    def put(place: int, **more: object) -> Corruption:
        def change(lines: list[dict]) -> str:
            lines[place].update(more)
            return "".join(json.dumps(line) + "\n" for line in lines)

        return change

    return {
        "empty": lambda lines: "",
        "prose": lambda lines: "Dear diary\n",
        "a list": lambda lines: "[1, 2]\n",
        "deep": lambda lines: "[" * 100_000,
        "cut off": cut,
        "no level": dropped("level"),
        "no files": dropped("files"),
        "no seed": dropped("seed"),
        "a newer format": put(0, save=99),
        "negative seed": put(0, seed=-4),
        "negative run": put(0, run=-4),
        "another level's name": put(0, level="../elsewhere"),
        "digest of another level": put(0, level_digest="0"),
        "files that are not packed": put(0, files={"level.toml": "????"}),
        "files that climb": put(0, files={"../level.toml": ""}),
        "turn missing": put(2, turn=5),
        "unknown order": put(2, orders=[["abolish", None, [1]]]),
        "unknown unit": put(2, orders=[["labour", "Nowhere", [1, 1, 1, 1]]]),
        "orders are a number": put(2, orders=3),
        "order too short": put(2, orders=[["ration"]]),
        "order of text": put(2, orders=[["ration", None, ["many"]]]),
        "huge number": put(2, orders=[["ration", None, [10**30]]]),
    }


@pytest.mark.parametrize("form", [1, 2])
@pytest.mark.parametrize("name", sorted(corruptions()))
def test_a_corrupt_save_says_so_in_one_line(tmp_path: Path, name: str, form: int) -> None:
    path = saved(played(turns=3), tmp_path)
    lines = lines_of(path)
    lines[0]["save"] = form
    broken = corruptions()[name](lines)
    path.write_text(broken, "utf-8")
    with pytest.raises(SaveError) as caught:
        saves.replay(path)
    message = str(caught.value)
    assert "\n" not in message
    assert str(path) in message
    assert ";" in message
    assert path.read_text("utf-8") == broken  # left as it was


def test_binary_and_missing_files_are_told(tmp_path: Path) -> None:
    path = tmp_path / "noise"
    path.write_bytes(bytes(range(256)))
    for each in (path, tmp_path / "missing", tmp_path):
        with pytest.raises(SaveError):
            saves.load(each)


def test_more_turns_than_the_level_has(tmp_path: Path) -> None:
    path = saved(played(), tmp_path)
    lines = lines_of(path)
    lines.append({**lines[-1], "turn": len(lines) - 1})
    with pytest.raises(SaveError, match="more turns"):
        saves.load(write(path, lines))


def test_a_place_that_can_not_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SaveError, match="can't be written"):
        saves.save(new(), tmp_path / "file" / "game.save.jsonl")


def test_autosaves_keep_ten_and_one_a_year_and_delete_nothing(tmp_path: Path) -> None:
    session = new()
    written = set()
    while not session.ended:
        session.play_on(BOTS["idle"], 1)
        written.add(saves.autosave(session, tmp_path).name)
    here = {path.name for path in tmp_path.glob("*.jsonl")}
    older = {path.name for path in (tmp_path / "older").glob("*.jsonl")}
    assert here | older == written
    assert not here & older
    turns = sorted(int(name.rpartition("-t")[2][:2]) for name in here)
    assert turns == [4, *range(7, 17)]
    assert not list(tmp_path.glob("*.part"))


def test_newest_is_what_continue_goes_on_with(tmp_path: Path) -> None:
    assert saves.newest(tmp_path / "nothing") is None
    session = new()
    session.play_on(BOTS["idle"], 1)
    first = saves.autosave(session, tmp_path)
    assert saves.newest(tmp_path) == first
    session.play_on(BOTS["idle"], 1)
    second = saves.autosave(session, tmp_path)
    assert saves.newest(tmp_path) == second
    second.write_text("damaged", "utf-8")
    assert saves.newest(tmp_path) == first


def test_an_autosave_never_overwrites_what_it_can_not_read(tmp_path: Path) -> None:
    session = new()
    path = saves.autosave(session, tmp_path)
    path.write_text("damaged", "utf-8")
    assert saves.autosave(session, tmp_path) == path
    aside = tmp_path / "older" / path.name
    assert aside.read_text("utf-8") == "damaged"
