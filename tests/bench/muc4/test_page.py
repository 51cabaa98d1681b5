"""The page of MUC-4's errors: slots beside gold, and the words of events marked."""

from pathlib import Path

from bench.muc4.page import Judged, Text, write_page
from bench.reading import read_text

TEXT = "Rebels <i>bombed</i> a bank."  # SPECIMEN


def test_a_page_shows_gold_beside_given_and_marks_participants(tmp_path: Path) -> None:
    judged = Judged([("phys-tgt-id", "BANK", "", 1.0), ("inc-type", "BOMBING", "BOMBING", 0.0)])
    told = Text("DEV-X", TEXT, read_text("DEV-X", TEXT), [judged], [("phys-tgt-id", "elsewhere")])
    line = write_page([told, Text("DEV-Y", TEXT, told.reading)], tmp_path)
    page = (tmp_path / "muc4.errors.html").read_text(encoding="utf-8")
    assert line.startswith("muc4.errors.html: 1 of 2 texts")
    assert "<tr class=wrong><td>phys-tgt-id</td><td>BANK</td><td></td></tr>" in page
    assert "<tr><td>inc-type</td><td>BOMBING</td><td>BOMBING</td></tr>" in page
    assert "<tr><td>phys-tgt-id</td><td>elsewhere</td><td>1</td></tr>" in page
    assert ">bombed</mark>" in page
    assert "<i>" not in page
