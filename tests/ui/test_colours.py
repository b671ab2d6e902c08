"""The two ledgers, the overlays and all text, with five kinds of eyes."""

from itertools import pairwise

import pytest

from game.ui.map.overlays import KINDS, LINES, STROKE, STROKE_INK, WASH
from game.ui.theme import HIGH_CONTRAST, Colour, Colours, mix, rgb
from tests.ui.seen import EYES, apart, contrast

PALETTES = {"usual": Colours(), "high contrast": HIGH_CONTRAST}
GROUNDS = {
    "summer grass": rgb("BCC48A"), "ripe grain": Colours().gold, "bare earth": Colours().earth,
    "winter": Colours().frost, "dry grass": Colours().dun,
}  # fmt: skip


@pytest.fixture(params=PALETTES)
def colours(request: pytest.FixtureRequest) -> Colours:
    return PALETTES[request.param]


def test_the_measure_agrees_with_the_design() -> None:
    """Measured by hand for the concept pictures: 84, 51, 72, 99 and, the weak case, 19."""
    told = [round(apart(Colours().cinnabar, Colours().indigo, eyes)) for eyes in EYES]
    assert told == pytest.approx([84, 51, 72, 99, 19], abs=2)
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)


@pytest.mark.parametrize("eyes", EYES)
def test_the_two_ledgers_are_told_apart(colours: Colours, eyes: str) -> None:
    """In grey by their lightness; dashes, diamonds and names carry what colour can't."""
    least = 15 if eyes == "grey" else 40
    assert apart(colours.cinnabar, colours.indigo, eyes) >= least
    for line in (colours.cinnabar, colours.indigo):
        assert contrast(line, colours.field, eyes) >= 3


@pytest.mark.parametrize("eyes", EYES)
def test_parts_of_the_bar_end_where_the_next_begins(colours: Colours, eyes: str) -> None:
    for one, other in pairwise((colours.cinnabar_deep, colours.ochre, colours.indigo)):
        assert apart(one, other, eyes) >= 25


@pytest.mark.parametrize("eyes", EYES)
def test_text_can_be_read(colours: Colours, eyes: str) -> None:
    least = 7 if colours is HIGH_CONTRAST else 4.5
    papers = (colours.panel, colours.field, colours.paper)
    for ink in (colours.ink, colours.ink2, colours.cinnabar_deep, colours.indigo):
        for paper in papers:
            assert contrast(ink, paper, eyes) >= least, (ink, paper)
    assert contrast(colours.paper, colours.seal, eyes) >= 4.5
    assert contrast(colours.paper, colours.ink, eyes) >= 7
    assert contrast(colours.ink, mix(colours.ember, colours.paper, 0.7), eyes) >= 7
    assert contrast(colours.ink, colours.paper2, eyes) >= 7


@pytest.mark.parametrize("eyes", EYES)
def test_the_ring_round_the_focus_is_seen(colours: Colours, eyes: str) -> None:
    for paper in (colours.panel, colours.field, *GROUNDS.values()):
        assert contrast(colours.indigo, paper, eyes) >= 3


def washed(ground: Colour, pigment: Colour, level: int) -> Colour:
    """Ground under the wash of a level."""
    return mix(ground, pigment, WASH[level] / 255)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_worst_of_an_overlay_is_far_from_nothing(kind: str, eyes: str) -> None:
    """By colour on every ground, or by its strokes where the ground has the same colour."""
    pigment = KINDS[kind][1]
    for name, ground in GROUNDS.items():
        by_wash = apart(ground, washed(ground, pigment, 4), eyes)
        below = washed(ground, pigment, 4)
        stroke = mix(below, mix(pigment, Colours().ink, STROKE_INK), STROKE)
        by_stroke = apart(below, stroke, eyes)
        assert max(by_wash, by_stroke) >= 15, (kind, name, by_wash, by_stroke)


def test_levels_of_an_overlay_differ_without_any_colour() -> None:
    """More strokes at each level; the last two have as many, and the last is crossed."""
    assert all(less < more for less, more in pairwise(LINES[:-1]))
    assert LINES[-1] == LINES[-2]
    assert all(less < more for less, more in pairwise(WASH))
