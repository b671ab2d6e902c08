"""Animals: they show what there is to eat, by being there or not."""

from game.sim.views import UnitView
from game.ui.map.buildings import FINE_G, SCARCE_G
from game.ui.map.fields import Patch
from game.ui.map.grid import chance, pick
from game.ui.map.items import Item, foot
from game.ui.map.setting import Setting, distance

HENS, DUCKS, OXEN = 4, 3, 3
ANIMALS_PER_OX = 40  # where it is not known how many there were
KEPT = 0.25, 0.5  # of a herd: at and below this share no ox is seen, and no fowl
SWIM = 7  # tiles from the hamlet within which its ducks swim


def _kept(setting: Setting, unit: UnitView, least: float) -> float:
    """How much is left of the brigade's animals beyond a least share of what it had."""
    before = setting.herds.get(unit.name, 0)
    share = unit.animals / before if before else 1.0
    return min(1.0, max(0.0, (share - least) / (1 - least)))


def fowl(setting: Setting, unit: UnitView, most: int) -> int:
    """How many hens or ducks are left of `most`.

    They go with what there is to eat, and come back no sooner than the herd does.
    """
    food = FINE_G if setting.view.turn == 0 else unit.eaten_g_day
    share = min(1.0, max(0.0, (food - SCARCE_G) / (FINE_G - SCARCE_G)))
    return round(most * min(share, _kept(setting, unit, KEPT[1])))


def oxen(setting: Setting, unit: UnitView) -> int:
    """How many oxen are seen: of three, as many as the herd has kept."""
    if not setting.herds.get(unit.name):
        return min(OXEN, -(-unit.animals // ANIMALS_PER_OX))
    return round(OXEN * _kept(setting, unit, KEPT[0]))


def _hens(setting: Setting, unit: UnitView) -> list[Item]:
    houses = setting.open_houses(unit)
    found = []
    for at in range(fowl(setting, unit, HENS) if houses else 0):
        house = houses[pick(len(houses), "coop", unit.name, at // 2)]
        a = house.a + house.w * chance("hen", unit.name, at) + 0.3
        b = house.b + max(house.d, 1) + 0.35 + 0.6 * chance("hen b", unit.name, at)
        found.append(foot("hen", a, b, mirrored=at % 2 == 0))
    return found


def _ducks(setting: Setting, unit: UnitView) -> list[Item]:
    home = setting.home(unit)
    pond = sorted(
        (at for at in setting.ground.water if distance(at, home) < SWIM * SWIM),
        key=lambda at: (chance("pond", *at), at),
    )
    count = fowl(setting, unit, DUCKS) if setting.view.season < 3 else 0
    found = []
    for at, (a, b) in enumerate(pond[:1] * count):
        off = 0.35 * (at - 1)
        found.append(foot("duck", a + off, b + 0.3 * chance("duck", a, b, at), mirrored=at > 1))
    return found


def _oxen(setting: Setting, unit: UnitView, patches: list[Patch]) -> list[Item]:
    count = oxen(setting, unit)
    ploughed = [patch for patch in patches if patch.stage in {"plough", "sprout"}]
    houses = setting.open_houses(unit)
    found = []
    for at in range(count):
        if ploughed and setting.view.season != 3:
            patch = ploughed[pick(len(ploughed), "furrow", unit.name, at)]
            spot = (patch.a + 0.6, patch.b + 0.5)
        elif houses:
            house = houses[pick(len(houses), "stall", unit.name, at)]
            spot = (house.a + max(house.w, 1) + 0.5, house.b + 0.8)
        else:
            continue
        found.append(foot("ox", *spot, mirrored=chance("ox", unit.name, at) < 0.5))
    return found


def animals(setting: Setting) -> list[Item]:
    """All that is left of them."""
    found: list[Item] = []
    for unit in setting.view.units:
        patches = setting.patches.get(unit.name, [])
        found += _hens(setting, unit) + _ducks(setting, unit) + _oxen(setting, unit, patches)
    return found
