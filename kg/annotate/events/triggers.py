"""Finds the words of one passage that denote an event, each with its type, status, participants and date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.events import roles as roles
from kg.annotate.events import trigger_words as triggers
from kg.annotate.events.labels import event_name, noun_label, time_words, verb_label
from kg.annotate.events.mentions import MentionIndex, mentions_of
from kg.annotate.events.reality import is_subject_matter, lemma_of, modifiers, status_of_noun, status_of_verb
from kg.annotate.events.timing import date_of, dates_around, links_of
from kg.annotate.figures.measure_words import is_people
from kg.annotate.reading import Passage
from kg.model import DateExpression, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Trigger", "find_triggers"]

_ACTORS = frozenset({"Person", "Organization", "Group", "Place"})
_SUFFERERS = frozenset({"Person", "Organization", "Group"})
_IN = ("in", "at", "near", "outside", "inside", "across", "throughout", "around", "off")
_DOERS = {
    **dict.fromkeys(
        ("carry", "commit", "launch", "conduct", "perpetrate", "mount"),
        ("Attack", "Killing", "Torture", "Arrest"),
    ),
    **dict.fromkeys(("hold", "stage"), ("Protest", "Meeting")),
    **dict.fromkeys(("deliver", "give", "make"), ("Announcement",)),
}  # fmt: skip
"""Verbs whose subject does what their object denotes, with the types of event for which that holds."""
_DONE_BY = frozenset(
    {"Attack", "Killing", "Torture", "Arrest", "Announcement", "Sanction", "Expulsion", "Appointment"}
)
_ORGANIZING = frozenset({"organize", "organise", "arrange"})
_NEEDS_DETAIL = frozenset(
    {"Meeting", "Announcement", "Agreement", "Trial", "Sentence", "Sanction", "Transaction", "Appointment",
     "Resignation",
     "Expulsion"}
)  # fmt: skip
"""Types whose nouns are too common to make an event of without a participant, place, date or name."""
_CONTENTS = frozenset({"ccomp", "obj", "dobj"})
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event word in its place. token: number in the passage; linked: other tokens it hangs together with.

    own_places: places in the event's own noun phrase ("the Lyon bombing"). times: words for time in it.
    around: dates elsewhere in its sentence.
    """

    passage: Passage
    token: int
    span: Span
    sentence: int
    lemma: str
    type: str
    noun: bool
    definite: bool
    status: str
    agents: tuple[Mention, ...]
    patients: tuple[Mention, ...]
    organizers: tuple[Mention, ...]
    places: tuple[Mention, ...]
    own_places: tuple[Mention, ...]
    times: frozenset[str]
    when: DateExpression | None
    name: str
    label: str
    linked: tuple[int, ...]
    around: tuple[DateExpression, ...]


def find_triggers(
    passage: Passage, index: MentionIndex, dates: Sequence[DateExpression]
) -> Iterator[Trigger]:
    """Event words of a paragraph in text order."""
    doc = passage.doc
    inside = [date for date in dates if passage.region.span.covers(date.span)]
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBD"}:
            found = _verb(passage, token, index, inside)
        elif token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            found = _noun(passage, token, index, inside)
        else:
            found = None
        if found is not None:
            yield found


def _verb(passage: Passage, token: Token, index: MentionIndex, dates: list[DateExpression]) -> Trigger | None:
    lemma = lemma_of(token)
    kind = triggers.VERBS.get(lemma) or _phrasal(token, lemma)
    if not kind or token.dep_ in {"amod", "compound"}:
        return None
    doers, sufferers = roles.agents_of_verb(token), roles.patients_of_verb(token)
    agents, patients = (
        mentions_of(passage, index, doers, _ACTORS),
        mentions_of(passage, index, sufferers, _SUFFERERS),
    )
    if not _sound(token, lemma, kind, doers, sufferers, agents, patients):
        return None
    status = status_of_verb(token)
    if not status:
        return None
    if kind == "Agreement":
        patients = ()
    if kind in {"Protest", "Meeting", "Resignation", "Toll"} and not roles.is_passive(token):
        patients, agents = (agents, ()) if kind == "Toll" else (patients, agents)
    places = mentions_of(passage, index, roles.with_preposition(token, _IN), frozenset({"Place"}))
    if kind == "Attack" and not patients:
        patients = mentions_of(passage, index, sufferers, frozenset({"Place"}))
    return Trigger(
        passage, token.i, passage.token_span(token), passage.sentence_of(token), lemma, kind, False, False,
        status,
        agents, patients, (), places, (), frozenset(), date_of(passage, token, dates), "",
        verb_label(lemma, kind, sufferers if kind != "Toll" else doers, patients, passage), links_of(token),
        dates_around(passage, token, dates),
    )  # fmt: skip


def _phrasal(token: Token, lemma: str) -> str:
    particles = {child.lower_ for child in token.children if child.i > token.i}
    if lemma == "step" and "down" in particles:
        return "Resignation"
    if lemma in {"take", "pour", "return"} and "streets" in {
        t.lower_ for t in roles.with_preposition(token, ("to", "into"))
    }:
        return "Protest"
    if lemma == "quit" and any(child.dep_ in roles.ACTIVE_SUBJECTS for child in token.children):
        return "Resignation" if particles & {"as"} or roles.with_preposition(token, ("as",)) else ""
    if lemma in {"pick", "round"} and "up" in particles:
        return "Arrest"
    if lemma in {"strike", "hit"} and {lemma_of(t) for t in roles.agents_of_verb(token)} & triggers.ATTACKERS:
        return "Attack"
    return "Appointment" if lemma == "swear" and "in" in particles else ""


def _sound(
    token: Token,
    lemma: str,
    kind: str,
    doers: list[Token],
    sufferers: list[Token],
    agents: tuple[Mention, ...],
    patients: tuple[Mention, ...],
) -> bool:
    """Whether the verb is meant literally.

    Its patient is people, its object the one needed, force is near.
    """
    if lemma in triggers.NEEDED_OBJECTS:
        return bool({lemma_of(t) for t in sufferers} & triggers.NEEDED_OBJECTS[lemma])
    if kind == "Attack" and not _force_near(
        token, personal=any(m.type == "Person" for m in (*agents, *patients))
    ):
        return False
    if lemma == "demonstrate" and any(child.dep_ in _CONTENTS for child in token.children):
        return False
    if lemma in {"pick", "round"}:
        human = bool(sufferers) and all(_human(t) for t in sufferers)
        return human or (roles.is_passive(token) and bool(patients))
    if lemma == "meet":
        return bool(agents) and bool(patients or roles.with_preposition(token, ("with",)))
    if kind in {"Protest", "Resignation"}:
        return bool(agents) or any(_human(t) for t in doers)
    if kind == "Transaction":
        return bool(agents) and any(m.type == "Organization" for m in patients)
    if lemma in triggers.PEOPLE_PATIENTS:
        return bool(patients) or any(_human(t) for t in sufferers)
    if kind == "Toll":
        return bool(agents) or any(_human(t) for t in doers)
    return True


def _human(token: Token) -> bool:
    return (
        token.pos_ == "NUM"
        or is_people(lemma_of(token))
        or token.lower_ in {"dozens", "hundreds", "thousands", "scores"}
    )


def _force_near(token: Token, *, personal: bool) -> bool:
    """Whether the sentence tells of force.

    An attack on a named person is one of words unless it does so plainly.
    """
    signs = triggers.FORCE - triggers.WEAK_FORCE if personal else triggers.FORCE
    return any(lemma_of(t) in signs for t in token.sent if t.i != token.i)


def _noun(passage: Passage, token: Token, index: MentionIndex, dates: list[DateExpression]) -> Trigger | None:
    lemma = lemma_of(token)
    lemma = lemma if lemma in triggers.NOUNS else lemma.removesuffix("s")
    kind = triggers.NOUNS.get(lemma, "")
    if token.lower_ == "dead":
        previous = token.nbor(-1) if token.i else None
        led = previous is not None and (previous.like_num or previous.lower_ in {"the", "those"})
        kind = "Toll" if led else ""
    if (
        not kind
        or token.dep_ in {"compound", "amod"}
        or not _fit(token, lemma)
        or index.in_name(passage, token)
    ):
        return None
    status, definite = status_of_noun(token)
    if not status and kind != "Toll":
        return None
    before = modifiers(token)
    agents, patients, organizers = _noun_roles(passage, token, kind, index)
    people = any(m.type in {"Person", "Organization"} for m in patients)
    if lemma in {"attack", "assault"} and people and not _force_near(token, personal=True):
        return None
    own = mentions_of(passage, index, before + roles.with_preposition(token, _IN), frozenset({"Place"}))
    governor = token.head if token.head.pos_ == "VERB" and lemma_of(token.head) in triggers.CARRIERS else None
    around = roles.with_preposition(governor, _IN) if governor is not None else []
    name = event_name(token, kind, own, passage)
    when = date_of(passage, token, dates) or (
        date_of(passage, governor, dates) if governor is not None else None
    )
    if kind == "Toll" and when is not None and (when.latest - when.earliest).days < _WEEK:
        when = None  # the day on which the toll was told
    if kind in _NEEDS_DETAIL and not (own or agents or patients or organizers or around or when or name):
        return None
    return Trigger(
        passage, token.i, passage.token_span(token), passage.sentence_of(token), lemma, kind, True, definite,
        status or "Occurred", agents, patients, organizers,
        own or mentions_of(passage, index, around, frozenset({"Place"})), own,
        time_words(token), when, name,
        noun_label(token, kind, name, patients, own, passage), links_of(token),
        dates_around(passage, token, dates),
    )  # fmt: skip


def _fit(noun: Token, lemma: str) -> bool:
    words = {t.lower_ for t in noun.lefts} | ({noun.nbor(-1).lower_} if noun.i else set())
    if noun.tag_ == "NNS" and noun.i > 1 and noun.head.pos_ == "NOUN" and is_subject_matter(noun):
        return False
    if lemma == "strike" or words & triggers.BAD_MODIFIERS.get(lemma, frozenset()):
        return False
    if lemma == "talks" or (lemma == "conference" and not words & {"the", "a", "this", "virtual"}):
        return lemma == "talks"
    if lemma in triggers.SPREADING and any(
        head.pos_ == "NOUN" and lemma_of(head) not in triggers.DISASTER_SIGNS
        for head in roles.with_preposition(noun, ("of",))
    ):
        return False
    needed = triggers.NEEDED_MODIFIERS.get(lemma)
    concluded = lemma in {"agreement", "deal"} and lemma_of(noun.head) in triggers.CONCLUDING
    return needed is None or bool(words & needed) or concluded


def _noun_roles(
    passage: Passage, noun: Token, kind: str, index: MentionIndex
) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Mention, ...]]:
    """Agents, patients and organizers of an event noun."""
    sufferers = roles.with_preposition(noun, triggers.PATIENT_NOUNS.get(kind, ()))
    doers = roles.by_phrase(noun) if kind in _DONE_BY else []
    organizers: list[Token] = []
    owner = roles.possessor(noun)
    if (
        kind in {"Arrest", "Trial", "Sentence", "Expulsion", "Resignation", "Appointment", "Torture"}
        and not sufferers
    ):
        sufferers = owner
    elif kind in {"Announcement", "Meeting", "Killing"} or sufferers:
        doers = doers or (owner if kind != "Killing" or sufferers else [])
    verb = noun.head
    if verb.pos_ == "VERB" and (noun.dep_ in roles.OBJECTS | roles.PASSIVE_SUBJECTS):
        lemma = lemma_of(verb)
        organizers = roles.agents_of_verb(verb) if lemma in _ORGANIZING else []
        done = kind in _DOERS.get(lemma, ())
        doers = doers or (roles.agents_of_verb(verb) if done and status_of_verb(verb) else [])
    organizers += [
        a for c in noun.rights if lemma_of(c) in _ORGANIZING and c.tag_ == "VBN" for a in roles.by_phrase(c)
    ]
    return (
        mentions_of(passage, index, doers, _ACTORS),
        mentions_of(
            passage, index, sufferers, _SUFFERERS | ({"Place"} if kind in {"Attack", "Sanction"} else set())
        ),
        mentions_of(passage, index, organizers, _ACTORS),
    )
