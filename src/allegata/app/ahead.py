"""The next document is converted while the one before it is read, where that saves time.

Converting a hostile format waits for another process most of the time, reading keeps this one busy:
together they use two cores. One converted document waits at most, so that memory stays flat however
many come. Plain text is converted where it is read: two threads would only wait for each other.

>>> [(item, outcome) for item, outcome in convert_ahead([1, 2], lambda number: number * 10)]
[(1, 10), (2, 20)]
"""

import itertools
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

S = TypeVar("S")
D = TypeVar("D")
_POLL_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class _Broken:
    """The inputs themselves failed."""

    error: BaseException


class _End:
    """There are no more inputs."""


def convert_ahead(
    inputs: Iterable[S], convert: Callable[[S], D], waits: Callable[[S], bool] = lambda _: True
) -> Iterator[tuple[S, D | Exception]]:
    """Yield each input with what ``convert`` returned or raised, in order.

    From the first input that ``waits`` for another process on, inputs are taken and converted in
    another thread, one at a time, so that a slow stream holds nothing back.
    """
    coming = iter(inputs)
    for item in coming:
        if waits(item):
            yield from _in_another_thread(itertools.chain((item,), coming), convert)
            return
        yield item, _outcome(convert, item)


def _in_another_thread(
    inputs: Iterable[S], convert: Callable[[S], D]
) -> Iterator[tuple[S, D | Exception]]:
    ready: queue.Queue[tuple[S, D | Exception] | _Broken | _End] = queue.Queue(maxsize=1)
    stopped = threading.Event()

    def give(item: tuple[S, D | Exception] | _Broken | _End) -> None:
        while not stopped.is_set():
            try:
                ready.put(item, timeout=_POLL_SECONDS)
                return
            except queue.Full:
                continue

    def work() -> None:
        try:
            for item in inputs:
                if stopped.is_set():
                    return
                give((item, _outcome(convert, item)))
        except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
            give(_Broken(error))
        else:
            give(_End())

    threading.Thread(target=work, name="convert ahead", daemon=True).start()
    try:
        while not isinstance(found := ready.get(), _End):
            if isinstance(found, _Broken):
                raise found.error
            yield found
    finally:
        stopped.set()


def _outcome(convert: Callable[[S], D], item: S) -> D | Exception:
    try:
        return convert(item)
    except Exception as error:  # noqa: BLE001  # judged where the document is read
        return error
