"""What leaves the case file of a claim, and what is left out to put nobody at risk.

Left out unless asked for field by field: people's names, authors and handles (with the addresses
of posts, which carry them), collectors, the register's unpublished sources, the points of exact
homes, file names, and who decided and why. Numbers that OCR read in Arabic script stay in the case
file until a person has seen them.

>>> Redaction(names=("Jane Roe",)).text("Jane Roe was hurt.")
'[left out] was hurt.'
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from allegata.app.number_gate import Standing, leaves, with_number_doubts
from allegata.app.views import CaseDocument, ReviewedClaim
from allegata.model.count import Count
from allegata.model.source import Provenance, Source
from allegata.model.vocabularies import PlacePrecision, SourceKind
from allegata.model.wire import Json, to_json

SCHEMA = "allegata/export/1"
LEFT_OUT = "[left out]"
INCLUDABLE = (
    *("people", "authors", "collectors", "sources", "homes", "filenames", "reviewers"),
    "secret",
)
OCR_NUMBERS = {
    Standing.UNSEEN: "numbers read by OCR and seen by nobody",
    Standing.DIFFERS: "numbers that are not what was seen in the picture",
}
_SHORTEST_NAME = 3  # code points: replacing shorter ones would tear up words
_CODES = frozenset({"id", "layer", "incident", "characterises", "origin", "kind", "schema"})
JsonObject = dict[str, Json]


@dataclass(slots=True)
class Redaction:
    """Which words are replaced, and a tally of what was left out, by field."""

    names: tuple[str, ...] = ()
    published_as: Mapping[str, str] = field(default_factory=dict)  # by a source's name, casefolded
    left_out: Counter[str] = field(default_factory=Counter)
    touched: bool = False

    def text(self, text: str) -> str:
        """Return ``text`` without the names."""
        for name in self.names:
            if name in text:
                text, self.touched = text.replace(name, LEFT_OUT), True
        return text

    def json(self, value: Json) -> Json:
        """Return ``value`` with every text redacted, except codes and ids."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.json(item) for item in value]
        if isinstance(value, dict):
            return {key: item if key in _CODES else self.json(item) for key, item in value.items()}
        return value

    def drop(self, what: str) -> None:
        """Count one thing as left out."""
        self.left_out[what] += 1
        self.touched = True


def export_record(
    shown: CaseDocument, item: ReviewedClaim, sources: Iterable[Source], include: frozenset[str]
) -> tuple[JsonObject, Counter[str]]:
    """Return one claim as it may leave the case file, and what was left out of it."""
    redaction = redaction_of(shown, sources, include)
    (current,) = with_number_doubts((item.current,), shown.numbers)
    claim = to_json(current)
    if not isinstance(claim, dict):
        raise TypeError("a claim is an object")
    _unseen_numbers(claim, current.counts, leaves(item, shown.numbers), redaction)
    _voices(claim, redaction, include)
    _homes(claim, redaction, include)
    record: JsonObject = {
        "schema": SCHEMA,
        "document": document_json(shown, redaction, include),
        "state": item.state,
        "match": item.match.value,
        "claim": redaction.json(claim),
        "decision": _decision(item, redaction, include),
    }
    if "people" in include:
        record["people"] = [
            to_json(person)
            for person in shown.mentions.people
            if item.id in person.claims or item.current.id in person.claims
        ]
    record["redacted"] = redaction.touched
    return record, redaction.left_out


def redaction_of(
    shown: CaseDocument, sources: Iterable[Source], include: frozenset[str]
) -> Redaction:
    """Return which words are replaced in what leaves of a document."""
    provenance = _provenance(shown)
    names: list[str | None] = []
    if "people" not in include:
        names += [person.name for person in shown.mentions.people]
    if "authors" not in include:
        names.append(provenance.author)
    if "collectors" not in include:
        names.append(provenance.collector)
    published_as: dict[str, str] = {}
    for source in sources if "sources" not in include else ():
        names.append(source.alias)
        if source.published_as is not None or not source.may_publish:
            published_as[source.name.casefold()] = source.published_as or LEFT_OUT
    kept = {name for name in names if name is not None and len(name.strip()) >= _SHORTEST_NAME}
    longest_first = sorted(kept, key=lambda name: (-len(name), name))
    return Redaction(tuple(longest_first), published_as)


def _provenance(shown: CaseDocument) -> Provenance:
    return shown.document.provenance if shown.document is not None else Provenance()


def document_json(shown: CaseDocument, redaction: Redaction, include: frozenset[str]) -> JsonObject:
    """Return what leaves of a document beside its claims."""
    row, provenance = shown.row, _provenance(shown)
    told: JsonObject = {
        "id": row.id,
        "media_type": row.media_type,
        "language": row.language,
        "published": row.published,
        "symbol": row.symbol,
        "publisher": provenance.publisher,
        "platform": provenance.platform,
        "posted": provenance.posted,
        "collected": provenance.collected,
        "sensitivity": row.sensitivity.value,
        "may_publish": row.may_publish,
    }
    personal: list[tuple[str, str, Json]] = [
        ("name", "filenames", row.name),
        ("row_id", "filenames", row.row_id),
        ("author", "authors", provenance.author),
        ("collector", "collectors", provenance.collector),
    ]
    addresses = {"url": provenance.url, "archive_url": provenance.archive_url}
    if provenance.platform is None:
        told |= addresses
    else:  # the address of a post carries its author's handle
        personal += [(name, "authors", value) for name, value in addresses.items()]
    for name, what, value in personal:
        told[name] = value if what in include else None
        if value is not None and what not in include:
            redaction.drop(what)
    return told


def _voices(claim: JsonObject, redaction: Redaction, include: frozenset[str]) -> None:
    """Replace in the chain of voices what may not be named."""
    attribution = claim["attribution"]
    chain = attribution["chain"] if isinstance(attribution, dict) else []
    private = {SourceKind.WITNESS.value: "people", SourceKind.AUTHOR.value: "authors"}
    for voice in chain if isinstance(chain, list) else []:
        if not isinstance(voice, dict):
            continue
        what = private.get(str(voice["kind"]), "")
        known = redaction.published_as.get(str(voice["source"]).casefold())
        known = known or redaction.published_as.get(str(voice["raw"]).casefold())
        if known is not None:
            voice["source"] = voice["raw"] = known
            redaction.drop("sources")
        elif what and what not in include:
            voice["source"] = voice["raw"] = LEFT_OUT
            redaction.drop(what)


def _homes(claim: JsonObject, redaction: Redaction, include: frozenset[str]) -> None:
    """Take out resolved points that are exact enough to be somebody's home."""
    if "homes" in include:
        return
    where = claim["where"]
    for mention in where if isinstance(where, list) else []:
        place = mention["place"] if isinstance(mention, dict) else None
        if isinstance(place, dict) and place["precision"] == PlacePrecision.EXACT.value:
            mention["place"] = None  # type: ignore[index, call-overload]  # it is a dict: see above
            redaction.drop("homes")


def _unseen_numbers(
    claim: JsonObject,
    counts: Iterable[Count],
    may_leave: Callable[[Count], Standing],
    redaction: Redaction,
) -> None:
    """Take out numbers that OCR read in Arabic script and that nobody has seen to be right."""
    told = claim["counts"]
    for count, found in zip(counts, map(may_leave, counts), strict=True):
        if found is Standing.STANDS or not isinstance(told, list):
            continue
        for item in told:
            if isinstance(item, dict) and item["id"] == count.id:
                item |= {"low": None, "best": None, "high": None, "raw": LEFT_OUT}
        redaction.drop(OCR_NUMBERS[found])


def _decision(
    item: ReviewedClaim, redaction: Redaction, include: frozenset[str]
) -> JsonObject | None:
    decision = item.decision
    if decision is None:
        return None
    told: JsonObject = {
        "id": decision.id,
        "action": decision.action.value,
        "at": decision.at,
        "reviewer": decision.reviewer,
        "why": decision.why,
    }
    if "reviewers" not in include:
        told |= {"reviewer": None, "why": None}
        redaction.drop("reviewers")
    return told
