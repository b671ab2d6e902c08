"""Every screen by ear and by keyboard alone: named, explained, and reached with Tab."""

from collections.abc import Iterator

import pygame
import pytest

from game.ui.links import tip_of
from game.ui.screen import FormScreen
from game.ui.screens.registry import OF_GAME, PLAIN
from game.ui.theme import Theme
from game.ui.widgets.announce import lines
from game.ui.widgets.base import ROLES, Widget
from game.ui.widgets.form import Form
from game.ui.widgets.scroll import ScrollView
from tests.ui.hands import key
from tests.ui.layout.rules import placed
from tests.ui.layout.test_layout import made, opened, pages

__all__ = ["opened"]
SMALL = ((1024, 600), 2.0)
WIDE = ((1280, 720), 1.0)


def front(form: Form) -> Form:
    while form.modal is not None:
        form = form.modal
    return form


@pytest.mark.parametrize("name", [*PLAIN, *OF_GAME])
def test_everything_has_a_name_a_role_and_a_use(name: str, opened: object) -> None:
    screen = made(name, opened)  # type: ignore[arg-type]
    assert screen.announce_on_enter, "a screen says what it is"
    pygame.display.set_mode(WIDE[0])
    screen.layout(WIDE[0], Theme(WIDE[1]))
    for _page in pages(screen):
        for widget in screen.widgets():
            if not widget.focusable:
                continue
            assert widget.name, f"a {type(widget).__name__} {widget.key!r} without a name"
            assert widget.role in ROLES, f"{widget.name!r}: {widget.role!r} has no word"
            assert any(letter.isalnum() for letter in widget.spoken_name), widget.name
            assert widget.spoken_name in widget.described()
            assert ROLES[widget.role] in widget.described()
            if widget.role not in {"button", "scroll"}:
                assert widget.tip, f"{widget.name!r} does not say how it is used"


@pytest.mark.parametrize(("size", "scale"), [SMALL, WIDE])
@pytest.mark.parametrize("name", [*PLAIN, *OF_GAME])
def test_tab_reaches_everything_and_shows_it(
    name: str, size: tuple[int, int], scale: float, opened: object
) -> None:
    screen = made(name, opened)  # type: ignore[arg-type]
    pygame.display.set_mode(size)
    screen.layout(size, Theme(scale, reduced_motion=True))
    form = front(screen.form)
    window = pygame.Rect((0, 0), size)
    wanted = {id(each): each for each in form.walk() if each.focusable}
    views = {id(one.widget): one.view for one in placed(form, window)}
    reached: dict[int, Widget] = {}
    for _step in range(len(wanted) + 1):
        screen.form.on_event(key(pygame.K_TAB))
        focus = front(screen.form).focus
        if focus is None:
            continue
        reached[id(focus)] = focus
        assert focus.ringed, f"no ring round {focus.name!r}"
        view = views.get(id(focus))
        if view is not None and focus.rect.height <= view.rect.height:
            assert view.rect.contains(focus.rect), f"{focus.name!r} has the focus out of sight"
    missed = [each.name for at, each in wanted.items() if at not in reached]
    assert not missed, f"Tab never comes to {missed}"


def tips(screen: FormScreen) -> Iterator[str]:
    """Trouble with the tooltips of a screen: on what they explain, on the focus, outside."""
    form = front(screen.form)
    window = pygame.Rect((0, 0), screen.size)
    seen = {id(one.widget): one.seen for one in placed(form, window)}
    focuses = [None, *(each for each in form.walk() if each.focusable)][:4]
    for widget in [each for each in form.walk() if tip_of(each) and id(each) in seen]:
        own = widget.rect.clip(seen[id(widget)])
        if not own.width or not own.height:
            continue
        for focus in focuses:
            form.focus_on(focus, ring=False)
            form.reveal(widget)
            own = widget.rect.clip(seen[id(widget)])
            form._place_tip(tip_of(widget), widget)
            slip = form.tooltip
            if not slip.visible:
                if focus is None and own.width * own.height < window.width * window.height // 4:
                    yield f"{widget.name!r} has no room for {slip.name!r}"
                continue
            if not window.contains(slip.rect):
                yield f"the tooltip of {widget.name!r} leaves the window: {tuple(slip.rect)}"
            if slip.rect.colliderect(own):
                yield f"the tooltip of {widget.name!r} {tuple(slip.rect)} lies on it {tuple(own)}"
            if focus is None or focus is widget:
                continue
            if slip.rect.colliderect(focus.rect.clip(seen.get(id(focus), focus.rect))):
                yield f"the tooltip of {widget.name!r} lies on {focus.name!r}, which has the focus"


@pytest.mark.parametrize("name", [*PLAIN, *OF_GAME])
def test_a_tooltip_hides_neither_its_own_nor_the_focus(name: str, opened: object) -> None:
    screen = made(name, opened)  # type: ignore[arg-type]
    found: list[str] = []
    for size, scale in (WIDE, ((1024, 600), 1.5)):
        pygame.display.set_mode(size)
        screen.layout(size, Theme(scale, reduced_motion=True))
        for page in pages(screen):
            found += [f"{size} at {scale:.0%} {page}: {trouble}" for trouble in tips(screen)]
    assert not found, f"{len(found)} problems:\n" + "\n".join(found[:6])


def test_focus_is_announced_once_with_all_of_it(opened: object) -> None:
    screen = made("orders", opened)  # type: ignore[arg-type]
    screen.layout(WIDE[0], Theme(WIDE[1]))
    slider = next(each for each in screen.form.walk() if each.key == "labour0")
    lines.clear()
    screen.form.focus_on(slider)
    assert len(lines) == 1
    assert lines[0].startswith("Fields, slider: ")
    assert "Sowing, tending, reaping" in lines[0]
    assert not isinstance(slider, ScrollView)
