"""What figures and their parts are called, and how their amounts read."""

from collections.abc import Callable

from game.reports.accounts import SEASON
from game.reports.paths import NAMES
from game.reports.when import month_name
from game.sim.why import Parts, Step
from game.words import N_, _, number, percent_exact, season_name

FIGURES = {
    "harvest": N_("The harvest, as brought in"),
    "actual": N_("The harvest, as brought in"),
    "reported": N_("The harvest, as reported"),
    "said": N_("The harvest, as the brigades say"),
    "last_said": N_("What was said a year ago"),
    "asked": N_("What this office asks"),
    "gap": N_("Written and not there"),
    "unharvested": N_("Never brought in"),
    "procured": N_("What the state took"),
    "taken": N_("What the state took"),
    "was_demanded": N_("What the county demanded"),
    "carts": N_("What left on the carts"),
    "sold_back": N_("Sold back by the state"),
    "standing": N_("Standing with the county"),
    "deaths": N_("Deaths"),
    "births": N_("Births"),
    "left": N_("Who left the village"),
    "demanded": N_("What would be demanded"),
    "quota": N_("The quota"),
    "hoped": N_("What is hoped for"),
    "store": N_("In the common granaries"),
    "seed": N_("Seed in store"),
    "seed_and_feed": N_("Seed and fodder"),
    "left_to_eat": N_("Left to eat"),
    "would_be_taken": N_("What would be taken"),
    "eat_g_day": N_("Per person and day until the next harvest"),
    "kcal": N_("Food energy a head and day"),
    "eaten_g": N_("Grain eaten, a head and day"),
    "every_tonne": N_("Grain"),
    "share": N_("Share of all"),
    "counted": N_("How many"),
    "usual": N_("Deaths of a usual year among 10,000 people"),
    "seed_number": N_("Seed"),
    "scales": N_("Scales left"),
    "new_orders": N_("Orders that are new this season"),
    "usual_pm": N_("Deaths of a usual year among 1,000 people"),
    "lucks": N_("How often it was played"),
    "decided": N_("What was decided"),
    "ration": N_("The ration"),
    "people_at_start": N_("People at the beginning"),
    "born": N_("Born"),
    "people_ever": N_("People who were ever here"),
    "people_left": N_("People at the end"),
    "members": N_("People of the household"),
    "household_died": N_("Of them died"),
    "household_left": N_("Of them left"),
    "household_there": N_("Of them still there"),
    "bowl": N_("People to a bowl"),
    "beyond": N_("Deaths beyond the usual"),
    "country_grain": N_("Grain of the country, by the later official series"),
    "country_claim": N_("Grain of the country, as it was published"),
    "country_excess": N_("Deaths beyond the usual in the country"),
    "people": N_("People"),
    "people_all": N_("People, through the season"),
    "effort": N_("Effort in the fields, for a day's work"),
    "households": N_("Households"),
    "hands": N_("Able hands"),
    "at_work0": N_("Hands in the fields"),
    "at_work1": N_("Hands at the furnaces"),
    "at_work2": N_("Hands at the waterworks"),
    "at_work3": N_("Hands at the sideline"),
    "share0": N_("Share of the hands in the fields"),
    "share1": N_("Share of the hands at the furnaces"),
    "share2": N_("Share of the hands at the waterworks"),
    "share3": N_("Share of the hands at the sideline"),
    "fields_need": N_("What the fields want in their worst month"),
    "reserve": N_("Strength of the people"),
    "forest": N_("Forest standing"),
    "iron": N_("Iron since the beginning"),
    "iron_good": N_("Usable iron since the beginning"),
    "iron_poor": N_("Unusable iron since the beginning"),
}
ACCOUNTS = {
    "soil": N_("the soil"), "field": N_("the fields"), "granary": N_("the granaries"),
    "hidden": N_("what is put aside"), "seed": N_("the seed store"), "feed": N_("the fodder"),
    "canteen": N_("the kitchens"), "state": N_("the county’s stores"),
    "exported": N_("outside the county"), "sold_back": N_("grain sold back, on its way"),
    "lost_field": N_("losses in the field"), "lost_store": N_("losses in store"),
    "eaten": N_("what was eaten"), "private": N_("plots and gathering"),
    "fed": N_("the animals"), "cities": N_("towns elsewhere"),
}  # fmt: skip
PARTS = {
    "area_and_yield": N_("land sown, at its usual yield"), "soil": N_("soil"),
    "best_land": N_("only the best land sown"), "manure": N_("manure"),
    "sowing_and_tending": N_("sowing and tending"), "effort": N_("effort"), "water": N_("water"),
    "weather": N_("weather"), "luck": N_("chance in the field"), "ripe": N_("ripe"),
    "lost_in_field": N_("lost in the field"), "still_standing": N_("still standing"),
    "brought_in": N_("brought in"), "added_by_brigades": N_("added by the brigades"),
    "added_by_the_office": N_("added at this desk"), "demanded": N_("demanded"),
    "held_back": N_("held back, as ordered"),
    "taken_all_the_same": N_("taken of that all the same"),
    "for_others": N_("for brigades that had less"),
    "not_found": N_("not to be found"), "praise": N_("praise for the report"),
    "low_report": N_("a low report"), "missed": N_("deliveries missed"), "plead": N_("the plea"),
    "steel": N_("furnaces"), "works": N_("waterworks"), "halls": N_("dining halls"),
    "plots": N_("private plots"), "technique": N_("close planting and deep ploughing"),
    "gates": N_("people who left"), "dead": N_("deaths that are heard of above"),
    "hidden": N_("grain put aside, and found"),
    "calm": N_("time passing"), "standing": N_("standing in the fields"),
    "taken_over": N_("as taken over with the desk"),
    "stood_before": N_("stood before the season"), "made_now": N_("made in the season"),
    "in_store": N_("in the granaries"), "kept_as_seed": N_("kept as seed"),
    "kept_as_feed": N_("kept as fodder"), "counted": N_("as the brigade counts"),
    "seen": N_("as seen in the fields"), "handed_in": N_("as the brigades hand it in"),
    "may_be_missing": N_("may be missing from such a figure"),
    "of_the_season": N_("scales of a season"), "given_out": N_("given out already"),
    "work_in_fields": N_("days of work in the fields, in the worst month"),
    "days_of_all_hands": N_("days of work of all hands in a month"),
    "together": N_("together"), "own_luck": N_("with its own weather and chance"),
    "other_lucks": N_("with other weather and chance"),
    "ordered_before": N_("as ordered the season before"),
    "people_at_start": N_("people at the beginning"), "all_deaths": N_("all deaths"),
    "usual_deaths": N_("deaths of usual years"), "in_that_life": N_("in that life"),
    "as_it_was": N_("as it was"), "bowls_in_two_rows": N_("bowls in two rows"),
    "to_a_round_number": N_("up to a round number"),
    "members": N_("people of the household"),
    "nothing_ripe": N_("nothing was ripe"),
    "in_last_papers": N_("in last year’s papers, as gone over since"),
    "ordered": N_("as ordered"), "ordered_share": N_("share sent there"),
    "in_the_books": N_("as it stands in the books"), "granted": N_("granted by the county"),
    "reported": N_("written for the county"), "left_to_eat": N_("left to eat"),
    "g_kg": N_("grams in a kilogram"), "people": N_("people"), "hands": N_("able hands"),
    "days_to_harvest": N_("days until the next harvest"),
    "days_of_season": N_("days of the season"), "kcal_kg": N_("kcal in a kilogram of grain"),
    "eaten_common": N_("eaten from the common store"),
    "eaten_private": N_("eaten from plots and gathering"), "ration": N_("the ration"),
    "thousandths": N_("in thousandths"),
    "household_size": N_("people in a household, in thousandths"),
    "hands_of_adults": N_("of working age"), "hands_of_children": N_("children, in part"),
    "hands_of_old": N_("the old, in part"), "people_before": N_("people before the season"),
    "born": N_("born"), "died": N_("died"), "left": N_("left"),
    "to_towns": N_("to the towns, or back"), "children": N_("children"),
    "working_age": N_("of working age"), "the_old": N_("the old"),
    "usable": N_("usable"), "unusable": N_("unusable"),
    "standing_before": N_("before the season"), "successor": N_("a successor begins anew"),
    "not_below": N_("no lower than"), "not_above": N_("no higher than"),
    "quota": N_("the quota"), "against_the_figure": N_("more, against the figure on the desk"),
    "countys_belief": N_("what the county believes we have"),
    "from_the_county": N_("as it came from the county"),
    "believed_above": N_("what the county believes will be reaped"),
    "asked_share": N_("share that is asked"), "take_share": N_("the year’s rate"),
    "hope_share": N_("hoped for beyond it"), "tier.county": N_("the county adds"),
    "tier.province": N_("the province adds"), "tier.centre": N_("the centre adds"),
    "written_store": N_("the store as it was written when the desk was taken over"),
    "weighed_then": N_("when it was weighed"), "eaten_by_ration": N_("eaten since, by the ration"),
    "found_empty": N_("when a kitchen had nothing more to cook"),
    "harvests_since": N_("harvests since, as the fields looked"),
    "seed_and_feed_since": N_("put by since as seed and fodder"),
    "sold_back_since": N_("sold back since"),
    "levelled_since": N_("levelled since with other brigades"),
    "nothing_less": N_("no store holds less than nothing"), "nothing": N_("nothing"),
    "more_than_it_looked": N_("beside how the fields looked"),
    "lost_since": N_("what may be lost since"),
    "lost_and_eaten": N_("losses in store, and what was eaten beyond the ration"),
    "our_usual_harvest": N_("our harvest of 1957"),
    "as_they_boast": N_("as they say it rose"), "their_land": N_("their land beside ours"),
    "really_there": N_("what is really there"),
    "for_export": N_("promised for export"),
    "taken_away": N_("harvests taken away"), "not_yet": N_("still to come, month by month"),
    "stage_family_farms": N_("family farms"),
    "stage_household_coop": N_("household co-operative"),
    "stage_higher_coop": N_("higher co-operative"), "stage_commune": N_("people's commune"),
    "stage_three_levels": N_("commune of three levels"),
    "stage_team": N_("accounts kept by the team"),
    "rounding": N_("left over by rounding"), "to.state": N_("to the state"),
}  # fmt: skip
PATH, SIDES = "path", {"came": N_("What came"), "went": N_("What went")}
MOVES = {"from": N_("from {account}"), "to": N_("to {account}"), "at": N_("in {account}")}
STANDING = "standing."


def part_name(key: str, words: Callable[[str], str]) -> str:
    """What a part is called: a word of the game, of the level, the name of a brigade, a season.

    What a report has in words already begins with "=".
    """
    if key.startswith("="):
        return key[1:]
    if key in PARTS:
        return _(PARTS[key])
    head, dot, tail = key.partition(".")
    if head in {SEASON.rstrip("."), PATH, "month"}:
        return _of_a_report(head, tail)
    if dot and head in MOVES and tail in ACCOUNTS:
        return _(MOVES[head]).format(account=_(ACCOUNTS[tail]))
    if dot:
        return _("{what}, {crop}").format(
            what=_(PARTS.get(head, FIGURES.get(head, head))), crop=words(tail)
        )
    told = words(key)
    return told.replace("_", " ")


def _of_a_report(head: str, tail: str) -> str:
    """A season, a month, or a line of the village's grain."""
    if head == PATH:
        return _(NAMES[tail])
    which, _dot, year = tail.partition(".")
    if head == "month":
        return month_name((int(year), int(which)))
    return season_name(int(which), int(year))


def figure_name(key: str, words: Callable[[str], str]) -> str:
    """What a figure is called."""
    head, dot, tail = key.partition(".")
    if head == "account":
        return _(ACCOUNTS[tail])[:1].upper() + _(ACCOUNTS[tail])[1:]
    if head == PATH:
        return _(NAMES.get(tail, SIDES.get(tail, "")))
    if head == "claim":
        return _("What {commune} is said to have").format(commune=words(tail))
    if head + dot == STANDING:
        return _("What grew: {crop}").format(crop=words(tail))
    return _(FIGURES.get(head, head.replace("_", " ")))


def title_of(parts: Parts, words: Callable[[str], str]) -> str:
    """A figure, the brigade it is of, and which end of a range."""
    name = figure_name(parts.figure, words)
    if parts.brigade:
        name = _("{figure}, {brigade}").format(figure=name, brigade=parts.brigade)
    ends = {"low": N_("{figure}, at least"), "high": N_("{figure}, at most")}
    return _(ends[parts.bound]).format(figure=name) if parts.bound else name


def exact(amount: int, unit: str) -> str:
    """An amount in full, so that the parts can be added up by hand."""
    texts = {
        "kg": N_("{count} kg"), "g": N_("{count} g"), "kcal": N_("{count} kcal"),
        "days": N_("{count} days"), "kt": N_("{count} thousand t"),
        "millions": N_("{count} million"),
    }  # fmt: skip
    if unit == "pm":
        return percent_exact(amount)
    told = number(amount)
    return _(texts[unit]).format(count=told) if unit in texts else told


def done_with(step: Step) -> str:
    """What a step does, as it is written beside its name."""
    told = exact(abs(step.by), step.unit)
    if step.op == "mean":
        return _("{share} of {count}").format(share=told, count=number(step.weight))
    if step.op == "pm":
        return _("× {factor}").format(factor=number(step.by / 1000, 3))
    if step.op in {"+", "rest"}:
        return (_("+ {amount}") if step.by >= 0 else _("− {amount}")).format(amount=told)
    signs = {"×": N_("× {amount}"), "÷": N_("÷ {amount}")}
    return _(signs[step.op]).format(amount=told) if step.op in signs else ""


def led_to(parts: Parts, at: int) -> str:
    """What a step led to; where units change on the way, the number alone."""
    step, last = parts.steps[at], at == len(parts.steps) - 1
    if step.op == "?":
        return _("not known")
    changes = any(each.op in {"×", "÷"} for each in parts.steps)
    return number(step.total) if changes and not last else exact(step.total, parts.unit)
