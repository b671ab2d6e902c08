"""Willow Bend loads, and the map is its land."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from game.levelfiles.errors import LevelError
from game.levelfiles.load import Loaded, load, load_all
from game.levelfiles.place import FALLOW
from game.levelfiles.shipped import available, find
from game.levelfiles.text import briefing, words_in
from game.places import levels
from game.sim.orders import KINDS, opens
from game.sim.stages import Stage
from tests.levelfiles.conftest import change, words_of

WILLOW = levels() / "willow_bend"


@pytest.fixture(scope="module")
def willow() -> Loaded:
    return load_all(WILLOW)


def test_it_is_the_village_of_the_briefing(willow: Loaded) -> None:
    level = willow.level
    assert len(level.units) == 8
    assert level.people.sum() == 7800
    assert level.turns == 16
    assert level.calendar(0) == (1958, 3)
    assert level.calendar(level.months - 1) == (1962, 2)
    assert willow.subtitle_zh == "柳湾公社"
    assert "7,800 people" in willow.briefing.replace("\n", " ")
    assert 165_000 < level.land_ares.sum() < 190_000


def test_a_year_gives_the_food_of_1957(willow: Loaded) -> None:
    level = willow.level
    a_head = level.last_harvest_kg.sum() / level.people.sum()
    assert 340 < a_head < 400
    wheat = [crop.id for crop in level.crops].index("wheat")
    sown = level.land_ares * level.crop_plan_pm[:, wheat] // 1000
    usual = sown * level.crops[wheat].yield_kg_ha // 100 * level.soil_pm // 1000
    assert (level.last_harvest_kg[0] == usual).all()


def test_the_plan_is_the_land_and_millet_follows_wheat(willow: Loaded) -> None:
    plan = dict(zip([c.id for c in willow.level.crops], willow.level.crop_plan_pm.T, strict=True))
    assert (plan["wheat"] + plan["maize"] + plan["sweet_potato"] == 1000).all()
    assert (plan["millet"] == plan["wheat"] * 800 // 1000).all()


def test_the_wheat_and_nothing_else_is_in_the_ground(willow: Loaded) -> None:
    level = willow.level
    wheat = [crop.id for crop in level.crops].index("wheat")
    assert (level.sown_pm[:, wheat] == level.crop_plan_pm[:, wheat]).all()
    assert level.sown_pm.sum() == level.sown_pm[:, wheat].sum()


def test_seed_in_store_is_enough_for_the_spring(willow: Loaded) -> None:
    level = willow.level
    need = np.zeros(len(level.units), dtype=np.int64)
    for c, crop in enumerate(level.crops):
        if not level.sown_pm[:, c].any():
            need += level.land_ares * level.crop_plan_pm[:, c] // 1000 * crop.seed_kg_ha // 100
    assert (level.seed_kg >= need).all()
    assert (level.seed_kg <= need * 12 // 10).all()


def test_zeal_and_hardness_are_two_things(willow: Loaded) -> None:
    link = np.corrcoef(willow.level.zeal_pm, willow.level.hardness_pm)[0, 1]
    assert abs(link) < 0.5


def test_every_array_is_closed_for_writing(willow: Loaded) -> None:
    for part in (willow.level, willow.level.track, *willow.level.crops, *willow.level.projects):
        for f in fields(part):
            value = getattr(part, f.name)
            assert not (isinstance(value, np.ndarray) and value.flags.writeable), f.name


def test_the_track_holds_what_it_says(willow: Loaded) -> None:
    track, month = willow.level.track, lambda y, m: (y - 1958) * 12 + m - 3
    assert track.climate_pm[month(1958, 10)] == 1000
    assert track.climate_pm[month(1959, 5)] < track.climate_pm[month(1959, 9)]
    assert track.halls[month(1958, 8)] == 0
    assert track.halls[month(1958, 9)] == 2
    assert track.halls[month(1959, 6)] == 0
    assert track.halls[month(1961, 6)] == 0
    assert track.stage[month(1958, 8)] == Stage.HIGHER_COOP
    assert track.stage[month(1958, 9)] == Stage.COMMUNE
    assert track.stage[month(1961, 10)] == Stage.TEAM
    assert track.free_meals[month(1958, 11)] == 1
    assert track.free_meals[month(1958, 12)] == 0


def test_orders_come_as_the_years_bring_them(willow: Loaded) -> None:
    level = willow.level
    first = {kind.name for kind in KINDS if opens(level, kind.name) <= 2}
    assert first == {"labour", "asked", "ration", "weigh"}
    assert {kind.name for kind in KINDS if opens(level, kind.name) >= level.months} == set()


@pytest.mark.parametrize("name", ["first_harvest", "willow_bend", "terraces", "dry_hills"])
def test_the_first_season_shows_four_orders(name: str) -> None:
    level = load_all(levels() / name).level
    assert len([kind for kind in KINDS if opens(level, kind.name) <= 2]) == 4


def test_every_event_has_words_and_a_source(willow: Loaded) -> None:
    level = willow.level
    assert len(level.events) >= 45
    for event in level.events:
        assert level.words[event.id]
        assert event.source
    assert any(event.fictional for event in level.events)
    assert all(e.fictional for e in level.events if e.voice == "telephone")
    months = [event.month for event in level.events]
    assert months == sorted(months)


def test_the_loudspeaker_is_quoted(willow: Loaded) -> None:
    for event in willow.level.events:
        if event.voice == "loudspeaker":
            assert "“" in willow.level.words[event.id], event.id


def test_every_household_has_a_name_and_a_story(willow: Loaded) -> None:
    words = willow.level.words
    assert len(willow.level.households) == 10
    for household in willow.level.households:
        assert words[household.id]
        assert words[f"{household.id}.story"]
        assert {0, 1, 2} >= set(household.ages)


def test_no_words_of_contests(willow: Loaded) -> None:
    text = " ".join([*willow.level.words.values(), willow.briefing]).lower()
    for word in ("score", "victory", "high score", "achievement", "leaderboard", " win "):
        assert word not in text


def test_a_field_moved_to_another_brigade_moves_its_land(village: Path) -> None:
    before, _ = load(village)
    text = (village / "map.tmx").read_text("utf-8")
    start = text.index('type="field"')
    spot = text.index('value="Willow Bend"', start)
    head = text[text.rindex("<object", 0, spot) : spot]
    size = {key: int(head.split(f'{key}="')[1].split('"')[0]) // 32 for key in ("width", "height")}
    moved = text[:spot] + 'value="Pine Ridge"' + text[spot + len('value="Willow Bend"') :]
    (village / "map.tmx").write_text(moved, "utf-8")
    after, _ = load(village)
    ares = size["width"] * size["height"] * load_all(village).map.ares_per_tile
    change_of = dict(zip(before.units, (after.land_ares - before.land_ares).tolist(), strict=True))
    others = {name: 0 for name in before.units if name not in ("Willow Bend", "Pine Ridge")}
    assert change_of == {"Willow Bend": -ares, "Pine Ridge": ares, **others}
    assert after.last_harvest_kg[:, 2].sum() > before.last_harvest_kg[:, 2].sum()
    assert after.land_ares.sum() == before.land_ares.sum()


def test_a_field_that_lies_fallow_leaves_the_plan(village: Path) -> None:
    before, _ = load(village)
    change(village, "map.tmx", 'name="crop" value="wheat"', f'name="crop" value="{FALLOW}"')
    after, _ = load(village)
    assert (after.land_ares == before.land_ares).all()
    assert after.crop_plan_pm.sum() < before.crop_plan_pm.sum()


def test_a_level_may_change_a_coefficient(village: Path) -> None:
    _, before = load(village)
    text = (village / "level.toml").read_text("utf-8")
    added = '[params.harvest.shed_pm]\nvalue = 400\nsource = "assumption"\n'
    (village / "level.toml").write_text(text + added, "utf-8")
    _, after = load(village)
    assert after.harvest.shed_pm == 400
    assert after.harvest.careless_pm == before.harvest.careless_pm


def test_what_is_not_translated_stays_english(village: Path) -> None:
    loaded = load_all(village)
    words = '[crops]\nwheat = "冬小麦"\n'
    (village / "words.zh.toml").write_text(words, "utf-8")
    spoken = words_in(village, "zh", loaded.level.words, loaded.ids)
    assert spoken["wheat"] == "冬小麦"
    assert spoken["maize"] == loaded.level.words["maize"]
    assert briefing(village, "zh", []) == loaded.briefing


def test_levels_are_found_by_name_and_by_path(village: Path) -> None:
    assert "willow_bend" in [each.id for each in available()]
    assert "_standard" not in [each.id for each in available()]
    assert find("willow_bend") == WILLOW
    assert find(str(village)) == village
    assert find(str(village / "level.toml")) == village


def test_a_level_that_is_not_there() -> None:
    with pytest.raises(LevelError) as error:
        find("wilow_bend")
    told = words_of(error.value).splitlines()
    assert told[:2] == ["levels: the level", "  found:    no level 'wilow_bend'"]
    assert told[3] == "  fix:      did you mean 'willow_bend'?"


def test_a_list_of_levels_shows_one_that_is_broken(tmp_path: Path) -> None:
    (tmp_path / "torn").mkdir()
    (tmp_path / "torn" / "level.toml").write_text("= = =", "utf-8")
    assert [(each.id, each.title) for each in available(tmp_path)] == [("torn", "torn")]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(LevelError, match="no such folder"):
        load(tmp_path / "nowhere")


def test_the_map_keeps_what_the_picture_needs(willow: Loaded) -> None:
    facts = willow.map
    assert (facts.width, facts.depth) == (60, 60)
    tiles = sum(plot.tiles for plot in facts.fields)
    assert tiles * facts.ares_per_tile == willow.level.land_ares.sum()
    assert {place.unit for place in facts.of("brigade")} == set(willow.level.units)
    for unit in willow.level.units:
        assert facts.of("house", unit)
        assert facts.of("granary", unit)
        assert facts.of("threshing", unit)
        assert 0 < facts.centre(unit)[0] < 60
    for kind in ("office", "school", "furnaces", "dam", "bridge"):
        assert len(facts.of(kind)) == 1, kind
    assert facts.of("dam")[0].properties["project"] == "north_dam"


def test_nothing_stands_on_a_field(willow: Loaded) -> None:
    taken = np.zeros((60, 60), dtype=bool)
    for plot in willow.map.fields:
        taken[plot.b : plot.b + plot.d, plot.a : plot.a + plot.w] = True
    for place in willow.map.places:
        spot = taken[int(place.b) : int(place.b + place.d), int(place.a) : int(place.a + place.w)]
        assert not spot.any(), place
