"""Letters and notes verbales: who writes what to whom, and where each formula stands.

In: the reading view of a document, and what its masthead says. Out: the letter in parts, or None
where the text is no letter. The instruction formula ("on instructions from my Government") makes
what follows the government's own word, through its representative; the closing formula asks for
circulation.

>>> letter = read_letter('''Letter dated 6 May 2031 from the Permanent Representative of Chad to the
... United Nations addressed to the President of the Security Council
...
... On instructions from my Government, I wish to report that three people were hurt.
...
... (Signed) Nescio Nomen
... Ambassador
... ''')
>>> letter.senders[0].signatory, letter.senders[0].title
('Nescio Nomen', 'Ambassador')
"""

import dataclasses
import re
from dataclasses import dataclass

from allegata.un.masthead import Masthead, read_masthead
from allegata.un.notes_verbales import untitled_note
from allegata.un.parts import FoundHeading, find_headings
from allegata.un.senders import FoundSender
from allegata.un.signatures import FoundSignature, find_signatures
from allegata.un.symbols import parse_symbol, symbol_at
from allegata.un.titles import Title, title_at
from allegata.un.words import plain, union_pattern

MOST_LINES_BEFORE = 30  # banner, session and agenda lines between the masthead and the title
LONGEST_LINE_BEFORE = 300
HEAD_LENGTH = 8000  # characters after the masthead in which a title can stand
_SENTENCE_START = re.compile(r"[.!?。][)\"'\u201d]?\s*|\n[ \t]*\n\s*|^\s*")
_SENTENCE_END = re.compile(r"[.!?][)\"'\u201d]?(?=\s|$)|。|\n[ \t]*\n|\s*\Z")
_NO_LETTERS = frozenset({"RES", "DEC", "PRST", "Agenda"})
_MEETING = re.compile(r"(?:PV|SR)\.\d+")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter. Offsets are of the text given; ``instruction`` and ``closing`` are (start, end).

    The body runs from ``body_start`` to ``signature_start`` (the end of the letter where nobody
    signs); ``end`` is where the first annex begins, or the end of the text.
    """

    language: str
    kind: str
    dated: str | None
    senders: tuple[FoundSender, ...]
    addressees: tuple[str, ...]
    title_start: int
    title_end: int
    body_start: int
    signature_start: int
    end: int
    instruction: Place | None
    closing: Place | None


def read_letter(
    text: str, head: Masthead | None = None, headings: tuple[FoundHeading, ...] | None = None
) -> Letter | None:
    """Return the letter that ``text`` is: a title at its head, and the formulas of one.

    A title alone is not enough, for lists of documents begin with titles too: an opening, a
    closing, a signature or a masthead must stand with it.
    """
    head = read_masthead(text) if head is None else head
    if _is_of_another_series(head):
        return None
    title = _leading_title(text, head.end) or untitled_note(text, head.end)
    if title is None:
        return None
    headings = find_headings(text) if headings is None else headings
    end = next((one.start for one in headings if one.start >= title.end), len(text))
    letter = letter_of(text, title, end)
    signed = letter.signature_start < end
    formulas = letter.closing or letter.instruction or _opening(text, letter)
    return letter if head.is_present or signed or formulas else None


def letter_of(text: str, title: Title, end: int) -> Letter:
    """Return the letter with this title that ends at ``end``, its formulas placed."""
    signatures = [
        dataclasses.replace(one, start=title.end + one.start, end=title.end + one.end)
        for one in find_signatures(text[title.end : end])
    ]
    signature_start = signatures[0].start if signatures else end
    readable = plain(text)
    return Letter(
        language=title.language,
        kind=title.kind,
        dated=title.dated,
        senders=_signed(title.senders, signatures),
        addressees=title.addressees,
        title_start=title.start,
        title_end=title.end,
        body_start=_body_start(text, title.end),
        signature_start=signature_start,
        end=end,
        instruction=_search("letter.body.instruction", readable, title.end, signature_start),
        closing=_closing(readable, title.end, signature_start),
    )


def _is_of_another_series(head: Masthead) -> bool:
    """Say whether the symbol is a resolution's or a meeting's: its agenda may name a letter."""
    if head.symbol is None:
        return False
    parts = parse_symbol(head.symbol).parts
    return bool(_NO_LETTERS & set(parts)) or any(_MEETING.fullmatch(part) for part in parts)


def _leading_title(text: str, head_end: int) -> Title | None:
    """Return the first title at a line's start, while only short lines stand before it.

    A title that a symbol follows in brackets is an agenda item: the letter is another document.
    """
    lines = 0
    at = head_end
    text = text[: head_end + HEAD_LENGTH]
    while at < len(text) and lines <= MOST_LINES_BEFORE:
        at += len(text) - at - len(text[at:].lstrip(" \t\n\r*"))
        title = title_at(text, at)
        if title is not None and not _cites(text, title):
            return title
        line_end = text.find("\n", at if title is None else title.end)
        if line_end < 0 or (title is None and line_end - at > LONGEST_LINE_BEFORE):
            return None
        lines += 1
        at = line_end + 1
    return None


def _cites(text: str, title: Title) -> bool:
    """Say whether a symbol in brackets follows the title."""
    rest = re.compile(r"\s*[(\uff08]\s*").match(text, title.end)
    return rest is not None and symbol_at(text, rest.end()) is not None


def _opening(text: str, letter: Letter) -> Place | None:
    return _search("letter.body.opening", plain(text), letter.title_end, letter.signature_start)


def _signed(
    senders: tuple[FoundSender, ...], signatures: list[FoundSignature]
) -> tuple[FoundSender, ...]:
    """Give each sender the name and title of the signature block that is its own."""
    if not signatures or len(senders) not in (1, len(signatures)):
        return senders
    return tuple(
        dataclasses.replace(sender, signatory=block.name, title=block.title)
        for sender, block in zip(senders, signatures, strict=False)
    )


def _closing(text: str, start: int, end: int) -> Place | None:
    """Return the whole sentence that asks for the letter to be issued as a document."""
    found = None
    for match in union_pattern("letter.body.closing").finditer(text, start, end):
        found = match
    if found is None:
        return None
    began = start
    for bound in _SENTENCE_START.finditer(text, start, found.start()):
        began = bound.end()
    stop = _SENTENCE_END.search(text, found.end(), end)
    return began, stop.start() + len(stop.group().strip()) if stop else end


def _search(name: str, text: str, start: int, end: int) -> Place | None:
    match = union_pattern(name).search(text, start, end)
    return match.span() if match else None


def _body_start(text: str, title_end: int) -> int:
    """Return where the body begins: past the reissue marks and blanks after the title."""
    rest = re.compile(r"[*\s]*").match(text, title_end)
    return rest.end() if rest else title_end
