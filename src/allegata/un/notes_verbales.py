"""A note verbale without a title: it names both sides in its first sentence.

In: the reading view. Out: a title made of that sentence, or None. "The Permanent Mission of X
presents its compliments to the Secretary-General" says who writes to whom; a note on its sender's
own paper, not yet issued as a document, says it nowhere else.

>>> text = "UNITED NATIONS\\n\\nThe Permanent Mission of Chad to the United Nations presents its "
>>> text += "compliments to the Secretary-General and has the honour to report."
>>> note = untitled_note(text, 0)
>>> note.senders[0].state, note.addressees
('TCD', ('secretary_general',))
"""

import re
from functools import cache

from allegata.un.days import find_days
from allegata.un.senders import other_sender, senders_in
from allegata.un.titles import Title, addressees_at
from allegata.un.words import Words, all_words, plain, spaced, union_pattern

HEAD_LENGTH = 2500
MOST_LINES_BEFORE = 14
LONGEST_LINE_BEFORE = 160
LAST_LINES = 600  # characters at the end in which a note is dated
KIND = "note_verbale"


def untitled_note(text: str, start: int) -> Title | None:
    """Return what the first sentence says, if it is that of a note verbale."""
    readable = plain(text[start : start + HEAD_LENGTH])
    if union_pattern("masthead.house").search(readable) is None:
        return None  # notes between others are no documents of the United Nations
    for words in all_words():
        for shape in _shapes(words.language):
            match = shape.search(readable)
            if match and _stands_first(readable, match.start()):
                return _title(text, start, match, words)
    return None


def _title(text: str, start: int, match: re.Match[str], words: Words) -> Title:
    first, last = (start + at for at in match.span("who"))
    senders = senders_in(text, first, last, words) or other_sender(text, first, last, words)
    addressees = addressees_at(text, start + match.start("whom"), words)
    at = start + match.start()
    return Title(at, at, words.language, KIND, _dated(text, at), senders, addressees)


def _stands_first(readable: str, at: int) -> bool:
    """Say whether only the lines of a letterhead stand before."""
    lines = [line.strip() for line in readable[:at].splitlines() if line.strip()]
    return len(lines) <= MOST_LINES_BEFORE and all(
        len(line) <= LONGEST_LINE_BEFORE for line in lines
    )


def _dated(text: str, at: int) -> str | None:
    """Return the day on a line of its own: in the letterhead, or below the last paragraph."""
    for first, last in ((0, at), (max(at, len(text) - LAST_LINES), len(text))):
        for day in find_days(text[first:last]):
            line_start = text.rfind("\n", 0, first + day.start) + 1
            line_end = text.find("\n", first + day.end)
            rest = text[first + day.end : line_end if line_end >= 0 else len(text)]
            lead = text[line_start : first + day.start]
            if day.iso and not rest.strip(" .,") and len(lead.split()) <= 3:
                return day.iso
    return None


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], ...]:
    words = next(one for one in all_words() if one.language == language)
    return tuple(
        re.compile(rf"^[ \t]*{spaced(shape)}", re.MULTILINE)
        for shape in words.all("letter.body.presents")
    )
