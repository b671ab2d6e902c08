"""What only holds itself is let go of after a long frame, and what stays is not walked over."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from game.ui import tidy


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("long", [True, False])
def test_a_ring_goes_after_a_long_frame_alone(long: bool) -> None:
    seen = weakref.ref(Ring())
    assert seen() is not None
    assert tidy.after(tidy.LONG * (1.5 if long else 0.5)) is long
    assert (seen() is None) is long


def test_what_was_set_aside_is_let_go_of_later() -> None:
    ring = Ring()
    seen = weakref.ref(ring)
    tidy.up()
    assert gc.get_freeze_count() > 1000
    del ring
    tidy.up()
    assert seen() is None
