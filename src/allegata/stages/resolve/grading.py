"""The grade that is proposed for an incident, by the project's one scheme, with its criteria.

In: who tells of it (origins and their camps), what the parties hold of it, who is blamed, and who
was killed. Out: a grade with its gloss and each criterion with whether it holds. A person decides;
a proposal never stands for a decision.

>>> propose("ibc", Evidence(origins=2, camps=2)).value
'recorded'
>>> propose("airwars", Evidence(origins=1, camps=1)).criteria
('a party accepts responsibility: no', 'two or more parties are blamed: no', \
'two or more independent camps tell of it: no (1 origin in 1 camp)')
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from allegata.model.errors import ConfigError
from allegata.model.record import Grade

DEFAULT_SCHEME = "airwars"
MIN_CAMPS, MIN_CAMPS_UN, MIN_KINDS_UN = 2, 3, 3  # UNAMA: three independent types of source


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a grade rests on: counts of origins and camps, never of documents.

    ``kinds`` are kinds of source, ``blamed`` parties; ``accepts`` says that one of them accepts or
    claims responsibility, ``only_fighters`` that every voice tells of fighters alone.
    """

    origins: int
    camps: int
    kinds: int = 1
    blamed: int = 0
    accepts: bool = False
    only_fighters: bool = False


def schemes() -> tuple[str, ...]:
    """Return the names of the schemes, sorted."""
    return tuple(sorted(_schemes()))


def values_of(scheme: str) -> tuple[tuple[str, str], ...]:
    """Return the grades of a scheme with their glosses.

    Raises:
        ConfigError: there is no such scheme.
    """
    if scheme not in _schemes():
        raise ConfigError(
            "grade.no_scheme",
            f"There is no grade scheme {scheme}.",
            f"Choose one of {', '.join(schemes())}.",
        )
    return tuple(_schemes()[scheme].items())


def propose(scheme: str, evidence: Evidence) -> Grade:
    """Return the grade that the criteria of a scheme come to."""
    value, criteria = _PROPOSERS[scheme](evidence)
    return Grade(scheme, value, dict(values_of(scheme))[value], criteria)


def _airwars(evidence: Evidence) -> tuple[str, tuple[str, ...]]:
    several, enough = evidence.blamed > 1, evidence.camps >= MIN_CAMPS
    criteria = [
        f"a party accepts responsibility: {_YES[evidence.accepts]}",
        f"two or more parties are blamed: {_YES[several]}",
        f"two or more independent camps tell of it: {_YES[enough]} ({_who(evidence)})",
    ]
    if evidence.only_fighters:
        criteria.append("every voice tells of fighters alone: yes")
        return "discounted", tuple(criteria)
    if evidence.accepts:
        return "confirmed", tuple(criteria)
    if several:
        return "contested", tuple(criteria)
    return "fair" if enough else "weak", tuple(criteria)


def _ibc(evidence: Evidence) -> tuple[str, tuple[str, ...]]:
    enough = evidence.origins >= MIN_CAMPS
    criteria = (f"two or more independent origins tell of it: {_YES[enough]} ({_who(evidence)})",)
    return ("recorded" if enough else "provisional"), criteria


def _un(evidence: Evidence) -> tuple[str, tuple[str, ...]]:
    camps, kinds = evidence.camps >= MIN_CAMPS_UN, evidence.kinds >= MIN_KINDS_UN
    criteria = (
        f"three or more independent camps tell of it: {_YES[camps]} ({_who(evidence)})",
        f"three or more kinds of source: {_YES[kinds]} ({evidence.kinds})",
    )
    return ("verified" if camps and kinds else "pending"), criteria


_Proposer = Callable[[Evidence], tuple[str, tuple[str, ...]]]
_PROPOSERS: Mapping[str, _Proposer] = {"airwars": _airwars, "ibc": _ibc, "un": _un}


_YES = {True: "yes", False: "no"}


def _who(evidence: Evidence) -> str:
    origins = f"{evidence.origins} {'origin' if evidence.origins == 1 else 'origins'}"
    return f"{origins} in {evidence.camps} {'camp' if evidence.camps == 1 else 'camps'}"


@cache
def _schemes() -> Mapping[str, Mapping[str, str]]:
    found = resources.files("allegata.stages.resolve").joinpath("grades.toml").read_text("utf-8")
    return cast("Mapping[str, Mapping[str, str]]", tomllib.loads(found)["schemes"])
