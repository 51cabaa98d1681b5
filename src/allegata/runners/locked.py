"""A fresh locked process for one hostile file: it gets the bytes, may ask for words, and answers.

Whoever calls sends an order; what comes back is bytes, limited in length and not to be trusted.

>>> from allegata.runners.limits import Limits
>>> try:
...     ask(Order("convert", "n", "text/none", Limits(wall_seconds=20)), b"")
... except LockedError as error:
...     error.code
'convert.crashed'
"""

import json
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from typing import BinaryIO, cast

from allegata.model.pictures import Picture, PictureText
from allegata.model.wire import to_json
from allegata.runners.frames import Frame, FrameError, receive, send
from allegata.runners.ocr import Ocr
from allegata.runners.orders import Order

MOST_PIXELS = 40_000_000  # of one picture that comes out
_MOST_UNDER_WAY = 8  # pictures whose words were not yet asked for
MakeOcr = Callable[[], Ocr]


class LockedError(Exception):
    """The process gave no answer: ``convert.limit.time``, ``.memory``, ``.output`` or a crash."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def ask(order: Order, content: bytes, make_ocr: MakeOcr | None = None) -> Frame:
    """Return what a fresh process answers; ``make_ocr`` is called when it first asks for words.

    Raises:
        LockedError: it took too long, needed too much, said too much or failed.
    """
    command = [sys.executable, "-I", "-m", "allegata.runners.confined"]
    with subprocess.Popen(  # noqa: S603  (our own interpreter and module)
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"LC_ALL": "C.UTF-8"},
    ) as process:
        watch = _Watch(process, order.limits.wall_seconds)
        exchange = _Exchange(process, order, make_ocr, watch)
        try:
            answer = exchange.run(content)
        except FrameError as error:
            code = "convert.limit.output" if error.too_long else "convert.crashed"
            raise LockedError(code) from error
        finally:
            watch.stop()
            process.kill()  # it has answered, failed, or said too much
            exchange.close()
            with suppress(BrokenPipeError):  # what it did not take is not sent any more
                cast("BinaryIO", process.stdin).close()
        if answer is None:
            raise LockedError(_reason(process.wait(), late=watch.late))
    return answer


class _Watch:
    """Kills a process that takes too long; time in which it waits for words does not count."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self.late = False
        self._process = process
        self._left = seconds
        self._begin()

    def _begin(self) -> None:
        self._since = time.monotonic()
        self._timer = threading.Timer(self._left, self._end)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        self.late = True
        self._process.kill()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.cancel()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let time pass that does not count."""
        self._timer.cancel()
        self._left -= time.monotonic() - self._since
        try:
            yield
        finally:
            self._begin()


class _Exchange:
    """What is said between the two processes until the answer comes."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        order: Order,
        make_ocr: MakeOcr | None,
        watch: _Watch,
    ) -> None:
        self._process = process
        self._order = order
        self._make_ocr = make_ocr
        self._ocr: Ocr | None = None
        self._watch = watch
        self._under_way: deque[Future[PictureText]] = deque()

    def run(self, content: bytes) -> Frame | None:
        """Return the answer, None where the process ends without one."""
        given = cast("BinaryIO", self._process.stdin)
        taken = cast("BinaryIO", self._process.stdout)
        most = max(self._order.limits.output_bytes, MOST_PIXELS if self._make_ocr else 0)
        try:
            send(given, {"order": to_json(self._order)}, content)
            while (frame := receive(taken, most=most)) is not None:
                if frame.kind == "picture":
                    self._take(frame)
                elif frame.kind == "words?":
                    send(given, {"kind": "words"}, self._words())
                elif frame.kind == "engine?":
                    with self._watch.paused():
                        engine = self._recognizer().engine
                    send(given, {"kind": "engine", "engine": engine})
                else:
                    return self._last(frame)
        except BrokenPipeError:  # it ended before it had read everything
            self._process.wait()
        return None

    def close(self) -> None:
        """Begin to read no other picture."""
        if self._ocr:
            self._ocr.close()

    def _recognizer(self) -> Ocr:
        if self._make_ocr is None:
            raise FrameError("no words may be asked for")
        self._ocr = self._ocr or self._make_ocr()
        return self._ocr

    def _last(self, frame: Frame) -> Frame:
        if len(frame.body) > self._order.limits.output_bytes:
            raise FrameError("the answer is too long", too_long=True)
        return frame

    def _take(self, frame: Frame) -> None:
        names = ("page", "width", "height", "dpi")
        page, width, height, dpi = (frame.whole(name) for name in names)
        right = page > 0 and width > 0 and height > 0 and 10 <= dpi <= 2400
        if not right or width * height != len(frame.body):
            raise FrameError("this is no picture")
        if len(self._under_way) > _MOST_UNDER_WAY:
            raise FrameError("these are too many pictures")
        picture = Picture(page, width, height, dpi, frame.body)
        self._under_way.append(self._recognizer().submit(picture))

    def _words(self) -> bytes:
        if not self._under_way:
            raise FrameError("no words were to come")
        with self._watch.paused():
            text = self._under_way.popleft().result()
        return json.dumps(to_json(text)).encode()


def _reason(exit_code: int, *, late: bool) -> str:
    """Return why a process that gave no answer ended."""
    if late or exit_code == -signal.SIGXCPU:
        return "convert.limit.time"
    return "convert.limit.memory" if exit_code == -signal.SIGKILL else "convert.crashed"
