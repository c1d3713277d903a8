"""Who takes part in an event, from the parse: only where the grammar leaves no doubt.

Labels of both Universal Dependencies and ClearNLP (spaCy's own English pipelines) are understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "ACTIVE_SUBJECTS",
    "OBJECTS",
    "PASSIVE_SUBJECTS",
    "agents_of_verb",
    "by_phrase",
    "conjuncts",
    "is_passive",
    "patients_of_verb",
    "possessor",
    "with_preposition",
]

ACTIVE_SUBJECTS = frozenset({"nsubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
_PASSIVE_MARKS = frozenset({"aux:pass", "auxpass"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "got"})
_RELATIVES = frozenset({"acl:relcl", "relcl"})
_REDUCED = frozenset({"acl"})
_OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "prep", "agent", "obl:tmod"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_POSSESSIVES = frozenset({"nmod:poss", "poss"})
_LINKED = frozenset({"conj"})


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: a passive auxiliary or subject, or a bare participle after its noun."""
    if any(child.dep_ in _PASSIVE_MARKS | PASSIVE_SUBJECTS for child in verb.children):
        return True
    if verb.tag_ == "VBN" and _be_before(verb):
        return True
    if (
        verb.dep_ in _LINKED
        and verb.tag_ == "VBN"
        and not _children(verb, ACTIVE_SUBJECTS)
        and is_passive(verb.head)
    ):
        return not _children(verb, OBJECTS)
    return verb.dep_ in _REDUCED and verb.tag_ == "VBN"


def _be_before(verb: Token) -> bool:
    """Whether a form of "be" stands before a participle.

    Adverbs and split prefixes ("was re-elected") apart.
    """
    position = verb.i - 1
    while position > verb.sent.start and (
        verb.doc[position].pos_ in {"ADV", "PART"} or verb.doc[position].lower_ in {"re", "-", "re-"}
    ):
        position -= 1
    return verb.i > verb.sent.start and verb.doc[position].lower_ in _BE


def agents_of_verb(verb: Token) -> list[Token]:
    """Heads of the phrases that do what the verb says."""
    if is_passive(verb):
        return by_phrase(verb)
    subjects = [_antecedent(verb, token) for token in _children(verb, ACTIVE_SUBJECTS)]
    if not subjects and verb.dep_ in _LINKED and verb.head.pos_ == "VERB" and not is_passive(verb.head):
        subjects = [_antecedent(verb.head, token) for token in _children(verb.head, ACTIVE_SUBJECTS)]
    return [token for subject in subjects if subject is not None for token in conjuncts(subject)]


def patients_of_verb(verb: Token) -> list[Token]:
    """Heads of the phrases that undergo what the verb says."""
    if not is_passive(verb):
        return [token for target in _children(verb, OBJECTS) for token in conjuncts(target)]
    subjects = [_antecedent(verb, token) for token in _children(verb, PASSIVE_SUBJECTS | ACTIVE_SUBJECTS)]
    if not subjects and verb.dep_ in _REDUCED and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        subjects = [verb.head]
    if not subjects and verb.dep_ in _LINKED:
        subjects = [_antecedent(verb.head, token) for token in _children(verb.head, PASSIVE_SUBJECTS)]
    return [token for subject in subjects if subject is not None for token in conjuncts(subject)]


def by_phrase(token: Token) -> list[Token]:
    """Heads of the by-phrases of a passive verb or an event noun."""
    return [part for found in with_preposition(token, ("by",)) for part in conjuncts(found)]


def with_preposition(token: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """Heads of the phrases that hang on a token with one of these prepositions.

    In either scheme of labels.
    """
    return [found for found, word in _phrases(token) if word in prepositions]


def _phrases(token: Token) -> Iterator[tuple[Token, str]]:
    for child in token.children:
        if child.dep_ not in _OBLIQUES:
            continue
        if child.dep_ in {"prep", "agent"}:
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    yield grandchild, child.lower_
            continue
        case = next((c for c in child.children if c.dep_ == "case" and c.i < child.i), None)
        if case is not None:
            yield child, case.lower_


def possessor(noun: Token) -> list[Token]:
    """Head of the possessive before a noun ("his arrest", "Rossi's trial")."""
    return _children(noun, _POSSESSIVES)


def conjuncts(token: Token) -> list[Token]:
    """A head and what is joined to it ("soldiers and police")."""
    found = [token]
    for child in token.children:
        if child.dep_ in _LINKED and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            found.extend(conjuncts(child))
    return found


def _children(token: Token, labels: frozenset[str]) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


def _antecedent(verb: Token, subject: Token) -> Token | None:
    """What a relative pronoun stands for; None where that cannot be told."""
    if subject.lower_ not in _RELATIVE_PRONOUNS or subject.tag_ not in {"WP", "WDT", "IN", "DT"}:
        return subject
    if verb.dep_ in _RELATIVES and verb.head.i < verb.i:
        return verb.head
    return None
