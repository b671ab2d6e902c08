"""What of a picture at rest has to be drawn again where figures moved, several ticks at once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pygame

from game.ui.map.cast import Shot
from game.ui.map.covers import Flags, Whole

MOST_SHARE = 0.6  # of the window: beyond this it is quicker to draw all of it
MOST = 250  # boxes of a tick that are held against each other


class Mending(NamedTuple):
    """What has to be drawn again."""

    figures: Whole  # who, back to front
    parts: list[pygame.Rect]  # of the flat picture
    above: list[bool]  # of what lies over it


def grown(shots: Sequence[Shot], window: pygame.Rect) -> tuple[Whole, Whole, Whole, Flags]:
    """Who is in a window or was, and where, from each of K + 1 shots of a cast to the next.

    Returns:
        S times the step, from 0 on; S figures; the box that holds each before and after, (S, 4);
        whether it looks different then, (S).
    """
    sides = np.stack([shot.boxes.T for shot in shots])
    then, now = sides[:-1], sides[1:]
    (left, top), (right, bottom) = (
        np.minimum(now[:, :2], then[:, :2]).swapaxes(0, 1),
        np.maximum(now[:, 2:], then[:, 2:]).swapaxes(0, 1),
    )
    seen = (left < window.right) & (right > window.left)
    seen &= (top < window.bottom) & (bottom > window.top)
    pictures = np.stack([shot.pictures for shot in shots])
    differs = (now != then).any(axis=1) | (pictures[1:] != pictures[:-1])
    step, which = np.nonzero(seen)
    boxes = np.array([left[seen], top[seen], right[seen], bottom[seen]]).T
    return step, which, boxes, differs[seen]


def touched(boxes: Whole, changed: Flags, step: Whole) -> Flags:
    """Which of some boxes have to be drawn again if some are, each in its own step.

    A box is drawn whole, so all that lies on it or under it is drawn again too, and so on.
    """
    chosen, fresh = changed.copy(), np.flatnonzero(changed)
    while len(fresh):
        rest, one = np.flatnonzero(~chosen), boxes[fresh]
        left, top, right, bottom = boxes[rest].T
        meets = (left < one[:, 2:3]) & (right > one[:, 0:1])
        meets &= (top < one[:, 3:4]) & (bottom > one[:, 1:2])
        meets &= step[rest] == step[fresh][:, None]
        fresh = rest[meets.any(axis=0)]
        chosen[fresh] = True
    return chosen


def mendings(shots: Sequence[Shot], window: pygame.Rect, above: Whole) -> list[Mending | None]:
    """What has to be drawn again for each shot but the first, where the one before is shown.

    Args:
        shots: Of one cast, one after the other.
        window: What is seen.
        above: The boxes of what lies over the picture, (T, 4).

    Returns:
        None for a shot for which it is quicker to draw all.
    """
    steps, tops = len(shots) - 1, len(above)
    step, which, boxes, changed = grown(shots, window)
    figures = len(which)
    if np.bincount(step, minlength=1).max() + tops > MOST:
        return [None] * steps
    step = np.concatenate([step, np.repeat(np.arange(steps), tops)])
    boxes = np.concatenate([boxes, np.tile(above, (steps, 1))])
    changed = np.concatenate([changed, np.zeros(steps * tops, dtype=bool)])
    chosen = touched(boxes, changed, step)
    over = chosen[figures:].reshape(steps, tops).tolist()
    corner = np.maximum(boxes[:, :2], window.topleft)
    size = np.minimum(boxes[:, 2:], window.bottomright) - corner
    rects = np.concatenate([corner, size], axis=1)
    bare = chosen & (size[:, 0] > 0) & (size[:, 1] > 0)
    found: list[Mending | None] = []
    for at, shot in enumerate(shots[1:]):
        own = step == at
        parts = rects[bare & own]
        if (parts[:, 2] * parts[:, 3]).sum() > MOST_SHARE * window.width * window.height:
            found.append(None)
            continue
        who = which[chosen[:figures] & own[:figures]]
        who = who[np.argsort(shot.keys[who], kind="stable")]
        found.append(Mending(who, [pygame.Rect(each) for each in parts.tolist()], over[at]))
    return found
