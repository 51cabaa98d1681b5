"""A page of an original as a PNG, drawn in a locked process.

The browser never gets a hostile file: it is drawn to plain pixels, length-checked, behind the same
locks as a conversion, and this process makes the PNG of them.
"""

import struct
import zlib

from allegata.model.document import Box, SourceFile
from allegata.runners.frames import Frame, FrameError
from allegata.runners.limits import limits_for
from allegata.runners.locked import LockedError, ask
from allegata.runners.orders import Order, View
from allegata.runners.worker import ended, refusal_in
from allegata.stages.convert.showing import check_shown

_LEAST_DPI, _MOST_DPI = 20, 400


def render_page(source: SourceFile, page: int, *, box: Box | None = None, dpi: int = 150) -> bytes:
    """Return a page (from 1) of a PDF or picture file, or ``box`` of it, as a PNG.

    ``box`` is in the unit of the document's regions: points of a PDF, pixels of a picture.

    Raises:
        InputError: ``convert.show.unsupported``, ``convert.show.no_page``,
            ``convert.show.no_part``, or why the file cannot be read.
    """
    check_shown(source)
    view = View(page, min(max(dpi, _LEAST_DPI), _MOST_DPI), box)
    limits = limits_for(len(source.content))
    order = Order("show", source.name, source.media_type, limits, view=view)
    try:
        answer = ask(order, source.content)
        if answer.kind == "refused":
            raise refusal_in(answer, source)
        return _png(answer)
    except LockedError as error:
        raise ended(error.code, source) from error
    except (FrameError, ValueError) as error:
        raise ended("convert.crashed", source) from error


def _png(answer: Frame) -> bytes:
    """Return pixels as a PNG: a head, one compressed stream of rows, an end.

    Raises:
        FrameError: these are no pixels.
    """
    width, height = answer.whole("width"), answer.whole("height")
    right = 0 < width <= 1 << 16 and 0 < height <= 1 << 16
    if answer.kind != "pixels" or not right or len(answer.body) != width * height * 3:
        raise FrameError("these are no pixels")
    across = width * 3
    rows = b"".join(
        b"\0" + answer.body[start : start + across] for start in range(0, height * across, across)
    )
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(rows, 6)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
