"""Sources, scrolling; terms stand in the chronicle."""

import tomllib

from game.places import levels
from game.reports.marks import SURE
from game.ui.screen import Pop, Push
from game.ui.screens import flow
from game.ui.screens.page import Page
from game.ui.theme import HEAD, PROSE, SECOND
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.words import _


def source_widgets() -> list[Widget]:
    """All sources with how sure we are of them."""
    try:
        told = tomllib.loads((levels() / "_standard" / "sources.toml").read_text("utf-8"))
    except (OSError, ValueError):
        return [Label(_("The list of sources can't be read."), SECOND)]
    made: list[Widget] = []
    for entry in told.values():
        held = str(entry.get("confidence", ""))
        sure = _(SURE.get(held, held))
        made += [
            Label(str(entry.get("citation", "")), SECOND, quotes=True),
            Label(
                _("{where} ({confidence})").format(where=entry.get("where", ""), confidence=sure),
                SECOND,
                "ink2",
                quotes=True,
            ),
        ]
    return made


class Sources(Page):
    """Where the facts are from."""

    NARROW = 860

    def __init__(self) -> None:
        super().__init__(_("Sources and history"))
        self.body.add(
            Label(
                _(
                    "Everything about the villages and their people is invented. The dated events"
                    " of the country, the directives and the coefficients of the model carry the"
                    " sources listed here, with how sure we are of each. Historians’ estimates of"
                    " the excess deaths in China from 1958 to 1962 run from about 15 to 45 million."
                    " No historian has reviewed this yet."
                ),
                PROSE,
            ),
            Label(
                _(
                    "Terms, campaigns, meetings, techniques and institutions of these years stand"
                    " in the chronicle, each with its source."
                ),
                PROSE,
            ),
        )
        self.body.add(Head(_("Sources"), "资料", style=HEAD), *source_widgets())
        self.add_feet(
            Button(_("Chronicle"), lambda: self.go(Push(flow.chronicle())), key="chronicle"),
            Button(_("Back"), lambda: self.go(Pop()), "seal", key="back"),
        )
        self.form.on_escape = lambda: self.go(Pop())
