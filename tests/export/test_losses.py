"""What a format loses stands in the docs too."""

from pathlib import Path

import pytest

from allegata.export.losses import losses_of

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "exports.md"


@pytest.mark.parametrize("form", ["table", "geojson", "ucdp-ged", "airwars", "acled"])
def test_every_loss_stands_in_the_docs(form: str) -> None:
    page = " ".join(PAGE.read_text("utf-8").split())
    missing = [loss for loss in losses_of(form) if loss not in page]
    assert losses_of(form)
    assert missing == []
