"""What every widget has: a place, a role, a name, a value, a hint, and a picture of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import pygame

from game.ui import keys
from game.ui.theme import HIT, Theme
from game.words import N_, _

if TYPE_CHECKING:
    from game.sim.why import Parts

RING = 2  # logical px, the frame round what has the focus
BLEED = 4  # logical px around the rectangle that a widget may draw on (shadow, knob)
FAINT = 60  # of 255: what covers less is a shadow
ROLES = {
    "button": N_("button"), "slider": N_("slider"), "stepper": N_("number"), "choice": N_("choice"),
    "tabs": N_("tabs"), "toggle": N_("switch"), "list": N_("list"), "table": N_("table"),
    "chart": N_("chart"), "scroll": N_("page"), "figure": N_("figure"), "key": N_("key"),
    "picture": N_("picture"), "text field": N_("text field"), "timeline": N_("timeline"),
    "text": N_("text"), "figures": N_("figures"),
}  # fmt: skip
"""What the roles that can have the focus are called aloud."""
READ = {"text", "figures", "figure"}
"""Lines that are read, and asked why: lower than a hit area, but answering to one."""
USES = {
    "slider": N_("Left and right change it, page keys by more."),
    "stepper": N_("Arrows change it, page keys by more."),
    "choice": N_("Arrows choose."),
    "tabs": N_("Arrows turn the pages."),
    "toggle": N_("Enter or Space changes it."),
    "list": N_("Arrows choose, Enter takes it."),
    "table": N_("Arrows go through the rows."),
    "chart": N_("Left and right go from point to point, up and down from line to line."),
    "text field": N_("Type; Enter takes it."),
}
"""How to use what has no hint of its own."""


@dataclass(frozen=True)
class Ask:
    """A figure that can be asked why.

    Attributes:
        figure: Its name among `game.sim.parts_of.FIGURES`, or "account." and an account.
        text: How it reads on the screen.
        unit: The brigade it is of; None for the commune.
        turn: The closed season it speaks of; None for now.
        true: Whether it is asked of the true books, which only a debrief opens.
        given: Its parts, where a report has them and no view does: sums over seasons, other lives.
    """

    figure: str
    text: str = ""
    unit: int | None = None
    turn: int | None = None
    true: bool = False
    given: "tuple[Parts, ...]" = ()


class Widget:
    """A thing on the screen. It holds plain numbers and words, no objects of the game.

    A screen makes its widgets once, `place`s them whenever its size or the theme changes, and hands
    them to a `Form`. A widget calls `touch` when what it shows has changed.
    """

    role: ClassVar[str] = "text"
    focusable: ClassVar[bool] = False
    hovers: ClassVar[bool] = False  # whether it looks different under the pointer
    under: ClassVar[float] = 0  # logical px from its last baseline to its lower edge
    as_wide_as_words: ClassVar[bool] = False  # whether a page leaves the rest of the line free
    gives_way: ClassVar[bool] = False  # whether a page may make it lower than it would be
    quotes = False  # whether its numbers are dates and citations, with their source beside them
    linked = True  # whether its words lead to the chronicle
    beside = ""  # what it does, where eyes read that beside it
    aloud = ""  # its name for the ear, where eyes see beside it what it is for
    takes_keys = False  # whether every key is for it just now, Tab and Escape too

    def __init__(
        self, name: str = "", *, hint: str = "", key: str = "", reason: str | None = None
    ) -> None:
        self.name = name  # what it is, for eyes and ears
        self.hint = hint  # more about it, shown when asked
        self.key = key  # what the screen and the tests call it
        self.reason = reason  # why it cannot be used now; None if it can
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.theme = Theme()
        self.visible = True
        self.shortcut: int | None = None  # a pygame key that presses it from anywhere in the form
        self.asks: tuple[Ask, ...] = ()  # the figures that it shows
        self.action = ""  # what its key is called in `game.ui.keys`
        self.focused = self.ringed = self.hovered = self.pressed = False
        self.stale = True
        self._held: pygame.Surface | None = None

    @property
    def enabled(self) -> bool:
        """Whether it can be used now."""
        return self.reason is None

    @property
    def value_text(self) -> str:
        """What it stands at, in words."""
        return ""

    @property
    def tip(self) -> str:
        """What the tooltip says: why it is refused, else the hint and the key."""
        parts = _("Press ? for its parts.") if self.asks else ""
        return self.reason or self.with_key(self.hint or self.use or parts)

    @property
    def spoken_name(self) -> str:
        """The name for the ear: of a sign such as an arrow, what it is there for."""
        if self.aloud:
            return self.aloud
        return self.name if any(each.isalnum() for each in self.name) else self.hint

    @property
    def use(self) -> str:
        """How the keyboard uses what has no hint of its own; nothing to say beside a pointer."""
        return _(USES[self.role]) if self.role in USES else ""

    def with_key(self, told: str) -> str:
        """A hint with the key that presses it, if there is one."""
        if not self.action:
            return told
        pressed = keys.shown(self.action)
        if not told or not pressed:
            return told or pressed
        return _("{hint} ({key})").format(hint=told, key=pressed)

    def described(self) -> str:
        """All that someone who can't see it needs: name, role, value or refusal, hint."""
        told = [self._with_role()]
        more = self.hint or self.use if self.hint != self.spoken_name else ""
        if (more or self.action) and not self.reason:
            told.append(self.with_key(more))
        told.append(self.beside)
        return ". ".join(part.rstrip(".") for part in told if part)

    def _with_role(self) -> str:
        """Name, role, value or refusal."""
        role = _(ROLES[self.role]) if self.role in ROLES else ""
        said = self.spoken_name
        name = _("{name}, {role}").format(name=said, role=role) if role else said
        return self.spoken().replace(self.aloud or self.name, name, 1) if self.name else name

    def spoken(self) -> str:
        """The whole of it as a line to be heard."""
        name = self.aloud or self.name
        if self.reason:
            return _("{name}. Not possible: {reason}").format(name=name, reason=self.reason)
        if self.value_text:
            return _("{name}: {value}").format(name=name, value=self.value_text)
        return name

    def read(self) -> list[str]:
        """What is heard of it when a whole screen is read out, line by line."""
        if not self.name:
            return []
        return [self._with_role() if self.focusable and self.role not in READ else self.spoken()]

    def asked(self) -> tuple[Ask, ...]:
        """The figures that "?" asks about just now: in a table, those of the marked row."""
        return self.asks

    def can_tell(self, *asks: Ask) -> None:
        """Say which figures it shows; it can have the focus then, to be asked why."""
        self.asks = asks
        if asks:
            self.focusable = True  # type: ignore[misc]

    def touch(self) -> None:
        """Draw it anew before the next look."""
        self.stale = True

    def allow(self, reason: str | None = None) -> None:
        """Make it usable, or give the reason why it is not."""
        if reason != self.reason:
            self.reason = reason
            self.touch()

    def place(self, rect: pygame.Rect, theme: Theme) -> None:
        """Put it somewhere, in pixels of the screen."""
        if rect.size != self.rect.size or theme != self.theme:
            self.touch()
        self.rect, self.theme = pygame.Rect(rect), theme

    def shift(self, down: int) -> None:
        """Move it by pixels, with all that is inside it: a page was scrolled."""
        self.rect.move_ip(0, down)

    def height(self, width: int, theme: Theme) -> int:
        """The height it needs at a width, in pixels of the screen."""
        del width
        return theme.px(HIT)

    def width(self, theme: Theme) -> int:
        """The width it would like, in pixels of the screen."""
        return theme.px(HIT)

    def walk(self) -> Iterator["Widget"]:
        """It and all that is inside it, if visible."""
        if self.visible:
            yield self

    def hits(self) -> list[pygame.Rect]:
        """The areas that can be pressed, each for itself; tests hold them to `HIT`."""
        return [self._grown() if self.role in READ else self.rect]

    def _grown(self) -> pygame.Rect:
        """Its rectangle, at least as large as a hit area: what `at` answers to."""
        least = self.theme.px(HIT)
        return self.rect.inflate(max(0, least - self.rect.width), max(0, least - self.rect.height))

    def at(self, position: tuple[int, int]) -> "Widget | None":
        """The widget under a point: every hit area is at least 32 x 32 logical pixels."""
        return self if self.visible and self._grown().collidepoint(position) else None

    def on_event(self, event: pygame.event.Event) -> bool:
        """React to what the form hands over; True if it was used."""
        del event
        return False

    def update(self, seconds: float) -> bool:
        """Let time pass; True if it must be drawn again."""
        del seconds
        return False

    def paint(self, on: pygame.Surface, box: pygame.Rect) -> None:
        """Draw it on a clear surface; `box` is its rectangle there."""

    def outline(self) -> pygame.Rect:
        """All that it may draw on."""
        bleed = self.theme.px(BLEED)
        return self.rect.inflate(2 * bleed, 2 * bleed)

    def draw(self, on: pygame.Surface) -> None:
        """Show it, drawn anew only if it changed."""
        if not self.visible or not self.rect.width or not self.rect.height:
            self.stale = False  # nothing to see: it must not keep the window awake
            return
        if not self.stale and not self.outline().colliderect(on.get_clip()):
            return  # another part of the window is being drawn
        bleed = self.theme.px(BLEED)
        on.blit(self._looks(), (self.rect.x - bleed, self.rect.y - bleed))

    def _looks(self) -> pygame.Surface:
        """It on a clear surface, with what it draws beyond its rectangle."""
        if self.stale or self._held is None:
            bleed = self.theme.px(BLEED)
            self._held = pygame.Surface(self.outline().size, pygame.SRCALPHA)
            self.paint(self._held, self.rect.move(bleed - self.rect.x, bleed - self.rect.y))
            self.stale = False
        return self._held

    def mask(self) -> pygame.Mask:
        """Every pixel that it covers, from the corner of its outline on."""
        return pygame.mask.from_surface(self._looks(), FAINT)

    def ink(self) -> pygame.Rect:
        """What it really covers: less than its rectangle where its words are lower."""
        if not self.rect.width or not self.rect.height:
            return self.rect
        return self._looks().get_bounding_rect().move(self.outline().topleft)


def pressed_key(event: pygame.event.Event) -> int | None:
    """The key of a key press, else None."""
    return int(event.key) if event.type == pygame.KEYDOWN else None


def is_press(event: pygame.event.Event) -> bool:
    """Whether this means "do it": Enter or Space."""
    return pressed_key(event) in {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE}


def is_click(event: pygame.event.Event) -> bool:
    """Whether the left button goes down."""
    return bool(event.type == pygame.MOUSEBUTTONDOWN and event.button == 1)


def is_release(event: pygame.event.Event) -> bool:
    """Whether the left button comes up."""
    return bool(event.type == pygame.MOUSEBUTTONUP and event.button == 1)
