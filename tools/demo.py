"""``make demo``: a case file from the bundled examples, its summary, and the workbench.

    python -m tools.demo CASE [--no-serve]

The case is made anew each time; a folder that is no case file of the demo is never touched.
"""

import shutil
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path("examples/documents")
MARK = "demo"


def main(arguments: list[str]) -> int:
    """Make the demo case, print its summary, and serve it unless told not to."""
    case = Path(arguments[0])
    marker = case.with_name(case.name + f".{MARK}")
    if case.exists():
        if not marker.exists():
            print(f"{case} exists and was not made by the demo; name another: make demo CASE=…")
            return 2
        shutil.rmtree(case)
    marker.touch()
    for command in (
        ["new", str(case)],
        ["add", str(case), str(EXAMPLES)],
        ["list", str(case)],
        ["link", str(case)],
        ["incidents", str(case), "--place", "Tell Asra"],
    ):
        print(f"$ allegata {' '.join(command)}", flush=True)
        code = _allegata(*command)
        if code > 1:
            return code
    print(f"\nOpen a document: allegata show {case} 01-letter-16-march.txt")
    print(f"Open a figure:   allegata explain {case} CODE")
    if "--no-serve" in arguments:
        return 0
    print("The workbench runs until you press Ctrl+C.", flush=True)
    return _allegata("serve", str(case))


def _allegata(*arguments: str) -> int:
    try:
        return subprocess.run(
            [sys.executable, "-m", "allegata", *arguments], check=False
        ).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
