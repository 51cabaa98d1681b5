"""A recognizer inside a locked process: it sends pictures out and gets their words back.

The locked process can start no program. It writes each picture to its standard output and asks for
the words on its standard input; the process that started it gives the pictures to the OCR engine
(``allegata.runners.worker``). No more than a few pictures are under way.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import BinaryIO

from allegata.model.pictures import Picture, PictureText
from allegata.model.wire import Json, from_json
from allegata.runners.frames import Frame, receive, send

_UNDER_WAY = 3
_MOST_BYTES = 32 << 20  # of the words of one picture


class Asking:
    """Asks through two pipes."""

    def __init__(self, answers: BinaryIO, questions: BinaryIO) -> None:
        self._answers = answers
        self._questions = questions

    @cached_property
    def engine(self) -> str | None:
        """Name and version of the engine that the other side has, None where it has none."""
        send(self._questions, {"kind": "engine?"})
        found = self._answer().head.get("engine")
        return found if isinstance(found, str) else None

    def read(self, pictures: Iterable[Picture]) -> Iterator[PictureText]:
        """Yield the words of each picture, in order."""
        waiting = 0
        for picture in pictures:
            if waiting == _UNDER_WAY:
                yield self._next()
                waiting -= 1
            self._give(picture)
            waiting += 1
        for _ in range(waiting):
            yield self._next()

    def _give(self, picture: Picture) -> None:
        head: dict[str, Json] = {
            "kind": "picture",
            "page": picture.page,
            "width": picture.width,
            "height": picture.height,
            "dpi": picture.dpi,
        }
        send(self._questions, head, picture.pixels)

    def _next(self) -> PictureText:
        send(self._questions, {"kind": "words?"})
        return from_json(PictureText, json.loads(self._answer().body))

    def _answer(self) -> Frame:
        frame = receive(self._answers, most=_MOST_BYTES)
        if frame is None:
            raise EOFError("the other side is gone")
        return frame
