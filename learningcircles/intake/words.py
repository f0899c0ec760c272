"""The words that people write above columns and into cells, in English, French and Spanish.

Data only; what stands above columns in more languages is a resource (see `headings`). A target is a field's name, or
`field:part` where a column holds one part of it: a name in two columns, an address in four, a time of which the day and
the hour stand apart, minutes written as hours.
"""

from __future__ import annotations

PERSON = "member, person, name, contact, membre, personne, nom, miembro, socia, socio, persona, nombre"
PERSON += ", full name, member name, nom complet, nom et prénom, nom prénom, nombre completo, nombre y apellidos"
TEACHES = (
    "what can you teach, what could you teach, what do you teach, what can you offer, what can you share, what do you"
    " offer, what would you like to teach, skills offered, skills to share, skills you can offer, skills you can"
    " share, i can teach, i can offer, i offer, que pouvez vous enseigner, que pouvez vous apprendre aux autres, que"
    " pouvez vous transmettre, que pouvez vous proposer, que pouvez vous partager, que proposez vous, qu enseignez"
    " vous, que souhaitez vous enseigner, que voulez vous enseigner, que souhaitez vous transmettre, compétences à"
    " partager, compétences proposées, je propose, je peux enseigner, je peux transmettre, qué puede enseñar, qué"
    " puedes enseñar, qué sabe enseñar, qué sabes enseñar, qué puede ofrecer, qué puedes ofrecer, qué ofrece, qué"
    " ofreces, qué puede compartir, qué puedes compartir, qué le gustaría enseñar, qué te gustaría enseñar,"
    " habilidades que ofrece, puedo enseñar, ofrezco"
)
LEARNS = (
    "what would you like to learn, what do you want to learn, what do you wish to learn, what are you looking for,"
    " what do you need, would like to learn, wants to learn, want to learn, looking for, wants, wishes, needs help"
    " with, i would like to learn, i want to learn, que voulez vous apprendre, que souhaitez vous apprendre, qu"
    " aimeriez vous apprendre, que aimeriez vous apprendre, que cherchez vous, que recherchez vous, souhaite"
    " apprendre, veut apprendre, je cherche, je souhaite apprendre, je veux apprendre, recherche, cherche, souhaits,"
    " qué quiere aprender, qué quieres aprender, qué le gustaría aprender, qué te gustaría aprender, qué desea"
    " aprender, qué busca, qué buscas, quiere aprender, quiero aprender, busco, busca, deseos"
)
"""The questions of a form about what somebody teaches, and what they want to learn."""

TIME_IN_HOURS = ", time hours, duration hours, durée heures, temps heures, duración horas, tiempo horas"

HEADERS: dict[str, dict[str, str]] = {
    "member": {
        "name": "name, nom, nombre, full name, member, member name, participant, nom complet, nom et prénom,"
        " nom prénom, membre, adhérent, nombre completo, nombre y apellidos, miembro, socio, socia, participante,"
        " last name first name, surname first name, family name first name, apellidos y nombre, apellidos nombre",
        "name:first": "first name, given name, forename, prénom, prenoms, premier prénom, prénom 1, nombre de pila,"
        " primer nombre, nombre 1",
        "name:middle": "middle name, middle names, middle initial, second name, other names, additional name,"
        " deuxième prénom, second prénom, 2e prénom, 2ème prénom, prénom 2, autres prénoms, segundo nombre, nombre 2,"
        " otros nombres",
        "name:last": "last name, surname, family name, first surname, 1st surname, surname 1, last name 1, nom de"
        " famille, premier nom, apellido, apellidos, primer apellido, 1er apellido, apellido 1, apellido paterno",
        "name:second": "second surname, 2nd surname, second last name, 2nd last name, surname 2, last name 2, second"
        " nom, deuxième nom, 2e nom, segundo apellido, 2º apellido, apellido 2, apellido materno",
        "name:used": "married name, nom d'usage, nom usuel, nom marital, nom d'épouse, nom d'époux,"
        " apellido de casada, apellido de uso",
        "address_as": "how to address, called, known as, nickname, preferred name, pronouns, appeler, surnom,"
        " civilité, apodo, tratamiento",
        "number": "member no, member nr, member num, member id, membership number, membership no, membership nr,"
        " membership id, numéro de membre, n° de membre, numéro d'adhérent, n° d'adhérent, n° adhérent,"
        " numéro adhérent, numéro d'adhésion, número de miembro, nº de miembro, número de socio, nº de socio, nº socio,"
        " número de socia, nº de socia",
        "phone": "phone, telephone, tel, phone number, mobile, cell, mobile phone, whatsapp, téléphone, portable,"
        " numéro de téléphone, n° de téléphone, teléfono, móvil, celular, número de teléfono, nº de teléfono,"
        " cellphone, contact number, contact phone",
        "email": "email, e-mail, mail, email address, courriel, adresse e-mail, adresse électronique, mél, correo,"
        " correo electrónico, dirección de correo",
        "preferred_contact": "best reached by, preferred contact, contact by, how to reach, contact préféré,"
        " joindre par, moyen de contact, contacto preferido, medio de contacto",
        "address": "address, postal address, home address, adresse, adresse postale, domicile, dirección, domicilio",
        "address:street": "street, street address, street and number, address line 1, rue, voie, rue et"
        " numéro, adresse 1, calle, calle y número",
        "address:postcode": "postcode, postal code, zip, zip code, code postal, cp, código postal",
        "address:city": "city, town, ville, commune, ciudad, localidad, población, municipio",
        "address:country": "country, pays, país",
        "place": "neighbourhood, neighborhood, district, area, quartier, barrio, zona",
        "languages": "languages, language, speaks, langues, langue, langues parlées, idiomas, idioma, lenguas, habla",
        "topics": "skills, skill, topics, can teach, teaches, interests, compétences, savoirs, talents,"
        " savoir-faire, habilidades, saberes, competencias, temas, sabe, offers, offre, propose, ofrece, " + TEACHES,
        "birth_year": "birth year, year of birth, born, naissance, année de naissance, né en, née en, né le, née le,"
        " né e le, né e en, año de nacimiento, nacimiento, date of birth, birthday, birthdate, dob, date de"
        " naissance, fecha de nacimiento",
        "guardian": "guardian, parent, parent or guardian, parents, responsable légal, tuteur, tutor, madre o padre",
        "emergency_contact": "emergency contact, emergency, in case of emergency, contact d'urgence, urgence,"
        " personne à prévenir, contacto de emergencia, emergencia",
        "access_needs": "access needs, accessibility, needs, besoins, accessibilité, besoins particuliers,"
        " accesibilidad, necesidades",
        "sector": "sector, secteur, sector social",
        "joined": "joined, member since, since, date joined, joining date, date of joining, inscription, date"
        " d'entrée, date d'inscription, membre depuis, date d'adhésion, adhésion, alta, fecha de alta, miembro desde,"
        " fecha de ingreso",
        "status": "status, statut, état, estado, situación",
        "notes": "notes, note, remarks, comments, comment, remarques, commentaires, observations, notas,"
        " observaciones, comentarios",
        "balance": "balance minutes, balance min, balance in minutes, minutes, solde minutes, solde min, solde en"
        " minutes, saldo minutos, saldo min, saldo en minutos, minutos",
        "balance:hours": "balance, balance h, balance hours, hours balance, opening balance, time balance, hours,"
        " credit, solde, solde h, solde heures, solde d'heures, solde en heures, solde initial, heures, crédit temps,"
        " saldo, saldo h, saldo horas, saldo de horas, saldo en horas, saldo inicial, horas",
    },
    "listing": {
        "member": PERSON + ", who, qui, quién",
        "title": "title, offer, request, what, offers, requests, wanted, titre, offre, offres, demande, demandes, quoi,"
        " intitulé, título, oferta, ofertas, petición, peticiones, demanda, demandas, qué",
        "topic": "topic, skill, subject, category, sujet, thème, savoir, catégorie, tema, materia, categoría",
        "notes": "notes, details, description, remarks, détails, remarques, notas, descripción, detalles",
        "languages": "languages, language, langues, langue, idiomas, idioma",
        "expires": "until, expires, valid until, jusqu'au, expire, valable jusqu'au, hasta, caduca, válido hasta",
        "reach": "reach, visibility, portée, visibilité, alcance, visibilidad",
        "field": "field, field code, isced, domaine, cine",
        "state": "state, status, état, statut, estado",
    },
    "swap": {
        "provider": "from, provider, giver, given by, teacher, taught by, de, donneur, donné par, prestataire,"
        " proveedor, dado por, quien da",
        "receiver": "to, receiver, received by, learner, for, à, bénéficiaire, reçu par, receptor, recibido por,"
        " para, quien recibe",
        "minutes": "minutes, minutos, mins, min",
        "minutes:hours": "hours, heures, horas" + TIME_IN_HOURS,
        "minutes:time": "time, duration, durée, temps, duración, tiempo",
        "topic": "topic, what, subject, activity, sujet, quoi, activité, tema, qué, actividad",
        "on": "date, day, when, on, jour, quand, le, fecha, día, cuándo",
        "notes": "notes, remarks, remarques, notas, observaciones",
        "source": "source, slip, slip number, confirmed by, bon, numéro de bon, comprobante, vale",
    },
    "meetup": {
        "title": "title, meetup, meeting, event, what, titre, rencontre, réunion, événement, título, encuentro,"
        " reunión, evento",
        "start": "start, begins, date and time, when, début, date et heure, quand, inicio, comienzo, fecha y hora,"
        " cuándo",
        "start:day": "date, day, jour, fecha, día",
        "start:hour": "time, hour, at, heure, hora",
        "minutes": "minutes, minutos, mins, min",
        "minutes:hours": "hours, heures, horas",
        "minutes:time": "length, duration, durée, duración",
        "place": "place, where, venue, room, lieu, où, salle, lugar, dónde, sala",
        "host": "host, organiser, facilitator, hôte, animateur, animatrice, anfitrión, organizador",
        "notes": "notes, details, description, remarques, notas, detalles",
        "reach": "reach, visibility, portée, alcance",
        "state": "state, status, état, statut, estado",
    },
    "learning": {
        "member": PERSON + ", who, learner, qui, apprenant, apprenante, quién, aprendiz",
        "topic": "topic, what, learned, learnt, subject, skill, sujet, quoi, appris, thème, tema, qué, aprendido,"
        " materia",
        "kind": "how learned, how, comment, cómo, kind, kind of learning, way, type, apprentissage, forma, tipo,"
        " type d'apprentissage, tipo de aprendizaje",
        "on": "date, day, when, on, jour, quand, le, fecha, día, cuándo",
        "minutes": "minutes, minutos, mins, min",
        "minutes:hours": "hours, heures, horas" + TIME_IN_HOURS,
        "minutes:time": "time, duration, durée, temps, duración, tiempo",
        "field": "field, field code, isced, domaine, cine",
        "place": "place, where, venue, lieu, où, lugar, dónde",
        "with_whom": "with whom, with, teacher, taught by, avec, avec qui, formateur, con, con quién, docente",
        "notes": "notes, remarks, remarques, notas, observaciones",
    },
    "place": {
        "name": "name, place, venue, room, nom, lieu, salle, nombre, lugar, sala",
        "address": "address, adresse, dirección",
        "address:street": "street, rue, calle",
        "address:postcode": "postcode, zip, code postal, código postal",
        "address:city": "city, town, ville, ciudad",
        "capacity": "capacity, room for, seats, capacité, places, aforo, capacidad",
        "access": "access, accessibility, accès, accessibilité, acceso, accesibilidad",
        "notes": "notes, remarks, remarques, notas",
    },
}
_LISTING = HEADERS.pop("listing")
HEADERS["offer"] = {**_LISTING, "title": f"{_LISTING['title']}, {TEACHES}"}
HEADERS["request"] = {**_LISTING, "title": f"{_LISTING['title']}, {LEARNS}"}

ONLY = {
    "offer": "offer, offers, offre, offres, oferta, ofertas, angebot, angebote, offerta, offerte, aanbod",
    "request": "request, requests, wanted, demande, demandes, petición, peticiones, demanda, demandas, gesuch, gesuche,"
    " richiesta, richieste, pedido, pedidos, vraag, vragen",
}
"""Titles that only one of the two kinds with the same columns has."""

TOTALS = (
    "total, totals, sum, subtotal, grand total, total général, totaux, somme, sous total, total general, totales, suma,"
    " subtotales, summe, summen, gesamt, gesamtsumme, insgesamt, zwischensumme, totale, totali, somma, subtotale,"
    " totaal, som, subtotaal, soma, subtotais, totais, razem, łącznie, ogółem, summa, totalt, celkem, součet, spolu,"
    " összesen, ukupno, yhteensä, toplam, итого, всего, разом, усього"
)
"""What stands in place of a name where a row adds the others up."""

NAMED_SO = "total, sum, suma, soma, som, somma"
"""Those of them that are people's names, too."""

SMALL_WORDS = (
    "a an and are at by can do does for from have how i in is it my of on or our please s that the their to us we what"
    " which who with you your au aux avec ce ces d dans de des du en est et l la le les leur leurs mon ma mes nos"
    " notre ou par pour quel quelle quelles quels que qui sa son ses un une votre vos vous al con cual cuales del el"
    " en es esta lo los las mi mis para por que quien se su sus tu tus un una usted y e o am an auf bei das dein deine"
    " dem den der des die ein eine euer fur ihr ihre im mein mit sie sind und unser von welche zu che da dei del della"
    " delle di il la le lei loro nostro o per quali suo tua tuo vostro as dos e nosso o os qual quais seu sua voce bij"
    " de een het jouw je mijn of onze op te uw van voor welke"
)
"""Words that change nothing about what a column holds: articles, whose it is, how a question begins."""

WHICH_WORDS = (
    "home, work, private, personal, business, main, primary, principal, current, preferred, daytime, day, evening,"
    " landline, value, formatted, required, optional, if any, postal, speak, spoken, know, domicile, travail, bureau,"
    " fixe, personnel, personnelle, perso, privé, privée, principale, actuel, actuelle, professionnel,"
    " professionnelle, pro, valeur, obligatoire, facultatif, facultative, parlée, parlées, parlez, casa, trabajo,"
    " fijo, particular, personales, actual, valor, obligatorio, opcional, habla, hablados, privat, geschäftlich,"
    " dienstlich, wert, pflichtfeld, cellulare, abitazione, lavoro, fisso, valore, trabalho, fixo, pessoal, thuis,"
    " werk, vast, privé, waarde"
)
"""Which of several it is: it stays a telephone, whether at home or at work. Beside a name each says whose it is."""

ASIDES = (
    "only evening evenings morning mornings afternoon afternoons night weekend weekends weekday weekdays after between"
    " until am pm day days month year dd mm yy yyyy format example eg ie etc if possible available known any several"
    " each separated commas comma semicolons semicolon list please write with without spaces confidential"
    " uniquement seulement soir soirs soiree matin matins midi apres entre jusqu semaine week end jour jours mois annee"
    " jj aa aaaa exemple ex si possible connu connue disponible plusieurs separes separees virgule virgules point liste"
    " ecrire avec sans espaces confidentiel"
    " solo solamente tarde tardes noche noches manana mananas mediodia despues entre hasta dia dias mes ano formato"
    " ejemplo ej posible conocido disponible varios varias separados separadas coma comas lista escribir con sin"
    " espacios confidencial"
    " nur abends morgens nachmittags tt jjjj beispiel zb falls bekannt mehrere komma getrennt bitte"
    " gg sera mattina dopo esempio dois noite manha depois exemplo alleen savonds na voorbeeld"
)
"""Words in brackets that change nothing about what a column holds: when, how it is written, whether it is needed."""

WORK_WORDS = (
    "business, work, office, company, other, travail, bureau, professionnel, professionnelle, pro, autre, trabajo,"
    " oficina, otro, otra, geschäftlich, dienstlich, arbeit, andere, lavoro, ufficio, altro, trabalho, werk"
)
"""Those of them that stand back behind somebody's home."""

# A bare "Nom", "Nombre", "Nome" or "Naam" is the whole name, unless another column holds the other half of it.
HALVES = {"nom": "name:last", "nombre": "name:first", "name": "name:last", "nome": "name:first", "naam": "name:last"}

CHOICES: dict[str, str] = {
    "civique": "civic", "cívico": "civic", "vie civique": "civic", "économie": "economic", "economía": "economic",
    "économique": "economic", "económico": "economic", "business": "economic", "entreprise": "economic",
    "publique": "public", "público": "public", "service public": "public", "éducation": "education",
    "educación": "education", "school": "education", "école": "education", "bénévole": "voluntary",
    "bénévolat": "voluntary", "voluntario": "voluntary", "voluntariado": "voluntary", "association": "voluntary",
    "asociación": "voluntary", "volunteer": "voluntary",
    "téléphone": "phone", "teléfono": "phone", "tel": "phone", "call": "phone", "sms": "message",
    "whatsapp": "message", "text": "message", "mensaje": "message", "mail": "email", "e mail": "email",
    "courriel": "email", "correo": "email", "courrier": "post", "letter": "post", "carta": "post",
    "en personne": "person", "in person": "person", "en persona": "person",
    "invité": "guest", "invitado": "guest", "candidat": "applied", "actif": "active", "active": "active",
    "activo": "active", "activa": "active", "en pause": "paused", "pausa": "paused", "parti": "left",
    "partie": "left", "baja": "left", "ancien membre": "left",
    "aktiv": "active", "attivo": "active", "attiva": "active", "ativo": "active", "ativa": "active",
    "actief": "active", "gast": "guest", "pausiert": "paused", "ausgetreten": "left", "uscito": "left",
    "formel": "formal", "formelle": "formal", "non formel": "non_formal", "non formelle": "non_formal",
    "no formal": "non_formal", "nonformal": "non_formal", "informel": "informal", "informelle": "informal",
    "ouvert": "open", "ouverte": "open",
    "abierto": "open", "abierta": "open", "brouillon": "draft", "borrador": "draft", "pourvu": "matched",
    "emparejado": "matched", "réalisé": "fulfilled", "cumplido": "fulfilled", "retiré": "withdrawn",
    "retirado": "withdrawn", "expiré": "expired", "caducado": "expired",
    "services publics": "public", "servicios públicos": "public", "vida cívica": "civic",
    "anonymisé": "anonymised", "anonimizado": "anonymised", "solicitante": "applied", "en pausa": "paused",
    "se fue": "left", "correo electrónico": "email", "correo postal": "post",
    "prévu": "planned", "planeado": "planned", "annulé": "cancelled", "annulée": "cancelled",
    "cancelado": "cancelled", "cancelled": "cancelled", "suspendido": "cancelled",
    "held": "planned", "a eu lieu": "planned", "celebrado": "planned",
    "garder mes données": "keep_details", "guardar mis datos": "keep_details",
    "me montrer aux membres": "show_to_members", "mostrarme a los miembros": "show_to_members",
    "me nommer dans les imprimés": "name_in_print", "nombrarme en impresos": "name_in_print",
    "publier mon annonce": "publish_listing", "publicar mi anuncio": "publish_listing",
    "transmettre mon contact": "pass_on_contact", "dar mi contacto": "pass_on_contact",
    "papier": "paper", "papel": "paper", "de vive voix": "spoken", "de palabra": "spoken", "formulaire": "form",
    "formulario": "form", "oui": "yes", "sí": "yes", "non": "no", "peut-être": "maybe", "quizás": "maybe",
    "liste d'attente": "waitlist", "lista de espera": "waitlist", "venu": "attended", "vino": "attended",
    "proposé": "proposed", "propuesto": "proposed", "confirmé": "confirmed", "confirmado": "confirmed",
    "refusé": "declined", "rechazado": "declined", "contesté": "disputed", "en disputa": "disputed",
    "revertido": "reversed",
    "ausente": "absent", "pas venu": "no_show", "no vino": "no_show",
}  # fmt: skip

LANGUAGES: dict[str, str] = {
    "am": "amharic, amharique, amárico, አማርኛ", "ar": "arabic, arabe, árabe, العربية, عربي, darija, arabisch",
    "az": "azerbaijani, azéri, azerí, azərbaycan", "be": "belarusian, biélorusse, bielorruso, беларуская",
    "ber": "berber, berbère, bereber, tamazight, amazigh, tachelhit, rifain, tarifit", "bm": "bambara, bamanakan",
    "bg": "bulgarian, bulgare, búlgaro, български", "bn": "bengali, bengalí, বাংলা, bangla",
    "br": "breton, bretón, brezhoneg", "bs": "bosnian, bosniaque, bosnio, bosanski, bosnisch",
    "ca": "catalan, catalán, català, valencià, valenciano, valencien", "co": "corsican, corse, corso, corsu",
    "cs": "czech, tchèque, checo, čeština, česky, tschechisch", "cy": "welsh, gallois, galés, cymraeg",
    "da": "danish, danois, danés, dansk", "de": "german, allemand, alemán, deutsch, tedesco, alemão, duits",
    "el": "greek, grec, griego, ελληνικά, griechisch, greco, grego, grieks",
    "en": "english, anglais, inglés, ingles, angl, englisch, inglese, inglês, engels", "eo": "esperanto",
    "es": "spanish, espagnol, español, castellano, castillan, esp, spanisch, spagnolo, espanhol, spaans",
    "et": "estonian, estonien, estonio, eesti", "eu": "basque, vasco, vascuence, euskara, euskera",
    "fa": "persian, persan, persa, farsi, dari, فارسی, persisch, persiano, perzisch",
    "ff": "fula, peul, fulani, pulaar, fulfulde", "fi": "finnish, finnois, finés, finlandés, suomi",
    "fr": "french, français, francés, fr, französisch, francese, francês, frans",
    "ga": "irish, irlandais, irlandés, gaeilge", "gl": "galician, galicien, gallego, galego",
    "gn": "guarani, guaraní", "ha": "hausa, haoussa", "he": "hebrew, hébreu, hebreo, עברית",
    "hi": "hindi, हिन्दी, हिंदी", "hr": "croatian, croate, croata, hrvatski, kroatisch",
    "ht": "haitian creole, créole haïtien, criollo haitiano, kreyòl ayisyen, kreyòl",
    "hu": "hungarian, hongrois, húngaro, magyar, ungarisch", "hy": "armenian, arménien, armenio, հայերեն",
    "ig": "igbo", "id": "indonesian, indonésien, indonesio, bahasa indonesia",
    "is": "icelandic, islandais, islandés, íslenska", "it": "italian, italien, italiano, italienisch, italiens",
    "ja": "japanese, japonais, japonés, 日本語", "ka": "georgian, géorgien, georgiano, ქართული",
    "kab": "kabyle, cabilio, taqbaylit", "ko": "korean, coréen, coreano, 한국어",
    "ku": "kurdish, kurde, kurdo, kurdî, kurmanji, kurmancî, kurdisch, curdo, koerdisch",
    "lb": "luxembourgish, luxembourgeois, luxemburgués, lëtzebuergesch", "ln": "lingala",
    "lt": "lithuanian, lituanien, lituano, lietuvių", "lv": "latvian, letton, letón, latviešu",
    "mg": "malagasy, malgache", "mk": "macedonian, macédonien, macedonio, македонски",
    "mt": "maltese, maltais, maltés, malti", "ne": "nepali, népalais, nepalí, नेपाली",
    "nl": "dutch, néerlandais, neerlandés, holandés, nederlands, vlaams, flamand,"
    " flamenco, flemish, niederländisch, holländisch, olandese", "no": "norwegian, norvégien, noruego, norsk",
    "oc": "occitan, occitano", "om": "oromo, afaan oromoo", "pa": "punjabi, pendjabi, panyabí, ਪੰਜਾਬੀ",
    "pl": "polish, polonais, polaco, polski, polnisch, polacco, polonês, polaco",
    "ps": "pashto, pachto, pastún, پښتو",
    "pt": "portuguese, portugais, portugués, português, port, brasileiro, portugiesisch, portoghese, portugees",
    "qu": "quechua, runasimi", "rm": "romansh, romanche, rumantsch",
    "ro": "romanian, roumain, rumano, română, moldovan, moldave, rumänisch, rumeno, romeno, roemeens",
    "ru": "russian, russe, ruso, русский, russisch, russo", "rw": "kinyarwanda",
    "si": "sinhala, singhalais, cingalés, සිංහල", "sk": "slovak, slovaque, eslovaco, slovenčina",
    "sl": "slovene, slovenian, slovène, esloveno, slovenščina", "sn": "shona",
    "so": "somali, somalí, soomaali, somalisch", "sq": "albanian, albanais, albanés, shqip, albanisch, albanese",
    "sr": "serbian, serbe, serbio, srpski, српски, serbisch", "sv": "swedish, suédois, sueco, svenska",
    "sw": "swahili, kiswahili", "ta": "tamil, tamoul, தமிழ்", "th": "thai, thaï, tailandés, ไทย",
    "ti": "tigrinya, tigrigna, ትግርኛ, tigrinisch", "tr": "turkish, turc, turco, türkçe, türkisch, turks",
    "uk": "ukrainian, ukrainien, ucraniano, українська, ukrainisch, ucraino, oekraïens", "ur": "urdu, ourdou, اردو",
    "vi": "vietnamese, vietnamien, vietnamita, tiếng việt, vietnamesisch", "wo": "wolof", "xh": "xhosa, isixhosa",
    "yi": "yiddish, yídish, ייִדיש", "yo": "yoruba, yorùbá",
    "zh": "chinese, chinois, chino, mandarin, mandarín, 中文, 汉语, 普通话, chinesisch, cinese, chinês, chinees",
    "zu": "zulu, zoulou, zulú, isizulu",
    "fsl": "french sign language, langue des signes française, lengua de señas francesa, lsf",
    "bfi": "british sign language, langue des signes britannique, lengua de señas británica, bsl",
}  # fmt: skip

MONTHS: dict[int, str] = {
    1: "january, jan, janvier, janv, enero, ene, januar, jän, gennaio, janeiro, januari",
    2: "february, feb, février, févr, fév, febrero, februar, febbraio, fevereiro, februari",
    3: "march, mar, mars, marzo, märz, mrz, março, maart",
    4: "april, apr, avril, avr, abril, abr, aprile",
    5: "may, mai, mayo, maggio, maio, mei",
    6: "june, jun, juin, junio, juni, giugno, junho",
    7: "july, jul, juillet, juil, julio, juli, luglio, julho",
    8: "august, aug, août, agosto, ago, augustus",
    9: "september, sep, sept, septembre, septiembre, setiembre, set, settembre, setembro",
    10: "october, oct, octobre, octubre, oktober, okt, ottobre, outubro",
    11: "november, nov, novembre, noviembre",
    12: "december, dec, décembre, déc, diciembre, dic, dezember, dez, dicembre, dezembro",
}  # fmt: skip

WEEKDAYS: dict[int, str] = {
    0: "monday, mon, lundi, lun, lunes", 1: "tuesday, tue, tues, mardi, mar, martes",
    2: "wednesday, wed, mercredi, mer, miércoles, mié", 3: "thursday, thu, thur, thurs, jeudi, jeu, jueves, jue",
    4: "friday, fri, vendredi, ven, viernes, vie", 5: "saturday, sat, samedi, sam, sábado, sáb",
    6: "sunday, sun, dimanche, dim, domingo, dom",
}  # fmt: skip

DAY_WORDS: dict[int, str] = {
    -2: "day before yesterday, the day before yesterday, avant hier, anteayer, antes de ayer",
    -1: "yesterday, hier, ayer", 0: "today, aujourd hui, aujourdhui, hoy",
    1: "tomorrow, demain, mañana",
    2: "day after tomorrow, the day after tomorrow, après demain, pasado mañana",
}  # fmt: skip
"""Days from today."""

NEXT_WORDS = "next, coming, prochain, prochaine, próximo, próxima, que viene"
LAST_WORDS = "last, past, dernier, dernière, passé, pasado, pasada, último, última"
