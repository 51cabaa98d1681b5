import json
import subprocess
import sys

HEAVY = ("sqlalchemy", "fastapi", "allegata.app", "allegata.store", "allegata.web", "fasttext")


def test_the_locked_program_answers_one_order() -> None:
    limits = {
        "cpu_seconds": 9,
        "wall_seconds": 9,
        "memory_bytes": 1 << 30,
        "output_bytes": 10_000,
    }
    order = {"name": "a.html", "media_type": "text/html", "encoding": "utf-8", "limits": limits}
    command = [sys.executable, "-I", "-m", "allegata.runners.confined"]
    told = json.dumps(order).encode() + b"\n<p>Two were hurt.\n</p>"
    done = subprocess.run(command, input=told, capture_output=True, check=True)
    (layer,) = json.loads(done.stdout)["converted"]["layers"]
    assert layer["text"] == "Two were hurt."


def test_the_locked_program_loads_nothing_heavy() -> None:
    script = "import sys, allegata.runners.confined; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "allegata.stages.convert.registry" in loaded
    assert [name for name in HEAVY if name in loaded] == []
