"""The words of United Nations documents, by language, as the TOML files beside this module say.

In: a file of ``un/words``. Out: ``Words``, and patterns made of the words of all languages at once,
for a masthead speaks English inside a Russian text, and a French letter cites English titles.

A value is a regular expression in which a blank stands for any white space. Text is matched through
``plain``, which changes no offset.

>>> plain("D’ordre de mon\u00a0gouvernement")
"D'ordre de mon gouvernement"
>>> bool(pattern("on instructions").search("On\\ninstructions"))
True
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

LANGUAGES = ("en", "fr", "es", "ru")
_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "\u00a0": " ", "\u202f": " "})
_ANYWHERE = r"(?!)"  # the pattern of no words at all matches nowhere


@dataclass(frozen=True)
class Words:
    """One language's file: named lists and tables of expressions. A missing name is empty."""

    language: str
    months: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]  # "letter.body.opening" -> expressions
    tables: Mapping[str, Mapping[str, str]]  # "masthead.organs" -> code -> expression

    def all(self, name: str) -> tuple[str, ...]:
        """Return the expressions of ``name``, without the empty ones."""
        return tuple(value for value in self.values.get(name, ()) if value)

    def table(self, name: str) -> Mapping[str, str]:
        """Return a table of codes and expressions, in the order of the file."""
        return self.tables.get(name, {})


@lru_cache(maxsize=8)  # every part of the anatomy asks for the same text
def plain(text: str) -> str:
    """Return ``text`` with one kind of apostrophe and of blank, character for character."""
    return text.translate(_PLAIN)


@cache
def words_of(language: str) -> Words:
    """Read the file of one of ``LANGUAGES``."""
    data = resources.files("allegata.un") / "words" / f"{language}.toml"
    content = tomllib.loads(data.read_text(encoding="utf-8"))
    values: dict[str, tuple[str, ...]] = {}
    tables: dict[str, dict[str, str]] = {}
    _collect("", content, values, tables)
    return Words(language, values["months"], values, tables)


@cache
def all_words() -> tuple[Words, ...]:
    """Return the words of every language, English first."""
    return tuple(words_of(language) for language in LANGUAGES)


def expression(words: Iterable[str]) -> str:
    """Return the alternatives as one expression, longest first, blanks as any white space.

    >>> expression(["letter", "identical letters"])
    '(?:identical\\\\s+letters|letter)'
    """
    alternatives = sorted(words, key=len, reverse=True)
    if not alternatives:
        return _ANYWHERE
    return "(?:" + "|".join(spaced(word) for word in alternatives) + ")"


def spaced(word: str) -> str:
    r"""Return an expression whose blanks match any white space, optional blanks none too.

    >>> spaced("Original ?:"), spaced("as a document")
    ('Original\\s*:', 'as\\s+a\\s+document')
    """
    return word.replace(" ?", r"\s*").replace(" ", r"\s+")


def pattern(*words: str) -> re.Pattern[str]:
    """Return the compiled alternatives, case ignored."""
    return re.compile(expression(words), re.IGNORECASE)


@cache
def union(name: str) -> str:
    """Return one expression for the words that every language has under ``name``."""
    return expression(word for words in all_words() for word in words.all(name))


@cache
def union_pattern(
    name: str, *, before: str = r"(?<!\w)", after: str = r"(?!\w)"
) -> re.Pattern[str]:
    """Return ``union(name)`` compiled between word bounds, case ignored."""
    return re.compile(f"{before}{union(name)}{after}", re.IGNORECASE)


@cache
def union_table(name: str, *, after: str = r"(?!\w)") -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (code, pattern) of a table in every language, each bounded as whole words."""
    rows = [
        (code, word) for words in all_words() for code, word in words.table(name).items() if word
    ]
    return tuple(
        (code, re.compile(rf"(?<!\w)(?:{spaced(word)}){after}", re.IGNORECASE))
        for code, word in rows
    )


def _collect(
    prefix: str,
    content: Mapping[str, object],
    values: dict[str, tuple[str, ...]],
    tables: dict[str, dict[str, str]],
) -> None:
    """Flatten nested TOML tables into dotted names."""
    for key, value in content.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            tables[name] = {code: word for code, word in value.items() if isinstance(word, str)}
            _collect(f"{name}.", value, values, tables)
        elif isinstance(value, list):
            values[name] = tuple(str(item) for item in value)
        else:
            values[name] = (str(value),)
