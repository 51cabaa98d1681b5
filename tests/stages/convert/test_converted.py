import pytest

from allegata.model.document import Block, Box, Region
from allegata.model.doubt import Doubt
from allegata.model.errors import ContractError
from allegata.model.span import Span
from allegata.stages.convert.converted import Converted, check, native


def of(*regions: Region, pages: int | None = None) -> Converted:
    return Converted((native("x", "Two dead", regions),), pages=pages)


@pytest.mark.parametrize(
    "broken",
    [
        Converted(()),
        of(Region(0, 9)),
        of(Region(3, 3)),
        of(Region(0, 4), Region(3, 5)),
        of(Region(4, 5), Region(0, 3)),
        of(Region(0, 3, page=2), pages=1),
        of(Region(0, 3, page=1)),
        of(Region(0, 3, page=1, box=Box(0, 0, float("nan"), 1)), pages=1),
        Converted(of().layers, (Block("t0", 0, 9),)),
        Converted(of().layers, (Block("t1", 0, 3),)),
        Converted(of().layers, (Block("t0", 0, 3, "poem"),)),
        Converted(of().layers, (Block("t0", 0, 3), Block("t0", 2, 5))),
        Converted(of().layers, doubts=(Doubt("x", "y", Span("t0", 0, 99)),)),
        Converted(of().layers * 2),
    ],
)
def test_what_breaks_a_law_is_named(broken: Converted) -> None:
    with pytest.raises(ContractError) as error:
        check(broken)
    assert error.value.code == "convert.contract"


def test_what_keeps_the_laws_passes() -> None:
    check(of(Region(0, 3, page=1, box=Box(0, 0, 1, 1)), Region(3, 8, page=1), pages=1))
