"""Arabic PDFs of real programs: every number and every letter comes out as it was written."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.conftest import unavailable
from tests.stages.convert.arabic_pdfs import LINES, producers, random_lines

from allegata.model.document import SourceFile
from allegata.stages.convert.pdf import convert_pdf
from allegata.stages.convert.pdf_rtl import numbers_of

PRODUCERS = producers()


def read(producer: str, lines: Sequence[str], folder: Path) -> list[str]:
    make = PRODUCERS[producer]
    assert make is not None
    source = SourceFile("x", "n.pdf", make(lines, folder), "application/pdf")
    found = convert_pdf(source)
    assert [doubt.code for doubt in found.doubts] == []
    return [line for line in found.layers[0].text.split("\n") if line]


def letters(line: str) -> str:
    return line.replace("\u0640", "").replace(" ", "")  # how long a stroke is drawn tells nothing


def check(producer: str, lines: Sequence[str], folder: Path) -> None:
    found = read(producer, lines, folder)
    assert sum((numbers_of(line) for line in found), Counter()) == sum(
        (numbers_of(line) for line in lines), Counter()
    )
    assert Counter(map(letters, found)) == Counter(map(letters, lines))


@pytest.mark.browser
def test_what_chromium_prints_is_read_as_it_was_written(tmp_path: Path) -> None:
    if PRODUCERS["chromium"] is None:
        unavailable("needs chromium")
    check("chromium", [*LINES, *random_lines(60, seed=7)], tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize("seed", range(3))
def test_what_any_program_prints_is_read_as_it_was_written(
    producer: str, seed: int, tmp_path: Path
) -> None:
    if PRODUCERS[producer] is None:
        pytest.skip(f"{producer} is not installed")  # none but Chromium is asked for
    check(producer, [*LINES, *random_lines(120, seed)], tmp_path)
