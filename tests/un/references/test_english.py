"""English phrasings: what they refer to, and look-alikes that refer to nothing."""

import pytest
from tests.un.references.phrasings import said

COUNCIL = [
    ("resolution 2253 (2015)", ["S/RES/2253 (2015)"]),
    ("Resolution 2253(2015)", ["S/RES/2253 (2015)"]),
    ("RESOLUTION 2253 (2015)", ["S/RES/2253 (2015)"]),
    ("Security Council resolution 1 (2031)", ["S/RES/1 (2031)"]),
    ("UN Security Council Resolution 2254 (2015)", ["S/RES/2254 (2015)"]),
    ("UNSC resolution 2372 (2017)", ["S/RES/2372 (2017)"]),
    ("UNSCR 2254 (2015)", ["S/RES/2254 (2015)"]),
    ("resolution No. 2254 (2015)", ["S/RES/2254 (2015)"]),
    (
        "resolutions 1267 (1999), 1989 (2011) and 2253 (2015)",
        ["S/RES/1267 (1999)", "S/RES/1989 (2011)", "S/RES/2253 (2015)"],
    ),
    (
        "resolutions 1267 (1999), 1989 (2011), and 2253 (2015)",
        ["S/RES/1267 (1999)", "S/RES/1989 (2011)", "S/RES/2253 (2015)"],
    ),
    (
        "its resolutions 1904 (2009) 1989 (2011), 2082 (2012)",
        ["S/RES/1904 (2009)", "S/RES/1989 (2011)", "S/RES/2082 (2012)"],
    ),
    (
        "resolutions 242 (1967) of 22 November 1967 and 338 (1973) of 22 October 1973",
        ["S/RES/242 (1967) of 1967-11-22", "S/RES/338 (1973) of 1973-10-22"],
    ),
    (
        "resolution 751 (1992), as amended in later years, and 1907 (2009) on the embargo",
        ["S/RES/751 (1992)", "S/RES/1907 (2009)"],
    ),
    ("resolutions 1325 (2000) through 1889 (2009)", ["S/RES/1325 (2000)", "S/RES/1889 (2009)"]),
    ("the Resolution on 2170 (2014) and 2178 (2014)", ["S/RES/2170 (2014)", "S/RES/2178 (2014)"]),
    ("resolution 792 (1992) adopted on 30 November 1992", ["S/RES/792 (1992) of 1992-11-30"]),
    ("resolution [2253 (2015)](#) and more", ["S/RES/2253 (2015)"]),
    (
        "resolutions [2100 (2013)](https://undocs.org/S/RES/2100(2013)) of 25 April 2013",
        ["S/RES/2100 (2013) of 2013-04-25"],
    ),
    ("Council resolution 2253 says", ["S/RES/2253"]),
    ("Security Council resolutions 242 and 338", ["S/RES/242", "S/RES/338"]),
    ("Security Council resolution 2254 of 2015", ["S/RES/2254 (2015)"]),
    ("UN resolution 2254/2015", ["S/RES/2254 (2015)"]),
    ("resolution 2387, adopted by the Security Council in November", ["S/RES/2387"]),
    (
        "Security Council resolutions, particularly 2118, 2209, and 2235, were ignored",
        ["S/RES/2118", "S/RES/2209", "S/RES/2235"],
    ),
    ("resolutions 1267, 1989 and 2253 (2015)", ["S/RES/1267", "S/RES/1989", "S/RES/2253 (2015)"]),
    ("resolution 749 (19921, in which", ["S/RES/749 (1992)"]),
    ("resolution 1 (1946)", ["S/RES/1 (1946)"]),
    ("SC Res. 2118 (2013) and SCR 1701", ["S/RES/2118 (2013)", "S/RES/1701"]),
    ("Resolution No. (2334) of 2016", ["S/RES/2334 (2016)"]),
    ("resolutions 1970 (2011) and 1973 (2011)", ["S/RES/1970 (2011)", "S/RES/1973 (2011)"]),
    (
        "resolutions 186 (1964) of 4 March and 192 (1964) of 20 June 1964",
        ["S/RES/186 (1964) of 1964-03-04", "S/RES/192 (1964) of 1964-06-20"],
    ),
]
ASSEMBLY = [
    ("General Assembly resolution 46/182", ["A/RES/46/182"]),
    ("its resolution 60/251 of 15 March 2006", ["A/RES/60/251 of 2006-03-15"]),
    ("resolution 46/182 of the General Assembly", ["A/RES/46/182"]),
    ("the Assembly, in its resolution 64/276, decided", ["A/RES/64/276"]),
    ("resolutions 70/234 A and B", ["A/RES/70/234A", "A/RES/70/234B"]),
    ("resolutions 48/75 A-C", ["A/RES/48/75A", "A/RES/48/75B", "A/RES/48/75C"]),
    ("resolution 76/235B", ["A/RES/76/235B"]),
    ("resolution 60/18 B of 30 June 2006", ["A/RES/60/18B of 2006-06-30"]),
    ("resolution 70/1 A new world", ["A/RES/70/1"]),
    ("resolution 46/182 I noted", ["A/RES/46/182"]),
    ("resolution ES-11/1", ["A/RES/ES-11/1"]),
    ("resolutions ES-11/1 and ES-11/2", ["A/RES/ES-11/1", "A/RES/ES-11/2"]),
    ("resolution S-26/2", ["A/RES/S-26/2"]),
    ("resolution 217 A (III)", ["A/RES/217(III)A"]),
    ("resolution 217 (III) A", ["A/RES/217(III)A"]),
    ("resolution 377 A (V) of 3 November 1950", ["A/RES/377(V)A of 1950-11-03"]),
    ("resolution 2758 (XXVI)", ["A/RES/2758(XXVI)"]),
    ("resolutions 1514 (XV) and 2625 (XXV)", ["A/RES/1514(XV)", "A/RES/2625(XXV)"]),
    ("resolution 3201 (S-VI)", ["A/RES/3201(S-VI)"]),
    ("resolution 1004 (ES-II)", ["A/RES/1004(ES-II)"]),
    ("General Assembly decision 60/551", ["A/DEC/60/551"]),
    ("decision 73/511", ["A/DEC/73/511"]),
    ("Assembly resolution 46/\n182", ["A/RES/46/182"]),
    (
        "resolutions 46/182 of 19 December 1991, on the help given in crises, 48/57 and 60/124",
        ["A/RES/46/182 of 1991-12-19", "A/RES/48/57", "A/RES/60/124"],
    ),
    (
        "Security Council resolution 1325 (2000) and General Assembly resolution 46/182",
        ["S/RES/1325 (2000)", "A/RES/46/182"],
    ),
    ("the Security Council recalled resolution 46/182", ["A/RES/46/182"]),
    ("General Assembly resolution 43120, which", ["A/RES/43/20"]),
    ("UNGA Resolution 71/248, that is, A/Res/71/248", ["A/RES/71/248"]),
    (
        "resolutions 2625 (XXV) of 24 October 1970 and 42/22 of 18 November 1987",
        ["A/RES/2625(XXV) of 1970-10-24", "A/RES/42/22 of 1987-11-18"],
    ),
]
OTHERS = [
    ("Human Rights Council resolution 22/23", ["A/HRC/RES/22/23"]),
    ("the Human Rights Council, in its resolution 33/11, asked", ["A/HRC/RES/33/11"]),
    ("resolution 5/1 of the Human Rights Council", ["A/HRC/RES/5/1"]),
    ("Human Rights Council resolution S-17/1", ["A/HRC/RES/S-17/1"]),
    ("Human Rights Council decision 6/101", ["A/HRC/DEC/6/101"]),
    (
        "HRC resolutions S-17/1, 19/22 and 34/26",
        ["A/HRC/RES/S-17/1", "A/HRC/RES/19/22", "A/HRC/RES/34/26"],
    ),
    ("Economic and Social Council resolution 1996/31", ["E/RES/1996/31"]),
    ("ECOSOC resolution 2011/34", ["E/RES/2011/34"]),
    ("Economic and Social Council resolution 1503 (XLVIII)", ["E/RES/1503(XLVIII)"]),
    ("Economic and Social Council decision 2011/235", ["E/DEC/2011/235"]),
    ("Commission on Human Rights resolution 2005/10", ["E/CN.4/RES/2005/10"]),
    ("On that day the Commission adopted resolution 1993/6 on it", ["E/CN.4/RES/1993/6"]),
    ("statement by its President of 3 May 2018 (S/PRST/2018/9)", ["S/PRST/2018/9 of 2018-05-03"]),
]
PROVISIONS = [
    ("paragraph 9 of resolution 2231 (2015)", ["S/RES/2231 (2015) (paragraph 9)"]),
    ("paragraph 9 of its resolution 2231 (2015)", ["S/RES/2231 (2015) (paragraph 9)"]),
    (
        "paras. 2 (a) and 5 of resolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 2 (a); paragraph 5)"],
    ),
    (
        "paragraphs 2 (a) and (b) of resolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 2 (a); paragraph 2 (b))"],
    ),
    (
        "paragraphs 14 to 17 of resolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 14; paragraph 15; paragraph 16; paragraph 17)"],
    ),
    ("operative paragraph 4 of Council resolution 1 (2031)", ["S/RES/1 (2031) (paragraph 4)"]),
    (
        "subparagraph (c) of paragraph 3 of resolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 3 (c))"],
    ),
    ("the annex to resolution 1 (2031)", ["S/RES/1 (2031) (annex)"]),
    ("paragraph 132 of the annex to resolution 69/313", ["A/RES/69/313 (annex; paragraph 132)"]),
    ("resolution 1 (2031), annex B, para. 3", ["S/RES/1 (2031) (annex B; paragraph 3)"]),
    ("resolution 1 (2031), paragraph 9", ["S/RES/1 (2031) (paragraph 9)"]),
    ("resolution 58/318, including paragraph 3 of the resolution", ["A/RES/58/318 (paragraph 3)"]),
    ("resolution 1 (2031), in paragraph 6 of which", ["S/RES/1 (2031) (paragraph 6)"]),
    (
        "paragraph 11 of resolution 1 (2031) and paragraph 14 of resolution 2 (2031)",
        ["S/RES/1 (2031) (paragraph 11)", "S/RES/2 (2031) (paragraph 14)"],
    ),
    (
        "resolution 1 (2031), paragraph 14 of resolution 2 (2031)",
        [
            "S/RES/1 (2031)",
            "S/RES/2 (2031) (paragraph 14)",
        ],
    ),
    ("S/2031/7, annex", ["S/2031/7 (annex)"]),
    ("(S/2031/7, annexes I and II)", ["S/2031/7 (annex I; annex II)"]),
    (
        "(see S/2031/7, paras. 5, 6 and 11-12)",
        ["S/2031/7 (paragraph 5; paragraph 6; paragraph 11; paragraph 12)"],
    ),
    (
        "(S/2031/7, para. 24, and S/2031/8, para. 34)",
        [
            "S/2031/7 (paragraph 24)",
            "S/2031/8 (paragraph 34)",
        ],
    ),
    ("document S/2031/7 (para. 18)", ["S/2031/7 (paragraph 18)"]),
    ("A/85/53/Corr.1), chap. II", ["A/85/53/Corr.1 (chapter II)"]),
    ("annex I to document S/2031/7", ["S/2031/7 (annex I)"]),
    (
        "paragraph 27 of my report of 2 October 2031 (S/2031/7)",
        ["S/2031/7 (paragraph 27) of 2031-10-02"],
    ),
    ("paragraph 51 of the plan (S/2031/7)", ["S/2031/7 (paragraph 51)"]),
    (
        "resolution 1 (2031) asks it; paragraph 2 of that resolution demands it",
        ["S/RES/1 (2031) (paragraph 2)"],
    ),
    ("See S/2031/7, para. 5. Ibid., para. 7.", ["S/2031/7 (paragraph 5; paragraph 7)"]),
    (
        "the report (S/2031/7) on best practices, including paragraphs 21 and 22 that discuss it",
        ["S/2031/7 (paragraph 21; paragraph 22)"],
    ),
    ("the report (S/2031/7) on aid, including paragraph 5 of the Treaty", ["S/2031/7"]),
    ("the report (S/2031/7) told of it. Paragraph 5 of the Treaty", ["S/2031/7"]),
    ("(A/71/53 and A/71/53/Corr.1), chap. II", ["A/71/53 (chapter II)", "A/71/53/Corr.1"]),
    ("Articles 1, paragraph 2, and 55 of the Charter", ["Charter (Article 1 (2); Article 55)"]),
    ("Article 1 (2) and (3) of the Charter", ["Charter (Article 1 (2); Article 1 (3))"]),
    ("paragraph (4) of Article (2) of the Charter", ["Charter (Article 2 (4))"]),
    ("paragraph 9 (2017)", []),
    ("paragraph 3 above and resolution 1 (2031)", ["S/RES/1 (2031)"]),
]
CHARTER = [
    ("Article 51 of the Charter of the United Nations", ["Charter (Article 51)"]),
    ("article 51 of the Charter", ["Charter (Article 51)"]),
    ("Article 51 of the UN Charter", ["Charter (Article 51)"]),
    ("Article 51 of the United Nations Charter", ["Charter (Article 51)"]),
    ("Articles 2 (4) and 51 of the Charter", ["Charter (Article 2 (4); Article 51)"]),
    ("Article 2, paragraph 4, of the Charter", ["Charter (Article 2 (4))"]),
    ("paragraph 4 of Article 2 of the Charter", ["Charter (Article 2 (4))"]),
    ("Articles 39 and 40 of the Charter", ["Charter (Article 39; Article 40)"]),
    ("Article 2 (7) and Chapter VII of the Charter", ["Charter (Article 2 (7); Chapter VII)"]),
    ("acting under Chapter VII of the Charter", ["Charter (Chapter VII)"]),
    ("under chapter VII of the Charter", ["Charter (Chapter VII)"]),
    ("Chapters VI and VII of the Charter", ["Charter (Chapter VI; Chapter VII)"]),
    ("Chapter 7 of the UN Charter", ["Charter (Chapter VII)"]),
    ("acting under Chapter VII, the Council", ["Charter (Chapter VII)"]),
    ("the Charter, in particular its Article 51", ["Charter (Article 51)"]),
    ("the Charter of the United Nations (Article 51)", ["Charter (Article 51)"]),
    ("under the Charter, and under Article 33 thereof", ["Charter (Article 33)"]),
    ("the purposes of the Charter of the United Nations", []),
    ("article 5 of the African Charter on Human and Peoples' Rights", []),
    ("article 20 of the Charter of the Organization of American States", []),
    ("article 17 of the Paris Agreements", []),
    ("article 3 of the Geneva Conventions and the Charter", []),
    ("Chapter VII of the report", []),
    ("a charter flight under article 5", []),
    ("Article 999 of the Charter", []),
]
DOCUMENTS = [
    ("Further to my letter dated 2 May 2031 (S/2031/7)", ["S/2031/7 of 2031-05-02 previous"]),
    ("since my last report, issued on 2 May 2031 (S/2031/7)", ["S/2031/7 of 2031-05-02"]),
    ("as noted in my previous report (S/2031/7)", ["S/2031/7"]),
    (
        "in response to the letter dated 7 May 2031 from the Representative of Chad (S/2031/9)",
        ["S/2031/9 of 2031-05-07 replies_to"],
    ),
    ("Corrigendum to document S/2031/4", ["S/2031/4 corrects"]),
    ("the report annexed hereto (S/2031/4)", ["S/2031/4 annexed"]),
    ("the report of 3 May 2031 (S/2031/4)", ["S/2031/4 of 2031-05-03"]),
    ("the 3 May 2031 report (S/2031/4)", ["S/2031/4 of 2031-05-03"]),
    ("document S/2031/4 of 3 May 2031", ["S/2031/4 of 2031-05-03"]),
    (
        "statements on terror of 15 January 2031 (S/PRST/2031/1), of 28 July 2031 (S/PRST/2031/4)",
        ["S/PRST/2031/1 of 2031-01-15", "S/PRST/2031/4 of 2031-07-28"],
    ),
    ("a raid on 3 May 2031 (S/2031/4)", ["S/2031/4"]),
    ("documents S/3516 and Add.1", ["S/3516", "S/3516/Add.1"]),
    ("documents S/11353/Add.24 and 25, that", ["S/11353/Add.24", "S/11353/Add.25"]),
    ("(S/PRST/1994/14 and 57)", ["S/PRST/1994/14", "S/PRST/1994/57"]),
    (
        "A/60/6 and Corr.1 and Add.1 and 2",
        ["A/60/6", "A/60/6/Corr.1", "A/60/6/Add.1", "A/60/6/Add.2"],
    ),
    ("S/2031/4/Add.1-3", ["S/2031/4/Add.1", "S/2031/4/Add.2", "S/2031/4/Add.3"]),
    ("S/2031/4, 43 people", ["S/2031/4"]),
    ("A/67/828 S/2013/210, annex", ["A/67/828-S/2013/210 (annex)"]),
    ("[S/3538]", ["S/3538"]),
    ("documents S/9513 25 and S/\n9541, 25\n\nConscious", ["S/9513", "S/9541"]),
    ("ST/SGB/2008/5, “Prohibition", ["ST/SGB/2008/5"]),
    ("see https://undocs.org/en/S/2031/4 here", ["S/2031/4"]),
    ("S/Agenda/8979 and S/PV.5874", ["S/Agenda/8979", "S/PV.5874"]),
    ("a draft resolution (A/85/L.8 and A/85/L.8/Add.1)", ["A/85/L.8", "A/85/L.8/Add.1"]),
    ("his statements PRST/2031/9 and PRST/2031/12", ["S/PRST/2031/9", "S/PRST/2031/12"]),
    ("under RES/2253 (2015)", ["S/RES/2253 (2015)"]),
    ("A/85/1-S/2031/7, and later S/2031/7", ["A/85/1-S/2031/7"]),
    ("S/2031/7* and S/2031/7", ["S/2031/7"]),
    (
        "On 3 May 2031, the Council adopted resolution 1 (2031) on it",
        ["S/RES/1 (2031) of 2031-05-03"],
    ),
    ("In a letter addressed to me on 3 May 2031 (S/2031/7)", ["S/2031/7 of 2031-05-03"]),
    (
        "I submitted a report to the Security Council on 3 May 2031 (S/2031/7), which",
        ["S/2031/7 of 2031-05-03"],
    ),
    (
        "in my report of 3 May 2031 to the General Assembly (A/85/1)",
        ["A/85/1 of 2031-05-03"],
    ),
    (
        "our letter of 3 May 2031, which was issued as document S/2031/7",
        ["S/2031/7 of 2031-05-03 previous"],
    ),
    (
        "my letter dated 3 May 2031, circulated as a document of the Council under S/2031/7",
        ["S/2031/7 of 2031-05-03 previous"],
    ),
    ("Previously circulated under the symbol S/2031/7", ["S/2031/7 annexed"]),
    ("my letter dated 3 May 2031", []),
]
NOTHING = [
    "press release SC/14982, SG/SM/13618 and GA/11994",
    "document WHA69/2016/REC/1",
    "World Health Assembly resolution 69.2 of 28 May 2016",
    "World Health Assembly resolution 67/1",
    "Parliamentary Assembly resolution 1633 (2008)",
    "Conference of the Parties decision 1/CP.21",
    "Council Decision 2010/573/CFSP",
    "decision 5/4 of the team",
    "killed 43 (2015)",
    "the resolution of 43 cases",
    "the resolution of 1999 was kept",
    "a resolution was adopted; 43 were hurt",
    "high-resolution 1080 pictures",
    "a resolution of 1080 (2015 models)",
    "the 1540 Committee",
    "a resolution on 24/7 service",
    "Resolution 898 of the Arab ministers",
    "and/or 1/2 on 8/8/2017",
    "resolution",
    "resolution 43120",
    "S/ 450 millones están destinados",
    "résolution 58 de la Commission des droits de l'homme",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*COUNCIL, *ASSEMBLY, *OTHERS, *PROVISIONS, *CHARTER, *DOCUMENTS]
)
def test_what_a_phrasing_refers_to(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_look_alikes_refer_to_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "own", "expected"),
    [
        ("in resolutions 1850 and 1860", "S/PRST/2031/9", ["S/RES/1850", "S/RES/1860"]),
        ("in resolutions 1850 and 1860", "A/85/1", []),
        ("its resolution 22/23", "A/HRC/52/69", ["A/HRC/RES/22/23"]),
        ("General Assembly resolution 60/251", "A/HRC/52/69", ["A/RES/60/251"]),
        ("resolution 60/251", "A/HRC/52/69", ["A/RES/60/251"]),
        ("resolution S-17/1", "A/HRC/52/69", ["A/HRC/RES/S-17/1"]),
        ("decision 6/101", "A/HRC/52/69", ["A/HRC/DEC/6/101"]),
        ("decision 2011/235", "E/2031/1", ["E/DEC/2011/235"]),
        ("resolution 1503 (XLVIII)", "E/2031/1", ["E/RES/1503(XLVIII)"]),
        ("our report (S/2031/7)", "S/2031/7", []),
        ("our report (S/2031/7*) and A/85/1", "A/85/1-S/2031/7", []),
        ("Resolution 1 (2031)", "S/RES/1 (2031)", []),
        ("Resolution 46/182 and 46/183", "A/RES/46/182", ["A/RES/46/183"]),
    ],
)
def test_the_document_itself_says_whose_its_resolutions_are(
    text: str, own: str, expected: list[str]
) -> None:
    assert said(text, own=own) == expected
