r"""The day in the head of a text: a short line of its own with a full date.

>>> from allegata.lang.pack import load_pack
>>> find_dateline("Field note\nDate of visit: 9 May 2023\n\nTwo died.", load_pack("en"))
'2023-05-09'
"""

import datetime as dt

from allegata.lang.grammar.dates import find_dates
from allegata.lang.pack import LanguagePack

HEAD = 1500  # characters in which a dateline can stand
SHORT_LINE = 60


def find_dateline(text: str, pack: LanguagePack) -> str | None:
    """Return the ISO day of the first short line in the head that holds a full date, or None."""
    for found in find_dates(text[:HEAD], pack):
        phrase = found.phrase
        if phrase.year is None or phrase.month is None or phrase.day is None:
            continue
        first = text.rfind("\n", 0, found.start) + 1
        last = text.find("\n", found.end)
        line = text[first : last if last >= 0 else len(text)].strip()
        if len(line) <= SHORT_LINE and phrase.last_day is None:
            try:
                return dt.date(phrase.year, phrase.month, phrase.day).isoformat()
            except ValueError:
                continue  # 31 June: a day that does not exist dates nothing
    return None
