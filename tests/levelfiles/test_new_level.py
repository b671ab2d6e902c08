"""A new level works wherever it is put; levels are found; findings have four formats."""

import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game import places
from game.cli.main import entry
from game.levelfiles import formats, shipped
from game.levelfiles.errors import LevelError
from game.levelfiles.findings import look
from game.levelfiles.load import load_all
from game.levelfiles.newlevel import NewLevelError, make, template
from game.levelfiles.shipped import available, find, installed
from game.levelfiles.text import questions_of

SHIPPED = [each.id for each in available(headless=True)]
PLAYED = [each.id for each in available()]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "user_data", lambda: tmp_path / "data")
    monkeypatch.setattr(shipped, "_named", [])


def put(folder: Path, line: str) -> None:
    path = folder / "level.toml"
    text = path.read_text("utf-8").replace("format = 1\n", f"format = 1\n{line}\n")
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_found_in_what_is_shipped(name: str) -> None:
    found = look(find(name))
    assert found.sound
    assert not found.problems, "\n".join(map(str, found.problems))


@pytest.mark.parametrize("name", ["", *PLAYED])
def test_a_new_level_has_no_problems_and_needs_nothing_else(name: str, tmp_path: Path) -> None:
    source = find(name) if name else template()
    folder = make("red_bank", tmp_path / "far" / "away", source)
    found = look(folder)
    assert found.sound
    assert not found.problems, "\n".join(map(str, found.problems))
    loaded, before = load_all(folder), load_all(source)
    assert loaded.title == "Red Bank"
    assert loaded.level.id == "red_bank"
    assert (loaded.level.land_ares == before.level.land_ares).all()
    for tileset in ET.parse(folder / "map.tmx").getroot().findall("tileset"):
        tsx = folder / tileset.get("source", "")
        assert tsx.is_relative_to(folder)
        for image in ET.parse(tsx).getroot().iter("image"):
            assert (tsx.parent / image.get("source", "")).is_file()
    assert (folder / "level.toml").read_text("utf-8").startswith("#:schema schema.json\n")
    assert (folder / "words.en.toml").read_text("utf-8").startswith("#:schema words-schema.json\n")
    project = json.loads((folder / "red_bank.tiled-project").read_text("utf-8"))
    assert "field" in {each["name"] for each in project["propertyTypes"]}


@pytest.mark.parametrize("name", ["", "Red Bank", "../x", "9lives", "a" * 60, "con.", "a"])
def test_a_name_that_can_be_no_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(NewLevelError, match="small letters"):
        make(name, tmp_path, template())
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    folder = make("red_bank", tmp_path, template())
    put(folder, "# mine")
    with pytest.raises(NewLevelError, match="is there already"):
        make("red_bank", tmp_path, template())
    assert "# mine" in (folder / "level.toml").read_text("utf-8")


def test_nothing_is_left_of_a_copy_that_fails(tmp_path: Path) -> None:
    source = make("one", tmp_path, template())
    put(source, "unknown = 1")
    with pytest.raises(LevelError):
        make("two", tmp_path, source)
    assert not (tmp_path / "two").exists()


def test_a_map_that_lost_its_tiles_still_loads_and_is_told(tmp_path: Path) -> None:
    folder = make("red_bank", tmp_path, template())
    before = load_all(folder).map
    (folder / "tiles/ground.tsx").unlink()
    assert load_all(folder).map == before
    assert [each.code for each in look(folder).problems] == ["H601"]


def test_a_tileset_that_lost_its_picture_is_told(tmp_path: Path) -> None:
    folder = make("red_bank", tmp_path, template())
    (folder / "tiles/ground.png").unlink()
    assert [each.code for each in look(folder).problems] == ["H604"]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert entry(["new-level", "red_bank"]) == 0
    folder = tmp_path / "data/levels/red_bank"
    assert str(folder) in capsys.readouterr().out
    assert find("red_bank") == folder
    assert entry(["check", "red_bank", "--strict"]) == 0
    assert entry(["run", "red_bank", "--turns", "1"]) == 0
    assert entry(["new-level", "red_bank"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert entry(["new-level", "x y"]) == 2


# Found --------------------------------------------------------------------------------------------


def test_levels_are_found_in_all_folders_and_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make("red_bank", shipped.user_levels(), template())
    make("two_wells", tmp_path / "more", template())
    assert entry(["levels", "--levels", str(tmp_path / "more")]) == 0
    text = capsys.readouterr().out
    assert "Red Bank  苇湾  version 1  en  Your name" in text
    assert "two_wells" in text
    assert str(shipped.user_levels()) in text
    assert entry(["levels", "--levels", str(tmp_path / "nowhere")]) == 2


def test_a_mod_takes_a_place_only_if_it_says_so(tmp_path: Path) -> None:
    quiet = make("willow_bend", shipped.user_levels(), template())
    own = places.levels() / "willow_bend"
    assert find("willow_bend") == installed("willow_bend") == own
    clashing = next(each for each in available() if each.path == quiet)
    assert "there is a level 'willow_bend'" in clashing.trouble
    assert shipped.clash(clashing).code == "L226"
    loud = make("other_bend", shipped.user_levels(), template())
    put(loud, 'overrides = "willow_bend"')
    assert find("willow_bend") == loud
    assert own not in [each.path for each in available()]
    assert find("other_bend") == loud


def test_a_list_opens_whatever_lies_in_the_folder(tmp_path: Path) -> None:
    home = shipped.user_levels()
    home.mkdir(parents=True)
    (home / "torn.zip").write_bytes(b"PK\x03\x04 no more")
    (home / "empty").mkdir()
    (home / "notes.txt").write_text("mine", "utf-8")
    (home / "strange").mkdir()
    (home / "strange/level.toml").write_text('title = 3\nauthors = "x"\n', "utf-8")
    there = {each.id: each for each in available()}
    assert there["torn"].trouble
    assert there["strange"].title == "3"
    assert {"empty", "notes"} & set(there) == set()


# Formats ------------------------------------------------------------------------------------------


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    folder = make("red_bank", tmp_path, template())
    put(folder, "weighing = 3")
    path = folder / "level.toml"
    text = path.read_text("utf-8").replace('source = "communisation"', 'source = "assumption"')
    path.write_text(text, "utf-8")
    return folder


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = entry(["check", *map(str, arguments)])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_text(torn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = checked(capsys, torn)
    assert code == 2
    assert "level.toml:7:1: error L201: weighing\n    7 | weighing = 3\n      | ^^^^^^^^\n" in err
    assert "did you mean 'weighings'?" in err
    assert "1 error; each code has a page, as docs/problems/L201.md" in err


def test_json(torn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = checked(capsys, torn, "--format", "json")
    row = json.loads(out)["problems"][0]
    assert code == 2
    assert (row["code"], row["file"], row["line"], row["column"]) == ("L201", "level.toml", 7, 1)
    assert row["severity"] == "error"
    assert row["page"] == "docs/problems/L201.md"


def test_sarif(torn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = checked(capsys, torn, "--format", "sarif")
    run = json.loads(out)["runs"][0]
    result = run["results"][0]
    assert result["level"] == "error"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"L201"}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == f"{torn}/level.toml"
    assert place["region"] == {"startLine": 7, "startColumn": 1}


def test_github(torn: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = checked(capsys, torn, "--format", "github")
    assert out.startswith(f"::error file={torn}/level.toml,line=7,col=1,title=L201::weighing")
    assert formats._escaped("a\nb%") == "a%0Ab%25"


def test_a_baseline_tells_only_what_is_new(
    torn: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = tmp_path / "known.json"
    assert checked(capsys, torn, "--write-baseline", known)[0] == 2
    path = torn / "level.toml"
    path.write_text("# one line more\n" + path.read_text("utf-8"), "utf-8")
    assert checked(capsys, torn, "--baseline", known) == (0, "", "")
    put(torn, "another = 1")
    code, _, err = checked(capsys, torn, "--baseline", known)
    assert code == 2
    assert "another" in err
    assert "weighing" not in err
    known.write_text("[]", "utf-8")
    assert checked(capsys, torn, "--baseline", known)[0] == 2


def test_warnings_pass_unless_strict_and_can_be_ignored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make("red_bank", tmp_path, template())
    path = folder / "level.toml"
    text = path.read_text("utf-8").replace('source = "communisation"', 'source = "assumption"')
    path.write_text(text, "utf-8")
    assert checked(capsys, folder)[0] == 0
    assert checked(capsys, folder, "--strict")[0] == 2
    put(folder, 'ignore = ["W503"]')
    assert checked(capsys, folder, "--strict")[0] == 0


def test_a_zip_plays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make("red_bank", tmp_path / "source", template())
    with zipfile.ZipFile(tmp_path / "red_bank.zip", "w") as whole:
        for each in sorted(folder.rglob("*")):
            whole.write(each, each.relative_to(folder.parent).as_posix())
    assert entry(["run", "red_bank", "--levels", str(tmp_path), "--turns", "1"]) == 0
    assert entry(["check", str(tmp_path / "red_bank.zip")]) == 0
    assert "no problems found" in capsys.readouterr().out


def test_a_level_asks_its_own_questions(tmp_path: Path) -> None:
    folder = make("red_bank", tmp_path, template())
    path = folder / "words.en.toml"
    text = path.read_text("utf-8")
    path.write_text(
        f'{text}\n[questions]\nkey = "Who kept the key?"\ncarts = "Where to?"\n', "utf-8"
    )
    assert not look(folder).problems
    assert questions_of(load_all(folder).level.words) == ("Who kept the key?", "Where to?")
    assert questions_of(load_all(template()).level.words) == ()
