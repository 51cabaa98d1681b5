import pytest

from allegata.stages.convert.ocr_languages import (
    LATIN,
    Look,
    languages_of_script,
    languages_told,
    parse_look,
)

REPORT = (
    "Page number: 0\nOrientation in degrees: 90\nRotate: 270\nOrientation confidence: 5.14\n"
    "Script: Arabic\nScript confidence: 11.25\n"
)


def test_a_report_tells_script_and_turn() -> None:
    assert parse_look(REPORT) == Look("Arabic", 270)


@pytest.mark.parametrize(
    ("report", "look"),
    [
        ("", Look()),
        ("Too few characters. Skipping this page\n", Look()),
        (REPORT.replace("11.25", "0.4"), Look(None, 270)),
        (REPORT.replace("5.14", "1.1"), Look("Arabic", 0)),
        (REPORT.replace("270", "45"), Look("Arabic", 0)),
        (REPORT.replace("Arabic", "Ar/../abic"), Look(None, 270)),
    ],
)
def test_what_is_not_sure_is_not_told(report: str, look: Look) -> None:
    assert parse_look(report) == look


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ("eng",)),
        ("fr", ("fra",)),
        ("es", ("spa",)),
        ("ru", ("rus", "eng")),
        ("zh", ("chi_sim", "eng")),
        ("ar", ("ara", "eng")),
        ("xx", ()),
    ],
)
def test_a_told_language_has_its_data(language: str, wanted: tuple[str, ...]) -> None:
    assert languages_told(language) == wanted


@pytest.mark.parametrize(
    ("script", "first"),
    [
        ("Latin", "eng"),
        ("Cyrillic", "rus"),
        ("Han", "chi_sim"),
        ("Arabic", "ara"),
        ("Tamil", "eng"),
    ],
)
def test_a_script_has_its_languages(script: str, first: str) -> None:
    assert languages_of_script(script)[0] == first
    assert languages_of_script(None) == LATIN
