import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.runners.frames import Frame, FrameError, receive, send


@given(st.lists(st.tuples(st.text(max_size=9), st.binary(max_size=99)), max_size=9))
def test_messages_come_out_as_they_went_in(messages: list[tuple[str, bytes]]) -> None:
    pipe = io.BytesIO()
    for kind, body in messages:
        send(pipe, {"kind": kind}, body)
    pipe.seek(0)
    for kind, body in messages:
        frame = receive(pipe, most=99)
        assert frame is not None
        assert (frame.kind, frame.body) == (kind, body)
    assert receive(pipe, most=99) is None


@pytest.mark.parametrize(
    "sent",
    [
        b"no json\n",
        b"[1]\n",
        b"{}\n",
        b'{"length": -1}\n',
        b'{"length": true}\n',
        b'{"length": "9"}\n',
        b'{"length": 9}\nshort',
        b"{" + b"x" * 70_000,
        b"[" * 60_000 + b"\n",
    ],
)
def test_what_is_no_message_is_an_error(sent: bytes) -> None:
    with pytest.raises(FrameError) as caught:
        receive(io.BytesIO(sent), most=99)
    assert not caught.value.too_long


def test_a_body_beyond_the_limit_is_not_read() -> None:
    pipe = io.BytesIO(json.dumps({"length": 10**15}).encode() + b"\n" + b"x" * 50)
    with pytest.raises(FrameError) as caught:
        receive(pipe, most=10**6)
    assert caught.value.too_long


def test_a_number_in_the_head_must_be_one() -> None:
    frame = Frame({"page": 3, "width": "3", "height": True})
    assert frame.whole("page") == 3
    for name in ("width", "height", "dpi"):
        with pytest.raises(FrameError):
            frame.whole(name)
