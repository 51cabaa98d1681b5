"""The masthead: what the head of a United Nations document says of the document itself.

In: the reading view of a document. Out: organ, symbol, distribution, dates, languages, job number.
The masthead is a leading run of known elements; it ends with the first words that are none. So a
symbol or a date in the body is never taken for the document's own.

>>> head = read_masthead("Security Council\\nDistr.: General\\n8 May 2031\\nOriginal: Arabic\\nOn")
>>> head.organ, head.symbol, head.distribution, head.issued, head.original_language
('S', None, 'general', '2031-05-08', 'ar')
"""

import re
from dataclasses import dataclass, field

from allegata.un.days import find_days
from allegata.un.symbols import render, symbol_at
from allegata.un.words import plain, union_pattern, union_table

MOST_PREAMBLE = 4  # banners and front matter before the first element
LONGEST_PREAMBLE_LINE = 300
MOST_TITLE_LINES = 6  # session and agenda lines may stand before the title
HEAD_LENGTH = 8000  # characters in which a masthead ends

_JOB = re.compile(r"(?<!\S)(\d{2}-\d{5})(?: ?\([ACEFRSG]\))?(?:[ ]+\d{6}){0,3}(?!\S)")
_FOOT = re.compile(
    r"(?<!\S)(\d{2}-\d{5}) ?\([ACEFRSG]\)(?:[ ]+\d{6}){0,3}[ ]*(?:/\.\.\.)?[ ]*$", re.MULTILINE
)
_BAR_CODE = re.compile(r"\*?\d{7}\*?(?!\S)")
_SERIES_LETTERS = re.compile(r"(?:[ASE] ?){1,2}(?![\w'/.-])")
_ORNAMENTS = re.compile(r"[\s*.,:;|_/\u2013\u2014-]+")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the masthead states; unknown is None. ``end`` is where the leading run stops.

    ``language`` is the language line's, ``original_language`` that of the original: ISO 639-1.
    """

    organ: str | None = None
    symbol: str | None = None
    distribution: str | None = None
    issued: str | None = None
    language: str | None = None
    original_language: str | None = None
    job_number: str | None = None
    end: int = 0

    @property
    def is_present(self) -> bool:
        """Whether this is a masthead: a distribution line or own symbol, and an organ or original.

        "Security Council" alone heads press releases and news too.
        """
        known = (self.organ, self.distribution, self.symbol, self.original_language)
        named = self.distribution is not None or self.symbol is not None
        return named and sum(value is not None for value in known) >= 2


@dataclass
class _Run:
    """The state of reading: the first value of each field counts."""

    text: str
    at: int = 0
    fields: dict[str, str] = field(default_factory=dict)

    def keep(self, name: str, value: str | None) -> None:
        if value is not None:
            self.fields.setdefault(name, value)


def read_masthead(text: str) -> Masthead:
    """Read the leading run of ``text``, a few lines of banner before it aside."""
    readable = plain(text[:HEAD_LENGTH])
    start = 0
    for _ in range(MOST_PREAMBLE + 1):
        run = _Run(readable, _skip(_ORNAMENTS, readable, start))
        while _take_element(run):
            run.at = _skip(_ORNAMENTS, readable, run.at)
        if run.fields:
            run.keep("job_number", _job_number(text))
            return _masthead(run)
        line_end = readable.find("\n", run.at)
        if line_end < 0 or line_end - run.at > LONGEST_PREAMBLE_LINE:
            break
        start = line_end
    return Masthead()


def read_kind(text: str, head: Masthead) -> str | None:
    """Return what kind of document the lines after the masthead say it is, letters aside.

    >>> text = "Security Council\\nDistr.: General\\nReport of the Secretary-General on a mission"
    >>> read_kind(text, read_masthead(text))
    'report'
    """
    lines = plain(text[head.end : head.end + HEAD_LENGTH]).splitlines()
    for line in [line.strip(" *#") for line in lines if line.strip()][:MOST_TITLE_LINES]:
        for code, shape in union_table("masthead.kinds", after=""):
            if shape.match(line):
                return code
    return None


def _masthead(run: _Run) -> Masthead:
    value = run.fields.get
    return Masthead(
        organ=value("organ"),
        symbol=value("symbol"),
        distribution=value("distribution"),
        issued=value("issued"),
        language=value("language"),
        original_language=value("original_language"),
        job_number=value("job_number"),
        end=run.at,
    )


def _take_element(run: _Run) -> bool:
    """Read one element at the run's place, move on, and say whether there was one."""
    return any(reader(run) for reader in _READERS)


def _take_distribution(run: _Run) -> bool:
    label = union_pattern("masthead.distribution_label").match(run.text, run.at)
    if label is None:
        return False
    run.at = _skip(_ORNAMENTS, run.text, label.end())
    _take_coded(run, "masthead.distributions", "distribution")
    return True


def _take_original(run: _Run) -> bool:
    label = union_pattern("masthead.original_label").match(run.text, run.at)
    if label is None:
        return False
    run.at = _skip(_ORNAMENTS, run.text, label.end())
    return _take_coded(run, "masthead.languages", "original_language")


def _take_organ(run: _Run) -> bool:
    # A title may begin with the organ's name: "Security Council resolution 1 (2031)" is no organ.
    return _take_coded(run, "masthead.organs", "organ")


def _take_language(run: _Run) -> bool:
    return _take_coded(run, "masthead.languages", "language")


def _take_symbol(run: _Run) -> bool:
    found = symbol_at(run.text, run.at)
    if found is None:
        return False
    run.keep("symbol", render(found.symbol))
    run.at = found.end
    return True


def _take_day(run: _Run) -> bool:
    line_end = run.text.find("\n", run.at)
    days = find_days(run.text[run.at : line_end if line_end >= 0 else None])
    if not days or days[0].start != 0 or days[0].year is None:
        return False
    run.keep("issued", days[0].iso)
    run.at += days[0].end
    return True


def _take_furniture(run: _Run) -> bool:
    """Pass over what carries nothing of its own: names of the house, session and agenda lines."""
    shapes = (
        # After the distribution line it begins a title: "United Nations Mission in …".
        _SERIES_LETTERS if "distribution" in run.fields else union_pattern("masthead.furniture"),
        union_pattern("masthead.lines"),
        _JOB,
        _BAR_CODE,
        _SERIES_LETTERS,
    )
    for shape in shapes:
        match = shape.match(run.text, run.at)
        if match:
            run.at = match.end()
            return True
    return False


def _take_coded(run: _Run, table: str, name: str) -> bool:
    for code, shape in union_table(table):
        match = shape.match(run.text, run.at)
        if match and not _goes_on(run.text, match.end()):
            run.keep(name, code)
            run.at = match.end()
            return True
    return False


def _goes_on(text: str, at: int) -> bool:
    """Say whether a lower-case word follows on the line: a sentence, no field of a masthead."""
    return text[at : at + 1] == " " and text[at:].lstrip(" ")[:1].islower()


def _job_number(text: str) -> str | None:
    """Return the first job number that ends a line: the foot of page one, its letter with it.

    The reading view may have joined the foot to the line above it.
    """
    match = _FOOT.search(text)
    return match.group(1) if match else None


def _skip(shape: re.Pattern[str], text: str, at: int) -> int:
    match = shape.match(text, at)
    return match.end() if match else at


_READERS = (
    _take_distribution,
    _take_original,
    _take_symbol,
    _take_day,
    _take_organ,
    _take_language,
    _take_furniture,
)
