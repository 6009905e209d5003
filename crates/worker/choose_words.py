#!/usr/bin/env python3
"""Chooses the 7,776 words of which a phrase is drawn, and writes them to src/words.txt.

Source: the word list of OpenTaal, as Debian packs it (package wdutch, /usr/share/dict/dutch).
The list has no frequencies, so words are ranked by how often they occur in everyday Dutch, as the
Python package wordfreq counts it (version 3.1; its counts are not shipped). Kept are nouns, adjectives and infinitives of 4 to 10 letters in their
base form; left out are inflections of kept words, forms that look like another word, and words
that are rude, sad, or close to what a teacher writes about in this app.

Usage: choose_words.py [/usr/share/dict/dutch]
"""

import re
import sys
from collections import Counter
from pathlib import Path

from wordfreq import word_frequency

COUNT = 7776
SOURCE = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/dict/dutch"
TARGET = Path(__file__).parent / "src" / "words.txt"

# Parts that make a word unfit wherever they stand.
UNFIT_PARTS = """
aambei aars abort aborti aids alcohol allah antil anus armoe asiel asoc baby bastaard bedrei
bedro begraf begrav belag beledig beroof berov bespug beul bevall bevrucht bigot bijbel bil
bips blinde bloed bloedi bloot blote boeddh bom boosaard bordeel borst braak brak brandw broer
bruut bult casino cel cholera christ cipier criminee crisis darm deba debiel dement demon
depress diarree dief diefs dieve dilda docent dochter dode doden dolk domm dood doods doof
dope dove draak dronk drug duivel dwaas dwang dwerg ellend erot erotie escort eskimo etter
etteren exces executi fascis flikker fobie folter fraude fuck gangster geil gek gekk gemeen
genocid gesel geslacht gevaar gevang geweer geweld gezwel gier gif gifg giftig gigolo gijzel
gok graf grafs granaat griep gringo grom gruw guillot haat hasj heiden heil heks hels heroi
hetero hindoe hitler hoer hoeren homo honger hufter huilen idio imam incest indiaan indo
infect invalid islam jank jap jenever jeugdz jezus jihad joden jood joods junk kak kanker
kanon kerk kerker ketter kidnap kinder klacht klagen kleuter klier klojo kloot klote knecht
knuppel kogelg kolere koorts koran kots kreng krepeer kreupel krijs kut kwaad kwaal
kwell kwets kwijl lafaard leerling leger lelijk lendu lepra leraar lerares leugen liefk lijf
lijken loeder loser lucifer luis luizen lul lust maagd mager mama maroc marte masochis mazel
meester meid meldcode melding mess messen messteek mietje militai minnaar minnares misbru
misda misdr mishan mislei moeder mof mongool moord moslim muizen naaien naak naakt navel nazi
neger nerd neuk nicht nood ongeluk ongev onheil onrecht ontlast ontvoer oorlog opium orgas
ouder overspel paap paniek papa paus pedo penis pest peuk peuter pijn pillen pimp pissen
pistool plee pleeg poep pogrom pokken politie pooier poolse porn porno priester prosti psych
puber puist pukkel rabbi racis ramp rape rasse rechtb rechter reet revol revolver roken roker
rook rotte rouw ruzie sadis satan schaam schand scheet schei scheid scheld schiet schijt schop
schot schreeuw schuld schurft seks sekse sekte sex sigaar sigare signaal slaaf slaan slach
slecht slijm slip sloer sloof smeerl snauw snik snol snot sodom soldaat spast speer sperm
spook spuit spuw stalk sterf sterv stief stink stom stotter straf striem strijd strip
stront strop suf suicid sukkel surina tabak tank tante tepel tering terreur terror tiener tiet
tieten tiran toilet tranen traum travest treiter treur turk tyfus uitbuit urine vader vagina
vampier vecht veilig verbrand verdoof verdri verdrink verga vergaan vergas vergif verkracht
verlamd verlie verminkt vermoor vernied verraad verslaa verslav verstik versto verwur verzuip
viez vijand virus vloek vlucht voodoo vreemdg vrees vrijer vuil vuist waanz wanhoop wapen
weduw wees wezen wiet wijf winderig wodka wond worg wraak wrat wreed wurg zaad zatte zeik 
hemat misgun pernod rukk vergeld zielig zigeun zombi zonde zoon zuip zus zwak zwanger zweep zweer zwijn
""".split()

# Beginnings that make a word unfit.
UNFIT_STARTS = tuple(
    """
    ziek angst blank boei chin god hel huil juf klap klas knal kont leger lijk mep mes oma oom opa
    pik pis plas pot pus rat rot school slag slet smet vlo voogd
    """.split()
)

# Words that are unfit as they stand but harmless inside others.
UNFIT_WORDS = set(
    """
    ader akte arabier arm armen ballen balzak bang beest beffen beul bijl bloes borg botte
    buil buit coup darm doos drogeren drol eikel femelaar fluim fokken fokker fokkerij
    fokstier gaine gans gein gleuf haar jammeren kaproen keel klem kneus knots kuis kwijt
    lafbek lam last leeg lel lijden lijm los man mest moer mug muil negen neusgang ontzet
    opduvel piemel pluk pons prik prooi radicaal renster ruften ruin rukker schender scheur
    schijter schim schram schrik slab slons slurf smoes sneb snee sneu speet spijt spleet staf
    stank stijf stinker stoeipoes string stumper taser teef teil traag trut uitvaren vaag val
    vallen vals veinzer vet vicieus vies viezerik vrek vrijage vrouw vunzig wrak wulps
    zatterik zeer zeur zwaar
    """.split()
)

VOWELS = "aeiou"
PREFIXES = (
    "aan achter af be bij binnen boven door er ge gelijk goed groot her hoog in kapot los mee mis na "
    "neer om onder ont op open over rond samen schoon stuk tegen terug thuis toe tussen uit vast ver "
    "vol voor voort vrij waar weer weg wel"
).split()
NOUN_ENDINGS = (
    "heid schap ing tie sie teit isme age ment sel iek eur loog graaf atie ist ade ette ine ure"
).split()
FOREIGN = re.compile(r"q|x|y|sh|ck|oa|ae|gh[^t]|th|ph|rh|oeu|eau|uee|cc|zz|[aeiou]{4}|c[aeiou]ll|ff[^e]|ee[rt]y")


def read_words():
    words = {line.strip() for line in open(SOURCE, encoding="utf-8")}
    return {word for word in words if re.fullmatch("[a-z]+", word)}


WORDS = read_words()


def stems(word):
    """The word as it looks before an ending with a vowel: boom, bom; kat, katt; brief, briev."""
    found = {word}
    long_vowel = re.fullmatch(r"(.*[^aeiou]|)(aa|ee|oo|uu)([^aeiou])", word)
    if long_vowel:
        found.add(long_vowel[1] + long_vowel[2][0] + long_vowel[3])
    if re.fullmatch(r"(.*[^aeiou]|)([aeiou])([bcdfgklmnprstz])", word):
        found.add(word + word[-1])
    voiced = {stem[:-1] + {"f": "v", "s": "z"}[stem[-1]] for stem in found if stem[-1] in "fs"}
    return found | voiced


def with_ending(word, ending):
    return {stem + ending for stem in stems(word)} & WORDS


def diminutives(word):
    found = {word + ending for ending in ("je", "tje", "pje", "etje")} | {word + word[-1] + "etje"}
    if word.endswith("ng"):
        found.add(word[:-1] + "kje")
    return found & WORDS


def is_infinitive(word):
    return word.endswith("en") and word + "d" in WORDS


def is_noun(word):
    if word.endswith("t") and word[:-1] in WORDS and word[:-1] + "tje" in WORDS:
        return False
    return bool(diminutives(word))


def count_compounds():
    """Counts for each word the compounds that it begins or ends."""
    counts = Counter()
    for word in WORDS:
        for place in range(3, len(word) - 2):
            if word[:place] in WORDS and word[place:] in WORDS:
                counts[word[:place]] += 1
                counts[word[place:]] += 1
    return counts


COMPOUNDS = count_compounds()


def is_prefixed_verb(word):
    """Whether the word may be a form of a verb with a prefix, such as opzoog or verbrak."""
    return any(
        word.startswith(prefix) and len(word) - len(prefix) >= 2 for prefix in PREFIXES
    ) and not word.endswith(tuple(NOUN_ENDINGS))


def halves(word):
    """Returns the best cut of a compound of two known nouns, by its less known half."""
    best = 0
    for place in range(3, len(word) - 2):
        left, right = word[:place], word[place:]
        if left in WORDS and right in WORDS and is_noun(right) and (is_noun(left) or is_adjective(left)):
            best = max(best, min(COMPOUNDS[left], COMPOUNDS[right]))
    return best


def is_adjective(word):
    return bool(
        with_ending(word, "er") and with_ending(word, "e") and (word + "st" in WORDS or word[-1] == "s")
    )


def is_base_form(word):
    if word.endswith(("iger", "eer", "ere")) or (word.endswith("er") and is_adjective(word[:-2])):
        return is_noun(word)
    if word.startswith("ge") and word.endswith(("d", "t", "en")) and not diminutives(word):
        return False
    if is_noun(word) or is_adjective(word) or is_infinitive(word):
        return True
    plurals = with_ending(word, "en") | ({word + "s"} & WORDS)
    if not plurals or any(is_infinitive(plural) for plural in plurals):
        return False
    if word.endswith(("de", "te", "end", "en", "ste", "st")) or is_prefixed_verb(word):
        return False
    return halves(word) > 0 or word.endswith(tuple(NOUN_ENDINGS)) or word.endswith("er")


def is_fit(word):
    if word in UNFIT_WORDS or word.startswith(UNFIT_STARTS) or FOREIGN.search(word):
        return False
    return not any(part in word for part in UNFIT_PARTS)


def inflections(word):
    found = {word + ending for ending in ("s", "e", "n", "t", "je", "tje", "jes", "end", "st", "de", "te")}
    for ending in ("en", "e", "er", "ers", "es", "end"):
        found |= {stem + ending for stem in stems(word)}
    return found | diminutives(word)


def is_one_letter_off(word, chosen):
    """Whether leaving out, or doubling, one letter gives a chosen word."""
    shorter = {word[:place] + word[place + 1 :] for place in range(len(word))}
    return bool(shorter & chosen)


def choose():
    pool = [word for word in WORDS if 4 <= len(word) <= 10 and is_base_form(word) and is_fit(word)]
    scores = {word: word_frequency(word, "nl") for word in pool}
    ranked = sorted(pool, key=lambda word: (-scores[word], word))
    chosen, barred = set(), set()
    # Longer forms are barred by their base, so the base must be seen first.
    for word in pool:
        barred |= inflections(word) - {word}
    for word in ranked:
        if len(chosen) == COUNT:
            return chosen
        if word not in barred and not is_one_letter_off(word, chosen):
            chosen.add(word)
    sys.exit(f"only {len(chosen)} of {COUNT} words are left")


def main():
    TARGET.write_text("".join(word + "\n" for word in sorted(choose())), encoding="ascii")


if __name__ == "__main__":
    main()
