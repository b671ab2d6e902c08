"""Branch: which life of a seed a game is, and from where it was taken."""

from dataclasses import dataclass

MOST_NAME = 40
"""Signs of a branch's name: it stands in one line of a list."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One life of a family of games with the same level and seed.

    The first life is the root: it has no parent. A branch shares its parent's seasons before `turn`
    and goes its own way from there.
    """

    family: str  # id of the game that the family began with
    name: str = ""  # as the player called it; "" for the first life
    parent: str = ""  # id of the game that it was taken from
    turn: int = 0  # the first turn of its own

    def named(self, name: str) -> "Branch":
        """The same under another name, trimmed to one short line.

        >>> Branch("a").named("  every   report true ").name
        'every report true'
        """
        return Branch(self.family, tidy(name), self.parent, self.turn)


def tidy(name: str) -> str:
    r"""A name without line breaks and control signs, and not too long.

    >>> tidy("a\nb\x00" + "c" * 50) == "a b " + "c" * 36
    True
    """
    plain = "".join(sign if sign.isprintable() else " " for sign in name)
    return " ".join(plain.split())[:MOST_NAME].strip()
