"""What languages are called in the languages of this program; any other one is called by its own name."""

from __future__ import annotations

from functools import cache

_SPOKEN = ("en", "fr", "es")
_NAMES = """
am|Amharic|amharique|amárico
ar|Arabic|arabe|árabe
az|Azerbaijani|azéri|azerí
be|Belarusian|biélorusse|bielorruso
ber|Berber|berbère|bereber
bfi|British Sign Language|langue des signes britannique|lengua de señas británica
bg|Bulgarian|bulgare|búlgaro
bm|Bambara|bambara|bambara
bn|Bengali|bengali|bengalí
br|Breton|breton|bretón
bs|Bosnian|bosniaque|bosnio
ca|Catalan|catalan|catalán
co|Corsican|corse|corso
cs|Czech|tchèque|checo
cy|Welsh|gallois|galés
da|Danish|danois|danés
de|German|allemand|alemán
el|Greek|grec|griego
en|English|anglais|inglés
eo|Esperanto|espéranto|esperanto
es|Spanish|espagnol|español
et|Estonian|estonien|estonio
eu|Basque|basque|vasco
fa|Persian|persan|persa
ff|Fulani|peul|fula
fi|Finnish|finnois|finés
fr|French|français|francés
fsl|French Sign Language|langue des signes française|lengua de señas francesa
ga|Irish|irlandais|irlandés
gl|Galician|galicien|gallego
gn|Guarani|guarani|guaraní
ha|Hausa|haoussa|hausa
he|Hebrew|hébreu|hebreo
hi|Hindi|hindi|hindi
hr|Croatian|croate|croata
ht|Haitian Creole|créole haïtien|criollo haitiano
hu|Hungarian|hongrois|húngaro
hy|Armenian|arménien|armenio
id|Indonesian|indonésien|indonesio
ig|Igbo|igbo|igbo
is|Icelandic|islandais|islandés
it|Italian|italien|italiano
ja|Japanese|japonais|japonés
ka|Georgian|géorgien|georgiano
kab|Kabyle|kabyle|cabilio
ko|Korean|coréen|coreano
ku|Kurdish|kurde|kurdo
lb|Luxembourgish|luxembourgeois|luxemburgués
ln|Lingala|lingala|lingala
lt|Lithuanian|lituanien|lituano
lv|Latvian|letton|letón
mg|Malagasy|malgache|malgache
mk|Macedonian|macédonien|macedonio
mt|Maltese|maltais|maltés
ne|Nepali|népalais|nepalí
nl|Dutch|néerlandais|neerlandés
no|Norwegian|norvégien|noruego
oc|Occitan|occitan|occitano
om|Oromo|oromo|oromo
pa|Punjabi|pendjabi|panyabí
pl|Polish|polonais|polaco
ps|Pashto|pachto|pastún
pt|Portuguese|portugais|portugués
qu|Quechua|quechua|quechua
rm|Romansh|romanche|romanche
ro|Romanian|roumain|rumano
ru|Russian|russe|ruso
rw|Kinyarwanda|kinyarwanda|kinyarwanda
si|Sinhala|singhalais|cingalés
sk|Slovak|slovaque|eslovaco
sl|Slovenian|slovène|esloveno
sn|Shona|shona|shona
so|Somali|somali|somalí
sq|Albanian|albanais|albanés
sr|Serbian|serbe|serbio
sv|Swedish|suédois|sueco
sw|Swahili|swahili|swahili
ta|Tamil|tamoul|tamil
th|Thai|thaï|tailandés
ti|Tigrinya|tigrigna|tigrinya
tr|Turkish|turc|turco
uk|Ukrainian|ukrainien|ucraniano
ur|Urdu|ourdou|urdu
vi|Vietnamese|vietnamien|vietnamita
wo|Wolof|wolof|wolof
xh|Xhosa|xhosa|xhosa
yi|Yiddish|yiddish|yídish
yo|Yoruba|yoruba|yoruba
zh|Chinese|chinois|chino
zu|Zulu|zoulou|zulú
"""
"""Code, then the name in each of `_SPOKEN`, parted by bars."""


def language_named(code: str, language: str) -> str:
    """Return what a language is called in another one, English at last ("de" in "en": German); empty where that is not
    known.
    """
    names = _named().get(code)
    return names[_SPOKEN.index(language) if language in _SPOKEN else 0] if names is not None else ""


@cache
def _named() -> dict[str, tuple[str, ...]]:
    lines = (line.split("|") for line in _NAMES.split("\n") if line)
    return {code: tuple(names) for code, *names in lines}
