"""Messages between this process and one that reads a hostile file: a line of JSON, then bytes.

Neither side reads more than it allows for: a line that is too long, a length that is negative or
beyond the limit, and bytes that end early are errors.

>>> import io
>>> pipe = io.BytesIO()
>>> send(pipe, {"kind": "picture"}, b"grey")
>>> _ = pipe.seek(0)
>>> receive(pipe, most=10)
Frame(head={'kind': 'picture', 'length': 4}, body=b'grey')
"""

import json
from dataclasses import dataclass
from typing import BinaryIO

from allegata.model.wire import Json

_LONGEST_HEAD = 1 << 16


class FrameError(Exception):
    """What came is no message, or longer than allowed."""

    def __init__(self, what: str, *, too_long: bool = False) -> None:
        super().__init__(what)
        self.too_long = too_long


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    head: dict[str, Json]
    body: bytes = b""

    @property
    def kind(self) -> str:
        """What it is."""
        return str(self.head.get("kind", ""))

    def whole(self, name: str) -> int:
        """Return the whole number of that name in its head.

        Raises:
            FrameError: there is none.
        """
        found = self.head.get(name)
        if not isinstance(found, int) or isinstance(found, bool):
            raise FrameError(f"{name} is no number")
        return found


def send(stream: BinaryIO, head: dict[str, Json], body: bytes = b"") -> None:
    """Write a message and see that it goes out."""
    stream.write(json.dumps({**head, "length": len(body)}).encode() + b"\n")
    stream.write(body)
    stream.flush()


def receive(stream: BinaryIO, *, most: int) -> Frame | None:
    """Read a message whose body has ``most`` bytes at most; None where the stream ends.

    Raises:
        FrameError: it is none, or too long.
    """
    line = stream.readline(_LONGEST_HEAD)
    if not line:
        return None
    try:
        head = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FrameError("the head is no JSON") from error
    if not isinstance(head, dict):
        raise FrameError("the head is no object")
    length = Frame(head).whole("length")
    if length < 0:
        raise FrameError("the length is negative")
    if length > most:
        raise FrameError(f"{length} bytes, where {most} are allowed", too_long=True)
    body = stream.read(length)
    if len(body) != length:
        raise FrameError("it breaks off")
    return Frame(head, body)
