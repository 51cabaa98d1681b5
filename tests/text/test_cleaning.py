from allegata.text.cleaning import reading_view


def test_marks_of_quotes_go_and_the_lines_they_broke_are_joined() -> None:
    text = "> An air strike on the market of Dorval killed\n> two people.\n> > Three, I heard.\n"
    view, offsets = reading_view(text, markdown=False, quoted=True)
    assert view == ("An air strike on the market of Dorval killed two people.\nThree, I heard.\n")
    at = view.index("Three")
    start, end = offsets.to_source(at, at + 5)
    assert text[start:end] == "Three"
    assert reading_view(text, markdown=True)[0] == view
    assert reading_view(text, markdown=False)[0].startswith("> An")


def test_lines_of_markup_are_not_joined() -> None:
    text = "Two people were hurt in a strike on the market of Dorval\nThe council said so."
    assert reading_view(text, markdown=False, wrapped=False)[0] == text
    assert reading_view(text, markdown=False)[0] == text.replace("\n", " ")
