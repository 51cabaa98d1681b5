"""Where annexes begin."""

from allegata.un.parts import find_headings


def test_headings_stand_on_lines_of_their_own() -> None:
    text = (
        "As told (see annex), three were hurt. Annex I to the report says so.\n\n"
        "Annex I to the letter dated 3 May 2031 from the Permanent Representative of Chad\n"
        "[Original: French]\nText.\n\nEnclosure\n\nMore.\n\nAPPENDIX II*\nEnd.\n"
    )
    found = find_headings(text)
    assert [(one.kind, one.original_language) for one in found] == [
        ("annex", "fr"),
        ("enclosure", None),
        ("appendix", None),
    ]
    assert [text[one.start :].split(maxsplit=1)[0] for one in found] == [
        "Annex",
        "Enclosure",
        "APPENDIX",
    ]


def test_headings_in_french_and_spanish_are_found() -> None:
    found = find_headings("Annexe I\n[Original : arabe]\nTexte.\n\nAnexo II\nTexto.\n")
    assert [(one.kind, one.original_language) for one in found] == [
        ("annex", "ar"),
        ("annex", None),
    ]


def test_a_list_of_annexes_is_no_heading() -> None:
    assert find_headings("Annex I. Map of the valley ........ 12\nThe annex is short.\n") == ()
