"""Names of languages for the learners' pages: what circles publish are codes (BCP 47), which few people read."""

from __future__ import annotations

_NAMES: dict[str, tuple[str, str, str]] = {
    "ar": ("Arabic", "arabe", "árabe"),
    "ber": ("Berber", "berbère", "bereber"),
    "bg": ("Bulgarian", "bulgare", "búlgaro"),
    "bn": ("Bengali", "bengali", "bengalí"),
    "br": ("Breton", "breton", "bretón"),
    "ca": ("Catalan", "catalan", "catalán"),
    "cs": ("Czech", "tchèque", "checo"),
    "da": ("Danish", "danois", "danés"),
    "de": ("German", "allemand", "alemán"),
    "el": ("Greek", "grec", "griego"),
    "en": ("English", "anglais", "inglés"),
    "es": ("Spanish", "espagnol", "español"),
    "eu": ("Basque", "basque", "vasco"),
    "fa": ("Persian", "persan", "persa"),
    "fi": ("Finnish", "finnois", "finés"),
    "fr": ("French", "français", "francés"),
    "ga": ("Irish", "irlandais", "irlandés"),
    "gl": ("Galician", "galicien", "gallego"),
    "hi": ("Hindi", "hindi", "hindi"),
    "hr": ("Croatian", "croate", "croata"),
    "hu": ("Hungarian", "hongrois", "húngaro"),
    "it": ("Italian", "italien", "italiano"),
    "ja": ("Japanese", "japonais", "japonés"),
    "ko": ("Korean", "coréen", "coreano"),
    "ku": ("Kurdish", "kurde", "kurdo"),
    "ln": ("Lingala", "lingala", "lingala"),
    "nl": ("Dutch", "néerlandais", "neerlandés"),
    "no": ("Norwegian", "norvégien", "noruego"),
    "pl": ("Polish", "polonais", "polaco"),
    "ps": ("Pashto", "pachto", "pastún"),
    "pt": ("Portuguese", "portugais", "portugués"),
    "ro": ("Romanian", "roumain", "rumano"),
    "ru": ("Russian", "russe", "ruso"),
    "sk": ("Slovak", "slovaque", "eslovaco"),
    "so": ("Somali", "somali", "somalí"),
    "sq": ("Albanian", "albanais", "albanés"),
    "sr": ("Serbian", "serbe", "serbio"),
    "sv": ("Swedish", "suédois", "sueco"),
    "sw": ("Swahili", "swahili", "suajili"),
    "ta": ("Tamil", "tamoul", "tamil"),
    "ti": ("Tigrinya", "tigrigna", "tigriña"),
    "tr": ("Turkish", "turc", "turco"),
    "uk": ("Ukrainian", "ukrainien", "ucraniano"),
    "ur": ("Urdu", "ourdou", "urdu"),
    "vi": ("Vietnamese", "vietnamien", "vietnamita"),
    "wo": ("Wolof", "wolof", "wólof"),
    "zh": ("Chinese", "chinois", "chino"),
}


def named(codes: str, place: int) -> str:
    """Return the languages of "ar, pt" in words: English, French or Spanish by `place`; unknown ones as they are."""
    found = [code.strip() for code in codes.split(",") if code.strip()]
    words = [_NAMES[code][place] if code in _NAMES else code for code in found]
    return ", ".join(words)
