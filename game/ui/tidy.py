"""When Python looks for what only holds itself: after a frame that was long anyway.

It walks over all that the game holds, 30 ms here, whenever enough new things were made: in the
middle of a moving picture that is seen. What is left after a walk is set aside, so that the walks
in between are short.
"""

import gc

LONG = 0.05  # seconds: a season that changes, a level that opens


def after(seconds: float) -> bool:
    """Walk now if a frame took long; whether it did."""
    if seconds < LONG:
        return False
    up()
    return True


def up() -> None:
    """Let go of what nobody holds, and set aside what is left."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
