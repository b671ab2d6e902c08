"""Whatever stands in the files, a LevelError is all that comes out."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.levelfiles.errors import LevelError
from game.levelfiles.load import load
from tests.levelfiles.conftest import copied

FILES = ("level.toml", "map.tmx", "words.en.toml", "briefing.en.md")
PIECES = [
    *(b"[", b"]", b"{", b"}", b'"', b"=", b"<", b">", b"/>", b"&amp;", b"&#0;", b"\x00", b"\xff"),
    *(b"9" * 5000, b"-1", b"1e400", b"nan", b"true", b"[[1,2],[3,4]]", b'"1958-99"', b"1958-03-01"),
    *(b"''", b"<object/>", b"<map/>", b"<data/>", b"\n[brigade]\n", b"\nbrigade = 3\n"),
    *(b"\n[[track]]\n", b"\xe4\xb8\xad"),
]

changes = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 40),
        st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[Path]:
    with TemporaryDirectory() as home:
        yield copied(Path(home))


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(file=st.sampled_from(FILES), made=changes)
def test_torn_bytes(fuzzed: Path, file: str, made: list[tuple[float, int, bytes]]) -> None:
    path = fuzzed / file
    before = path.read_bytes()
    torn = before
    for where, length, piece in made:
        at = int(where * len(torn))
        torn = torn[:at] + piece + torn[at + length :]
    try:
        path.write_bytes(torn)
        with suppress(LevelError):
            load(fuzzed)
    finally:
        path.write_bytes(before)


values = st.recursive(
    st.one_of(
        st.integers(-(2**70), 2**70).map(str),
        st.sampled_from(["true", "1.5", "inf", "nan", '""', '"x"', "1958-03-01", "07:32:00"]),
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda each: "[" + ", ".join(each) + "]"),
    max_leaves=6,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(line=st.floats(0, 1, exclude_max=True), value=values)
def test_any_value_in_the_place_of_another(fuzzed: Path, line: float, value: str) -> None:
    path = fuzzed / "level.toml"
    before = path.read_bytes()
    lines = before.decode("utf-8").splitlines()
    spots = [at for at, text in enumerate(lines) if " = " in text]
    at = spots[int(line * len(spots))]
    lines[at] = lines[at].split(" = ")[0] + " = " + value
    try:
        path.write_text("\n".join(lines), "utf-8")
        with suppress(LevelError):
            load(fuzzed)
    finally:
        path.write_bytes(before)
