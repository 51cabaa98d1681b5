"""Mastheads that optical reading spelt: what can be told is read, the rest stays unknown."""

import pytest

from allegata.un.masthead import Masthead, read_masthead
from allegata.un.masthead_slips import mended

CLEAN = """UNITED
NATIONS S
Security Council
Distr.
GENERAL
S/25099/Add.1
26 May 1993
ORIGINAL: ENGLISH
REPORT OF THE SECRETARY-GENERAL ON AN INVENTED MISSION
1. The present report is short.
"""


def read(text: str, *, scanned: bool = True) -> Masthead:
    return mended(text, read_masthead(text), scanned=scanned)


def slipped(**changes: str) -> str:
    """Return the clean head with lines replaced, each named by its first word in lower case."""
    lines = []
    for line in CLEAN.splitlines():
        key = line.split()[0].strip(".:/").lower().replace("s/25099/add.1", "symbol")
        lines.append(changes.get(key, changes.get("day", line) if line[:1] == "2" else line))
    return "\n".join(lines)


def test_what_was_read_well_needs_no_repair() -> None:
    head = read(CLEAN)
    assert (head.organ, head.symbol, head.distribution) == ("S", "S/25099/Add.1", "general")
    assert (head.issued, head.original_language, head.repairs) == ("1993-05-26", "en", ())


@pytest.mark.parametrize("printed", ["Dietr.", "Oistr.", "Distr", "Dislr."])
def test_the_label_of_the_distribution_may_slip(printed: str) -> None:
    head = read(slipped(distr=printed))
    assert head.distribution == "general"
    assert head.symbol == "S/25099/Add.1"


@pytest.mark.parametrize("printed", ["GENERAI,", "GENERAL.", "GENEKAL", "GENERAl"])
def test_its_value_may_slip(printed: str) -> None:
    assert read(slipped(general=printed)).distribution == "general"


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("$/25099/Ada.1", "S/25099/Add.1"),
        ("§/25099/Add.l", "S/25099/Add.1"),
        ("8/25099/Add.1", "S/25099/Add.1"),
        ("s/25099", "S/25099"),
        ("S/2509O", "S/25090"),
        ("W25099", "S/25099"),
    ],
)
def test_a_symbol_on_its_own_line_may_slip_and_is_told(printed: str, symbol: str) -> None:
    head = read(slipped(symbol=printed))
    assert head.symbol == symbol
    assert [repair.partition(" read")[0] for repair in head.repairs] == ["symbol"]


@pytest.mark.parametrize("printed", ["- S/25099/Add.1 __", "/S/25099/Add.1", "S/25099/Add.1 |"])
def test_strokes_beside_a_symbol_are_no_slip_of_it(printed: str) -> None:
    head = read(slipped(symbol=printed))
    assert (head.symbol, head.repairs) == ("S/25099/Add.1", ())


@pytest.mark.parametrize("printed", ["SNS714", "Alaaiees", "S12509", "ab/25099x"])
def test_a_symbol_that_could_be_anything_stays_unknown(printed: str) -> None:
    assert read(slipped(symbol=printed)).symbol is None


@pytest.mark.parametrize(
    ("printed", "issued"),
    [
        ("26 Kay 1993", "1993-05-26"),
        ("26 MaY l993", "1993-05-26"),
        ("2G May 1993", None),
        ("~6 May 1993", None),
        ("26 Ma 1993", None),
        ("26 Mar 1993", None),
        ("31 April 1993", None),
        ("26 Junc 1993", "1993-06-26"),
    ],
)
def test_a_day_is_known_only_where_its_month_and_digits_can_be_told(
    printed: str, issued: str | None
) -> None:
    assert read(slipped(day=printed)).issued == issued


@pytest.mark.parametrize("printed", ["ORIGINAL1 ENGLISH", "ORTGTNAL: ENGLISH", "OHIGINAL: ENGLlSH"])
def test_the_language_of_the_original_may_slip(printed: str) -> None:
    head = read(slipped(original=printed))
    assert head.original_language == "en"
    assert [repair.partition(" read")[0] for repair in head.repairs] == ["original language"]


def test_seals_and_margins_between_the_lines_are_passed_over() -> None:
    text = CLEAN.replace("Security Council\n", "(gk, V\n—\nSecurity Council\nM iy\nQE\n")
    head = read(text)
    assert (head.organ, head.symbol, head.issued) == ("S", "S/25099/Add.1", "1993-05-26")


def test_one_word_a_line_is_read_too() -> None:
    head = read("\n".join(CLEAN.split()))
    assert (head.organ, head.symbol, head.distribution) == ("S", "S/25099/Add.1", "general")
    assert (head.issued, head.original_language) == ("1993-05-26", "en")


def test_running_heads_tell_what_the_first_page_lost() -> None:
    page = "\nA/48/60\n$/25099\nEnglish\nPage {}\nMore of it.\n"
    text = slipped(symbol="Alaaiees").replace("Security", "General Assembly\nSecurity")
    head = read(text + page.format(2) + page.format(3))
    assert head.symbol == "A/48/60-S/25099"
    assert all("running heads" in repair for repair in head.repairs)


def test_a_symbol_in_the_body_is_never_taken_though_the_head_has_none() -> None:
    text = slipped(symbol="") + "\n2. See my report (S/25098).\nS/25097\n"
    assert read(text).symbol is None


def test_a_native_text_is_mended_only_where_a_masthead_stands() -> None:
    assert read("Kay 1993\n26 Kay 1993\n$/25099\nGENERAI,\n", scanned=False) == Masthead()
    letter = "Security Council\nDistr.: General\n8 May 2031\nOriginal: Arabic\nLetter to S/2031/5\n"
    assert read(letter, scanned=False) == read_masthead(letter)
