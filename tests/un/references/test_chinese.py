"""Chinese phrasings: what they refer to, and look-alikes that refer to nothing."""

import pytest
from tests.un.references.phrasings import said

PHRASINGS = [
    ("第2253(2015)号决议", ["S/RES/2253 (2015)"]),
    ("第2253（2015）号决议", ["S/RES/2253 (2015)"]),
    ("第 2253 (2015) 号决议", ["S/RES/2253 (2015)"]),
    ("第２２５３（２０１５）号决议", ["S/RES/2253 (2015)"]),
    ("第2140(2014)和2216(2015)号决议", ["S/RES/2140 (2014)", "S/RES/2216 (2015)"]),
    (
        "第242(1967)、338(1973)、446(1979)和2334(2016)号决议",
        ["S/RES/242 (1967)", "S/RES/338 (1973)", "S/RES/446 (1979)", "S/RES/2334 (2016)"],
    ),
    ("第2140(2014)号和第2216(2015)号决议", ["S/RES/2140 (2014)", "S/RES/2216 (2015)"]),
    ("第2140(2014)号决议和第2216(2015)号决议", ["S/RES/2140 (2014)", "S/RES/2216 (2015)"]),
    ("安理会第1325号决议", ["S/RES/1325"]),
    ("大会第46/182号决议", ["A/RES/46/182"]),
    ("其第60/251号决议", ["A/RES/60/251"]),
    ("第377A(V)号决议", ["A/RES/377(V)A"]),
    ("第2625(XXV)号决议，附件", ["A/RES/2625(XXV) (annex)"]),
    ("第ES-11/1号决议", ["A/RES/ES-11/1"]),
    ("大会1950年11月3日题为“联合”的第377A(V)号决议", ["A/RES/377(V)A of 1950-11-03"]),
    ("秘书长2031年5月2日的报告(S/2031/7)第27段", ["S/2031/7 (paragraph 27) of 2031-05-02"]),
    ("《宪章》第2条第（4）款", ["Charter (Article 2 (4))"]),
    ("第70/234A和B号决议", ["A/RES/70/234A", "A/RES/70/234B"]),
    ("人权理事会第22/23号决议", ["A/HRC/RES/22/23"]),
    ("经济及社会理事会第1996/31号决议", ["E/RES/1996/31"]),
    ("人权委员会第1993/6号决议", ["E/CN.4/RES/1993/6"]),
    ("大会第60/551号决定", ["A/DEC/60/551"]),
    ("第1(2031)号决议第9段", ["S/RES/1 (2031) (paragraph 9)"]),
    ("第1(2031)号决议第11和15段", ["S/RES/1 (2031) (paragraph 11; paragraph 15)"]),
    (
        "第1(2031)号决议第12、13、14和16段",
        ["S/RES/1 (2031) (paragraph 12; paragraph 13; paragraph 14; paragraph 16)"],
    ),
    (
        "第1(2031)号决议第14至17段",
        ["S/RES/1 (2031) (paragraph 14; paragraph 15; paragraph 16; paragraph 17)"],
    ),
    ("第1(2031)号决议第18(c)段", ["S/RES/1 (2031) (paragraph 18 (c))"]),
    ("第1(2031)号决议附件所列", ["S/RES/1 (2031) (annex)"]),
    ("(S/2031/7,附件二)", ["S/2031/7 (annex II)"]),
    ("（S/2031/7，第5段）", ["S/2031/7 (paragraph 5)"]),
    ("文件S/2031/7号", ["S/2031/7"]),
    ("(A/85/L.1和A/85/L.1/Add.1)", ["A/85/L.1", "A/85/L.1/Add.1"]),
    ("《联合国宪章》第五十一条", ["Charter (Article 51)"]),
    ("《宪章》第51条", ["Charter (Article 51)"]),
    ("《宪章》第二条第四项", ["Charter (Article 2 (4))"]),
    ("《宪章》第二条第四款", ["Charter (Article 2 (4))"]),
    ("根据《联合国宪章》第七章采取行动", ["Charter (Chapter VII)"]),
    ("《宪章》第六章和第七章", ["Charter (Chapter VI; Chapter VII)"]),
    ("《宪章》第三十九条和第四十条", ["Charter (Article 39; Article 40)"]),
    ("《联合国宪章》特别是第五十一条", ["Charter (Article 51)"]),
    ("根据第七章采取行动", ["Charter (Chapter VII)"]),
]
NOTHING = [
    "第9(2017)段",
    "《非洲人权和人民权利宪章》第五条",
    "《宪章》的宗旨和原则",
    "第8979次会议",
    "第六十八届会议",
    "第5条第2款",
    "世界卫生大会第67.1号决议",
    "43(2015)人",
    "决议\n安全理事会2021年2月25日通过",
]


@pytest.mark.parametrize(("text", "expected"), PHRASINGS)
def test_what_a_phrasing_refers_to(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_look_alikes_refer_to_nothing(text: str) -> None:
    assert said(text) == []
