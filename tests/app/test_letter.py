"""The letter with which the project started: facts of its reading, none of its words."""

from pathlib import Path

import pytest

from allegata.model.claim import Claim, NormPayload, RequestPayload
from allegata.model.reading import Reading
from allegata.model.vocabularies import ClaimKind, Qualifier, Scope
from allegata.runners.inputs import iter_inputs
from allegata.wiring import read

RAQQAH = "geonames:172955"


@pytest.fixture(scope="module")
def reading(seed_letter: Path) -> Reading:
    (source,) = iter_inputs([str(seed_letter)])
    result = read(source)  # type: ignore[arg-type]
    assert isinstance(result, Reading)
    return result


def of_kind(reading: Reading, kind: ClaimKind) -> list[Claim]:
    return [claim for claim in reading.claims if claim.kind is kind]


def harm_on(reading: Reading, day: str) -> Claim:
    (claim,) = [
        claim
        for claim in of_kind(reading, ClaimKind.HARM)
        if claim.when is not None and claim.when.edtf == day
    ]
    return claim


def test_the_document_is_what_its_masthead_and_title_say(reading: Reading) -> None:
    doc = reading.document
    assert doc.media_type == "text/markdown"
    assert doc.language == "en"
    assert doc.un is not None
    assert doc.un.symbol is None
    assert doc.un.symbol_basis is None
    assert doc.un.kind == "identical_letters"
    assert (doc.un.dated, doc.un.issued) == ("2017-08-06", "2017-08-08")
    assert doc.un.distribution == "general"
    assert doc.un.original_language == "ar"
    assert doc.un.addressees == ("secretary_general", "president_of_the_security_council")
    (sender,) = doc.un.senders
    assert (sender.office, sender.state) == ("permanent_representative", "SYR")
    assert (sender.signatory, sender.title) == ("Bashar Ja'afari", "Ambassador")


def test_it_refers_to_one_letter_and_one_resolution(reading: Reading) -> None:
    previous, resolution = reading.document.references
    assert (previous.symbol, previous.dated, previous.relation) == (
        "S/2017/675",
        "2017-08-02",
        "previous",
    )
    assert [doubt.message for doubt in previous.doubts] == [
        "earlier letters of the series, unidentified"
    ]
    assert (resolution.symbol, resolution.relation) == ("S/RES/2253 (2015)", "cites")


def test_every_claim_is_the_governments_through_its_representative(reading: Reading) -> None:
    for claim in reading.claims:
        assert [voice.source for voice in claim.attribution.chain] == ["SYR", "Bashar Ja'afari"]
        assert claim.attribution.stance.value == "asserts"
        assert "on instructions" in claim.attribution.chain[0].raw


def test_the_strike_of_5_august(reading: Reading) -> None:
    claim = harm_on(reading, "2017-08-05")
    assert claim.when is not None
    assert claim.when.basis == "stated"
    assert claim.event.value == "air_strike"
    assert [mention.place.id for mention in claim.where if mention.place] == [RAQQAH]
    killed, injured = claim.counts
    assert (killed.low, killed.best, killed.high) == (43, 43, 43)
    assert killed.qualifier is Qualifier.STATED
    assert (killed.group.status.value, killed.group.status_basis.value) == ("civilian", "stated")
    assert (injured.low, injured.best, injured.high) == (None, None, None)
    assert injured.qualifier is Qualifier.VAGUE
    assert injured.raw == "dozens"
    assert (injured.group.status.value, injured.group.status_basis.value) == ("civilian", "implied")
    assert [doubt.message for doubt in claim.doubts if doubt.code == "count.several_sites"] == [
        "several sites under one total"
    ]


def test_most_of_them_is_composition_and_ambiguous(reading: Reading) -> None:
    killed, injured = harm_on(reading, "2017-08-05").counts
    (composition,) = injured.group.composition
    assert composition.share == "most"
    assert composition.of == (injured.id,)
    assert composition.alternatives == ((killed.id, injured.id),)
    assert composition.groups == ("women", "children", "elderly people")
    assert killed.group.composition == ()


def test_the_coalition_is_one_actor_with_its_framing_apart(reading: Reading) -> None:
    claim = harm_on(reading, "2017-08-05")
    (actor,) = claim.actors
    assert actor.name == "international coalition"
    assert (actor.kind, actor.led_by) == ("state_coalition", "USA")
    assert actor.framing == ("so-called", "illegal")
    assert (actor.role.value, actor.certainty.value) == ("attributed_to", "alleged")
    assert {one.name for c in reading.claims for one in c.actors} == {"international coalition"}


def test_means_and_targets_of_5_august(reading: Reading) -> None:
    claim = harm_on(reading, "2017-08-05")
    (means,) = claim.means
    assert (means.raw, means.delivery.value) == ("missiles", "air")
    assert means.cause.value == "heavy_weapons_and_explosive_munitions"
    (target,) = claim.targets
    assert (target.category.value, target.protected) == ("residential", True)


def test_the_strike_of_4_august(reading: Reading) -> None:
    claim = harm_on(reading, "2017-08-04")
    assert claim.when is not None
    assert claim.when.basis == "year_inherited"
    assert not [doubt for doubt in claim.doubts if doubt.code.startswith("date.")]
    (where,) = claim.where
    assert where.place is not None
    assert where.place.id == RAQQAH
    whole, children, woman = claim.counts
    assert (whole.best, whole.group.status.value, whole.group.relation) == (8, "civilian", "family")
    assert (children.best, children.group.age.value, children.group.sex.value) == (
        7,
        "child",
        "unknown",
    )
    assert (woman.best, woman.group.age.value, woman.group.sex.value) == (1, "adult", "f")
    assert woman.derivation.value == "ordinal"
    assert (children.part_of, woman.part_of) == (whole.id, whole.id)
    assert {count.outcome.value for count in claim.counts} == {"killed"}
    assert claim.targets == ()
    assert [(means.delivery.value, means.cause.value) for means in claim.means] == [
        ("air", "unknown")
    ]


def test_three_claims_of_conduct(reading: Reading) -> None:
    homes, hospital, phosphorus = of_kind(reading, ClaimKind.CONDUCT)
    assert homes.scope is Scope.AGGREGATE
    assert [target.category.value for target in homes.targets] == ["residential"]
    assert hospital.scope is Scope.INCIDENT
    assert [target.category.value for target in hospital.targets] == ["health"]
    assert hospital.targets[0].effect == "destroyed"
    assert hospital.when is not None
    assert (hospital.when.edtf, hospital.when.basis) == ("../2017-08-06", "open")
    assert phosphorus.scope is Scope.AGGREGATE
    assert [means.cause.value for means in phosphorus.means] == ["incendiary"]
    assert not any(claim.counts for claim in (homes, hospital, phosphorus))


def test_crimes_in_four_cities_are_a_pattern_without_a_count(reading: Reading) -> None:
    (pattern,) = [c for c in of_kind(reading, ClaimKind.HARM) if c.scope is Scope.AGGREGATE]
    assert pattern.counts == ()
    assert pattern.incident is None
    assert len(pattern.where) == 4
    for mention in pattern.where:
        assert mention.place is not None
        assert mention.place.precision.value == "settlement"
        assert any("adm1" in other.id for other in mention.place.alternatives)


def test_norms_and_what_they_are_said_of(reading: Reading) -> None:
    conduct = [claim.id for claim in of_kind(reading, ClaimKind.CONDUCT)]
    (pattern,) = [c.id for c in of_kind(reading, ClaimKind.HARM) if c.scope is Scope.AGGREGATE]
    said = {}
    for claim in of_kind(reading, ClaimKind.NORM):
        assert isinstance(claim.payload, NormPayload)
        key = (claim.payload.label, claim.payload.instrument)
        said[key] = (list(claim.characterises), [actor.name for actor in claim.actors])
    assert said == {
        ("internationally prohibited", None): ([conduct[2]], []),
        ("violation", "international law"): (conduct, []),
        ("violation", "international humanitarian law"): (conduct, []),
        ("war crimes", None): ([pattern], []),
        ("crimes against humanity", None): ([pattern], []),
        ("illegal", None): ([], ["international coalition"]),
        ("without permission", None): ([], ["international coalition"]),
        ("outside the United Nations", None): ([], ["international coalition"]),
    }


def test_what_is_asked_of_whom(reading: Reading) -> None:
    asked = []
    for claim in of_kind(reading, ClaimKind.REQUEST):
        assert isinstance(claim.payload, RequestPayload)
        asked.append((claim.payload.addressees, claim.payload.procedural))
    assert asked == [
        (None, False),
        (("security_council",), False),
        (("security_council",), False),
        (("secretary_general", "president_of_the_security_council"), True),
    ]


def test_nothing_else_is_claimed(reading: Reading) -> None:
    kinds = [claim.kind.value for claim in reading.claims]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "harm": 3,
        "conduct": 3,
        "norm": 8,
        "request": 4,
    }
    numbers = {count.best for claim in reading.claims for count in claim.counts}
    assert numbers == {43, None, 8, 7, 1}
    names = " ".join(actor.name for claim in reading.claims for actor in claim.actors).lower()
    assert not any(word in names for word in ("so-called", "illegal", "massacre"))
    assert "massacre" not in {claim.event.value for claim in reading.claims}


def test_two_incidents_have_counts_and_one_has_none(reading: Reading) -> None:
    tallies = [
        [(tally.outcome.value, tally.low, tally.high) for tally in incident.tallies]
        for incident in reading.incidents
    ]
    assert tallies == [
        [("killed", 43, 43), ("injured", None, None)],
        [("killed", 8, 8)],
        [],
    ]
