"""What the name of a United Nations file says of the document: symbol, language, job number.

In: a file name, with the folders above it where they are known, or the address that an Akoma Ntoso
file gives itself. Out: what it says; unknown is None. The UN writes `/` as `_` in names, adds the
language as a letter or code, and the job number. A name is only a label: it is compared with what
the document itself says, and never replaces it.

>>> told = read_name("English/S_2023_773-2320284E.xml")
>>> told.symbol, told.job_number, told.languages
('S/2023/773', '23-20284', (('English', 'en'), ('2320284E', 'en')))
>>> read_name("letter of the 4th.txt").symbol
"""

import re
from dataclasses import dataclass

from allegata.un.symbols import Symbol, render, symbol_at
from allegata.un.words import union_table

LETTERS = {"A": "ar", "C": "zh", "E": "en", "F": "fr", "R": "ru", "S": "es", "G": "de"}
_CODES = "ar|zh|en|fr|ru|es|de"
_EXTENSION = re.compile(r"\.(?:pdf|docx?|xml|html?|xhtml|txt|md|json|png|jpe?g|tiff?|eml)$", re.I)
_ORGAN = re.compile(
    r"(?<![A-Za-z0-9])(?=(?:A|S|E|T|ST|DP|TD|CD|CRC|CRPD|CAT|CCPR|CEDAW|CERD|CED|CMW|UNEP|PBC|ECE)"
    r"(?P<stroke>[_-])[A-Z0-9])"
)
_COUNCIL_RESOLUTION = re.compile(r"(?<![A-Za-z0-9])SC_(\d{1,4})_((?:19|20)\d\d)(?!\d)")
_JOB = re.compile(
    r"(?:(?<![A-Za-z0-9])[NGVK]?|(?<=_))(?P<year>\d{2})-?(?P<serial>\d{5})(?P<letter>[ACEFRSG])?"
    r"(?![A-Za-z0-9])"
)
_LETTER = re.compile(r"[-_ ]([ACEFRSG])$")
_CODE = re.compile(rf"[-_. ]({_CODES})(?:[-_. ][a-z0-9]+)?$", re.IGNORECASE)
# What a name writes otherwise than a symbol does.
_REWRITTEN = (
    (re.compile(r"[/. ](add|corr|rev|amend)[./ ]?(\d{1,3})(?!\d)", re.I), r"/\1.\2"),
    (re.compile(r"(?<=RES/)0+(?=\d)"), ""),
    (re.compile(r"(RES/\d{1,4})[/ ]?\(?((?:19|20)\d\d)\)?(?!\d)"), r"\1 (\2)"),
    (re.compile(r"(RES/(?:ES-|S-)?\d{1,3}/\d{1,4})[/ ]([A-Z](?:-[A-Z])?)(?![A-Za-z0-9])"), r"\1\2"),
    (re.compile(r"(?<=/)(PV|SR|L)/(?=\d)"), r"\1."),
)
_JOINT = re.compile(r"[/&+, -]+")


# The series of the documents that have an address: (actor, kind of document) to its form.
_SERIES = {
    ("unsc", "resolution"): "S/RES/{0} ({1})",
    ("unsc", "presidentialStatement"): "S/PRST/{0}/{1}",
    ("unsc", "draftResolution"): "S/{0}/{1}",
    ("unga", "resolution"): "A/RES/{0}/{1}",
}
_ADDRESS = re.compile(r"/(?P<actor>un-?[a-z]+)/\d{4}-\d{2}-\d{2}/(?P<number>[^/]+)")


@dataclass(frozen=True, slots=True)
class NamedAs:
    """What a name says. ``languages`` are its words for a language, folders first, with codes."""

    symbol: str | None = None
    job_number: str | None = None
    languages: tuple[tuple[str, str], ...] = ()


def read_name(name: str) -> NamedAs:
    """Return what the path ``name`` says, the last part of which is the file's name."""
    *folders, last = name.replace("\\", "/").split("/")
    stem = _EXTENSION.sub("", last)
    symbol = _symbol(stem)
    languages = [(folder, code) for folder in folders for code in _language_named(folder)]
    job = _JOB.search(stem)
    if job is not None and job["letter"]:
        languages.append((job.group(), LETTERS[job["letter"]]))
    else:
        languages += _language_marked(stem, is_symbol=symbol is not None)
    return NamedAs(
        symbol=render(symbol) if symbol else None,
        job_number=f"{job['year']}-{job['serial']}" if job else None,
        languages=tuple(languages),
    )


def read_address(address: str, kind: str) -> str | None:
    """Return the symbol that an Akoma Ntoso address stands for; ``kind`` is the document's name.

    >>> read_address("/akn/un/statement/deliberation/unsc/2031-02-25/9964-2031/", "resolution")
    'S/RES/9964 (2031)'
    >>> read_address("/akn/un/doc/communication/un-sc/2031-08-06/S-2031-684", "officialLetter")
    'S/2031/684'
    """
    match = _ADDRESS.search(address)
    if match is None:
        return None
    number = match["number"]
    form = _SERIES.get((match["actor"].replace("-", ""), kind))
    head, _, tail = number.rpartition("-")
    is_bare = number[0].isdigit() or number.startswith("ES-")  # without the organ before it
    if form is not None and head and is_bare:
        found = _parsed(form.format(head, tail))
    else:
        found = _symbol(number)
    return render(found) if found else None


def same_document(named: str, printed: str) -> bool:
    """Say whether a symbol in a name may be that of a document which prints ``printed``.

    A name leaves out reissue stars, the year of a resolution, and one of two joined symbols.

    >>> same_document("S/RES/2253", "S/RES/2253 (2015)"), same_document("S/2017/1", "S/2017/10")
    (True, False)
    """
    wanted, known = (_bare(value) for value in (named, printed))
    return any(one == other for one in wanted for other in known) or any(
        one.partition(" (")[0] == other.partition(" (")[0] and "(" not in one
        for one in wanted
        for other in known
    )


def _bare(symbol: str) -> list[str]:
    found = symbol_at(symbol, 0)
    if found is None:
        return [symbol]
    singles: list[Symbol | None] = [found.symbol, found.symbol.joined]
    return ["/".join((one.organ, *one.parts, *one.suffixes)) for one in singles if one is not None]


def _symbol(stem: str) -> Symbol | None:
    """Return the symbol that a file's name begins with, or has after the name of a mission."""
    council = _COUNCIL_RESOLUTION.search(stem)
    if council is not None:
        return _parsed(f"S/RES/{int(council[1])} ({council[2]})")
    if stem == stem.lower():
        stem = stem.upper()  # "s_2017_684-en"
    for organ in _ORGAN.finditer(stem):
        rest = stem[organ.start() :]
        if organ["stroke"] == "-" and not re.match(r"S-(?:RES-|PRST-)?\d|A-RES-", rest):
            continue  # "A-4 form": strokes as hyphens are told only where the series is plain
        symbol = _parsed(rest.replace("_", "/") if organ["stroke"] == "_" else _dashed(rest))
        if symbol is not None and _is_plain(symbol):
            return symbol
    return None


def _dashed(rest: str) -> str:
    """Return "S-2017-684" with strokes; the hyphen of a special session stays.

    >>> _dashed("A-RES-ES-11-1")
    'A/RES/ES-11/1'
    """
    return re.sub(r"(?<=/)(E?S)/(?=\d)", r"\1-", rest.replace("-", "/"))


def _parsed(text: str) -> Symbol | None:
    """Return the symbol that ``text`` begins with; words that are none of it may follow."""
    for pattern, form in _REWRITTEN:
        text = pattern.sub(form, text)
    ends = [len(text), *(joint.start() for joint in reversed(list(_JOINT.finditer(text))))]
    first = next((found for end in ends if (found := symbol_at(text[:end], 0))), None)
    if first is None or first.symbol.joined is not None:
        return first.symbol if first else None
    joint = _JOINT.match(text, first.end)
    second = symbol_at(text, joint.end()) if joint else None
    if second is None or second.symbol.organ == first.symbol.organ:
        return first.symbol
    both = symbol_at(f"{render(first.symbol)}-{render(second.symbol)}", 0)
    return both.symbol if both else first.symbol


def _is_plain(symbol: Symbol) -> bool:
    """Say whether this is a symbol beyond doubt: two parts, or a running number of four digits."""
    return len(symbol.parts) > 1 or len(symbol.parts[0]) >= 4


def _language_named(folder: str) -> list[str]:
    """Return the code of the language that a folder is named after."""
    if re.fullmatch(_CODES, folder, re.IGNORECASE):
        return [folder.lower()]
    tables = union_table("masthead.languages")
    return [code for code, shape in tables if shape.fullmatch(folder)][:1]


def _language_marked(stem: str, *, is_symbol: bool) -> list[tuple[str, str]]:
    """Return the mark of language at the end of a name: a letter only beside a symbol."""
    letter = _LETTER.search(stem) if is_symbol else None
    if letter is not None:
        return [(letter[1], LETTERS[letter[1]])]
    code = _CODE.search(stem)
    return [(code[1], code[1].lower())] if code else []
