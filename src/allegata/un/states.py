"""The states that a list of names means, as titles of letters write them in each language.

In: the words after an office ("of Chad, Mali and the Holy See"), and the words of their language.
Out: the alpha-3 code of each, or () where one of them is no state. Names stand as the language
bends them: in the genitive in Russian, with a letter run into them in Arabic, without blanks in
Chinese; lists part them by commas and by "and", which names hold too.

>>> from allegata.un.words import words_of
>>> states_named("of Bosnia and Herzegovina, Chad and Mali", words_of("en"))
('BIH', 'TCD', 'MLI')
>>> states_named("للجمهورية العربية السورية", words_of("ar"))
('SYR',)
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from allegata.lang.countries import country_named, fold_country_name
from allegata.un.words import Words, expression, plain, words_of

LONGEST_NAME = 12  # pieces of a list that may make one name
_EDGES = " \n\t,.*;()"


def states_named(text: str, words: Words) -> tuple[str, ...]:
    """Return the alpha-3 codes of the states that ``text`` is a list of; () where one is none."""
    pieces: list[str] = []  # names and the separators between them: "Bosnia and Herzegovina" too
    at = 0
    text = plain(text)
    for separator in _separator(words.language).finditer(text):
        if separator.start() > at:
            pieces += [text[at : separator.start()], separator.group()]
            at = separator.end()
    pieces.append(text[at:])
    codes: list[str] = []
    while pieces:
        for taken in range(min(len(pieces), LONGEST_NAME) | 1, 0, -2):
            code = state_named("".join(pieces[:taken]), words)
            if code is not None:
                codes.append(code)
                pieces = pieces[taken + 1 :]
                break
        else:
            return ()
    return tuple(dict.fromkeys(codes))


def state_named(name: str, words: Words) -> str | None:
    """Return the alpha-3 code of one state, whatever leads its name in."""
    for bare in _bare(name, words):
        code = _table(words.language).get(fold_country_name(bare))
        if code is not None:
            return code
        country = country_named(bare, demonyms=False)
        if country is not None:
            return country.alpha3
    return None


def state_at_end(text: str, words: Words) -> str | None:
    """Return the state whose name ends ``text``: "… for Foreign Affairs and Trade of Chad"."""
    text = plain(text)
    for match in of_shape(words.language).finditer(text):
        code = state_named(text[match.end() :], words)
        if code is not None:
            return code
    if words.all("letter.title.bare_states"):
        last = text.split()[-LONGEST_NAME:]
        for length in range(len(last), 0, -1):
            code = state_named(" ".join(last[-length:]), words)
            if code is not None:
                return code
    return None


def _bare(name: str, words: Words) -> Iterator[str]:
    """Yield the name as it stands, and without what leads it in."""
    name = " ".join(plain(name).split()).strip(_EDGES)
    if not name:
        return
    if name.count("(") < plain(name).count(")"):
        name = name.rstrip(")")
    yield name
    yield f"{name})"  # "Iran (Islamic Republic of)" lost its bracket with the blanks around it
    for prefix, stands_for in words.table("letter.title.of_contracted").items():
        match = re.match(prefix, name)
        if match:
            yield stands_for + name[match.end() :]
    match = of_shape(words.language).match(name)
    if match:
        yield name[match.end() :].strip(_EDGES)


@cache
def _table(language: str) -> Mapping[str, str]:
    """Return the names that the language's own file gives, folded, with their codes."""
    return {
        fold_country_name(plain(name)): key.removeprefix("states.")
        for key, names in words_of(language).values.items()
        if key.startswith("states.")
        for name in names
    }


@cache
def of_shape(language: str) -> re.Pattern[str]:
    """Return the expression of "of", "de la" and the like, the blanks after it with it."""
    words = words_of(language)
    ends = r"(?:\s+|(?<=')|(?<=[\u0621-\u064a\u0640]))" if words.bounded else ""
    return re.compile(
        rf"(?<![^\W_])(?:{expression(words.all('letter.title.of'))}){ends}", re.IGNORECASE
    )


@cache
def _separator(language: str) -> re.Pattern[str]:
    words = words_of(language)
    joints = expression(words.all("letter.list_joint"))
    if words.bounded:
        return re.compile(
            rf"\s*[,;]\s*(?:{joints}\s+)?|\s+{joints}\s+|\s+و\s*(?=\w)", re.IGNORECASE
        )
    return re.compile(rf"\s*(?:[,;、]|{joints})\s*", re.IGNORECASE)
