"""All figures of the set from what was read: files, mastheads, parts, references, works, claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allegata.model.document import Document
from bench.figures import Figure
from bench.undocs.citations import score_citations
from bench.undocs.fields import by_field, fields_read, score_fields
from bench.undocs.gold import GoldDocument
from bench.undocs.gold_references import GoldReference, load_references
from bench.undocs.grouping import groups_of, load_works, wrong_pairs
from bench.undocs.parts import parts_read, score_parts
from bench.undocs.reading import Observed, is_right
from bench.undocs.shares import Mistake, Share, figure
from bench.undocs.told import is_told, load_claims

TEXT, SCANS = "text", "scans"
_LABELS = {
    "precision": "references_precision",
    "recall": "references_recall",
    "relation": "relation_right",
    "dated": "dated_right",
    "provisions": "provisions_right",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One file: its gold and what was read of it."""

    gold: GoldDocument
    seen: Observed

    @property
    def document(self) -> Document | None:
        """The document that was read, if one was."""
        return self.seen.reading.document if self.seen.reading else None

    @property
    def words(self) -> str:
        """The text of its first layer."""
        return self.document.layers[0].text if self.document else ""


@dataclass(frozen=True, slots=True)
class Scored:
    """Figures, and the mistakes behind them."""

    figures: list[Figure]
    mistakes: list[Mistake]


def score(items: Sequence[Item]) -> Scored:
    """Return every figure that the items allow."""
    references = load_references()
    kinds = _kinds(items)
    scored = [_files(items)]
    scored += [_mastheads(kind, chosen) for kind, chosen in kinds.items()]
    scored += [_references(kind, chosen, references) for kind, chosen in kinds.items()]
    scored += [_parts(items), _works(items), _claims(items)]
    return Scored(
        [figure for one in scored for figure in one.figures],
        [mistake for one in scored for mistake in one.mistakes],
    )


def field_tables(items: Sequence[Item]) -> dict[str, dict[str, tuple[int, int]]]:
    """Return right and counted answers for each field, on texts and on scans."""
    return {
        _masthead(kind): by_field(
            [one.gold for one in chosen], [fields_read(one.document) for one in chosen]
        )
        for kind, chosen in _kinds(items).items()
    }


def _kinds(items: Sequence[Item]) -> dict[str, list[Item]]:
    kinds = {
        TEXT: [one for one in items if one.gold.is_text],
        SCANS: [one for one in items if one.gold.is_scan],
    }
    return {kind: chosen for kind, chosen in kinds.items() if chosen}


def _files(items: Sequence[Item]) -> Scored:
    mistakes = [
        Mistake(one.gold.file, "files", "outcome", one.gold.outcome, _outcome(one.seen))
        for one in items
        if not is_right(one.gold, one.seen)
    ]
    value = len(items) - len(mistakes)
    return Scored([Figure("files_right", value, f"files of {len(items)}")], mistakes)


def _outcome(seen: Observed) -> str:
    rows = f"{seen.rows} rows" if seen.rows not in {None, 1} else ""
    return " ".join((seen.outcome, rows, *seen.codes, seen.told[-300:])).strip()


def _masthead(kind: str) -> str:
    return f"masthead_{kind}"


def _mastheads(kind: str, items: Sequence[Item]) -> Scored:
    name = _masthead(kind)
    scored = [
        score_fields(one.gold, fields_read(one.document), figure=name, text=one.words)
        for one in items
    ]
    return _shared({name: [share for share, _ in scored]}, [wrong for _, wrong in scored])


def _parts(items: Sequence[Item]) -> Scored:
    asked = [one for one in items if one.gold.parts]
    scored = [score_parts(one.gold, parts_read(one.document)) for one in asked]
    return _shared({"parts_right": [share for share, _ in scored]}, [wrong for _, wrong in scored])


def _references(
    kind: str, items: Sequence[Item], gold: Mapping[str, tuple[GoldReference, ...]]
) -> Scored:
    scored = [
        score_citations(
            one.gold.file,
            gold[one.gold.file],
            one.document.references if one.document else (),
            text=one.words,
        )
        for one in items
        if one.gold.file in gold
    ]
    suffix = "" if kind == TEXT else f"_{kind}"
    shares = {label + suffix: [by[name] for by, _ in scored] for name, label in _LABELS.items()}
    return _shared(shares, [wrong for _, wrong in scored])


def _shared(shares: Mapping[str, Sequence[Share]], wrong: Sequence[Sequence[Mistake]]) -> Scored:
    figures = [figure(name, per_file) for name, per_file in shares.items()]
    return Scored(figures, [mistake for one in wrong for mistake in one])


def _works(items: Sequence[Item]) -> Scored:
    single = [one.seen for one in items if one.gold.rows is None and one.gold.outcome == "read"]
    groups = groups_of(single)
    if groups is None:
        return Scored([], [])
    wrong = wrong_pairs(load_works(), groups)
    said = {True: "one work", False: "two works"}
    mistakes = [
        Mistake(one.files[0], "works", one.files[1], said[one.together], said[not one.together])
        for one in wrong
    ]
    asked = sum(one.is_asked for one in wrong)
    figures = [
        Figure("works_asked_errors", asked, "pairs"),
        Figure("works_errors", len(wrong), "pairs"),
    ]
    return Scored(figures, mistakes)


def _claims(items: Sequence[Item]) -> Scored:
    readings = {one.gold.file: one.seen.reading for one in items}
    asked = [gold for gold in load_claims() if gold.file in readings]
    mistakes = [
        Mistake(gold.file, "claims", "claim", str(gold), "")
        for gold in asked
        if (reading := readings[gold.file]) is None or not is_told(gold, reading.claims)
    ]
    value = len(asked) - len(mistakes)
    return Scored([Figure("claims_right", value, f"of {len(asked)}")] if asked else [], mistakes)
