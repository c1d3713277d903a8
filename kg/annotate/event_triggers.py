"""Finds the words of one passage that denote an event, each with its type, status, participants and date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate import event_roles as roles
from kg.annotate import triggers
from kg.annotate.event_reality import lemma_of, modifiers, status_of_noun, status_of_verb
from kg.annotate.measure_words import is_people
from kg.annotate.reading import Passage, Reading
from kg.model import DateExpression, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["MentionIndex", "Trigger", "find_triggers"]

_ACTORS = frozenset({"Person", "Organization", "Group", "Place"})
_SUFFERERS = frozenset({"Person", "Organization", "Group"})
_SURE_PRONOUNS = frozenset({"he", "she", "him", "her", "his"})
_IN = ("in", "at", "near", "outside", "inside", "across", "throughout", "around", "off")
_TIME_PATH = frozenset(
    {"obl", "nmod", "obl:tmod", "nmod:tmod", "compound", "nummod", "advmod", "amod", "flat", "conj", "npadvmod", "pobj", "prep",
     "tmod", "appos", "obl:npmod", "nmod:npmod", "nmod:poss", "poss", "dep", "obl:unmarked", "nmod:unmarked"}
)  # fmt: skip
_DOERS = frozenset({"carry", "commit", "launch", "conduct", "perpetrate", "stage", "mount", "hold"})
_SPEAKING = frozenset({"deliver", "give", "make"})
_ORGANIZING = frozenset({"organize", "organise", "arrange"})
_NAMED_TYPES = frozenset({"Protest", "Attack", "Killing", "Disaster", "Election", "Agreement", "Meeting"})
_TIME_WORDS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday easter christmas ramadan spring summer autumn fall winter new year".split(" ")
)
_OTHER_TIMES = frozenset({"after", "before", "since", "until", "than", "from", "of"})
_VAGUE = frozenset("numerous other several similar multiple many countless various first last two three such".split(" "))
_TITLE_LINKS = frozenset({"flat", "appos", "nmod", "compound"})


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


class MentionIndex:
    """Mentions by the article offset of their head word; the longest wins."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        starts = [passage.region.span.start for passage in reading.passages]
        self._by_head: dict[int, Mention] = {}
        self._by_word: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span)):
            position = bisect_right(starts, mention.span.start) - 1
            passage = reading.passages[position] if position >= 0 else None
            tokens = passage.tokens(mention.span) if passage else None
            if passage is None or tokens is None:
                continue
            base = passage.region.span.start
            self._by_head.setdefault(base + tokens.root.idx, mention)
            if mention.kind == "name":
                for token in tokens:
                    self._by_word.setdefault(base + token.idx, mention)

    def of(self, passage: Passage, token: Token) -> Mention | None:
        """The mention that this head word stands for, or the named person right after a title."""
        base = passage.region.span.start
        found = self._by_head.get(base + token.idx) or self._by_word.get(base + token.idx)
        if token.pos_ == "NOUN" and (found is None or found.kind == "nominal"):
            for child in token.rights:
                named = self._by_word.get(base + child.idx)
                if child.dep_ in _TITLE_LINKS and child.left_edge.i == token.i + 1 and named and named.type == "Person":
                    return named
        return found


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
    agents, patients = _mentions(passage, index, doers, _ACTORS), _mentions(passage, index, sufferers, _SUFFERERS)
    if not _sound(token, lemma, kind, doers, sufferers, agents, patients):
        return None
    status = status_of_verb(token)
    if not status:
        return None
    if kind in {"Protest", "Meeting", "Resignation", "Toll"} and not roles.is_passive(token):
        patients, agents = ((agents, ()) if kind == "Toll" else (patients, agents))
    places = _mentions(passage, index, roles.with_preposition(token, _IN), frozenset({"Place"}))
    if kind == "Attack" and not patients:
        patients = _mentions(passage, index, sufferers, frozenset({"Place"}))
    return Trigger(
        passage, token.i, passage.token_span(token), passage.sentence_of(token), lemma, kind, False, False, status,
        agents, patients, (), places, (), frozenset(), _when(passage, token, dates), "",
        _verb_label(lemma, kind, sufferers if kind != "Toll" else doers, patients, passage), _links(token),
        _around(passage, token, dates),
    )  # fmt: skip


def _phrasal(token: Token, lemma: str) -> str:
    particles = {child.lower_ for child in token.children if child.i > token.i}
    if lemma == "step" and "down" in particles:
        return "Resignation"
    if lemma in {"take", "pour", "return"} and "streets" in {t.lower_ for t in roles.with_preposition(token, ("to", "into"))}:
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
    """Whether the verb is meant literally: its patient is people, its object the one needed, force is near."""
    if lemma in triggers.NEEDED_OBJECTS:
        return bool({lemma_of(t) for t in sufferers} & triggers.NEEDED_OBJECTS[lemma])
    if kind == "Attack" and not _force_near(token):
        return False
    if lemma == "meet":
        return bool(agents) and bool(patients or roles.with_preposition(token, ("with",)))
    if kind in {"Protest", "Resignation"}:
        return bool(agents) or any(_human(t) for t in doers)
    if kind == "Transaction":
        return bool(agents) and any(m.type == "Organization" for m in patients)
    if lemma in triggers.PEOPLE_PATIENTS:
        return bool(patients) or any(_human(t) for t in sufferers) or (not sufferers and kind == "Killing" and bool(doers))
    if kind == "Toll":
        return bool(agents) or any(_human(t) for t in doers)
    return True


def _human(token: Token) -> bool:
    return token.pos_ == "NUM" or is_people(lemma_of(token)) or token.lower_ in {"dozens", "hundreds", "thousands", "scores"}


def _force_near(token: Token) -> bool:
    return any(lemma_of(t) in triggers.FORCE for t in token.sent if t.i != token.i)


def _noun(passage: Passage, token: Token, index: MentionIndex, dates: list[DateExpression]) -> Trigger | None:
    lemma = lemma_of(token)
    lemma = lemma if lemma in triggers.NOUNS else lemma.removesuffix("s")
    kind = triggers.NOUNS.get(lemma, "")
    if token.lower_ == "dead":
        kind = "Toll" if token.pos_ == "NOUN" or token.i and token.nbor(-1).like_num else ""
    if not kind or token.dep_ in {"compound", "amod"} or not _fit(token, lemma):
        return None
    status, definite = status_of_noun(token)
    if not status and kind != "Toll":
        return None
    before = modifiers(token)
    own = _mentions(passage, index, before + roles.with_preposition(token, _IN), frozenset({"Place"}))
    agents, patients, organizers = _noun_roles(passage, token, kind, index)
    governor = token.head if token.head.pos_ == "VERB" and lemma_of(token.head) in triggers.CARRIERS else None
    around = roles.with_preposition(governor, _IN) if governor is not None else []
    name = _name(token, kind, own, passage)
    when = _when(passage, token, dates) or (_when(passage, governor, dates) if governor is not None else None)
    return Trigger(
        passage, token.i, passage.token_span(token), passage.sentence_of(token), lemma, kind, True, definite,
        status or "Occurred", agents, patients, organizers,
        own or _mentions(passage, index, around, frozenset({"Place"})), own,
        _times(token), when, name,
        _noun_label(token, kind, name, patients, own, passage), _links(token),
        _around(passage, token, dates),
    )  # fmt: skip


def _fit(noun: Token, lemma: str) -> bool:
    words = {t.lower_ for t in noun.lefts} | ({noun.nbor(-1).lower_} if noun.i else set())
    if lemma == "strike" or words & triggers.BAD_MODIFIERS.get(lemma, frozenset()):
        return False
    if lemma == "talks" or (lemma == "conference" and not words & {"the", "a", "this", "virtual"}):
        return lemma == "talks"
    needed = triggers.NEEDED_MODIFIERS.get(lemma)
    return needed is None or bool(words & needed)


def _noun_roles(
    passage: Passage, noun: Token, kind: str, index: MentionIndex
) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Mention, ...]]:
    """Agents, patients and organizers of an event noun."""
    sufferers = roles.with_preposition(noun, triggers.PATIENT_NOUNS.get(kind, ()))
    doers, organizers = roles.by_phrase(noun), []
    owner = roles.possessor(noun)
    if kind in {"Arrest", "Trial", "Sentence", "Expulsion", "Resignation", "Appointment", "Torture"} and not sufferers:
        sufferers = owner
    elif kind in {"Announcement", "Meeting", "Killing"} or sufferers:
        doers = doers or (owner if kind != "Killing" or sufferers else [])
    verb = noun.head
    if verb.pos_ == "VERB" and (noun.dep_ in roles.OBJECTS | roles.PASSIVE_SUBJECTS):
        lemma = lemma_of(verb)
        organizers = roles.agents_of_verb(verb) if lemma in _ORGANIZING else []
        done = lemma in _DOERS or (lemma in _SPEAKING and kind == "Announcement")
        doers = doers or (roles.agents_of_verb(verb) if done and status_of_verb(verb) else [])
    organizers += [a for c in noun.rights if lemma_of(c) in _ORGANIZING and c.tag_ == "VBN" for a in roles.by_phrase(c)]
    return (
        _mentions(passage, index, doers, _ACTORS),
        _mentions(passage, index, sufferers, _SUFFERERS | ({"Place"} if kind in {"Attack", "Sanction"} else set())),
        _mentions(passage, index, organizers, _ACTORS),
    )


def _mentions(passage: Passage, index: MentionIndex, heads: list[Token], types: frozenset[str]) -> tuple[Mention, ...]:
    """Mentions of the types that these heads stand for; of pronouns only those for one person."""
    found = (index.of(passage, head) for head in heads)
    kept = {m.id: m for m in found if m is not None and m.type in types and _sure(m, passage)}
    return tuple(kept.values())


def _sure(mention: Mention, passage: Passage) -> bool:
    if mention.kind != "pronoun":
        return True
    base = passage.region.span.start
    return passage.doc.text[mention.span.start - base : mention.span.end - base].lower() in _SURE_PRONOUNS


def _when(passage: Passage, token: Token, dates: list[DateExpression]) -> DateExpression | None:
    """The date whose words hang on the token without another verb between; the nearest of several."""
    found = []
    for date in dates:
        tokens = passage.tokens(date.span)
        if tokens is None or tokens.root.sent.start != token.sent.start:
            continue
        here = tokens.root
        while here.i != token.i and here.dep_ in _TIME_PATH and (here.i == tokens.root.i or here.pos_ != "VERB"):
            here = here.head
            if here.i != token.i and (lemma_of(here) in triggers.NOUNS or _anchored_elsewhere(here)):
                break
        if here.i == token.i or tokens.start <= token.i < tokens.end:
            found.append((abs(tokens.root.i - token.i), tokens.start, date))
    return min(found, key=lambda row: row[:2])[2] if found else None


def _anchored_elsewhere(token: Token) -> bool:
    """Whether the phrase tells after or before what, not when."""
    return any(child.dep_ in {"case", "mark"} and child.lower_ in _OTHER_TIMES for child in token.children)


def _around(passage: Passage, token: Token, dates: list[DateExpression]) -> tuple[DateExpression, ...]:
    """Dates of the sentence that may tell when, though the parse does not say so."""
    base, sent = passage.region.span.start, token.sent
    found = []
    for date in dates:
        if base + sent.start_char <= date.span.start < base + sent.end_char:
            before = passage.doc.text[: date.span.start - base].split()[-1:]
            if not before or before[0].lower() not in _OTHER_TIMES:
                found.append(date)
    return tuple(found)


def _links(token: Token) -> tuple[int, ...]:
    """Words above the token through which it hangs on another event word."""
    links, here = _relative_link(token), token
    for _ in range(4):
        if here.head.i == here.i:
            break
        if here.head.i < here.i and lemma_of(here.head) in triggers.NOUNS:
            links.append(here.head.i)
        crossing = here.dep_ in {"ccomp", "advcl", "parataxis"} or (here.dep_ == "conj" and here.pos_ == "VERB")
        here = here.head
        if crossing and here.pos_ == "VERB" and lemma_of(here) not in triggers.VERBS:
            break
        links.append(here.i)
    return tuple(links)


def _times(noun: Token) -> frozenset[str]:
    """Month names, feasts and years in the words right before an event noun."""
    words, position = set(), noun.i - 1
    while position >= noun.sent.start and noun.doc[position].pos_ in {"PROPN", "NUM", "NOUN", "ADJ"}:
        token = noun.doc[position]
        if token.lower_ in _TIME_WORDS or (token.is_digit and len(token) == 4):
            words.add(token.lower_)
        position -= 1
    return frozenset(words)


def _relative_link(token: Token) -> list[int]:
    """The event noun right before the relative clause that a verb stands in ("the blasts, in which 50 died")."""
    for position in range(token.i - 1, max(token.sent.start, token.i - 7), -1):
        if token.doc[position].lower_ in {"which", "that"}:
            for noun in range(position - 1, max(token.sent.start - 1, position - 6), -1):
                if lemma_of(token.doc[noun]) in triggers.NOUNS or token.doc[noun].pos_ == "VERB":
                    return [noun]
    return []


def _name(noun: Token, kind: str, own: tuple[Mention, ...], passage: Passage) -> str:
    """ "2019 Easter bombings": the noun with the words for time or place right before it, "" without such."""
    if kind not in _NAMED_TYPES:
        return ""
    doc, first = noun.doc, noun.i
    while first > noun.sent.start and (
        doc[first - 1].pos_ in {"PROPN", "NUM", "NOUN"} or doc[first - 1].lower_ in _TIME_WORDS
    ):
        first -= 1
    before = doc[first : noun.i]
    base = passage.region.span.start
    timed = any(t.lower_ in _TIME_WORDS or (t.like_num and len(t) == 4) for t in before)
    placed = any(m.kind == "name" and m.span.start >= base + before.start_char for m in own if len(before)) and any(
        m.span.end <= base + noun.idx for m in own
    )
    return doc[first : noun.i + 1].text if len(before) and (timed or placed) else ""


def _verb_label(lemma: str, kind: str, sufferers: list[Token], patients: tuple[Mention, ...], passage: Passage) -> str:
    word = {
        "Toll": "death", "Arrest": "arrest", "Killing": "killing", "Trial": "trial", "Expulsion": "expulsion",
        "Sentence": "sentencing", "Protest": "protest", "Torture": "torture", "Meeting": "meeting",
        "Resignation": "resignation", "Appointment": "appointment", "Election": "election", "Attack": "attack",
        "Sanction": "sanctions", "Agreement": "agreement", "Transaction": "purchase", "Disaster": "disaster",
    }[kind]  # fmt: skip
    who = _who(sufferers, patients, passage)
    link = {"Attack": "on", "Sanction": "on", "Meeting": "with"}.get(kind, "of")
    return f"{word} {link} {who}" if who and kind not in {"Protest", "Agreement", "Resignation"} else word


def _who(heads: list[Token], patients: tuple[Mention, ...], passage: Passage) -> str:
    """Name of the patient, or the noun with its adjectives."""
    named = [m.name for m in patients if m.kind == "name" and m.name]
    if named:
        return " and ".join(named[:2])
    nouns = [h for h in heads if h.pos_ == "NOUN" and h.lower_ not in {"others"}]
    if not nouns:
        return ""
    head = nouns[0]
    words = [t.text for t in head.lefts if t.dep_ in {"amod", "compound"} and t.i < head.i and not t.like_num]
    return " ".join([*words[-2:], head.text])


def _noun_label(noun: Token, kind: str, name: str, patients: tuple[Mention, ...], own: tuple[Mention, ...], passage: Passage) -> str:
    if kind == "Toll":
        return "deaths"
    if name:
        return name
    words = [t for t in noun.lefts if t.dep_ in {"amod", "compound", "nummod"} and t.pos_ not in {"DET", "PRON"}]
    doc = noun.doc
    first = min([noun.i, *(t.i for t in words)])
    while first < noun.i and (doc[first].is_punct or doc[first].pos_ in {"DET", "ADP"} or doc[first].lower_ in _VAGUE):
        first += 1
    while first - 2 >= noun.sent.start and doc[first - 1].text == "-":
        first -= 2
    text = " ".join(doc[first : noun.i + 1].text.split())
    who = _who(roles.with_preposition(noun, triggers.PATIENT_NOUNS.get(kind, ())), patients, passage)
    link = "on" if kind in {"Attack", "Sanction"} else "of"
    if who and kind in triggers.PATIENT_NOUNS:
        return f"{text} {link} {who}"
    place = next((m.name for m in own if m.kind == "name" and m.name and m.name not in text), "")
    return f"{text} in {place}" if place else text
