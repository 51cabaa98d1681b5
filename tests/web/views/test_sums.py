"""Running totals as the page gets them."""

from tests.app.test_summing import documents, told

from allegata.web.views.sums import sum_view
from allegata.web.views.told import Sight


def test_a_total_comes_with_its_sum_its_words_and_no_score() -> None:
    held = documents()
    (found,) = told(held)
    view = sum_view(found, Sight(held))
    assert isinstance(view["total"], dict)
    assert view["total"]["name"] == "note.docx"
    assert view["total"]["quote"] == [["Since January 210 people were killed.", ""]]
    assert view["within"] == [
        {"code": "AL-000007", "figure": {"low": 38, "best": None, "high": 45}, "reasons": []}
    ]
    assert view["rest"] == {"low": 165, "best": None, "high": 172}
    assert "score" not in str(view)
