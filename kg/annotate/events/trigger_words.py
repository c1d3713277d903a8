"""Words that denote events, by type, and the words around them that tell whether the event took place.

Lemmas. Types are local names of subclasses of kg:Event. A pseudo-type ``Toll`` marks words for dying
that tell of no cause ("died", "death toll"): they belong to whatever killing, attack or disaster the
article is about.
"""

from __future__ import annotations

__all__ = [
    "ATTACKERS",
    "ATTEMPTED",
    "BAD_MODIFIERS",
    "CARRIERS",
    "CONCLUDING",
    "DENYING",
    "DISASTER_SIGNS",
    "FORCE",
    "NEEDED_MODIFIERS",
    "NEEDED_OBJECTS",
    "NOUNS",
    "PATIENT_NOUNS",
    "PEOPLE_PATIENTS",
    "PLANNED",
    "RAISING",
    "SPREADING",
    "UNREAL_DETERMINERS",
    "UNREAL_MODIFIERS",
    "UNREAL_NOUNS",
    "UNREAL_VERBS",
    "VERBS",
    "WEAK_FORCE",
]


def _map(**types: str) -> dict[str, str]:
    return {word: name for name, words in types.items() for word in words.split()}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


VERBS = _map(
    Protest="protest demonstrate march rally riot revolt",
    Killing="kill murder assassinate execute massacre slay behead lynch hang gun slaughter",
    Arrest="arrest detain apprehend jail imprison capture",
    Attack="attack bomb shell ambush raid storm stab shoot firebomb torch",
    Torture="torture waterboard flog",
    Trial="prosecute convict acquit",
    Sentence="sentence",
    Expulsion="expel deport oust banish extradite",
    Meeting="meet",
    Agreement="sign ratify",
    Sanction="sanction",
    Election="elect re-elect reelect",
    Appointment="appoint inaugurate",
    Resignation="resign",
    Disaster="derail capsize erupt",
    Transaction="acquire buy purchase",
    Toll="die perish drown",
)

NOUNS = _map(
    Protest="protest demonstration uprising riot revolt unrest sit-in",
    Killing="killing murder assassination massacre execution slaying beheading genocide",
    Arrest="arrest detention roundup",
    Attack="attack bombing shooting airstrike explosion blast raid ambush stabbing shelling offensive "
    "invasion assault crackdown",
    Torture="torture flogging",
    Trial="trial prosecution",
    Sentence="sentence",
    Expulsion="expulsion deportation ouster extradition",
    Meeting="meeting summit talks conference",
    Announcement="speech announcement",
    Agreement="agreement treaty accord ceasefire truce deal",
    Sanction="sanction embargo",
    Election="election referendum runoff",
    Appointment="appointment inauguration",
    Resignation="resignation",
    Disaster="earthquake quake flood hurricane cyclone typhoon tsunami wildfire outbreak epidemic "
    "pandemic landslide eruption famine drought tornado mudslide avalanche derailment crash "
    "shipwreck storm flooding aftershock",
    Transaction="acquisition takeover purchase merger",
    Toll="toll death fatality dead",
)

NEEDED_MODIFIERS = {
    "sentence": _set("death prison life jail year month suspended term custodial"),
    "deal": _set("peace nuclear trade ceasefire arms landmark"),
    "agreement": _set("peace nuclear trade ceasefire climate bilateral landmark final draft power-sharing"),
    "offensive": _set("military ground air army rebel"),
    "storm": _set("tropical winter snow severe"),
    "detention": _set("his her their the"),
    "toll": _set("death the a dead overall official casualty this that new"),
    "sanction": _set("economic international new us u.s. eu un trade tough financial the american western"),
    "crash": _set("plane car train bus helicopter air road fatal the a truck aircraft"),
}
"""Nouns that denote the event only with one of these words before them."""

CONCLUDING = _set("sign reach broker conclude strike seal ratify negotiate clinch breach violate denounce")
"""Verbs whose object is a deal that was made, whatever its modifiers."""

SPREADING = _set(
    "outbreak epidemic pandemic crash flood storm avalanche tsunami wave drought famine eruption explosion"
)
"""Nouns that with "of" and a word that is no disease or matter are figures of speech.

As in "an outbreak of war".
"""

BAD_MODIFIERS = {
    "attack": _set(
        "heart panic asthma personal verbal anxiety cyber phishing ad legislative legal political rhetorical "
        "partisan campaign"
    ),
    "trial": _set("clinical vaccine drug medical randomized randomised field time"),
    "crash": _set("market stock financial computer system"),
    "conference": _set("press news western eastern football atlantic pacific"),
    "massacre": _set("chainsaw"),
    "shooting": _set("film video photo"),
    "raid": _set("pantry"),
    "storm": _set("media political perfect"),
    "explosion": _set("population"),
}
"""Modifiers with which a noun denotes something else."""

NEEDED_OBJECTS = {
    "sign": _set(
        "agreement deal treaty accord pact contract memorandum truce ceasefire declaration armistice"
    ),
    "ratify": _set("agreement deal treaty accord pact convention constitution"),
}
"""Verbs that denote the event only with one of these objects."""

PEOPLE_PATIENTS = _set(
    "kill murder execute massacre slay behead hang gun slaughter capture stab shoot sanction oust banish "
    "torture meet inaugurate pick round"
)
"""Verbs whose patient must be people (or a body of people), else they are metaphors ("kill a bill")."""

PATIENT_NOUNS = {
    "Killing": ("of",),
    "Arrest": ("of",),
    "Torture": ("of",),
    "Trial": ("of",),
    "Expulsion": ("of",),
    "Resignation": ("of",),
    "Appointment": ("of",),
    "Attack": ("on", "against"),
    "Sanction": ("on", "against"),
}
"""Prepositions that lead from an event noun to the one who undergoes it."""

FORCE = _set(
    "gunman bomber bomb rocket missile mortar grenade gun gunfire rifle knife machete weapon explosive "
    "armed soldier troop militant rebel insurgent fighter terrorist jihadist suicide army military police "
    "force guard drone jet warplane kill dead wound injure die shoot mob assailant attacker extremist "
    "paramilitary airstrike hostage car vehicle"
)
"""Lemmas that show that an attack was one with force, not with words."""

ATTACKERS = _set(
    "bomber gunman attacker assailant rocket missile drone jet warplane shell mortar airstrike bomb "
    "militant jihadist"
)
"""Subjects with which "strike" and "hit" tell of an attack."""

DISASTER_SIGNS = _set(
    "virus coronavirus covid-19 covid ebola cholera measles disease influenza infection magnitude "
    "rainfall lava monsoon"
)
"""Words that show that people died of a disaster or disease, not of violence."""

WEAK_FORCE = _set("army military police force guard car vehicle troop soldier die mob")
"""Of these the ones that also stand near attacks with words."""

UNREAL_DETERMINERS = _set("any no every each all such another either neither whatever")
UNREAL_MODIFIERS = _set(
    "possible potential future hypothetical imminent further fresh more likely next would-be annual"
)
UNREAL_NOUNS = _set(
    "call demand threat fear risk possibility chance hope desire proposal prospect likelihood request "
    "prevention ban plea appeal need warning concern event case"
)
"""Nouns that take an event which need not happen ("calls for his resignation")."""

UNREAL_VERBS = _set(
    "prevent avoid avert threaten fear urge demand call want oppose stop risk consider propose seek "
    "forbid ban condone incite encourage advocate face deter end discourage predict warn hope need "
    "require allow justify"
)
"""Verbs whose object has not happened by being named ("prevent attacks")."""

PLANNED = _set("plan schedule intend prepare expect set due vow plot slate arrange agree")
ATTEMPTED = _set("try attempt fail seek struggle")
RAISING = _set(
    "know believe report say think presume confirm begin start continue manage help proceed go use happen "
    "appear seem find allege claim"
)
"""Verbs before an infinitive that happened ("is believed to have been killed", "went on to kill")."""

DENYING = _set("deny reject refute dispute")

CARRIERS = _set(
    "carry take occur happen begin start erupt hold kill leave hit strike stage break conduct launch "
    "organize organise see wound injure follow rock shake claim mark unfold sweep commit mount perpetrate "
    "execute end open last be"
)
"""Verbs whose date is the date of the event that is their subject or object ("the blast hit on Monday")."""
