"""Whose resolution it is: the organ that the words around a number name.

In: cleared text. Out: its organs by place, as codes: ``S``, ``A``, ``A/HRC``, ``E``, ``E/CN.4``;
``other`` for a body whose acts have no symbol here, "" where the words name none.

>>> from allegata.un.clearing import clear
>>> organs = Organs(clear("The General Assembly, in its resolution 46/182, and Council resolution"))
>>> organs.before(29), organs.of_owner(0, 29), organs.before(60)
('', 'A', 'council')
"""

import bisect
import re
from functools import cache

from allegata.un.clearing import Cleared
from allegata.un.lookup import alternatives, finder_of
from allegata.un.sentences import BLANK

CODES = {
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
_GAP = re.compile(rf"(?:'s)?{BLANK}*")
_CLAUSE = re.compile(r"[,;]\s*\n\s*(?=[^\W\d_a-zа-я])")
_OWNER_WINDOW = 300
_POSSESSIVE_WINDOW = 40


class Organs:
    """The organs that a text names, found once, and asked for by place."""

    def __init__(self, cleared: Cleared) -> None:
        self.text = cleared.text
        finder = finder_of(*(f"references.organs.{name}" for name in CODES))
        self._all = [
            (match.start(), match.end(), CODES[match.lastgroup or ""])
            for match in finder.find(cleared)
        ]
        self._starts = [start for start, _, _ in self._all]

    def before(self, at: int) -> str:
        """Return the organ named right before ``at``: "Council resolution", "大会第…"."""
        index = bisect.bisect_left(self._starts, at) - 1
        if index < 0 or self._all[index][1] > at:
            return ""
        _, end, code = self._all[index]
        return code if _GAP.fullmatch(self.text, end, at) else ""

    def at(self, at: int) -> tuple[str, int]:
        """Return the organ named at ``at``, after an "of" or not, and where its name ends.

        "قرار مجلس الأمن", "46/182 de l'Assemblée générale".
        """
        lead = _lead().match(self.text, at)
        index = bisect.bisect_left(self._starts, lead.end() if lead else at)
        if index < len(self._all) and lead and self._starts[index] == lead.end():
            return self._all[index][2], self._all[index][1]
        return "", at

    def of_owner(self, start: int, at: int) -> str:
        """Return the organ named last in ``start..at``, whose resolution "its" says it is."""
        index = bisect.bisect_left(self._starts, at) - 1
        start = max(start, at - _OWNER_WINDOW)
        # each clause of a preamble is a paragraph of its own: "…,\nRecalling also its resolution"
        clauses = [match.end() for match in _CLAUSE.finditer(self.text, start, at)]
        start = max([start, *clauses])
        return self._all[index][2] if index >= 0 and self._starts[index] >= start else ""

    def is_owned(self, at: int) -> bool:
        """Say whether "its", "sa", "своей" stands right before ``at``."""
        return _owned().search(self.text, max(0, at - _POSSESSIVE_WINDOW), at) is not None

    def names(self, code: str, start: int, end: int) -> bool:
        """Say whether the organ of that code is named in ``start..end``."""
        first = bisect.bisect_left(self._starts, start)
        last = bisect.bisect_left(self._starts, end)
        return any(one == code for _, _, one in self._all[first:last])


@cache
def _lead() -> re.Pattern[str]:
    of = alternatives("references.of", "references.of_organ")
    united = alternatives("references.organ_lead")
    return re.compile(rf"[\])]?{BLANK}*,?{BLANK}*(?:{of}{BLANK}*)?(?:{united}\s+)?")


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('references.possessive')}\s+(?:\w+\s+)?\Z")
