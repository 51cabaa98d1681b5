"""What a person names on the command line to source files, one by one and in order.

Files, folders, ``-`` for standard input, tables of texts (a row each), archives and e-mails with
what is in them. What cannot be read becomes a Refusal in its place, and the rest go on. Nothing
here holds more than one file with the file that it came in, or one row of a table, in memory.

>>> [refusal.code for refusal in iter_inputs(["no such file.txt"])]
['acquire.missing']
"""

import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, cast

from allegata.model.document import SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.reading import Refusal
from allegata.runners.folders import Found, find_files, unreadable
from allegata.runners.unpacking import Nest, unpack
from allegata.stages.acquire.archives import Allowance, Member
from allegata.stages.acquire.columns import USUAL_FIELDS, TableFields
from allegata.stages.acquire.sniff import TABLES, media_type_named, table_type
from allegata.stages.acquire.source import NOTHING_TOLD, Told, acquire
from allegata.stages.acquire.tables import LONGEST_LINE, read_table
from allegata.text.encoding import detect_stream_encoding

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Input = SourceFile | Refusal
MOST_BYTES = 200_000_000
MOST_UNPACKED = 2_000_000_000
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class InputOptions:
    """``told`` holds for every input (rows say their own), ``most_bytes`` for one whole file.

    ``most_unpacked`` bytes may come out of the archives within one input, however deep they lie.
    ``skip_rows`` are the first rows of each table, which were read before.
    """

    told: Told = NOTHING_TOLD
    fields: TableFields = USUAL_FIELDS
    most_bytes: int = MOST_BYTES
    most_unpacked: int = MOST_UNPACKED
    skip_rows: int = 0


DEFAULTS = InputOptions()


class Stream(Protocol):
    """What is asked of standard input: a buffered binary stream."""

    def read1(self, size: int = -1, /) -> bytes:
        """Return what is there, waiting only if nothing is."""
        ...

    def read(self, size: int = -1, /) -> bytes:
        """Return ``size`` bytes, or what there is until the end."""
        ...


def iter_inputs(
    paths: Sequence[str], options: InputOptions = DEFAULTS, *, stdin: Stream | None = None
) -> Iterator[Input]:
    """Yield what each path holds: source files, table rows, and refusals in their place.

    Raises:
        ConfigError: the media type told in the options is unknown.
    """
    if options.told.media_type is not None:
        media_type_named(options.told.media_type)
    for path in paths:
        if path == "-":
            yield from _refusing(
                "-", _read(stdin or cast("Stream", sys.stdin.buffer), "-", options)
            )
        else:
            for found in find_files(path):
                if isinstance(found, Refusal):
                    yield found
                else:
                    yield from _refusing(found.name, _open(found, options))


def _refusing(name: str, inputs: Iterator[Input]) -> Iterator[Input]:
    """Pass inputs on; an error that ends them becomes a refusal in their place."""
    try:
        yield from inputs
    except InputError as error:
        yield Refusal(name, None, error.code, error.message, error.hint)
    except OSError as error:
        yield unreadable(name, error)


def _open(found: Found, options: InputOptions) -> Iterator[Input]:
    with found.path.open("rb") as stream:
        yield from _read(stream, found.name, options)


def _read(
    stream: Stream, name: str, options: InputOptions, nest: Nest | None = None
) -> Iterator[Input]:
    head = _head_of(stream)
    told = options.told.media_type
    table = table_type(head, name) if told is None else media_type_named(told)
    if table in TABLES and head.strip():
        yield from _rows(stream, head, name, table, options)
        return
    source = acquire(head + _rest_of(stream, len(head), name, options), name, options.told)
    inner = replace(options, told=replace(options.told, media_type=None))

    def read(member: Member, deeper: Nest) -> Iterator[Input]:
        inside = _read(io.BytesIO(member.content), member.name, inner, deeper)
        return _refusing(member.name, inside)

    allowance = Allowance(options.most_unpacked, options.most_bytes)
    yield from unpack(source, nest or Nest(allowance=allowance), read)


def _head_of(stream: Stream) -> bytes:
    """Return the first bytes: up to the first line end, so that a slow pipe is read as it comes."""
    head = b""
    while len(head) < _HEAD and b"\n" not in head and (more := stream.read1(_HEAD - len(head))):
        head += more
    return head


def _rest_of(stream: Stream, length: int, name: str, options: InputOptions) -> bytes:
    rest = stream.read(options.most_bytes + 1 - length)
    if length + len(rest) > options.most_bytes:
        raise InputError(
            "acquire.too_large",
            f"{name} is larger than {options.most_bytes // 1_000_000} MB.",
            "Split it into its documents, or give it as a table of texts (JSON Lines or CSV).",
        )
    return rest


def _rows(
    stream: Stream, head: bytes, name: str, table: str, options: InputOptions
) -> Iterator[Input]:
    encoding = detect_stream_encoding(head)
    joined = io.BufferedReader(_Rejoined(head, stream))
    lines = _bounded_lines(io.TextIOWrapper(joined, encoding.name, "replace", newline="\n"))
    for number, row in enumerate(read_table(lines, name, table, options.fields)):
        if number < options.skip_rows and row.row_id is not None:
            continue
        yield row if isinstance(row, Refusal) else _with_told(row, encoding.doubts, options.told)


def _with_told(row: SourceFile, doubts: tuple[Doubt, ...], told: Told) -> SourceFile:
    """Return the row with what was told of the whole table where the row itself is silent."""
    return replace(
        row,
        language=row.language or told.language,
        published=row.published or told.published,
        country=row.country or told.country,
        doubts=(*doubts, *row.doubts),
    )


def _bounded_lines(text: io.TextIOWrapper) -> Iterator[str]:
    first = text.readline(LONGEST_LINE)
    line = first.removeprefix("\ufeff")
    while line:
        yield line
        while len(line) >= LONGEST_LINE and not line.endswith("\n"):
            line = text.readline(LONGEST_LINE)  # the rest of a line that is too long
        line = text.readline(LONGEST_LINE)


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were already taken."""

    def __init__(self, head: bytes, stream: Stream) -> None:
        super().__init__()
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill the buffer from the head, then from the stream."""
        view = memoryview(buffer)
        if self._head:
            part, self._head = self._head[: len(view)], self._head[len(view) :]
        else:
            part = self._stream.read1(len(view))
        view[: len(part)] = part
        return len(part)
