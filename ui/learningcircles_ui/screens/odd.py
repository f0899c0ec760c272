"""The sample circle once more with what names really hold: compounds, long addresses, other scripts, emoji."""

from __future__ import annotations

from contextlib import closing
from itertools import cycle
from typing import Any

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_ui.demo.sample import circles, load

LONG = "Nachbarschaftsselbsthilfewerkstätten am Alten Rangierbahnhof und Umgebung"
PEOPLE = (
    "Maximiliane-Friederike von Hohenzollern-Sigmaringen zu Württemberg",
    "محمد عبد الرحمن الشريف",
    "歐陽文慧",
    "Nguyễn Thị Minh Khai 🌻🚲",
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewarenwohlgepflege",
    "Ana",
    "Ünal Çağlayan-Öztürkoğlu",
    "שרה בת־שבע כהן־לוי",
    "Llanfair­pwllgwyn Owen",
    "María de los Ángeles Fernández-Villaverde y Ruiz de Apodaca",
)
TITLES = (
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenherstellung",
    "دورة في إصلاح الدراجات الهوائية للمبتدئين والمتقدمين",
    "自行車維修工作坊：給初學者的第一堂課",
    "Repair 🛠️ café & “tea” <b>for all</b>",
    "Yoga",
    "Comment lire un contrat de location sans se perdre dans les petites lignes et les renvois",
)
EMAIL = "maximiliane.friederike@nachbarschaft.example"


def bring_long_words(home: Home) -> None:
    """Found it on a laptop."""
    data: dict[str, Any] = circles()[0]
    names, titles = cycle(PEOPLE), cycle(TITLES)
    for row in data["members"]:
        row |= {"name": next(names), "place": next(titles), "email": EMAIL, "phone": "+49 30 12345678 ext. 4021"}
        row["topics"] = [*row["topics"], next(titles)]
    for row in (*data["listings"], *data["meetups"]):
        row["title"] = next(titles)
    for row in (*data["meetups"], *data["learning"]):
        row["place"] = next(titles)
    for row in (*data["swaps"], *data["learning"]):
        row["topic"] = next(titles)
    for row in data["places"]:
        row["name"] = next(titles)
    data["project"] = TITLES[0] * 2
    with closing(found(home, LONG, PEOPLE[0], "Rangierbahnhofsverwaltungslaptop")) as circle:
        load(Verbs(circle), data)
