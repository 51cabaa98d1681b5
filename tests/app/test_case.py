"""A case file as several hands use it at once."""

import threading
from pathlib import Path

import pytest
from tests.store.casekit import (
    open_case,
    source_of,
)

from allegata.app.case import Case
from allegata.model.decision import Action
from allegata.model.errors import StoreError


def test_a_case_opened_for_reading_cannot_be_written_to(case: Case, tmp_path: Path) -> None:
    with open_case(tmp_path / "case", read_only=True) as reading:
        assert len(reading.documents()) == 3
        with pytest.raises(StoreError) as caught:
            reading.add([source_of("x.txt", "x")], reviewer="r1")
        assert caught.value.code == "store.read_only"


def test_threads_share_one_case(case: Case, letter: str) -> None:
    ids = [item.id for item in case.document(letter).claims]
    errors: list[Exception] = []

    def work(proposal_id: str) -> None:
        try:
            for _ in range(5):
                case.decide(letter, action=Action.ACCEPT, proposal_id=proposal_id, reviewer="r1")
                case.documents()
        except Exception as error:  # noqa: BLE001  # a thread's failure is the test's
            errors.append(error)

    threads = [threading.Thread(target=work, args=(proposal_id,)) for proposal_id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert case.documents()[0].reviewed == 3
    assert case.info().entries == 1 + 3 + 15
    assert case.verify().problems == ()
