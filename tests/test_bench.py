"""The benches on a tiny data set, so that none of them rots; what they measure is for `make bench`."""

from pathlib import Path

import pytest
from rich.console import Console

from tests.bench.__main__ import BENCHES, draw, measure
from tests.bench.figures import TINY


@pytest.mark.parametrize("name", BENCHES)
def test_each_bench_measures_something_that_the_table_shows(name: str, tmp_path: Path) -> None:
    console = Console(width=200)
    figures = measure(tmp_path, TINY, [name], Console(quiet=True))
    assert figures
    with console.capture() as drawn:
        console.print(draw(figures))
    assert all(figure.ours and figure.target in drawn.get() for figure in figures)
