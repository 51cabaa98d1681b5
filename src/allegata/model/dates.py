"""When, as an EDTF date or interval with its precision and the words it was read from."""

from dataclasses import dataclass

from allegata.model.span import Span
from allegata.model.vocabularies import DatePrecision


@dataclass(frozen=True, slots=True)
class When:
    """``edtf`` is a day (``2017-08-05``), month, year, or interval; ``../2017-08-06`` is "by then".

    ``basis``: stated; year_inherited; relative; inherited (from the incident's other sentences);
    open (an undated act in a dated text). ``time`` is a local clock time or a part of day.
    """

    edtf: str
    precision: DatePrecision
    time: str | None
    raw: str | None
    basis: str
    span: Span | None
