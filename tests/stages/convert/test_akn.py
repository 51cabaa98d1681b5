import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from allegata.model.document import Metadata, SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.akn import convert_akn
from allegata.stages.convert.akn_text import local_name
from allegata.stages.convert.converted import Converted, check
from allegata.un.masthead import read_masthead

META = """<meta>
  <identification source="#x">
    <FRBRWork>
      <FRBRuri value="/akn/un/statement/deliberation/unsc/2031-05-06/9964-2031/"/>
    </FRBRWork>
    <FRBRExpression><FRBRdate date="2031-05-08" name="publication"/>
      <FRBRlanguage language="eng"/></FRBRExpression>
  </identification>
  <classification><keyword value="SANCTIONS" showAs="SANCTIONS"/></classification>
  <analysis><parliamentary><voting><count value="15"><voters>
    <organization>CHAD</organization></voters></count></voting></parliamentary></analysis>
  <presentation><x:footerFirstPage xmlns:x="http://un.org/akn4un"><x:internalCode>
    <docketNumber>31-13576 (E)</docketNumber></x:internalCode></x:footerFirstPage></presentation>
</meta>"""
COVER = """<coverPage>
  <p><span refersTo="#publisher"><docAuthority refersTo="#publisher">United Nations</docAuthority>
  </span></p>
  <p><docNumber refersTo="#symbol">S/RES/9964 (2031)</docNumber></p>
  <p><img src="logo.jpg"/><docAuthority refersTo="#issuingBody">Security Council</docAuthority></p>
  <p><docStatus refersTo="#generalDistribution">Distr.: General</docStatus></p>
  <p><docDate date="2031-05-08" refersTo="#dateOfIssuance">8 May 2031</docDate></p>
  <p xml:space="preserve"><docTitle>\t\tResolution 9964 (2031)</docTitle></p>
</coverPage>"""
BODY = """<preamble>
  <formula><p xml:space="preserve">\t<span class="italic">The Security Council</span>,</p></formula>
  <container name="Condemning"><p xml:space="preserve">\t<span>Condemning</span> the attack on
    Dorval, in which two people were killed,</p></container>
</preamble>
<mainBody>
  <paragraph class="H4"><subheading>Reporting</subheading></paragraph>
  <paragraph><num>1.</num><content><p>Recalls resolution <a href="u">9950 (20</a><a href="u">30</a>
   <a href="u">)</a>;<authorialNote marker="1"><p>Ibid., annex.</p></authorialNote></p></content>
  </paragraph>
  <paragraph><num>2.</num><list><intro><p>Decides:</p></intro>
    <point><num>(a)</num><content><p>To go on;</p></content></point></list></paragraph>
  <paragraph><num>3.</num></paragraph>
  <paragraph><content><p>Table</p><table><tr><th>Hurt</th><td>2</td></tr></table></content>
  </paragraph>
</mainBody>
<conclusions><p><inline>1st meeting</inline><eol/><docDate>6 May 2031</docDate></p></conclusions>
<attachments><attachment><doc name="annex"><meta><identification/></meta>
  <mainBody><p>Annex</p></mainBody></doc></attachment></attachments>"""


def akn(*parts: str, before: str = "") -> bytes:
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>{before}<!-- SPECIMEN -->"
        "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>"
        f"<statement name='resolution'>{''.join(parts)}</statement></akomaNtoso>"
    ).encode()


def read(content: bytes) -> Converted:
    found = convert_akn(SourceFile("sha256:0", "r.xml", content, "application/akn+xml", "utf-8"))
    check(found)
    return found


def blocks(found: Converted) -> list[tuple[str, str]]:
    text = found.layers[0].text
    return [(block.kind, text[block.start : block.end]) for block in found.blocks]


def test_the_text_comes_block_by_block_and_the_machines_words_stay_out() -> None:
    assert blocks(read(akn(META, COVER, BODY))) == [
        ("paragraph", "United Nations"),
        ("paragraph", "S/RES/9964 (2031)"),
        ("paragraph", "Security Council"),
        ("paragraph", "Distr.: General"),
        ("paragraph", "8 May 2031"),
        ("furniture", "31-13576 (E)"),
        ("heading", "Resolution 9964 (2031)"),
        ("paragraph", "The Security Council,"),
        ("paragraph", "Condemning the attack on Dorval, in which two people were killed,"),
        ("heading", "Reporting"),
        ("paragraph", "1. Recalls resolution 9950 (2030 );"),
        ("footnote", "1 Ibid., annex."),
        ("paragraph", "2. Decides:"),
        ("list_item", "(a) To go on;"),
        ("paragraph", "3."),
        ("paragraph", "Table"),
        ("cell", "Hurt"),
        ("cell", "2"),
        ("paragraph", "1st meeting\n6 May 2031"),
        ("paragraph", "Annex"),
    ]


def test_what_the_file_says_of_itself_is_kept_apart() -> None:
    assert read(akn(META, COVER, BODY)).metadata == Metadata(
        symbol="S/RES/9964 (2031)",
        issued="2031-05-08",
        language="en",
        annexes=(read(akn(META, COVER, BODY)).layers[0].text.index("Annex"),),
    )


@pytest.mark.parametrize("date", ["0001-01-01", "2031-13-01", "2031-04-31", "", "soon"])
def test_what_is_no_date_is_none(date: str) -> None:
    found = read(akn(META.replace("2031-05-08", date), COVER))
    assert found.metadata.issued is None
    impossible = date not in ("", "0001-01-01")
    assert [doubt.code for doubt in found.doubts] == ["un.date_impossible"] * impossible


def test_the_masthead_is_read_from_it() -> None:
    head = read_masthead(read(akn(META, COVER, BODY)).layers[0].text)
    assert (head.symbol, head.organ, head.issued) == ("S/RES/9964 (2031)", "S", "2031-05-08")
    assert (head.distribution, head.job_number) == ("general", "31-13576")


def test_the_masthead_comes_in_its_printed_order_wherever_the_file_has_it() -> None:
    lines = re.findall(r"<p.*?</p>", COVER, re.DOTALL)
    voters = "<preface><voters><organization>CHAD</organization></voters></preface>"
    jumbled = f"<coverPage>{''.join(reversed(lines))}</coverPage>"
    found = blocks(read(akn(META, voters, jumbled, BODY)))
    assert [text for _, text in found[:7]] == [
        "United Nations",
        "S/RES/9964 (2031)",
        "Security Council",
        "Distr.: General",
        "8 May 2031",
        "31-13576 (E)",
        "Resolution 9964 (2031)",
    ]
    assert found[7] == ("furniture", "CHAD")


def test_every_region_names_its_element() -> None:
    layer = read(akn(META, COVER, BODY)).layers[0]
    at = layer.text.index("To go on")
    (region,) = [one for one in layer.regions if one.start <= at < one.end]
    assert region.path == (
        "/akomaNtoso[1]/statement[1]/mainBody[1]/paragraph[3]/list[1]/point[1]/content[1]/p[1]"
    )
    paths = [one.path for one in layer.regions if one.path]
    assert any(path.endswith("/authorialNote[1]/@marker") for path in paths)
    assert any(path.startswith("/akomaNtoso[1]/statement[1]/meta[1]/") for path in paths)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (akn(COVER, before='<!DOCTYPE a [<!ENTITY b "&c;">]>'), "convert.akn.entities"),
        (akn(COVER, before="<!DOCTYPE a SYSTEM 'a.dtd'>"), "convert.akn.entities"),
        (akn(COVER)[:600], "convert.akn.damaged"),
        (b"<?xml version='1.0'?><akomaNtoso", "convert.akn.damaged"),
        (akn(COVER, "<b>One</c></d></e></f></g><p>Two were hurt.</p>"), "convert.akn.damaged"),
        (akn(META), "convert.akn.empty"),
        (akn(META, "<mainBody><p> </p></mainBody>"), "convert.akn.empty"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(content: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        read(content)
    assert refused.value.code == code
    assert "r.xml" in refused.value.message
    assert refused.value.hint


def test_broken_markup_is_read_with_a_doubt_where_no_letter_is_lost() -> None:
    broken = "<mainBody><paragraph>Statement</docTitle></p><p>Two were hurt.</p></mainBody>"
    found = read(akn(COVER, broken))
    assert blocks(found)[-2:] == [
        ("paragraph", "Statement"),
        ("paragraph", "Two were hurt."),
    ]
    assert [doubt.code for doubt in found.doubts] == ["convert.akn.markup_broken"]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1)


@settings(deadline=None)  # lxml is slow on its first call
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_no_letter_is_lost_or_added(paragraphs: list[str]) -> None:
    body = etree.Element("mainBody")
    for words in ("Text", *paragraphs):
        etree.SubElement(body, "p").text = words
    found = read(akn(COVER, etree.tostring(body, encoding="unicode")))
    text = found.layers[0].text
    assert squeezed(text).endswith(squeezed("Text" + "".join(paragraphs)))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.shared
def test_the_texts_of_the_united_nations_are_whole(shared: Path) -> None:
    paths = sorted((shared / "data" / "un-docs").glob("unxml-*/*.xml"))
    assert paths
    for path in paths:
        content = path.read_bytes()
        found = read(content)
        parser = etree.XMLParser(remove_comments=True, recover=True)
        root = etree.fromstring(content, parser)
        for node in list(root.iter("{*}meta", "{*}authorialNote")):
            node.text = None
            for child in list(node):
                node.remove(child)
        layer = found.layers[0].text
        kept = [b for b in found.blocks if b.kind not in ("furniture", "footnote")]
        text = "".join(layer[block.start : block.end] for block in kept)
        assert squeezed(text) == squeezed("".join(map(str, root.itertext()))), path.name
        assert read_masthead(layer).symbol == found.metadata.symbol, path.name
        assert local_name(root) == "akomaNtoso"
