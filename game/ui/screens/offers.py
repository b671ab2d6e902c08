"""What each order is called, what it does and what it costs: one line each."""

from dataclasses import dataclass

from game.words import N_


@dataclass(frozen=True)
class Offer:
    """The words of an order."""

    kind: str
    title: str
    note: str
    options: tuple[str, ...] = ()


COMMUNE = (
    Offer("ration", N_("Ration"), N_(
        "Raw grain a day for a working person; children and the old have less. More now is less"
        " before the next harvest.")),
    Offer("first", N_("Who comes first"), N_(
        "Equal shares; more for those who earn work points; or the weak first. It decides who"
        " stays able to work, and who lives."),
        (N_("Equal"), N_("Work points"), N_("The weak"))),
    Offer("hall", N_("Dining hall"), N_(
        "Common kitchens burn wood and waste grain, and take household pots. The county asks for"
        " them; closing them costs standing."),
        (N_("Closed"), N_("Voluntary"), N_("Compulsory"))),
    Offer("free_meals", N_("Eating without limit"), N_(
        "In the halls everyone eats their fill. It empties the granary in the autumn.")),
    Offer("plots", N_("Private plots"), N_(
        "Food by the house that no ledger shows. A risk with the county while it forbids them."),
        (N_("None"), N_("Tolerated"), N_("Allowed"))),
    Offer("furnaces", N_("Furnaces"), N_(
        "How many should stand. Building and feeding them takes hands from the harvest; the county"
        " counts the smoke.")),
    Offer("scrap", N_("Iron from pots and tools"), N_(
        "The share melted from household pots and tools; the rest from ore. The tools are missing"
        " in the fields.")),
    Offer("wood", N_("Fuel from the forest"), N_(
        "The share of fuel that is felled; the rest is bought coal, paid in grain.")),
    Offer("works", N_("Waterworks"), N_(
        "The project that hands are sent to. It takes strength now; if it holds, it waters land in"
        " later years.")),
    Offer("leavers", N_("People who leave"), N_(
        "Let them go: fewer mouths and hands. Stopping them on the road keeps the hands, and costs"
        " lives."),
        (N_("Let go"), N_("Stopped"))),
)  # fmt: skip

BRIGADE = (
    Offer("weigh", N_("Weigh the granary"), N_(
        "The scales show what is there, with the date on it. There are only a few scales a"
        " season.")),
    Offer("asked", N_("Quota of the brigade"), N_(
        "What you ask of it at the next harvest. The sum may be more than the commune’s own quota:"
        " that is the second ledger.")),
    Offer("seed", N_("Seed held back"), N_(
        "Of the seed that the next sowing needs. Less seed is more to eat now and less to reap.")),
    Offer("crops", N_("Crops"), N_(
        "Shares of the land at the next sowing. They differ in yield, labour, seed and season; what"
        " is left over lies fallow.")),
    Offer("technique", N_("New techniques"), N_(
        "How far to comply. They cost seed, labour and yield; the county asks for them.")),
    Offer("hide", N_("Grain put aside"), N_(
        "A share of the harvest that no book shows: a reserve, and a danger if it is found.")),
    Offer("search", N_("Search for hidden grain"), N_(
        "What is found goes to the granary. It breaks trust, and effort with it.")),
)  # fmt: skip

TECHNIQUES = (N_("Close planting"), N_("Deep ploughing"))

TITLES = {"labour": N_("Labour"), **{offer.kind: offer.title for offer in (*COMMUNE, *BRIGADE)}}
"""What every order is called, the sending of hands with them."""
