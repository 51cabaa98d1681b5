from lxml import etree

from allegata.stages.convert.html_text import read_visible


def text_of(page: str) -> str:
    return read_visible(etree.fromstring(page, etree.HTMLParser())).laid_out()[0]


def test_blanks_collapse_as_a_browser_collapses_them() -> None:
    assert text_of("<p> Two \n\t people<b> were</b>hurt <i>here</i>.</p>") == (
        "Two people werehurt here."
    )


def test_blocks_stand_on_their_own_lines() -> None:
    assert text_of("<div>One<p>Two</p>Three</div>") == "One\nTwo\nThree"


def test_preformatted_text_keeps_its_lines() -> None:
    assert text_of("<pre>Hurt:\n  2</pre>") == "Hurt:\n  2"


def test_hidden_scripts_are_no_hidden_text() -> None:
    seen = read_visible(etree.fromstring("<p>Two<script>x</script></p>", etree.HTMLParser()))
    assert seen.hidden == []
