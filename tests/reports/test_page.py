import csv
import re
from html.parser import HTMLParser
from io import StringIO
from itertools import pairwise

import pytest

from game.reports import sheets
from game.reports.page import compare
from game.reports.page.ink import MissingPlotterError, ready
from game.reports.page.page import MOST_BYTES, page
from game.reports.page.style import DARK, css
from tests.reports.games import whole

VOID = {"meta", "br", "img", "hr", "link", "input", "use", "path", "stop"}


class Reader(HTMLParser):
    """What is in a page: open tags must be closed, names must be the only ones."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values.get("href", ""))
        elif "href" in values:
            self.loads.append(values["href"])
        if "src" in values:
            self.loads.append(values["src"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


@pytest.fixture(scope="module", params=["historical", "zealot"])
def text(request: pytest.FixtureRequest) -> str:
    return page(whole(request.param))


def test_it_is_whole_and_asks_nothing_of_any_other(text: str) -> None:
    found = read(text)
    assert not found.open
    assert len(found.ids) == len(set(found.ids))
    assert all(link.startswith("#") for link in found.links + found.loads)
    assert {link[1:] for link in found.links + found.loads} <= set(found.ids)
    assert "script" not in found.tags
    assert "http" not in re.sub(r"http-equiv", "", text).lower()
    assert "url(" not in re.sub(r"url\((data:font/woff2;base64,|#)", "", text)
    assert len(text.encode()) < MOST_BYTES


def test_every_drawing_is_told_and_has_its_figures(text: str) -> None:
    drawings = re.findall(r'<svg class="drawing".*?</svg>', text, re.DOTALL)
    assert len(drawings) > 10
    for drawing in drawings:
        assert re.search(r"<title[^>]*>[^<]{8,}</title>", drawing)
        assert re.search(r"<desc[^>]*>[^<]{8,}</desc>", drawing)
        assert 'role="img"' in drawing
    figures = re.findall(r"<figure>.*?</figure>", text, re.DOTALL)
    tables = [one for one in figures if "<table>" in one]
    assert len(tables) >= len(figures) - 2  # the bowls and the shares stand beside a table


def test_light_dark_phone_and_print_are_in_the_style() -> None:
    style = css()
    for rule in ("prefers-color-scheme:dark", "@media print", "max-width:43rem", "@font-face"):
        assert rule in style
    assert set(re.findall(r"var\(--([\w-]+)\)", style)) <= set(DARK)


def test_no_number_of_dead_without_a_household(text: str) -> None:
    bare = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
    for section in re.findall(r"<section.*?</section>", bare, re.DOTALL):
        if re.search(r"\d[\d,]* (people )?(had )?died", section):
            assert re.search(r"(of|all) \d+ people", section), section[:200]


def test_three_decisions_are_told_with_their_range() -> None:
    chosen = whole("historical").decisions
    assert len(chosen) >= 3
    assert len({one.theme for one in chosen}) >= 3
    for one in chosen:
        low, high = one.deaths_range
        assert low <= one.deaths <= high
        assert one.household
        assert "{" not in one.words + one.undone + one.household


def test_deaths_beyond_the_usual_are_a_range_and_less_than_all() -> None:
    one = whole("historical")
    assert 0 < one.beyond.low < one.beyond.high < one.found.people.died
    assert "between" in page(one)


def test_a_game_of_one_season_has_a_page_too() -> None:
    text = page(whole("honest", 1))
    assert not read(text).open


def test_tables_have_a_dictionary_of_every_column() -> None:
    one = whole("historical")
    told = {(row[0], row[2]) for row in csv.reader(StringIO(sheets.dictionary()))}
    for name, text in sheets.files(one).items():
        rows = list(csv.reader(StringIO(text)))
        assert len(rows) > 1, name
        assert all(len(row) == len(rows[0]) for row in rows), name
        if name != "dictionary.csv":
            assert {(name, column) for column in rows[0]} <= told
            assert all(row[0] != "" for row in rows)


def test_several_desks_side_by_side_bear_letters_and_no_names() -> None:
    several = [whole("historical"), whole("zealot")]
    text = compare.page(several)
    found = read(text)
    assert not found.open
    assert len(found.ids) == len(set(found.ids))
    assert "Desk A" in text
    assert "Desk B" in text
    assert "zealot" not in text
    assert "One level and one seed" in text


def test_other_seeds_and_other_lengths_are_said() -> None:
    assert "different seeds" in compare.unlike([whole(), whole(seed=2)])
    assert "same season" in compare.unlike([whole(), whole("honest", 1)])


def test_without_the_plotting_library_there_is_one_clear_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(MissingPlotterError, match="pip install"):
        ready()


def test_every_table_has_a_caption_and_every_column_a_head(text: str) -> None:
    tables = re.findall(r"<table>(.*?)</table>", text, re.DOTALL)
    assert tables
    for table in tables:
        assert table.startswith("<caption>")
        assert table.split("</caption>")[0].removeprefix("<caption>")
    heads = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', text)
    assert sum(not head for head in heads) <= 1  # the notes beside the estimates


def test_heads_follow_one_another_in_order(text: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - before <= 1 for before, later in pairwise(levels))


def test_a_successors_reports_are_marked_beside_other_desks() -> None:
    from game.reports.page.compare import page as beside

    told = beside([whole("honest"), whole("cautious")])
    assert "* reported by a successor" in told
    row = re.search(r"All, reported beside actual</th>(.*?)</tr>", told)
    assert row is not None
    assert re.findall(r">(\d+)%<", row[1])[0] == "100"
