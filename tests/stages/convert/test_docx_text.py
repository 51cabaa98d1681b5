from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from allegata.stages.convert.docx_text import Seen, W, walk


def story(*shapes: str) -> etree._Element:
    """Return a body in which ``p`` is a paragraph with text and ``t`` a table of one such cell."""
    body = etree.Element(f"{W}body")
    for shape in shapes:
        at = body
        if shape == "t":
            for name in ("tbl", "tr", "tc"):
                at = etree.SubElement(at, W + name)
        run = etree.SubElement(etree.SubElement(at, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}t").text = shape
    return body


@given(st.lists(st.sampled_from("pt"), max_size=12))
def test_every_paragraph_is_found_once_at_its_own_path(shapes: list[str]) -> None:
    found = list(walk(story(*shapes), "body", Seen()))
    assert [paragraph.text for paragraph in found] == shapes
    assert len({paragraph.path for paragraph in found}) == len(shapes)


def test_a_deep_file_does_not_exhaust_the_stack() -> None:
    body = etree.Element(f"{W}body")
    at = body
    for _ in range(3000):
        at = etree.SubElement(at, f"{W}sdt")
    run = etree.SubElement(etree.SubElement(at, f"{W}p"), f"{W}r")
    etree.SubElement(run, f"{W}t").text = "Deep"
    assert [(p.path, p.text) for p in walk(body, "body", Seen())] == [("body/p[1]", "Deep")]
