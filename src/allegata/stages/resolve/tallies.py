"""Tallies: the range for one outcome of one incident, with every count used or left out.

In: the claims of one incident, the name of a rule, and the codebook's table of vague words. Out: a
tally for each outcome. The rules stand side by side under their names and can be switched
(DESIGN §4.6); each begins from what each voice tells (``tellings``), but for ``stated@1``:

* ``stated@1``: lowest and highest of the whole figures as stated, none added to another;
* ``added@1``: groups told side by side add up; voices that differ are a range, open where they are;
* ``ibc@1``: as added, a bare figure low and high alike, and "at least" closed (Iraq Body Count);
* ``document@1``: as ``ibc@1``, but the document's own figures go before those it quotes;
* ``airwars@1``: as ``document@1``, but the figure told first is the total of an assessment: what
  follows tells it in detail, and only closes an end that it leaves open;
* ``acled@1``: the most conservative of the voices' figures, alone;
* ``ucdp@1``: low and high over the voices, best the document's own figure, else the last;
* ``median@1``: low and high over the voices, best their median.

>>> sorted(RULES)
['acled@1', 'added@1', 'airwars@1', 'document@1', 'ibc@1', 'median@1', 'ucdp@1']
"""

import statistics
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.incident import LeftOut, Tally
from allegata.model.number import NUMBER_UNSEEN
from allegata.model.vocabularies import Basis, Derivation, Outcome, Qualifier, Stance
from allegata.stages.resolve.codebook import VagueTable, load_table
from allegata.stages.resolve.figures import Figure, number, spanned
from allegata.stages.resolve.same_people import is_bare, is_pronoun
from allegata.stages.resolve.tellings import Valued, told

UNBORN = "unborn"
UNSEEN = "number read by OCR and seen by nobody"
DEFAULT, STATED = "added@1", "stated@1"
Wanted = Callable[[Count], bool]
Counted = Sequence[tuple[Claim, Count]]
_OTHER_BASES = {Basis.CUMULATIVE: "cumulative", Basis.INCREMENT: "adds to another count"}


@dataclass(frozen=True, slots=True)
class Rule:
    """How a tally is made of the groups told.

    ``closed``: a bare figure is low and high, "at least five" too. ``own_first``: the document's
    figure goes before those it quotes. ``lead``: the figure told first is the total. ``finish``
    makes the tally's figure of the whole figure and the figure of each voice, the document's own
    first.
    """

    closed: bool
    own_first: bool
    finish: Callable[[Figure, Sequence[Figure]], Figure]
    lead: bool = False


def tally(
    claims: Sequence[Claim],
    *,
    rule: str = DEFAULT,
    table: str = "none",
    wanted: Wanted | None = None,
    cells: bool = False,
) -> tuple[Tally, ...]:
    """Return one tally for each outcome that the claims of one incident count.

    Args:
        claims: The claims of the incident, in the order of the text.
        rule: ``stated@1`` or one of ``RULES``.
        table: The codebook's table of vague words.
        wanted: Which people to tally, all where it is None. A part of a whole that is not wanted
            is taken off it: of "three people, a police officer among them" two are civilians.
        cells: Whether parts count in their own right: children, women.
    """
    counted = [(claim, count) for claim in claims for count in claim.counts]
    outcomes = [outcome for outcome in Outcome if any(_is_of(c, outcome) for _, c in counted)]
    found = []
    for outcome in outcomes:
        of_outcome = [(claim, count) for claim, count in counted if _is_of(count, outcome)]
        if rule == STATED:
            asked_for = [(c, n) for c, n in of_outcome if wanted is None or wanted(n)]
            found.append(_stated(outcome, asked_for))
        else:
            asked = _Asked(rule, load_table(table), wanted, cells)
            fallen = _died_of_wounds(counted)
            if outcome is Outcome.KILLED:
                of_outcome = _with_fallen(of_outcome, fallen)
            hurt = outcome is Outcome.INJURED
            found.append(_by_rule(outcome, of_outcome, asked, fallen if hurt else ()))
    return tuple(found)


def rule_names() -> tuple[str, ...]:
    """Return the names of all rules, sorted."""
    return tuple(sorted((*RULES, STATED)))


def _is_of(count: Count, outcome: Outcome) -> bool:
    """Say whether a count belongs to the tally of an outcome: who died later was killed."""
    if outcome is Outcome.KILLED and count.outcome is Outcome.DIED_LATER:
        return True
    return count.outcome is outcome


def _died_of_wounds(counted: Counted) -> tuple[Count, ...]:
    """Return the dead who are told to be of the injured: "four were injured, one of whom died".

    "Two of them" is of the injured where nobody else was told dead before, and "he later died" of
    one who was told injured alone.
    """
    found: list[Count] = []
    hurt = dead = one = False
    for _, count in counted:
        later = count.outcome is Outcome.DIED_LATER or not dead
        of_them = count.known and is_bare(count) and count.derivation is Derivation.LITERAL
        he = one and count.outcome is Outcome.DIED_LATER and is_pronoun(count) and count.best == 1
        if hurt and later and (of_them or he) and _is_of(count, Outcome.KILLED):
            found.append(count)
        if count.outcome is Outcome.INJURED:
            hurt, one = True, count.best == 1
        dead = dead or (count.outcome is Outcome.KILLED and not count.known)
    return tuple(found)


def _with_fallen(
    counted: list[tuple[Claim, Count]], fallen: Sequence[Count]
) -> list[tuple[Claim, Count]]:
    """Return the dead with the wounded who died as more: two killed and one later are three.

    Only where one count alone tells of the others: a total beside it may have them in it.
    """
    others = [count for _, count in counted if not count.known and count.part_of is None]
    if len(others) != 1 or others[0].outcome is not Outcome.KILLED:
        return counted
    ids = {count.id for count in fallen if count.outcome is Outcome.DIED_LATER}
    return [
        (claim, replace(count, known=False, basis=Basis.INCREMENT) if count.id in ids else count)
        for claim, count in counted
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """How and of whom a tally is asked for."""

    rule: str
    table: VagueTable
    wanted: Wanted | None
    cells: bool

    def wants(self, count: Count) -> bool:
        """Say whether the people counted are asked for."""
        return self.wanted is None or self.wanted(count)


def _by_rule(outcome: Outcome, counted: Counted, asked: _Asked, fallen: Sequence[Count]) -> Tally:
    chosen = RULES[asked.rule]
    left_out: list[LeftOut] = []
    kept: list[Valued] = []
    own = min((len(claim.attribution.chain) for claim, _ in counted), default=0)
    numbers: dict[int, int] = {}  # the place of each claim among those that count the outcome
    parts: dict[str, list[Count]] = {}
    for _, count in counted:
        if count.part_of is not None:
            parts.setdefault(count.part_of, []).append(count)
    wholes = {count.id for _, count in counted if not asked.cells or asked.wants(count)}
    for claim, count in counted:
        figure = _figure(count, asked.table, closed=chosen.closed)
        reason = _left_out(claim, count, figure, asked, wholes)
        if reason:
            left_out.append(LeftOut(count.id, reason))
            continue
        if not asked.cells:
            figure = _without(figure, [p for p in parts.get(count.id, ()) if not asked.wants(p)])
        voice = tuple(link.source for link in claim.attribution.chain)
        place = numbers.setdefault(id(claim), len(numbers))
        corrects = claim.attribution.stance is Stance.CORRECTS
        kept.append(Valued(count, figure, place, voice, len(voice) == own, corrects))
    telling = told(kept, parts, own_first=chosen.own_first, lead=chosen.lead)
    left_out += [LeftOut(count, reason) for count, reason in telling.reasons()]
    figure = chosen.finish(telling.figure(), _by_voice(kept, parts))
    figure = _without(figure, [count for count in fallen if asked.wants(count)])
    left_out += [LeftOut(count.id, "died of their wounds") for count in fallen]
    return Tally(
        outcome,
        None,
        figure.low,
        figure.best,
        figure.high,
        asked.rule,
        tuple(telling.used()),
        tuple(left_out),
        asked.table.name,
    )


def _by_voice(kept: Sequence[Valued], parts: dict[str, list[Count]]) -> list[Figure]:
    """Return what each voice tells alone, the document's own first."""
    voices = dict.fromkeys(valued.voice for valued in sorted(kept, key=lambda v: not v.own))
    figures = [
        told([v for v in kept if v.voice == voice], parts, own_first=False).figure()
        for voice in voices
    ]
    return [figure for figure in figures if number(figure) is not None]


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


def _without(figure: Figure, parts: Sequence[Count]) -> Figure:
    """Return the figure of a whole less those parts, as far as they have numbers."""
    less = sum(part.best or part.low or 0 for part in parts)

    def rest(n: int | None) -> int | None:
        return max(n - less, 0) if n is not None else None

    return Figure(rest(figure.low), rest(figure.best), rest(figure.high)) if less else figure


def _left_out(claim: Claim, count: Count, figure: Figure, asked: _Asked, wholes: Set[str]) -> str:
    """Return why a count is not used; "" where it is.

    A part counts in its own right only where its whole is not in ``wholes``: of "three children,
    including a girl" the girl is one of the three.
    """
    stance = claim.attribution.stance
    reasons = (
        (not asked.wants(count), "not of the people asked for"),
        (count.part_of in wholes, f"part of {count.part_of}"),
        (count.basis is Basis.CUMULATIVE, "cumulative"),
        (_is_unseen(claim, count), UNSEEN),
        (count.group.role == UNBORN, "unborn, whom the codebook does not count"),
        (stance in (Stance.DENIES, Stance.RETRACTS), stance.value),
        (asked.cells and figure == Figure(None, None, None), "no number stated"),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _whole(whole: Figure, _: Sequence[Figure]) -> Figure:
    return whole


def _conservative(whole: Figure, voices: Sequence[Figure]) -> Figure:
    lows = [low for figure in (whole, *voices) if (low := figure.low) is not None]
    return Figure(min(lows), min(lows), min(lows)) if lows else whole


def _range(whole: Figure, voices: Sequence[Figure]) -> Figure:
    figure = spanned(voices) if voices else whole
    return Figure(figure.low, whole.best, figure.high)


def _best_own(whole: Figure, voices: Sequence[Figure]) -> Figure:
    figure = _range(whole, voices)
    bests = [voice.best for voice in voices if voice.best is not None]
    return Figure(figure.low, bests[0] if bests else None, figure.high)


def _median(whole: Figure, voices: Sequence[Figure]) -> Figure:
    figure = _range(whole, voices)
    bests = [voice.best for voice in voices if voice.best is not None]
    return Figure(figure.low, statistics.median_low(bests) if bests else None, figure.high)


RULES: dict[str, Rule] = {
    "added@1": Rule(closed=False, own_first=False, finish=_whole),
    "ibc@1": Rule(closed=True, own_first=False, finish=_whole),
    "document@1": Rule(closed=True, own_first=True, finish=_whole),
    "airwars@1": Rule(closed=True, own_first=True, finish=_whole, lead=True),
    "acled@1": Rule(closed=True, own_first=False, finish=_conservative),
    "ucdp@1": Rule(closed=False, own_first=False, finish=_best_own),
    "median@1": Rule(closed=False, own_first=False, finish=_median),
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
    named = _named_among(used)
    left_out += [LeftOut(count.id, "named among those told of") for count in named]
    used = [count for count in used if count not in named]
    figure = spanned([Figure(count.low, count.best, count.high) for count in used])
    known = len([count for count in used if count.low is not None or count.best is not None])
    return Tally(
        outcome=outcome,
        group=None,
        low=figure.low if known == len(used) else None,
        best=used[0].best if len(used) == 1 else None,
        high=figure.high,
        rule=STATED,
        used=tuple(count.id for count in used),
        left_out=tuple(left_out),
    )


def _named_among(counts: Sequence[Count]) -> list[Count]:
    """Return people counted by naming them, fewer than any number: a floor, and no other count."""
    figures = [(each, number(Figure(each.low, each.best, each.high))) for each in counts]
    tolls = [n or 0 for each, n in figures if each.derivation is not Derivation.ENUMERATED]
    return [
        each
        for each, n in figures
        if each.derivation is Derivation.ENUMERATED and tolls and (n or 0) < min(tolls)
    ]


def _reason_to_leave_out(claim: Claim, count: Count) -> str:
    if count.part_of is not None:
        return f"part of {count.part_of}"
    if count.basis in _OTHER_BASES:
        return _OTHER_BASES[count.basis]
    if count.qualifier in (Qualifier.VAGUE, Qualifier.PRESENCE):
        return "no number stated"
    if _is_unseen(claim, count):
        return UNSEEN
    if claim.attribution.stance in (Stance.DENIES, Stance.RETRACTS):
        return claim.attribution.stance.value
    return ""


def _is_unseen(claim: Claim, count: Count) -> bool:
    """Say whether the count rests on a number of Arabic OCR that nobody has looked at."""
    return any(
        doubt.code == NUMBER_UNSEEN and doubt.span is not None and doubt.span.overlaps(count.span)
        for doubt in claim.doubts
    )
