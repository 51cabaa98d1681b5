"""French, Spanish and German phrasings: what they refer to, and look-alikes."""

import pytest
from tests.un.references.phrasings import said

FRENCH = [
    ("la résolution 2253 (2015)", ["S/RES/2253 (2015)"]),
    ("sa résolution 2253 (2015) du 17 décembre 2015", ["S/RES/2253 (2015) of 2015-12-17"]),
    (
        "les résolutions 2140 (2014), 2216 (2015) et 2451 (2018)",
        ["S/RES/2140 (2014)", "S/RES/2216 (2015)", "S/RES/2451 (2018)"],
    ),
    (
        "résolution 2623 (2022) du Conseil de sécurité en date du 27 février 2022",
        ["S/RES/2623 (2022) of 2022-02-27"],
    ),
    ("la résolution 2401 du Conseil de sécurité", ["S/RES/2401"]),
    ("la résolution du Conseil de sécurité 2254", ["S/RES/2254"]),
    ("la résolution no 2254 de 2015", ["S/RES/2254 (2015)"]),
    ("la résolution 2387 adoptée par le Conseil de sécurité", ["S/RES/2387"]),
    ("la résolution 46/182 de l'Assemblée générale", ["A/RES/46/182"]),
    ("les résolutions 46/182 et 60/251 de l’Assemblée", ["A/RES/46/182", "A/RES/60/251"]),
    ("dans sa résolution 60/246, l'Assemblée générale", ["A/RES/60/246"]),
    ("la résolution 217 A (III) du 10 décembre 1948", ["A/RES/217(III)A of 1948-12-10"]),
    ("la résolution 70/234 A et B", ["A/RES/70/234A", "A/RES/70/234B"]),
    ("la résolution 22/23 du Conseil des droits de l'homme", ["A/HRC/RES/22/23"]),
    ("la résolution 1996/31 du Conseil économique et social", ["E/RES/1996/31"]),
    ("la décision 60/551 de l'Assemblée générale", ["A/DEC/60/551"]),
    ("au paragraphe 1 de la résolution 1 (2031)", ["S/RES/1 (2031) (paragraph 1)"]),
    (
        "les paragraphes 11 et 15 de sa résolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 11; paragraph 15)"],
    ),
    (
        "les paragraphes 14 à 17 de la résolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 14; paragraph 15; paragraph 16; paragraph 17)"],
    ),
    (
        "l'alinéa c) du paragraphe 18 de la résolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 18 (c))"],
    ),
    ("à l'annexe de la résolution 1 (2031)", ["S/RES/1 (2031) (annex)"]),
    ("(S/2031/7, par. 5 et 6)", ["S/2031/7 (paragraph 5; paragraph 6)"]),
    ("(voir S/2031/7, annexe II)", ["S/2031/7 (annex II)"]),
    ("le document publié sous la cote A/85/1-S/2031/7", ["A/85/1-S/2031/7"]),
    ("l'Article 51 de la Charte des Nations Unies", ["Charter (Article 51)"]),
    ("l’article 51 de la Charte", ["Charter (Article 51)"]),
    ("le paragraphe 4 de l'Article 2 de la Charte", ["Charter (Article 2 (4))"]),
    ("les Articles 39 et 40 de la Charte", ["Charter (Article 39; Article 40)"]),
    ("agissant en vertu du Chapitre VII de la Charte", ["Charter (Chapter VII)"]),
    ("agissant en vertu du Chapitre VII", ["Charter (Chapter VII)"]),
    ("la Charte des Nations Unies, notamment l'Article 51", ["Charter (Article 51)"]),
    ("suite à notre lettre datée du 2 mai 2031 (S/2031/7)", ["S/2031/7 of 2031-05-02 previous"]),
    ("en réponse à la lettre du 2 mai 2031 (S/2031/7)", ["S/2031/7 of 2031-05-02 replies_to"]),
    ("le rapport du Secrétaire général du 1er juin 2031 (S/2031/7)", ["S/2031/7 of 2031-06-01"]),
    ("rectificatif au document S/2031/7", ["S/2031/7 corrects"]),
    (
        "la déclaration de son président du 3 mai 2031 (S/PRST/2031/9)",
        ["S/PRST/2031/9 of 2031-05-03"],
    ),
    ("documents S/3516 et Add.1", ["S/3516", "S/3516/Add.1"]),
    (
        "notre lettre du 4 mai 2031, publiée sous la cote S/2031/7",
        ["S/2031/7 of 2031-05-04 previous"],
    ),
    ("l'Article 51 et le Chapitre VII de la Charte", ["Charter (Article 51; Chapter VII)"]),
    (
        "les résolutions 1199 (1998) du 23 septembre 1998, 1203 (1998) du 24 octobre 1998",
        [
            "S/RES/1199 (1998) of 1998-09-23",
            "S/RES/1203 (1998) of 1998-10-24",
        ],
    ),
]
FRENCH_NOTHING = [
    "communiqué CS/13108",
    "l'article 5 de la Charte africaine des droits",
    "l'article 17 de la Charte de l'OEA",
    "la résolution de 43 affaires",
    "la Résolution 898 des ministres arabes",
    "résolution 1633 (2008) de l'Assemblée parlementaire",
    "le paragraphe 9 (2017)",
]
SPANISH = [
    ("la resolución 2253 (2015)", ["S/RES/2253 (2015)"]),
    ("sus resoluciones 2140 (2014) y 2216 (2015)", ["S/RES/2140 (2014)", "S/RES/2216 (2015)"]),
    (
        "la resolución 2623 (2022) del Consejo de Seguridad, de 27 de febrero de 2022",
        ["S/RES/2623 (2022) of 2022-02-27"],
    ),
    ("la resolución 2254 del Consejo de Seguridad", ["S/RES/2254"]),
    ("la resolución 46/182 de la Asamblea General", ["A/RES/46/182"]),
    (
        "la resolución 377 A (V) de la Asamblea General, de 3 de noviembre de 1950",
        ["A/RES/377(V)A of 1950-11-03"],
    ),
    ("su resolución 2625 (XXV), de 24 de octubre de 1970", ["A/RES/2625(XXV) of 1970-10-24"]),
    ("la resolución 22/23 del Consejo de Derechos Humanos", ["A/HRC/RES/22/23"]),
    ("la decisión 60/551", ["A/DEC/60/551"]),
    (
        "los párrafos 11 y 15 de la resolución 1 (2031)",
        ["S/RES/1 (2031) (paragraph 11; paragraph 15)"],
    ),
    (
        "los párrafos 14 a 17 de la resolución 1 (2031)",
        ["S/RES/1 (2031) (paragraph 14; paragraph 15; paragraph 16; paragraph 17)"],
    ),
    ("el párrafo 18 c) de la resolución 1 (2031)", ["S/RES/1 (2031) (paragraph 18 (c))"]),
    ("el anexo de la resolución 1 (2031)", ["S/RES/1 (2031) (annex)"]),
    ("(véase S/2031/7, párr. 5)", ["S/2031/7 (paragraph 5)"]),
    ("el Artículo 51 de la Carta de las Naciones Unidas", ["Charter (Article 51)"]),
    ("el Artículo 2 4) de la Carta", ["Charter (Article 2 (4))"]),
    ("los Artículos 39 y 41 de la Carta", ["Charter (Article 39; Article 41)"]),
    ("actuando en virtud del Capítulo VII de la Carta", ["Charter (Chapter VII)"]),
    ("nuestra carta de fecha 2 de mayo de 2031 (S/2031/7)", ["S/2031/7 of 2031-05-02 previous"]),
    (
        "en respuesta a la carta de 2 de mayo de 2031 (S/2031/7)",
        ["S/2031/7 of 2031-05-02 replies_to"],
    ),
    ("el informe de 12 de junio de 2031 (S/2031/7)", ["S/2031/7 of 2031-06-12"]),
    (
        "nuestra carta de 4 de mayo de 2031, publicada con la signatura S/2031/7",
        ["S/2031/7 of 2031-05-04 previous"],
    ),
    ("las resoluciones de la Asamblea General 46/182 y 60/251", ["A/RES/46/182", "A/RES/60/251"]),
    ("Artículos 2, párrafo 4, y 51 de la Carta", ["Charter (Article 2 (4); Article 51)"]),
    ("A/ES-11/L.1 y A/ES-11/L.1/Add.1", ["A/ES-11/L.1", "A/ES-11/L.1/Add.1"]),
]
SPANISH_NOTHING = [
    "el artículo 9 de la Carta de la OEA",
    "Resolución Ministerial N° 1114-2017/MINSA",
    "el Artículo 4 de la Carta Democrática",
    "la carta de 43 personas",
    "el párrafo 9 (2017)",
]
GERMAN = [
    ("Resolution 2253 (2015)", ["S/RES/2253 (2015)"]),
    ("den Resolutionen 2140 (2014) und 2216 (2015)", ["S/RES/2140 (2014)", "S/RES/2216 (2015)"]),
    (
        "die Resolution 2170 (2014), 2178 (2014) und 2253 (2015)",
        ["S/RES/2170 (2014)", "S/RES/2178 (2014)", "S/RES/2253 (2015)"],
    ),
    ("Resolution 1325 (2000) vom 31. Oktober 2000", ["S/RES/1325 (2000) of 2000-10-31"]),
    ("Resolution 46/182 der Generalversammlung", ["A/RES/46/182"]),
    ("Resolution 2254 des Sicherheitsrats", ["S/RES/2254"]),
    ("die Sicherheitsratsresolution 2254", ["S/RES/2254"]),
    ("Ziffer 9 der Resolution 1 (2031)", ["S/RES/1 (2031) (paragraph 9)"]),
    (
        "mit den Ziffern 11 und 15 der Resolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 11; paragraph 15)"],
    ),
    (
        "Ziffern 14 bis 17 der Resolution 1 (2031)",
        ["S/RES/1 (2031) (paragraph 14; paragraph 15; paragraph 16; paragraph 17)"],
    ),
    ("Ziffer 18 c) der Resolution 1 (2031)", ["S/RES/1 (2031) (paragraph 18 (c))"]),
    ("in der Anlage zu Resolution 1 (2031)", ["S/RES/1 (2031) (annex)"]),
    ("Artikel 51 der Charta der Vereinten Nationen", ["Charter (Article 51)"]),
    ("Artikel 2 Nummer 4 der Charta", ["Charter (Article 2 (4))"]),
    ("Art. 51 der UN-Charta", ["Charter (Article 51)"]),
    ("Artikel 2 Absatz 4 der Charta", ["Charter (Article 2 (4))"]),
    ("nach Kapitel VII der Charta", ["Charter (Chapter VII)"]),
    (
        "Artikel der Charta der Vereinten Nationen, insbesondere Artikel 51",
        ["Charter (Article 51)"],
    ),
    ("unser Schreiben vom 2. Mai 2031 (S/2031/7)", ["S/2031/7 of 2031-05-02 previous"]),
]
GERMAN_NOTHING = [
    "Artikel 5 der Afrikanischen Charta",
    "Beschluss 12 des Bundesrats",
    "Artikel 17 des Grundgesetzes",
]


@pytest.mark.parametrize(("text", "expected"), [*FRENCH, *SPANISH, *GERMAN])
def test_what_a_phrasing_refers_to(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", [*FRENCH_NOTHING, *SPANISH_NOTHING, *GERMAN_NOTHING])
def test_look_alikes_refer_to_nothing(text: str) -> None:
    assert said(text) == []
