"""Where a title begins: the first words of letters, reports, resolutions in any language.

In: a line. Out: whether a title starts it. A masthead, and the topics of agenda items below it, end
there.

>>> starts_title("Report of the Secretary-General"), starts_title("THE SITUATION IN A VALLEY")
(True, False)
"""

import re
from functools import cache

from allegata.un.words import all_words, plain, spaced, union_table


def starts_title(line: str) -> bool:
    """Say whether the line begins with the words of a title."""
    return _starts().match(plain(line)) is not None


@cache
def _starts() -> re.Pattern[str]:
    kinds = [shape.pattern for _, shape in union_table("masthead.kinds", after="")]
    for words in all_words():
        lead = "" if words.bounded else r"[^\n]{0,60}"
        kinds += [lead + words.bound(spaced(kind)) for kind in words.table("letter.kinds").values()]
    return re.compile("|".join(f"(?:{kind})" for kind in kinds), re.IGNORECASE)
