"""Pictures of pages and words come from the original, with a margin, and are kept nowhere."""

from pathlib import Path

import pytest
from tests.app.ocrkit import HEIGHT, SCAN, read_as
from tests.store.casekit import LETTER, open_case, read, source_of, ticking

from allegata.app.case import Case
from allegata.model.document import Box, SourceFile
from allegata.model.errors import ContractError, InputError
from allegata.model.span import Span
from allegata.store.case_store import create, open_store

PNG = b"\x89PNG\r\n\x1a\n"


class Camera:
    """Remembers what it was asked to picture."""

    def __init__(self, answer: bytes = PNG + b"...") -> None:
        self.answer = answer
        self.asked: list[tuple[bytes, int, Box | None, int]] = []

    def __call__(
        self, source: SourceFile, page: int, *, box: Box | None = None, dpi: int = 150
    ) -> bytes:
        self.asked.append((source.content, page, box, dpi))
        return self.answer


def case_with(tmp_path: Path, camera: Camera | None) -> Case:
    create(tmp_path / "case", at="2031-04-09T09:00:00Z", reviewer="r1")
    store = open_store(tmp_path / "case", at="2031-04-09T09:00:00Z")
    case = Case(store, read=read_as(), clock=ticking(), render=camera)
    case.add([source_of("scan.pdf", SCAN)], reviewer="r1")
    return case


def refusal(ask: object, *given: object) -> str:
    with pytest.raises(InputError) as caught:
        ask(*given)  # type: ignore[operator]
    return caught.value.code


def test_a_page_is_pictured_from_the_original(tmp_path: Path) -> None:
    camera = Camera()
    with case_with(tmp_path, camera) as case:
        before = sorted(path.name for path in tmp_path.rglob("*"))
        assert case.page_picture(case.documents()[0].id, 2) == camera.answer
        assert camera.asked == [(SCAN.encode(), 2, None, 150)]
        assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_words_are_pictured_with_about_a_line_around_them(tmp_path: Path) -> None:
    camera = Camera()
    with case_with(tmp_path, camera) as case:
        start = SCAN.index("43")
        case.picture(case.documents()[0].id, Span("t0", start, start + 2))
    ((_, page, box, dpi),) = camera.asked
    assert (page, dpi) == (1, 300)
    assert box is not None
    line = 2 * HEIGHT * 1  # the second line of the scan
    assert (box.y0, box.y1) == (line - HEIGHT, line + 2 * HEIGHT)
    assert box.x0 < 6 * 6 < 6 * 8 < box.x1


@pytest.mark.parametrize("page", [0, 3, -1])
def test_there_is_no_picture_of_a_page_that_is_not_there(tmp_path: Path, page: int) -> None:
    with case_with(tmp_path, Camera()) as case:
        assert refusal(case.page_picture, case.documents()[0].id, page) == "case.no_picture"


def test_what_has_no_place_on_a_page_has_no_picture(tmp_path: Path) -> None:
    with case_with(tmp_path, Camera()) as case:
        scan = case.documents()[0].id
        for span in (Span("t9", 0, 1), Span("t0", 0, 10**6), Span("t0", 8, 9)):
            assert refusal(case.picture, scan, span) == "case.no_picture"
        assert refusal(case.picture, "sha256:00", Span("t0", 0, 1)) == "case.no_document"


def test_without_a_camera_or_pages_nothing_is_pictured(tmp_path: Path) -> None:
    with case_with(tmp_path, None) as case:
        assert refusal(case.page_picture, case.documents()[0].id, 1) == "case.no_picture"
    with open_case(tmp_path / "case", reader=read) as case:
        case.add([source_of("letter.txt", LETTER)], reviewer="r1")
        assert refusal(case.page_picture, case.documents()[1].id, 1) == "case.no_picture"


def test_what_is_no_picture_is_not_passed_on(tmp_path: Path) -> None:
    with case_with(tmp_path, Camera(b"<script>")) as case, pytest.raises(ContractError):
        case.page_picture(case.documents()[0].id, 1)
