"""Search through the server: hits as the page shows them, and no query that breaks anything."""

from typing import Any  # answers are JSON, whose shape is what these tests are about

import pytest
from starlette.testclient import TestClient
from tests.app.test_searching import NAUGHTY
from tests.web import specimen

from allegata.app.case import Case


def ask(page: TestClient, q: str, status: int = 200, **more: object) -> Any:  # JSON
    answer = page.get("/api/search", params={"q": q, **more})
    assert answer.status_code == status, answer.text
    return answer.json()


def utf16(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_a_hit_has_the_agreed_shape(page: TestClient, letter: str) -> None:
    found = ask(page, "missiles")
    start = specimen.LETTER.index("missiles")
    (hit,) = found["hits"]
    assert (found["query"], found["total"]) == ("missiles", 1)
    assert set(hit) == {
        *("document", "name", "language", "symbol", "layer", "kind", "page"),
        *("snippet", "marks", "start", "end"),
    }
    assert (hit["document"], hit["name"], hit["layer"]) == (letter, "letter.txt", "t0")
    assert (hit["kind"], hit["language"], hit["page"]) == ("native", "en", None)
    assert (hit["start"], hit["end"]) == (start, start + 8)
    assert [utf16(hit["snippet"], *mark) for mark in hit["marks"]] == ["missiles"]


def test_offsets_are_utf16_in_the_layer_and_in_the_snippet(page: TestClient, case: Case) -> None:
    case.add([specimen.source_of("post.txt", f"😀😀 {specimen.POST}")], reviewer="r1")
    (hit,) = ask(page, "مدنيين")["hits"]
    layer = f"😀😀 {specimen.POST}"
    assert utf16(layer, hit["start"], hit["end"]) == "مدنيين"
    assert [utf16(hit["snippet"], *mark) for mark in hit["marks"]] == ["مدنيين"]
    assert hit["language"] == "ar"


def test_a_cut_snippet_keeps_its_marks(page: TestClient, case: Case) -> None:
    text = f"{'😀 before it. ' * 40}The gasworks burnt. {'After it 😀. ' * 40}"
    case.add([specimen.source_of("long.txt", text)], reviewer="r1")
    (hit,) = ask(page, "gasworks burnt")["hits"]
    assert hit["snippet"].startswith("…")
    assert hit["snippet"].endswith("…")
    assert [utf16(hit["snippet"], *mark) for mark in hit["marks"]] == ["gasworks", "burnt"]
    assert utf16(text, hit["start"], hit["end"]) == "gasworks"


def test_nothing_asked_is_nothing_found(page: TestClient) -> None:
    assert ask(page, " ") == {"query": " ", "total": 0, "hits": []}
    assert page.get("/api/search").json()["hits"] == []


def test_only_so_many_are_sent(page: TestClient) -> None:
    found = ask(page, "Tarnel", limit=1)
    assert (found["total"] > 1, len(found["hits"])) == (True, 1)


@pytest.mark.parametrize(
    ("q", "more", "status", "code"),
    [
        ("☠", {}, 400, "search.no_words"),
        ("x kind:y", {}, 400, "search.no_kind"),
        ("x" * 1_001, {}, 422, "web.bad_request"),
        ("x", {"limit": 0}, 422, "web.bad_request"),
        ("x", {"limit": 10_000}, 422, "web.bad_request"),
    ],
)
def test_what_cannot_be_asked_says_why(
    page: TestClient, q: str, more: dict[str, int], status: int, code: str
) -> None:
    assert ask(page, q, status, **more)["code"] == code


@pytest.mark.parametrize("query", [query for query in NAUGHTY if "\ud83d" not in query])
def test_no_query_is_a_bug(page: TestClient, query: str) -> None:
    assert page.get("/api/search", params={"q": query}).status_code in {200, 400}


def test_text_of_a_document_travels_as_text(page: TestClient, case: Case) -> None:
    case.add([specimen.source_of(specimen.HOSTILE_NAME, specimen.HOSTILE)], reviewer="r1")
    answer = page.get("/api/search", params={"q": "dataset"})
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["hits"][0]["name"] == specimen.HOSTILE_NAME
