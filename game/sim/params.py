"""Params: every coefficient of the model, one small dataclass a rule module.

Values, units, ranges and sources stand in `levels/_standard/params.toml`, whose sections and keys
are these names. A `Table` is a list of points that a reader can see and change.
"""

from dataclasses import dataclass

from game.sim.whole import Table


@dataclass(frozen=True, slots=True)
class LandParams:
    """Soil tires with use and recovers with rest."""

    tire_pm: int  # quality lost by a year of cropping without manure
    rest_pm: int  # quality won back by a year of fallow
    manure_pm: int  # quality kept by a full herd's manure in a year
    floor_pm: int  # soil does not fall below this share of its start
    herd_hunger_loss_pm: int  # animals lost in a month without any feed


@dataclass(frozen=True, slots=True)
class CropParams:
    """Seed, weather and soil become standing grain."""

    late_pm: int  # yield of what is sown a month late
    tend_floor_pm: int  # yield of a crop that nobody tends
    tool_floor_pm: int  # work done by hand without tools or animals, beside full equipment
    close_seed_pm: int  # seed used at full close planting, 1000 = the usual
    close_yield: Table  # compliance with close planting -> yield
    deep_days_pm: int  # sowing labour at full deep ploughing, 1000 = the usual
    deep_yield: Table  # compliance with deep ploughing -> yield
    effort_yield: Table  # effort per labour-day -> yield
    noise_pm: int  # local luck of a crop, plus or minus
    commune_noise_pm: int  # luck that all brigades share, plus or minus
    best_land_pm: int  # better yield where the poorer land is left unsown, per mille of that share
    manure_yield: Table  # herd beside the start -> yield
    plough_pm: int  # land that stays unsown where there are no draught animals at all
    water_yield: Table  # land under working irrigation -> yield


@dataclass(frozen=True, slots=True)
class HarvestParams:
    """Hands bring it in; what they can't reach sheds."""

    shed_pm: int  # share of a standing ripe crop lost in a month of waiting
    careless_pm: int  # lost in reaping and carting even with all hands
    hurry_pm: int  # more lost where effort has collapsed


@dataclass(frozen=True, slots=True)
class ReportParams:
    """What a brigade says it brought in."""

    asked_pull_pm: int  # pull of the figure that was asked for
    heard_pull_pm: int  # pull of what the neighbours are said to have
    ratchet_climate_pm: int  # climate from which no figure below last year's is handed in
    fear_weight_pm: int  # weight of fear beside climate
    most_pm: int  # the tallest claim beside the truth that anyone dares
    neighbour_step_pm: int  # how fast neighbours' claims run ahead at full climate, a harvest
    neighbour_back_pm: int  # how fast they come back when the climate cools, a harvest
    correct_pm: int  # how far last year's figures are corrected in a calm season between harvests
    norm_g_day: int  # what the books say a person eats, g / day
    candour: Table  # climate and fear -> share of the truth that is told above


@dataclass(frozen=True, slots=True)
class QuotaParams:
    """What is asked, from what was said."""

    base_pm: int  # share of the believed harvest that is asked at the 1957 level
    surplus_pm: int  # share asked of what is believed above the norm
    norm_kg_head: int  # believed grain a head and year above which all is surplus
    believe_up_pm: int  # how fast the county's belief follows a taller report
    believe_down_pm: int  # how fast it follows a lower one
    fear_down_pm: int  # how much slower under full fear
    written_pm: int  # weight of the newly written figure beside belief, in what is demanded
    pressure_pm: int  # how much the second ledger adds at full climate
    export_pm: int  # share of the believed surplus that is promised abroad for the year


@dataclass(frozen=True, slots=True)
class ProcurementParams:
    """What is taken, and in which order of claims."""

    floor_g_day: int  # grain a head and day left to the next harvest before coercion bites
    unmet_pm: (
        int  # share of what is still wanting that is taken from below the floor, at full force
    )
    last_g_day: int  # what is never taken, g / head / day
    collect_pm: int  # what is collected above a target under full climate and fear
    coercion: Table  # climate and fear x hardness -> share of that floor that is broken into
    trade_pm: int  # share of deliveries that leaves the county (towns, exports)
    found_pm: int  # share of hidden grain that a search finds
    search_effort_pm: int  # effort lost by a unit that is searched
    enforce: Table  # climate and fear -> share of what is held back that is taken anyway


@dataclass(frozen=True, slots=True)
class GranaryParams:
    """Seed kept back, store losses, grain sold back."""

    loss_month_pm: int  # collective store, lost in a month
    hidden_loss_month_pm: int  # pits and walls, lost in a month
    feed_animal_kg_month: int  # grain that a working animal needs in a month
    resale_pm: int  # share of a harvest's purchase that is planned to be sold back
    spare_pm: int  # share of what the state has beyond its wants and reserve that is released
    reserve_pm: int  # what the state keeps beyond a year's towns and exports, beside them
    towns_first_pm: int  # share of the towns' wants that comes before villages that lack grain
    sell_back_g_day: int  # the county fills up to this, as far as it knows, g / head / day


@dataclass(frozen=True, slots=True)
class CanteenParams:
    """Who eats how much."""

    need_g_day: int  # raw grain that keeps a working person whole, g / day
    child_pm: int  # need of a child beside an adult
    old_pm: int  # need of an old person beside an adult
    free_pm: int  # eaten beside the need while eating is without limit
    waste_pm: int  # wasted by a compulsory hall
    hall_months: int  # a compulsory hall looks no further ahead than this, months
    hall_labour_pm: int  # hands that run the halls
    hall_effort_pm: int  # monthly fall of effort under compulsory halls
    plot_g_day: Table  # calendar month -> food from a full private plot, g / head / day
    tolerated_pm: int  # yield of plots that are only tolerated
    gather_g_day: Table  # calendar month -> what gathering gives a head at 100 pm of hands
    gather_most_g_day: int  # the land gives no more than this however many gather
    gather_want: Table  # what kitchens give beside need -> hands that gather whatever the orders
    plots_dug_pm: int  # share of the plots that is dug again in a month, once they are given back
    feed_below_pm: int  # food beside need below which people eat the animals' feed


@dataclass(frozen=True, slots=True)
class PeopleParams:
    """Strength, births, deaths, departures."""

    death_base: tuple[int, int, int]  # deaths per million and month: children, adults, old
    death_reserve: Table  # body reserve -> multiplier of the death rate, per mille
    infant_pm: int  # deaths among the newborn in a normal year, per mille of births
    starve: Table  # what hunger takes beyond an empty reserve -> deaths, per million and month
    starve_age_pm: tuple[int, int, int]  # that risk by age: children, adults, old
    frail_pm: int  # how much excess deaths leave a people hardier, per mille and per mille of them
    reserve_fall: Table  # food beside need -> monthly change of the reserve + 1000
    adapt_pm: int  # how much less a body without reserve needs
    reserve_work_pm: int  # extra fall at full labour in hunger
    heavy_pm: int  # how much more furnaces and earthworks take than other work
    birth_pm_year: int  # births a thousand people and year in 1957
    birth_reserve: Table  # reserve nine months earlier -> births, per mille of usual
    fertile_back_pm: int  # how much of fertility, as body reserve, comes back in a month
    catch_up_pm: int  # share of postponed births that is made up in a month, once people are strong
    leave_reserve: Table  # reserve -> people who leave, per million and month
    stopped_pm: int  # share of them that stopping holds back
    stopped_death_pm: int  # deaths among those held back, per mille


@dataclass(frozen=True, slots=True)
class LabourParams:
    """Hands for the next month and where they are sent."""

    adult_hands_pm: int  # hands among people of working age
    child_hands_pm: int  # hands among children (older ones, at peaks)
    old_hands_pm: int  # hands among the old
    days_month: int  # labour-days of a hand in a month
    capacity: Table  # body reserve -> capacity for work
    effort_back_pm: int  # share of the way that effort moves in a month
    plots_effort_pm: int  # effort won by plots that are allowed
    plots_hands_pm: int  # hands that full plots take
    taken_effort: Table  # share of a year's harvest taken away -> change of effort
    levelled_effort_pm: int  # effort lost where all of a brigade's store is given to others


@dataclass(frozen=True, slots=True)
class StagesParams:
    """What a stage of collectivisation does. Tables over the numbers of stages.Stage."""

    effort: Table  # effort per labour-day that it settles at
    herd_loss: Table  # animals lost in a month by pooled, careless keeping, per mille
    herd_birth: Table  # animals born in a month, per mille
    tool_wear: Table  # wear of tools in a month, per mille
    tools_back: Table  # share of the missing tools that households get back in a month, per mille
    levelled: Table  # share of a brigade's store above the mean levelled in a season
    told: Table  # how far crops and technique are carried out as ordered from above, per mille


@dataclass(frozen=True, slots=True)
class IndustryParams:
    """Furnaces, iron by quality, tools, fuel, forest."""

    days_tonne: int  # labour-days for a tonne of iron, with ore, charcoal and hauling
    furnace_days: int  # labour-days to build a furnace
    furnace_kg_month: int  # most iron of a furnace in a month
    good_ore_pm: int  # usable iron when ore is smelted
    good_scrap_pm: int  # usable iron when pots and tools are melted
    scrap_tool_pm: int  # tools lost per tonne of iron from scrap and thousand people, per mille
    wood_ares_tonne: int  # forest felled for a tonne of iron, ares
    mend_kg_pm: int  # good iron that restores one per mille of the tools of a thousand people, kg
    mend_most_pm: int  # tools that the workshop restores in a month, per mille
    hall_wood_ares: int  # forest felled for a thousand people's dining hall in a month, ares
    coal_days_pm: int  # labour for iron made with bought coal, beside wood
    noise_pm: int  # luck of a furnace's heat, plus or minus


@dataclass(frozen=True, slots=True)
class WorksParams:
    """Dams and canals, and the water they give later."""

    hunger_pm: int  # work done at full hunger
    rush_pm: int  # chance of holding that is lost when built in one season
    drought_pm: int  # share of a bad year's loss that is made good on watered land
    flood_pm: int  # share of the crop lost on the land below works that give way
    ditch_days_ha: int  # labour-days to water a hectare by small works
    ditch_lost_pm: int  # share of the small works that silts up or is washed out in a year


@dataclass(frozen=True, slots=True)
class PoliticsParams:
    """Standing with the county."""

    praise_pm: int  # won by a report at or above what was looked for
    low_report_pm: int  # lost by a report far below it, at full climate
    missed_pm: int  # lost by delivering nothing of what was demanded
    steel_pm: int  # lost by unlit furnaces where steel is wanted
    works_pm: int  # lost by empty works
    halls_pm: int  # lost by closed halls where they are required
    plots_pm: int  # lost by plots where they are forbidden
    technique_pm: int  # lost by refusing close planting and deep ploughing
    gates_pm: int  # lost by letting people go
    plead_pm: int  # lost by an honest plea
    hidden_pm: int  # lost when hidden grain is found
    calm_pm: int  # drift back to steady in a calm season
    removed_pm: int  # below this the secretary is removed
    hidden_found_pm: int  # chance at full search that hidden grain is found by outsiders
    dead_from_pm: int  # excess deaths per mille of the people from which an office has to answer
    dead_pm: int  # lost in a season for each per mille of them above that, at full rectification


@dataclass(frozen=True, slots=True)
class Channels:
    """Mechanisms that can be switched off for a counterfactual: 1 on, 0 off."""

    labour: int
    technique: int
    effort: int
    tools: int
    boasting: int
    ratchet: int
    procurement: int
    halls: int
    hunger: int
    weather: int
    plots: int
    leaving: int
    politics: int
    furnaces: int
    exports: int
    quota: int
    recovery: int
    relief: int


@dataclass(frozen=True, slots=True)
class Params:
    """All coefficients of a level, by the rule module that uses them."""

    land: LandParams
    crop: CropParams
    harvest: HarvestParams
    report: ReportParams
    quota: QuotaParams
    procurement: ProcurementParams
    granary: GranaryParams
    canteen: CanteenParams
    people: PeopleParams
    labour: LabourParams
    stages: StagesParams
    industry: IndustryParams
    works: WorksParams
    politics: PoliticsParams
    channels: Channels
