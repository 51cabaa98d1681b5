"""Countries are found under their whole names."""

import pytest

from allegata.places.country_phrases import find_countries


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Government of the Syrian Arab Republic said", ["Syrian Arab Republic"]),
        ("led by the United States of America.", ["United States of America"]),
        ("Iran (Islamic Republic of) and Iraq", ["Iran (Islamic Republic of)", "Iraq"]),
        ("Syria's army left Lebanon.", ["Syria", "Lebanon"]),
        ("the U.S. and the UK, not us", ["U.S.", "UK"]),
        ("from South Sudan to Sudan", ["South Sudan", "Sudan"]),
        ("Bosnia and Herzegovina and Serbia", ["Bosnia and Herzegovina", "Serbia"]),
        ("The Democratic Republic of the Congo", ["Democratic Republic of the Congo"]),
        ("Democratic People’s Republic of Korea", ["Democratic People’s Republic of Korea"]),
        ("Syrians, an American and Israeli forces", []),
        ("a turkey and some china", []),
        ("US-led and Pro-Iraq", []),
        ("", []),
    ],
)
def test_whole_names_are_found(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find_countries(text)] == names
