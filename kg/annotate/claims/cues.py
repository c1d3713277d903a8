"""The words that report what someone says, and what kind of saying each is.

A verb's frames tell which shapes its content may take: ``s`` a clause ("said that ..."), ``q`` a quotation,
``n`` a noun phrase ("denied any role"), ``t`` an infinitive or participle ("promised to ..."), ``o`` an
object with its complement ("accused them of ...", "called it a trap"), and a preposition for its phrase
("warned of ..."). How often a verb reports was looked up in training data.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

__all__ = [
    "CUE_NOUNS",
    "EVIDENTIAL",
    "HEDGES",
    "NAMING_VERBS",
    "STANCE",
    "Cue",
    "cue_of",
    "inflected",
    "noun_cue",
    "verb_forms",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: its lemma, the local name of its kg:CueType, frames, and how surely it reports."""

    lemma: str
    type: str
    frames: frozenset[str]
    strength: float


_SPOKEN = 1.0
STANCE = 0.6
"""Strength of words that show a stance towards something: now and then they report."""
_ATTITUDE = 0.55

# type, strength, frames, lemmas
_VERBS: tuple[tuple[str, float, str, str], ...] = (
    (
        "Say",
        _SPOKEN,
        "s q",
        "say add remark comment reply respond answer continue quip joke opine retort muse",
    ),
    (
        "Say",
        _SPOKEN,
        "s q",
        "explain observe recall recount declare post begin interject conclude elaborate sum",
    ),
    ("Say", _SPOKEN, "s q", "write tweet"),
    ("Say", _SPOKEN, "s q n", "state signal clarify claim announce mention relate"),
    ("Say", _SPOKEN, "s q", "tell inform assure remind brief advise notify"),
    (
        "Say",
        _SPOKEN,
        "q",
        "shout yell whisper cry ask exclaim murmur laugh scream thunder sigh fume chant read",
    ),
    ("Say", _SPOKEN, "s q t", "promise vow pledge swear propose suggest"),
    ("Say", _SPOKEN, "o q", "call describe label dub brand characterize characterise term portray"),
    ("Report", _SPOKEN, "s q n", "report reveal disclose"),
    ("Report", _SPOKEN, "s", "find show indicate learn estimate calculate document establish"),
    ("Confirm", _SPOKEN, "s q n", "confirm affirm reaffirm corroborate verify"),
    ("Confirm", _SPOKEN, "s q", "agree"),
    ("Acknowledge", _SPOKEN, "s q n", "acknowledge admit concede"),
    ("Acknowledge", _SPOKEN, "s q to", "confess"),
    ("Deny", _SPOKEN, "s q n t", "deny"),
    ("Deny", _SPOKEN, "s n", "dispute refute rebut"),
    ("Deny", STANCE, "n", "reject dismiss"),
    ("Accuse", _SPOKEN, "s q", "allege"),
    ("Accuse", _SPOKEN, "o", "accuse blame"),
    ("Accuse", _SPOKEN, "s", "charge complain"),
    (
        "Accuse",
        STANCE,
        "n o q",
        "criticize criticise condemn denounce slam blast decry fault ridicule mock lambast",
    ),
    ("Accuse", STANCE, "n q", "lambaste castigate assail deride rebuke chide attack"),
    ("Warn", _SPOKEN, "s q of against o", "warn caution"),
    ("Warn", _SPOKEN, "s t q", "threaten"),
    ("Demand", _SPOKEN, "s q n t", "demand"),
    ("Demand", _SPOKEN, "o s q", "urge implore beg"),
    ("Demand", _SPOKEN, "s q", "recommend request plead insist"),
    ("Predict", _SPOKEN, "s q n", "predict forecast foresee"),
    (
        "Emphasize",
        _SPOKEN,
        "s q",
        "emphasize emphasise stress underline underscore argue assert maintain contend",
    ),
    ("Emphasize", _SPOKEN, "s q", "note reiterate highlight repeat protest posit theorize reason"),
    ("Emphasize", _SPOKEN, "s q n", "hail praise lament bemoan tout defend"),
    (
        "Believe",
        _ATTITUDE,
        "s q",
        "believe think fear feel suspect doubt worry figure reckon guess surmise imagine",
    ),
    ("Believe", _ATTITUDE, "s q", "know realize realise understand assume speculate wonder consider concern"),
    ("", _ATTITUDE, "s t", "hope"),
    ("", _ATTITUDE, "t o", "want"),
    ("", _ATTITUDE, "s t", "expect anticipate"),
    ("", _ATTITUDE, "t", "seek plan intend"),
    ("Emphasize", STANCE, "n", "support endorse oppose welcome back favor favour applaud"),
    ("Say", STANCE, "n", "discuss address"),
)

_PHRASAL: dict[tuple[str, str], tuple[str, float, str]] = {
    ("point", "out"): ("Emphasize", _SPOKEN, "s q n"),
    ("make", "clear"): ("Emphasize", _SPOKEN, "s"),
    ("call", "for"): ("Demand", _SPOKEN, "for"),
    ("call", "on"): ("Demand", _SPOKEN, "on"),
    ("know", "of"): ("Report", 0.78, "of"),
    ("speak", "of"): ("Say", _SPOKEN, "of"),
    ("boast", "of"): ("Say", _SPOKEN, "of"),
    ("complain", "of"): ("Accuse", _SPOKEN, "of"),
    ("complain", "about"): ("Accuse", _SPOKEN, "about"),
    ("refer", "to"): ("Say", STANCE, "to"),
    ("point", "to"): ("Emphasize", STANCE, "to"),
    ("talk", "about"): ("Say", STANCE, "about"),
    ("speak", "about"): ("Say", STANCE, "about"),
    ("object", "to"): ("Deny", STANCE, "to"),
    ("boast", "that"): ("Say", _SPOKEN, "s"),
    ("object", "that"): ("Deny", _SPOKEN, "s"),
}

_NOUNS: dict[str, str] = {
    "claim": "Say", "statement": "Say", "assertion": "Emphasize", "remark": "Say", "comment": "Say",
    "announcement": "Say", "declaration": "Say", "promise": "Say", "pledge": "Say", "vow": "Say",
    "suggestion": "Say", "argument": "Emphasize", "contention": "Emphasize", "insistence": "Emphasize",
    "report": "Report", "revelation": "Report", "disclosure": "Report", "confirmation": "Confirm",
    "acknowledgment": "Acknowledge", "acknowledgement": "Acknowledge", "admission": "Acknowledge",
    "denial": "Deny", "accusation": "Accuse", "allegation": "Accuse", "charge": "Accuse",
    "complaint": "Accuse", "warning": "Warn", "threat": "Warn", "demand": "Demand",
    "prediction": "Predict", "forecast": "Predict", "belief": "Believe", "fear": "Believe",
    "view": "Believe", "opinion": "Believe", "conclusion": "Report",
}  # fmt: skip
CUE_NOUNS = frozenset(_NOUNS)
"""Nouns that name a saying: "the ministry's claim that ..."."""

EVIDENTIAL: dict[str, float] = dict.fromkeys(("show", "suggest", "indicate", "reveal", "signal"), 0.9) | (
    dict.fromkeys(("find", "confirm", "establish"), 0.85)
)
"""Verbs of which things are subjects as well -> how surely their speaker must be able to speak."""

NAMING_VERBS = frozenset({"call", "label", "dub", "brand", "term"})
"""Verbs that give somebody a name: "called the plan a gift"."""

HEDGES: dict[str, str] = {
    "may": "Possible", "might": "Possible", "could": "Possible", "possibly": "Possible",
    "perhaps": "Possible", "maybe": "Possible", "potentially": "Possible",
    "probably": "Probable", "likely": "Probable", "apparently": "Probable", "reportedly": "Probable",
    "allegedly": "Probable", "presumably": "Probable", "seemingly": "Probable", "seem": "Probable",
    "appear": "Probable",
}  # fmt: skip
"""Words (lemmas) that hedge the clause they stand in -> local name of the kg:Certainty."""

_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think",
    "knew": "know", "known": "know", "felt": "feel", "found": "find", "showed": "show", "shown": "show",
    "swore": "swear", "sworn": "swear", "spoke": "speak", "spoken": "speak", "made": "make",
    "began": "begin", "understood": "understand", "foresaw": "foresee", "sought": "seek", "begged": "beg",
    "read": "read", "meant": "mean", "learnt": "learn",
}  # fmt: skip
_DOUBLING = frozenset({"quip", "admit", "rebut", "dub", "beg", "slam", "plan", "refer", "sum", "chat"})
_VOWELS = "aeiou"


@cache
def verb_forms() -> dict[str, str]:
    """Every inflected form of every reporting verb -> its lemma.

    Taggers and lemmatizers fail on rare verbs; the forms of known verbs need neither.

    >>> [verb_forms()[form] for form in ("said", "denies", "urging", "admitted")]
    ['say', 'deny', 'urge', 'admit']
    """
    lemmas = {lemma for _, _, _, words in _VERBS for lemma in words.split()} | {verb for verb, _ in _PHRASAL}
    forms = {form: lemma for lemma in sorted(lemmas) for form in inflected(lemma)}
    return forms | {form: lemma for form, lemma in _IRREGULAR.items() if lemma in lemmas}


def inflected(lemma: str) -> tuple[str, ...]:
    """The forms of a regular verb."""
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return lemma, third, stem + "ed", stem + "ing"


@cache
def _table() -> dict[str, Cue]:
    return {
        lemma: Cue(lemma, kind, frozenset(frames.split()), strength)
        for kind, strength, frames, words in _VERBS
        for lemma in words.split()
    }


@cache
def cue_of(lemma: str, particle: str = "") -> Cue | None:
    """What a verb reports, with a particle or preposition that it may need ("call for", "point out").

    >>> cue_of("warn").type, cue_of("call", "for").type, cue_of("walk")
    ('Warn', 'Demand', None)
    """
    if not particle:
        return _table().get(lemma)
    if phrasal := _PHRASAL.get((lemma, particle)):
        kind, strength, frames = phrasal
        return Cue(f"{lemma} {particle}", kind, frozenset(frames.split()), strength)
    return None


@cache
def noun_cue(lemma: str) -> Cue | None:
    """What a noun reports ("the claim that ...")."""
    kind = _NOUNS.get(lemma)
    if kind is None:
        return None
    strength = _ATTITUDE if kind == "Believe" else _SPOKEN
    return Cue(lemma, kind, frozenset({"s"}), strength)
