"""The peer: a month of one brigade as plain Python, one number at a time.

A port of the rules that game/sim/turn.py runs in a month: the same sequence, the same whole-number
formulas, the same keyed draws, on one brigade's numbers kept in attributes. What the rules share
out over a commune (furnace fuel, a dam) is reckoned here for the brigade alone; the desk (report,
procurement, standing) is left out. So it does somewhat less than the core does in the time that is
compared with it. Coefficients stand here as numbers: a lookup in a table of them would cost extra.
It is written for speed as far as plain Python goes: local names, no classes of numbers, no copies.
"""

from benchmarks.peers.fields import Fields
from benchmarks.peers.tools import (
    ALL,
    BIRTH_RESERVE,
    CAPACITY,
    CROPS,
    DEATH_BASE,
    DEATH_RESERVE,
    HANDS,
    HEADS,
    LEAVE_RESERVE,
    RESERVE_FALL,
    STRIDE,
    WILLING,
    mixed,
    name_bits,
    response,
    rounded,
)


class Brigade(Fields):
    """One brigade: all that changes, and the orders in force."""

    def __init__(self, run: int, number: int) -> None:
        """A brigade of 1250 people in March 1958."""
        self.run, self.number, self.turn = run, number, 0
        self.people, self.reserve, self.fed = [462, 626, 162], [1000] * 3, [1000] * 3
        self.past = [1000] * 9
        self.labour_days, self.effort, self.soil, self.tools = 15_000, 900, 1000, 1000
        self.animals, self.herd, self.land, self.forest = 100, 100, 36_000, 1000
        self.sown = [self.land * crop[5] // 1000 if crop[8].get(6) else 0 for crop in CROPS]
        self.vigour, self.ripe, self.standing = [1000] * 4, [0] * 4, [0] * 4
        self.stubble, self.left_ares = [0] * 4, [0] * 4
        self.granary, self.seed, self.feed, self.hidden = 85_600, 14_500, 4_800, 0
        self.store, self.books_eaten, self.iron_good, self.iron_poor = 85_600, 0, 0, 0
        self.fields_pm, self.fires_pm, self.ditches_pm, self.side_pm = 700, 150, 50, 100
        self.close, self.deep, self.hide, self.ration, self.hall = 300, 300, 50, 500, 2
        self.furnaces, self.wanted, self.dam_days, self.dam = 2, 6, 0, 0
        self.soil_out, self.lost, self.eaten, self.private, self.fed_out = 0, 0, 0, 0, 0
        self.tally: dict[str, int] = {}

    def draw(self, name: str, low: int, high: int) -> int:
        """A whole number from low to high, by its key."""
        bits = mixed(mixed(1958 ^ name_bits(name)) + STRIDE * (self.turn + 1) & ALL)
        bits = mixed(bits + STRIDE * (self.run + 1) & ALL)
        bits = mixed(bits + STRIDE * (self.number + 1) & ALL)
        return low + ((bits >> 32) * (high - low + 1) >> 32)

    def count(self, name: str, amount: int) -> None:
        """Add to what is counted over the season."""
        self.tally[name] = self.tally.get(name, 0) + amount

    def month(self) -> None:
        """One month, in the order of turn.MONTH."""
        calendar = (self.turn + 2) % 12 + 1
        if self.turn % 3 == 0:
            self.tally = {}
        self.rest_land(calendar)
        self.ripen(calendar)
        self.send(calendar)
        self.reap(calendar)
        self.sow(calendar)
        self.tend(calendar)
        self.graze()
        self.smelt()
        self.dig()
        self.keep(calendar)
        self.serve(calendar)
        self.weaken()
        self.die()
        self.be_born()
        self.leave()
        self.muster()
        self.turn += 1

    def smelt(self) -> None:
        """Furnaces, iron, felled forest, melted and mended tools."""
        days = self.labour_days * self.fires_pm // 1000
        built = max(0, min(self.wanted - self.furnaces, days // 400))
        self.furnaces = min(self.furnaces, self.wanted) + built
        spent = min(1000, built * 400 * 1000 // max(1, days))
        days = days * (1000 - spent) // 1000 if built else days
        iron = days * 1000 // max(1, 90_000 * (1000 + 0 * 500 // 1000) // 1000)
        most = self.furnaces * 3000
        iron = iron * min(1000, most * 1000 // iron) // 1000 if iron else 0
        stands = 12_000 * self.forest
        ares = iron * 350 * 1000 // 1000
        felled = min(ares, stands)
        fuel = min(1000, felled * 1000 // ares) if ares else 1000
        felled = min(ares + sum(self.people) * 8, stands)
        iron = iron * fuel // 1000
        self.forest = max(0, self.forest + -felled // 12_000)
        scrap = iron * 500 // 1000
        good = scrap * 300 // 1000 + (iron - scrap) * 450 // 1000
        good = good * (1000 + self.draw("industry.heat", -150, 150)) // 1000
        good = max(0, min(good, iron))
        people = max(1, sum(self.people))
        self.tools -= min(self.tools, scrap * 8 // people)
        self.iron_poor += iron - good
        self.count("iron_good", good)
        self.count("iron_poor", iron - good)
        tools = max(0, self.tools - 6)
        each = max(1, people * 8 // 1000)
        mended = min(1000 - tools, (self.iron_good + good) // each, 5)
        self.tools = tools + mended
        self.iron_good += good - mended * each

    def dig(self) -> None:
        """Hands carry earth to the dam."""
        strength = sum(self.reserve) // 3
        days = self.labour_days * self.ditches_pm // 1000
        days = days * (400 + strength * 600 // 1000) // 1000
        luck = self.draw("works.dam", 0, 999)
        if not self.dam:
            self.dam_days += days
            if self.dam_days >= 200_000:
                self.dam = 1 if luck < 600 else 2

    def keep(self, calendar: int) -> None:
        """Seed and feed kept back, store losses, the written books."""
        need = 0
        for c, crop in enumerate(CROPS):
            waiting = max(0, self.land * crop[5] // 1000 - self.sown[c])
            need += waiting * crop[1] // 100
        want = need * 1000 // 1000
        freed = max(0, self.seed - want)
        gathering = 6 <= calendar <= 11
        to_seed = min(self.granary, max(0, want - self.seed)) if gathering else 0
        wants = max(0, self.animals * 12 * 12 - self.feed) // 6
        to_feed = min(self.granary - to_seed, wants) if gathering else 0
        lost = (self.granary - to_seed - to_feed + freed) * 4 // 1000
        lost_hidden = self.hidden * 12 // 1000
        self.seed += to_seed - freed
        self.feed += to_feed
        self.granary += freed - to_seed - to_feed - lost
        self.hidden -= lost_hidden
        self.lost += lost + lost_hidden
        norm = sum(self.people) * 560 * 30 // 1000
        eaten = min(norm, self.store)
        self.store -= eaten
        self.books_eaten += eaten
        if min(self.seed, self.feed, self.granary, self.hidden, self.store) < 0:
            raise ArithmeticError("overdrawn")

    def serve(self, calendar: int) -> None:
        """Share out the month's food."""
        heads = [self.people[g] * HEADS[g] for g in range(3)]
        whole = sum(heads)
        need = whole * 620 * 30 // 1_000_000
        gathered = min((30, 60, 90, 60)[calendar % 4] * self.side_pm // 100, 80)
        gathered = gathered * (500 + sum(self.reserve) // 3 // 2) // 1000
        private = sum(self.people) * (20 + gathered) * 30 // 1000
        wanted = whole * self.ration * 30 // 1_000_000
        waste = 80 if self.hall == 2 else 0
        common = min(wanted * (1000 + waste) // 1000, self.granary)
        hidden = min(self.hidden, max(0, wanted - common))
        wasted = common * waste // 1000
        eaten = common - wasted + hidden
        grams = (eaten + private) * 1_000_000 // 30
        claims = max(1, sum(head * 1000 // 1000 for head in heads))
        self.fed = [min(3000, grams * 1000 // claims // 620) for _head in heads]
        self.granary -= common
        self.hidden -= hidden
        self.lost += wasted
        self.eaten += eaten + private
        self.private += private
        self.count("eaten", eaten)
        self.count("private", private)
        self.count("need", need)

    def weaken(self) -> None:
        """A month of food and work changes the body's reserve."""
        worked = self.fields_pm + self.fires_pm + self.ditches_pm + self.side_pm
        for g in range(3):
            change = response(RESERVE_FALL, self.fed[g]) - 1000
            work = 40 * max(0, 1000 - self.fed[g]) // 1000 * worked // 1000 * (g == 1)
            self.reserve[g] = max(0, min(1000, self.reserve[g] + change - work))
        mean = sum(r * p for r, p in zip(self.reserve, self.people, strict=True))
        self.past = [mean // max(1, sum(self.people)), *self.past[:-1]]

    def die(self) -> None:
        """Deaths by age group."""
        for g in range(3):
            risk = response(DEATH_RESERVE, self.reserve[g])
            chance = self.people[g] * DEATH_BASE[g] * risk // 1000
            dice = self.draw(f"people.deaths.{g}", 0, 999_999)
            deaths = min(rounded(chance, 1_000_000, dice), self.people[g])
            self.people[g] -= deaths
            self.count("deaths", deaths)

    def be_born(self) -> None:
        """Births follow the strength of nine months ago; children grow up."""
        children, adults, old = self.people
        chance = adults * 1250 // 626 * 34 * response(BIRTH_RESERVE, self.past[-1]) // 1000
        births = rounded(chance, 12_000, self.draw("people.births", 0, 999_999))
        grown = rounded(children, 180, self.draw("people.grown", 0, 999_999))
        aged = rounded(adults, 480, self.draw("people.aged", 0, 999_999))
        self.people = [children + births - grown, adults + grown - aged, old + aged]
        self.count("births", births)

    def leave(self) -> None:
        """Hungry people take to the road; some are stopped."""
        rate = response(LEAVE_RESERVE, sum(self.reserve) // 3)
        for g in range(3):
            going = self.people[g] * rate * WILLING[g] // 1000
            going = rounded(going, 1_000_000, self.draw(f"people.leave.{g}", 0, 999_999))
            going = min(going, self.people[g])
            held = going * 700 // 1000
            dice = self.draw(f"people.stopped.{g}", 0, 999_999)
            lost = min(rounded(held * 30, 1000, dice), held)
            self.people[g] -= going - held + lost
            self.count("left", going - held)
            self.count("stopped", held)
            self.count("deaths", lost)

    def muster(self) -> None:
        """Count what the hands can do next month; effort moves to what it settles at."""
        able = sum(
            self.people[g] * HANDS[g] * response(CAPACITY, self.reserve[g]) for g in range(3)
        )
        days = able // 1_000_000 * 26
        self.labour_days = days * (1000 - 40) // 1000
        target = max(100, min(1000, 820 - 6 * 10))
        self.effort = max(100, min(1000, self.effort + (target - self.effort) * 150 // 1000))
