"""What every route works with: the open case, who sits at it, and what was already done."""

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Header, Request

from allegata.app.case import Case
from allegata.model.places import GazetteerEntry
from allegata.model.wire import Json

REMEMBERED = 2_000
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=100)]
Answer = dict[str, Json]


class Once:
    """Does each named action once: a page that lost the answer may send the same action again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: OrderedDict[str, Answer] = OrderedDict()

    def do(self, key: str, action: Callable[[], Answer]) -> Answer:
        """Return what ``action`` answers, or what it answered the first time."""
        with self._lock:
            if key not in self._answers:
                self._answers[key] = action()
                if len(self._answers) > REMEMBERED:
                    self._answers.popitem(last=False)
            return self._answers[key]


@dataclass(frozen=True)
class Desk:
    """``reviewer`` is a pseudonym; ``name`` is what the case is called on screen.

    Reading files in is slow, so that it has a memory, and a queue, of its own.
    """

    case: Case
    name: str
    reviewer: str
    find_place: Callable[[str], GazetteerEntry | None]
    decisions: Once = field(default_factory=Once)
    intake: Once = field(default_factory=Once)


def desk_of(request: Request) -> Desk:
    """Return the desk of the application that the request came to."""
    desk = request.app.state.desk
    if not isinstance(desk, Desk):
        raise TypeError("the application has no desk")
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]


def now() -> str:
    """Return the time of this moment in UTC, for "saved at"."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
