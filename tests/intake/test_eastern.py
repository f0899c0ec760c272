"""Lists of Central and Eastern Europe, Turkey and Japan come in with their own letters, Western ones with theirs."""

from __future__ import annotations

import pytest

from learningcircles.intake.alphabets import ENCODING_LABELS, known_as
from learningcircles.intake.letters import decode_text

EASTERN = {
    "cp1250": [
        "Łukasz Żak,Poznań\nMałgorzata Wójcik,Łódź", "Łukasz Żak", "Łukasz Müller",
        "Jiří Dvořák,Plzeň\nŽaneta Černá,Ústí",
        "Szűcs Győző,Pécs\nÖrsi Ágnes,Kőszeg", "Ştefan Ţurcanu,Iaşi", "Đorđe Šimić,Čakovec",
    ],
    "cp1251": ["Иван Петров,Москва\nОльга Шевченко,Київ", "Иван,123", "Имя,Телефон"],
    "koi8_u": ["Иван Петров,Москва\nОльга Шевченко,Київ", "Имя,Телефон"],
    "cp1253": ["Ελένη Ιωάννου,Αθήνα\nΓιώργος,Πάτρα"],
    "cp1254": ["Ayşe Yıldız,İzmir\nGökhan Öztürk,Muğla"],
    "cp932": ["氏名,電話\n山田太郎,03\n鈴木花子,06", "やまだ たろう,東京"],
}  # fmt: skip
WESTERN = {
    "cp1252": [
        "José Núñez,Málaga", "Zoë Björk,Ångström", "Hélène Lefèvre – l’atelier «café» £5", "Nº 12 1º 2ª,Peña",
        "30 m³ Jardín", "Café £5 ½ price", "Ærø Sørensen,Hårby", "Créée,Noëlle,naïve", "€ 12 “quoted” João Conceição",
        "Françoise Müller-Lüdenscheidt", "Muñoz £", "Größe 20 m² £10", "ÉLOÏSE BÉÈ", "Þórður Guðmundsson,Reykjavík",
        "Père Noël ± 5 × 3", "Jõgi,Võru",
    ],
    "mac_roman": ["José Núñez,Málaga\nHélène", "Zoë Björk"],
    "cp850": ["José Núñez,Málaga\nHélène"],
}  # fmt: skip


@pytest.mark.parametrize("times", [1, 400], ids=["short", "long"])
@pytest.mark.parametrize(
    ("encoding", "words"), [(name, words) for kind in (EASTERN, WESTERN) for name in kind for words in kind[name]]
)
def test_a_list_is_read_in_its_own_letters(encoding: str, words: str, times: int) -> None:
    said = "Name,Place\n" + f"{words}\n" * times
    assert decode_text(said.encode(encoding)).text == said


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", ["Имя,Телефон\r\nИван Петров,Москва\r\n", "氏名,電話\n山田太郎,東京\n"])
def test_wide_letters_without_a_mark_are_known(words: str, encoding: str) -> None:
    assert decode_text(words.encode(encoding)).text == words
    assert decode_text(words.encode(encoding), "utf-16").text == words, "or said"


def test_every_encoding_that_can_be_said_reads_what_it_wrote() -> None:
    words = {"Cyrillic": "Иван", "Greek": "Ελένη", "Japanese": "山田", "Hebrew": "שלום", "Baltic": "Žiū"}
    for name, label in ENCODING_LABELS.items():
        said = f"Name,Place\n{words.get(label.split()[0], 'Bo')},Ek\n"
        assert decode_text(said.encode(name), name).text == said, label
        assert known_as(name) == name
    assert [known_as(name) for name in ("utf8", "latin-1", "utf-16-be", "rot13", "")] == [
        "utf-8", "cp1252", "utf-16", "", "",
    ]  # fmt: skip
