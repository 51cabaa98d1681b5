"""Where the sentence around a place begins and ends, for looking no further than it.

In: text and a place. Out: a place. Coarse on purpose: "para. 3" ends no sentence, and a blank line,
which parts paragraphs, always does. The split into sentences proper is ``text.sentences``.

>>> text = "One came. Two went (see para. 3).\\n\\nThree"
>>> text[sentence_start(text, 20) : sentence_end(text, 20, len(text))]
'Two went (see para. 3)'
"""

import re

LONGEST_SENTENCE = 400
# White space within a paragraph: no name, list or number reaches over a blank line.
BLANK = r"(?:[^\S\n]|\n(?![^\S\n]*\n))"
# "2. Mai" and "No. 5." end no sentence: no short number stands before the mark.
_BREAK = (
    r"(?<!\b\d)(?<!\b\d\d)[.!?][)\"'\u201d]?\s+(?=[^\W\d_a-zа-я]|\()"
    r"|\n[ \t]*\n|[\u3002\uff1f\uff01]"
)
_START = re.compile(_BREAK)
_END = re.compile(rf"{_BREAK}|\.$")


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence that holds ``at`` begins, or a place as far as is looked."""
    start = max(0, at - LONGEST_SENTENCE)
    for match in _START.finditer(text, start, at + 1):  # one further, to see what begins there
        start = match.end() if match.end() <= at else start
    return start


def sentence_end(text: str, at: int, limit: int) -> int:
    """Return where the sentence that holds ``at`` ends, at the latest at ``limit``."""
    match = _END.search(text, at, limit)
    return match.start() if match else min(limit, len(text))
