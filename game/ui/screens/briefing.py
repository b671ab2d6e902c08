"""The level's briefing, as a page."""

import re

import pygame

from game.ui.screen import Pop, Replace
from game.ui.screens.level_picture import LevelPicture
from game.ui.screens.page import Page, stack
from game.ui.screens.sitting import Sitting
from game.ui.theme import HEAD, PROSE, SECOND, Theme, Type
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Head
from game.words import _

BRIEF = Type("serif", 15)
TEXT = 640  # logical px: the longest line of the text
_MARKS = re.compile(r"\*\*|\*|`|(?<!\w)_|_(?!\w)")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def paragraphs(markdown: str) -> list[tuple[str, str]]:
    r"""Kind ("title", "head", "item", "text") and words of each paragraph.

    >>> paragraphs("# A\n\nb\nc\n\n- d")
    [('title', 'A'), ('text', 'b c'), ('item', 'd')]
    """
    found: list[tuple[str, str]] = []
    open_ = False
    for line in markdown.splitlines():
        words = _MARKS.sub("", _LINK.sub(r"\1", line)).strip()
        bare = line.strip()
        if not words:
            open_ = False
        elif bare.startswith("#"):
            kind = "title" if bare.startswith("# ") else "head"
            found.append((kind, words.lstrip("# ")))
            open_ = False
        elif bare.startswith(("- ", "* ")):
            found.append(("item", words.removeprefix("- ").strip()))
            open_ = True
        elif open_:
            kind, before = found[-1]
            found[-1] = (kind, f"{before} {words}")
        else:
            found.append(("text", words))
            open_ = True
    return found


def page_of(markdown: str, style: Type = PROSE) -> list[Widget]:
    """Widgets for the paragraphs, without the title."""
    made: list[Widget] = []
    for kind, words in paragraphs(markdown):
        if kind == "head":
            made.append(Head(words, style=HEAD))
        elif kind == "item":
            made.append(Label(_("· {words}").format(words=words), style))
        elif kind == "text":
            made.append(Label(words, style))
    return made


class Briefing(Page):
    """What one knows on taking the desk."""

    WIDE = 1000
    reads_out = True

    def __init__(self, sitting: Sitting) -> None:
        text = sitting.loaded.briefing
        titles = [words for kind, words in paragraphs(text) if kind == "title"]
        super().__init__(titles[0] if titles else sitting.place, sitting.loaded.subtitle_zh)
        self.sitting = sitting
        self.text, self.picture = page_of(text, BRIEF), LevelPicture()
        self.picture.show(0, sitting.session.folder)
        self.place_note = Label(sitting.word("level.note"), SECOND, "ink2")
        self.place_note.visible = "level.note" in sitting.session.level.words
        self.body.add(*self.text, self.picture, self.place_note)
        books = (
            _("Open books: what was written and what was there are both shown.")
            if sitting.session.open_books
            else _("Closed books: what was there is shown only where you weigh it.")
        )
        self.note.set(books)
        self.add_feet(
            Button(_("Back"), self._back, key="back"),
            Button(_("To the desk"), self._on, "seal", key="begin"),
        )
        self.form.on_escape = self._back

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """The text at the left, in lines that can be read; the village at the right."""
        px = theme.px
        wide = min(px(TEXT), (area.width - px(40)) * 3 // 5)
        ends = stack(self.text, pygame.Rect(area.left, area.top, wide, area.height), theme, 10)
        left = area.left + wide + px(40)
        beside = pygame.Rect(left, area.top + px(4), area.right - left, 0)
        beside.height = min(self.picture.height(beside.width, theme), area.height - px(60))
        self.picture.place(beside, theme)
        below = pygame.Rect(left, beside.bottom + px(8), beside.width, 0)
        below.height = self.place_note.height(below.width, theme)
        self.place_note.place(below, theme)
        return max(ends, below.bottom)

    def _back(self) -> None:
        from game.ui.screens import flow

        self.go(Replace(flow.title()))

    def _on(self) -> None:
        from game.ui.screens import flow

        self.go(Replace(flow.village(self.sitting)))


class Read(Page):
    """A text to read, above another screen."""

    NARROW = 820
    reads_out = True

    def __init__(self, title: str, widgets: list[Widget], subtitle: str = "") -> None:
        super().__init__(title, subtitle)
        self.body.add(*widgets)
        self.add_feet(Button(_("Back"), lambda: self.go(Pop()), "seal", key="back"))
        self.form.on_escape = lambda: self.go(Pop())
