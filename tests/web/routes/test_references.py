"""The collection through the server."""

from starlette.testclient import TestClient

from allegata.app.case import Case


def test_the_page_gets_works_links_and_what_is_missing(
    page: TestClient, case: Case, letter: str
) -> None:
    case.set_fields(letter, {"symbol": "S/2031/7"}, reviewer="r1")
    answer = page.get("/api/references")
    assert answer.status_code == 200
    shown = answer.json()
    (work,) = shown["works"]
    assert (work["symbol"], work["expressions"][0]["document"]) == ("S/2031/7", letter)
    assert shown["counts"]["unread"] == 1
    assert set(shown) == {"counts", "works", "links", "chains", "missing", "charter"}


def test_a_stranger_gets_nothing(stranger: TestClient) -> None:
    assert stranger.get("/api/references").status_code in {401, 403}
