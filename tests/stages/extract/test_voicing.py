"""Who says it, where a passage is set off as quoted."""

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.model.source import Provenance
from allegata.wiring import read


def voices(text: str, media_type: str) -> list[tuple[list[str], str, list[str]]]:
    """Each claim's voices, its stance and its counts."""
    content = text.encode()
    source = SourceFile(
        content_id(content),
        "note",
        content,
        media_type,
        "utf-8",
        language="en",
        published="2031-05-10",
        provenance=Provenance(author="Adam Brel"),
    )
    result = read(source)
    assert isinstance(result, Reading)
    return [
        (
            [voice.source for voice in claim.attribution.chain],
            claim.attribution.stance.value,
            [count.raw for count in claim.counts],
        )
        for claim in result.claims
    ]


QUOTED = "unnamed author of the quoted text"


def test_a_quoted_passage_is_passed_on_and_not_asserted() -> None:
    text = (
        "On 5 May, shells killed three people in Aleppo.\n\n"
        "> On 6 May, an air strike on a market in Raqqah killed\n> seven people.\n"
    )
    expected = [
        (["Adam Brel"], "asserts", ["three"]),
        (["Adam Brel", QUOTED], "reports", ["seven"]),
    ]
    assert voices(text, "text/markdown") == expected
    assert voices(f"From: a@x.org\n\n{text}", "message/rfc822") == expected


def test_a_block_quotation_of_a_page_is_another_voice_too() -> None:
    page = (
        "<p>On 5 May, shells killed three people in Aleppo.</p>"
        "<blockquote><p>On 6 May, an air strike in Raqqah killed seven people.</p></blockquote>"
    )
    assert [chain for chain, _, _ in voices(page, "text/html")] == [
        ["Adam Brel"],
        ["Adam Brel", QUOTED],
    ]


def test_a_letter_that_is_quoted_whole_speaks_for_itself() -> None:
    letter = (
        "Letter dated 6 May 2031 from the Permanent Representative of Chad to the United Nations "
        "addressed to the President of the Security Council\n\n"
        "On instructions from my Government, I wish to report that on 5 May shells killed three "
        "people in Aleppo.\n\n(Signed) Nescio Nomen"
    )
    quoted = "\n".join(f"> {line}" for line in letter.split("\n"))
    ((chain, _, _),) = voices(quoted, "text/markdown")
    assert QUOTED not in chain
    assert chain[0] == "TCD"


def test_a_state_that_names_itself_in_its_letter_is_no_second_voice() -> None:
    letter = (
        "Letter dated 16 March 2023 from the Permanent Representative of the Republic of "
        "Marenda to the United Nations addressed to the President of the Security Council\n\n"
        "On instructions from my Government, I have the honour to transmit the following.\n\n"
        "The Republic of Marenda insists that shells of the Coalition killed three people in "
        "Aleppo on 14 March 2023. The Ministry of Health said that two others were killed in "
        "Raqqah on 15 March 2023."
        "\n\n(Signed) Selim Orvane\nPermanent Representative\n"
    )
    own, quoted = voices(letter, "text/plain")
    assert own == (["Republic of Marenda", "Selim Orvane"], "asserts", ["three"])
    assert quoted == (
        ["Republic of Marenda", "Selim Orvane", "Ministry of Health"],
        "reports",
        ["two"],
    )


def test_a_state_that_said_it_is_a_voice() -> None:
    text = "The Republic of Marenda said that two people were killed in Tarnel."
    assert voices(text, "text/plain") == [
        (["Adam Brel", "Republic of Marenda"], "reports", ["two"]),
    ]
