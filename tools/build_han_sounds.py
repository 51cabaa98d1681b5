"""Builds ``places/han_sounds.json``: how the commonest Chinese characters sound, without tones.

    uv run --with pypinyin==0.55.0 python -m tools.build_han_sounds

Chinese writes foreign names by their sound: 荷台达 is he-tai-da. The first level of GB 2312 (3,755
characters) holds those used for it. Source: pypinyin (MIT), the first reading of each.
"""

import importlib
import json
from pathlib import Path
from typing import Any  # a library that is not there when types are checked

TARGET = Path(__file__).parents[1] / "src" / "allegata" / "places" / "han_sounds.json"
ROWS, CELLS = range(0xB0, 0xD8), range(0xA1, 0xFF)  # level one, as GB 2312 numbers it


def characters() -> str:
    """Return the characters of the first level, in its order."""
    cells = (bytes((row, cell)) for row in ROWS for cell in CELLS)
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


def sounds() -> dict[str, str]:
    """Return the characters of each syllable, syllables in order."""
    pypinyin: Any = importlib.import_module("pypinyin")
    found: dict[str, list[str]] = {}
    for character in characters():
        (reading,) = pypinyin.lazy_pinyin(character, v_to_u=False)
        found.setdefault(reading, []).append(character)
    return {reading: "".join(found[reading]) for reading in sorted(found)}


def main() -> None:
    """Write the table."""
    table = sounds()
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{sum(map(len, table.values()))} characters, {len(table)} syllables")


if __name__ == "__main__":
    main()
