"""Names and labels of events, from the words around the trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.events import roles as roles
from kg.annotate.events import trigger_words as triggers
from kg.annotate.reading import Passage
from kg.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["event_name", "noun_label", "time_words", "verb_label"]

_NAMED_TYPES = frozenset({"Protest", "Attack", "Killing", "Disaster", "Election", "Agreement", "Meeting"})
_TIME_WORDS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "easter",
        "christmas",
        "ramadan",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "new",
        "year",
    ]
)
_VAGUE = frozenset(
    [
        "numerous",
        "other",
        "several",
        "similar",
        "multiple",
        "many",
        "countless",
        "various",
        "first",
        "last",
        "two",
        "three",
        "such",
    ]
)


def time_words(noun: Token) -> frozenset[str]:
    """Month names, feasts and years in the words right before an event noun."""
    words, position = set(), noun.i - 1
    while position >= noun.sent.start and noun.doc[position].pos_ in {"PROPN", "NUM", "NOUN", "ADJ"}:
        token = noun.doc[position]
        if token.lower_ in _TIME_WORDS or (token.is_digit and len(token) == 4):
            words.add(token.lower_)
        position -= 1
    return frozenset(words)


def event_name(noun: Token, kind: str, own: tuple[Mention, ...], passage: Passage) -> str:
    """The noun with words for time or place right before it ("2019 Easter bombings"), "" without such."""
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
    placed = any(
        m.kind == "name" and m.span.start >= base + before.start_char for m in own if len(before)
    ) and any(m.span.end <= base + noun.idx for m in own)
    return doc[first : noun.i + 1].text if len(before) and (timed or placed) else ""


def verb_label(
    lemma: str, kind: str, sufferers: list[Token], patients: tuple[Mention, ...], passage: Passage
) -> str:
    """Words for a list for an event that a verb tells of ("killing of protesters")."""
    word = {
        "Toll": "death", "Arrest": "arrest", "Killing": "killing", "Trial": "trial", "Expulsion": "expulsion",
        "Sentence": "sentencing", "Protest": "protest", "Torture": "torture", "Meeting": "meeting",
        "Resignation": "resignation", "Appointment": "appointment", "Election": "election",
        "Attack": "attack", "Sanction": "sanctions", "Agreement": "agreement", "Transaction": "purchase",
        "Disaster": "disaster",
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
    first = head.i
    while first > max(head.sent.start, head.i - 2) and head.doc[first - 1].pos_ in {"ADJ", "NOUN", "PROPN"}:
        first -= 1
    return " ".join(t.text for t in head.doc[first : head.i + 1] if t.lower_ not in _VAGUE)


def noun_label(
    noun: Token,
    kind: str,
    name: str,
    patients: tuple[Mention, ...],
    own: tuple[Mention, ...],
    passage: Passage,
) -> str:
    """Words for a list for an event that a noun tells of ("mosque shootings in Christchurch")."""
    if kind == "Toll":
        return "deaths"
    if name:
        return name
    doc, first = noun.doc, noun.i
    while (
        first > noun.sent.start
        and doc[first - 1].pos_ in {"ADJ", "NOUN", "PROPN", "NUM"}
        and len(doc[first - 1]) > 1
    ):
        first -= 1
    while first < noun.i and (
        doc[first].is_punct or doc[first].pos_ in {"DET", "ADP"} or doc[first].lower_ in _VAGUE
    ):
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
