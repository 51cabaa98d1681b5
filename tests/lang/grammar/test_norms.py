"""Legal characterisations and requests."""

import pytest

from allegata.lang.grammar.norms import find_norms, find_standings
from allegata.lang.grammar.requests import find_requests
from allegata.lang.pack import load_pack

PACK = load_pack("en")


def test_one_violation_for_each_norm_that_is_named() -> None:
    text = "This is a grave breach of international law and international human rights law."
    assert [(n.label, n.instrument, n.subject) for n in find_norms(text, PACK)] == [
        ("violation", "international law", "This"),
        ("violation", "international human rights law", "This"),
    ]


def test_a_norm_without_a_predicate_characterises_nothing() -> None:
    assert find_norms("The committee discussed war crimes.", PACK) == ()


def test_what_a_relative_clause_says_of_standing() -> None:
    text = "this illegal force, which was set up without the consent of the Government"
    assert [found.label for found in find_standings(text, PACK)] == [
        "illegal",
        "without permission",
    ]


def test_a_passive_request_names_no_addressee() -> None:
    (ask,) = find_requests("The siege must be lifted.", PACK)
    assert (ask.subject, ask.action, ask.addressee) == ("The siege", "be lifted", None)


def test_a_coordinated_request_is_two() -> None:
    text = "My Government calls upon the Security Council to condemn the act and to protect us."
    assert [(ask.action, ask.addressee) for ask in find_requests(text, PACK)] == [
        ("condemn the act", "security_council"),
        ("protect us", "security_council"),
    ]


def test_circulation_is_procedural() -> None:
    text = "I should be grateful if you would have the present letter issued as a document."
    (ask,) = find_requests(text, PACK)
    assert ask.procedural


def test_what_must_be_noted_is_no_request() -> None:
    assert find_requests("It must be noted that two men died.", PACK) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The raid contravenes the Charter of the United Nations.",
            [("violation", "Charter of the United Nations")],
        ),
        (
            "The port was closed in breach of international humanitarian law.",
            [("violation", "international humanitarian law")],
        ),
        ("The shelling was unlawful, because no soldier was near.", [("illegal", None)]),
        (
            "The use of these bombs is a war crime and a crime against humanity.",
            [("war crimes", None), ("crimes against humanity", None)],
        ),
    ],
)
def test_a_verb_an_adverbial_or_a_predicate_makes_a_norm(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    norms = find_norms(text, load_pack("en"))
    assert [(norm.label, norm.instrument) for norm in norms] == found


@pytest.mark.parametrize(
    "text",
    [
        "The officers are investigating claims that war crimes were committed.",
        "The illegal structures were removed.",
        "The court was asked, in violation cases, to sit on Mondays.",
    ],
)
def test_a_label_alone_is_no_norm(text: str) -> None:
    assert find_norms(text, load_pack("en")) == ()
