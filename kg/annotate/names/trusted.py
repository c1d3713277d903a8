"""Which of the network's chains are believed: what their phrases are joined to, and what is left alone.

A chain is a guess. Names are joined by the rules; a phrase goes to the name that its chain holds where every
link between the two is sure, and type, gender and number agree. Where the network put two names into one
chain, each is held to be another thing, and a phrase between them needs more to be believed. A claim with
an unresolved speaker is better than one put into the wrong mouth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.annotate.mention_tokens import Anchor
from kg.annotate.names.agreement import Referent, agrees, family, gender_of_word, is_definite, told_by
from kg.annotate.names.chains import AMBIGUOUS, Chains
from kg.annotate.names.classes import class_of, may_be
from kg.annotate.names.phrases import Phrase, by_chain, phrase_mention
from kg.annotate.names.sayings import first_persons
from kg.annotate.names.speaking import Speaking
from kg.annotate.names.titles import ORGANIZATION_NOUNS
from kg.model import Mention

__all__ = ["Sighting", "join_phrases", "seen_names", "sightings"]

SURE_LINK = 0.6
"""Weakest link of a chain between a pronoun and its name."""
SURE_SPEAKER = 0.8
"""The same for one who speaks, and for nouns."""
SURE_AGAINST_ODDS = 0.9
"""The same where the chain holds two names, the name comes in a later sentence, or the noun tells no type."""
SURE_MENTION = 0.5
"""How surely a phrase must be a mention at all."""

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_SPEAKERS = frozenset({"Person", "Group", "Organization"})
_POSSESSIVE = frozenset({"nmod:poss", "poss"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A phrase and the name nearest in its chain. name: position of that mention.

    strength: the weakest link between the two. several: whether the chain holds names of different things.
    late: whether the name comes in a later sentence.
    """

    phrase: Phrase
    name: int
    strength: float
    several: bool
    late: bool


def sightings(chain: Sequence[Phrase], chains: Chains) -> Iterator[Sighting]:
    """Yield the phrases of a chain that are no names, with the last name before each, else the first after.

    A phrase next to a name whose type the network denies is left out.

    Args:
        chain: phrases in text order.
        chains: with all names joined.
    """
    named = [phrase for phrase in chain if _is_name(phrase, chains)]
    several = len({chains.root(phrase.own) for phrase in named}) > 1
    for phrase, nearest, strength, before in _nearest(chain, chains):
        name = chains.mentions[nearest.own]
        if name.type != "Nationality" and family(nearest.found.type, name.type):
            late = not before and not _in_one_sentence(phrase, nearest)
            yield Sighting(phrase, nearest.own, strength, several, late)


def _nearest(chain: Sequence[Phrase], chains: Chains) -> Iterator[tuple[Phrase, Phrase, float, bool]]:
    """Each phrase that is no name, its name, the weakest link between, and whether the name comes before."""
    waiting: list[Phrase] = []
    name: Phrase | None = None
    strength = 1.0
    for phrase in chain:
        strength = min(strength, phrase.found.link)
        if _is_name(phrase, chains):
            if name is None:
                yield from ((early, phrase, least, False) for early, least in _backwards(waiting, phrase))
            name, strength = phrase, 1.0
        elif name is None:
            waiting.append(phrase)
        else:
            yield phrase, name, strength, True


def _backwards(waiting: Sequence[Phrase], name: Phrase) -> Iterator[tuple[Phrase, float]]:
    """The phrases before the first name, the last of them first, with the weakest link on the way to it."""
    strength = name.found.link
    for phrase in reversed(waiting):
        yield phrase, strength
        strength = min(strength, phrase.found.link)


def _in_one_sentence(one: Phrase, other: Phrase) -> bool:
    return one.number == other.number and one.head.sent == other.head.sent


def _is_name(phrase: Phrase, chains: Chains) -> bool:
    return phrase.own >= 0 and chains.mentions[phrase.own].kind == "name"


def seen_names(phrases: Sequence[Phrase], chains: Chains) -> dict[int, tuple[int, ...]]:
    """For each mention that is no name and that the network joined to anything: the names in its chain."""
    found: dict[int, tuple[int, ...]] = {}
    for chain in by_chain(phrases):
        names = tuple(p.own for p in chain if _is_name(p, chains))
        if len(chain) > 1:
            found |= {p.own: names for p in chain if p.own >= 0 and not _is_name(p, chains)}
    return found


def join_phrases(text: Speaking, phrases: Sequence[Phrase]) -> None:
    """Join the phrases of the network's chains to names; those that are no mention yet become one.

    Args:
        text: the mentions, all names joined; is filled.
        phrases: from :func:`kg.annotate.names.phrases.read_phrases`.
    """
    board = _Board(text)
    chains = text.chains
    found = [sighting for chain in by_chain(phrases) for sighting in sightings(chain, chains)]
    sure = [sighting for sighting in found if board.is_sure(sighting)]
    clashing = board.clashing(sure)
    for sighting in sure:
        if chains.root(sighting.name) not in clashing or not gender_of_word(sighting.phrase.head.lower_):
            board.join(sighting.phrase, sighting.name, sighting.strength)
    for chain in by_chain(phrases):
        if not any(_is_name(phrase, chains) for phrase in chain):
            _join_unnamed(board, chain)
    for phrase, speaker in first_persons(phrases, text.spoken):
        if chains.mentions[speaker].type == "Person":
            board.join(phrase, speaker, 0.9)


def _join_unnamed(board: _Board, chain: Sequence[Phrase]) -> None:
    """Join those who speak to the noun phrase that first tells who they are ("a witness ... he said")."""
    told: Phrase | None = None
    for position, phrase in enumerate(chain):
        if position and phrase.found.link < SURE_SPEAKER:
            told = None
        if told is None:
            told = phrase if phrase.kind == "nominal" and told_by(phrase).type in _SPEAKERS else None
        elif phrase.own >= 0 and board.may_be(phrase, told_by(told)):
            board.join(phrase, board.position(told), phrase.found.link)


class _Board:
    """What is known of the names of an article while phrases are joined to them."""

    def __init__(self, text: Speaking) -> None:
        self._text, self._chains = text, text.chains
        self._genders = {self._chains.root(first): gender for first, gender in text.genders.items()}
        self._made: dict[tuple[int, int], int] = {}
        self._names: dict[int, list[Anchor]] = defaultdict(list)
        for anchor in text.anchors:
            if anchor.mention.kind == "name":
                self._names[text.root(anchor)].append(anchor)

    def is_sure(self, sighting: Sighting) -> bool:
        """Whether the links are strong enough and nothing speaks against the join."""
        phrase, root = sighting.phrase, self._chains.root(sighting.name)
        if sighting.strength < _needed(sighting):
            return False
        gender = self._genders.get(root, "")
        name = self._chains.mentions[sighting.name]
        if gender == AMBIGUOUS or not self.may_be(phrase, Referent(name.type, gender)):
            return False
        if _is_another_name(phrase, name) or _is_of_another_class(phrase, name):
            return False
        if self._speaks_against(phrase, root):
            return False
        told = gender_of_word(phrase.head.lower_)
        return not (sighting.several and told and gender != told)

    def may_be(self, phrase: Phrase, referent: Referent) -> bool:
        """Whether the phrase takes up something, and agrees with this."""
        if phrase.kind == "nominal" and not (phrase.head.pos_ in _NOUNS and is_definite(phrase)):
            return False
        return phrase.found.score >= SURE_MENTION and agrees(phrase, referent)

    def _speaks_against(self, phrase: Phrase, root: int) -> bool:
        """Whether the sentence itself tells that the phrase is another than what these names stand for."""
        inside = range(phrase.start, phrase.end)
        if _is_one_of_several(phrase, self._names[root]):
            return True
        names = [a for a in self._names[root] if a.number == phrase.number]
        if any(a.start in inside for a in names) or any(_share_a_verb(phrase, a) for a in names):
            return True
        return phrase.own >= 0 and self._text.speaks_of(phrase.own, root)

    def clashing(self, sure: Iterable[Sighting]) -> set[int]:
        """The names of unknown gender that are "he" here and "she" there."""
        told: dict[int, set[str]] = defaultdict(set)
        for sighting in sure:
            told[self._chains.root(sighting.name)].add(gender_of_word(sighting.phrase.head.lower_))
        return {root for root, genders in told.items() if len(genders - {""}) > 1}

    def position(self, phrase: Phrase) -> int:
        """Position of the phrase's mention, made where there is none."""
        if phrase.own >= 0:
            return phrase.own
        place = phrase.number, phrase.head.i
        if place not in self._made:
            self._made[place] = self._chains.add(phrase_mention(phrase))
        return self._made[place]

    def join(self, phrase: Phrase, other: int, score: float) -> None:
        """Put the phrase into the chain of a mention."""
        position = self.position(phrase)
        said = phrase.doc[phrase.start : phrase.end].text
        name = self._chains.mentions[other].name or "the speaker of these words"
        self._chains.join(other, position, "reader", f'"{said}": the reader takes it for "{name}"', score)


def _needed(sighting: Sighting) -> float:
    phrase = sighting.phrase
    if sighting.several or sighting.late or (phrase.kind == "nominal" and told_by(phrase).type == "Other"):
        return SURE_AGAINST_ODDS
    return SURE_SPEAKER if phrase.own >= 0 or phrase.kind == "nominal" else SURE_LINK


def _is_another_name(phrase: Phrase, name: Mention) -> bool:
    """Whether a body or place has a proper noun that the name lacks ("the Army" is not the Congress)."""
    head = phrase.head
    # Told by the capital too: "Army", "Court", "Post" are often tagged as common nouns.
    is_capital = head.text[0].isupper() and head.i > head.sent.start
    is_proper = phrase.kind == "nominal" and (head.pos_ == "PROPN" or is_capital)
    return is_proper and name.type != "Person" and head.lower_ not in name.name.casefold().split()


def _is_of_another_class(phrase: Phrase, name: Mention) -> bool:
    """Whether a body's name tells that it is not called so ("the company" is not the Health Ministry)."""
    words = name.name.casefold().split()
    if (
        phrase.kind != "nominal"
        or name.type != "Organization"
        or not ORGANIZATION_NOUNS & {words[0], words[-1]}
    ):
        return False
    kind = class_of(list(phrase.doc[phrase.start : phrase.end]), phrase.head)
    return bool(kind) and not may_be(name, kind, phrase.head.lower_)


def _is_one_of_several(phrase: Phrase, names: Sequence[Anchor]) -> bool:
    """Whether a single body is sought where the name last stood beside another ("A and B met. The group")."""
    if phrase.kind != "nominal" or told_by(phrase).type != "Organization":
        return False
    here = phrase.number, phrase.start
    last = max(
        (a for a in names if (a.number, a.start) < here), key=lambda a: (a.number, a.start), default=None
    )
    if last is None:
        return False
    token = last.head
    beside = [child for child in token.children if child.dep_ == "conj"]
    beside += [token.head] if token.dep_ == "conj" else []
    return any(other.ent_type_ == token.ent_type_ != "" for other in beside)


def _share_a_verb(phrase: Phrase, name: Anchor) -> bool:
    """Whether both depend on one verb ("Moss met her"), so that they are two."""
    if phrase.head.dep_ in _POSSESSIVE or phrase.head.lower_.endswith(("self", "selves")):
        return False
    return name.governor.head == phrase.head.head and name.governor.dep_ not in {"appos", "flat", "compound"}
