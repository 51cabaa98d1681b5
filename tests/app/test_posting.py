"""Posts and translations that people put in."""

from dataclasses import replace

import pytest
from tests.store.casekit import (
    OTHER,
)

from allegata.app.case import Case
from allegata.model.decision import Action
from allegata.model.errors import InputError
from allegata.model.source import Provenance


def test_a_post_is_kept_with_its_provenance_and_read(empty: Case) -> None:
    told = Provenance(url="https://example.org/p/1", author="@tarnel", platform="example")
    post = {"provenance": told, "language": "en", "published": "2031-04-05", "name": "post"}
    first = empty.add_post(OTHER, **post, reviewer="r1")  # type: ignore[arg-type]
    assert empty.add_post(OTHER, **post, reviewer="r1") == first  # type: ignore[arg-type]
    shown = empty.document(first)
    assert shown.document is not None
    assert shown.document.provenance == told
    assert (shown.row.published, len(shown.claims)) == ("2031-04-05", 1)
    assert empty.original(first) == OTHER.encode()
    other = post | {"provenance": replace(told, url="https://example.org/p/2")}
    assert empty.add_post(OTHER, **other, reviewer="r1") != first  # type: ignore[arg-type]


def test_a_post_that_cannot_be_read_says_why(empty: Case) -> None:
    with pytest.raises(InputError) as caught:
        empty.add_post(
            "LOCKED", provenance=Provenance(), language=None, published=None, name="p", reviewer="r"
        )
    assert caught.value.code == "convert.locked"


def test_a_translation_stands_beside_its_original_and_makes_no_claims(
    case: Case, letter: str
) -> None:
    layer_id = case.add_translation(
        letter,
        of_layer="t0",
        text="SPÉCIMEN. 43 people were killed.",
        language="fr",
        translator="t-1",
        reviewer="r1",
    )
    shown = case.document(letter)
    assert shown.document is not None
    layer = shown.document.layer(layer_id)
    assert (layer.kind.value, layer.of, layer.language) == ("translation", "t0", "fr")
    assert len(shown.claims) == 3
    case.reread([letter], reviewer="r1")
    assert [item.id for item in shown.row.layers] == ["t0", layer_id]
    assert case.verify().problems == ()
    claim = shown.claims[0].current
    foreign = replace(claim.evidence[0], layer=layer_id, start=0, end=8, quote="SPÉCIMEN")
    with pytest.raises(InputError) as caught:
        case.decide(
            letter,
            action=Action.EDIT,
            proposal_id=shown.claims[0].id,
            claim=replace(claim, evidence=(foreign,)),
            reviewer="r1",
        )
    assert caught.value.code == "review.translation"
    with pytest.raises(InputError) as caught:
        case.add_translation(
            letter, of_layer=layer_id, text="x", language="es", translator="t", reviewer="r"
        )
    assert caught.value.code == "case.no_layer"
