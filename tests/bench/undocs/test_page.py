"""The page tells figures, fields and mistakes, and shows the same words once."""

from pathlib import Path

from bench.figures import Figure
from bench.undocs.page import write_page
from bench.undocs.shares import Mistake


def test_the_page_tells_mistakes_with_their_words(tmp_path: Path) -> None:
    mistakes = [
        Mistake("a.pdf", "masthead_text", "symbol", "S/2031/7", "", "SPECIMEN head"),
        Mistake("a.pdf", "masthead_text", "organ", "S", "A", "SPECIMEN head"),
    ]
    fields = {"masthead_text": {"symbol": (0, 1), "session": (0, 0)}}
    path = tmp_path / "out" / "undocs.md"
    write_page(path, [Figure("masthead_text", 50.0, "% of 4")], fields, mistakes)
    page = path.read_text(encoding="utf-8")
    assert "| masthead_text | 50 | % of 4 |" in page
    assert "| symbol | 0 | 1 |" in page
    assert "| session |" not in page
    assert "- **a.pdf** symbol: wanted `S/2031/7`, got `nothing`" in page
    assert "- **a.pdf** organ: wanted `S`, got `A`" in page
    assert page.count("SPECIMEN head") == 1
