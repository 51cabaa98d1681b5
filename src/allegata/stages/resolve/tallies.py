"""Tallies: the range for one outcome of one incident, with every count used or left out.

In: the claims of one incident, the name of a rule, and the codebook's table of vague words. Out: a
tally for each outcome. The rules stand side by side under their names and can be switched
(DESIGN §4.6); each begins from what each voice tells (``tellings``), but for ``stated@1``:

* ``stated@1``: lowest and highest of the whole figures as stated, none added to another;
* ``added@1``: groups told side by side add up; voices that differ are a range, open where they are;
* ``ibc@1``: as added, with a bare figure low and high alike, and "at least" closed (Iraq Body Count);
* ``airwars@1``: as ``ibc@1``; the document's own figures go before those it quotes, which only
  close an end that its own leave open;
* ``acled@1``: the most conservative of the voices' figures, alone;
* ``ucdp@1``: low and high over the voices, best the document's own figure, else the last;
* ``median@1``: low and high over the voices, best their median.

>>> sorted(RULES)
['acled@1', 'added@1', 'airwars@1', 'ibc@1', 'median@1', 'stated@1', 'ucdp@1']
"""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.incident import LeftOut, Tally
from allegata.model.vocabularies import Basis, Outcome, Qualifier, Stance
from allegata.stages.resolve.codebook import Figure, VagueTable, load_table
from allegata.stages.resolve.tellings import Valued, spanned, told

DEFAULT = "added@1"
Wanted = Callable[[Count], bool]


@dataclass(frozen=True, slots=True)
class Voiced:
    """What one voice tells: its figure, whether it is the document's own, the counts used."""

    figure: Figure
    own: bool
    used: tuple[str, ...]


Rule = Callable[[Sequence[Voiced]], tuple[Figure, tuple[str, ...]]]


def tally(
    claims: Sequence[Claim],
    *,
    rule: str = DEFAULT,
    table: str = "none",
    wanted: Wanted | None = None,
) -> tuple[Tally, ...]:
    """Return one tally for each outcome that the claims of one incident count.

    Args:
        claims: The claims of the incident, in the order of the text.
        rule: One of ``RULES``.
        table: The codebook's table of vague words.
        wanted: Which counts to tally, all where it is None; parts too, where they are wanted.
    """
    counted = [(claim, count) for claim in claims for count in claim.counts]
    outcomes = [outcome for outcome in Outcome if any(c.outcome is outcome for _, c in counted)]
    found = []
    for outcome in outcomes:
        of_outcome = [(claim, count) for claim, count in counted if _is_of(count, outcome)]
        if rule == "stated@1":
            found.append(_stated(outcome, of_outcome))
        else:
            found.append(_by_rule(outcome, of_outcome, rule, load_table(table), wanted))
    return tuple(found)


def _is_of(count: Count, outcome: Outcome) -> bool:
    """Say whether a count belongs to the tally of an outcome: who died later was killed."""
    if outcome is Outcome.KILLED and count.outcome is Outcome.DIED_LATER:
        return True
    return count.outcome is outcome


def _by_rule(
    outcome: Outcome,
    counted: Sequence[tuple[Claim, Count]],
    rule: str,
    table: VagueTable,
    wanted: Wanted | None,
) -> Tally:
    closed = rule not in ("added@1", "ucdp@1", "median@1")
    left_out: list[LeftOut] = []
    by_voice: dict[tuple[str, ...], list[Valued]] = {}
    numbers: dict[int, int] = {}  # the place of each claim among those that count the outcome
    for claim, count in counted:
        figure = _figure(count, table, closed=closed)
        reason = _left_out(claim, count, figure, wanted)
        if reason:
            left_out.append(LeftOut(count.id, reason))
            continue
        voice = tuple(link.source for link in claim.attribution.chain)
        number = numbers.setdefault(id(claim), len(numbers))
        by_voice.setdefault(voice, []).append(Valued(count, figure, number))
    voiced = []
    shortest = min((len(voice) for voice in by_voice), default=0)
    for voice, counts in by_voice.items():
        telling = told(counts)
        left_out += [LeftOut(count, reason) for count, reason in telling.reasons()]
        own = len(voice) == shortest
        voiced.append(Voiced(telling.figure(), own, tuple(telling.used())))
    figure, used = RULES[rule](voiced) if voiced else (Figure(None, None, None), ())
    unused = [count for one in voiced for count in one.used if count not in used]
    left_out += [LeftOut(count, "another voice's figure") for count in unused]
    return Tally(
        outcome, None, figure.low, figure.best, figure.high, rule, used, tuple(left_out)
    )


def _figure(count: Count, table: VagueTable, *, closed: bool) -> Figure:
    """Return what a count says, or what the table says that its vague word is worth."""
    if count.qualifier in (Qualifier.VAGUE, Qualifier.PRESENCE):
        return table.worth(count.vague) or Figure(None, None, None)
    if not closed:
        return Figure(count.low, count.best, count.high)
    known = [n for n in (count.low, count.best, count.high) if n is not None]
    if not known:
        return Figure(None, None, None)
    return Figure(count.low if count.low is not None else known[0], count.best, known[-1])


def _left_out(claim: Claim, count: Count, figure: Figure, wanted: Wanted | None) -> str:
    if wanted is not None and not wanted(count):
        return "not of the people asked for"
    if wanted is None and count.part_of is not None:
        return f"part of {count.part_of}"
    if count.basis is Basis.CUMULATIVE:
        return "cumulative"
    if claim.attribution.stance in (Stance.DENIES, Stance.RETRACTS):
        return claim.attribution.stance.value
    if figure == Figure(None, None, None) and wanted is not None:
        return "no number stated"
    return ""


def _over_voices(voiced: Sequence[Voiced]) -> tuple[Figure, tuple[str, ...]]:
    return spanned([one.figure for one in voiced]), tuple(c for one in voiced for c in one.used)


def _own_first(voiced: Sequence[Voiced]) -> tuple[Figure, tuple[str, ...]]:
    own = [one for one in voiced if one.own and _says_something(one.figure)]
    return _over_voices(own or voiced)


def _conservative(voiced: Sequence[Voiced]) -> tuple[Figure, tuple[str, ...]]:
    lowest = min(voiced, key=lambda one: one.figure.low if one.figure.low is not None else 10**9)
    low = lowest.figure.low
    return Figure(low, low, low), lowest.used


def _best_known(voiced: Sequence[Voiced]) -> tuple[Figure, tuple[str, ...]]:
    figure, used = _over_voices(voiced)
    own = [one for one in voiced if one.own and one.figure.best is not None]
    return Figure(figure.low, (own or list(voiced))[-1].figure.best, figure.high), used


def _median(voiced: Sequence[Voiced]) -> tuple[Figure, tuple[str, ...]]:
    figure, used = _over_voices(voiced)
    bests = [one.figure.best for one in voiced if one.figure.best is not None]
    return Figure(figure.low, statistics.median_low(bests) if bests else None, figure.high), used


def _says_something(figure: Figure) -> bool:
    return figure != Figure(None, None, None)


RULES: dict[str, Rule] = {
    "stated@1": _over_voices,
    "added@1": _over_voices,
    "ibc@1": _over_voices,
    "airwars@1": _own_first,
    "acled@1": _conservative,
    "ucdp@1": _best_known,
    "median@1": _median,
}


def _stated(outcome: Outcome, counted: Sequence[tuple[Claim, Count]]) -> Tally:
    used: list[Count] = []
    left_out: list[LeftOut] = []
    for claim, count in counted:
        reason = _reason_to_leave_out(claim, count)
        if reason:
            left_out.append(LeftOut(count.id, reason))
        else:
            used.append(count)
    figure = spanned([Figure(count.low, count.best, count.high) for count in used])
    known = len([count for count in used if count.low is not None or count.best is not None])
    return Tally(
        outcome=outcome,
        group=None,
        low=figure.low if known == len(used) else None,
        best=used[0].best if len(used) == 1 else None,
        high=figure.high,
        rule="stated@1",
        used=tuple(count.id for count in used),
        left_out=tuple(left_out),
    )


def _reason_to_leave_out(claim: Claim, count: Count) -> str:
    if count.part_of is not None:
        return f"part of {count.part_of}"
    if count.basis is Basis.CUMULATIVE:
        return "cumulative"
    if count.basis is Basis.INCREMENT:
        return "adds to another count"
    if count.qualifier in (Qualifier.VAGUE, Qualifier.PRESENCE):
        return "no number stated"
    if claim.attribution.stance in (Stance.DENIES, Stance.RETRACTS):
        return claim.attribution.stance.value
    return ""
