"""What somebody in a role is called: the words less the article before them; a pronoun is no name.

>>> called("the four hooded men", "en"), called("They", "en")
('four hooded men', None)
>>> called("a number of gunmen", "en"), called("The number of people", "en")
('gunmen', None)
"""

import re
from functools import cache

from allegata.lang.alternation import alternation
from allegata.lang.pack import load_pack, rows, words


def called(raw: str, language: str) -> str | None:
    """Return the words by which ``raw`` names somebody, None where it only points to them."""
    articles, pronouns, numbers = _patterns(language)
    text = " ".join(raw.split())
    if pronouns.fullmatch(text) or numbers.match(text):
        return None
    return articles.sub("", text)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = load_pack(language).table("events")
    articles, pronouns, numbers = (
        alternation([word for row in rows(table, key) for word in words(row)])
        for key in ("article", "pronoun", "number")
    )
    return (
        re.compile(rf"^(?:{articles})\s+", re.IGNORECASE),
        re.compile(pronouns, re.IGNORECASE),
        re.compile(rf"(?:{numbers})\b", re.IGNORECASE),
    )
