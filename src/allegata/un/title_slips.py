"""The addressee of a title of which optical reading lost the beginning of a line.

In: a text, a title in it that names no addressee, and where the title ends. Out: the addressee that
the rest of the line can only be, with the words as printed. Old titles are underlined, and the line
through their letters loses some: "addressed to the Secretary-General" was read as "r h ry-General".

>>> text = "Letter dated 3 May 1991 from A to the United Nations\\nr h r ry-General\\n\\nI have"
>>> cut_off_addressee(text, 52, "en")
('secretary_general', 'r h r ry-General')
"""

import re

from allegata.un.words import plain, words_of

LONGEST_LINE = 70
LEAST_LETTERS = 8  # of a word whose beginning is lost
_NEXT_LINE = re.compile(r"[\s*]*([^\n]+)")


def cut_off_addressee(text: str, end: int, language: str) -> tuple[str, str] | None:
    """Return the only addressee that the last word of the next line ends, with that line."""
    line = _NEXT_LINE.match(text, end)
    if line is None or len(line[1]) > LONGEST_LINE:
        return None
    printed = line[1].strip()
    last = plain(printed).split()[-1].strip(".,*").casefold() if printed else ""
    if sum(letter.isalpha() for letter in last) < LEAST_LETTERS:
        return None
    table = words_of(language).table("letter.written")
    codes = [code for code, name in table.items() if name.casefold().endswith(last)]
    return (codes[0], printed) if len(codes) == 1 else None
