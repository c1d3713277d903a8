"""Whether an event word tells of something particular that happened, was tried, is planned, or is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.events import trigger_words as triggers
from kg.annotate.events.roles import OBJECTS, with_preposition
from kg.annotate.figures.measure_words import IRREGULAR

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_subject_matter", "lemma_of", "modifiers", "status_of_noun", "status_of_verb"]

_MODALS = frozenset({"could", "would", "might", "may", "can", "should", "must", "ought", "cannot", "ca"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "none", "neither"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass", "cop"})
_MODIFYING = frozenset(
    {"amod", "compound", "nummod", "det", "nmod:poss", "poss", "nmod", "advmod", "quantmod"}
)
_HAVE = frozenset({"have", "has", "had", "'ve", "’ve", "having"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "conj", "csubj"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "'s", "’s"})
_EXPECTED = frozenset({"sure", "likely", "bound", "certain", "unlikely", "possible", "probable"})
_FORECASTS = frozenset({"forecast", "prediction", "outlook", "predict"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
_DETERMINERS = frozenset({"the", "this", "that", "these", "those", "a", "an"})


def lemma_of(token: Token) -> str:
    """Lemma in lower case; the word itself where the pipeline gives none, its stem where it left "-ed" on."""
    lemma = IRREGULAR.get(token.lower_, (token.lemma_ or token.text).lower())
    if not lemma.endswith("ed"):
        return lemma
    return next((stem for stem in (lemma[:-2], lemma[:-1]) if stem in triggers.VERBS), lemma)


def modifiers(noun: Token) -> list[Token]:
    """Words before a noun that belong to it."""
    return [child for child in noun.lefts if child.dep_ in _MODIFYING]


def status_of_verb(verb: Token) -> str:
    """Local name of a kg:EventStatus, or "" where nothing particular is told to have happened."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in _AUXILIARIES}
    if helpers & _MODALS or _negated(verb) or _conditional(verb):
        return ""
    if helpers & _WILL:
        return "Planned"
    to = any(
        child.lower_ == "to" and child.i < verb.i and child.dep_ in {"mark", "aux"} for child in verb.children
    )
    if to:
        return _status_of_infinitive(verb, helpers)
    if verb.tag_ in {"VBP", "VBZ"}:
        return ""
    if verb.tag_ == "VBG" and verb.dep_ in _CLAUSES:
        head = lemma_of(verb.head)
        if head in triggers.DENYING:
            return "Denied"
        return "" if head in triggers.UNREAL_VERBS or _unreal(verb.head) else "Occurred"
    if verb.tag_ == "VBN" and helpers and not helpers & (_HAVE | {"was", "were", "been", "being", "got"}):
        return ""
    if verb.tag_ in {"VB"} and not helpers & {"did"}:
        return ""
    if verb.dep_ in {"conj", "acl"} and verb.tag_ == "VBN" and not helpers:
        return "Occurred" if verb.dep_ == "acl" or not _unreal(verb.head) else ""
    return (
        "Denied"
        if verb.dep_ in {"ccomp", "xcomp"} and lemma_of(verb.head) in triggers.DENYING
        else "Occurred"
    )


def _status_of_infinitive(verb: Token, helpers: set[str]) -> str:
    if verb.dep_ not in {"xcomp", "ccomp", "acl"}:
        return ""
    head = verb.head
    lemma = lemma_of(head)
    if _negated(head) or _unreal(head):
        return ""
    if lemma in triggers.ATTEMPTED | {"attempt", "bid", "effort"}:
        return "Attempted"
    if lemma in triggers.PLANNED:
        return "Planned"
    return "Occurred" if lemma in triggers.RAISING or helpers & _HAVE else ""


def _unreal(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in _AUXILIARIES}
    return bool(helpers & (_MODALS | _WILL)) or _negated(verb) or _conditional(verb)


def _negated(token: Token) -> bool:
    return any(child.lower_ in _NEGATIONS and child.i < token.i for child in token.children)


def _conditional(verb: Token) -> bool:
    """In an if-clause, or in a relative or other clause right below a hypothetical one."""
    return any(child.lower_ in _CONDITIONS and child.dep_ == "mark" for child in verb.children)


def status_of_noun(noun: Token) -> tuple[str, bool]:
    """Status of what an event noun denotes ("" for nothing particular), and whether the noun is definite."""
    words = {child.lower_ for child in modifiers(noun)}
    if words & (triggers.UNREAL_DETERMINERS | triggers.UNREAL_MODIFIERS) or _negated(noun):
        return "", False
    determined = (
        _known(noun) or bool(words & _DETERMINERS) or any(c.dep_ in {"nmod:poss", "poss"} for c in noun.lefts)
    )
    proper = any(child.pos_ in {"PROPN", "NUM"} for child in modifiers(noun))
    definite = determined and not words & {"a", "an"}
    if not (determined or proper or noun.tag_ in {"NNS", "NNPS"} or noun.pos_ == "PROPN" or _specified(noun)):
        return "", False
    if noun.dep_ in {"nmod", "pobj"} and _over_noun(noun) in triggers.UNREAL_NOUNS:
        return "", definite
    if words & {"attempted", "failed", "foiled", "thwarted"}:
        return "Attempted", definite
    if words & {"planned", "scheduled", "upcoming", "forthcoming"}:
        return "Planned", definite
    return _status_under(noun, _governor(noun)), definite


def _known(noun: Token) -> bool:
    """Whether the noun is definite: a definite word.

    A year or a proper word stands before it in its phrase.
    """
    position = noun.i - 1
    while position >= noun.sent.start and noun.doc[position].pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "PUNCT"}:
        token = noun.doc[position]
        if token.pos_ == "PROPN" or (token.is_digit and len(token) == 4):
            return True
        if token.is_punct and token.text != "-":
            return False
        position -= 1
    return position >= noun.sent.start and noun.doc[position].lower_ in _DEFINITE


def _over_noun(noun: Token) -> str:
    """The noun that an event noun hangs on by a preposition ("calls for his ouster")."""
    head = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    return lemma_of(head).removesuffix("s")


def _specified(noun: Token) -> bool:
    return bool(with_preposition(noun, ("of", "in", "by", "on")))


def _governor(noun: Token) -> Token | None:
    """The verb over a noun, through other nouns."""
    token = noun
    for _ in range(4):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.pos_ in {"VERB", "AUX"} or any(child.dep_ == "cop" for child in token.children):
            return token
    return None


def _generic(noun: Token, verb: Token, helpers: set[str]) -> bool:
    """Whether a bare plural is told of in the present: "storms are fed by warm water"."""
    if noun.tag_ not in {"NNS", "NNPS"} or noun.head.i != verb.i or noun.dep_ not in _SUBJECTS:
        return False
    if any(
        child.dep_ in {"nummod", "det", "nmod", "acl", "acl:relcl", "relcl", "prep"}
        for child in noun.children
    ):
        return False
    return (verb.tag_ in {"VBP", "VBZ"} and not helpers) or (
        bool(helpers & {"are", "is"}) and verb.tag_ != "VBG"
    )


def _forecast(noun: Token) -> bool:
    """Whether the sentence, up to the noun, foretells it."""
    return any(lemma_of(token) in _FORECASTS for token in noun.doc[noun.sent.start : noun.i])


def _status_under(noun: Token, verb: Token | None) -> str:
    if verb is None:
        return "Occurred"
    helpers = {child.lower_ for child in verb.children if child.dep_ in _AUXILIARIES}
    lemma = lemma_of(verb)
    direct = noun.head.i == verb.i and (noun.dep_ in OBJECTS or (lemma == "call" and noun.dep_ == "obl"))
    if direct and lemma in triggers.DENYING:
        return "Denied"
    indefinite = not _known(noun)
    if lemma in _EXPECTED or (indefinite and (_generic(noun, verb, helpers) or _forecast(noun))):
        return ""
    if indefinite and (helpers & _MODALS or _negated(verb) or _conditional(verb)):
        return ""
    if direct and lemma in triggers.UNREAL_VERBS and indefinite:
        return ""
    if (
        helpers & _WILL
        and noun.head.i == verb.i
        and (noun.dep_ not in {"obl", "nsubj"} or lemma in triggers.CARRIERS)
    ):
        return "Planned"
    if direct and lemma in triggers.PLANNED:
        return "Planned"
    marked = any(child.lower_ == "to" and child.dep_ in {"mark", "aux"} for child in verb.children)
    if marked and indefinite:
        return _status_of_infinitive(verb, helpers)
    return "Occurred"


def is_subject_matter(noun: Token) -> bool:
    """Whether a bare plural is what a talk or book is about ("a school on tropical storms")."""
    case = next((child for child in noun.lefts if child.dep_ == "case"), None)
    return (
        case is not None
        and case.lower_ in {"on", "about"}
        and not any(
            child.dep_ in {"det", "nummod", "nmod:poss"} or child.pos_ == "PROPN" for child in noun.children
        )
    )
