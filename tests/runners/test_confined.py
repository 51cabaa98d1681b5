import io
import json
import subprocess
import sys

from allegata.model.wire import to_json
from allegata.runners.frames import receive, send
from allegata.runners.limits import Limits
from allegata.runners.orders import Order

HEAVY = (
    *("sqlalchemy", "fastapi", "allegata.app", "allegata.store", "allegata.web", "fasttext"),
    *("PIL", "pdfminer", "trafilatura", "allegata.runners.ocr"),
)


def test_the_locked_program_answers_one_order() -> None:
    order = Order("convert", "a.html", "text/html", Limits(9, 9, 1 << 30, 10_000), "utf-8")
    told = io.BytesIO()
    send(told, {"order": to_json(order)}, b"<p>Two were hurt.\n</p>")
    command = [sys.executable, "-I", "-m", "allegata.runners.confined"]
    done = subprocess.run(command, input=told.getvalue(), capture_output=True, check=True)
    frame = receive(io.BytesIO(done.stdout), most=10_000)
    assert frame is not None
    assert frame.kind == "converted"
    (layer,) = json.loads(frame.body)["layers"]
    assert layer["text"] == "Two were hurt."


def test_the_locked_program_loads_nothing_heavy() -> None:
    script = "import sys, allegata.runners.confined; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "allegata.stages.convert.registry" in loaded
    assert [name for name in HEAVY if name in loaded] == []
