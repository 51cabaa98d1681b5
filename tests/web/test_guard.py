"""Who may come in: one browser on this computer, by way of the workbench's own page."""

from importlib import import_module
from pkgutil import iter_modules

import pytest
from starlette.testclient import TestClient

from allegata.app.case import Case
from allegata.web import routes
from allegata.web.guard import POLICY, Gate

CHANGES = ["decisions", "undo", "claims", "translations", "numbers"]
READS_TOO = {"numbers"}  # the list is at the same address
KEY = {"Idempotency-Key": "a-key-of-a-test"}


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1",
        "127.0.0.1:8766",
        "127.0.0.1:8765.evil.example",
        "localhost",
        "0.0.0.0:8765",
        "127.0.0.2:8765",
        "[::2]:8765",
        "user@127.0.0.1:8765",
        "",
    ],
)
def test_a_foreign_host_name_is_refused(page: TestClient, host: str) -> None:
    answer = page.get("/api/documents", headers={"Host": host})
    assert (answer.status_code, answer.json()["code"]) == (403, "web.foreign_host")


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_the_names_of_this_computer_are_let_in(page: TestClient, gate: Gate, host: str) -> None:
    cookie = f"{gate.cookie}={gate.session}"
    answer = page.get("/api/documents", headers={"Host": host, "Cookie": cookie})
    assert answer.status_code == 200


def test_the_token_is_changed_for_a_strict_cookie_and_leaves_the_address(
    stranger: TestClient, gate: Gate
) -> None:
    answer = stranger.get("/", params={"token": gate.token}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie == f"{gate.cookie}={gate.session}; HttpOnly; Path=/; SameSite=strict"
    assert gate.token not in cookie


@pytest.mark.parametrize("token", ["", "wrong", "ثلاثة"])
def test_a_wrong_token_lets_nobody_in(stranger: TestClient, token: str) -> None:
    answer = stranger.get("/", params={"token": token})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/read/x", "/workbench.js", "/index.css", "/favicon.svg"])
def test_a_stranger_sees_no_page(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 401
    assert "allegata serve" in answer.text


@pytest.mark.parametrize("path", ["/api/case", "/api/documents", "/api/documents/x", "/api/no"])
def test_a_stranger_is_told_nothing(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert (answer.status_code, answer.json()["code"]) == (401, "web.no_session")


def all_routes() -> list[tuple[str, str]]:
    """Every method and address of the server's routes, whichever module they stand in."""
    modules = [import_module(f"{routes.__name__}.{x.name}") for x in iter_modules(routes.__path__)]
    found = [route for module in modules for route in module.router.routes]
    return sorted((method, route.path) for route in found for method in route.methods)


@pytest.mark.parametrize(("method", "path"), all_routes())
def test_no_route_answers_a_stranger(stranger: TestClient, method: str, path: str) -> None:
    answer = stranger.request(method, path.replace("{", "").replace("}", ""))
    assert (answer.status_code, answer.json()["code"]) == (401, "web.no_session")


@pytest.mark.parametrize(("method", "path"), all_routes())
def test_no_route_answers_another_site(page: TestClient, method: str, path: str) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Content-Length": "0"}
    answer = page.request(method, path.replace("{", "").replace("}", ""), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "web.cross_site")


def test_a_cookie_of_another_run_is_worth_nothing(stranger: TestClient, gate: Gate) -> None:
    answer = stranger.get("/api/case", headers={"Cookie": f"{gate.cookie}=another; x=;=;;"})
    assert answer.status_code == 401


@pytest.mark.parametrize("route", CHANGES)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "https://127.0.0.1:8765"},
        {"Origin": "http://localhost:8765"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_another_site_can_change_nothing(
    page: TestClient, case: Case, letter: str, route: str, headers: dict[str, str]
) -> None:
    answer = page.post(f"/api/documents/{letter}/{route}", json={}, headers=KEY | headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "web.cross_site")
    assert case.info().entries == 3


@pytest.mark.parametrize("route", CHANGES)
def test_a_change_without_an_origin_is_refused(page: TestClient, letter: str, route: str) -> None:
    del page.headers["Origin"]
    answer = page.post(f"/api/documents/{letter}/{route}", json={}, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (403, "web.cross_site")


@pytest.mark.parametrize("route", sorted(set(CHANGES) - READS_TOO))
def test_a_change_by_get_is_refused(page: TestClient, letter: str, route: str) -> None:
    answer = page.get(f"/api/documents/{letter}/{route}", headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (405, "web.method")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_other_methods_are_refused(page: TestClient, letter: str, method: str) -> None:
    answer = page.request(method, f"/api/documents/{letter}")
    assert (answer.status_code, answer.json()["code"]) == (405, "web.method")


def test_another_site_can_read_nothing(page: TestClient) -> None:
    answer = page.get("/api/documents", headers={"Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, answer.json()["code"]) == (403, "web.cross_site")


def test_a_form_of_another_kind_is_no_json(page: TestClient, letter: str) -> None:
    path = f"/api/documents/{letter}/undo"
    answer = page.post(path, content="{}", headers=KEY | {"Content-Type": "text/plain"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/workbench.js", 200), ("/api/case", 200), ("/api/no", 404), ("/no", 404)],
)
def test_every_answer_carries_the_security_headers(
    page: TestClient, path: str, status: int
) -> None:
    answer = page.get(path)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


def test_refusals_carry_the_security_headers_too(stranger: TestClient) -> None:
    answer = stranger.get("/", headers={"Host": "evil.example"})
    assert answer.headers["content-security-policy"] == POLICY


def test_the_policy_allows_no_unsafe_word_and_no_other_host() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert "*" not in POLICY


def test_a_body_without_a_length_is_refused(page: TestClient, letter: str) -> None:
    answer = page.post(f"/api/documents/{letter}/undo", content=iter([b"{}"]), headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (411, "web.no_length")


def test_a_body_beyond_all_measure_is_refused_unread(page: TestClient) -> None:
    headers = KEY | {"Content-Length": str(1 << 40), "Content-Type": "application/octet-stream"}
    answer = page.post("/api/documents", content=b"", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "web.too_large")


def test_a_bug_gives_a_reference_and_no_text_of_a_document(
    page: TestClient, case: Case, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_document_id: str) -> None:
        raise ZeroDivisionError("43 civilians were killed")

    monkeypatch.setattr(case, "document", broken)
    answer = page.get(f"/api/documents/{letter}")
    assert (answer.status_code, answer.json()["code"]) == (500, "web.bug")
    assert "civilians" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_the_pages_that_describe_the_api_are_off(page: TestClient) -> None:
    assert [page.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")] == [
        404
    ] * 3


def test_the_secrets_are_not_in_the_gate_s_words(gate: Gate) -> None:
    assert gate.token not in repr(gate)
    assert gate.session not in repr(gate)
