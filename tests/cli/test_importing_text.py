"""How checks of a recorder's figures are told in words."""

from allegata.cli.importing_text import MEANINGS, check_lines, log_lines
from allegata.model.importing import (
    FigureCheck,
    ImportReport,
    OwnCheck,
    RowLog,
    RowState,
    Support,
    TableKind,
)
from allegata.model.vocabularies import Outcome


def test_a_zero_without_words_is_asked_about() -> None:
    zero = FigureCheck(Outcome.INJURED, "", ("best",), 0, ("hurt",), Support.SILENT)
    check = OwnCheck("mine", "M1", 1, "2031-04-05", "Tarnel", "AL-000001", ("d",), (zero,))
    assert list(check_lines([check], are_all=False)) == [
        "1 figure of 1 incident in your lists:",
        "       1  the documents tell of the incident and give no such number",
        "",
        "M1  2031-04-05  Tarnel  AL-000001",
        f"  0 injured: {MEANINGS[Support.SILENT]} (a zero: is it none, or not known?)",
    ]


def test_a_long_log_is_cut_and_says_so() -> None:
    rows = tuple(RowLog(n, f"M{n}", RowState.REFUSED) for n in range(1, 26))
    report = ImportReport("mine", TableKind.INCIDENTS, "", rows, ("M0",))
    lines = list(log_lines(report, listed="some"))
    assert "  … and 5 more rows; --log all tells every one" in lines
    assert "  not in this table any more, and kept: M0" in lines
    assert len([line for line in log_lines(report, listed="all") if "  row " in line]) == 25
