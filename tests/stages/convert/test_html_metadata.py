import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from allegata.model.document import Metadata, SourceFile
from allegata.model.source import Provenance
from allegata.stages.convert.convert import convert
from allegata.stages.convert.html_metadata import read_metadata


def metadata(head: str, body: str = "") -> Metadata:
    page = f"<html><head>{head}</head><body>{body}<p>Two were hurt.</p></body></html>"
    return read_metadata(etree.fromstring(page, etree.HTMLParser()))[0]


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "datePublished": "2031-05-04T10:00:00Z",
    "author": [{"@type": "Person", "name": "Adam Brel"}],
    "publisher": {"name": "Dorval Post"},
}


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2031-05-04T23:59:00+03:00">',
        '<meta name="DC.date.issued" content="2031-05-04">',
        '<meta itemprop="datePublished" content="2031-05-04 10:00">',
        linked(ARTICLE),
        linked([{"@type": "WebSite"}, ARTICLE]),
        linked({"@graph": [ARTICLE]}),
    ],
)
def test_the_day_of_publication_is_read(head: str) -> None:
    assert metadata(head).published == "2031-05-04"


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<time datetime="2031-05-04T10:00">Sunday</time>', "2031-05-04"),
        ('<time pubdate datetime="2031-05-04">x</time><time datetime="2031-06-01">', "2031-05-04"),
        ('<time datetime="2031-05-04">a</time><time datetime="2031-06-01">b</time>', None),
        ("<time>4 May</time>", None),
    ],
)
def test_a_time_counts_where_it_is_marked_or_alone(body: str, day: str | None) -> None:
    assert metadata("", body).published == day


@pytest.mark.parametrize(
    "value", ["4 May 2031", "05/04/2031", "2031-05", "2031-04-31", "0001-01-01", "1031-05-04", "-"]
)
def test_what_is_no_iso_day_is_no_date(value: str) -> None:
    assert metadata(f'<meta name="date" content="{value}">').published is None


def test_a_day_of_change_is_not_the_day_of_publication() -> None:
    head = '<meta property="article:modified_time" content="2031-06-01">'
    assert metadata(head + '<meta name="last-modified" content="2031-06-01">').published is None


def test_two_days_raise_a_doubt_and_the_plainest_is_taken() -> None:
    page = (
        '<html><head><meta name="date" content="2031-06-01">'
        '<meta property="article:published_time" content="2031-05-04"></head></html>'
    )
    found, doubts = read_metadata(etree.fromstring(page, etree.HTMLParser()))
    assert found.published == "2031-05-04"
    assert [doubt.code for doubt in doubts] == ["convert.html.dates_disagree"]


def test_who_wrote_and_who_published_it() -> None:
    assert metadata(linked(ARTICLE)) == Metadata(
        published="2031-05-04", author="Adam Brel", publisher="Dorval Post"
    )
    head = (
        '<meta name="author" content="A. Brel">'
        '<meta property="og:site_name" content="Dorval  Post">'
        '<meta property="article:author" content="https://example.org/brel">'
        '<link rel="canonical" href="https://example.org/1">'
    )
    assert metadata(head) == Metadata(
        author="A. Brel", publisher="Dorval Post", url="https://example.org/1"
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="https://example.org/brel">',
        f'<meta name="author" content="{"x" * 301}">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="canonical" href="/relative">',
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 5_000 + "</script>",
        linked({"datePublished": 7, "author": {"name": None}, "publisher": [1]}),
    ],
)
def test_what_is_no_name_and_no_address_is_left_out(head: str) -> None:
    assert metadata(head) == Metadata()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_any_linked_data_is_harmless(value: object) -> None:
    metadata(linked({"@graph": value, "datePublished": value, "author": value}).replace("\0", ""))


def test_what_was_told_stands_before_what_the_page_says() -> None:
    page = f"<html><head>{linked(ARTICLE)}</head><body><p>Two were hurt.</p></body></html>"
    silent = SourceFile("x", "p.html", page.encode(), "text/html", "utf-8", language="en")
    found = convert(silent)
    assert (found.published, found.provenance.publisher) == ("2031-05-04", "Dorval Post")
    told = SourceFile(
        "x",
        "p.html",
        page.encode(),
        "text/html",
        "utf-8",
        language="en",
        published="2031-07-01",
        provenance=Provenance(publisher="The council"),
    )
    found = convert(told)
    assert (found.published, found.provenance.publisher) == ("2031-07-01", "The council")
    assert found.provenance.author == "Adam Brel"
