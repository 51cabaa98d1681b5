import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.converted import Converted, check
from allegata.stages.convert.html import convert_html

PAGE = """<!doctype html><html lang="en"><head><title>Dorval Post</title>
<style>p{}</style><script>var dead = 99</script></head><body>
<header><a href="/">Home</a> <a href="/w">World</a></header>
<nav><ul><li><a href="/a">Politics</a></li></ul></nav>
<main><article><h1>Two hurt in Dorval &amp; Mérac</h1>
<p>The council says that one is a child.</p>
<p>Two people were <b>hurt</b> near the
   market in <a href="/d">Dorval</a> on 3 May 2031, the council said in a statement.<br>It gave
   no names.</p>
<p style="display: none">Ninety-nine people died.</p>
<p>The hospital treated two people, one of them a child of nine, and said that both were out of
danger by Monday evening and would be allowed to go home within the week.</p>
<figure><img alt="a wall"><figcaption>A wall in Dorval.</figcaption></figure>
<table><tr><th>Hurt</th><td>2</td></tr></table></article></main>
<footer>All rights reserved. <a href="/c">Contact</a></footer></body></html>"""


def read(content: bytes) -> Converted:
    found = convert_html(SourceFile("sha256:0", "page.html", content, "text/html", "utf-8"))
    check(found)
    return found


def refusal(content: bytes) -> InputError:
    with pytest.raises(InputError) as refused:
        read(content)
    assert "page.html" in refused.value.message
    assert refused.value.hint
    return refused.value


def test_the_page_is_read_as_a_reader_sees_it() -> None:
    found = read(PAGE.encode())
    text = found.layers[0].text
    assert [(block.kind, text[block.start : block.end]) for block in found.blocks] == [
        ("furniture", "Home World"),
        ("furniture", "Politics"),
        ("heading", "Two hurt in Dorval & Mérac"),
        ("paragraph", "The council says that one is a child."),
        (
            "paragraph",
            (
                "Two people were hurt near the market in Dorval on 3 May 2031, the council said "
                "in a statement.\nIt gave no names."
            ),
        ),
        (
            "paragraph",
            (
                "The hospital treated two people, one of them a child of nine, and said that "
                "both were out of danger by Monday evening and would be allowed to go home within "
                "the week."
            ),
        ),
        ("caption", "A wall in Dorval."),
        ("cell", "Hurt"),
        ("cell", "2"),
        ("furniture", "All rights reserved. Contact"),
    ]


def test_each_piece_names_its_element() -> None:
    layer = read(PAGE.encode()).layers[0]
    tree = etree.fromstring(PAGE, etree.HTMLParser())
    for region in layer.regions:
        assert tree.xpath(f"count({region.path})") == 1.0
        words = str(tree.xpath(f"string({region.path})")).split()
        assert layer.text[region.start : region.end] in " ".join(words)
    paths = {layer.text[r.start : r.end]: r.path for r in layer.regions}
    assert paths["hurt"] == "/html[1]/body[1]/main[1]/article[1]/p[2]/b[1]"


def test_hidden_text_is_left_out_with_a_doubt() -> None:
    found = read(PAGE.encode())
    assert "Ninety-nine" not in found.layers[0].text
    (doubt,) = found.doubts
    assert doubt.code == "convert.html.hidden_text"
    assert "/html[1]/body[1]/main[1]/article[1]/p[3]" in doubt.message


@pytest.mark.parametrize(
    "mark",
    [
        "hidden",
        'style="visibility:hidden"',
        'style="font-size:0px"',
        'style="opacity: 0"',
        'style="position:absolute;left:-9999px"',
    ],
)
def test_every_way_of_hiding_in_the_markup_is_seen(mark: str) -> None:
    found = read(f"<p>Two</p><p {mark}>Nine</p>".encode())
    assert found.layers[0].text == "Two"
    assert [doubt.code for doubt in found.doubts] == ["convert.html.hidden_text"]


@pytest.mark.parametrize("mark", ['style="opacity:0.5"', 'style="font-size:0.9em"', "class=hidden"])
def test_what_only_looks_like_hiding_is_text(mark: str) -> None:
    found = read(f"<p {mark}>Two</p>".encode())
    assert (found.layers[0].text, found.doubts) == ("Two", ())


def test_a_page_without_visible_text_is_refused() -> None:
    assert refusal(b"<html><body><script>var x = 1</script>").code == "convert.html.no_text"


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><p>&b;</p></html>',
        b'<!DOCTYPE x [\n<!ENTITY % p SYSTEM "http://127.0.0.1:9/">]><p>Two</p>',
    ],
)
def test_a_page_that_declares_entities_is_refused(content: bytes) -> None:
    assert refusal(content).code == "convert.html.entities"


def test_nesting_too_deep_to_be_read_whole_is_refused() -> None:
    assert refusal(b"<html>" + b"<div>" * 60_000 + b"Two").code == "convert.html.too_deep"


def test_deep_but_real_nesting_is_read() -> None:
    assert read(b"<html>" + b"<div>" * 500 + b"Two").layers[0].text == "Two"


def test_odd_bytes_and_entities_are_shown_not_dropped() -> None:
    assert (
        read(b"<p>Mar\xffket &bogus; &eacute; &#1580;").layers[0].text == "Mar\ufffdket &bogus; é ج"
    )


WORDS = st.text("abcXYZ ابت中\n\t<&", max_size=20)


@given(st.lists(st.tuples(st.sampled_from(["p", "b", "div", "li", "td", "pre", "a"]), WORDS)))
def test_no_visible_letter_is_ever_lost(elements: list[tuple[str, str]]) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;")

    page = "<html><body>Start " + "".join(f"<{t}>{escaped(w)}</{t}>" for t, w in elements)
    found = read(page.encode())
    letters = "Start" + "".join(words for _, words in elements)
    assert "".join(found.layers[0].text.split()) == "".join(letters.split())
