"""The palette: named pigments, the seasons' tables, and mixing.

Every colour in a picture is one of these or a mix of two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

Colour = str

PAPER, PAPER_DARK, RULE = "#F3EAD6", "#E8DABD", "#C9A994"
PANEL = "#F6EEDC"
INK, INK_SOFT = "#2B2521", "#6A5E54"
CINNABAR, CINNABAR_DEEP = "#C23B27", "#8E2A1E"
INDIGO, INDIGO_LIGHT, CLOTH = "#25405C", "#5B7C94", "#22344A"
OCHRE, STRAW, GOLD, EMBER = "#CB9A3E", "#E3C77C", "#D9A93F", "#F0A63C"
FLAME = "#FBE3A4"
EARTH, EARTH_DEEP, LOAM, BRICK = "#B98F62", "#8C6746", "#74533B", "#B0664A"
LEAF, JADE, PINE = "#9DB26B", "#7FA67E", "#44695A"
RIVER, RIVER_DEEP = "#8DB4B4", "#5F8F97"
TILE, TILE_DEEP, WALL = "#767D7E", "#4F5759", "#EDE2CB"
BLOSSOM, SNOW, FROST, ASH, DUN = "#DDA29A", "#F1F1EB", "#C9CCC6", "#9B948A", "#C2B08C"
SKIN = "#D8A878"
CLOTH_SPOT = "#8FA3B0"


def channels(colour: Colour) -> tuple[int, int, int]:
    """Red, green and blue of '#RRGGBB', 0 to 255."""
    value = int(colour[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`first` with `share` (0..1) of `second` stirred in."""
    pairs = zip(channels(first), channels(second), strict=True)
    parts = [min(255, max(0, round(p + (q - p) * share))) for p, q in pairs]
    return "#{:02X}{:02X}{:02X}".format(*parts)


@dataclass(frozen=True)
class Season:
    """The colours that change with the season. `tint` is a last multiply over the whole map."""

    name: str
    grass: Colour
    grass_dark: Colour
    dry: Colour
    hill: Colour
    hill_side: Colour
    leaf: Colour
    leaf_shade: Colour
    leaf_light: Colour
    water: Colour
    water_light: Colour
    bank: Colour
    path: Colour
    path_shade: Colour
    sky: Colour
    mist: Colour
    shadow: float
    snow: bool = False
    tint: tuple[int, int, int] | None = None

    def changed(self, **colours: Colour) -> Season:
        """The same season with some colours of a landscape."""
        return replace(self, **colours)  # type: ignore[arg-type]


SEASONS: dict[str, Season] = {
    season.name: season
    for season in (
        Season(
            "spring", grass="#BFC98B", grass_dark="#A9B878", dry="#D3CF9C",
            hill="#A5B57A", hill_side="#7E9461",
            leaf="#9CB768", leaf_shade="#6F914F", leaf_light="#BDCF86",
            water="#8FB8B6", water_light="#BBD5CD", bank="#9A7B55",
            path="#D9BE92", path_shade="#BE9C6D", sky="#E9E6CF", mist="#F1EAD6", shadow=0.22,
        ),
        Season(
            "summer", grass="#BBC08A", grass_dark="#A5AE74", dry="#D2CB9A",
            hill="#98AC6E", hill_side="#6F8A57",
            leaf="#84A066", leaf_shade="#55784F", leaf_light="#A9BD7C",
            water="#8DB0AE", water_light="#BFD6CE", bank="#94744E",
            path="#D9BC8C", path_shade="#BB9868", sky="#E8E4CC", mist="#F1EAD6", shadow=0.22,
        ),
        Season(
            "autumn", grass="#CDBB7C", grass_dark="#B9A468", dry="#DCCB93",
            hill="#C0A566", hill_side="#967B4C",
            leaf="#CF9A46", leaf_shade="#A5702F", leaf_light="#E2BB69",
            water="#8FB0AE", water_light="#BDD2CA", bank="#8F6F4C",
            path="#D8B98A", path_shade="#B99566", sky="#EBDFC4", mist="#F3E6CC", shadow=0.22,
        ),
        Season(
            "winter", grass="#C8BFA6", grass_dark="#B4A88C", dry="#D8D2BF",
            hill="#BCAF95", hill_side="#93846B",
            leaf="#8E8672", leaf_shade="#6E6656", leaf_light="#A79F8B",
            water="#A9B9BC", water_light="#D6DEDC", bank="#85735D",
            path="#C8B597", path_shade="#A8957A", sky="#D9D8D0", mist="#E6E3D9", shadow=0.16,
            snow=True, tint=(0xE0, 0xE5, 0xEA),
        ),
    )
}  # fmt: skip
