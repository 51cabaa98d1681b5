from lxml import etree

from allegata.model.document import Block
from allegata.stages.convert.html_article import article_lines, mark_furniture
from allegata.stages.convert.html_text import read_visible

PAGE = (
    "<body><p>Menu</p><p>Two were hurt in Dorval.</p><aside><p>A child was among them.</p></aside>"
    "<p><a>More news</a></p><p>Legal</p></body>"
)


def kinds(article: frozenset[str]) -> list[str]:
    seen = read_visible(etree.fromstring(PAGE, etree.HTMLParser()))
    text, _, blocks = seen.laid_out()
    return [block.kind for block in mark_furniture(text, blocks, seen, article)]


def test_without_an_article_only_the_markup_speaks() -> None:
    assert kinds(frozenset()) == ["paragraph", "paragraph", "furniture", "furniture", "paragraph"]


def test_what_is_chosen_is_text_and_slight_lines_around_it_are_not() -> None:
    article = frozenset(("TwowerehurtinDorval", "Achildwasamongthem"))
    assert kinds(article) == ["furniture", "paragraph", "paragraph", "furniture", "furniture"]


def test_a_short_page_has_no_article_to_choose() -> None:
    assert article_lines("<p>Two were hurt.</p>") == frozenset()


def test_blocks_keep_their_ranges() -> None:
    seen = read_visible(etree.fromstring(PAGE, etree.HTMLParser()))
    text, _, blocks = seen.laid_out()
    marked = mark_furniture(text, blocks, seen, frozenset())
    assert [(b.start, b.end) for b in marked] == [(b.start, b.end) for b in blocks]
    assert all(isinstance(block, Block) for block in marked)
