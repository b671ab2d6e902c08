"""The chronicle: terms, campaigns, meetings, techniques, institutions; to search and to read."""

import pygame

from game.levelfiles.chronicle import Entry, chronicle
from game.levelfiles.sources import shipped_sources
from game.reports.marks import NAMES, SURE
from game.reports.when import dated
from game.ui.screen import Pop
from game.ui.screens.page import Page, flow, stack
from game.ui.theme import BODY, PAGE, PROSE, SECOND, Theme
from game.ui.widgets.announce import announce
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.textline import TextLine
from game.words import N_, _, _n, language

KINDS = {
    "": N_("All"), "terms": N_("Terms"), "campaigns": N_("Campaigns"), "meetings": N_("Meetings"),
    "techniques": N_("Techniques"), "institutions": N_("Institutions"),
}  # fmt: skip
LEFT = 400  # logical px of the list
LONGEST, ROWS = 40, 4


class SearchLine(TextLine):
    """A field that searches with every sign."""

    def _take(self, text: str) -> None:
        super()._take(text)
        self.on_enter()


class Entries(ListBox):
    """A list that leaves room for what is read below it, where it stands above."""

    linked = False

    def height(self, width: int, theme: Theme) -> int:
        """Some rows; the others are scrolled to."""
        return self.row_height(width, theme) * min(ROWS, len(self.rows))


class Chronicle(Page):
    """The list at the left, the entry at the right; where it is narrow, one below the other.

    Args:
        key: The entry that is open first; nothing opens the first one.
    """

    WIDE = 860

    def __init__(self, key: str = "") -> None:
        super().__init__(_("Chronicle"), _("Words of these years, with their dates and sources."))
        self.book = chronicle(language())
        self.search = SearchLine(_("Search"), "", self._searched, most=LONGEST, key="search")
        self.ask = Label(_("Search, in English, Chinese or pinyin"), SECOND, "ink2")
        self.found = Label("", SECOND, "ink2", key="found")
        self.kind = Choice(
            _("Kind"), [_(name) for name in KINDS.values()], 0, lambda _at: self._searched(),
            key="kind",
        )  # fmt: skip
        self.shown: list[Entry] = []
        self.list = Entries(_("Entries"), [], self._open, key="entries")
        self.name = Label("", PAGE, key="name")
        self.facts = Label("", BODY, "ink2", key="facts")
        self.text = Label("", PROSE, key="text")
        self.source = Label("", SECOND, "ink2", key="source")
        self.see_head = Label(_("See also"), SECOND, "ink2")
        self.see: list[Button] = []
        self.body.add(
            self.ask, self.search, self.kind, self.found, self.list, self.name, self.facts,
            self.text, self.source, self.see_head,
        )  # fmt: skip
        self.add_feet(Button(_("Back"), self._back, "seal", key="back"))
        self.form.on_escape = self._back
        self._searched()
        self._select(key or self.shown[0].key)
        self.form.focus_on(self.list if key else self.search, ring=False)

    # ---- what it does

    def _searched(self) -> None:
        kind = list(KINDS)[self.kind.chosen]
        hits = self.book.search(self.search.text)
        self.shown = [entry for entry in hits if kind in {"", entry.kind}]
        rows = [Row(_name(entry), _("{zh} · {pinyin}").format(zh=entry.zh, pinyin=entry.pinyin))
                for entry in self.shown]  # fmt: skip
        self.list.first = 0
        self.list.show(rows, None)
        count = len(rows)
        told = _n("{count} entry", "{count} entries", count).format(count=count)
        self.found.set(told)
        announce(told)
        self.list.visible = bool(rows)
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def _open(self, row: int) -> None:
        self._tell(self.shown[row])

    def _select(self, key: str) -> None:
        """Open an entry, also one that the search has left out."""
        keys = [entry.key for entry in self.shown]
        if key not in keys:
            self.search.text = ""
            self.kind.show(0)
            self._searched()
            keys = [entry.key for entry in self.shown]
        at = keys.index(key)
        self.list.show(self.list.rows, at)
        self.list.first = at
        self._tell(self.shown[at])

    def _tell(self, entry: Entry) -> None:
        self.name.set(_name(entry))
        facts = [entry.zh, entry.pinyin, dated(entry.when), _(NAMES[entry.mark])]
        self.facts.set(" · ".join(part for part in facts if part))
        self.text.set(entry.text)
        known = shipped_sources().get(entry.source)
        self.source.set(
            _("Made up for this game.") if known is None
            else _("Source: {citation}. {where} ({confidence})").format(
                citation=known.citation, where=known.where,
                confidence=_(SURE.get(known.confidence, known.confidence)),
            )
        )  # fmt: skip
        self.body.children = [each for each in self.body.children if each not in self.see]
        self.see = [self._link(key) for key in entry.see]
        self.see_head.visible = bool(self.see)
        at = self.body.children.index(self.see_head) + 1
        self.body.children[at:at] = self.see
        announce(f"{self.name.name}. {self.facts.name}. {self.text.name}")
        if self.size != (0, 0):
            self.layout(self.size, self.theme)

    def _link(self, key: str) -> Button:
        entry = self.book.entries[key]
        made = Button(_name(entry), lambda: self._follow(key), key=f"see_{key}", hint=entry.zh)
        made.linked = False  # it leads there itself
        return made

    def _follow(self, key: str) -> None:
        self._select(key)
        self.form.focus_on(self.list, ring=True)

    def _back(self) -> None:
        self.go(Pop())

    # ---- places

    def spread(self, area: pygame.Rect, theme: Theme) -> int:
        """The list at the left, as high as the page; the entry at the right."""
        px = theme.px
        left = pygame.Rect(area.left, area.top, min(px(LEFT), area.width * 2 // 5), area.height)
        top = stack([self.ask, self.search, self.kind, self.found], left, theme, 5)
        if self.list.visible:
            row = self.list.row_height(left.width, theme)
            high = max(row * 3, (area.bottom - top) // row * row)
            self.list.place(pygame.Rect(left.left, top, left.width, high), theme)
            top += high
        right = pygame.Rect(left.right + px(32), area.top, 0, area.height)
        right.width = area.right - right.left
        told = (self.name, self.facts, self.text, self.source, self.see_head)
        low = pygame.Rect(right.left, stack(told, right, theme, 8), right.width, 0)
        return max(top, flow(self.see, low, theme))


def _name(entry: Entry) -> str:
    name = entry.zh if language().startswith("zh") else entry.english
    return name[:1].upper() + name[1:]
