"""Of which organ a numbered resolution or decision is, in its sentence and its document.

In: the head word's place and a number. Out: the organ's code. What is named beside the number
counts first; then the owner of "its resolution"; then the number's shape, read as a document of
this organ would mean it.

>>> from allegata.un.act_numbers import number_at
>>> from allegata.un.clearing import clear
>>> cleared = clear("The Human Rights Council adopted its resolution 22/23")
>>> act = Act(Organs(cleared), 37, is_decision=False, is_owned=True, context=UNKNOWN)
>>> act.organ_of("", number_at(cleared.text, 48), in_council=False)
'A/HRC'
"""

from dataclasses import dataclass

from allegata.un.act_lists import LEAST_BARE
from allegata.un.act_numbers import (
    FIRST_NUMBERED_SESSION,
    LAST_SESSION,
    LEAST_DECISION,
    ActNumber,
)
from allegata.un.organs import Organs
from allegata.un.sentences import sentence_end, sentence_start

_WINDOW = 400


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the document: the ``organ`` it is of, the Council's ``session`` if HRC's."""

    organ: str = ""
    session: int | None = None


UNKNOWN = Context()


@dataclass(frozen=True, slots=True)
class Act:
    """A head word at ``start``, and what decides whose its numbers are."""

    organs: Organs
    start: int
    is_decision: bool
    is_owned: bool
    context: Context

    def organ_of(self, named: str, number: ActNumber, *, in_council: bool) -> str:
        """Return the organ of one number; "other" where no act of its shape has a symbol.

        Args:
            named: The organ named beside the number, "" where none is.
            number: The number.
            in_council: Whether its list holds a number with a year in brackets.
        """
        code = _definite(named, number)
        if not code and (self.is_owned or number.by_year):
            code = self._owner(number)
        if number.shape == "council":  # whoever else is named, the shape is the Council's
            return code if code == "other" or _definite(named, number) else "S"
        if code:
            return code
        if number.shape == "bare":
            return "S" if in_council or self._is_of_council(number) else "other"
        return self._by_shape(number)

    def _owner(self, number: ActNumber) -> str:
        """Return the organ whose resolution "its" or "adopted" says it is."""
        start = sentence_start(self.organs.text, self.start)
        owner = self.organs.of_owner(start, self.start)
        # "the Council … its resolution 2625 (XXV)" is the Economic and Social Council's only where
        # that one is named.
        return "" if owner == "council" and number.shape == "roman" else _definite(owner, number)

    def _is_of_council(self, number: ActNumber) -> bool:
        """Say whether a number without a year is the Security Council's, by what is around it."""
        if len(number.first) < LEAST_BARE or self.is_decision:
            return False
        if self.context.organ == "S":
            return True
        text = self.organs.text
        stop = sentence_end(text, number.end, number.end + _WINDOW)
        return self.organs.names("S", sentence_start(text, self.start), stop)

    def _by_shape(self, number: ActNumber) -> str:
        """Return the organ that has numbers of this shape, in a document of this organ."""
        own = self.context.organ
        if number.shape in ("roman", "special"):
            return own if own == "E" or (own == "A/HRC" and number.series == "S") else "A"
        if number.by_year:
            return "other" if self.is_decision and own != "E" else "E"
        session = int(number.first)
        if own == "A/HRC":
            later = self.context.session is not None and session > self.context.session
            return "A" if later else own
        if not FIRST_NUMBERED_SESSION <= session <= LAST_SESSION:
            return "other"
        known = not self.is_decision or own == "A" or int(number.second) >= LEAST_DECISION
        return "A" if known else "other"


def _definite(code: str, number: ActNumber) -> str:
    """Return the organ that "the Council" or "the Commission" is, going by the number."""
    if code == "council":
        if number.shape in ("council", "bare"):
            return "S"
        return "E" if number.by_year or number.shape == "roman" else "A/HRC"
    if code == "commission":
        return "E/CN.4" if number.by_year else "" if number.shape == "council" else "other"
    # "the Security Council … its resolution 46/182" is the Assembly's all the same
    if code == "S" and number.shape not in ("council", "bare"):
        return ""
    return "" if code == "A" and number.by_year else code
