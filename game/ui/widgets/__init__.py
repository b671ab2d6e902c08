"""Small widgets of paper and ink, and how a screen is made with them.

A screen is a `game.ui.screen.FormScreen`. It makes its widgets once, places them for every size and
theme, and its callbacks change numbers (`show`, `set`, `allow`) or ask for another screen (`go`)::

    class Title(FormScreen):
        announce_on_enter = _("Two Ledgers")

        def __init__(self) -> None:
            super().__init__()
            self.sheet = Panel(_("Title"))
            self.begin = Button(_("New game"), self._begin, "seal", key="begin")
            self.form.add(self.sheet, self.begin)  # the order of Tab, later ones above
            self.form.on_escape = lambda: self.go(Pop())

        def arrange(self, area: pygame.Rect, theme: Theme) -> None:
            px = theme.px  # logical pixels of 1280 x 720 -> pixels
            self.sheet.place(area.inflate(-px(24), -px(24)), theme)
            width = self.begin.width(theme)
            high = self.begin.height(width, theme)
            self.begin.place(pygame.Rect(px(40), px(40), width, high), theme)

        def _begin(self) -> None:
            self.go(Push(Village()))

`App(size, Settings()).run(Title())`, or headless: `app.start(Title()); app.shot("title.png")`.

Every widget: `name role key hint reason rect theme visible enabled value_text tip spoken()`;
`place(rect, theme)`, `width(theme)`, `height(width, theme)` in pixels, `touch()`, and
`allow(reason | None)`: None is usable, words are the refusal, shown as tooltip and announced.
Keywords `hint=`, `key=` everywhere; `reason=` where it can be refused. Colours by pigment name.

- `panel`: Panel(name, plain=False) · Head(title, subtitle, right) .set(title, right) ·
  Rule(kind: "" "soft" "strong")
- `label`: Label(text, style=theme.BODY, colour="ink", align="left") .set(text, colour) ·
  Icon(icon, size=20, name)
- `button`: Button(name, on_press, kind="plain"|"seal", icon="", shortcut=pygame key)
- `slider`: Slider(name, value_pm, on_change(pm), icon, count, mark=pm, step=10, most=1000)
  .show(value, count, mark)
- `stepper`: Stepper(name, value, on_change(n), low, high, step, large, text=fn, colour)
  .show(value, low, high)
- `choice`: Choice(name, options, chosen, on_change(i), reasons={i: why}) .show(i) · `tabs`: Tabs
- `toggle`: Toggle(name, on, on_change(bool)) .show(on)
- `listbox`: ListBox(name, [Row(name, more, pips, pips_name, icon, portrait, picture)],
  on_select(i), selected) .show(rows, selected)
- `table`: Table(name, [Column(name, share, right, colour)], rows of str, on_select(i), sums)
  .show(rows, selected)
- `chart`: Chart(name, Lines(reported, actual, estimate, slots, years, points, unit, top, events,
  events_name, notes=[Note(at, "reported"|"actual", title, more)]), big, text=fn) .show(lines)
- `bar`: SplitBar(name, [Part(name, amount, text, colour, hatched)]) .show(parts)
- `gauge`: Stat(name, value, icon, captioned) · Figure(name, value, colour, style) · Gauge(name,
  amount, full, text) ; all .show(...)
- `seasons`: Seasons(turn, total=16, first_year=1958) .show(turn) · `notice`: Notice(text) .set
- `bowls`: Bowls(name, before, now, each=10) · `seal`: Seal(name, "柳湾"),
  Numbered(mark, title, text)
- `scroll`: ScrollView(*children): place the children as if unscrolled, then .settle(height) ·
  ScrollText([(paragraph, style)])
- `dialog`: ask(form, title, text, [(answer, callback)]) · Dialog(title, text, buttons, inside)
- `group`: Group(*children) hides and shows together · `form`: Form: focus, events, tooltips,
  .find(key), .focus_on(widget), .open(dialog), .close(); its on_event is True if the interface
  used the event, else it is for the map below: override FormScreen.on_event to pass it on
- `announce`: announce(text), `sinks`, `lines` · `ink`: Fine layer for own drawing
- own widgets: subclass `base.Widget`, set `role`, `focusable`; write `paint(on, box)`,
  `on_event`, `update`, `value_text`
"""
