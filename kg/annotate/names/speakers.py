"""Whom "she", "the spokesman" or "the ministry" stands for, where the article leaves no doubt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import SUBJECT, SUBJECT_PASSIVE, Anchor
from kg.annotate.names.bodies import body_before
from kg.annotate.names.called import join_nominals
from kg.annotate.names.chains import AMBIGUOUS, Chains
from kg.annotate.names.descriptions import Description, describe
from kg.annotate.names.phrases import Phrase
from kg.annotate.names.sayings import Saying
from kg.annotate.names.speaking import NEAR, Speaking
from kg.annotate.names.titles import FEMALE_WORDS, MALE_WORDS
from kg.annotate.names.trusted import join_phrases, seen_names

if TYPE_CHECKING:
    pass

__all__ = ["join_speakers"]

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
_PRONOUNS = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_QUALIFIERS = frozenset({"compound", "amod", "nn"})


def join_speakers(
    chains: Chains,
    anchors: Sequence[Anchor],
    genders: dict[int, str],
    phrases: Sequence[Phrase] = (),
    spoken: Mapping[int, Sequence[Saying]] = MappingProxyType({}),
) -> None:
    """Join pronouns and noun phrases to the names that they stand for.

    What stands beside a name is joined first, then what the reader's chains surely tell, then what one
    name alone can be meant by, unless the chains tell otherwise.

    Args:
        chains: names are joined already; is filled.
        anchors: all mentions with tokens, in text order.
        genders: of the chains of persons, by first mention; learns from pronouns joined.
        phrases: of the reader's chains.
        spoken: what each mention says, by its position.
    """
    unnamed = [anchor for anchor in anchors if anchor.mention.kind != "name"]
    if not unnamed and not phrases:
        return
    positions = {mention.id: number for number, mention in enumerate(chains.mentions)}
    text = Speaking(chains, anchors, positions, dict(genders), seen_names(phrases, chains), spoken)
    descriptions = list(describe(anchors))
    _learn_genders(text, descriptions)
    _join_beside(text, unnamed, descriptions)
    join_phrases(text, phrases)
    _join_by_rules(text, unnamed, descriptions)


def _join_by_rules(text: Speaking, unnamed: Sequence[Anchor], descriptions: Sequence[Description]) -> None:
    join_nominals(text, [a for a in unnamed if a.mention.kind == "nominal"], descriptions)
    for index, anchor in enumerate(text.anchors):
        if anchor.mention.kind == "pronoun":
            join = _join_it if anchor.head.lower_ == "it" else _join_pronoun
            join(text, index)


def _learn_genders(text: Speaking, descriptions: Sequence[Description]) -> None:
    for description in descriptions:
        word = description.head.lower_
        gender = "male" if word in MALE_WORDS else "female" if word in FEMALE_WORDS else ""
        if gender and description.anchor.mention.type == "Person":
            text.genders.setdefault(text.root(description.anchor), gender)


def _join_beside(text: Speaking, unnamed: Sequence[Anchor], descriptions: Sequence[Description]) -> None:
    """Join a speaking noun phrase to the name that it stands beside ("the group's leader, X, said")."""
    heads = {(d.anchor.number, d.head.i): d for d in descriptions}
    titled = {
        (a.number, a.governor.i): a for a in text.anchors if a.mention.kind == "name" and a.governor != a.head
    }
    for anchor in unnamed:
        name = titled.get((anchor.number, anchor.head.i))
        if name is not None:
            reason = f'"{anchor.mention.name}" is "{name.mention.name}" with a title'
            text.join(name, anchor, "title", reason, 0.95)
            continue
        for i in range(anchor.start, anchor.end):
            found = heads.get((anchor.number, i))
            if found is not None and anchor.head.i == i:
                reason = f'"{anchor.mention.name}" stands beside "{found.anchor.mention.name}"'
                text.join(found.anchor, anchor, "apposition", reason, 0.9)


def _join_pronoun(text: Speaking, index: int) -> None:
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
    text.join(name, anchor, "pronoun", reason, score)
    text.genders.setdefault(root, gender)


def _join_it(text: Speaking, index: int) -> None:
    name = body_before(text.anchors, index, text.root)
    if name is not None and not text.is_quoted(name):
        reason = f'"it": "{name.mention.name}" is the only body that the sentences before speak of first'
        text.join(name, text.anchors[index], "pronoun", reason, 0.7)


def _candidates(text: Speaking, index: int, gender: str) -> dict[int, Anchor]:
    """The nearest mention of each person who fits, in the pronoun's sentence and the two before it."""
    anchor = text.anchors[index]
    found: dict[int, Anchor] = {}
    for before in range(index - 1, -1, -1):
        other = text.anchors[before]
        if not other.passage.is_body:
            continue
        if anchor.mention.sentence - other.mention.sentence > NEAR:
            break
        if other.mention.type != "Person" or other.mention.kind == "pronoun" or text.is_quoted(other):
            continue
        root = text.root(other)
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


def _is_subject(anchor: Anchor) -> bool:
    return anchor.governor.dep_ in SUBJECT | SUBJECT_PASSIVE
