"""The codes of the chronicle and of what texts may say: what their pages say."""

from game.levelfiles.codes import Code

CODES = {
    "L501": Code(
        "An entry of the chronicle claims more than its source bears out",
        "Documented means: seen in the source named, so the source is marked `found`. Told from "
        "memory of the literature means estimated. Invented has no source but `assumption`.",
        "Look the fact up and mark the source `found`, or mark the entry `estimated`.",
    ),
    "L502": Code(
        "A date of the chronicle can't be read",
        "Dates are a year, a month or a day, or two of them: `1958`, `1958-08`, `1958-08-17`, "
        "`1958-08-17..1958-08-30`. Nothing means: at any time.",
        "Write it in this form.",
    ),
    "L503": Code(
        "An entry of the chronicle names something that is not there",
        "`see` names other entries, `events` names events of the levels. What is not there can't "
        "be opened.",
        "Correct the name, or take it out.",
    ),
    "W512": Code(
        "A word of games that are won",
        "People died in these years. No score, win, victory, rank, badge or achievement stands in "
        "what is read (docs/depiction.md, DON'T 1). Such a word may stand in a slogan of the time,"
        " in quotation marks: “Strive for victory!”",
        "Describe what happened instead; or put the words of the campaign in quotation marks.",
    ),
    "W513": Code(
        "A number of dead without a household beside it",
        "A death is a name and an empty line in the register before it is a number "
        "(docs/depiction.md, DO 5). A text of an invented event that counts the dead of the "
        "village names one of its households too. Figures of the country that have a source may "
        "stand alone.",
        "Name a household of `[households]` in the same text, or leave the number out.",
    ),
    "W514": Code(
        "A word too light, too loud or too lurid",
        "No jokes, no cheers, no exclamation marks and no gore stand in what is read, nor causes "
        "that were none (docs/depiction.md, DON'T 3, 8 and 9, DO 3). Words of the campaigns may, "
        "in quotation marks: “Everybody to the furnaces!”",
        "Say quietly what happened; or put the words of the campaign in quotation marks.",
    ),
    "W515": Code(
        "A character that the fonts lack",
        "The fonts of the game hold Latin letters of western languages, pinyin with its tones, "
        "and the Chinese characters that the game itself uses. Another character stands on the "
        "screen as an empty box.",
        "Write it otherwise: another character, or a name without that letter. For a level that "
        "comes with the game: `python assets/fonts/subset.py` cuts the fonts anew.",
    ),
}
