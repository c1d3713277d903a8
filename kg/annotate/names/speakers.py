"""Whom "she", "the spokesman" or "the ministry" stands for, where the article leaves no doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import SUBJECT, SUBJECT_PASSIVE, Anchor, quoted_tokens
from kg.annotate.names.bodies import body_before
from kg.annotate.names.chains import AMBIGUOUS, Chains
from kg.annotate.names.classes import class_of, may_be
from kg.annotate.names.descriptions import Description, describe
from kg.annotate.names.titles import FEMALE_WORDS, KIND_WORDS, MALE_WORDS, ORGANIZATION_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["join_speakers"]

_WINDOW = 2
"""Sentences before a pronoun's own in which its person must stand."""

_GENDERS = {
    "he": "male",
    "him": "male",
    "himself": "male",
    "his": "male",
    "she": "female",
    "her": "female",
    "herself": "female",
    "hers": "female",
}
_DEFINITE = frozenset({"the", "this", "that"})
_PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_QUALIFIERS = frozenset({"compound", "amod", "nn"})
_GENERAL = frozenset(
    {"group", "company", "organization", "organisation", "agency", "firm", "association", "force", "board",
     "team", "network", "news", "government", "party", "movement", "front", "alliance", "army", "times",
     "post", "co", "forces", "services", "television", "radio", "club", "exchange", "partners"}
)  # fmt: skip
_SKIPPED = frozenset(
    {"former", "late", "own", "same", "then", "current", "a", "an", "the", "this", "that", "his", "her",
     "its"}
)  # fmt: skip


@dataclass
class _Text:
    """What speakers may stand for: named mentions by passage, and which tokens are quoted."""

    chains: Chains
    anchors: Sequence[Anchor]
    positions: dict[str, int]
    genders: dict[int, str]
    quoted: dict[int, bytearray]


def join_speakers(chains: Chains, anchors: Sequence[Anchor], genders: dict[int, str]) -> None:
    """Join pronouns and noun phrases to the names that they stand for.

    Args:
        chains: names are joined already; is filled.
        anchors: all mentions with tokens, in text order.
        genders: of the chains of persons, by first mention; learns from pronouns joined.
    """
    unnamed = [anchor for anchor in anchors if anchor.mention.kind != "name"]
    if not unnamed:
        return
    positions = {mention.id: number for number, mention in enumerate(chains.mentions)}
    text = _Text(chains, anchors, positions, dict(genders), {})
    descriptions = list(describe(anchors))
    _learn_genders(text, descriptions)
    _join_beside(text, unnamed, descriptions)
    by_noun = _by_noun(descriptions)
    by_word = _names_by_noun(anchors)
    for anchor in unnamed:
        if anchor.mention.kind == "nominal":
            _join_nominal(text, anchor, by_noun, by_word)
            _join_body(text, anchor)
    for index, anchor in enumerate(anchors):
        if anchor.mention.kind == "pronoun":
            join = _join_it if anchor.head.lower_ == "it" else _join_pronoun
            join(text, index)


def _learn_genders(text: _Text, descriptions: Sequence[Description]) -> None:
    for description in descriptions:
        word = description.head.lower_
        gender = "male" if word in MALE_WORDS else "female" if word in FEMALE_WORDS else ""
        if gender and description.anchor.mention.type == "Person":
            text.genders.setdefault(_root(text, description.anchor), gender)


def _root(text: _Text, anchor: Anchor) -> int:
    return text.chains.root(text.positions[anchor.mention.id])


def _join(text: _Text, name: Anchor, other: Anchor, rule: str, reason: str, score: float) -> None:
    text.chains.join(text.positions[name.mention.id], text.positions[other.mention.id], rule, reason, score)


def _join_beside(text: _Text, unnamed: Sequence[Anchor], descriptions: Sequence[Description]) -> None:
    """Join a speaking noun phrase to the name that it stands beside ("the group's leader, X, said")."""
    heads = {(d.anchor.number, d.head.i): d for d in descriptions}
    titled = {
        (a.number, a.governor.i): a for a in text.anchors if a.mention.kind == "name" and a.governor != a.head
    }
    for anchor in unnamed:
        name = titled.get((anchor.number, anchor.head.i))
        if name is not None:
            reason = f'"{anchor.mention.name}" is "{name.mention.name}" with a title'
            _join(text, name, anchor, "title", reason, 0.95)
            continue
        for i in range(anchor.start, anchor.end):
            found = heads.get((anchor.number, i))
            if found is not None and anchor.head.i == i:
                reason = f'"{anchor.mention.name}" stands beside "{found.anchor.mention.name}"'
                _join(text, found.anchor, anchor, "apposition", reason, 0.9)


def _by_noun(descriptions: Sequence[Description]) -> dict[str, list[Description]]:
    table: dict[str, list[Description]] = defaultdict(list)
    for description in descriptions:
        table[description.head.lower_].append(description)
    return table


def _names_by_noun(anchors: Sequence[Anchor]) -> dict[str, list[Anchor]]:
    """Organizations by the kind of thing that their name says they are ("ministry", "party")."""
    table: dict[str, list[Anchor]] = defaultdict(list)
    for anchor in anchors:
        if (
            anchor.mention.kind == "name"
            and anchor.mention.type == "Organization"
            and anchor.end - anchor.start > 1
        ):
            words = [token.lower_ for token in anchor.doc[anchor.start : anchor.end]]
            for word in {words[0], words[-1]} & ORGANIZATION_NOUNS:
                table[word].append(anchor)
    return table


def _join_nominal(
    text: _Text, anchor: Anchor, by_noun: dict[str, list[Description]], by_word: dict[str, list[Anchor]]
) -> None:
    head = anchor.head
    if anchor.doc[anchor.start].lower_ not in _DEFINITE or head.tag_ in {"NNS", "NNPS"}:
        return
    wanted = _content(anchor.doc[anchor.start : anchor.end])
    noun = head.lower_
    fitting: dict[int, tuple[Anchor, str]] = {}
    for description in by_noun.get(noun, ()):
        if not _precedes(description.anchor, anchor):
            continue
        said = {token.lower_ for token in description.head.doc[description.start : description.end]}
        before = description.head.doc[max(0, description.start - 2) : description.start]
        if wanted <= said | {token.lower_ for token in before}:
            fitting.setdefault(_root(text, description.anchor), (description.anchor, "is called so"))
    for other in by_word.get(noun, ()) if noun not in _GENERAL else ():
        words = {token.lower_ for token in other.doc[other.start : other.end]}
        if wanted <= words and _precedes(other, anchor):
            fitting.setdefault(_root(text, other), (other, "has the word in its name"))
    if len(fitting) != 1 or _root(text, anchor) in fitting:
        return
    name, why = next(iter(fitting.values()))
    reason = f'only "{name.mention.name}" in this article {why}: "{anchor.mention.name}"'
    _join(text, name, anchor, "only-candidate", reason, 0.75)


def _join_body(text: _Text, anchor: Anchor) -> None:
    """Join "the rights group" to the only organization near before that may be called so."""
    phrase = list(anchor.doc[anchor.start : anchor.end])
    kind = class_of(phrase, anchor.head) if phrase[0].lower_ == "the" else ""
    if not kind or anchor.head.tag_ in {"NNS", "NNPS"}:
        return
    own = _root(text, anchor)
    found: dict[int, Anchor] = {}
    for other in text.anchors:
        gone = anchor.mention.sentence - other.mention.sentence
        if other.mention.kind != "name":
            if _root(text, other) == own and other is not anchor:
                return
            continue
        if _root(text, other) == own:
            return
        near = 0 <= gone <= _WINDOW and other.passage.is_body and _precedes(other, anchor)
        if near and other.mention.type == "Organization" and may_be(other.mention, kind, anchor.head.lower_):
            found[_root(text, other)] = other
    if len(found) != 1 or _has_unread_name(text, anchor):
        return
    name = next(iter(found.values()))
    reason = f'"{anchor.mention.name}": only "{name.mention.name}" near before may be called so'
    _join(text, name, anchor, "only-body", reason, 0.7)


def _has_unread_name(text: _Text, anchor: Anchor) -> bool:
    """Whether a proper noun stands near before the phrase that is in no name: a body that was not read."""
    covered = {
        i
        for a in text.anchors
        if a.number == anchor.number and a is not anchor
        for i in range(a.start, a.end)
    }
    return any(
        token.pos_ == "PROPN" and token.i not in covered and token.lower_ in KIND_WORDS
        for token in anchor.doc[: anchor.start]
    )


def _precedes(one: Anchor, other: Anchor) -> bool:
    return (one.number, one.start) < (other.number, other.start)


def _content(tokens: Iterable[Token]) -> set[str]:
    return {token.lower_ for token in tokens if token.text[0].isalnum()} - _SKIPPED


def _join_pronoun(text: _Text, index: int) -> None:
    anchor = text.anchors[index]
    gender = _GENDERS.get(anchor.head.lower_, "")
    if not gender:
        return
    candidates = _candidates(text, index, gender)
    if not candidates:
        return
    subjects = {root: other for root, other in candidates.items() if _is_subject(other)}
    chosen, score, why = candidates, 0.8, "the only person near before who fits"
    if len(candidates) > 1:
        chosen, score, why = subjects, 0.7, "the only fitting subject of the sentences before"
    if len(chosen) != 1:
        return
    root, name = next(iter(chosen.items()))
    if text.genders.get(root) == AMBIGUOUS or _has_rival(name, anchor, gender):
        return
    reason = f'"{anchor.doc[anchor.start].text}": "{name.mention.name}" is {why}'
    _join(text, name, anchor, "pronoun", reason, score)
    text.genders.setdefault(root, gender)


def _join_it(text: _Text, index: int) -> None:
    name = body_before(text.anchors, index)
    if name is not None and not _is_quoted(text, name):
        reason = f'"it": "{name.mention.name}" is the only body that the sentences before speak of first'
        _join(text, name, text.anchors[index], "pronoun", reason, 0.7)


def _candidates(text: _Text, index: int, gender: str) -> dict[int, Anchor]:
    """The nearest mention of each person who fits, in the pronoun's sentence and the two before it."""
    anchor = text.anchors[index]
    found: dict[int, Anchor] = {}
    for before in range(index - 1, -1, -1):
        other = text.anchors[before]
        if not other.passage.is_body:
            continue
        if anchor.mention.sentence - other.mention.sentence > _WINDOW:
            break
        if other.mention.type != "Person" or other.mention.kind == "pronoun" or _is_quoted(text, other):
            continue
        root = _root(text, other)
        if text.genders.get(root, gender) in {gender, AMBIGUOUS} and _may_precede(anchor, other):
            found.setdefault(root, other)
    return found


def _may_precede(anchor: Anchor, other: Anchor) -> bool:
    """Whether the person can be meant: no object of the pronoun's own clause, no name that only qualifies."""
    if other.mention.kind == "name" and other.governor.dep_ in _QUALIFIERS:
        return False
    return other.number != anchor.number or other.governor.head != anchor.head.head


def _has_rival(name: Anchor, anchor: Anchor, gender: str) -> bool:
    """Whether an unnamed man or woman stands between the name and the pronoun ("his wife")."""
    words = (MALE_WORDS if gender == "male" else FEMALE_WORDS) - _PRONOUNS
    first = name.end if name.number == anchor.number else 0
    return any(token.lower_ in words and not token.ent_type_ for token in anchor.doc[first : anchor.start])


def _is_quoted(text: _Text, anchor: Anchor) -> bool:
    if anchor.number not in text.quoted:
        text.quoted[anchor.number] = quoted_tokens(anchor.doc)
    return bool(text.quoted[anchor.number][anchor.start])


def _is_subject(anchor: Anchor) -> bool:
    return anchor.governor.dep_ in SUBJECT | SUBJECT_PASSIVE
