"""Only what changed is drawn again, and it looks as if all had been."""

import os

os.environ["SDL_VIDEODRIVER"] = "dummy"

from collections.abc import Iterator

import pygame
import pytest

from game.ui.theme import Theme
from game.ui.widgets.form import Form
from game.ui.widgets.ink import edge
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.shown import redraw, stale_parts

SIZE = (400, 300)


@pytest.fixture
def screen() -> Iterator[pygame.Surface]:
    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode(SIZE)
    pygame.display.quit()


@pytest.fixture
def form(screen: pygame.Surface) -> Form:
    labels = [Label(f"figure {at}") for at in range(4)]
    panel = Panel("sheet")
    found = Form(panel, *labels)
    found.place(screen.get_rect(), Theme())
    panel.place(pygame.Rect(20, 20, 300, 240), Theme())
    for at, label in enumerate(labels):
        label.place(pygame.Rect(40, 40 + 50 * at, 200, 20), Theme())
    return found


def _below(on: pygame.Surface) -> None:
    on.fill((190, 200, 140))


def test_a_word_that_changed_is_all_that_is_drawn(form: Form, screen: pygame.Surface) -> None:
    form.update(0.1)
    assert redraw(form, screen, _below) is None
    assert not form.update(0.1)
    assert redraw(form, screen, _below) == []
    label = form.children[2]
    assert isinstance(label, Label)
    label.set("another")
    assert form.update(0.1)
    parts = redraw(form, screen, _below)
    assert parts == [label.outline()]
    in_parts = pygame.image.tobytes(screen, "RGB")
    _below(screen)
    form.draw(screen)
    assert in_parts == pygame.image.tobytes(screen, "RGB")
    assert not form.update(0.1)


@pytest.mark.parametrize("change", ["moved", "hidden", "pressed"])
def test_what_was_rearranged_is_drawn_whole(
    form: Form, screen: pygame.Surface, change: str
) -> None:
    redraw(form, screen, _below)
    label = form.children[1]
    if change == "moved":
        label.place(label.rect.move(9, 0), Theme())
    elif change == "hidden":
        label.visible = False
    else:
        form.on_event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0))
        form.update(0)
    assert stale_parts(form) is None


@pytest.mark.parametrize("width", [1, 3, 4])
def test_an_edge_is_the_same_under_a_narrow_clip(screen: pygame.Surface, width: int) -> None:
    area = pygame.Rect(20, 20, 300, 100)
    whole = pygame.Surface(SIZE)
    edge(whole, (200, 0, 0), area, width)
    by_pygame = pygame.Surface(SIZE)
    pygame.draw.rect(by_pygame, (200, 0, 0), area, width)
    assert pygame.image.tobytes(whole, "RGB") == pygame.image.tobytes(by_pygame, "RGB")
    screen.fill((0, 0, 0))
    for top in range(0, SIZE[1], 3):
        for left in range(0, SIZE[0], 5):
            screen.set_clip((left, top, 5, 3))
            edge(screen, (200, 0, 0), area, width)
    screen.set_clip(None)
    assert pygame.image.tobytes(whole, "RGB") == pygame.image.tobytes(screen, "RGB")
