"""``allegata victims list``, ``pairs``, ``decide`` and ``decisions``: the victims of a case.

Names are covered unless they are asked for, in entries and in the words of documents.
"""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.case_options import DEFAULT_REVIEWER, CasePath, Reviewer, opened
from allegata.cli.plain_errors import say

if TYPE_CHECKING:
    from allegata.app.case import Case
    from allegata.app.case_victims import CaseVictim, VictimPair
    from allegata.model.wire import Json

Names = Annotated[
    bool, typer.Option("--names", help="Show the names of people; they are covered without it.")
]
Form = Annotated[str, typer.Option("--format", help="text or jsonl")]
Incident = Annotated[str, typer.Option(help="Only those of the incident of this code.")]
EntryId = Annotated[str, typer.Argument(help="An entry's id from `list`, or its beginning.")]
OUTCOMES = ("same", "different")
FORMATS = ("text", "jsonl")
A_NAME = "[name]"


def add(group: typer.Typer) -> None:
    """Add the commands to the group of those on victims."""
    group.command("list", epilog="Example: allegata victims list road.case --names")(list_victims)
    group.command("pairs", epilog="Example: allegata victims pairs road.case --names")(pairs)
    group.command("decide", epilog="Example: allegata victims decide road.case same 3f2a91 77bc02")(
        decide
    )
    group.command("decisions", epilog="Example: allegata victims decisions road.case")(decisions)


def list_victims(
    case: CasePath, incident: Incident = "", form: Form = "text", names: Names = False
) -> None:
    """List whom documents and your lists name among the harmed, with incidents and words.

    An entry for each person of each document and each row; who is one person you decide.
    """
    _check(form)
    with opened(case, read_only=True) as file:
        code = file.incident(incident).code if incident else ""
        found = [each for each in file.victims() if not code or code in each.codes]
        show = _Show(file, found, names=names)
    for each in found:
        if form == "jsonl":
            print(json.dumps(show.json(each), ensure_ascii=False))
        else:
            for line in show.lines(each):
                print(line)
    if form == "text":
        people = len({min((each.id, *each.same)) for each in found})
        say(f"{len(found)} entries; by what people decided, of at most {people} people.")


def pairs(
    case: CasePath, incident: Incident = "", form: Form = "text", names: Names = False
) -> None:
    """Propose which entries may be one person, the likeliest first. Nothing is merged."""
    _check(form)
    with opened(case, read_only=True) as file:
        code = file.incident(incident).code if incident else ""
        found = [
            each
            for each in file.victim_pairs()
            if not code or code in each.a.codes or code in each.b.codes
        ]
        show = _Show(file, [side for each in found for side in (each.a, each.b)], names=names)
    for number, each in enumerate(found, 1):
        if form == "jsonl":
            print(json.dumps(show.pair_json(each), ensure_ascii=False))
            continue
        print(f"{number}.")
        for line in (*show.lines(each.a), *show.lines(each.b)):
            print(f"  {line}")
        print(f"    {'; '.join(each.reasons)}")
    if not found and form == "text":
        say("No two entries are likely one person that nobody has decided on.")


def decide(
    case: CasePath,
    outcome: Annotated[str, typer.Argument(help="same or different")],
    one: EntryId,
    other: EntryId,
    why: Annotated[
        str, typer.Option("--why", metavar="REASON", help="Why; it stands in the ledger.")
    ] = "",
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Say whether two entries are one person; prints what `allegata undo` takes back."""
    from allegata.model.victims import Sameness

    if outcome not in OUTCOMES:
        raise typer.BadParameter(f"Give {' or '.join(OUTCOMES)}.")
    with opened(case) as file:
        made = file.decide_same_person(one, other, Sameness(outcome), reviewer=reviewer, why=why)
    print(made.id)


def decisions(case: CasePath) -> None:
    """List what was decided of entries and stands, with what `allegata undo` takes back."""
    from allegata.app.case_victims import id_of
    from allegata.cli.search_text import harmless

    with opened(case, read_only=True) as file:
        for each in file.same_people():
            why = f": {each.why}" if each.why else ""
            line = (
                f"{each.id}  {each.outcome.value}  {id_of(each.a)} {id_of(each.b)}  "
                f"{each.at}  {each.reviewer}{why}"
            )
            print(harmless(line))


class _Show:
    """Entries in words and for programs; names in them only where they were asked for."""

    def __init__(self, file: "Case", shown: "Sequence[CaseVictim]", *, names: bool) -> None:
        from allegata.app.covering import names_in

        ids = sorted({each.ref.document for each in shown if each.ref.span is not None})
        told = () if names else names_in([file.document(id_) for id_ in ids])
        own = () if names else [each.listed.name for each in shown if each.listed.name]
        self._names = names
        self._hidden = tuple(sorted({*told, *own}, key=lambda name: (-len(name), name)))

    def lines(self, victim: "CaseVictim") -> Iterator[str]:
        from allegata.cli.incidents_text import words
        from allegata.cli.search_text import harmless, isolated

        name = isolated(harmless(victim.listed.name)) if self._names else A_NAME
        yield "  ".join([victim.id, name, harmless(", ".join(self._facts(victim)))])
        of = f", of {', '.join(victim.codes)}" if victim.codes else ", of no incident yet"
        yield f"    {isolated(harmless(victim.source))}{of}"
        if victim.same:
            yield f"    one person with {', '.join(victim.same)}, as people decided"
        yield from (f"    {words(each.quote, self._hidden)}" for each in victim.words[:1])

    def json(self, victim: "CaseVictim") -> "dict[str, Json]":
        from allegata.app.covering import covered_json
        from allegata.model.wire import to_json

        told = covered_json(to_json(victim), self._hidden)
        if not isinstance(told, dict):
            raise TypeError("an entry is an object")
        if not self._names and isinstance(told["listed"], dict):
            told["listed"] |= {"name": A_NAME, "other_names": []}
            told["description"] = None
        return told

    def pair_json(self, pair: "VictimPair") -> "dict[str, Json]":
        return {
            "a": self.json(pair.a),
            "b": self.json(pair.b),
            "odds": pair.odds,
            "reasons": [*pair.reasons],
        }

    def _facts(self, victim: "CaseVictim") -> Iterator[str]:
        listed = victim.listed
        yield victim.outcome.value.replace("_", " ") if victim.outcome else "harm not told"
        if listed.age is not None:
            yield f"aged {listed.age}"
        if listed.sex.value != "unknown":
            yield {"m": "male", "f": "female"}.get(listed.sex.value, listed.sex.value)
        if victim.description and self._names:
            yield victim.description
        if listed.died:
            yield f"died {listed.died}"


def _check(form: str) -> None:
    if form not in FORMATS:
        raise typer.BadParameter(f"{form} is none of {', '.join(FORMATS)}.", param_hint="--format")
