"""What a case's codebook says of counting and grading."""

from importlib import resources

import pytest

from allegata.app.linked import Settings
from allegata.app.settings import settings_of
from allegata.model.errors import ConfigError


def test_the_codebook_of_a_new_case_has_the_usual_settings() -> None:
    codebook = resources.files("allegata.stages.resolve").joinpath("codebook.toml")
    assert settings_of(codebook.read_text("utf-8")) == Settings()


def test_an_older_codebook_goes_on_to_hold() -> None:
    assert settings_of('version = "allegata-1"\nvague_words = "acled"') == Settings(table="acled")


@pytest.mark.parametrize("line", ['rule = "mine@1"', 'vague_words = "all"', "grade_scheme = 5"])
def test_what_is_none_is_refused_with_what_there_is(line: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings_of(line)
    assert caught.value.code == "codebook.unknown"
    assert "Choose one of" in caught.value.hint


def test_a_broken_codebook_says_what_to_do() -> None:
    with pytest.raises(ConfigError) as caught:
        settings_of("rule = ")
    assert caught.value.code == "codebook.unreadable"


def test_kinds_of_source_have_the_order_that_the_codebook_gives() -> None:
    told = settings_of('rule = "hierarchy@1"\nsource_order = ["medical", ["ngo", "local"]]')
    assert told.order == (("medical",), ("ngo", "local"))
    assert told.rule not in told.others()


def test_a_project_without_an_order_is_not_offered_the_rule_that_asks_for_one() -> None:
    assert "hierarchy@1" not in Settings().others()
    assert "hierarchy@1" in Settings(order=(("ngo",),)).others()


@pytest.mark.parametrize(
    ("codebook", "code"),
    [
        ('rule = "hierarchy@1"', "codebook.no_order"),
        ('source_order = ["ngo", "bloggers"]', "codebook.unknown"),
        ('source_order = ["ngo", ["media", "ngo"]]', "codebook.twice"),
        ("source_order = 3", "codebook.unknown"),
    ],
)
def test_an_order_that_cannot_be_is_refused(codebook: str, code: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings_of(codebook)
    assert caught.value.code == code
