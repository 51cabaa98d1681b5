"""The program that reads one hostile file: ``python -I -m allegata.runners.confined``.

In, on standard input: an order (what is known of the file, and the limits), then its bytes. Out, on
standard output: one answer, ``converted``, ``refused`` or ``pixels``, and before it pictures whose
words it asks for. Between the two it loads what it needs, warms it up (codecs are imported late)
and locks itself in.
"""

import codecs
import json
import os
import sys
from collections.abc import Callable

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.wire import from_json, to_json
from allegata.runners.asking import Asking
from allegata.runners.confinement import confine
from allegata.runners.frames import Frame, receive, send
from allegata.runners.orders import Order
from allegata.stages.convert.registry import CONVERTERS

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
_MOST_BYTES = 1 << 32
Task = Callable[[SourceFile], Frame]


def main() -> None:
    """Read the order and the bytes, answer, and end."""
    parent = os.getppid()
    frame = receive(sys.stdin.buffer, most=_MOST_BYTES)
    assert frame is not None
    order = from_json(Order, frame.head["order"])
    task = _task(order)
    for name in (*_CODECS, order.encoding or "utf-8"):
        codecs.lookup(name)
    confine(order.limits, parent=parent)
    source = SourceFile("", order.name, frame.body, order.media_type, order.encoding)
    answer = _answer(task, source, order)
    send(sys.stdout.buffer, answer.head, answer.body)
    os._exit(0)  # nothing is left to tidy up, and tidying could call what is locked


def _task(order: Order) -> Task:
    """Return what is to be done, loaded and warm."""
    if order.task == "show":
        from allegata.stages.convert.showing import load_warm  # noqa: PLC0415

        show, view = load_warm(order.media_type), order.view
        assert view is not None

        def shown(source: SourceFile) -> Frame:
            width, height, pixels = show(source, view.page, view.box, view.dpi)
            return Frame({"kind": "pixels", "width": width, "height": height}, pixels)

        return shown
    asking = Asking(sys.stdin.buffer, sys.stdout.buffer)
    convert = CONVERTERS[order.media_type].load_warm(asking)

    def converted(source: SourceFile) -> Frame:
        return Frame({"kind": "converted"}, json.dumps(to_json(convert(source))).encode())

    return converted


def _answer(task: Task, source: SourceFile, order: Order) -> Frame:
    try:
        answer = task(source)
        if len(answer.body) <= order.limits.output_bytes:
            return answer
        return _refused("convert.limit.output")
    except InputError as error:
        return _refused(error.code, error.message, error.hint)
    except (MemoryError, RecursionError):
        return _refused("convert.limit.memory")


def _refused(code: str, message: str = "", hint: str = "") -> Frame:
    body = json.dumps({"code": code, "message": message, "hint": hint}).encode()
    return Frame({"kind": "refused"}, body)


if __name__ == "__main__":
    main()
