"""How precise an EDTF date or interval is, and whether it is one at all.

>>> precision_of("2031-04-05").value, precision_of("2031-04").value, precision_of("../2031").value
('day', 'month', 'before')
>>> precision_of("2031-04-05/2031-04-06").value
'days_2_6'
"""

import datetime as dt

from allegata.model.edtf import OPEN, first_day, last_day
from allegata.model.errors import InputError
from allegata.model.vocabularies import DatePrecision

_FEW_DAYS, _WEEK, _MONTH, _YEAR = 6, 7, 31, 366
_BY_LENGTH = {
    4: DatePrecision.YEAR,
    7: DatePrecision.MONTH,
    10: DatePrecision.DAY,
}


def precision_of(edtf: str) -> DatePrecision:
    """Return the precision of a day, month, year or interval.

    Raises:
        InputError: ``edtf`` is none of these, or ends before it begins.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        _first_day(first, edtf)
        return _BY_LENGTH[len(first)]
    if first == OPEN and last != OPEN:
        _first_day(last, edtf)
        return DatePrecision.BEFORE
    if last == OPEN and first != OPEN:
        _first_day(first, edtf)
        return DatePrecision.UNKNOWN
    return _of_days((_last_day(last, edtf) - _first_day(first, edtf)).days + 1, edtf)


def _of_days(days: int, edtf: str) -> DatePrecision:
    if days < 1:
        raise _no_date(edtf)
    limits = (
        (1, DatePrecision.DAY),
        (_FEW_DAYS, DatePrecision.DAYS_2_6),
        (_WEEK, DatePrecision.WEEK),
        (_MONTH, DatePrecision.MONTH),
        (_YEAR, DatePrecision.YEAR),
    )
    return next((kind for most, kind in limits if days <= most), DatePrecision.UNKNOWN)


def _first_day(date: str, edtf: str) -> dt.date:
    try:
        return first_day(date)
    except ValueError as error:
        raise _no_date(edtf) from error


def _last_day(date: str, edtf: str) -> dt.date:
    try:
        return last_day(date)
    except ValueError as error:
        raise _no_date(edtf) from error


def _no_date(edtf: str) -> InputError:
    return InputError(
        "web.date",
        f"{edtf!r} is no date or interval.",
        "Write 2031-04-05, 2031-04, 2031, 2031-04-05/2031-04-06, or ../2031-04-06 for “by then”.",
    )
