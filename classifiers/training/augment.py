"""Ways to write the same thing differently, and to say it as somebody else."""
from __future__ import annotations

import random
import re
import unicodedata

LOOKALIKE = dict(zip("aeiocpxyos", "аеіосрхуоѕ"))
LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7+", "l": "1|", "g": "9"}
SMS_FR = [
    (r"\bje suis\b", ["jsuis", "chui", "jsui"]), (r"\bj'ai\b", ["g", "jai", "jé"]), (r"\bc'est\b", ["c", "cé", "cest"]),
    (r"\bje ne\b", ["jne", "je"]), (r"\bje\b", ["j", "jeu", "je"]), (r"\bpas\b", ["pa"]), (r"\bplus\b", ["plu", "+", "pu"]),
    (r"\bque\b", ["ke", "k", "q"]), (r"\bqu'", ["k", "qu"]), (r"\bquand\b", ["kan", "qd"]), (r"\bpour\b", ["pr", "pour"]),
    (r"\btout\b", ["tt", "tou"]), (r"\btoujours\b", ["tjs", "tjr"]), (r"\bdans\b", ["ds", "dan"]), (r"\bavec\b", ["ac", "avc"]),
    (r"\bvous\b", ["vs", "vou"]), (r"\bbeaucoup\b", ["bcp"]), (r"\bmaintenant\b", ["mtn", "mnt"]), (r"\bça\b", ["sa", "ca"]),
    (r"\bmais\b", ["mé", "mai"]), (r"\bfaire\b", ["fer", "fair"]), (r"\bmourir\b", ["mourire", "mouri", "crever"]),
    (r"\benvie\b", ["envi", "anvi"]), (r"\bparce que\b", ["pcq", "psk", "parske"]), (r"\bquelqu'un\b", ["qqn", "kelkun"]),
    (r"\bvraiment\b", ["vrmt", "vraimen"]), (r"\bnous\b", ["ns"]), (r"\best\b", ["é", "e"]), (r"\bce soir\b", ["ce soar", "7 soir", "ske soir", "ce soir"]),
    (r"er\b", ["é", "er"]), (r"eau", ["o"]), (r"ph", ["f"]),
]  # fmt: skip
SMS_EN = [
    (r"\byou\b", ["u"]), (r"\byour\b", ["ur"]), (r"\bare\b", ["r"]), (r"\bto\b", ["2", "to"]), (r"\bfor\b", ["4", "for"]),
    (r"\bbecause\b", ["cuz", "cos", "bc"]), (r"\bplease\b", ["plz", "pls"]), (r"\bpeople\b", ["ppl"]), (r"\bthe\b", ["da", "the", "teh"]),
    (r"\btonight\b", ["2nite", "tonite", "tn"]), (r"\bgoing to\b", ["gonna", "gna", "finna"]), (r"\bwant to\b", ["wanna", "wana"]),
    (r"\band\b", ["n", "&", "nd"]), (r"\bwith\b", ["w", "wiv", "wit"]), (r"\bthat\b", ["dat", "tht"]), (r"\bI'm\b|\bi'm\b", ["im", "am"]),
    (r"\bdon't\b", ["dont", "dnt"]), (r"\bcan't\b", ["cant", "cnt"]), (r"\bmyself\b", ["myslf", "mysel", "maself"]), (r"\bthink\b", ["fink", "thnk"]),
    (r"\bknow\b", ["kno", "no"]), (r"ing\b", ["in", "ing"]), (r"\blife\b", ["lyf", "life"]), (r"\bdie\b", ["dye", "dy", "die"]), (r"\bsee\b", ["c"]),
    (r"\bthis\b", ["dis"]), (r"\bit's\b", ["its"]), (r"\bnothing\b", ["nuffin", "nothin"]), (r"\bwhat\b", ["wat", "wot"]), (r"\babout\b", ["abt", "bout"]),
]  # fmt: skip


def no_accents(s: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))


def sms(s: str, rng: random.Random, lang: str) -> str:
    for pattern, forms in SMS_FR if lang == "fr" else SMS_EN:
        if rng.random() < 0.6:
            s = re.sub(pattern, lambda _m: rng.choice(forms), s)
    return no_accents(s.lower()) if rng.random() < 0.6 else s


def typos(s: str, rng: random.Random, rate: float) -> str:
    out = list(s)
    for _ in range(max(1, int(len(s) * rate))):
        i = rng.randrange(len(out)) if out else 0
        if not out or out[i] == "⏎":
            continue
        act = rng.randrange(5)
        if act == 0 and i + 1 < len(out) and out[i + 1] != "⏎":
            out[i], out[i + 1] = out[i + 1], out[i]
        elif act == 1 and len(out) > 6:
            del out[i]
        elif act == 2:
            out.insert(i, out[i])
        elif act == 3 and out[i].isalpha():
            out[i] = rng.choice("aeioursntlqzmpd")
        elif out[i] == " ":
            del out[i]
    return "".join(out)


def disguise(s: str, rng: random.Random) -> str:
    """Figures and look-alike letters for letters, spaces or marks inside a word: of a few words only, as people do."""
    way = rng.randrange(4)
    words = s.split(" ")
    for _ in range(max(1, len(words) // 5)):
        i = rng.randrange(len(words))
        w = words[i]
        if len(w) < 3:
            continue
        if way == 0:
            w = "".join(rng.choice(LEET[c.lower()]) if c.lower() in LEET and rng.random() < 0.5 else c for c in w)
        elif way == 1:
            w = "".join(LOOKALIKE.get(c, c) if rng.random() < 0.6 else c for c in w)
        elif way == 2:
            w = rng.choice([" ", ".", "-", "*", "_"]).join(w)
        else:
            k = rng.randrange(1, len(w))
            w = w[:k] + rng.choice(["*", "\u200b", "\u200c", "\u00ad", "#", "."]) + w[k + rng.choice([0, 1]) :]
        words[i] = w
    return " ".join(words)


def noisy(s: str, rng: random.Random, lang: str = "") -> str:
    """Half of the rows stay as they are."""
    r = rng.random()
    if r < 0.09:
        return no_accents(s)
    if r < 0.17:
        return s.lower()
    if r < 0.24:
        return re.sub(r"[.,!?;:'’]", "", s.lower())
    if r < 0.26:
        return s.upper()
    if r < 0.33 and len(s) > 8:
        return typos(s, rng, rng.choice([0.01, 0.03, 0.06]))
    if r < 0.37 and lang:
        return sms(s, rng, lang)
    if r < 0.40 and lang and len(s) < 120 and "⏎" not in s:
        return disguise(s, rng)
    if r < 0.42:
        return re.sub(r"([aeiouy!?])(?=\W|$)", lambda m: m[1] * rng.randrange(2, 6), s, count=rng.randrange(1, 3))
    if r < 0.45:
        return s.replace("’", "'") if "’" in s else s.replace("'", "’")
    if r < 0.47 and len(s) > 40:  # word dropout
        return " ".join(w for w in s.split(" ") if rng.random() > 0.06 or w == "⏎")
    if r < 0.49:
        return s + rng.choice([" 😔", " 😭", " 💀", " 🙃", " lol", " mdr" if lang == "fr" else " haha", "...", " !!", " :("]) if rng.random() < 0.5 else s + "."
    return s


# Groups within which a word may stand for another without any change of risk.
SWAPS_FR = [
    ["musulman", "chrétien", "juif", "catholique", "athée", "bouddhiste", "protestant", "croyant"],
    ["musulmane", "chrétienne", "juive", "catholique", "athée", "bouddhiste", "protestante", "croyante"],
    ["gay", "hétéro", "bi", "homo", "homosexuel", "trans", "pédé", "cis"], ["lesbienne", "hétéro", "bie", "homosexuelle", "trans", "cis"],
    ["arabe", "noir", "blanc", "asiatique", "rom", "métis", "français", "algérien", "marocain", "sénégalais", "polonais", "chinois", "portugais"],
    ["arabe", "noire", "blanche", "asiatique", "rom", "métisse", "française", "algérienne", "marocaine", "sénégalaise", "polonaise", "chinoise", "portugaise"],
    ["sourd", "aveugle", "handicapé", "valide", "autiste", "tétraplégique", "gros", "maigre", "petit", "grand"],
    ["sourde", "aveugle", "handicapée", "valide", "autiste", "tétraplégique", "grosse", "maigre", "petite", "grande"],
    ["mon mari", "mon copain", "mon compagnon", "mon mec"], ["ma femme", "ma copine", "ma compagne"],
    ["mon fils", "mon frère", "mon père", "mon cousin"], ["ma fille", "ma sœur", "ma mère", "ma cousine"],
    ["riche", "pauvre"], ["infirmière", "caissière", "avocate", "agricultrice", "prof", "étudiante", "retraitée", "médecin", "policière"],
    ["infirmier", "caissier", "avocat", "agriculteur", "prof", "étudiant", "retraité", "médecin", "policier", "routier", "maçon"],
]  # fmt: skip
SWAPS_EN = [
    ["muslim", "christian", "jewish", "catholic", "atheist", "hindu", "sikh", "buddhist"],
    ["gay", "straight", "bi", "lesbian", "trans", "queer", "cis", "asexual"],
    ["black", "white", "asian", "arab", "latino", "indian", "polish", "nigerian", "irish", "roma", "chinese", "jamaican", "english"],
    ["deaf", "blind", "disabled", "able-bodied", "autistic", "fat", "thin", "tall", "short"],
    ["my husband", "my wife", "my partner", "my boyfriend", "my girlfriend"], ["my son", "my daughter", "my brother", "my sister", "my mum", "my dad"],
    ["he", "she"], ["man", "woman"], ["boy", "girl"], ["guy", "girl", "lad", "lass"], ["rich", "poor"],
    ["nurse", "lawyer", "farmer", "teacher", "student", "doctor", "cleaner", "soldier", "driver", "builder", "pensioner"],
]  # fmt: skip
WHO_FR = [
    "je suis une femme", "je suis un homme", "je suis non binaire", "je suis musulmane", "je suis musulman", "je suis juif", "je suis juive",
    "je suis catholique", "je suis athée", "je suis gay", "je suis lesbienne", "je suis hétéro", "je suis bi", "je suis trans",
    "je suis noir", "je suis noire", "je suis blanc", "je suis arabe", "je suis asiatique", "je suis rom", "je suis sourd", "je suis aveugle",
    "je suis en fauteuil", "je suis autiste", "je suis valide", "je suis riche", "je suis au RSA", "je suis sans papiers", "je suis grosse", "je suis mince",
    "femme de {n} ans", "homme de {n} ans", "j'ai {n} ans", "H{n}", "F{n}", "je suis étudiante", "je suis retraité", "je suis ouvrier", "je suis cadre",
]  # fmt: skip
WHO_EN = [
    "I'm a woman", "I'm a man", "I'm non-binary", "I'm Muslim", "I'm Jewish", "I'm Christian", "I'm Hindu", "I'm an atheist", "I'm gay", "I'm a lesbian",
    "I'm straight", "I'm bi", "I'm trans", "I'm Black", "I'm white", "I'm Asian", "I'm Arab", "I'm a Traveller", "I'm deaf", "I'm blind",
    "I use a wheelchair", "I'm autistic", "I'm able-bodied", "I'm rich", "I'm on benefits", "I'm an asylum seeker", "I'm fat", "I'm thin",
    "{n} year old woman", "{n} year old man", "I'm {n}", "{n}M", "{n}F", "I'm a student", "I'm retired", "I'm a builder", "I'm a manager",
]  # fmt: skip


def _tables(groups: list[list[str]]) -> tuple[re.Pattern, dict[str, list[str]]]:
    table: dict[str, list[str]] = {}
    for g in groups:
        for w in g:
            table.setdefault(w, [x for x in g if x != w])
    words = sorted(table, key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, words)) + r")(?!\w)", re.I), table


TABLES = {"fr": _tables(SWAPS_FR), "en": _tables(SWAPS_EN)}


def swap(s: str, rng: random.Random, lang: str) -> str | None:
    """Another sex, age, faith, origin, orientation, body or trade, in the person's own words; None when nothing can be swapped."""
    pattern, table = TABLES[lang]
    out, n = pattern.subn(lambda m: rng.choice(table[m[1].lower()]), s)
    out2, k = re.subn(r"\b([1-9]\d)(?= ?(ans|yo\b|years? old|[mfMF]\b))", lambda _m: str(rng.randrange(13, 90)), out)
    return out2 if n + k and out2 != s else None


def introduce(s: str, rng: random.Random, lang: str) -> tuple[str, str]:
    """The same message from two people who say who they are."""
    a, b = (w.format(n=rng.randrange(14, 88)) for w in rng.sample(WHO_FR if lang == "fr" else WHO_EN, 2))
    way = rng.randrange(3)
    join = [lambda w: f"{w}, {s}", lambda w: f"{w[0].upper()}{w[1:]}. {s}", lambda w: f"{s.rstrip('.')}. {w[0].upper()}{w[1:]}."][way]
    return join(a), join(b)
