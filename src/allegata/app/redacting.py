"""What leaves the case file of a claim, and what is left out to put nobody at risk.

Left out unless asked for field by field: people's names, authors and handles (with the addresses
of posts, which carry them), collectors, the register's unpublished sources in every text and with
the addresses of what they publish, witnesses as they are described, the points of exact homes, file
names, and who decided and why. Numbers that OCR read in Arabic script stay in the case
file until a person has seen them.

>>> Redaction(names=("Jane Roe",)).text("Jane Roe was hurt.")
'[left out] was hurt.'
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from allegata.app.number_gate import Standing, leaves, with_number_doubts
from allegata.app.views import CaseDocument, ReviewedClaim
from allegata.app.wordings import without
from allegata.model.attribution import Voice
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
_PRIVATE = {SourceKind.WITNESS: "people", SourceKind.AUTHOR: "authors"}
_BODIES = frozenset(
    {
        *(SourceKind.STATE, SourceKind.STATE_ORGAN, SourceKind.INTERNATIONAL_ORGANISATION),
        *(SourceKind.ARMED_GROUP, SourceKind.NGO, SourceKind.MEDIA),
    }
)
_CODES = frozenset({"id", "layer", "incident", "characterises", "origin", "kind", "schema"})
JsonObject = dict[str, Json]


@dataclass(slots=True)
class Redaction:
    """Which words are replaced, and a tally of what was left out, by field."""

    names: tuple[str, ...] = ()
    published_as: Mapping[str, str] = field(default_factory=dict)  # by a source's name, casefolded
    said_as: Mapping[str, str] = field(default_factory=dict)  # the same, by its name in texts
    left_out: Counter[str] = field(default_factory=Counter)
    touched: bool = False

    def text(self, text: str) -> str:
        """Return ``text`` without the names, and with sources as they may be named."""
        clean = without(text, {**self.said_as, **dict.fromkeys(self.names, LEFT_OUT)})
        self.touched = self.touched or clean != text
        return clean

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
    said_as: dict[str, str] = {}
    for source in sources if "sources" not in include else ():
        names.append(source.alias)
        if source.published_as is not None or not source.may_publish:
            instead = source.published_as or LEFT_OUT
            published_as[source.name.casefold()] = said_as[source.name] = instead
    for voice in _voices_of(shown):
        known = published_as.get(voice.source.casefold()) or published_as.get(voice.raw.casefold())
        if known is not None:
            said_as |= {each: known for each in (voice.source, voice.raw) if _is_phrase(each)}
        elif voice.kind is SourceKind.WITNESS and "people" not in include and _is_phrase(voice.raw):
            names.append(voice.raw)
        elif voice.kind in _BODIES and _is_bodys_own(voice.source, names):
            said_as[voice.source] = voice.source
    return Redaction(tuple(sorted({name for name in names if name})), published_as, said_as)


def _voices_of(shown: CaseDocument) -> Iterator[Voice]:
    for item in shown.claims:
        yield from item.current.attribution.chain


def _is_bodys_own(name: str, people: Iterable[str | None]) -> bool:
    """Return whether people's names within a body's name are single words behind its first.

    "Corvel Watch" stays where "Watch" was taken for a name; "Roe of Corvel Watch" does not.
    """
    _, *behind = name.split() or [""]
    within = {one for one in people if one is not None and one.casefold() in name.casefold()}
    return bool(within) and within <= set(behind)


def _is_phrase(words: str) -> bool:
    """Return whether words name somebody by more than one, as "they" or "witnesses" do not."""
    return len(words.split()) > 1


def _provenance(shown: CaseDocument) -> Provenance:
    return shown.document.provenance if shown.document is not None else Provenance()


def document_json(shown: CaseDocument, redaction: Redaction, include: frozenset[str]) -> JsonObject:
    """Return what leaves of a document beside its claims."""
    row, provenance = shown.row, _provenance(shown)
    publisher = _publisher(provenance.publisher, redaction)
    told: JsonObject = {
        "id": row.id,
        "media_type": row.media_type,
        "language": row.language,
        "published": row.published,
        "symbol": row.symbol,
        "publisher": publisher,
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
    if publisher != provenance.publisher:  # an address names whose it is
        personal += [(name, "sources", value) for name, value in addresses.items()]
    elif provenance.platform is None:
        told |= addresses
    else:  # the address of a post carries its author's handle
        personal += [(name, "authors", value) for name, value in addresses.items()]
    for name, what, value in personal:
        told[name] = value if what in include else None
        if value is not None and what not in include:
            redaction.drop(what)
    return told


def _publisher(name: str | None, redaction: Redaction) -> str | None:
    """Return by which name a publisher may be told."""
    if name is None:
        return None
    known = redaction.published_as.get(name.casefold())
    if known is None:
        return redaction.text(name)
    redaction.drop("sources")
    return known


def _voices(claim: JsonObject, redaction: Redaction, include: frozenset[str]) -> None:
    """Replace in the chain of voices what may not be named."""
    attribution = claim["attribution"]
    chain = attribution["chain"] if isinstance(attribution, dict) else []
    for voice in chain if isinstance(chain, list) else []:
        if not isinstance(voice, dict):
            continue
        what = _PRIVATE.get(SourceKind(str(voice["kind"])), "")
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
