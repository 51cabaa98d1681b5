"""Whose resolution it is: the organ that the words around a number name.

In: cleared text and the place of "resolution" with its numbers. Out: the code of an organ: ``S``,
``A``, ``A/HRC``, ``E``, ``E/CN.4``; ``other`` for a body whose acts have no symbol here; "" where
the words name none.

>>> from allegata.un.clearing import clear
>>> text = clear("The General Assembly, in its resolution 46/182, and World Health Assembly")
>>> organ_before(text.text, 29), organ_of_owner(text.text, 0, 29)
('', 'A')
"""

import re
from functools import cache

from allegata.un.lookup import alternatives

CODES = {  # the most telling first
    "other_body": "other",
    "human_rights_council": "A/HRC",
    "economic_and_social_council": "E",
    "commission_on_human_rights": "E/CN.4",
    "security_council": "S",
    "general_assembly": "A",
    "council": "council",  # of whichever council was named before, or of the document's own
    "assembly": "A",
    "commission": "commission",
}
_WINDOW = 80
_OWNER_WINDOW = 300


def organ_before(text: str, at: int) -> str:
    """Return the organ named right before ``at``: "Council resolution", "大会第…"."""
    match = _before().search(text, max(0, at - _WINDOW), at)
    return _code(match)


def organ_at(text: str, at: int) -> tuple[str, int]:
    """Return the organ named right at ``at``, and where its name ends: "قرار مجلس الأمن"."""
    match = _at().match(text, at)
    return (_code(match), match.end()) if match else ("", at)


def organ_after(text: str, at: int) -> tuple[str, int]:
    """Return the organ named after the numbers, and its end: "46/182 de l'Assemblée générale"."""
    match = _after().match(text, at)
    return (_code(match), match.end()) if match else ("", at)


def organ_of_owner(text: str, start: int, at: int) -> str:
    """Return the organ named last before ``at``, whose resolution "its" or "adopted" says it is."""
    code = ""
    for match in _anywhere().finditer(text, max(start, at - _OWNER_WINDOW), at):
        code = _code(match)
    return code


def is_owned(text: str, at: int) -> bool:
    """Say whether "its", "sa", "своей" stands right before ``at``."""
    return _owned().search(text, max(0, at - 40), at) is not None


def _code(match: re.Match[str] | None) -> str:
    return CODES[match.lastgroup] if match is not None and match.lastgroup is not None else ""


@cache
def _names() -> str:
    return "|".join(f"(?P<{name}>{alternatives(f'references.organs.{name}')})" for name in CODES)


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(_names())


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_names()})(?:'s)?\s*\Z")


@cache
def _at() -> re.Pattern[str]:
    of = alternatives("references.of", "references.of_organ")
    return re.compile(rf"\s+(?:{of}\s*)?(?:{_names()})")


@cache
def _after() -> re.Pattern[str]:
    of = alternatives("references.of", "references.of_organ")
    return re.compile(rf"[\])]?\s*,?\s*(?:{of}\s*)?(?:{_names()})")


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('references.possessive')}\s+(?:\w+\s+)?\Z")
