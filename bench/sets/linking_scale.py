"""The set ``linking_scale``: a million accounts linked, and one more taken into a hundred thousand.

Accounts are SPECIMENS made here, always the same: incidents in towns over three years, told two
times on average, with days, tolls, a few telling words and sometimes a name. Making them is not
counted. Each size runs in a process of its own, so that memory is its own too.
"""

import random
import subprocess
import sys
import time

from allegata.model.count import Bounds
from allegata.model.linking import Account, Ground, Toll
from allegata.model.vocabularies import Event, Outcome, PlacePrecision
from allegata.stages.resolve.linkage import Linkage
from bench.figures import Figure
from bench.memory import peak_megabytes
from bench.pace import pace, seconds_at_pace

MANY, SOME = 1_000_000, 100_000
TOWNS, DAYS, FIRST_DAY = 20_000, 1_100, 738_000
COMMON, RARE = 6_000, 1_000_000  # words of a language, and names of people and streets
USUAL, OWN = 8, 4  # of each in an account, and names of an incident
_EVENTS = (Event.AIR_STRIKE, Event.SHELLING, Event.SHOOTING, Event.CLASH, Event.BOMBING)


def measure() -> list[Figure]:
    """Return the figures of the set."""
    found = []
    for name, count, more in (("million", MANY, 0), ("one_more", SOME, 1)):
        command = [sys.executable, "-m", "bench.sets.linking_scale", str(count), str(more)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds, megabytes, groups = done.stdout.split()
        at_pace = seconds_at_pace(float(seconds), pace=pace())
        found += [
            Figure(f"{name}_seconds", float(seconds), "s"),
            Figure(f"{name}_seconds_at_pace", round(at_pace, 2), "s"),
            Figure(f"{name}_megabytes", float(megabytes), "MB"),
            Figure(f"{name}_incidents", float(groups), "incidents"),
        ]
    return found


def accounts(count: int) -> list[Account]:
    """Return that many accounts of about half as many incidents."""
    draw = random.Random(f"linking_scale {count}")  # noqa: S311
    towns = [_town(draw, number) for number in range(max(TOWNS * count // MANY, 100))]
    found: list[Account] = []
    while len(found) < count:
        town, day = draw.choice(towns), FIRST_DAY + draw.randrange(DAYS)
        killed, event = min(int(draw.expovariate(0.2)), 300), draw.choice(_EVENTS)
        own = [_rare(draw) for _ in range(OWN)]
        named = (f"nemo {draw.randrange(RARE)}",) if draw.random() < 0.1 else ()
        for _ in range(min(draw.choice((1, 1, 2, 2, 4)), count - len(found))):
            told = [*draw.sample(own, OWN - 1), *(_usual(draw) for _ in range(USUAL))]
            toll = max(0, killed + draw.choice((-1, 0, 0, 0, 1, 2)))
            name = f"a{len(found):07d}"
            found.append(
                Account(
                    id=name,
                    document=name,
                    claims=("1",),
                    event=event,
                    days=(day, day + (draw.random() < 0.1)),
                    published=day + 1 + int(draw.expovariate(0.2)),
                    grounds=(town,),
                    toponyms=(town.name,),
                    tolls=(Toll(Outcome.KILLED, Bounds(toll, toll, toll)),),
                    named=named,
                    terms=tuple(sorted(set(told))),
                    language="en",
                )
            )
    return found


def _town(draw: random.Random, number: int) -> Ground:
    lat, lon = round(draw.uniform(12, 38), 4), round(draw.uniform(30, 65), 4)
    units = (f"{int(lat) // 3}.{int(lon) // 3}", f"{int(lat)}.{int(lon)}")
    name = f"town {number}"
    return Ground(name, name, lat, lon, PlacePrecision.SETTLEMENT, 5.0, "XX", units)


def _rare(draw: random.Random) -> int:
    """Return a word that few have: some names are more common than others."""
    return int(RARE * draw.random() ** 1.5) << 8 | 255


def _usual(draw: random.Random) -> int:
    """Return a word that tells something and is no key."""
    number = int(COMMON * draw.random() ** 2)
    return (RARE + number) << 8 | 80 + 100 * number // COMMON


def main(count: int, more: int) -> None:
    """Print seconds, megabytes and incidents of one size."""
    told = accounts(count + more)
    before, new = told[:count], told[count:]
    start = time.perf_counter()
    state = Linkage.of(before)
    if new:
        state.change(told[count - 1 : count])  # the book of keys is made once
        start = time.perf_counter()
        state.change(new)
    partition = state.partition()
    seconds = time.perf_counter() - start
    print(f"{seconds:.2f} {peak_megabytes():.0f} {len(partition.groups)}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
