"""F5: the level is read anew while somebody edits it; the season stays."""

from typing import TYPE_CHECKING

from game.levelfiles.errors import LevelError
from game.play.reload import reloaded
from game.ui.screen import Replace
from game.ui.screens import flow
from game.ui.screens.sitting import Sitting
from game.ui.widgets.announce import announce
from game.ui.widgets.dialog import ask
from game.words import _, _n

if TYPE_CHECKING:
    from game.ui.screens.village import Village

SHOWN = 3
"""Problems that a dialog has room for; `check` prints all."""


def reload(screen: "Village") -> None:
    """Show the village of the changed level, or what is wrong with it; the old game goes on."""
    old = screen.sitting
    try:
        new = reloaded(old.session)
    except LevelError as error:
        ask(screen.form, _("The changed level can't be opened"), told(error), [(_("Go on"), None)])
        return
    sitting = Sitting(new.session, kept=old.kept, selected=None, layer=old.layer)
    camera = old.map(screen.theme).camera
    fresh = sitting.map(screen.theme).camera
    if (fresh.width, fresh.depth) == (camera.width, camera.depth):
        sitting.map(screen.theme).camera = camera
    text = _("The level is read anew.") if new.changed else _("The level has not changed.")
    if new.dropped:
        more = _n(
            "{count} order could not be given again.", "{count} orders could not be given again.",
            new.dropped,
        )  # fmt: skip
        text = f"{text} {more.format(count=new.dropped)}"
    announce(text)
    at_desk = new.session.phase == "desk"
    screen.go(Replace(flow.desk(sitting) if at_desk else flow.village(sitting)))


def told(error: LevelError) -> str:
    """The first problems in short lines, and how many more there are."""
    lines = []
    for each in error.problems[:SHOWN]:
        fix = f"; {each.fix}" if each.fix else ""
        lines.append(f"{each.place}: {each.key}: {each.found}{fix} ({each.code})")
    more = len(error.problems) - SHOWN
    if more > 0:
        lines.append(_n("{count} more problem.", "{count} more problems.", more).format(count=more))
    return "\n\n".join(lines)
