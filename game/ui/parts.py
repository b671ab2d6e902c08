"""Parts of the window that are to be drawn again."""

from collections.abc import Iterable

import pygame

FEW = 6  # parts that are drawn one by one


def merged(rects: Iterable[pygame.Rect]) -> list[pygame.Rect]:
    """The same area in fewer rectangles: those that overlap are joined.

    >>> merged([pygame.Rect(0, 0, 9, 9), pygame.Rect(5, 5, 9, 9), pygame.Rect(50, 0, 5, 5)])
    [Rect(0, 0, 14, 14), Rect(50, 0, 5, 5)]
    """
    found: list[pygame.Rect] = []
    for each in rects:
        rect = pygame.Rect(each)
        while (at := rect.collidelist(found)) >= 0:
            rect.union_ip(found.pop(at))
        found.append(rect)
    return found


def gathered(rects: Iterable[pygame.Rect]) -> list[pygame.Rect]:
    """A few rectangles that hold all: columns of small ones become one.

    >>> gathered([pygame.Rect(x, 20 * y, 9, 9) for x in (0, 50) for y in range(4)])
    [Rect(0, 0, 9, 69), Rect(50, 0, 9, 69)]
    """
    found = merged(rects)
    if len(found) <= FEW:
        return found
    columns: list[pygame.Rect] = []
    for rect in sorted(found, key=lambda each: each.left):
        if columns and rect.left < columns[-1].right:
            columns[-1].union_ip(rect)
        else:
            columns.append(rect)
    return columns if len(columns) <= FEW else [columns[0].unionall(columns[1:])]
