"""The plain peer in the fields: ripening, sending of hands, reaping, sowing, tending, grazing."""

from benchmarks.peers.tools import (
    CLOSE_YIELD,
    CROPS,
    DEEP_YIELD,
    EFFORT_YIELD,
    WATER_YIELD,
    response,
)


class Fields:
    """The half of a brigade that works the land."""

    def rest_land(self, calendar: int) -> None:
        """Soil tires with use and recovers with rest."""
        if calendar == 3:
            self.stubble, self.left_ares = [0] * 4, [0] * 4
        elif calendar == 2:
            used = min(1000, (sum(self.stubble) + sum(self.left_ares)) * 1000 // self.land)
            herd = min(1000, self.animals * 1000 // self.herd)
            change = -20 * used + 22 * herd + 10 * (1000 - used)
            self.soil = min(1000, max(800, self.soil + change // 1000))

    def ripen(self, calendar: int) -> None:
        """What has come to its month ripens."""
        for c, crop in enumerate(CROPS):
            here = crop[8].get(calendar, 0)
            if not here:
                continue
            left = sum(pm for month, pm in crop[8].items() if month >= calendar)
            area = self.sown[c] * here // left
            kg = area * crop[0] // 100 * self.soil // 1000 * self.vigour[c] // 1000
            kg = kg * response(EFFORT_YIELD, self.effort) // 1000
            kg = kg * response(WATER_YIELD, 300 if self.dam == 1 else 0) // 1000
            kg = kg * (985 + self.draw(f"crop.weather.{c}", -60, 60)) // 1000
            kg = kg * (1000 + self.draw(f"crop.luck.{c}", -50, 50)) // 1000
            self.sown[c] -= area
            self.ripe[c] += area
            self.standing[c] += kg
            self.soil_out -= kg

    def equipment(self) -> int:
        """Work done with the tools and animals there are, per mille."""
        herd = min(1000, self.animals * 1000 // self.herd)
        return 600 + 400 * ((self.tools + herd) // 2) // 1000

    def due(self, calendar: int) -> tuple[list[int], int]:
        """Ares to be sown this month, and the labour-days they want."""
        free, days, areas = self.land - sum(self.sown), 0, []
        equipment = self.equipment()
        for c, crop in enumerate(CROPS):
            share = sum(pm for month, pm in crop[6].items() if month <= calendar)
            if calendar not in crop[6]:
                share = 1000 if calendar - 1 in crop[6] else 0
            area = max(0, min(self.land * crop[5] // 1000 * share // 1000 - self.sown[c], free))
            area = area if share else 0
            free -= area
            areas.append(area)
            days_ha = crop[2] * (1000 + 800 * self.deep // 1000) // 1000
            days += area * days_ha * 10 // equipment
        return areas, days * 1000 // 1000

    def reap_need(self) -> int:
        """Labour-days to bring in all that is ripe."""
        return sum(self.ripe[c] * crop[4] // 100 for c, crop in enumerate(CROPS)) * 1000 // 1000

    def tend_need(self, calendar: int) -> int:
        """Labour-days to hoe what is in the ground."""
        return sum(
            self.sown[c] * crop[3] * crop[7].get(calendar, 0) // 100_000
            for c, crop in enumerate(CROPS)
        )

    def send(self, calendar: int) -> None:
        """The hands sent to the fields reap first, then sow, then tend."""
        _, sowing = self.due(calendar)
        reaping, tending = self.reap_need(), self.tend_need(calendar)
        days = self.labour_days * self.fields_pm // 1000
        self.reap_days = min(days, reaping)
        self.sow_days = min(days - self.reap_days, sowing)
        self.tend_days = min(days - self.reap_days - self.sow_days, tending)
        spent = self.reap_days + self.sow_days + self.tend_days
        self.count("field_days", spent)
        self.count("short", reaping + sowing + tending - spent)

    def reap(self, calendar: int) -> None:
        """Bring in what the hands can reach; of the rest a part sheds."""
        need = self.reap_need()
        reached = min(1000, self.reap_days * 1000 // need) if need else 1000
        careless = 40 + (1000 - self.effort) * 60 // 1000
        brought = lost = 0
        for c, crop in enumerate(CROPS):
            area, kg = self.ripe[c] * reached // 1000, self.standing[c] * reached // 1000
            if reached == 1000:
                area, kg = self.ripe[c], self.standing[c]
            spilt = kg * careless // 1000
            rest, over = self.standing[c] - kg, calendar not in crop[8]
            shed = rest if over else rest * 350 // 1000
            brought += kg - spilt
            lost += spilt + shed
            self.stubble[c] += area
            still = self.ripe[c] - area
            self.left_ares[c] += still if over else 0
            self.ripe[c] = 0 if over else still
            self.standing[c] = rest - shed
        hidden = brought * self.hide // 1000
        self.granary += brought - hidden
        self.hidden += hidden
        self.lost += lost
        self.count("harvest", brought)
        self.count("unharvested", lost)

    def sow(self, calendar: int) -> None:
        """Sow what the calendar asks for, as far as land, hands and seed go."""
        areas, need = self.due(calendar)
        hands = min(1000, self.sow_days * 1000 // need) if need else 1000
        factor = 1000 + self.close * 700 // 1000
        technique = response(CLOSE_YIELD, self.close) * response(DEEP_YIELD, self.deep) // 1000
        free = self.land - sum(self.sown) - sum(self.ripe)
        used = 0
        for c, crop in enumerate(CROPS):
            late = calendar not in crop[6]
            area = min(areas[c] * hands // 1000, max(0, free))
            seed_ha = max(1, crop[1] * factor // 1000)
            area = min(area, self.seed * 100 // seed_ha)
            seed = area * seed_ha // 100
            fresh = technique * (850 if late else 1000) // 1000
            if area > 0:
                before = self.sown[c]
                self.vigour[c] = (self.vigour[c] * before + fresh * area) // (before + area)
                self.sown[c] = before + area
            self.seed -= seed
            free -= area
            used += seed
        self.soil_out += used
        self.count("sown", used)

    def tend(self, calendar: int) -> None:
        """What is not tended yields less."""
        need = self.tend_need(calendar)
        done = min(1000, self.tend_days * 1000 // need) if need else 1000
        for c, crop in enumerate(CROPS):
            loss = 400 * crop[7].get(calendar, 0) * (1000 - done) // 1_000_000
            self.vigour[c] = self.vigour[c] * (1000 - loss) // 1000

    def graze(self) -> None:
        """Animals eat; hungry, pooled herds shrink."""
        need = self.animals * 12
        feed = min(need, self.feed)
        short = 1000 - feed * 1000 // max(1, need) if need else 0
        dice = self.draw("land.herd", 0, 999_999)
        lost = (self.animals * (40 * short // 1000 + 4) * 1000 + dice) // 1_000_000
        born = (self.animals * 0 * 1000 + self.draw("land.calves", 0, 999_999)) // 1_000_000
        born = min(born, max(0, self.herd - self.animals))
        self.animals = max(0, self.animals - lost + born)
        self.feed -= feed
        self.fed_out += feed
