"""The words of United Nations documents, by language, as the TOML files beside this module say.

In: a file of ``un/words``. Out: ``Words``, and patterns made of the words of all languages at once,
for a masthead speaks English inside a Russian text, and a French letter cites English titles.

A value is a regular expression in which a blank stands for any white space. Text is matched through
``plain``, which changes no offset.

>>> plain("D’ordre de\u00a0Côte d’Ivoire")
"D'ordre de Cote d'Ivoire"
>>> bool(pattern("on instructions").search("On\\ninstructions"))
True
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from allegata.un.folding import FOLDS, folded, replaced, stretched

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar", "de")
_STRETCHED = ("masthead.", "letter.body.")  # where Arabic lines are stretched or carry vowel signs
_NO_EXPRESSIONS = ("states.", "examples", "letter.title.of_contracted")
_ANYWHERE = r"(?!)"  # the pattern of no words at all matches nowhere


@dataclass(frozen=True)
class Words:
    """One language's file: named lists and tables of expressions. A missing name is empty.

    ``bounded`` says whether blanks stand between words: Chinese writes none.
    """

    language: str
    months: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]  # "letter.body.opening" -> expressions
    tables: Mapping[str, Mapping[str, str]]  # "masthead.organs" -> code -> expression
    bounded: bool = True

    def all(self, name: str) -> tuple[str, ...]:
        """Return the expressions of ``name``, without the empty ones."""
        return tuple(value for value in self.values.get(name, ()) if value)

    def table(self, name: str) -> Mapping[str, str]:
        """Return a table of codes and expressions, in the order of the file."""
        return self.tables.get(name, {})

    def bound(self, shape: str, *, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> str:
        """Return ``shape`` between word bounds, where this language has any."""
        return f"{before}(?:{shape}){after}" if self.bounded else f"(?:{shape})"


@lru_cache(maxsize=8)
def plain(text: str) -> str:
    """Return ``text`` in its plainest letters, character for character.

    One kind of apostrophe, blank and digit; Latin letters without marks, so that capitals printed
    without them match ("SECURITE"); one form of each Arabic letter; no full-width characters.
    """
    return replaced(text, FOLDS)


@cache
def words_of(language: str) -> Words:
    """Read the file of one of ``LANGUAGES``."""
    data = resources.files("allegata.un") / "words" / f"{language}.toml"
    content = tomllib.loads(data.read_text(encoding="utf-8"))
    values: dict[str, tuple[str, ...]] = {}
    tables: dict[str, dict[str, str]] = {}
    _collect("", content, values, tables)
    bounded = bool(content.get("bounded", True))
    return Words(language, values["months"], values, tables, bounded)


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
    """Return the words of all languages under ``name``, compiled, case ignored.

    They stand between ``before`` and ``after``, save those of a language that parts no words.
    """
    bounded = [word for words in all_words() if words.bounded for word in words.all(name)]
    bare = [word for words in all_words() if not words.bounded for word in words.all(name)]
    shape = f"{before}{expression(bounded)}{after}"
    return re.compile(f"{shape}|{expression(bare)}" if bare else shape, re.IGNORECASE)


@cache
def union_table(name: str, *, after: str = r"(?!\w)") -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (code, pattern) of a table in every language, each bounded as whole words."""
    return tuple(
        (code, re.compile(words.bound(spaced(word), after=after), re.IGNORECASE))
        for words in all_words()
        for code, word in words.table(name).items()
        if word
    )


def _making(name: str) -> Callable[[str], str]:
    """Return what makes an expression of the value of a name."""
    if name.startswith(_NO_EXPRESSIONS):
        return str
    return stretched if name.startswith(_STRETCHED) else folded


def _collect(
    prefix: str,
    content: Mapping[str, object],
    values: dict[str, tuple[str, ...]],
    tables: dict[str, dict[str, str]],
) -> None:
    """Flatten nested TOML tables into dotted names; what is no expression stays as written."""
    for key, value in content.items():
        name = f"{prefix}{key}"
        made = _making(name)
        if isinstance(value, dict):
            tables[name] = {
                code: made(word) for code, word in value.items() if isinstance(word, str)
            }
            _collect(f"{name}.", value, values, tables)
        elif isinstance(value, list):
            values[name] = tuple(made(str(item)) for item in value)
        else:
            values[name] = (made(str(value)),)
