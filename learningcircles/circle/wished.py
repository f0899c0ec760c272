"""The words of a request that say what somebody asks for: not those by which people ask for anything at all.

Of the three languages of the program, whatever language it speaks: people write as they like.
"""

from __future__ import annotations

from learningcircles.storage.search import words_of

_LEAST = 4
"""Shorter ones are seldom what a request is about."""
_EN = """
about after again also another anybody anyone anything around because been before begin beginner beginners being best
better both class classes could course courses does doing each easy else every everyone evening evenings find first for
from getting give giving good great have help helping here hour hours into just know learn learner learning learns less
lesson lessons like likes little long look looking lots love make making many maybe month more morning most much must
need needed needs never next nice none once only other others over own patience patient people person please practice
practise question questions really same session sessions several should show simple since some somebody someone
something sometime start starter starters still such support take teach teacher teaches teaching than thank thanks that
their them then there these they thing things this those through time times together tomorrow tonight tutor tutoring
under until upon used using very want wanted wants week weekend weeks well were what when where which while whoever
will willing wish with within without work workshop would year years your yours
"""
_FR = """
afin aide aider aime aimerais alors apprend apprendre apprentissage apres atelier ateliers aucun aussi autre autres
avant avec avoir beaucoup besoin bien bonjour bonne celle celui ceux chaque cherche chercher chez comme comment cours
dans debut debutant debutante debutants debuter depuis dernier deux donne donner dont elle elles encore enfin enseigne
enseigner entre envie est etre facile faire fait fois heure heures initiation jour jours jusque leur leurs lecon lecons
loin mais matin meme merci mieux moins mois mon montrer notre nous niveau parce parfois part pendant personne personnes
petit petite peut pour pourrait pouvoir pratique pratiquer prendre pres puis quand quel quelle quelque quelques
quelqu question questions quoi rien sans savoir seance seances selon semaine semaines semble seulement simple soir
soiree souhaite sous souvent suis super sur tous tout toute toutes tres trouver vers veux voir voudrais vous votre
"""
_ES = """
ademas ahora algo alguien algun alguna algunas alguno algunos antes aprende aprender aprendizaje aqui aunque ayuda
ayudar bien buena bueno busca buscar busco cada clase clases como conmigo consigo contra cosas cual cuando cuanto curso
cursos dado dar desde despues dias donde dos ella ellas ellos empezar encontrar ensena ensenar entre eres ese esta
estas este esto estos facil favor fuera gracias gusta gustaria hace hacer hacia hasta hora horas hoy inicial iniciacion
junto juntos leccion lecciones luego manana mas mayor mejor menos mes meses mi mientras mismo mucha muchas mucho muchos
nada nadie necesita necesito ninguno nivel noche nosotros nuestra nuestro otra otras otro otros para pero persona
personas poco podria poder porque practica practicar pregunta preguntas principiante principiantes pueda puede puedo
quien quiera quiere quiero saber sabe segun semana semanas sencillo ser sesion sesiones sido siempre sin sobre solo
somos soy sus tambien tanto tarde tener tengo tiempo tiene toda todas todo todos traves tres una unas uno unos usar
usted ustedes veces vez
"""
_SAY_NOTHING = frozenset(f"{_EN} {_FR} {_ES}".split())


def wished(title: str) -> list[str]:
    """Return the words of a request's title, without accents and case, that say what is asked for.

    "Help with ukulele" is ukulele; a title may have none.
    """
    return [word for word in dict.fromkeys(words_of(title)) if len(word) >= _LEAST and word not in _SAY_NOTHING]
