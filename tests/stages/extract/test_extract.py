"""Sentences read together, in our own words about invented events."""

from allegata.model.claim import Claim, PositionPayload
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.model.vocabularies import Basis, ClaimKind, Derivation, Scope
from allegata.wiring import read


def reading(text: str) -> Reading:
    content = text.encode()
    source = SourceFile(
        content_id(content),
        "note.txt",
        content,
        "text/plain",
        "utf-8",
        language="en",
        published="2031-03-10",
    )
    result = read(source)
    assert isinstance(result, Reading)
    return result


def claims(text: str) -> list[Claim]:
    return list(reading(text).claims)


def test_a_second_sentence_adds_to_the_first_claim() -> None:
    (claim,) = claims(
        "On 5 March, warplanes of the coalition killed 12 people. The coalition fired missiles at "
        "homes in Aleppo."
    )
    assert [mention.raw for mention in claim.where] == ["Aleppo"]
    assert [means.raw for means in claim.means] == ["missiles"]
    assert len(claim.evidence) == 2


def test_an_act_before_its_harm_lends_its_place_and_its_weapon() -> None:
    (claim,) = claims("On 5 March, shells hit a market in Aleppo. Three people were killed.")
    assert claim.kind is ClaimKind.HARM
    assert [target.category.value for target in claim.targets] == ["market"]
    assert claim.when is not None
    assert claim.when.edtf == "2031-03-05"


def test_another_day_is_another_incident() -> None:
    first, second = claims(
        "On 5 March, shelling killed three people in Aleppo. On 7 March, a mine killed one man "
        "in Raqqa."
    )
    assert first.incident != second.incident


def test_a_habit_is_a_pattern_and_no_incident() -> None:
    (claim,) = claims("The army has repeatedly shelled homes.")
    assert (claim.kind, claim.scope, claim.incident) == (
        ClaimKind.CONDUCT,
        Scope.AGGREGATE,
        None,
    )


def test_a_count_of_a_period_is_of_no_incident() -> None:
    (claim,) = claims("Since the beginning of the year, shelling has killed 214 civilians.")
    assert (claim.scope, claim.incident) == (Scope.CUMULATIVE, None)
    assert [count.basis for count in claim.counts] == [Basis.CUMULATIVE]
    assert reading("Two men.").incidents == ()


def test_a_denial_is_a_position_and_no_harm() -> None:
    (claim,) = claims("The army denies that its aircraft killed 12 civilians on 5 March.")
    assert claim.kind is ClaimKind.POSITION
    assert isinstance(claim.payload, PositionPayload)
    assert claim.payload.value.value == "denies_act"


def test_nobody_claiming_responsibility_is_no_position() -> None:
    assert claims("No group has claimed responsibility.") == []


def test_what_is_only_claimed_is_questioned() -> None:
    (claim,) = claims("The claim that 27 civilians were killed cannot be confirmed.")
    assert (claim.attribution.stance.value, claim.attribution.modality.value) == (
        "questions",
        "possible",
    )


def test_what_was_threatened_belongs_to_no_incident() -> None:
    (claim,) = claims("The militia threatened to kill two hostages.")
    assert (claim.stage.value, claim.incident) == ("threatened", None)


def test_a_quoted_voice_stands_last_in_the_chain() -> None:
    (claim,) = claims("The Ministry of Health said that 12 people were killed on 5 March.")
    assert [voice.source for voice in claim.attribution.chain][-1] == "Ministry of Health"
    assert claim.attribution.stance.value == "reports"


def test_no_one_killed_or_injured_is_none_of_either() -> None:
    (claim,) = claims("No one was killed or injured.")
    assert [(count.outcome.value, count.best) for count in claim.counts] == [
        ("killed", 0),
        ("injured", 0),
    ]


def test_parts_that_exceed_their_whole_raise_a_doubt() -> None:
    (claim,) = claims("Five people, including four women and three children, were killed.")
    assert "count.parts_disagree" in [doubt.code for doubt in claim.doubts]


def test_an_age_is_no_count() -> None:
    assert claims("A girl of six was there.") == []


def test_a_text_about_something_else_claims_nothing() -> None:
    text = "The committee adopted 12 decisions. Forty trees were planted on 5 March by 300 pupils."
    assert claims(text) == []


def test_the_organisation_of_people_who_were_harmed_is_a_target() -> None:
    (claim,) = claims("Soldiers detained a Taleban commander near Herat on 5 March.")
    assert [(actor.name, actor.role.value) for actor in claim.actors] == [("Taliban", "target")]


def test_an_organisation_that_is_only_mentioned_is_no_actor() -> None:
    (claim,) = claims("A mine killed two men on 5 March on a road that the Taliban had closed.")
    assert claim.actors == ()


def test_what_else_a_commander_did_sets_no_scene() -> None:
    first, second = claims(
        "Soldiers detained a rebel commander in Raqqa on 5 March. He is suspected of attacks in "
        "Aleppo. Two more men were also detained."
    )
    assert first.incident == second.incident
    assert second.where == ()
    assert second.when is not None
    assert second.when.edtf == "2031-03-05"


def test_sentences_that_set_the_scene_lend_date_and_place_together() -> None:
    (claim,) = claims(
        "A patrol went out on 5 March. It took the road to Raqqa. Three soldiers were killed."
    )
    assert claim.when is not None
    assert (claim.when.edtf, [mention.raw for mention in claim.where]) == ("2031-03-05", ["Raqqa"])


def test_a_new_paragraph_of_a_news_story_keeps_its_scene() -> None:
    story = "A patrol stopped a car in Raqqa yesterday.\n\nFour men were detained."
    (claim,) = claims(f"DAMASCUS, Syria (March 10, 2031) – {story}")
    assert claim.when is not None
    assert (claim.when.edtf, [mention.raw for mention in claim.where]) == ("2031-03-09", ["Raqqa"])
    (alone,) = claims(story)
    assert alone.where == ()


def test_a_new_paragraph_of_a_news_story_tells_more_of_its_incident() -> None:
    head = "DAMASCUS, Syria (March 10, 2031) – Soldiers detained a smuggler in Raqqa on 5 March."
    found = claims(f"{head}\n\nThe patrol targeted a farm.\n\nTwo more men were detained.")
    assert len({claim.incident for claim in found if claim.counts}) == 1
    apart = claims(f"{head}\n\nThe patrol targeted a farm in Homs.\n\nTwo men were detained.")
    assert len({claim.incident for claim in apart if claim.counts}) == 2


def test_who_arrests_somebody_named_is_not_counted_as_arrested() -> None:
    assert claims("The police arrested 20-year-old Harazi.") == []


def test_a_headline_tells_of_the_incident_of_its_account() -> None:
    found = claims(
        "Commander captured in the east For Immediate Release DAMASCUS, Syria (March 10, 2031) – "
        "Soldiers captured another rebel commander in Raqqa on 5 March."
    )
    assert len({claim.incident for claim in found}) == 1
    assert Basis.INCREMENT not in {count.basis for claim in found for count in claim.counts}


def test_people_taken_for_known_are_those_told_of_wherever_they_were_found() -> None:
    first, second = claims(
        "Soldiers captured a rebel commander in Raqqa on 5 March. They found the road to a house "
        "near Aleppo. There they detained the commander and two other men."
    )
    assert first.incident == second.incident


def test_who_is_meant_by_what_was_done_to_him_is_no_second_claim() -> None:
    found = claims(
        "Soldiers arrested a rebel commander in Raqqa on 5 March. The arrested commander is "
        "suspected of attacks in Aleppo."
    )
    assert len(found) == 1


def test_a_strike_told_before_the_dead_is_the_event() -> None:
    (claim,) = claims(
        "The force engaged three rebels with a precision airstrike near Raqqa on 5 March. All "
        "three rebels were killed."
    )
    assert claim.event.value == "air_strike"


def test_people_taken_for_known_are_as_many_as_were_seen() -> None:
    (claim,) = claims(
        "On 5 March the army saw four rebels near Raqqa. It fired at them and killed the rebels."
    )
    (count,) = claim.counts
    assert (count.best, count.raw, count.derivation) == (4, "the rebels", Derivation.INFERRED)
    assert len(claim.evidence) == 2


def test_people_of_whom_two_groups_were_seen_stay_uncounted() -> None:
    (claim,) = claims(
        "On 5 March the army saw four rebels near Raqqa. The army met two rebels on the road. It "
        "killed the rebels."
    )
    assert [count.best for count in claim.counts] == [None]


def test_a_count_of_separate_attacks_is_of_no_one_incident() -> None:
    (claim,) = claims("Nine men were killed in separate attacks in Raqqa and Aleppo on 5 March.")
    assert (claim.scope, claim.incident) == (Scope.AGGREGATE, None)
    assert [count.best for count in claim.counts] == [9]


def told(text: str) -> list[tuple[str, int | None]]:
    return [(count.outcome.value, count.best) for one in claims(text) for count in one.counts]


def test_who_was_taken_into_custody_is_counted() -> None:
    assert told("A patrol took five men into custody.") == [("detained", 5)]
    assert told("Three rebels are being held for questioning.") == [("detained", 3)]


def test_a_capture_of_two_kinds_of_people_that_is_confirmed() -> None:
    text = "The capture of a rebel commander and two fighters was confirmed."
    assert told(text) == [("detained", 1), ("detained", 2)]


def test_who_was_met_by_somebody_and_killed() -> None:
    assert told("The man was engaged by a patrol and killed.") == [("killed", 1)]


def test_a_strike_named_beside_the_dead_is_the_event() -> None:
    (before,) = claims("The force called in an airstrike near Raqqa. Three rebels were killed.")
    assert before.event.value == "air_strike"
    (after,) = claims("Three rebels were killed near Raqqa. The airstrike was then assessed.")
    assert (after.event.value, len(after.evidence)) == ("air_strike", 2)


def test_a_strike_of_another_operation_is_not_the_event() -> None:
    (claim,) = claims(
        "An airstrike was called in near Raqqa. In another operation, three rebels were killed."
    )
    assert claim.event.value == "unknown"


def test_the_number_of_people_is_one_count_and_nobody_who_did_it() -> None:
    (claim,) = claims("The number of people killed is at least 24, not 22.")
    assert [(count.low, count.best) for count in claim.counts] == [(24, None)]
    assert claim.actors == ()
