"""What can be played but is likely a mistake: hands, seed, food, quota, roads, sources, words.

Asked only of a level that loads, and only for people who make levels: the game itself skips it.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

import numpy as np

from game.levelfiles.errors import Problem, meant, one_of, shown
from game.levelfiles.lint import level_texts
from game.levelfiles.load import Loaded
from game.levelfiles.roads import cut_off
from game.levelfiles.text import SECTIONS, words_of
from game.levelfiles.tiled import FILE as MAP
from game.levelfiles.tiled import RawMap, read_map
from game.levelfiles.tiledproject import pictures
from game.levelfiles.tilesets import Place, inside
from game.sim.arrays import Ints
from game.sim.level import Level
from game.sim.params import Params
from game.sim.rules.quota import asked_pm

FILE = "level.toml"
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
MONTH_DAYS = 30
SLACK_PM = 1000
"""Hands wanted beside hands there, in the worst month, from which some of the crop is lost."""


def likely(loaded: Loaded, home: Place) -> Iterator[Problem]:
    """All warnings and hints of a level that loads."""
    level, params = loaded.level, loaded.params
    yield from _hands(level, params)
    yield from _quota(level, params)
    yield from _events(loaded)
    yield from level_texts(level, home)
    if level.apart:
        return
    yield from _seed(level)
    yield from _food(level, params)
    yield from _nothing(level)
    yield from _words(loaded, home)
    found: list[Problem] = []
    raw = read_map(home, found)
    if raw is not None:
        yield from _roads(loaded, raw)
        yield from _pictures(raw)
        yield from _tiles(raw, home)
        yield from _missing(raw, home)


def _hands(level: Level, params: Params) -> Iterator[Problem]:
    """Whether the hands of 1957 can work the land in the worst month."""
    p = params.labour
    shares = np.array([p.child_hands_pm, p.adult_hands_pm, p.old_hands_pm], dtype=np.int64)
    there = (level.people * shares).sum(axis=1) // 1000 * p.days_month
    wanted = np.stack([_days(level, month) for month in range(12)])
    worst = wanted.argmax(axis=0)
    for u, unit in enumerate(level.units):
        month = int(worst[u])
        days, hands = int(wanted[month, u]), int(there[u])
        if days * 1000 > hands * SLACK_PM:
            text = f"{days} labour-days wanted in {MONTHS[month]}"
            expected = f"at most {hands}, what its people can give"
            fix = "give it more people, less land, or a lower toil_pm"
            yield Problem(FILE, _brigade(level, unit), text, expected, fix, "W501")


def _days(level: Level, month: int) -> Ints:
    """Labour-days that the fields want in a calendar month of a usual year, (U,)."""
    days = np.zeros(len(level.units), dtype=np.int64)
    for c, crop in enumerate(level.crops):
        ares = level.land_ares * level.crop_plan_pm[:, c] // 1000
        pm_days = (
            int(crop.sow_pm[month]) * crop.sow_days_ha
            + int(crop.tend_pm[month]) * crop.tend_days_ha
            + int(crop.reap_pm[month]) * crop.reap_days_ha
        )
        days += ares * pm_days // 100_000 * level.toil_pm // 1000
    return days


def _quota(level: Level, params: Params) -> Iterator[Problem]:
    """Whether the first year's quota leaves what is never taken, in a calm climate."""
    q = params.quota
    year = level.last_harvest_kg.sum()
    people = level.people.sum()
    pm = asked_pm(np.array([year]), np.array([people]), q.base_pm, q.surplus_pm, q.norm_kg_head)
    asked = int(year * pm[0] // 1000 * int(level.track.take_pm[0]) // 1000)
    crops = zip(level.crops, level.crop_plan_pm.T, strict=True)
    seed = sum(
        int((level.land_ares * plan // 1000 * crop.seed_kg_ha // 100).sum()) for crop, plan in crops
    )
    feed = int(level.animals.sum()) * params.granary.feed_animal_kg_month * 4
    needed = int(people) * params.procurement.last_g_day * 365 // 1000
    left = int(year) - asked - seed - feed
    if left < needed:
        text = (
            f"of a usual year's {year} kg about {asked} kg are asked, {seed + feed} kg are seed "
            f"and feed, {max(0, left)} kg are left"
        )
        expected = f"{needed} kg or more: what is never taken from {people} people"
        fix = "give more or better land, or change [params.quota]"
        yield Problem(FILE, "[brigade]", text, expected, fix, "W502")


def _events(loaded: Loaded) -> Iterator[Problem]:
    for event in loaded.level.events:
        where = f"[event.{event.id}]"
        if not event.fictional and event.source == "assumption":
            expected = "a source, or fictional = true"
            fix = "name where it can be looked up"
            yield Problem(FILE, f"{where} source", "'assumption'", expected, fix, "W503")
        if event.when is not None and event.when.least_kg >= event.when.below_kg:
            text = f"{event.when.least_kg} kg or more, and less than {event.when.below_kg} kg"
            fix = "let at_least_kg be smaller than below_kg"
            yield Problem(FILE, f"{where} when", text, "bounds with room between", fix, "W510")


def _seed(level: Level) -> Iterator[Problem]:
    """Whether there is seed for what is sown before the first harvest of the same crop."""
    needed = np.zeros(len(level.units), dtype=np.int64)
    first = level.calendar(0)[1] - 1
    for c, crop in enumerate(level.crops):
        ahead = np.roll(crop.sow_pm, -first), np.roll(crop.reap_pm, -first)
        sowing, reaping = (int(np.argmax(each > 0)) for each in ahead)
        if sowing <= reaping:  # later ones are sown from their own harvest
            unsown = np.maximum(0, level.crop_plan_pm[:, c] - level.sown_pm[:, c])
            needed += level.land_ares * unsown // 1000 * crop.seed_kg_ha // 100
    for u, unit in enumerate(level.units):
        if level.seed_kg[u] * 10 < needed[u] * 9:  # a tenth more or less is the level's own matter
            text = f"{level.seed_kg[u]} kg"
            expected = f"{needed[u]} kg or more, for the first sowing"
            key = f"{_brigade(level, unit)} seed_kg"
            yield Problem(FILE, key, text, expected, f"seed_kg = {needed[u]}", "W506")


def _food(level: Level, params: Params) -> Iterator[Problem]:
    """Whether stores last until the first main harvest, with what is never taken as a meal."""
    months = level.months_to_main_harvest(level.calendar(0)[1]) - 1
    a_month = level.people.sum(axis=1) * params.procurement.last_g_day * MONTH_DAYS // 1000
    for u, unit in enumerate(level.units):
        needed = int(a_month[u] * months[u])
        if int(level.granary_kg[u]) < needed:
            text = f"{level.granary_kg[u]} kg for {level.people[u].sum()} people"
            expected = f"{needed} kg or more, for {months[u]} months to the first main harvest"
            key = f"{_brigade(level, unit)} granary_kg"
            yield Problem(FILE, key, text, expected, f"granary_kg = {needed}", "W507")


def _nothing(level: Level) -> Iterator[Problem]:
    if not level.track.opens.any():
        text = 'lines such as labour = "1958-03"'
        fix = "copy [orders] from levels/willow_bend/level.toml"
        yield Problem(FILE, "[orders]", "no order can ever be given", text, fix, "W508")
    for u, unit in enumerate(level.units):
        if not level.crop_plan_pm[u].any():
            fix = "set the property crop of its fields on the map"
            text = "all its land lies fallow"
            yield Problem(FILE, _brigade(level, unit), text, "a crop on some field", fix, "W509")


def _words(loaded: Loaded, home: Place) -> Iterator[Problem]:
    for language in languages(home):
        if language == "en":
            continue
        file = f"words.{language}.toml"
        has = [(home / name).is_file() for name in (file, f"briefing.{language}.md")]
        if has == [True, False]:
            name = f"briefing.{language}.md"
            yield Problem(name, "the file", "no such file", "a briefing", "translate it", "H603")
        elif has == [False, True]:
            yield Problem(file, "the file", "no such file", "the words", "translate them", "H603")
        if has[0]:
            yield from _untranslated(loaded, home, language, file)


def _untranslated(loaded: Loaded, home: Place, language: str, file: str) -> Iterator[Problem]:
    there = words_of(home, language, loaded.ids)
    for section, ids in loaded.ids.by_section.items():
        must = SECTIONS[section][0]
        for name in ids:
            for key in must:
                itself = key in ("name", "text")
                if (name if itself else f"{name}.{key}") not in there:
                    where = f"[{section}] {name}" + ("" if itself else f".{key}")
                    fix = "translate it; till then it is shown in English"
                    yield Problem(file, where, "nothing", "a text", fix, "W504")


def languages(home: Place) -> list[str]:
    """The languages that a level has words or a briefing in."""
    if isinstance(home, Path):
        names = [each.name for each in home.iterdir()] if home.is_dir() else []
    else:
        names = home.names()
    found = {"en"}
    for name in names:
        parts = name.split(".")
        if len(parts) == 3 and (parts[0], parts[2]) in (("words", "toml"), ("briefing", "md")):
            found.add(parts[1])
    return sorted(found)


def _roads(loaded: Loaded, raw: RawMap) -> Iterator[Problem]:
    by_place = {each.name: each for each in raw.objects if each.kind == "brigade"}
    for unit in cut_off(loaded.map, raw):
        where = str(by_place[unit]) if unit in by_place else "map"
        fix = "paint road tiles on the layer ground"
        text = "no road or yard leads from here to the office"
        yield Problem(MAP, where, text, "a way for carts", fix, "W505")


def _pictures(raw: RawMap) -> Iterator[Problem]:
    known: Collection[str] = pictures()
    for each in raw.objects:
        kind = each.properties.get("kind", "")
        if kind and kind not in known:
            near = meant(kind, known)
            fix = f"did you mean {near!r}?" if near else "take it out: the class says what it is"
            yield Problem(MAP, f"{each} kind", shown(kind), one_of(known, 12), fix, "W511")


def _tiles(raw: RawMap, home: Place) -> Iterator[Problem]:
    lent = [each for each in raw.tilesets if each.lent]
    if lent and isinstance(home, Path):
        name = lent[0].whole.get("name", "")
        fix = "python main.py new-level NAME --from FOLDER makes a copy with the tiles"
        text = f"the tileset {name!r} is not where the map says; the game uses its own"
        yield Problem(MAP, "tilesets", text, "tilesets beside the map", fix, "H601")


def _missing(raw: RawMap, home: Place) -> Iterator[Problem]:
    for tileset in raw.tilesets:
        pictures_ = {image.get("source", "") for image in tileset.whole.iter("image")}
        for source in sorted(pictures_):
            there, _ = inside(tileset.home, home, source)
            if there is None and not tileset.lent:
                name, fix = tileset.whole.get("name", ""), "put it beside its tileset"
                text = f"the picture {shown(source)} of the tileset {name!r} is not there"
                yield Problem(MAP, "tilesets", text, "a picture for Tiled to show", fix, "H604")


def _brigade(level: Level, unit: str) -> str:
    return f"[drawn] {unit}" if level.apart else f'[brigade."{unit}"]'
