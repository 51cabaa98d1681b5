"""What a process that was taken over may say, and what becomes of it."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ocrkit import saying

from allegata.model.pictures import Picture
from allegata.runners.limits import Limits
from allegata.runners.locked import LockedError, ask
from allegata.runners.ocr import Ocr
from allegata.runners.orders import Order

ORDER = Order("convert", "n.pdf", "application/pdf", Limits(output_bytes=1000))
TakenOver = Callable[[str], None]


@pytest.fixture
def taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TakenOver:
    """Put a program of ours in the place of the locked one."""

    def put(script: str) -> None:
        path = tmp_path / "python"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setattr("sys.executable", str(path))

    return put


def code_of(order: Order = ORDER, make_ocr: Callable[[], Ocr] | None = None) -> str:
    with pytest.raises(LockedError) as caught:
        ask(order, b"content", make_ocr)
    return caught.value.code


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("exit 0", "convert.crashed"),
        ("kill -SEGV $$", "convert.crashed"),
        ("kill -KILL $$", "convert.limit.memory"),
        ("kill -XCPU $$", "convert.limit.time"),
        ("echo nonsense", "convert.crashed"),
        ("""echo '{"kind": "converted", "length": 9}'; echo x""", "convert.crashed"),
        ("""echo '{"kind": "converted", "length": 5000}'""", "convert.limit.output"),
        ("""echo '{"kind": "words?", "length": 0}'; cat""", "convert.crashed"),
        ("""echo '{"kind": "engine?", "length": 0}'; cat""", "convert.crashed"),
    ],
)
def test_what_is_no_answer_has_a_code(taken_over: TakenOver, script: str, code: str) -> None:
    taken_over(script)
    assert code_of() == code


@pytest.mark.parametrize(
    "picture",
    [
        '"page": 0, "width": 2, "height": 2, "dpi": 300, "length": 4',
        '"page": 1, "width": 2, "height": 3, "dpi": 300, "length": 4',
        '"page": 1, "width": -2, "height": -2, "dpi": 300, "length": 4',
        '"page": 1, "width": 2, "height": 2, "dpi": 9000, "length": 4',
        '"page": 1, "width": 2, "height": 2, "length": 4',
        '"page": 1, "width": 99999, "height": 99999, "dpi": 300, "length": 9999800001',
    ],
)
def test_what_is_no_picture_is_not_read(taken_over: TakenOver, picture: str) -> None:
    taken_over(f"""echo '{{"kind": "picture", {picture}}}'; printf grey; cat > /dev/null""")

    def make_ocr() -> Ocr:
        raise AssertionError("it was read")

    assert code_of(make_ocr=make_ocr) in ("convert.crashed", "convert.limit.output")


def test_a_flood_of_pictures_is_stopped(taken_over: TakenOver) -> None:
    head = '{"kind": "picture", "page": 1, "width": 2, "height": 2, "dpi": 300, "length": 4}'
    taken_over(f"""while :; do echo '{head}'; printf grey; done""")
    fake = saying("Two")
    assert code_of(make_ocr=lambda: Ocr(None)) == "convert.crashed"
    assert fake.seen == []


def test_one_that_does_not_end_is_killed(taken_over: TakenOver) -> None:
    taken_over("while :; do :; done")
    assert code_of(Order("convert", "n", "application/pdf", Limits(wall_seconds=1))) == (
        "convert.limit.time"
    )


def test_time_in_which_words_are_waited_for_does_not_count(taken_over: TakenOver) -> None:
    head = '{"kind": "picture", "page": 1, "width": 2, "height": 2, "dpi": 300, "length": 4}'
    taken_over(
        f"""echo '{head}'; printf grey; echo '{{"kind": "words?", "length": 0}}'; """
        """read order; read words; echo '{"kind": "converted", "length": 2}'; echo -n "{}" """
    )

    class Slow(Ocr):
        def submit(self, picture: Picture):  # type: ignore[no-untyped-def]  # as its parent
            self._pool.submit(__import__("time").sleep, 1.5).result()
            return super().submit(picture)

    order = Order("convert", "n", "application/pdf", Limits(wall_seconds=5))
    assert ask(order, b"content", lambda: Slow(None)).body == b"{}"
