"""The masthead: what the head of a United Nations document says of the document itself.

In: the reading view of a document. Out: organ, symbol, distribution, dates, languages, sessions,
agenda items, job number. The masthead is a leading run of known elements; it ends with the first
words that are none. So a symbol or a date in the body is never taken for the document's own.

>>> head = read_masthead("Security Council\\nDistr.: General\\n8 May 2031\\nOriginal: Arabic\\nOn")
>>> head.organ, head.symbol, head.distribution, head.issued, head.original_language
('S', None, 'general', '2031-05-08', 'ar')
"""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from allegata.un.days import first_day
from allegata.un.job_numbers import JOB, job_number
from allegata.un.session_lines import agenda_at, session_at
from allegata.un.symbols import Symbol, render, symbol_at
from allegata.un.title_starts import starts_title
from allegata.un.words import plain, union, union_pattern, union_table

MOST_PREAMBLE = 4  # banners and front matter before the first element
LONGEST_PREAMBLE_LINE = 300
MOST_NOISE = 8  # lines that may stand between the house's name and the distribution line
LONGEST_NOISE_LINE = 80
MOST_TOPICS = 40  # lines in which the topics of agenda items stand between sessions and title
LONGEST_TOPIC = 120
HEAD_LENGTH = 8000  # characters in which a masthead ends

_BAR_CODE = re.compile(r"\*?\d{7}\*?(?!\S)|`{5,}")
_SERIES_LETTERS = re.compile(r"(?:[ASET] ?){1,3}(?![\w'/.-])")
_ORNAMENTS = re.compile(r"[\s*.,:;|_/\u2013\u2014-]+")
_MARK = re.compile(r"[ ]?[JTI|\]}](?=[ ]*(?:\n|$))")  # the brace that joins two symbols
_MIN_KNOWN = 2
_SESSION = re.compile(r"(?:ES|S)-\d{1,2}|\d{2}|1[01]\d|120")
_ROMAN = re.compile(r"\((E?S-)?([IVXL]+)\)")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the masthead states; unknown is None. ``end`` is where the leading run stops.

    ``language`` is the language line's, ``original_language`` that of the original: ISO 639-1.
    ``repairs`` tells each field that was read through slips of optical reading, in words.
    """

    organ: str | None = None
    symbol: str | None = None
    distribution: str | None = None
    issued: str | None = None
    language: str | None = None
    original_language: str | None = None
    job_number: str | None = None
    end: int = 0
    session: str | None = None
    council_year: int | None = None
    agenda_items: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()

    @property
    def is_present(self) -> bool:
        """Whether this is a masthead: a distribution line or own symbol, and an organ or original.

        "Security Council" alone heads press releases and news too.
        """
        known = (self.organ, self.distribution, self.symbol, self.original_language)
        named = self.distribution is not None or self.symbol is not None
        return named and sum(value is not None for value in known) >= _MIN_KNOWN


@dataclass
class Run:
    """The state of reading: the first value of each field counts."""

    text: str
    at: int = 0
    fields: dict[str, str] = field(default_factory=dict)
    symbol: Symbol | None = None
    agenda: tuple[str, ...] = ()
    repairs: list[str] = field(default_factory=list)

    def keep(self, name: str, value: str | None) -> None:
        """Keep the first value of a field."""
        if value is not None:
            self.fields.setdefault(name, value)


def read_masthead(text: str) -> Masthead:
    """Read the leading run of ``text``, a few lines of banner before it aside."""
    readable = plain(text[:HEAD_LENGTH])
    start = 0
    for _ in range(MOST_PREAMBLE + 1):
        run = Run(readable, _skip(_ORNAMENTS, readable, start))
        _read_run(run)
        if run.fields:
            run.keep("job_number", job_number(text))
            _read_topics(run)
            return _masthead(run)
        line_end = readable.find("\n", run.at)
        if line_end < 0 or line_end - run.at > LONGEST_PREAMBLE_LINE:
            break
        start = line_end
    return Masthead()


def _read_run(run: Run) -> None:
    while True:
        while _take_element(run):
            run.at = _skip(_ORNAMENTS, run.text, run.at)
        if not run.fields or "distribution" in run.fields or not _skip_noise(run):
            return


def _masthead(run: Run) -> Masthead:
    value = run.fields.get
    year = value("council_year")
    headed = "distributed" in run.fields or value("original_language") is not None
    return Masthead(
        organ=value("organ") or (run.symbol.organ if run.symbol and headed else None),
        symbol=render(run.symbol) if run.symbol else None,
        distribution=value("distribution"),
        issued=value("issued"),
        language=value("language"),
        original_language=value("original_language"),
        job_number=value("job_number"),
        end=run.at,
        session=value("session") or _session_of(run.symbol),
        council_year=int(year) if year else None,
        agenda_items=run.agenda,
        repairs=tuple(run.repairs),
    )


def _session_of(symbol: Symbol | None) -> str | None:
    """Return the session that an Assembly symbol names: A/RES/ES-11/1, A/C.3/78/L.60, 8(I)."""
    if symbol is None or symbol.organ != "A" or "WG" in "/".join(symbol.parts):
        return None
    for part in symbol.parts[:-1]:
        if _SESSION.fullmatch(part):
            return part
    roman = _ROMAN.search(symbol.parts[-1])
    if roman is None:
        return None
    number = sum(
        -value if value < following else value
        for value, following in pairwise([*(_VALUES[one] for one in roman[2]), 0])
    )
    return f"{roman[1] or ''}{number}"


def _take_element(run: Run) -> bool:
    """Read one element at the run's place, move on, and say whether there was one."""
    return any(reader(run) for reader in _READERS)


def _take_distribution(run: Run) -> bool:
    label = union_pattern("masthead.distribution_label").match(run.text, run.at)
    if label is None:
        return False
    run.at = _skip(_ORNAMENTS, run.text, label.end())
    run.keep("distributed", "yes")
    _take_coded(run, "masthead.distributions", "distribution")
    return True


def _take_original(run: Run) -> bool:
    label = union_pattern("masthead.original_label").match(run.text, run.at)
    if label is None:
        return False
    run.at = _skip(_ORNAMENTS, run.text, label.end())
    if not _take_coded(run, "masthead.languages", "original_language"):
        return False
    while joint := _between_languages().match(run.text, run.at):  # "English/French"
        at, run.at = run.at, joint.end()
        if not _take_coded(run, "masthead.languages", "original_language"):
            run.at = at
            break
    return True


def _take_organ(run: Run) -> bool:
    # A title may begin with the organ's name: "Security Council resolution 1 (2031)" is no organ.
    at = run.at
    if not _take_coded(run, "masthead.organs", "organ"):
        return False
    if "distributed" in run.fields and not _ends_line(run):
        run.at = at
        return False
    return True


def _take_language(run: Run) -> bool:
    for code, shape in union_table("masthead.languages"):
        match = shape.match(run.text, run.at)
        if match is None:
            continue
        end = _skip(_only(), run.text, match.end())  # "English only"
        if not _goes_on(run.text, end):
            run.keep("language", code)
            run.at = end
            return True
    return False


def _take_symbol(run: Run) -> bool:
    found = symbol_at(run.text, run.at)
    if found is None:
        return False
    at, run.at = run.at, _skip(_MARK, run.text, found.end)
    if not _ends_line(run):  # "S/2031/7 was issued late": a sentence
        run.at = at
        return False
    if run.symbol is None:
        run.symbol = found.symbol
    elif run.symbol.joined is None and run.symbol.organ != found.symbol.organ:
        run.symbol = _joined(run.symbol, found.symbol)  # the second symbol, elements between them
    if found.repaired and "symbol" not in run.fields:
        run.repairs.append(f"symbol read as {render(found.symbol)} from “{found.raw}”")
    run.keep("symbol", render(found.symbol))
    return True


def _joined(first: Symbol, second: Symbol) -> Symbol:
    return Symbol(
        first.organ, first.parts, first.suffixes, first.note, first.reissued, joined=second
    )


def _take_day(run: Run) -> bool:
    line_end = run.text.find("\n", run.at)
    day = first_day(run.text[run.at : line_end if line_end >= 0 else None])
    if day is None or day.year is None:
        return False
    at = run.at
    run.at += day.end
    if not _ends_line(run):  # a Chinese title begins with the day of the letter
        run.at = at
        return False
    run.keep("issued", day.iso)
    return True


def _take_session(run: Run) -> bool:
    found = session_at(run.text, run.at)
    if found is None or _goes_on(run.text, found[1]):
        return False
    line, run.at = found
    run.keep("session", line.session)
    run.keep("council_year", None if line.year is None else str(line.year))
    return True


def _take_agenda(run: Run) -> bool:
    found = agenda_at(run.text, run.at)
    if found is None:
        return False
    items, run.at = found
    run.agenda = run.agenda or items
    return True


def _take_furniture(run: Run) -> bool:
    """Pass over what carries nothing of its own: names of the house, job lines and bar codes."""
    houses = (
        # After the distribution line it begins a title: "United Nations Mission in …".
        () if "distributed" in run.fields else (_house(), union_pattern("masthead.furniture"))
    )
    for shape in (*houses, JOB, _BAR_CODE, _SERIES_LETTERS):
        match = shape.match(run.text, run.at)
        if match and match.end() > run.at:
            run.at = match.end()
            return True
    return False


def _take_coded(run: Run, table: str, name: str) -> bool:
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


def _ends_line(run: Run) -> bool:
    """Say whether the line ends here, or another element stands in the rest of it."""
    rest = run.text[run.at : run.at + LONGEST_PREAMBLE_LINE].partition("\n")[0].strip()
    if not rest:
        return True
    if any(shape.match(rest) for _, shape in union_table("masthead.organs")):
        return True
    trial = Run(rest, fields={} if "distributed" not in run.fields else {"distributed": "yes"})
    return any(reader(trial) for reader in _READERS if reader is not _take_organ)


def _skip_noise(run: Run) -> bool:
    """Move on to a distribution line a few short lines further: a seal, an emblem's words."""
    at = run.at
    for _ in range(MOST_NOISE):
        line_end = run.text.find("\n", at)
        if line_end < 0 or line_end - at > LONGEST_NOISE_LINE:
            return False
        at = _skip(_ORNAMENTS, run.text, line_end)
        line = run.text[at : at + LONGEST_NOISE_LINE].partition("\n")[0]
        if union_pattern("masthead.distribution_label").search(line) and not starts_title(line):
            run.at = at
            return True
    return False


def _read_topics(run: Run) -> None:
    """Take the sessions, years and agenda items that stand among the topics before the title."""
    ahead = Run(run.text, run.at)
    for _ in range(MOST_TOPICS):
        if not (_take_session(ahead) or _take_agenda(ahead) or _take_organ_line(ahead)):
            line_end = run.text.find("\n", ahead.at)
            if line_end < 0 or line_end - ahead.at > LONGEST_TOPIC or _ends_head(ahead):
                break
            ahead.at = line_end
        ahead.at = _skip(_ORNAMENTS, run.text, ahead.at)
    run.keep("session", ahead.fields.get("session"))
    run.keep("council_year", ahead.fields.get("council_year"))
    run.agenda = run.agenda or ahead.agenda


def _take_organ_line(run: Run) -> bool:
    """Pass over an organ that heads its own column: "SECURITY COUNCIL / Forty-fourth year"."""
    return _take_coded(run, "masthead.organs", "organ")


def _ends_head(run: Run) -> bool:
    """Say whether a title or the body begins here, so that no session line is the document's."""
    line = run.text[run.at : run.at + LONGEST_TOPIC].partition("\n")[0]
    if re.match(r"\(?(?:\d{1,3}|[a-zIVX]{1,4})[.)]\s", line) or line.rstrip().endswith((":", ";")):
        return True
    return starts_title(line)


@cache
def _house() -> re.Pattern[str]:
    """Return the house's name: alone, above its symbol, or beside it in another language."""
    return union_pattern("masthead.house")


@cache
def _between_languages() -> re.Pattern[str]:
    return re.compile(rf"[ ]*(?:[/,]|{union('masthead.agenda_joint')})[ ]*", re.IGNORECASE)


@cache
def _only() -> re.Pattern[str]:
    return re.compile(rf"[ ]+{union('masthead.only')}(?!\w)", re.IGNORECASE)


def _skip(shape: re.Pattern[str], text: str, at: int) -> int:
    match = shape.match(text, at)
    return match.end() if match else at


_READERS = (
    _take_distribution,
    _take_original,
    _take_symbol,
    _take_day,
    _take_session,
    _take_agenda,
    _take_organ,
    _take_language,
    _take_furniture,
)
