"""Make what is learned, from the read part of the development data.

    python -m train confidence    the weights and tables of confidence.json
    python -m train places        the weights of resolver.json
    python -m train words         the table of common words that linking weighs by
    python -m train linking       the trees of link.json, on that table
    python -m train coded         the weights of coded.json, for rows of a person's list
    python -m train diagrams      reliability diagrams, of the check part, as SVG

The same data and the same program give the same bytes.
"""

import sys
from pathlib import Path

from bench.places.gate import syria
from bench.scorer import SHARED
from bench.sets.calibration import SETS, error

from train import coded, common_words, linking, places
from train.diagrams import write_diagrams
from train.examples import collect
from train.fitting import learn

ROOT = Path(__file__).resolve().parents[1]
MODEL = ROOT / "src/allegata/stages/resolve/confidence.json"
PLACES = ROOT / "src/allegata/places/resolver.json"
LINKING = ROOT / "src/allegata/stages/resolve"
LEARNED = {
    "words": (LINKING / "common_words.json", common_words.learn),
    "linking": (LINKING / "pairs/link.json", linking.learn),
    "coded": (LINKING / "pairs/coded.json", coded.learn),
}
DIAGRAMS = ROOT / "docs/explain/images"


def main(arguments: list[str]) -> int:
    """Run one command."""
    if arguments == ["confidence"]:
        judged = collect(part="read")
        learned = learn(judged.counts, judged.claims)
        MODEL.write_bytes(learned.content)
        print(f"{MODEL.name}: {len(learned.content)} bytes from {len(judged.counts)} counts")
        for name in SETS:
            unseen = [(sure, right) for one, sure, right in learned.unseen if one == name]
            print(f"{name:12} {error(unseen):5.1f} points on {len(unseen)} counts, each unseen")
        return 0
    if arguments == ["places"]:
        size = places.write(PLACES, syria(SHARED / "data" / "gazetteers"))
        print(f"{PLACES.name}: {size} bytes")
        return 0
    if len(arguments) == 1 and arguments[0] in LEARNED:
        path, learned_by = LEARNED[arguments[0]]
        path.write_bytes(content := learned_by())
        print(f"{path.name}: {len(content)} bytes")
        return 0
    if arguments == ["diagrams"]:
        for path in write_diagrams(DIAGRAMS):
            print(path.relative_to(ROOT))
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
