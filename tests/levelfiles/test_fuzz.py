"""Whatever stands in the files, a LevelError is all that comes out; benchmarks/fuzz_levels.py does
the same ten thousand times."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.levelfiles.errors import LevelError, Severity
from game.levelfiles.findings import look
from game.levelfiles.load import load
from game.levelfiles.newlevel import make, template
from tests.levelfiles.mutate import FILES, PIECES, mutated

USUAL = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
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
        yield make("village", Path(home), template())


def held(folder: Path, file: str, content: bytes) -> None:
    """Look at the level with another content of a file; the checker and the loader agree."""
    path = folder / file
    before = path.read_bytes()
    try:
        path.write_bytes(content)
        found = look(folder)
        assert found.sound == (not found.of(Severity.ERROR))
        if found.sound:
            load(folder)
        else:
            with pytest.raises(LevelError) as error:
                load(folder)
            assert error.value.problems == found.problems
        assert all(str(each) for each in found.problems)
    finally:
        path.write_bytes(before)


@USUAL
@given(file=st.sampled_from(FILES), made=changes)
def test_torn_bytes(fuzzed: Path, file: str, made: list[tuple[float, int, bytes]]) -> None:
    torn = (fuzzed / file).read_bytes()
    for where, length, piece in made:
        at = int(where * len(torn))
        torn = torn[:at] + piece + torn[at + length :]
    held(fuzzed, file, torn)


@USUAL
@given(number=st.integers(0, 2**64 - 1))
def test_mutated_trees(fuzzed: Path, number: int) -> None:
    held(fuzzed, *mutated(number, lambda name: (fuzzed / name).read_bytes()))


values = st.recursive(
    st.one_of(
        st.integers(-(2**70), 2**70).map(str),
        st.sampled_from(["true", "1.5", "inf", "nan", '""', '"x"', "1958-03-01", "07:32:00"]),
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda each: "[" + ", ".join(each) + "]"),
    max_leaves=6,
)


@USUAL
@given(line=st.floats(0, 1, exclude_max=True), value=values)
def test_any_value_in_the_place_of_another(fuzzed: Path, line: float, value: str) -> None:
    lines = (fuzzed / "level.toml").read_text("utf-8").splitlines()
    spots = [at for at, text in enumerate(lines) if " = " in text]
    at = spots[int(line * len(spots))]
    lines[at] = lines[at].split(" = ")[0] + " = " + value
    held(fuzzed, "level.toml", "\n".join(lines).encode())


def test_a_number_gives_the_same_mutation(fuzzed: Path) -> None:
    def read(name: str) -> bytes:
        return (fuzzed / name).read_bytes()

    assert mutated(7, read) == mutated(7, read)
    with suppress(LevelError):
        load(fuzzed)
