"""A layer in passages: every word in one of them, and none in two."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.test_search_forms import TEXTS

from allegata.model.document import Box, Region, TextLayer
from allegata.model.vocabularies import LayerKind
from allegata.text.passages import LONGEST, passages_of
from allegata.text.search_forms import search_forms


def layer_of(text: str, *regions: Region) -> TextLayer:
    return TextLayer("t0", LayerKind.NATIVE, "plain@1", text, regions)


def quotes(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in passages_of(layer_of(text))]


def test_a_passage_is_a_paragraph_with_its_lines() -> None:
    text = "\n\n A heading\n \nOne line\nand another.\r\n\r\nLast\f Next page\n---\n\n***\n\n"
    assert quotes(text) == ["A heading", "One line\nand another.", "Last", "Next page\n---"]


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    sentence = "The gunmen left, and the people of Tarnel came back. "
    text = sentence * 100
    found = quotes(text)
    assert len(found) > 3
    assert all(len(words) <= LONGEST and words.endswith("came back.") for words in found)


def test_what_has_no_sentences_is_cut_between_words_and_at_last_anywhere() -> None:
    assert all(words.endswith("word") for words in quotes("word " * 1_000))
    assert [len(words) for words in quotes("x" * 3_200)] == [1_500, 1_500, 200]
    chinese = "联军轰炸了国立医院，平民死亡。" * 200
    assert all(words.endswith("。") for words in quotes(chinese))


def test_a_passage_knows_its_pages() -> None:
    text = "One. Two. Three."
    box = Box(0, 0, 1, 1)
    regions = (Region(0, 4, 1, box), Region(5, 9, 1, box), Region(10, 16, 2, box))
    (passage,) = passages_of(layer_of(text, *regions))
    assert passage.pages == ((0, 1), (10, 2))


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=4).map("\n\n".join))
def test_every_word_is_in_one_passage(text: str) -> None:
    passages = passages_of(layer_of(text))
    ends = [0, *(passage.end for passage in passages)]
    for passage, before in zip(passages, ends, strict=False):
        assert before <= passage.start < passage.end
        forms = search_forms(text[passage.start : passage.end])
        assert (passage.words, passage.others) == (forms.words_text, forms.others_text)
    between = zip(ends, [*(passage.start for passage in passages), len(text)], strict=True)
    assert all(not search_forms(text[start:end]).words for start, end in between)
