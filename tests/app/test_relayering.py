"""Layers never change: a later reading is fitted to those that are kept."""

from dataclasses import replace

from tests.store.casekit import LETTER, reading_of, source_of

from allegata.app.relayering import fit_layers
from allegata.model.casefile import StoredLayer
from allegata.model.document import TextLayer
from allegata.model.incident import Incident
from allegata.model.reading import Reading
from allegata.model.vocabularies import Event, LayerKind, Stage


def kept(layer: TextLayer) -> StoredLayer:
    return StoredLayer(layer, layer.sha256, "2031-04-09T10:00:00Z")


def with_incident(reading: Reading) -> Reading:
    ids = tuple(claim.id for claim in reading.claims)
    incident = Incident("i1", ids, Event.UNKNOWN, Stage.ACCOMPLISHED, None, (), (), (), (), ())
    first = replace(reading.claims[0], characterises=ids[1:])
    return replace(reading, incidents=(incident,), claims=(first, *reading.claims[1:]))


def test_the_same_text_is_the_layer_that_is_kept() -> None:
    reading = reading_of(source_of("a.txt", LETTER), LETTER)
    fitted = fit_layers(reading, [kept(reading.document.layers[0])])
    assert fitted.reading == reading
    assert fitted.new_layers == ()


def test_another_text_becomes_a_layer_of_its_own_and_its_claims_stand_in_it() -> None:
    source = source_of("a.txt", LETTER)
    before = reading_of(source, LETTER)
    after = with_incident(reading_of(source, LETTER + " More."))
    fitted = fit_layers(after, [kept(before.document.layers[0])])
    (layer,) = fitted.new_layers
    assert layer.id == "t1"
    claims = fitted.reading.claims
    assert {claim.trigger.layer for claim in claims} == {"t1"}
    assert {claim.evidence[0].layer for claim in claims} == {"t1"}
    assert {claim.counts[0].span.layer for claim in claims} == {"t1"}
    assert fitted.reading.document.blocks[0].layer == "t1"
    assert fitted.reading.mentions.people[0].span.layer == "t1"
    for claim in claims:
        assert layer.slice(claim.evidence[0].span) == claim.evidence[0].quote


def test_claims_of_another_layer_have_other_ids_wherever_they_are_named() -> None:
    source = source_of("a.txt", LETTER)
    before = reading_of(source, LETTER)
    after = with_incident(reading_of(source, LETTER + " More."))
    fitted = fit_layers(after, [kept(before.document.layers[0])]).reading
    ids = tuple(claim.id for claim in fitted.claims)
    assert not set(ids) & {claim.id for claim in before.claims}
    assert fitted.incidents[0].claims == ids
    assert fitted.claims[0].characterises == ids[1:]
    assert fitted.mentions.people[0].claims == ids[-1:]


def test_a_text_that_comes_back_is_the_old_layer_again() -> None:
    source = source_of("a.txt", LETTER)
    first = reading_of(source, LETTER)
    second = fit_layers(reading_of(source, LETTER + "!"), [kept(first.document.layers[0])])
    both = [kept(first.document.layers[0]), kept(second.new_layers[0])]
    assert fit_layers(first, both).reading == first
    again = fit_layers(reading_of(source, LETTER + "!"), both)
    assert (again.reading, again.new_layers) == (second.reading, ())


def test_a_translation_of_the_same_words_is_no_original() -> None:
    reading = reading_of(source_of("a.txt", LETTER), LETTER)
    layer = replace(reading.document.layers[0], kind=LayerKind.TRANSLATION, of="t9")
    fitted = fit_layers(reading, [kept(layer)])
    assert [new.id for new in fitted.new_layers] == ["t1"]
