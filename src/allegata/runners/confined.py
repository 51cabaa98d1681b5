"""The program that reads one hostile file: ``python -I -m allegata.runners.confined``.

In, on standard input: one line of JSON (what is known of the file, and the limits), then its bytes.
Out, on standard output: one JSON object, ``{"converted": …}`` or ``{"refused": …}``. Between the
two it loads the one converter, warms it up (codecs are imported late) and locks itself in.
"""

import codecs
import json
import os
import sys
from dataclasses import dataclass

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.wire import Json, from_json, to_json
from allegata.runners.confinement import confine
from allegata.runners.limits import Limits
from allegata.stages.convert.registry import CONVERTERS, Convert

# Python loads a codec's module when it is first used; a font or a file may name any of these.
_CODECS = (
    *("ascii", "latin-1", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"),
    *("utf-32-le", "utf-32-be", "cp437", "cp1250", "cp1251", "cp1252", "cp1256", "mac-roman"),
    *(
        "koi8-u",
        "big5",
        "gb18030",
        "gbk",
        "shift-jis",
        "euc-jp",
        "euc-kr",
        "idna",
        "unicode-escape",
    ),
)


@dataclass(frozen=True, slots=True)
class Order:
    """What the parent says of the file whose bytes follow."""

    name: str
    media_type: str
    encoding: str | None
    limits: Limits


def main() -> None:
    """Read the order and the bytes, answer, and end."""
    line, _, content = sys.stdin.buffer.read().partition(b"\n")
    order = from_json(Order, json.loads(line))
    convert = CONVERTERS[order.media_type].load_warm()
    for name in (*_CODECS, order.encoding or "utf-8"):
        codecs.lookup(name)
    confine(order.limits)
    source = SourceFile("", order.name, content, order.media_type, order.encoding)
    answer = _answer(convert, source, order.limits)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to tidy up, and tidying could call what is locked


def _answer(convert: Convert, source: SourceFile, limits: Limits) -> bytes:
    try:
        answer = json.dumps({"converted": to_json(convert(source))}).encode()
        if len(answer) <= limits.output_bytes:
            return answer
        refused = _refused("convert.limit.output")
    except InputError as error:
        refused = {"code": error.code, "message": error.message, "hint": error.hint}
    except (MemoryError, RecursionError):
        refused = _refused("convert.limit.memory")
    return json.dumps({"refused": refused}).encode()


def _refused(code: str) -> Json:
    return {"code": code, "message": "", "hint": ""}


if __name__ == "__main__":
    main()
