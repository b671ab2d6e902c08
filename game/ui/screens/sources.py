"""Sources and terms, scrolling."""

import tomllib

from game.places import levels
from game.ui.screen import Pop
from game.ui.screens.page import Page
from game.ui.theme import HEAD, PROSE, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.words import N_, _

CONFIDENCE = {
    "found": N_("seen in the document named"),
    "found-computed": N_("worked out from the document named"),
    "computed": N_("worked out"),
    "recalled": N_("from memory of the literature, not yet looked up"),
    "assumption": N_("assumption"),
}
TERMS = (
    (N_("Great Leap Forward 大跃进"), N_(
        "The campaign of 1958 to 1960 that was to make China an industrial country in a few years"
        " by labour, communes and targets.")),
    (N_("People’s commune 人民公社"), N_(
        "From August 1958: some thousands of households with their land, animals and tools"
        " together, governed from one office.")),
    (N_("Production brigade 生产大队"), N_(
        "A part of a commune: one large village, or a few hamlets.")),
    (N_("Dining hall 公共食堂"), N_(
        "Common kitchens that took the place of household ones. Whoever held the ladle held the"
        " grain.")),
    (N_("State purchase 征购"), N_(
        "Grain that a village had to deliver or sell to the state, by what it reported.")),
    (N_("Sold back 返销"), N_("Grain that the state sold to villages that had too little left.")),
    (N_("Backyard furnace 土高炉"), N_(
        "Small furnaces of brick and clay, built everywhere in autumn 1958. Much of the iron was of"
        " no use.")),
    (N_("Satellite 放卫星"), N_(
        "A harvest report far beyond anything that grows, printed as news.")),
    (N_("Two ledgers 两本账"), N_(
        "From January 1958 every level of government wrote one target that had to be met and a"
        " second that it hoped for; the second became the first of the level below.")),
    (N_("Lushan 庐山会议"), N_(
        "The meeting of July and August 1959 after which those who had doubted were purged.")),
    (N_("Private plots 自留地"), N_("A little land by the house whose crop a household kept.")),
    (N_("Raw grain 原粮"), N_(
        "Grain before it is husked or milled. All weights of grain in the game are of raw grain.")),
)  # fmt: skip


def source_widgets() -> list[Widget]:
    """All sources with how sure we are of them."""
    try:
        told = tomllib.loads((levels() / "_standard" / "sources.toml").read_text("utf-8"))
    except (OSError, ValueError):
        return [Label(_("The list of sources can't be read."), SECOND)]
    made: list[Widget] = []
    for entry in told.values():
        sure = _(CONFIDENCE.get(str(entry.get("confidence", "")), str(entry.get("confidence", ""))))
        made += [
            Label(str(entry.get("citation", "")), SECOND),
            Label(
                _("{where} ({confidence})").format(where=entry.get("where", ""), confidence=sure),
                SECOND,
                "ink2",
            ),
        ]
    return made


class Sources(Page):
    """Where the facts are from, and what the words mean."""

    NARROW = 860

    def __init__(self) -> None:
        super().__init__(_("Sources and history"))
        self.body.add(
            Label(
                _(
                    "Everything about Willow Bend and its people is invented. The dated events of"
                    " the country, the directives and the coefficients of the model carry the"
                    " sources listed here, with how sure we are of each. Historians’ estimates of"
                    " the excess deaths in China from 1958 to 1962 run from about 15 to 45 million."
                    " No historian has reviewed this yet."
                ),
                PROSE,
            ),
            Head(_("Terms"), "名词", style=HEAD),
        )
        for name, words in TERMS:
            told = _("{term}: {meaning}").format(term=_(name), meaning=_(words))
            self.body.add(Label(told, SECOND))
        self.body.add(Head(_("Sources"), "资料", style=HEAD), *source_widgets())
        self.add_feet(Button(_("Back"), lambda: self.go(Pop()), "seal", key="back"))
        self.form.on_escape = lambda: self.go(Pop())
