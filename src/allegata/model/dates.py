"""When, as an EDTF date or interval with its precision and the words it was read from."""

from dataclasses import dataclass

from allegata.model.span import Span
from allegata.model.vocabularies import DatePrecision


@dataclass(frozen=True, slots=True)
class When:
    """``edtf`` is a day (``2017-08-05``), month, year, or interval; ``../2017-08-06`` is "by then".

    ``basis``: stated; year_inherited; relative; inherited (from the incident's other sentences);
    open (an undated act in a dated text). ``time`` is a clock time (``04:15``, ``02:30Z`` in
    universal time) or a part of day.
    """

    edtf: str
    precision: DatePrecision
    time: str | None
    raw: str | None
    basis: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """What the words of one date say, before context is asked: missing parts are None.

    ``last_day`` and ``last_month`` end a range; ``weekday`` is 1 (Monday) to 7; ``shift_days`` is
    relative to ``shift_from``: ``document`` or ``incident`` (the one that the text told last), and
    ``shift_to`` the last of several days ("overnight": from -1 to 0). ``since`` says that the words
    tell the beginning of a period: "since January". ``begins`` is the "year" or "month" of the
    document with which it begins: "since the beginning of the year".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    shift_days: int | None = None
    shift_from: str | None = None
    shift_to: int | None = None
    time: str | None = None
    since: bool = False
    begins: str | None = None
