"""Accounts of a document: one for each incident, with its best day, its ground, its words."""

import datetime as dt

from tests.stages.resolve.accountkit import account

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.linking import Account, ClaimRef, LinkDecision, LinkOutcome
from allegata.model.reading import Reading
from allegata.model.vocabularies import Event, Outcome
from allegata.stages.resolve.accounts import (
    accounts_of,
    leading_account,
    name_keys,
    whole_account,
)
from allegata.wiring import read


def reading_of(text: str, published: str = "2031-03-07") -> Reading:
    content = text.encode()
    found = read(
        SourceFile(
            content_id(content),
            "note.txt",
            content,
            "text/plain",
            "utf-8",
            language="en",
            published=published,
        )
    )
    assert isinstance(found, Reading)
    return found


def accounts(text: str, *decisions: LinkDecision) -> tuple[Account, ...]:
    told = reading_of(text)
    return accounts_of(told.document, told.claims, told.mentions, decisions=decisions)


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


def test_an_account_has_its_day_its_toll_and_its_publication() -> None:
    (found,) = accounts("SPECIMEN. On 5 March 2031, shelling of Aleppo killed nine people.")
    assert (found.days, found.published) == ((day("2031-03-05"),) * 2, day("2031-03-07"))
    assert [(toll.outcome, toll.bounds.low) for toll in found.tolls] == [(Outcome.KILLED, 9)]
    assert (found.event, [place.name for place in found.grounds]) == (Event.SHELLING, ["Aleppo"])


def test_an_act_without_a_day_has_none() -> None:
    (found,) = accounts("SPECIMEN. Shelling killed nine people in Aleppo.")
    assert (found.days, found.is_dated) == (None, False)


def test_a_list_of_incidents_with_days_and_places_of_their_own_is_a_roll() -> None:
    text = (
        "SPECIMEN. On 5 March 2031, shelling of Aleppo killed nine people.\n\n"
        "On 2 March 2031, gunmen shot dead two men in Homs.\n\n"
        "On 1 March 2031, an air strike on Idlib killed four women."
    )
    found = accounts(text)
    assert [one.roll == one.document for one in found] == [True, True, True]
    assert [one.roll for one in accounts(text.rsplit("\n\n", 1)[0])] == ["", ""]


def test_a_persons_different_splits_an_account() -> None:
    text = (
        "SPECIMEN. On 5 March 2031, shelling of Aleppo killed nine people. "
        "The shelling of Aleppo wounded four."
    )
    (whole,) = accounts(text)
    first, last = (ClaimRef(whole.document, whole.claims[at]) for at in (0, -1))
    assert first != last
    different = LinkDecision("1", first, last, LinkOutcome.DIFFERENT, "r1", "2031-04-01T00:00:00Z")
    parts = accounts(text, different)
    assert [len(part.claims) for part in parts] == [len(whole.claims) - 1, 1]
    assert len({part.id for part in parts}) == 2


def test_a_document_that_tells_of_no_incident_is_an_account_of_where_and_whom() -> None:
    told = reading_of("SPECIMEN. The trial of Nemo Quidam went on in Aleppo on Monday.")
    found = whole_account(told.document, told.mentions)
    assert (found.claims, found.days) == ((), None)
    assert [place.name for place in found.grounds] == ["Aleppo"]


def test_the_leading_account_is_the_first_that_tells_of_harm() -> None:
    damage, harm = account("a"), account("b", killed=2)
    assert leading_account([damage, harm]) == harm
    assert leading_account([damage]) == damage
    assert leading_account([]) is None


def test_people_without_a_full_name_have_no_key() -> None:
    told = reading_of("SPECIMEN. Gunmen killed Nemo Quidam, 34, and a driver in Aleppo on Monday.")
    assert name_keys(told.mentions.people) in ((), ("nemo quidam",))
