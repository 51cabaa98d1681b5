import pytest

from allegata.lang.languages import language_named


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ar", "ar"),
        ("EN", "en"),
        ("eng", "en"),
        ("English", "en"),
        (" french ", "fr"),
        ("Español", "es"),
        ("العربية", "ar"),
        ("中文", "zh"),
        ("zh-Hans", "zh"),
        ("pt_BR", "pt"),
        ("qaa", "qaa"),  # a code that is not in the list
        ("?", None),
        ("", None),
        ("several languages", None),
        ("English/French", None),
    ],
)
def test_a_language_goes_by_its_codes_and_names(name: str, code: str | None) -> None:
    assert language_named(name) == code
