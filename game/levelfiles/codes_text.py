"""The codes of files, of keys and values, and of words: what their pages say."""

from game.levelfiles.codes import Code

CODES = {
    "L101": Code(
        "A file of the level is missing",
        "A level is a folder with `level.toml`, `map.tmx`, `words.en.toml` and "
        "`briefing.en.md`. Each has its part: numbers, places, words, and what is read before"
        " the first season.",
        "Look whether the file has another name or ending (`words.en.toml.txt`), or copy it "
        "from another level and change it.",
    ),
    "L102": Code(
        "A file is far too large",
        "Files of a level are small. A large one is read slowly or fills the memory.",
        "Look for what was pasted in by mistake, or for a picture in the wrong place.",
    ),
    "L103": Code(
        "A file can't be read",
        "The system refused to open it.",
        "Look at the rights of the file, and whether another program holds it.",
    ),
    "L104": Code(
        "A file is not text in UTF-8",
        "All text files of a level are in UTF-8, so that Chinese and English stand in one file.",
        "Open it in your editor and save it with the encoding UTF-8 (in Notepad: Save as, "
        "Encoding).",
    ),
    "L105": Code(
        "The TOML is broken",
        "The file can't be read as TOML at this place. What is wrong is often on the line "
        "before: a quotation mark or a bracket that was not closed.",
        'Compare with a line nearby. Texts stand in quotes, `title = "Reed Bank"`; names with'
        ' a space in a header too, `[brigade."Reed Bank"]`; numbers have no quotes.',
    ),
    "L106": Code(
        "The XML of a map is broken",
        "`map.tmx`, tilesets and templates are XML that Tiled writes. Edited by hand it "
        "breaks easily.",
        "Open the last good copy in Tiled and save it again.",
    ),
    "L107": Code(
        "A map declares a DOCTYPE",
        "A DOCTYPE can hold entities that grow without end. Tiled never writes one.",
        "Take the line out.",
    ),
    "L108": Code(
        "A file is empty",
        "There is nothing in it.",
        "Copy the file from another level, or save it again in Tiled.",
    ),
    "L109": Code(
        "There is no such level",
        "A level is named by the name of its folder or by its path.",
        "`python main.py levels` lists those that are known and the folders that are looked "
        "through.",
    ),
    "L110": Code(
        "A zip file can't be used",
        "A level may be given as one `.zip`. It is read without being unpacked onto your "
        "disk, so its names must stay inside it and its sizes within bounds.",
        "Pack the level's folder again: level.toml at the top or in one folder, no links, no "
        "passwords.",
    ),
    "L111": Code(
        "A map has far too many elements",
        "No map of 256 x 256 tiles needs so many.",
        "Look for an object layer that was pasted many times.",
    ),
    "L112": Code(
        "A file is of another kind",
        "The outermost element of the file is not the one that belongs there.",
        "Look whether a tileset was saved under the name of the map, or the other way round.",
    ),
    "L200": Code(
        "Something does not fit",
        "A value that has no code of its own.",
        "Do what the line `expected` says.",
    ),
    "L201": Code(
        "A key that is not known",
        "This version of the game knows no such key at this place. Mostly it is misspelt, or "
        "it stands under the wrong header: keys belong to the last `[header]` above them.",
        "Take the name that is proposed, move the line, or take it out.",
        at_key=True,
    ),
    "L202": Code(
        "A key is missing",
        "The key has to be there; nothing is assumed for it.",
        "Add the line that is proposed under the header that is shown.",
        at_key=True,
    ),
    "L203": Code(
        "A value is of the wrong kind",
        "A number where a text belongs, a text where a number belongs, or a list of another "
        'form. Quotes make a text: `16` is a number, `"16"` is a text.',
        "Write it as the line `expected` says. All numbers are whole: shares are written in "
        "per mille, so a quarter is 250.",
    ),
    "L204": Code(
        "A number is out of range",
        "Each number has a range in which the model has been tried; see docs/level-format.md.",
        "Choose a number inside it. Check the unit: grain in kg, land in ares (100 ares are "
        "one hectare), shares in per mille.",
    ),
    "L205": Code(
        "A word that is not one of the choices",
        "Only the listed words are known here.",
        "Take one of them, written the same way.",
    ),
    "L206": Code(
        "A table belongs here",
        "A header `[crop.wheat]` begins a table; a single value stands here instead.",
        "Write it as a table, like those in `levels/willow_bend/level.toml`.",
        at_key=True,
    ),
    "L207": Code(
        "There are too many",
        "The screens and the model have been made for a certain number of these.",
        "Take some out, or join them.",
        at_key=True,
    ),
    "L208": Code(
        "Shares don't sum to 1000",
        "Shares by month are per mille of the whole work; together they have to be 1000.",
        "Share out what is missing, or take away what is over.",
    ),
    "L209": Code(
        "A share is no per mille",
        "A share is a whole number from 0 to 1000.",
        "Write a quarter as 250, a half as 500, all of it as 1000.",
    ),
    "L211": Code(
        "A month outside the level",
        "The level runs for a number of seasons from its `start`; this month is before or after.",
        "Change the month, or `start` and `turns` at the top of the file.",
    ),
    "L212": Code(
        "The track is out of order",
        "Pieces of the track follow one another in time, the first at the level's first month.",
        "Sort the `[[track]]` pieces by `from`.",
    ),
    "L214": Code(
        "An order that is not known",
        "`[orders]` says from when an order can be given; this is not the name of one.",
        "Take the name that is proposed, or take the line out.",
        at_key=True,
    ),
    "L215": Code(
        "The weather of a year is missing or not possible",
        "Each calendar year that the level touches has one line, `1958 = 1040`: the harvest "
        "at equal inputs beside 1957.",
        "Add the line. 1000 is a year like 1957.",
    ),
    "L216": Code(
        "Weather of a year that the level does not reach",
        "The line would never be used.",
        "Take it out, or make the level longer.",
        at_key=True,
    ),
    "L217": Code(
        "There are none",
        "A level needs at least one of these.",
        "Copy one from `levels/willow_bend/level.toml`.",
        at_key=True,
    ),
    "L218": Code(
        "An id is used twice",
        "An id is the key of its words, so a crop and an event can't have the same one.",
        "Rename one of the two, and its line in the words.",
        at_key=True,
    ),
    "L219": Code(
        "A name that has no table",
        "The name of a brigade, a crop or another thing is used here, but no table has this name.",
        "Take the name that is proposed, or add a table for it. Large and small letters count.",
    ),
    "L220": Code(
        "A source that nobody can look up",
        "Every event and every coefficient names where it comes from: a `[source.KEY]` of "
        "this level, a key of `levels/_standard/sources.toml`, or the word `assumption`.",
        "Add a `[source.KEY]` with citation, where and confidence, or take a key that is "
        "there (docs/sources.md).",
    ),
    "L221": Code(
        "A coefficient's value does not fit",
        "A coefficient is a number, three numbers, or a table of points [x, y] with rising x;"
        " and it has a range.",
        "Look at the coefficient in `levels/_standard/params.toml` and write it in the same form.",
    ),
    "L223": Code(
        "The level does not begin with a season",
        "A turn is a season of three months: they begin in March, June, September and December.",
        'Write `start = "1958-03"`, or another first month of a season.',
    ),
    "L224": Code(
        "A condition that can't be asked",
        '`when = { account = "granary", below_kg = 20000 }` names one account and at least '
        "one bound. It is data: nothing is worked out or executed.",
        "Name an account and `below_kg`, `at_least_kg`, or both.",
    ),
    "L226": Code(
        "Another level has this id",
        "The id of a level is the name of its folder. Two levels with one id can't be told "
        "apart in saves.",
        "Rename the folder. If the level is meant to stand in the other's place, write "
        '`overrides = "ID"` at the top of its level.toml.',
        at_key=True,
    ),
    "L227": Code(
        "A step of the tutorial that can't be shown",
        "A step names its season, its screen, what it points at and the act it waits for; the "
        "steps stand in the order of the seasons.",
        "Compare it with the steps of `levels/first_harvest/tutorial.toml`.",
    ),
    "L301": Code(
        "Words for something that is not there",
        "The words name an id that level.toml does not have; they would never be shown.",
        "Correct the id, take the words out, or add it to level.toml.",
        at_key=True,
    ),
    "L302": Code(
        "Words are missing",
        "Everything that is shown has a name or a text in `words.en.toml`; other languages "
        "may leave things out, which are then shown in English.",
        "Write the line under the section that is named.",
        at_key=True,
    ),
    "L303": Code(
        "A text does not fit",
        "A text stands in quotes and is neither empty nor longer than the screens can show.",
        "Write or shorten it.",
    ),
    "L304": Code(
        "A section of words that is not known",
        "Words are grouped in sections; docs/level-format.md lists them.",
        "Take the name that is proposed, or take the section out.",
        at_key=True,
    ),
}
