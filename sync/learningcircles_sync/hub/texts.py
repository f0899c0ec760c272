"""The pages' words in English, French and Spanish, and dates as each of them writes them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from learningcircles.phrase import in_hours
from learningcircles_sync.hub.tongues import named

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
LANGUAGES = {"en": "English", "fr": "Français", "es": "Español"}

_TEXTS: dict[str, tuple[str, str, str]] = {
    "site": ("Learning Circles", "Cercles d’apprentissage", "Círculos de aprendizaje"),
    "lead": (
        "Neighbours teach each other. See what the circles of this region offer.",
        "Entre voisins, on s’apprend tout. Voici ce que proposent les cercles de la région.",
        "Los vecinos se enseñan unos a otros. Mira qué ofrecen los círculos de la región.",
    ),
    "meetups": ("Meetups", "Rencontres", "Encuentros"),
    "offers": ("Offers", "Offres", "Ofertas"),
    "requests": ("Requests", "Demandes", "Peticiones"),
    "circles": ("Circles", "Cercles", "Círculos"),
    "about": ("About", "À propos", "Acerca de"),
    "search": ("Search", "Chercher", "Buscar"),
    "search_for": ("What would you like to learn?", "Qu’aimeriez-vous apprendre ?", "¿Qué te gustaría aprender?"),
    "found": ("Found", "Résultats", "Resultados"),
    "all": ("See all", "Tout voir", "Ver todo"),
    "pages": ("Pages", "Pages", "Páginas"),
    "before": ("Previous", "Précédente", "Anterior"),
    "after": ("Next", "Suivante", "Siguiente"),
    "calendar": (
        "Put the meetups into my calendar",
        "Ajouter les rencontres à mon agenda",
        "Añadir los encuentros a mi calendario",
    ),
    "cancelled": ("Cancelled", "Annulée", "Cancelado"),
    "spoken": ("In", "En", "En"),
    "type_first": (
        "Type a word or two above.",
        "Tapez un ou deux mots ci-dessus.",
        "Escribe arriba una o dos palabras.",
    ),
    "nothing": ("Nothing here at the moment.", "Rien pour le moment.", "Nada por el momento."),
    "nothing_found": (
        "Nothing was found for these words.",
        "Rien n’a été trouvé pour ces mots.",
        "No se ha encontrado nada para estas palabras.",
    ),
    "missing": (
        "There is nothing at this address.",
        "Il n’y a rien à cette adresse.",
        "No hay nada en esta dirección.",
    ),
    "home": ("Start", "Accueil", "Inicio"),
    "skip": ("To the content", "Aller au contenu", "Ir al contenido"),
    "until": ("until", "jusqu’au", "hasta el"),
    "about_text": (
        "Each circle decides what it shows here; members’ names appear only where they agreed. To take part,"
        " come to a meetup.",
        "Chaque cercle décide de ce qu’il montre ici ; le nom d’un membre ne paraît que s’il y consent. Pour"
        " participer, venez à une rencontre.",
        "Cada círculo decide qué muestra aquí; el nombre de una persona solo aparece si está de acuerdo. Para"
        " participar, ven a un encuentro.",
    ),
    "sign_up": ("Sign up", "S’inscrire", "Apuntarse"),
    "answer": ("Answer", "Répondre", "Responder"),
    "your_name": ("Your name", "Votre nom", "Tu nombre"),
    "your_contact": ("How to reach you", "Comment vous joindre", "Cómo localizarte"),
    "your_words": ("Your message", "Votre message", "Tu mensaje"),
    "optional": ("(may be left out)", "(facultatif)", "(opcional)"),
    "send": ("Send", "Envoyer", "Enviar"),
    "sealed_note": (
        "What you write is sealed at once: only the laptops of this circle can open it. By sending it you agree that"
        " the circle keeps it to answer you.",
        "Ce que vous écrivez est scellé aussitôt : seuls les ordinateurs de ce cercle peuvent l’ouvrir. En l’envoyant,"
        " vous acceptez que le cercle le garde pour vous répondre.",
        "Lo que escribes se sella al momento: solo los portátiles de este círculo pueden abrirlo. Al enviarlo aceptas"
        " que el círculo lo guarde para responderte.",
    ),
    "needed": (
        "Please say your name and how to reach you.",
        "Indiquez votre nom et comment vous joindre.",
        "Indica tu nombre y cómo localizarte.",
    ),
    "not_taken": (
        "This could not be sent. Please try again.",
        "L’envoi n’a pas pu se faire. Réessayez.",
        "No se ha podido enviar. Inténtalo de nuevo.",
    ),
    "too_many": (
        "Many messages have come in a short time. Wait a few minutes, then send yours: what you typed is still here.",
        "Beaucoup de messages sont arrivés en peu de temps. Patientez quelques minutes, puis envoyez le vôtre : ce que"
        " vous avez écrit est encore là.",
        "Han llegado muchos mensajes en poco tiempo. Espera unos minutos y envía el tuyo: lo que has escrito sigue"
        " aquí.",
    ),
    "full": (
        "This circle has not fetched its messages for a while. Please try again in a few days, or come to a meetup.",
        "Ce cercle n’a pas relevé ses messages depuis un moment. Réessayez dans quelques jours, ou venez à une"
        " rencontre.",
        "Este círculo no recoge sus mensajes desde hace tiempo. Inténtalo dentro de unos días, o ven a un encuentro.",
    ),
    "hub_full": (
        "This site can keep no message at the moment: the disk of its server may be full. Please try again later, or"
        " come to a meetup: what you typed is still here.",
        "Ce site ne peut garder aucun message pour le moment : le disque de son serveur est peut-être plein. Réessayez"
        " plus tard, ou venez à une rencontre : ce que vous avez écrit est encore là.",
        "Este sitio no puede guardar ningún mensaje por ahora: puede que el disco de su servidor esté lleno. Inténtalo"
        " más tarde, o ven a un encuentro: lo que has escrito sigue aquí.",
    ),
    "figures": ("Month by month", "Mois par mois", "Mes a mes"),
    "figure_exchanges": ("Exchanges:", "Échanges :", "Intercambios:"),
    "figure_hours": ("Hours exchanged:", "Heures échangées :", "Horas intercambiadas:"),
    "figure_meetups": ("Meetups:", "Rencontres :", "Encuentros:"),
    "figure_attendances": ("Attendances:", "Présences :", "Asistencias:"),
    "your_message": ("Your message", "Votre message", "Tu mensaje"),
    "keep_link": (
        "Keep the address of this page: it shows the answer as soon as there is one. Nobody else knows it.",
        "Gardez l’adresse de cette page : la réponse s’y affichera. Personne d’autre ne la connaît.",
        "Guarda la dirección de esta página: aquí aparecerá la respuesta. Nadie más la conoce.",
    ),
    "state_waits": (
        "It waits for the circle to fetch it.",
        "Il attend que le cercle le relève.",
        "Espera a que el círculo lo recoja.",
    ),
    "state_arrived": (
        "The circle has it and has not answered yet.",
        "Le cercle l’a reçu et n’a pas encore répondu.",
        "El círculo lo tiene y aún no ha respondido.",
    ),
    "state_accepted": ("The circle says yes.", "Le cercle dit oui.", "El círculo dice que sí."),
    "state_declined": (
        "The circle says no, sorry.",
        "Le cercle dit non, désolé.",
        "El círculo dice que no, lo siente.",
    ),
    "state_unknown": (
        "This hub knows nothing of such a message. If you have sent one, it was lost: please send it again.",
        "Ce serveur ne connaît pas un tel message. Si vous en avez envoyé un, il a été perdu : renvoyez-le.",
        "Este nodo no conoce ningún mensaje así. Si enviaste uno, se ha perdido: envíalo otra vez.",
    ),
    "privacy": (
        "This site sets no cookies, runs no scripts and keeps nothing about its readers.",
        "Ce site n’utilise ni cookies ni scripts et ne garde rien sur ses lecteurs.",
        "Este sitio no usa cookies ni scripts y no guarda nada de quienes lo leen.",
    ),
}


@dataclass(frozen=True)
class Texts:
    """The words of one language: `t.meetups`, and `t.when(...)` for a meetup's start.

    `year`: the one that goes without saying; 0 where every one does.
    """

    code: str
    year: int = 0

    def __getattr__(self, name: str) -> str:
        try:
            return _TEXTS[name][list(LANGUAGES).index(self.code)]
        except KeyError as error:
            raise AttributeError(name) from error

    @property
    def languages(self) -> dict[str, str]:
        """Every language by its code, in its own word."""
        return LANGUAGES

    def length(self, minutes: Any) -> str:
        """Return minutes as the desktop writes them: 15 min, 1 h 30 min, 2 h."""
        if type(minutes) is not int or minutes <= 0:
            return ""
        return in_hours(minutes).replace(" ", "\u00a0")

    def tongues(self, codes: Any) -> str:
        """Return the names of published language codes, such as "ar, pt"."""
        return named(codes, list(LANGUAGES).index(self.code)) if isinstance(codes, str) else ""

    def day(self, text: Any) -> str:
        """Return "2026-11-20" as this language writes a day."""
        try:
            day = datetime.date.fromisoformat(str(text)[:10])
        except ValueError:
            return ""
        month = _MONTHS[self.code].split()[day.month - 1]
        weekday = _WEEKDAYS[self.code].split()[day.weekday()]
        year = "" if self.year in (0, day.year) else str(day.year)
        if self.code == "es":
            return f"{weekday}, {day.day} de {month}" + (f" de {year}" if year else "")
        return f"{weekday} {day.day} {month} {year}".rstrip()

    def month(self, text: Any) -> str:
        """Return "2026-10" as this language writes a month."""
        try:
            first = datetime.date.fromisoformat(f"{text}-01")
        except ValueError:
            return ""
        month = _MONTHS[self.code].split()[first.month - 1]
        return f"{month} de {first.year}" if self.code == "es" else f"{month} {first.year}"

    def in_figures(self, body: Mapping[str, Any]) -> list[str]:
        """Return the lines of a month in numbers, of those that were published."""
        told = [
            (self.figure_exchanges, _counted(body.get("exchanges"))),
            (self.figure_hours, self.length(body.get("minutes"))),
            (self.figure_meetups, _counted(body.get("meetups"))),
            (self.figure_attendances, _counted(body.get("attendances"))),
        ]
        return [f"{name} {number}" for name, number in told if number]

    def when(self, start: Any) -> str:
        """Return a local time {"at", "zone"} as this language writes it; its zone is the circle's own."""
        at = str(start.get("at", "")) if isinstance(start, dict) else ""
        clock = at[11:16]
        return f"{self.day(at)}, {clock}" if clock else ""


def _counted(number: Any) -> str:
    return str(number) if type(number) is int and number > 0 else ""


def choose(asked: str, accepted: str) -> Texts:
    """Return the language asked for, else the first accepted one that exists (RFC 9110 §12.5.4), else English."""
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")):
        name, _, quality = part.strip().partition(";q=")
        try:
            ranked.append((-float(quality or 1), place, name.split("-")[0].lower()))
        except ValueError:
            continue
    wanted = [asked, *(name for _, _, name in sorted(ranked))]
    return Texts(next((name for name in wanted if name in LANGUAGES), "en"))
