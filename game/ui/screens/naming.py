"""Naming: a line over the screen in which a life of a seed is given a name."""

from collections.abc import Callable

from game.play.branch import MOST_NAME
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Dialog
from game.ui.widgets.form import Form
from game.ui.widgets.textline import TextLine
from game.words import _


def ask_name(
    form: Form, title: str, name: str, then: Callable[[str], None], *, suggested: bool = False
) -> None:
    """Open a line to type a name in.

    Args:
        form: of the screen below
        title: what it is for
        name: what stands there at first
        then: called with the name that was taken
        suggested: whether the first sign that is typed takes the place of what stands there
    """

    def done() -> None:
        form.close()
        then(line.text)

    line = TextLine(_("Its name"), name, done, most=MOST_NAME, key="name", suggested=suggested)
    buttons = [
        Button(_("Back"), form.close, key="no"),
        Button(_("Take this name"), done, "seal", key="yes"),
    ]
    ask = _("What shall it be called?")
    dialog = Dialog(title, ask, buttons, on_escape=form.close, inside=line)
    form.open(dialog)
    dialog.focus_on(line)
