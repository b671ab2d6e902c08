"""The column at the report desk in which one writes: the figure, and what would follow from it."""

from collections.abc import Callable

from game.reports.accounts import season_part, turn_of
from game.sim.views import View
from game.ui.screens.order_rows import ThousandsEntry
from game.ui.screens.sitting import Sitting
from game.ui.screens.small import Fact, Facts
from game.ui.screens.telling import food, reckoned
from game.ui.theme import SMALL
from game.ui.widgets.announce import announce
from game.ui.widgets.bar import Part, SplitBar
from game.ui.widgets.base import Ask, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.notice import Notice
from game.ui.widgets.panel import Head
from game.ui.widgets.slider import Slider
from game.ui.widgets.toggle import Toggle
from game.words import _, tonnes


class WritingColumn:
    """The widgets with which a figure is written and sent, in the order in which they are read.

    Args:
        sitting: The game.
        give: Gives an order of the desk, by kind and value.
    """

    def __init__(self, sitting: Sitting, give: Callable[[str, int], None]) -> None:
        self.sitting, self.give = sitting, give
        view = sitting.view
        self.figure = ThousandsEntry(
            _("The figure for the county"), view.said_kg, lambda kg: self.give("report", kg),
            high=1_000_000_000, step=1000, large=50_000, text=tonnes, colour="cinnabar_deep",
            key="figure",
        )  # fmt: skip
        self.snaps = [
            Button("", self._snapper(kg), key=key, hint=_("Write this figure"))
            for key, _name, kg in self._snap_list(view)
        ]
        for button, (key, name, kg) in zip(self.snaps, self._snap_list(view), strict=True):
            button.name = _("{name}: {amount}").format(name=name, amount=tonnes(kg))
            button.asks = (self._snap_ask(view, key, kg),)
        self.split = SplitBar(
            _("What would follow"), [], key="split",
            hint=_("What the carts would take against this figure, and what would be left."),
        )  # fmt: skip
        self.follows = Facts(_("What would follow"), key="follows")
        self.deliver = Slider(
            _("Deliver of what is demanded"), view.deliver_pm,
            lambda pm: self.give("deliver", pm), step=50, key="deliver",
            hint=_("Delivering less keeps grain here and costs standing. In a hard climate most of"
                   " what is held back is taken all the same."),
        )  # fmt: skip
        self.plead = Toggle(
            _("Plead for a lower quota, and admit the true figure"), view.plead,
            lambda on: self.give("plead", int(on)), key="plead",
            hint=_("It admits the figure. In a hard climate it costs standing fast."),
        )  # fmt: skip
        self.ask = Toggle(
            _("Ask for grain to be sold back"), view.ask_back,
            lambda on: self.give("ask_back", int(on)), key="ask_back",
            hint=_("Grain that the state sells to villages that have too little left."),
        )  # fmt: skip
        self.refused = Notice("", "warning", key="refused")
        self.refused.visible = False
        for kind, widget in (
            ("deliver", self.deliver), ("plead", self.plead), ("ask_back", self.ask),
        ):  # fmt: skip
            widget.visible = self.sitting.is_open(kind)
        self.of: dict[str, Widget] = {
            "report": self.figure, "deliver": self.deliver, "plead": self.plead,
            "ask_back": self.ask,
        }  # fmt: skip
        self.widgets: list[Widget] = [
            Head(_("The figure for the county"), "上报"), self.figure,
            Label(_("Type tonnes, or use the arrows; page keys for large steps."), SMALL, "ink2"),
            *self.snaps, Head(_("What would follow"), "后果"), self.split, self.follows,
            self.deliver, self.plead, self.ask, self.refused,
        ]  # fmt: skip

    def show(self, view: View) -> None:
        """Take the figures of the view."""
        self.figure.show(view.said_kg if view.report_kg < 0 else view.report_kg)
        self.deliver.show(view.deliver_pm, "")
        self.plead.show(view.plead)
        self.ask.show(view.ask_back)
        self._show_forecast(view)

    def refuse(self, why: str | None) -> None:
        """Say why an order can't stand; nothing if it can."""
        self.refused.set(why or "")
        announce(why or "")

    def _snap_list(self, view: View) -> list[tuple[str, str, int]]:
        found = [("snap_said", _("What the brigades said"), view.said_kg)]
        past = [one for one in view.harvests if one.season == view.season and one.year < view.year]
        if past:
            found.append(("snap_last", _("Last year’s figure"), past[-1].reported_kg))
        if view.open_books:
            there = sum(unit.harvest.kg for unit in view.units)
            found.append(("snap_there", _("What is there"), there))
        return found

    def _snap_ask(self, view: View, key: str, kg: int) -> Ask:
        """Where such a figure comes from."""
        if key != "snap_last":
            return Ask({"snap_said": "said", "snap_there": "harvest"}[key], tonnes(kg))
        season = [one.season == view.season and one.year < view.year for one in view.harvests]
        at = max(place for place, same in enumerate(season) if same)
        one = view.harvests[at]
        turn = turn_of(self.sitting.session.level, season_part(one.year, one.season))
        if one.before or turn is None:
            return Ask(f"past.{at}.reported", tonnes(kg))
        return Ask("reported", tonnes(kg), turn=turn)

    def _show_forecast(self, view: View) -> None:
        told = view.forecast
        kept = told.seed_kg + told.feed_kg
        taken, left, eat = reckoned(told, "taken_kg"), reckoned(told, "left_kg"), food(told)
        self.split.show(
            [
                Part(_("Taken by the state"), told.taken_kg, taken, "cinnabar_deep", hatched=True),
                Part(_("Seed and fodder"), kept, tonnes(kept), "ochre"),
                Part(_("Left to eat"), told.left_kg, left, "indigo"),
            ]
        )
        hungry = told.eat_g_day < view.ration_g
        self.follows.show(
            [
                Fact(_("Demanded against this figure"), tonnes(told.demanded_kg)),
                Fact(
                    _("Per person and day until the next harvest"), eat,
                    "cinnabar_deep" if hungry else "ink",
                ),
            ]
        )  # fmt: skip
        self.split.rows_tell([
            (Ask("would_be_taken", taken),), (Ask("seed_and_feed", tonnes(kept)),),
            (Ask("left_to_eat", left),),
        ])  # fmt: skip
        self.follows.can_tell(Ask("demanded", tonnes(told.demanded_kg)), Ask("eat_g_day", eat))

    def _snapper(self, kg: int) -> Callable[[], None]:
        return lambda: self.give("report", kg)
