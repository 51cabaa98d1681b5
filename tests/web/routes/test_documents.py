"""Documents through the server: listed, opened, uploaded, pasted and told of."""

import io
import json
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient
from tests.web import specimen

from allegata.app.case import Case
from allegata.web.answers import JsonAnswer

KEY = {"Idempotency-Key": "a-key-of-a-test"}
POST = {
    "text": specimen.POST,
    "url": "https://example.org/1",
    "author": "@tarnel",
    "platform": "Chirp",
    "posted": "2031-04-06T08:00:00Z",
    "collected": "2031-04-07T09:00:00Z",
    "translation": specimen.TRANSLATION,
    "translation_language": "en",
    "translator": "r1",
}


def upload(
    page: TestClient, name: str, content: bytes, key: str = "upload-1"
) -> list[dict[str, str]]:
    headers = {
        "Idempotency-Key": key,
        "X-File-Name": quote(name, safe=""),
        "Content-Type": "application/octet-stream",
    }
    answer = page.post("/api/documents", content=content, headers=headers)
    assert answer.status_code == 200, answer.text
    documents: list[dict[str, str]] = answer.json()["documents"]
    return documents


def test_the_list_shows_what_was_read_and_what_was_refused(page: TestClient) -> None:
    rows = {row["name"]: row for row in page.get("/api/documents").json()["documents"]}
    assert (rows["letter.txt"]["claims"], rows["letter.txt"]["reviewed"]) == (5, 0)
    refusal = rows["locked.pdf"]["refusal"]
    assert refusal["code"] == "convert.pdf.encrypted"
    assert refusal["hint"] == "Remove the protection and add the file again."


def test_every_quote_and_every_count_is_cut_from_the_text_in_utf16_units(
    page: TestClient, case: Case
) -> None:
    text = "SPECIMEN 😀\n\nIn 𠮷 Tarnel city 😀 3 civilians were killed.\n"
    case.add([specimen.source_of("emoji.txt", text)], reviewer="r1")
    document_id = next(row.id for row in case.documents() if row.name == "emoji.txt")
    view = page.get(f"/api/documents/{document_id}").json()
    units = view["layers"][0]["text"].encode("utf-16-le")

    def cut(span: dict[str, int]) -> str:
        words: bytes = units[span["start"] * 2 : span["end"] * 2]
        return words.decode("utf-16-le")

    (claim,) = (item["claim"] for item in view["claims"])
    assert cut(claim["evidence"][0]) == "In 𠮷 Tarnel city 😀 3 civilians were killed."
    assert cut(claim["counts"][0]["span"]) == "3"
    assert cut(claim["where"][0]["span"]) == "Tarnel city"
    assert [cut(block) for block in view["layers"][0]["blocks"]] == [
        "SPECIMEN 😀",
        "In 𠮷 Tarnel city 😀 3 civilians were killed.",
    ]


def test_a_document_that_is_not_there_is_not_found(page: TestClient) -> None:
    answer = page.get("/api/documents/sha256:no")
    assert (answer.status_code, answer.json()["code"]) == (404, "case.no_document")


def test_a_refused_document_opens_without_text(page: TestClient, case: Case) -> None:
    refused = next(row.id for row in case.documents() if row.refusal)
    view = page.get(f"/api/documents/{refused}").json()
    assert (view["layers"], view["claims"]) == ([], [])
    assert view["row"]["refusal"]["code"] == "convert.pdf.encrypted"


def test_an_uploaded_file_is_read_under_its_own_name(page: TestClient, case: Case) -> None:
    (added,) = upload(page, "تقرير.txt", b"3 people were killed.")
    assert (added["name"], added["outcome"]) == ("تقرير.txt", "read")
    assert added["id"] in {row.id for row in case.documents()}


def test_an_uploaded_archive_gives_a_row_for_each_file_in_it(page: TestClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/a.txt", "3 people were killed.")
        archive.writestr("in/b.txt", "")
    first, second = upload(page, "letters.zip", packed.getvalue())
    assert (first["name"], first["outcome"]) == ("letters.zip/in/a.txt", "read")
    assert second["name"] == "letters.zip/in/b.txt"
    assert second["outcome"].startswith("not read")


def test_the_same_upload_twice_is_known(page: TestClient) -> None:
    upload(page, "a.txt", b"3 people were killed.")
    (again,) = upload(page, "b.txt", b"3 people were killed.", key="upload-2")
    assert again["outcome"].startswith("already in the case")


def test_nothing_of_an_upload_stays_behind(page: TestClient, case: Case) -> None:
    before = {path.name for path in Path(case.info().path).iterdir()}
    upload(page, "a.txt", b"3 people were killed.")
    assert {path.name for path in Path(case.info().path).iterdir()} == before


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/absolute.txt", "absolute.txt"),
        ("nul\0byte.txt", "nul_byte.txt"),
        ("line\nbreak.txt", "line_break.txt"),
        ("..", "upload"),
        ("", "upload"),
        ("-", "-"),
        ("CON", "CON"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("a" * 4000 + ".txt", "a" * 196 + ".txt"),
        ("😀" * 300, "😀" * 50),
    ],
)
def test_a_hostile_name_stays_inside_the_case(
    page: TestClient, case: Case, name: str, shown: str, tmp_path: Path
) -> None:
    outside = set(tmp_path.iterdir())
    (added,) = upload(page, name, f"3 people were killed. {name[:20]!r}".encode())
    assert added["name"] == shown
    assert set(tmp_path.iterdir()) == outside


def test_a_bug_met_on_an_upload_is_told_without_its_words(
    page: TestClient, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_source: object) -> None:
        raise ZeroDivisionError("3 people were killed.")

    monkeypatch.setattr(case, "_read", broken)
    (added,) = upload(page, "a.txt", b"3 people were killed.")
    assert added["failed"]
    assert added["outcome"] == "failed: a bug was met (bug), nothing was kept"


def test_a_repeated_action_is_done_once(page: TestClient, case: Case) -> None:
    answers = [page.post("/api/posts", json=POST, headers=KEY).json() for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]
    layers = page.get(f"/api/documents/{answers[0]['id']}").json()["layers"]
    assert [layer["id"] for layer in layers] == ["t0", "t1"]


def test_a_pasted_post_keeps_its_words_its_origin_and_its_translation(page: TestClient) -> None:
    document_id = page.post("/api/posts", json=POST, headers=KEY).json()["id"]
    view = page.get(f"/api/documents/{document_id}").json()
    original, translation = view["layers"]
    assert (original["text"], original["language"]) == (specimen.POST, "ar")
    assert (translation["text"], translation["of"]) == (specimen.TRANSLATION, "t0")
    assert (translation["kind"], translation["language"]) == ("translation", "en")
    told = view["provenance"]
    assert (told["url"], told["author"], told["platform"]) == (POST["url"], "@tarnel", "Chirp")
    assert (told["posted"], told["collected"]) == (POST["posted"], POST["collected"])
    assert view["row"]["name"] == "Post by @tarnel, 2031-04-06"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "example.org"])
def test_an_address_that_is_no_web_address_is_refused(page: TestClient, address: str) -> None:
    answer = page.post("/api/posts", json=POST | {"url": address}, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (400, "web.address")


def test_a_wrong_body_is_refused_without_repeating_its_words(page: TestClient) -> None:
    answer = page.post("/api/posts", json={"text": ["secret words"], "more": 1}, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (422, "web.bad_request")
    assert "body.text" in answer.json()["message"]
    assert "secret words" not in answer.text


def test_a_translation_of_no_layer_is_refused(page: TestClient, letter: str) -> None:
    body = {"of_layer": "t7", "text": "words", "language": "en", "translator": "r1"}
    answer = page.post(f"/api/documents/{letter}/translations", json=body, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (400, "case.no_layer")


def test_a_person_supplies_the_symbol_and_the_care_it_needs(page: TestClient, letter: str) -> None:
    changes = {"symbol": "S/2031/12", "sensitivity": "secret", "may_publish": True}
    assert page.patch(f"/api/documents/{letter}", json=changes, headers=KEY).status_code == 200
    view = page.get(f"/api/documents/{letter}").json()
    assert (view["un"]["symbol"], view["un"]["symbol_basis"]) == ("S/2031/12", "external")
    assert (view["row"]["sensitivity"], view["row"]["may_publish"]) == ("secret", True)


def test_a_field_that_is_none_is_refused(page: TestClient, letter: str) -> None:
    answer = page.patch(f"/api/documents/{letter}", json={"id": "x"}, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (400, "case.no_field")


def test_half_a_surrogate_pair_travels_whole() -> None:
    text = "half \ud83d of a pair"
    assert json.loads(bytes(JsonAnswer({"text": text}).body))["text"] == text
