"""Letters by their formulas; lists of letters and news about them are none."""

import pytest

from allegata.un.letters import read_letter

TITLE = (
    "Letter dated 6 May 2031 from the Permanent Representative of Chad to the United Nations "
    "addressed to the President of the Security Council"
)
LETTER = f"""SPECIMEN: invented.

Security Council
Distr.: General
8 May 2031

{TITLE}*

Upon the instructions of my Government, I wish to inform you that five people were hurt.
The road was closed. I should be grateful if you would have the present letter and its annex
circulated as a document of the Security Council.

(Signed) Nescio Nomen
Ambassador
Permanent Representative

Annex

(Signed) Alius Nomen
"""


def test_a_letter_is_read_with_the_places_of_its_formulas() -> None:
    letter = read_letter(LETTER)
    assert letter is not None
    assert letter.instruction is not None
    assert letter.closing is not None
    assert LETTER[slice(*letter.instruction)] == "Upon the instructions of my Government"
    closing = LETTER[slice(*letter.closing)]
    assert closing.startswith("I should be grateful")
    assert closing.endswith("document of the Security Council.")
    assert LETTER[letter.title_start : letter.title_end] == TITLE
    assert LETTER[letter.body_start :].startswith("Upon the")
    assert LETTER[letter.signature_start :].startswith("(Signed) Nescio")
    assert LETTER[letter.end :].startswith("Annex")


def test_the_signatory_is_the_senders_and_not_that_of_the_annex() -> None:
    letter = read_letter(LETTER)
    assert letter is not None
    (sender,) = letter.senders
    assert (sender.state, sender.signatory, sender.title) == ("TCD", "Nescio Nomen", "Ambassador")


def test_several_senders_get_their_own_signatures() -> None:
    letter = read_letter(
        "Letter dated 6 May 2031 from the Permanent Representatives of Chad and Mali to the "
        "United Nations addressed to the Secretary-General\n\nWe have the honour.\n\n"
        "(Signed) A. Nomen\nAmbassador\n\n(Signed) B. Nomen\nAmbassador\n"
    )
    assert letter is not None
    assert [(one.state, one.signatory) for one in letter.senders] == [
        ("TCD", "A. Nomen"),
        ("MLI", "B. Nomen"),
    ]


@pytest.mark.parametrize(
    ("body", "instruction"),
    [
        ("On instructions from my Government, I report.", "On instructions from my Government"),
        (
            "Acting under instructions from my Government, I",
            "Acting under instructions from my Government",
        ),
        ("D’ordre de mon gouvernement, je signale.", "D’ordre de mon gouvernement"),
        (
            "Siguiendo instrucciones de mi Gobierno, informo.",
            "Siguiendo instrucciones de mi Gobierno",
        ),
        (
            "По поручению правительства моей страны сообщаю.",
            "По поручению правительства моей страны",
        ),
    ],
)
def test_the_instruction_formula_is_placed_in_each_language(body: str, instruction: str) -> None:
    text = f"{TITLE}\n\n{body}\n"
    letter = read_letter(text)
    assert letter is not None
    assert letter.instruction is not None
    assert text[slice(*letter.instruction)] == instruction


def test_a_note_verbale_is_read_though_nobody_signs() -> None:
    letter = read_letter(
        "Note verbale dated 25 May 2031 from the Permanent Mission of Chad to the United Nations "
        "addressed to the Secretary-General\n\nThe Permanent Mission presents its compliments to "
        "the Secretary-General.\n"
    )
    assert letter is not None
    assert (letter.kind, letter.senders[0].signatory) == ("note_verbale", None)
    assert letter.signature_start == letter.end


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"{TITLE}\n\n{TITLE.replace('6 May', '7 May')}\n",
        f"Documents of the month\n\n{TITLE}\n",
        f"Five people were hurt in the valley. {TITLE} says so. I have the honour to agree.",
        ("The ministry reported a strike in the valley. " * 10)
        + f"\n\n{TITLE}\n\n(Signed) N. N.\n",
    ],
)
def test_lists_of_letters_and_news_about_them_are_no_letters(text: str) -> None:
    assert read_letter(text) is None
