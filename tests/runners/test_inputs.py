import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from allegata.model.document import SourceFile
from allegata.model.errors import ConfigError
from allegata.model.reading import Refusal
from allegata.runners.inputs import InputOptions, iter_inputs
from allegata.stages.acquire.source import Told


def told(*inputs: SourceFile | Refusal) -> list[tuple[str, str]]:
    """Return each input's name with its media type or the code of its refusal."""
    return [(i.name, i.media_type if isinstance(i, SourceFile) else i.code) for i in inputs]


def test_bad_inputs_are_refused_in_their_place_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "good.txt").write_text("Two were hurt.")
    (tmp_path / "nothing").mkdir()
    names = ["missing.txt", "empty.txt", "noise.txt", "nothing", "good.txt"]
    found = list(iter_inputs([*(str(tmp_path / name) for name in names), "a\0b"]))
    assert [kind for _, kind in told(*found)] == [
        "acquire.missing",
        "acquire.empty",
        "acquire.binary",
        "acquire.folder_empty",
        "text/plain",
        "acquire.missing",
    ]
    assert all(one.hint for one in found if isinstance(one, Refusal))


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "secret.txt").write_text("Two")
    monkeypatch.setattr(Path, "open", refuse)
    (refused,) = iter_inputs([str(tmp_path)])
    assert isinstance(refused, Refusal)
    assert refused.code == "acquire.unreadable"
    assert "Permission denied" in refused.message


def test_a_file_that_is_too_large_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("x" * 1001)
    (refused,) = iter_inputs([str(path)], InputOptions(most_bytes=1000))
    assert isinstance(refused, Refusal)
    assert refused.code == "acquire.too_large"
    (read,) = iter_inputs([str(path)], InputOptions(most_bytes=1001))
    assert isinstance(read, SourceFile)


def test_standard_input_is_a_document_or_a_table() -> None:
    (text,) = iter_inputs(["-"], stdin=io.BytesIO(b"Two were hurt."))
    assert isinstance(text, SourceFile)
    assert (text.name, text.content) == ("-", b"Two were hurt.")
    rows = iter_inputs(["-"], stdin=io.BytesIO(b'{"text": "One"}\n\n{"text": "Two"}'))
    assert [row.content for row in rows if isinstance(row, SourceFile)] == [b"One", b"Two"]


def test_an_empty_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_bytes(b"")
    assert told(*iter_inputs([str(tmp_path)])) == [("t.jsonl", "acquire.empty")]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1256"])
def test_a_table_may_have_any_encoding(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("id,text\n1,أصيب ثلاثة مدنيين قرب السوق\n".encode(codec))
    (row,) = iter_inputs([str(path)])
    assert isinstance(row, SourceFile)
    assert row.content.decode() == "أصيب ثلاثة مدنيين قرب السوق"
    assert len(row.doubts) == (codec == "cp1256")


def test_what_is_told_of_a_table_fills_what_its_rows_leave_out(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "Two", "language": "es"}\n{"text": "Two"}\n')
    options = InputOptions(told=Told(language="en", country="XX"))
    found = [row for row in iter_inputs([str(path)], options) if isinstance(row, SourceFile)]
    assert [(row.language, row.country) for row in found] == [("es", "XX"), ("en", "XX")]


def test_an_unknown_media_type_stops_before_anything_is_read() -> None:
    with pytest.raises(ConfigError):
        list(iter_inputs(["x"], InputOptions(told=Told(media_type="text/klingon"))))


class EndlessTable(io.RawIOBase):
    """A table that never ends and counts how much of it was taken."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = 0

    def _rows(self, size: int) -> bytes:
        line = json.dumps({"text": "Two were hurt."}).encode() + b"\n"
        self.taken += size
        return (line * (size // len(line) + 1))[:size]

    def read1(self, size: int = -1, /) -> bytes:
        return self._rows(len(json.dumps({"text": "Two were hurt."})) + 1)

    def read(self, size: int = -1, /) -> bytes:
        raise AssertionError("a table must not be read whole")


def test_a_table_is_streamed_row_by_row() -> None:
    table = EndlessTable()
    rows: Iterator[SourceFile | Refusal] = iter_inputs(["-"], stdin=table)
    for _ in range(1000):
        row = next(rows)
        assert isinstance(row, SourceFile)
    assert row.row_id == "1000"
    assert table.taken < 200_000


def test_a_row_that_is_too_long_is_refused_and_the_rest_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("allegata.runners.inputs.LONGEST_LINE", 50)
    monkeypatch.setattr("allegata.stages.acquire.tables.LONGEST_LINE", 50)
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "One"}\n{"text": "' + "x" * 500 + '"}\n{"text": "Three"}\n')
    first, long, last = iter_inputs([str(path)])
    assert isinstance(first, SourceFile)
    assert isinstance(long, Refusal)
    assert (long.code, long.row_id) == ("acquire.table.row_too_long", "2")
    assert isinstance(last, SourceFile)
    assert last.content == b"Three"


def test_rows_that_were_read_before_are_passed_over(tmp_path: Path) -> None:
    table = tmp_path / "posts.jsonl"
    table.write_text('{"text": "One."}\n{broken\n{"text": "Three."}\n{"text": "Four."}\n')
    whole = list(iter_inputs([str(table)]))
    assert [row.row_id for row in whole] == ["1", "2", "3", "4"]
    assert list(iter_inputs([str(table)], InputOptions(skip_rows=2))) == whole[2:]
    assert list(iter_inputs([str(table)], InputOptions(skip_rows=9))) == []


def test_a_table_that_is_refused_as_a_whole_is_refused_again(tmp_path: Path) -> None:
    table = tmp_path / "numbers.csv"
    table.write_text("id,number\n1,2\n")
    (refusal,) = iter_inputs([str(table)], InputOptions(skip_rows=5))
    assert isinstance(refusal, Refusal)
    assert refusal.code == "acquire.table.no_text_column"
