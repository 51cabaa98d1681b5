import io
import json

import pytest

from allegata.model.document import Box
from allegata.model.pictures import Picture, PictureText, PictureWord
from allegata.model.wire import to_json
from allegata.runners.asking import Asking
from allegata.runners.frames import receive, send

TEXTS = [
    PictureText((PictureWord(str(n), Box(0, 0, 9, 9), 0.5, 0),), ("eng",)) for n in range(1, 6)
]


def pictures() -> list[Picture]:
    return [Picture(n, 2, 1, 300, bytes((n, n))) for n in range(1, 6)]


def answers() -> io.BytesIO:
    pipe = io.BytesIO()
    for text in TEXTS:
        send(pipe, {"kind": "words"}, json.dumps(to_json(text)).encode())
    pipe.seek(0)
    return pipe


def test_pictures_go_out_and_their_words_come_back_in_order() -> None:
    questions = io.BytesIO()
    assert list(Asking(answers(), questions).read(pictures())) == TEXTS
    questions.seek(0)
    kinds = []
    while (frame := receive(questions, most=99)) is not None:
        kinds.append(frame.kind)
    assert kinds.count("picture") == kinds.count("words?") == 5
    # Three at most are under way: the fourth picture waits for the first words.
    assert kinds[:4] == ["picture", "picture", "picture", "words?"]


def test_the_engine_is_asked_for_once() -> None:
    told, questions = io.BytesIO(), io.BytesIO()
    send(told, {"kind": "engine", "engine": "tesseract 5"})
    told.seek(0)
    asking = Asking(told, questions)
    assert (asking.engine, asking.engine) == ("tesseract 5", "tesseract 5")
    assert questions.getvalue().count(b"engine?") == 1


def test_without_the_other_side_there_are_no_words() -> None:
    with pytest.raises(EOFError):
        list(Asking(io.BytesIO(), io.BytesIO()).read(pictures()))
