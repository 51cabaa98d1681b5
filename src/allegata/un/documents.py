"""A whole United Nations document: masthead, kind, parts, and who each part is by.

In: the reading view of a document. Out: what it says of itself, or None where it is none of the
United Nations. An annex is a part with its own author, day and language; the letter only transmits
it. The annex of a report without a letter is the report's own.

>>> found = read_document('''Security Council
... Distr.: General
... 8 May 2031
...
... Letter dated 6 May 2031 from the Permanent Representative of Chad to the United Nations
... addressed to the President of the Security Council
...
... I have the honour to transmit a statement (see annex).
...
... Annex
... Statement by the Ministry of Defence of Mali
...
... Three were hurt.
... ''')
>>> [(part.kind, part.author.name) for part in found.parts]
[('letter', 'TCD'), ('annex', 'MLI')]
"""

import dataclasses
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from allegata.un.authors import (
    Author,
    author_in_title,
    author_of_senders,
    authorship,
    office,
    sponsors_in_title,
)
from allegata.un.bundles import find_other_mastheads
from allegata.un.folding import replaced
from allegata.un.kinds import adopted_on, find_kind, read_kind
from allegata.un.letters import Letter, letter_of, read_letter
from allegata.un.lookup import stem_of
from allegata.un.masthead import Masthead, read_masthead
from allegata.un.masthead_slips import mended
from allegata.un.parts import FoundHeading, find_headings
from allegata.un.resolution_titles import titled_resolution
from allegata.un.title_slips import cut_off_addressee
from allegata.un.words import all_words, plain, spaced

NOTE_VERBALE = "note_verbale"
SIGNS_WITHIN = 16_000  # characters in which a document of the house names it
_ONE_CASE = {0x17F: "s", 0x131: "i"}  # small letters that match another whatever the case
_ADOPTED = ("resolution", "decision", "presidential_statement", "meeting_record")
_ORGANS = {"S": "security_council", "A": "general_assembly", "E": "economic_and_social_council"}


@dataclass(frozen=True, slots=True)
class FoundPart:
    """A part at ``start..end``; what it claims stands in ``body_start..body_end``.

    ``dated`` is the day of a part after the first, whose day is the document's. ``letter`` is the
    letter that it is, ``author`` None where the part does not say who it is by.
    """

    kind: str
    start: int
    end: int
    body_start: int
    body_end: int
    author: Author | None = None
    dated: str | None = None
    label: str | None = None
    original_language: str | None = None
    letter: Letter | None = None


@dataclass(frozen=True, slots=True)
class UnDocument:
    """What a document says of itself. ``symbol_basis`` is masthead or title."""

    head: Masthead
    symbol: str | None
    symbol_basis: str | None
    kind: str | None
    dated: str | None
    letter: Letter | None
    parts: tuple[FoundPart, ...]


@lru_cache(maxsize=4)
def read_document(text: str, *, scanned: bool = False) -> UnDocument | None:
    """Return what ``text`` is as a United Nations document.

    ``scanned`` says that it was read from pictures: then more slips are allowed for, and told.
    """
    if not _shows_the_house(text):
        return None
    head = mended(text, read_masthead(text), scanned=scanned)
    others = find_other_mastheads(text) if head.is_present else ()
    whole = text[: others[0].start] if others else text
    headings = find_headings(whole)
    letter = read_letter(whole, head, headings)
    if scanned and letter is not None and not letter.addressees:
        head, letter = _with_addressee(whole, head, letter)
    titled = None
    if not head.is_present and letter is None:
        titled = titled_resolution(whole, scanned=scanned)
        if titled is None:
            return None
        head = dataclasses.replace(head, organ=head.organ or titled.organ)
    kind = letter.kind if letter else "resolution" if titled else read_kind(whole, head)
    adopted = titled.dated if titled else _adopted(whole, head.end, kind)
    main = _main_part(whole, head, headings, letter, kind)
    parts = [main, *_annexes(whole, headings, main)]
    ends = [*(other.start for other in others[1:]), len(text)]
    parts += [_further(text, other.start, end) for other, end in zip(others, ends, strict=False)]
    return UnDocument(
        head=head,
        symbol=head.symbol or (titled.symbol if titled else None),
        symbol_basis="masthead" if head.symbol else "title" if titled else None,
        kind=kind,
        dated=letter.dated if letter else adopted,
        letter=letter,
        parts=tuple(parts),
    )


def _shows_the_house(text: str) -> bool:
    """Say whether the head has any word or mark of the United Nations: most texts have none."""
    head = plain(text[:SIGNS_WITHIN])
    low = replaced(head.lower(), _ONE_CASE)
    if not any(stem in low for stem in _stems()):
        return False  # a plain search is cheap, the expression is tried at every letter
    return _signs().search(head) is not None


@cache
def _stems() -> tuple[str, ...]:
    """Return letters one of which stands wherever a sign does."""
    forms = [form for name in _names() for form in ([name] if "(" in name else name.split("|"))]
    return "/", *sorted({stem_of(form) for form in forms})


@cache
def _signs() -> re.Pattern[str]:
    shapes = "|".join(spaced(name) for name in _names())
    return re.compile(rf"[SAE8$§]/(?:\d{{2}}|RES)|{shapes}", re.IGNORECASE)


def _names() -> list[str]:
    names = [word for words in all_words() for word in words.all("masthead.house")]
    for words in all_words():
        names += words.all("masthead.distribution_label")
        names += [words.table("masthead.organs").get(code, "") for code in ("S", "A", "E")]
        names.append(words.table("letter.addressees").get("secretary_general", ""))
    return [name for name in names if name]


def _adopted(text: str, start: int, kind: str | None) -> str | None:
    day = adopted_on(text, start, kind) if kind in _ADOPTED else None
    return day.iso if day else None


def _with_addressee(text: str, head: Masthead, letter: Letter) -> tuple[Masthead, Letter]:
    """Return the letter with an addressee whose line optical reading spelt, and the repair told."""
    found = cut_off_addressee(text, letter.title_end, letter.language)
    if found is None:
        return head, letter
    code, printed = found
    told = (*head.repairs, f"addressee read as {code} from “{printed}”")
    body = text.index(printed, letter.title_end) + len(printed)
    return (
        dataclasses.replace(head, repairs=told),
        dataclasses.replace(letter, addressees=(code,), body_start=max(body, letter.body_start)),
    )


def _main_part(
    text: str,
    head: Masthead,
    headings: tuple[FoundHeading, ...],
    letter: Letter | None,
    kind: str | None,
) -> FoundPart:
    if letter is not None:
        sort = NOTE_VERBALE if letter.kind == NOTE_VERBALE else "letter"
        author = author_of_senders(letter.senders)
        body = letter.body_start, letter.signature_start
        return FoundPart(sort, 0, letter.end, *body, author, letter=letter)
    end = next((one.start for one in headings if one.start >= head.end), len(text))
    return FoundPart("document", 0, end, head.end, end, _author(text, head, kind))


def _author(text: str, head: Masthead, kind: str | None) -> Author | None:
    """Return who a document is by that is no letter: the organ that adopts it, or its title's."""
    line = find_kind(text, head.end)
    start, end = (line.start, line.end) if line else (head.end, head.end)
    if kind in ("resolution", "decision", "presidential_statement"):
        organ = "human_rights_council" if "/HRC/" in (head.symbol or "") else None
        code = organ or _ORGANS.get(head.organ or "")
        return office(code, start, end) if code else None
    if line is None:
        return None
    if kind in ("draft_resolution", "draft_decision", "amendment"):
        return sponsors_in_title(text[start:end], start)
    if line.meant is not None:
        meant = author_in_title(line.meant, 0, len(line.meant))
        return dataclasses.replace(meant, start=start, end=end) if meant else None
    return author_in_title(text, start, _title_end(text, end))


def _title_end(text: str, line_end: int) -> int:
    """Return where a title ends that may run over one more line."""
    rest = re.compile(r"\n?[^\n]{0,160}").match(text, line_end)
    return rest.end() if rest else line_end


def _annexes(text: str, headings: tuple[FoundHeading, ...], main: FoundPart) -> list[FoundPart]:
    """Return the parts after the main one: together they are the whole text, in order."""
    headings = tuple(one for one in headings if one.start >= main.end)
    parts = []
    for at, heading in enumerate(headings):
        end = headings[at + 1].start if at + 1 < len(headings) else len(text)
        found = authorship(text, heading.end, end)
        letter = letter_of(text, found.title, end) if found.title else None
        signed = found.signatures[-1].start if found.signatures else end
        author = found.author
        if author is None and letter is None and main.letter is None:
            author = main.author  # the annex of a report is its own
        parts.append(
            FoundPart(
                heading.kind,
                heading.start,
                end,
                letter.body_start if letter else found.body_start,
                letter.signature_start if letter else signed,
                author,
                found.dated,
                heading.label,
                heading.original_language,
                letter,
            )
        )
    return parts


def _further(text: str, start: int, end: int) -> FoundPart:
    """Return another document of the same text as a part, with its own author."""
    rest = text[start:end]
    head = read_masthead(rest)
    author = _author(rest, head, read_kind(rest, head))
    if author is not None:
        author = dataclasses.replace(author, start=author.start + start, end=author.end + start)
    return FoundPart("document", start, end, start + head.end, end, author, None, head.symbol)
