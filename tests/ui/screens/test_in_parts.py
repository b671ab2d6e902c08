"""The village drawn in parts looks as if it were drawn anew: keys, tooltips, the focus frame."""

from collections.abc import Callable

import pygame
import pytest

from game.ui.app import App
from game.ui.screens.sitting import Sitting
from game.ui.screens.village import Village
from game.ui.settings import Settings
from game.ui.theme import HIT
from game.ui.widgets.base import Widget
from game.ui.widgets.ring import draw_ring, ring_of
from tests.ui.screens.conftest import Make, press

Shown = Callable[..., tuple[App, Village]]
TICKS = 24  # frames that are looked at, a fifth of a second each


@pytest.fixture
def shown(game: Make) -> Shown:
    def make(scale: float = 1.0, *, still: bool = False) -> tuple[App, Village]:
        chosen = Settings(reduced_motion=still)
        app = App((1280, 720), chosen, ui_scale=scale, keep=lambda _settings: None)
        screen = Village(Sitting(game(2)))
        app.start(screen)
        app.frame(0)
        return app, screen

    return make


def differs(app: App, screen: Village) -> pygame.Rect:
    """Where the window is not what it would be if all were drawn now."""
    anew = pygame.Surface(app.surface.get_size()).convert(app.surface)
    screen.draw(anew)
    off = pygame.mask.from_threshold(anew, (0, 0, 0), (1, 1, 1, 255), app.surface)
    off.invert()
    boxes = off.get_bounding_rects()
    return boxes[0].unionall(boxes[1:]) if boxes else pygame.Rect(0, 0, 0, 0)


def standing(screen: Village, widget: Widget | None) -> bool:
    return widget is None or any(each is widget for each in screen.form.walk())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_after_each_key_nothing_of_before_is_left(shown: Shown, scale: float) -> None:
    app, screen = shown(scale)
    keys = [
        pygame.K_m, pygame.K_p, pygame.K_p, pygame.K_TAB, pygame.K_p, pygame.K_o, pygame.K_TAB,
        pygame.K_RIGHT, pygame.K_TAB, pygame.K_TAB, pygame.K_n, pygame.K_n, pygame.K_l, pygame.K_o,
        pygame.K_1, pygame.K_TAB, pygame.K_l,
    ]  # fmt: skip
    for key in keys:
        press(app, key)
        for _tick in range(3):
            app.frame(0.2)
            assert not differs(app, screen), pygame.key.name(key)
            assert standing(screen, screen.form.focus), pygame.key.name(key)


def test_the_focus_leaves_a_page_that_is_turned_away(shown: Shown) -> None:
    app, screen = shown(2.0)
    message = screen.bottom.message
    screen.bring(message.key)
    screen.form.focus_on(message)
    app.frame(0.6)
    assert screen.form.tooltip.visible
    press(app, pygame.K_p)
    assert not standing(screen, message)
    assert screen.form.focus is None
    app.frame(0.6)
    assert not screen.form.tooltip.visible


def test_the_focus_goes_on_in_orders_that_are_made_anew(shown: Shown) -> None:
    app, screen = shown(1.0)
    press(app, pygame.K_n)
    press(app, pygame.K_o)
    press(app, pygame.K_RIGHT)
    before = next(each for each in screen.drawer.page.walk() if each.key == "weigh")
    screen.form.focus_on(before)
    press(app, pygame.K_n)
    now = screen.form.focus
    assert now is not None
    assert now is not before
    assert now.key == "weigh"
    assert now.ringed


def test_what_walks_stays_below_a_tooltip_and_a_frame(shown: Shown) -> None:
    app, screen = shown(1.0)
    parts: list[pygame.Rect] = []
    for _tick in range(TICKS):
        app.frame(0.2)
    changed, tip = screen.sheet.changed, screen.form.tooltip

    def watched() -> list[pygame.Rect]:
        found = changed()
        parts.extend(found)
        return found

    screen.sheet.changed = watched  # type: ignore[method-assign]
    under, room = 0, screen.sheet.map.camera.free
    assert room is not None
    for _tick in range(TICKS):
        app.frame(0.2)
        free = [each for each in parts if room.contains(each)]
        parts.clear()
        if not tip.visible and free:  # among those who walk now
            middle = sorted(free, key=lambda each: each.centery)[len(free) // 2]
            tip.show("five boxes are its strength", middle, screen.form.rect, screen.theme)
            screen.form.shown.whole = True
            continue
        under += tip.visible and tip.rect.collidelist(free) >= 0
        assert not differs(app, screen)
    assert under


def test_the_focus_frame_cuts_no_words_beside_it(shown: Shown) -> None:
    _app, screen = shown(1.0, still=True)
    form = screen.form
    checked = 0
    for widget in [each for each in form.walk() if each.focusable]:
        form.focus_on(widget)
        form.draw(pygame.Surface((1280, 720)))
        ring = ring_of(widget, form.walk())
        line = pygame.Surface((1280, 720), pygame.SRCALPHA)
        draw_ring(widget, form.walk(), line)
        mask = pygame.mask.from_surface(line)
        assert ring.contains(widget.ink()), widget.name
        for other in (screen.left.labour, screen.left.list, *screen.left.sliders):
            if other is not widget:
                cut = mask.overlap_area(*_inked(other))
                assert not cut, (widget.name, other.name)
                checked += ring.inflate(8, 8).colliderect(other.rect)
    assert checked > len(screen.left.sliders)


def _inked(widget: Widget) -> tuple[pygame.mask.Mask, tuple[int, int]]:
    """What a widget painted; of a head the words, not the rule below them."""
    held = widget._held
    assert held is not None
    if widget.role == "heading":
        held = held.subsurface((0, 0, held.get_width(), held.get_height() - 12))
    return pygame.mask.from_surface(held, 40), widget.outline().topleft


def test_a_message_on_a_page_is_as_high_as_its_words(shown: Shown) -> None:
    app, screen = shown(2.0)
    message = screen.bottom.message
    screen.bring(message.key)
    assert len(screen.bottom.messages()) > 2
    for _message in screen.bottom.messages():
        press(app, pygame.K_m)
        wide = message.rect.width
        assert message.rect.height >= message.height(wide, screen.theme)
        assert message.rect.height <= message.height(wide, screen.theme) + screen.theme.px(HIT)
