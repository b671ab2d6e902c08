"""The codes of maps (L4), of what is likely wrong (W), and of advice (H): what their pages say."""

from game.levelfiles.codes import Code

CODES = {
    "L401": Code(
        "The map is too small, too large, or has no size",
        "A map has 8 to 256 tiles along a side.",
        "In Tiled: Map > Resize Map.",
    ),
    "L402": Code(
        "The map is not isometric",
        "The village is drawn on isometric tiles; other maps can't be shown.",
        "In Tiled: File > New Map, Orientation: Isometric, tile size 64 x 32; or begin with "
        "`python main.py new-level NAME`.",
    ),
    "L403": Code(
        "The map is infinite",
        "An infinite map has no edge, and its layers are stored in another way.",
        "In Tiled: Map > Map Properties, untick Infinite.",
    ),
    "L404": Code(
        "Tiles of another size",
        "Tiles are 64 pixels wide and 32 high.",
        "In Tiled: Map > Map Properties, Tile Width 64, Tile Height 32.",
    ),
    "L405": Code(
        "The ground is missing",
        "One tile layer has the name `ground`: grass, earth, road and water.",
        "In Tiled: name the tile layer `ground`; small letters count.",
    ),
    "L406": Code(
        "A layer is stored in a way that is not read",
        "Tile layers may be CSV, or Base64, plain or compressed with zlib, gzip or Zstandard.",
        "In Tiled: Map > Map Properties > Tile Layer Format: CSV.",
    ),
    "L407": Code(
        "A layer is torn",
        "The layer has not one whole number for each tile of the map.",
        "Save the map again in Tiled. Don't edit the numbers by hand.",
    ),
    "L408": Code(
        "A tile that no tileset has",
        "A tile of the layer belongs to no tileset of the map: one was taken out, or its "
        "number of tiles has changed.",
        "In Tiled: paint over the tile (it is drawn as a red cross), or put the tileset back.",
    ),
    "L409": Code(
        "A tileset, template or picture can't be used",
        "The file is not there, or lies outside the level's folder. A level may use its own "
        "files and the game's, so that it can be given to others.",
        "Copy the file into the level's folder and point to it there. For the game's tiles: "
        "`python main.py new-level NAME --from FOLDER` makes a copy that has them.",
    ),
    "L410": Code(
        "A tileset is broken",
        "Its numbers are missing or wrong, or two tilesets claim the same tile ids.",
        "Save the tileset again in Tiled.",
    ),
    "L411": Code(
        "The object layer is missing",
        "One object layer has the name `places`: brigades, fields, buildings, forest.",
        "In Tiled: name the object layer `places`; small letters count.",
    ),
    "L412": Code(
        "Far too many objects or tilesets",
        "No level needs so many.",
        "Look for what was pasted many times.",
    ),
    "L413": Code(
        "An object has no class, or one that is not known",
        "The class of an object says what it is: a field, a granary, a hall.",
        "In Tiled: select the object and choose its Class (before Tiled 1.9: Type). With the "
        "project `two-ledgers.tiled-project` open, the classes are offered.",
    ),
    "L415": Code(
        "An object lies off the map",
        "Objects have to lie wholly on the map.",
        "Move it. `tile 4, 7` counts from the top corner, 4 down to the right, 7 down to the left.",
    ),
    "L416": Code(
        "A field is not on whole tiles",
        "Fields cover whole tiles, 1 to 12 along a side.",
        "In Tiled: View > Snapping > Snap to Grid, and draw it again.",
    ),
    "L417": Code(
        "Two fields on one place",
        "Land is counted from the fields; where two overlap, it would be counted twice.",
        "Move or shrink one of the two.",
    ),
    "L418": Code(
        "The map names something that level.toml does not have",
        "A brigade, a crop or a project of the map has no table in level.toml.",
        "Correct the name on the map, or add a table to level.toml. Large and small letters count.",
    ),
    "L419": Code(
        "A brigade is not on the map, or more than once",
        "Each brigade has one point of the class `brigade` in the middle of its hamlet.",
        "In Tiled: Insert Point, Class `brigade`, Name as in level.toml.",
    ),
    "L420": Code(
        "A brigade has no field",
        "A brigade without land grows nothing.",
        "In Tiled: draw a rectangle of the class `field` with the property `brigade`.",
    ),
    "L421": Code(
        "An object has no proper place",
        "Its x, y, width or height is not a number of pixels.",
        "Save the map again in Tiled.",
    ),
    "L422": Code(
        "A template can't be used",
        "An object's template is missing, broken, or of another kind.",
        "In Tiled: right click the object, Detach; or put the template into the level's folder.",
    ),
    "L423": Code(
        "The Tiled project of the level is broken",
        "Defaults of classes are taken from the `.tiled-project` in the level's folder.",
        "Take the file out of the folder (the game's own defaults are used then), or save it "
        "again in Tiled.",
    ),
    "L425": Code(
        "This Python can't read Zstandard",
        "Layers compressed with Zstandard need Python 3.14, or the package `backports.zstd` "
        "or `zstandard`.",
        "In Tiled choose CSV (Map > Map Properties > Tile Layer Format), or run `python -m "
        "pip install backports.zstd`.",
    ),
    "L426": Code(
        "An object is turned or of another shape",
        "Fields, forest and buildings are upright rectangles or points: ellipses, polygons "
        "and turned objects are not.",
        "In Tiled: set Rotation to 0, or draw a rectangle in its place.",
    ),
    "W501": Code(
        "Hands can't work the land even in 1957",
        "In the worst month of a usual year, a brigade's fields want more labour than its "
        "hands can give. Some of the crop is lost every year, whatever the player does.",
        "Give the brigade more people or less land, or lower `toil_pm`; or spread the crop's "
        "months.",
    ),
    "W502": Code(
        "The quota of the first year can't be met",
        "What the county would take of a usual first harvest leaves less than seed and food "
        "until the next one, in a calm climate. Nothing the player does can then matter.",
        "Give more land or better soil, fewer people, or lower the procurement coefficients "
        "in `[params.procurement]`.",
    ),
    "W503": Code(
        "An event without a source",
        "An event that is not `fictional` says that it happened. `assumption` is no source "
        "for that.",
        "Name a source, or set `fictional = true` if the words or the scene are invented.",
    ),
    "W504": Code(
        "A translation is missing",
        "`words.zh.toml` is there, but has no text for this id. It is shown in English.",
        "Translate it.",
        at_key=True,
    ),
    "W505": Code(
        "A hamlet that no road reaches",
        "Carts and people walk on roads and yards. No way leads from this hamlet to the "
        "commune's office (or to the first brigade), so nothing is seen to move there.",
        "In Tiled: paint road tiles on the layer `ground` up to the hamlet.",
    ),
    "W506": Code(
        "The seed in store is not enough",
        "At the first sowing a brigade lacks seed for its fields; the rest lies empty in the "
        "first year.",
        "Raise `seed_kg`, or `in_the_ground_pm` of a crop that is sown already.",
    ),
    "W507": Code(
        "The food does not last until the first harvest",
        "With usual meals, the granary is empty before the first main harvest is in.",
        "Raise `granary_kg`: about 18 kg a head and month, for each month until the harvest.",
    ),
    "W508": Code(
        "No order can ever be given",
        "`[orders]` opens none, so the player can only watch.",
        'Add lines such as `labour = "1958-03"`.',
        at_key=True,
    ),
    "W509": Code(
        "No crop is sown on any field of a brigade",
        "All its land lies fallow, so it harvests nothing.",
        "Set the property `crop` of its fields.",
    ),
    "W510": Code(
        "A condition that can never hold",
        "The bounds of `when` leave nothing between them, or the brigade that it names is "
        "another's.",
        "Correct the bounds.",
    ),
    "W511": Code(
        "A picture that is not known",
        "The property `kind` names the picture of an object. There is none of this name, and a "
        "plain square is drawn.",
        "Take the name that is proposed; the Tiled project offers all of them.",
    ),
    "H601": Code(
        "Tiled will not find the tiles",
        "The map points to tilesets of the game that are not where it says. The game uses its"
        " own; Tiled shows red crosses.",
        "`python main.py new-level NAME --from FOLDER` makes a copy with the tiles beside the map.",
    ),
    "H603": Code(
        "A briefing in a language that has no words, or the other way round",
        "A language is complete with both `words.LANG.toml` and `briefing.LANG.md`.",
        "Add the other file.",
    ),
    "H604": Code(
        "The picture of a tileset is not there",
        "The game draws tiles by their class from its own pictures; Tiled shows the tileset's.",
        "Put the picture where the tileset says, or take a tileset of the game.",
    ),
}
