"""Tone: words that are too light, too loud or too lurid for a famine, and how a dead is counted."""

import re

GAME = (
    "score", "scores", "scored", "scoring", "highscore", "high score", "win", "wins", "winner",
    "winners", "winning", "won", "victory", "victories", "victorious", "rank", "ranks", "ranked",
    "ranking", "leaderboard", "badge", "badges", "achievement", "achievements", "trophy", "loser",
    "losers", "game over", "level up", "bonus", "combo", "power-up", "unlocked",
)  # fmt: skip
"""Words of games that are won."""
CHINESE = ("得分", "比分", "高分", "胜利", "获胜", "赢", "输了", "排名", "排行榜", "成就", "徽章",
           "奖杯", "通关", "过关", "连击")  # fmt: skip
LIGHT = (
    "fun", "funny", "joke", "jokes", "joking", "hilarious", "haha", "lol", "oops", "yay", "hooray",
    "congratulations", "well done", "good job", "nice try", "awesome", "epic", "yummy", "delicious",
    "cute", "silly", "survivor", "survivors", "conquer", "defeated", "so be it", "lucky",
    "good luck", "bad luck", "too bad", "live on",
)  # fmt: skip
"""Jokes, cheers, and the talk of games about staying alive."""
LURID = (
    "corpse", "corpses", "cannibal", "cannibals", "cannibalism", "skull", "skulls", "gore",
    "bloody", "rotting bodies", "murder", "murdered", "massacre", "holocaust", "genocide", "evil",
    "monster", "monsters", "overpopulation", "overpopulated", "wonder crop",
)  # fmt: skip
"""What is not shown; words that scholars of this famine do not use; causes that were none."""
SAID = (
    "Nothing in this level can be won",
    "There is no score, no rank and no victory",
)
"""Sentences that say that there is nothing of the kind."""
FACES = "\u2620\u2639\u263a\U0001f300-\U0001faff"
"""Skulls, faces and other small pictures."""
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"]*\"")


def _any_of(words: tuple[str, ...]) -> str:
    return rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b"


_GAME = re.compile(rf"{_any_of(GAME)}|{'|'.join(map(re.escape, CHINESE))}", re.IGNORECASE)
_UNFIT = re.compile(rf"{_any_of((*LIGHT, *LURID))}|[!！{FACES}]", re.IGNORECASE)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_LARGE = "dozens?|scores|hundreds?|thousands?|millions?"
_SMALL = "two|three|four|five|six|seven|eight|nine"
_NUMBER = rf"(?:\d[\d,.]*|\{{[a-z_]+\}}|\b(?:{_SMALL}|{_TEENS}|(?:{_TENS})(?:-[a-z]+)?|{_LARGE}))"
_DEAD = re.compile(
    rf"{_NUMBER}\s+(?:[a-z]+\s+){{0,4}}(?:have |had )?(?:died|dead|deaths?)\b"
    rf"|\b(?:died|dead|deaths?)\b[^.{{]{{0,12}}(?:\b\d[\d,]*\b|\{{[a-z_]+\}})"
    r"|\b\d[\d,]*\s*人?(?:死亡|死了|饿死)",
    re.IGNORECASE,
)


def banned(text: str) -> list[str]:
    """The words of games that are won in a text, outside quotation marks.

    >>> banned("You win with 12 points"), banned("“Strive for victory!” says the loudspeaker")
    (['win'], [])
    """
    return _hits(_GAME, text)


def unfit(text: str) -> list[str]:
    """What is too light or too lurid in a text, outside quotation marks.

    >>> unfit("Well done! The funny cook is back."), unfit("“Everybody to the furnaces!”")
    (['Well done', '!', 'funny'], [])
    """
    return _hits(_UNFIT, text)


def _hits(words: re.Pattern[str], text: str) -> list[str]:
    for said in SAID:
        text = text.replace(said, "")
    return [hit[0] for hit in words.finditer(_QUOTED.sub(" ", text))]


def counts_dead(text: str) -> bool:
    """Whether a text tells a number of dead, in figures, in words, or in a place to be filled.

    >>> counts_dead("12 people died in the winter"), counts_dead("many died in 1960")
    (True, True)
    >>> counts_dead("over two thousand people died on it"), counts_dead("{count} died")
    (True, True)
    >>> counts_dead("People died.")
    False
    """
    return _DEAD.search(_QUOTED.sub(" ", text)) is not None
