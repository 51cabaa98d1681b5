"""SPECIMEN mastheads and titles, all invented: both layouts, six languages and German.

Each is set as documents of its kind are set; what must be read of it stands beside it. What is not
named beside it is not asked.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest

from allegata.un.documents import UnDocument, read_document

SG, PSC, PGA = (
    "secretary_general",
    "president_of_the_security_council",
    "president_of_the_general_assembly",
)


@dataclass(frozen=True)
class Specimen:
    name: str
    text: str
    told: dict[str, Any] = field(default_factory=dict)  # Any: fields of several kinds


SPECIMENS = [
    # The modern layout
    Specimen(
        "en: a letter, two columns run together",
        """United Nations S/2031/684
Security Council Distr.: General
8 August 2031
English
Original: Arabic
31-13576 (E) 090831
*3113576*
Identical letters dated 6 August 2031 from the Permanent
Representative of the Syrian Arab Republic to the United Nations
addressed to the Secretary-General and the President of the
Security Council
On instructions from my Government, I wish to transmit the following.
(Signed) Nescio Nomen
Ambassador
""",
        {
            "symbol": "S/2031/684",
            "organ": "S",
            "distribution": "general",
            "issued": "2031-08-08",
            "original": "ar",
            "kind": "identical_letters",
            "dated": "2031-08-06",
            "job": "31-13576",
            "senders": [("permanent_representative", "SYR")],
            "addressees": (SG, PSC),
        },
    ),
    Specimen(
        "en: line by line, the symbol after the council",
        """United Nations

Security Council

S/2031/12*

Distr.: General
3 January 2031

Original: English


Letter dated 2 January 2031 from the Chargé d’affaires a.i. of the Permanent Mission of Mali to the
United Nations addressed to the President of the Security Council

I have the honour to write.
""",
        {
            "symbol": "S/2031/12*",
            "issued": "2031-01-03",
            "senders": [("charge_daffaires", "MLI")],
            "dated": "2031-01-02",
        },
    ),
    Specimen(
        "en: a double symbol with session, year and agenda items",
        """United Nations A/85/574–S/2030/1083
General Assembly
Security Council
Distr.: General
4 November 2030
Original: English
General Assembly
Eighty-fifth session
Agenda items 35, 40, 86 and 135
Prevention of an invented conflict
The situation in an invented valley
Security Council
Eighty-fifth year
Letter dated 2 November 2030 from the Permanent Representative of Armenia to the United Nations
addressed to the Secretary-General

I have the honour to write.
30-14811 (E) 061130
""",
        {
            "symbol": "A/85/574-S/2030/1083",
            "organ": "A",
            "session": "85",
            "year": 85,
            "agenda": ("35", "40", "86", "135"),
            "kind": "letter",
            "senders": [("permanent_representative", "ARM")],
            "job": "30-14811",
        },
    ),
    Specimen(
        "en: an emergency special session",
        """United Nations A/ES-12/3-S/2031/90
General Assembly
Security Council
Distr.: General
1 March 2031
Original: Arabic
General Assembly Security Council
Twelfth emergency special session Eighty-sixth year
Agenda item 5
Illegal actions in an invented valley
Identical letters dated 27 February 2031 from the Permanent Observer of the State of Palestine to
the United Nations addressed to the Secretary-General, the President of the General Assembly and
the President of the Security Council

I write to you.
""",
        {
            "symbol": "A/ES-12/3-S/2031/90",
            "session": "ES-12",
            "year": 86,
            "agenda": ("5",),
            "senders": [("permanent_observer", "PSE")],
            "addressees": (SG, PGA, PSC),
        },
    ),
    Specimen(
        "en: a resolution of the Council",
        """United Nations S/RES/2999 (2031)
Security Council Distr.: General
25 February 2031
31-02680 (E)
*3102680*
Resolution 2999 (2031)
Adopted by the Security Council at its 9873rd meeting, on
25 February 2031
The Security Council,
Recalling its resolutions 2998 (2031) of 3 January 2031,
""",
        {
            "symbol": "S/RES/2999 (2031)",
            "kind": "resolution",
            "dated": "2031-02-25",
            "author": "security_council",
            "job": "31-02680",
        },
    ),
    Specimen(
        "en: a resolution of the Assembly with a letter among its agenda items",
        """United Nations A/RES/86/3
General Assembly Distr.: General
18 October 2031
Eighty-sixth session
Agenda item 129
Letter dated 3 May 2031 from the Permanent Representative of Chad to the United Nations
addressed to the Secretary-General (A/86/141)
Resolution adopted by the General Assembly
on 10 October 2031
[without reference to a Main Committee (A/86/L.4)]
86/3. Aid to an invented valley
The General Assembly,
""",
        {
            "symbol": "A/RES/86/3",
            "kind": "resolution",
            "dated": "2031-10-10",
            "session": "86",
            "agenda": ("129",),
            "senders": [],
            "author": "general_assembly",
        },
    ),
    Specimen(
        "en: a presidential statement issued anew",
        """United Nations S/PRST/2031/10
Security Council Distr.: General
2 March 2031
Statement by the President of the Security Council
At the 9133rd meeting of the Security Council, held on 1 March 2031, in connection with the
Council’s consideration of the item entitled “An invented valley”, the President made the
following statement on behalf of the Council:
""",
        {
            "symbol": "S/PRST/2031/10",
            "kind": "presidential_statement",
            "issued": "2031-03-02",
            "dated": "2031-03-01",
            "author": "security_council",
        },
    ),
    Specimen(
        "en: a draft of several sponsors",
        """United Nations S/2031/773
Security Council Distr.: General
18 October 2031
Original: English
Albania, Bosnia and Herzegovina and Chad: draft resolution
The Security Council,
""",
        {
            "symbol": "S/2031/773",
            "kind": "draft_resolution",
            "senders": [],
            "author": "ALB, BIH, TCD",
        },
    ),
    Specimen(
        "en: a limited draft of a Main Committee",
        """United Nations A/C.3/86/L.60/Rev.1
General Assembly Distr.: Limited
14 November 2031
Original: English
Eighty-sixth session
Third Committee
Agenda item 72 (c)
Promotion and protection of human rights
Chad and Mali: revised draft resolution
Situation of human rights in an invented valley
The General Assembly,
""",
        {
            "symbol": "A/C.3/86/L.60/Rev.1",
            "distribution": "limited",
            "agenda": ("72 (c)",),
            "session": "86",
            "kind": "draft_resolution",
        },
    ),
    Specimen(
        "en: a meeting record",
        """United Nations S/PV.9018 (Resumption 1)
Security Council Provisional
Eighty-sixth year
9018th meeting
Thursday, 10 August 2031, 3 p.m.
New York
President: A. Nomen (Chad)
Agenda
Letter dated 3 May 2031 from the Permanent Representative of Chad to the United Nations addressed
to the President of the Security Council (S/2031/136)
""",
        {
            "symbol": "S/PV.9018 (Resumption 1)",
            "kind": "meeting_record",
            "year": 86,
            "dated": "2031-08-10",
            "senders": [],
        },
    ),
    Specimen(
        "en: a provisional agenda",
        """United Nations S/Agenda/9018
Security Council Distr.: General
9 August 2031
Original: English
Provisional agenda for the 9018th meeting of the Security Council
To be held on Thursday, 10 August 2031, at 3 p.m.
1. Adoption of the agenda
""",
        {"symbol": "S/Agenda/9018", "kind": "provisional_agenda", "issued": "2031-08-09"},
    ),
    Specimen(
        "en: a report with a long name of the mission",
        """United Nations S/2031/1059
Security Council Distr.: General
28 November 2031
Original: English
United Nations Mission for an Invented Valley
Twenty-first progress report of the Secretary-General
I. Introduction
1. The present report is submitted pursuant to resolution 2999 (2031).
""",
        {
            "symbol": "S/2031/1059",
            "kind": "report",
            "author": SG,
            "original": "en",
            "issued": "2031-11-28",
        },
    ),
    Specimen(
        "en: a note by the President",
        """United Nations S/2031/507
Security Council Distr.: General
26 July 2031
Original: English
Note by the President of the Security Council
1. In an effort to enhance the efficiency of the work, the members decided.
""",
        {"kind": "note", "author": PSC},
    ),
    Specimen(
        "en: the Human Rights Council",
        """United Nations A/HRC/52/69
General Assembly Distr.: General
7 February 2031
Original: English
Human Rights Council
Fifty-second session
27 February–31 March 2031
Agenda item 4
Human rights situations that require the Council’s attention
Report of the Commission of Inquiry on an Invented Valley
Summary
""",
        {
            "symbol": "A/HRC/52/69",
            "organ": "A",
            "session": "52",
            "agenda": ("4",),
            "kind": "report",
            "issued": "2031-02-07",
        },
    ),
    Specimen(
        "en: a treaty body",
        """United Nations CCPR/C/TCD/CO/3
International Covenant on Civil and Political Rights
Distr.: General
18 March 2031
Original: French
Human Rights Committee
Concluding observations on the third periodic report of Chad
""",
        {"symbol": "CCPR/C/TCD/CO/3", "organ": "CCPR", "issued": "2031-03-18", "original": "fr"},
    ),
    Specimen(
        "en: a corrigendum in one language",
        """United Nations S/2031/95/Corr.1
Security Council Distr.: General
6 February 2031
English only
Report of the Secretary-General on an invented mission
Corrigendum
Paragraph 4, line 2
""",
        {"symbol": "S/2031/95/Corr.1", "kind": "report", "issued": "2031-02-06", "language": "en"},
    ),
    Specimen(
        "en: the original in two languages",
        """United Nations S/2031/96
Security Council Distr.: General
6 February 2031
Original: English/French
Note verbale dated 5 February 2031 from the Permanent Mission of Chad to the United Nations
addressed to the Secretary-General

The Permanent Mission of Chad presents its compliments to the Secretary-General.
""",
        {
            "kind": "note_verbale",
            "senders": [("permanent_mission", "TCD")],
            "addressees": (SG,),
            "original": "en",
        },
    ),
    Specimen(
        "en: a copy with the links taken out",
        """Security Council

Distr.: General
8 August 2031
English
Original: Arabic

Identical letters dated 6 August 2031 from the Permanent Representative of to the United Nations
addressed to the Secretary-General and the President of the Security Council

I refer to our previous letters.
""",
        {
            "symbol": None,
            "senders": [("permanent_representative", None)],
            "issued": "2031-08-08",
            "original": "ar",
        },
    ),
    Specimen(
        "en: the foot set first, a seal's words between",
        """31-13576 (E) 090831
*3113576*
United Nations S/2031/700
Emblem of the house
Security Council Distr.: General
9 August 2031
Original: English
Report of the Secretary-General on a valley
""",
        {"symbol": "S/2031/700", "distribution": "general", "issued": "2031-08-09"},
    ),
    Specimen(
        "en: joint senders of several offices",
        """United Nations S/2031/701
Security Council Distr.: General
9 August 2031
Original: English
Letter dated 7 August 2031 from the Permanent Representative of Chad, the Chargé d’affaires a.i. of
the Permanent Mission of Mali and the Permanent Representative of Niger to the United Nations
addressed to the President of the Security Council

We have the honour to write.

(Signed) A. Nomen
Permanent Representative of Chad

(Signed) B. Nomen
Chargé d’affaires a.i.

(Signed) C. Nomen
Permanent Representative of Niger
""",
        {
            "senders": [
                ("permanent_representative", "TCD"),
                ("charge_daffaires", "MLI"),
                ("permanent_representative", "NER"),
            ],
            "signatories": ["A. Nomen", "B. Nomen", "C. Nomen"],
            "addressees": (PSC,),
        },
    ),
    # The older layout
    Specimen(
        "en: 1993, a letter in capitals",
        """UNITED
NATIONS S
Security Council
Distr.
GENERAL
S/26924
25 October 1993
ENGLISH
ORIGINAL: ARABIC
LETTER DATED 24 OCTOBER 1993 FROM THE PERMANENT REPRESENTATIVE OF IRAQ TO THE
UNITED NATIONS ADDRESSED TO THE SECRETARY-GENERAL
On instructions from my Government, I have the honour to write.
93-57954 (E) 251093 /...
""",
        {
            "symbol": "S/26924",
            "distribution": "general",
            "issued": "1993-10-25",
            "original": "ar",
            "language": "en",
            "dated": "1993-10-24",
            "senders": [("permanent_representative", "IRQ")],
            "job": "93-57954",
        },
    ),
    Specimen(
        "en: 1993, words printed twice for weight",
        """UNITED UNITED S NATIONS NATIONS
Security Council
Distr. GENERAL
S/26925/Add.1
26 October 1993
ORIGINAL: ENGLISH
REPORT OF THE SECRETARY-GENERAL ON AN INVENTED MISSION
Addendum
1. Since my report of 3 October 1993 (S/26925), all was quiet.
""",
        {"symbol": "S/26925/Add.1", "issued": "1993-10-26", "kind": "report", "author": SG},
    ),
    Specimen(
        "en: 1991, two symbols on two lines, the topics before the letter",
        """UNITED
NATIONS AS
General Assembly Security Council
Distr.
GENERAL
A/47/61
S/23330
30 December 1991
ENGLISH
ORIGINAL: RUSSIAN
GENERAL ASSEMBLY SECURITY COUNCIL
Forty-seventh session Forty-sixth year
REVIEW OF THE STATE OF AN INVENTED VALLEY
HUMAN RIGHTS QUESTIONS
Letter dated 27 December 1991 from the Permanent
Representative of Belarus to the United Nations
addressed to the Secretary-General
I have the honour to transmit a protocol (annex I).
""",
        {
            "symbol": "A/47/61-S/23330",
            "session": "47",
            "year": 46,
            "dated": "1991-12-27",
            "senders": [("permanent_representative", "BLR")],
            "addressees": (SG,),
        },
    ),
    Specimen(
        "en: 1988, three symbols",
        """UNITED
NATIONS
General Assembly
Economic and Social Council
Distr.
GENERAL
A/43/199
E/1988/57
9 February 1988
ORIGINAL: ENGLISH
Forty-third session
Item 12 of the preliminary list*
Note by the Secretary-General
""",
        {
            "symbol": "A/43/199-E/1988/57",
            "organ": "A",
            "session": "43",
            "agenda": ("12",),
            "kind": "note",
        },
    ),
    Specimen(
        "en: 1956, bilingual",
        """UNITED NATIONS NATIONS UNIES
SECURITY COUNCIL CONSEIL DE SECURITE
Distr.
GENERAL
S/3599
19 January 1956
ORIGINAL: ENGLISH
LETTER DATED 18 JANUARY 1956 FROM THE REPRESENTATIVE OF SYRIA ADDRESSED TO THE PRESIDENT OF THE
SECURITY COUNCIL
I have the honour to write.
""",
        {
            "symbol": "S/3599",
            "issued": "1956-01-19",
            "dated": "1956-01-18",
            "senders": [("representatives", "SYR")],
            "addressees": (PSC,),
        },
    ),
    Specimen(
        "en: 1960, a cablegram",
        """UNITED NATIONS
SECURITY COUNCIL
Distr.
GENERAL
S/4399
13 July 1960
ORIGINAL: FRENCH
CABLEGRAM DATED 12 JULY 1960 FROM THE PRESIDENT OF THE REPUBLIC OF CHAD ADDRESSED TO THE
SECRETARY-GENERAL
I have the honour to write.
""",
        {"symbol": "S/4399", "kind": "telegram", "senders": [("president", "TCD")]},
    ),
    Specimen(
        "en: a heading without a masthead, day below",
        "Resolution 999 (1989)\nof 9 December 1989\n\nThe Security Council,\n\nTaking note,\n",
        {
            "symbol": "S/RES/999 (1989)",
            "basis": "title",
            "organ": "S",
            "kind": "resolution",
            "dated": "1989-12-09",
            "issued": None,
        },
    ),
    Specimen(
        "en: a heading of the fifties",
        "99 (1946). Resolution of 19 January 1946\n[S/538]\n\nThe Security Council,\n\nNoting,\n",
        {"symbol": "S/RES/99 (1946)", "basis": "title", "dated": "1946-01-19"},
    ),
    Specimen(
        "en: a heading of the Assembly",
        "2999 (XXVI). Rights of an invented valley\n\nThe General Assembly,\n\nRecalling them,\n",
        {"symbol": "A/RES/2999(XXVI)", "basis": "title", "organ": "A", "kind": "resolution"},
    ),
    # French
    Specimen(
        "fr: a letter, sender last",
        """Nations Unies S/2031/601
Conseil de sécurité Distr. générale
1er juillet 2031
Français
Original : anglais
31-11576 (F) 010731 010731
*3111576*
Lettres identiques datées du 1er juillet 2031, adressées au Secrétaire général et au Président
du Conseil de sécurité par le Représentant permanent de la République arabe syrienne
auprès de l’Organisation des Nations Unies
D’ordre de mon gouvernement, j’ai l’honneur de vous écrire.
(Signé) Nescio Nomen
Ambassadeur
""",
        {
            "symbol": "S/2031/601",
            "distribution": "general",
            "issued": "2031-07-01",
            "original": "en",
            "language": "fr",
            "kind": "identical_letters",
            "senders": [("permanent_representative", "SYR")],
            "addressees": (SG, PSC),
            "job": "31-11576",
            "signatories": ["Nescio Nomen"],
        },
    ),
    Specimen(
        "fr: a double document",
        """Nations Unies A/86/20–S/2031/20
Assemblée générale
Conseil de sécurité
Distr. générale
3 février 2031
Français
Original : arabe
Assemblée générale Conseil de sécurité
Quatre-vingt-sixième session Quatre-vingt-sixième année
Points 35 et 86 b) de l’ordre du jour
La situation dans une vallée inventée
Lettre datée du 2 février 2031, adressée au Secrétaire général par le Chargé d’affaires par intérim
de la Mission permanente de l’Iraq auprès de l’Organisation des Nations Unies
J’ai l’honneur de vous écrire.
""",
        {
            "symbol": "A/86/20-S/2031/20",
            "session": "86",
            "year": 86,
            "agenda": ("35", "86 (b)"),
            "senders": [("charge_daffaires", "IRQ")],
            "dated": "2031-02-02",
        },
    ),
    Specimen(
        "fr: 1993, capitals without accents",
        """NATIONS
UNIES S
Conseil de sécurité
Distr.
GENERALE
S/26930
3 août 1993
FRANCAIS
ORIGINAL : ANGLAIS
LETTRE DATEE DU 2 AOUT 1993, ADRESSEE AU PRESIDENT DU CONSEIL DE SECURITE PAR LE REPRESENTANT
PERMANENT DE LA BOSNIE-HERZEGOVINE AUPRES DE L'ORGANISATION DES NATIONS UNIES
J'ai l'honneur de vous écrire.
""",
        {
            "symbol": "S/26930",
            "distribution": "general",
            "issued": "1993-08-03",
            "original": "en",
            "language": "fr",
            "dated": "1993-08-02",
            "senders": [("permanent_representative", "BIH")],
        },
    ),
    Specimen(
        "fr: a resolution",
        """Nations Unies S/RES/2999 (2031)
Conseil de sécurité Distr. générale
25 février 2031
Résolution 2999 (2031)
Adoptée par le Conseil de sécurité à sa 9873e séance, le 25 février 2031
Le Conseil de sécurité,
""",
        {"symbol": "S/RES/2999 (2031)", "kind": "resolution", "dated": "2031-02-25"},
    ),
    Specimen(
        "fr: a report",
        """Nations Unies S/2031/44
Conseil de sécurité Distr. générale
12 janvier 2031
Français
Original : anglais
Troisième rapport du Secrétaire général sur une mission inventée
I. Introduction
""",
        {"kind": "report", "author": SG, "issued": "2031-01-12"},
    ),
    Specimen(
        "fr: a note verbale with an annex of a ministry",
        """Nations Unies S/2031/45
Conseil de sécurité Distr. générale
12 janvier 2031
Français
Original : arabe
Note verbale datée du 10 janvier 2031, adressée au Secrétaire général par la Mission permanente du
Tchad auprès de l’Organisation des Nations Unies

La Mission permanente du Tchad présente ses compliments au Secrétaire général.

Annexe I

[Original : arabe]

Déclaration du Ministère des affaires étrangères du Mali

Trois personnes ont été blessées.
""",
        {
            "kind": "note_verbale",
            "senders": [("permanent_mission", "TCD")],
            "parts": [("note_verbale", None, "TCD"), ("annex", "Annexe I", "MLI")],
        },
    ),
    Specimen(
        "fr: a heading without a masthead",
        "Résolution 999 (1989)\ndu 9 décembre 1989\n\nLe Conseil de sécurité,\n\nPrenant note,\n",
        {"symbol": "S/RES/999 (1989)", "basis": "title", "dated": "1989-12-09"},
    ),
    # Spanish
    Specimen(
        "es: a letter",
        """Naciones Unidas S/2031/602
Consejo de Seguridad Distr. general
8 de agosto de 2031
Español
Original: inglés
31-12345 (S) 080831 090831
Cartas idénticas de fecha 6 de agosto de 2031 dirigidas al Secretario General y al Presidente del
Consejo de Seguridad por el Representante Permanente de la República Árabe Siria ante las Naciones
Unidas
Siguiendo instrucciones de mi Gobierno, tengo el honor de escribirle.
(Firmado) Nescio Nomen
Embajador
""",
        {
            "symbol": "S/2031/602",
            "distribution": "general",
            "issued": "2031-08-08",
            "original": "en",
            "language": "es",
            "kind": "identical_letters",
            "dated": "2031-08-06",
            "senders": [("permanent_representative", "SYR")],
            "addressees": (SG, PSC),
            "job": "31-12345",
        },
    ),
    Specimen(
        "es: a double document of a special session",
        """Naciones Unidas A/S-33/4
Asamblea General Distr. general
3 de mayo de 2031
Español
Original: francés
Trigésimo tercer período extraordinario de sesiones
Tema 8 del programa
Carta de fecha 2 de mayo de 2031 dirigida al Presidente de la Asamblea General por la Representante
Permanente del Chad ante las Naciones Unidas
Tengo el honor de escribirle.
""",
        {
            "symbol": "A/S-33/4",
            "session": "S-33",
            "agenda": ("8",),
            "senders": [("permanent_representative", "TCD")],
            "addressees": (PGA,),
        },
    ),
    Specimen(
        "es: 1993, capitals",
        """NACIONES
UNIDAS S
Consejo de Seguridad
Distr.
GENERAL
S/26931
3 de mayo de 1993
ESPAÑOL
ORIGINAL: INGLES
CARTA DE FECHA 2 DE MAYO DE 1993 DIRIGIDA AL SECRETARIO GENERAL POR EL REPRESENTANTE PERMANENTE DE
CROACIA ANTE LAS NACIONES UNIDAS
Tengo el honor de escribirle.
""",
        {
            "symbol": "S/26931",
            "issued": "1993-05-03",
            "original": "en",
            "language": "es",
            "senders": [("permanent_representative", "HRV")],
            "dated": "1993-05-02",
        },
    ),
    Specimen(
        "es: a resolution of the Assembly",
        """Naciones Unidas A/RES/86/3
Asamblea General Distr. general
18 de octubre de 2031
Octogésimo sexto período de sesiones
Tema 129 del programa
Resolución aprobada por la Asamblea General el 10 de octubre de 2031
[sin remisión previa a una Comisión Principal (A/86/L.4)]
86/3. Ayuda a un valle inventado
La Asamblea General,
""",
        {"symbol": "A/RES/86/3", "kind": "resolution", "dated": "2031-10-10", "session": "86"},
    ),
    Specimen(
        "es: a report",
        """Naciones Unidas S/2031/46
Consejo de Seguridad Distr. general
12 de enero de 2031
Español
Original: inglés
Informe del Secretario General sobre una misión inventada
""",
        {"kind": "report", "author": SG},
    ),
    # Russian
    Specimen(
        "ru: a letter",
        """Организация Объединенных Наций S/2031/603
Совет Безопасности Distr.: General
8 August 2031
Russian
Original: Arabic
31-13577 (R) 090831 100831
*3113577*
Идентичные письма Постоянного представителя Сирийской Арабской Республики
при Организации Объединенных Наций от 6 августа 2031 года
на имя Генерального секретаря и Председателя Совета Безопасности
По поручению правительства моей страны имею честь сообщить следующее.
(Подпись) Незнаю Имени
Посол
""",
        {
            "symbol": "S/2031/603",
            "issued": "2031-08-08",
            "original": "ar",
            "language": "ru",
            "kind": "identical_letters",
            "dated": "2031-08-06",
            "senders": [("permanent_representative", "SYR")],
            "addressees": (SG, PSC),
            "job": "31-13577",
        },
    ),
    Specimen(
        "ru: a double document",
        """Организация Объединенных Наций A/86/21–S/2031/21
Генеральная Ассамблея
Совет Безопасности
Distr.: General
3 February 2031
Russian
Original: English
Генеральная Ассамблея Совет Безопасности
Восемьдесят шестая сессия Восемьдесят шестой год
Пункты 35 и 86 повестки дня
Положение в вымышленной долине
Письмо Временного поверенного в делах Постоянного представительства Армении
при Организации Объединенных Наций от 2 февраля 2031 года
на имя Генерального секретаря
Имею честь писать.
""",
        {
            "symbol": "A/86/21-S/2031/21",
            "session": "86",
            "year": 86,
            "agenda": ("35", "86"),
            "senders": [("charge_daffaires", "ARM")],
        },
    ),
    Specimen(
        "ru: a resolution",
        """Организация Объединенных Наций S/RES/2999 (2031)
Совет Безопасности Distr.: General
25 February 2031
Резолюция 2999 (2031),
принятая Советом Безопасности на его 9873-м заседании
25 февраля 2031 года
Совет Безопасности,
""",
        {"symbol": "S/RES/2999 (2031)", "kind": "resolution", "dated": "2031-02-25"},
    ),
    Specimen(
        "ru: a report",
        """Организация Объединенных Наций S/2031/47
Совет Безопасности Distr.: General
12 January 2031
Russian
Original: English
Доклад Генерального секретаря о вымышленной миссии
""",
        {"kind": "report", "author": SG, "original": "en"},
    ),
    Specimen(
        "ru: 1993",
        """ОРГАНИЗАЦИЯ
ОБЪЕДИНЕННЫХ
НАЦИЙ S
Совет Безопасности
Distr.
GENERAL
S/26932
3 May 1993
RUSSIAN
ORIGINAL: ENGLISH
ПИСЬМО ПОСТОЯННОГО ПРЕДСТАВИТЕЛЯ ХОРВАТИИ ПРИ ОРГАНИЗАЦИИ ОБЪЕДИНЕННЫХ НАЦИЙ ОТ
2 МАЯ 1993 ГОДА НА ИМЯ ПРЕДСЕДАТЕЛЯ СОВЕТА БЕЗОПАСНОСТИ
Имею честь писать.
""",
        {
            "symbol": "S/26932",
            "issued": "1993-05-03",
            "language": "ru",
            "original": "en",
            "dated": "1993-05-02",
            "senders": [("permanent_representative", "HRV")],
            "addressees": (PSC,),
        },
    ),
    Specimen(
        "ru: an annex with its own title",
        """Организация Объединенных Наций S/2031/48
Совет Безопасности Distr.: General
12 January 2031
Russian
Original: English
Письмо Постоянного представителя Чада при Организации Объединенных Наций от 10 января 2031 года
на имя Председателя Совета Безопасности
Имею честь препроводить заявление (см. приложение).
(Подпись) Незнаю Имени

Приложение I к письму Постоянного представителя Чада при Организации Объединенных Наций

[Подлинный текст на французском языке]

Заявление Министерства иностранных дел Мали от 9 января 2031 года

Пострадали три человека.
""",
        {"parts": [("letter", None, "TCD"), ("annex", "Приложение I", "MLI")]},
    ),
    # Arabic
    Specimen(
        "ar: a letter, the house's name stretched",
        """الأمــم المتحـدة S/2031/604
مجلس الأمن Distr.: General
8 August 2031
Arabic
Original: English
31-13578 (A)
رسالتان متطابقتان مؤرختان 6 آب/أغسطس 2031 موجهتان إلى الأمين العام ورئيس مجلس الأمن من الممثل الدائم
للجمهورية العربية السورية لدى الأمم المتحدة
بناءً على تعليمات من حكومتي، أتشرف بأن أكتب إليكم.
(توقيع) فلان الفلاني
السفير
""",
        {
            "symbol": "S/2031/604",
            "organ": "S",
            "distribution": "general",
            "issued": "2031-08-08",
            "language": "ar",
            "original": "en",
            "kind": "identical_letters",
            "dated": "2031-08-06",
            "senders": [("permanent_representative", "SYR")],
            "addressees": (SG, PSC),
            "signatories": ["فلان الفلاني"],
            "job": "31-13578",
        },
    ),
    Specimen(
        "ar: presentation forms, the job line turned round",
        """ﺍﻷﻣﻢ ﺍﳌﺘﺤﺪﺓ
S/2031/605
ﳎﻠﺲ ﺍﻷﻣﻦ
Distr.: General
8 August 2031
Arabic
Original: French
090831 090831 31-13579 (A)
*3113579*
رسالة مؤرخة 7 آب/أغسطس 2031 موجهة إلى رئيسة مجلس الأمن من القائم بالأعمال بالنيابة للبعثة
الدائمة للعراق لدى الأمم المتحدة
""",
        {
            "symbol": "S/2031/605",
            "organ": "S",
            "issued": "2031-08-08",
            "original": "fr",
            "senders": [("charge_daffaires", "IRQ")],
            "addressees": (PSC,),
            "job": "31-13579",
        },
    ),
    Specimen(
        "ar: a double document",
        """الأمم المتحدة
A/86/22–S/2031/22
الجمعية العامة
مجلس الأمن
Distr.: General
3 February 2031
Arabic
Original: English
الجمعية العامة مجلس الأمن
الدورة السادسة والثمانون السنة السادسة والثمانون
البندان 35 و 86 من جدول الأعمال
الحالة في واد مخترع
رسالة مؤرخة 2 شباط/فبراير 2031 موجهة إلى الأمين العام من الممثل الدائم للأردن لدى الأمم المتحدة
أتشرف بأن أكتب.
""",
        {
            "symbol": "A/86/22-S/2031/22",
            "organ": "A",
            "session": "86",
            "year": 86,
            "agenda": ("35", "86"),
            "senders": [("permanent_representative", "JOR")],
        },
    ),
    Specimen(
        "ar: a resolution",
        """الأمم المتحدة
S/RES/2999 (2031)
مجلس الأمن
Distr.: General
25 February 2031
القرار 2999 (2031)
الذي اتخذه مجلس الأمن في جلسته 9873، المعقودة في 25 شباط/فبراير 2031
إن مجلس الأمن،
""",
        {"symbol": "S/RES/2999 (2031)", "kind": "resolution", "dated": "2031-02-25"},
    ),
    Specimen(
        "ar: an annex with its language",
        """الأمم المتحدة
S/2031/49
مجلس الأمن
Distr.: General
12 January 2031
Arabic
Original: English
رسالة مؤرخة 10 كانون الثاني/يناير 2031 موجهة إلى رئيس مجلس الأمن من الممثل الدائم لتشاد
لدى الأمم المتحدة
أتشرف بأن أحيل إليكم بيانا (انظر المرفق).
(توقيع) فلان الفلاني

المرفق الأول

[الأصل: بالفرنسية]

بيان صادر عن وزارة الخارجية في مالي

أصيب ثلاثة أشخاص.
""",
        {
            "dated": "2031-01-10",
            "senders": [("permanent_representative", "TCD")],
            "part_languages": [None, "fr"],
        },
    ),
    # Chinese
    Specimen(
        "zh: a letter",
        """联合国 S/2031/606
安全理事会 Distr.: General
8 August 2031
Chinese
Original: Arabic
31-13580 (C) 090831 100831
2031年8月6日阿拉伯叙利亚共和国常驻联合国代表给秘书长和安全理事会主席的同文信
奉我国政府指示，谨此转递以下资料。
常驻代表
大使
某某（签名）
""",
        {
            "symbol": "S/2031/606",
            "organ": "S",
            "issued": "2031-08-08",
            "language": "zh",
            "original": "ar",
            "kind": "identical_letters",
            "dated": "2031-08-06",
            "senders": [("permanent_representative", "SYR")],
            "addressees": (SG, PSC),
            "signatories": ["某某"],
            "job": "31-13580",
        },
    ),
    Specimen(
        "zh: a double document, the day in the masthead in Chinese",
        """联合国
A/86/23-S/2031/23
大会
安全理事会
Distr.: General
2031年2月3日
Chinese
Original: English
大会 安全理事会
第八十六届会议 第八十六年
议程项目35和86
虚构山谷的局势
2031年2月2日亚美尼亚常驻联合国代表给秘书长的信
谨此致函。
""",
        {
            "symbol": "A/86/23-S/2031/23",
            "organ": "A",
            "issued": "2031-02-03",
            "session": "86",
            "year": 86,
            "agenda": ("35", "86"),
            "senders": [("permanent_representative", "ARM")],
            "dated": "2031-02-02",
        },
    ),
    Specimen(
        "zh: a resolution, full-width marks",
        """联合国
S/RES/2999（2031）
安全理事会
Distr.：General
25 February 2031
第2999(2031)号决议
2031年2月25日安全理事会第9873次会议通过
安全理事会，
""",
        {"symbol": "S/RES/2999 (2031)", "kind": "resolution", "dated": "2031-02-25"},
    ),
    Specimen(
        "zh: a report",
        """联合国 S/2031/50
安全理事会 Distr.: General
12 January 2031
Chinese
Original: English
秘书长关于虚构特派团的报告
一. 导言
""",
        {"kind": "report", "issued": "2031-01-12", "original": "en"},
    ),
    Specimen(
        "zh: an annex",
        """联合国 S/2031/51
安全理事会 Distr.: General
12 January 2031
Chinese
Original: English
2031年1月10日乍得常驻联合国代表给安全理事会主席的信
谨随函转递声明（见附件）。
常驻代表
某某（签名）

附件

[原件：法文]

马里外交部的声明

三人受伤。
""",
        {"parts": [("letter", None, "TCD"), ("annex", "附件", "MLI")]},
    ),
    # German, a language of documentation
    Specimen(
        "de: a resolution",
        """Vereinte Nationen S/RES/2999 (2031)
Sicherheitsrat Verteilung: Allgemein
25. Februar 2031
Deutsch
Original: Englisch
Resolution 2999 (2031)
verabschiedet auf der 9873. Sitzung des Sicherheitsrats am 25. Februar 2031
Der Sicherheitsrat,
""",
        {
            "symbol": "S/RES/2999 (2031)",
            "distribution": "general",
            "issued": "2031-02-25",
            "language": "de",
            "original": "en",
            "kind": "resolution",
            "dated": "2031-02-25",
        },
    ),
    Specimen(
        "de: a statement",
        """Vereinte Nationen S/PRST/2031/10
Sicherheitsrat Verteilung: Allgemein
2. März 2031
Erklärung der Präsidentin des Sicherheitsrats
Auf der 9133. Sitzung des Sicherheitsrats am 1. März 2031 gab die Präsidentin folgende Erklärung ab:
""",
        {"symbol": "S/PRST/2031/10", "kind": "presidential_statement", "issued": "2031-03-02"},
    ),
    Specimen(
        "de: the Assembly",
        """Vereinte Nationen A/RES/86/3
Generalversammlung Verteilung: Allgemein
18. Oktober 2031
Sechsundachtzigste Tagung
Tagesordnungspunkt 129
Resolution der Generalversammlung, verabschiedet am 10. Oktober 2031
86/3. Hilfe für ein erfundenes Tal
Die Generalversammlung,
""",
        {
            "symbol": "A/RES/86/3",
            "session": "86",
            "agenda": ("129",),
            "kind": "resolution",
            "dated": "2031-10-10",
        },
    ),
]


def told_of(doc: UnDocument) -> dict[str, Any]:  # Any: fields of several kinds
    head, letter = doc.head, doc.letter
    senders = letter.senders if letter else ()
    author = doc.parts[0].author
    return {
        "symbol": doc.symbol,
        "basis": doc.symbol_basis,
        "organ": head.organ,
        "distribution": head.distribution,
        "issued": head.issued,
        "language": head.language,
        "original": head.original_language,
        "kind": doc.kind,
        "dated": doc.dated,
        "job": head.job_number,
        "session": head.session,
        "year": head.council_year,
        "agenda": head.agenda_items,
        "senders": [(one.office, one.state) for one in senders],
        "signatories": [one.signatory for one in senders],
        "addressees": letter.addressees if letter else (),
        "author": author.name if author else None,
        "parts": [(p.kind, p.label, p.author.name if p.author else None) for p in doc.parts],
        "part_languages": [part.original_language for part in doc.parts],
    }


@pytest.mark.parametrize("specimen", SPECIMENS, ids=[specimen.name for specimen in SPECIMENS])
def test_a_specimen_is_read_as_it_is_set(specimen: Specimen) -> None:
    doc = read_document(specimen.text)
    assert doc is not None
    told = told_of(doc)
    assert {key: told[key] for key in specimen.told} == specimen.told


@pytest.mark.parametrize("specimen", SPECIMENS, ids=[specimen.name for specimen in SPECIMENS])
def test_a_specimen_is_the_same_in_a_scan_that_was_read_well(specimen: Specimen) -> None:
    doc = read_document(specimen.text, scanned=True)
    assert doc is not None
    told = told_of(doc)
    assert {key: told[key] for key in specimen.told} == specimen.told
    assert doc.head.repairs == ()
