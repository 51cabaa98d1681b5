"""What somebody in a role is called: the words less the article before them; a pronoun is no name.

>>> called("the four hooded men", "en"), called("They", "en")
('four hooded men', None)
"""

import re
from functools import cache

from allegata.lang.alternation import alternation
from allegata.lang.pack import load_pack, rows, words


def called(raw: str, language: str) -> str | None:
    """Return the words by which ``raw`` names somebody, None where it only points to them."""
    articles, pronouns = _patterns(language)
    text = " ".join(raw.split())
    return None if pronouns.fullmatch(text) else articles.sub("", text)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_pack(language).table("events")
    articles = [word for row in rows(table, "article") for word in words(row)]
    pronouns = [word for row in rows(table, "pronoun") for word in words(row)]
    return (
        re.compile(rf"^(?:{alternation(articles)})\s+", re.IGNORECASE),
        re.compile(alternation(pronouns), re.IGNORECASE),
    )
