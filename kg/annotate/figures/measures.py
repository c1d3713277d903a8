"""Tells what a number counts from the words around it.

Cues are tried from the nearest to the farthest: the noun counted, a state beside it ("359 dead", "485 wounded
people"), the predicate after it ("were killed", "are known to have died", "are in hospital"), the verb before
it ("killing at least 45"), a toll before a bare number ("the toll rose to 290").
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.annotate.figures import measure_words as words
from kg.annotate.figures.counted import PARTICIPLES, Counted, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["is_difference", "measure_of", "stands_for_figure", "toll_measure"]

_SKIPPED = frozenset({"AUX", "ADV", "PART"})
_LONGEST_PREDICATE = 10
_ASIDE = 14  # tokens of an aside between commas that may part a noun from its predicate
_BARE_BEFORE = words.word_set(
    "at to of from as is was be are were : , reach reaches reached hit hits - – — stood"
)
_PASSING = frozenset({"reach", "hit", "pass", "top", "exceed", "surpass", "total", "be", "become"})
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "get", "gets", "got", "getting"])
_HAVE = frozenset(["have", "has", "had", "having", "'ve", "’ve"])
_JOINERS = frozenset({"and", "or", "/"})
_LIFE_VERBS = frozenset({"claim", "cost", "take", "lose"})
_LIVES = frozenset({"life", "live"})  # "lives" is a noun here, whatever lemma it got


def measure_of(doc: Doc, first: int, counted: Counted, bounds: tuple[int, int]) -> str:
    """Local name of the kg:Measure, or "". ``first``: first token of the number; ``bounds``: its sentence."""
    start, stop = bounds
    return (
        _inside(doc, counted, stop)
        or _after(doc, counted, stop)
        or _before(doc, first, counted, start)
        or _among(doc, first, counted, bounds)
        or _noun(doc, first, counted, bounds)
    )


def _inside(doc: Doc, counted: Counted, stop: int) -> str:
    """A state in the phrase itself: "359 dead", "485 wounded people", "the 30 injured"."""
    found = next((words.STATES[form] for form in sorted(counted.forms) if form in words.STATES), "")
    if not found:
        return ""
    return "OtherMeasure" if _second(doc, counted.end, stop, found) else found


def _second(doc: Doc, position: int, stop: int, found: str) -> bool:
    """Whether another state is joined without a number of its own.

    As in "dead or wounded", "killed and injured".
    """
    if position + 1 >= stop or doc[position].lower_ not in _JOINERS:
        return False
    token = doc[position + 1]
    other = words.STATES.get(token.lower_) or words.PASSIVE.get(lemma_of(token))
    return other is not None and other != found


def _after(doc: Doc, counted: Counted, stop: int) -> str:
    """The predicate: states, passive and active verbs, "in hospital", "among the dead"."""
    first, passive = _past_aside(doc, counted.end, stop), True
    for position in range(first, min(stop, first + _LONGEST_PREDICATE)):
        token, lemma = doc[position], lemma_of(doc[position])
        if token.lower_ in words.STATES and token.tag_ in PARTICIPLES | {"NN", "NNS", "RB"}:
            return _checked(doc, position, stop, words.STATES[token.lower_], lemma, counted, passive)
        if token.pos_ in _SKIPPED or lemma in words.RAISING or lemma in {"be", "have", "also", "get", "to"}:
            passive = token.lower_ in _BE or (passive and token.lower_ not in _HAVE)
            continue
        if token.pos_ in {"VERB", "ADJ", "NOUN"} and (
            verb := _verb(doc, position, stop, lemma, counted, passive)
        ):
            return verb
        break
    return _locative(doc, _past_aside(doc, counted.end, stop), stop) if counted.people else ""


def _checked(
    doc: Doc, position: int, stop: int, found: str, lemma: str, counted: Counted, passive: bool
) -> str:
    """A state that may be an active verb with an object of its own ("20 soldiers killed the men")."""
    following = doc[position + 1] if position + 1 < stop else None
    if _second(doc, position + 1, stop, found):
        return "OtherMeasure"
    if not passive or (
        following is not None and following.pos_ in {"DET", "PROPN", "NUM"} and doc[position].tag_ == "VBD"
    ):
        return ""
    return "" if lemma in words.HOLDINGS and not counted.people else found


def _verb(doc: Doc, position: int, stop: int, lemma: str, counted: Counted, passive: bool) -> str:
    tail = {doc[n].lower_ for n in range(position + 1, min(stop, position + 6))}
    if lemma in {"take", "lose"} and counted.people:
        return _idiom(lemma, tail)
    if lemma == "shoot" and passive and (tail & {"dead", "killed"}):
        return "Deaths"
    if lemma in {"turn", "pour"} and not tail & {"out", "into", "onto", "streets"}:
        return ""
    if lemma in {"make", "leave"} and "homeless" in tail:
        return "Displaced"
    found = words.PASSIVE.get(lemma, "") if passive else words.ACTIVE.get(lemma, "")
    found = found or words.ACTIVE.get(lemma, "")
    if found and _second(doc, position + 1, stop, found):
        return "OtherMeasure"
    return "" if lemma in words.NEEDS_PEOPLE and not counted.people else found


def _idiom(lemma: str, tail: set[str]) -> str:
    if lemma == "lose":
        return "Deaths" if tail & {"life", "lives"} else "Displaced" if tail & {"home", "homes"} else ""
    if "custody" in tail:
        return "Arrests"
    if tail & {"hospital", "hospitals"}:
        return "Injuries"
    return "Participants" if tail & {"part", "streets"} else ""


def _past_aside(doc: Doc, position: int, stop: int) -> int:
    """Past ", aged between seven and 16," or ".

    Including women,"; the position itself where there is none.
    """
    if position < stop and doc[position].lower_ == ",":
        for end in range(position + 1, min(stop, position + _ASIDE)):
            if doc[end].lower_ == "," and end + 1 < stop and doc[end + 1].pos_ in {"AUX", "VERB"}:
                return end + 1
    return position


def _locative(doc: Doc, position: int, stop: int) -> str:
    """A place in the predicate ("are in hospital", "admitted to hospitals", "identified among the dead")."""
    verbs = 0
    for here in range(position, min(stop, position + 7)):
        token = doc[here]
        if token.is_punct and token.lower_ not in {"(", '"', "“", "”"}:
            break
        verbs += token.pos_ == "VERB"
        if verbs > 1 or (
            token.pos_ == "VERB" and lemma_of(token) in {"visit", "attack", "run", "build", "carry"}
        ):
            break
        if token.lower_ in words.LOCATIVES and doc[here - 1].lower_ in {
            "in",
            "to",
            "intensive",
            "behind",
            "the",
            "found",
        }:
            return words.LOCATIVES[token.lower_]
    return ""


def _before(doc: Doc, first: int, counted: Counted, start: int) -> str:
    """The verb that governs the number.

    "killing at least 45", "claimed 300 lives", "lost three of his children".
    """
    position = first - 1
    while position >= start and (
        doc[position].pos_ in {"DET", "ADV"} or doc[position].lower_ in {"another", "other"}
    ):
        position -= 1
    if position < start:
        return ""
    lemma, head = lemma_of(doc[position]), counted.head
    if lemma in _LIFE_VERBS and head in _LIVES:
        return "Deaths"
    if lemma == "lose" and counted.part and head in words.FAMILY:
        return "Deaths"
    if lemma == "of" and counted.people and position - 1 >= start:
        return words.LOSSES.get(doc[position - 1].lower_, "")
    found = words.BEFORE.get(lemma, "")
    if not found or doc[position].pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or not counted.people:
        return ""
    earlier = words.BEFORE.get(lemma_of(doc[position - 2]), "") if position - 2 >= start else ""
    if earlier and earlier != found and doc[position - 1].lower_ in _JOINERS:
        return "OtherMeasure"
    return found


def _among(doc: Doc, first: int, counted: Counted, bounds: tuple[int, int]) -> str:
    """A list of the dead or hurt ("the dead include 13 children", "among the injured were two")."""
    if not counted.people:
        return ""
    for position in range(max(bounds[0] + 1, first - 10), first):
        if doc[position].lower_ in words.STATES and doc[position - 1].lower_ in {"the", "those"}:
            between = {lemma_of(doc[n]) for n in range(position + 1, first)}
            if "include" in between or (
                between & {"be"} and position >= 2 and doc[position - 2].lower_ == "among"
            ):
                return words.STATES[doc[position].lower_]
    return ""


def _noun(doc: Doc, first: int, counted: Counted, bounds: tuple[int, int]) -> str:
    """The noun itself; a victim is dead where the sentence tells of killing."""
    head = counted.head
    if head in words.TIME_UNITS or not head:
        return ""
    if head == "victim":
        killing = any(words.BEFORE.get(lemma_of(token)) == "Deaths" for token in doc[bounds[0] : bounds[1]])
        return (
            "Deaths"
            if killing or "massacre" in {lemma_of(t) for t in doc[bounds[0] : first]}
            else "OtherMeasure"
        )
    if head == "seeker":
        return "Displaced"
    last = doc[counted.end - 1]
    found = words.NOUNS.get(head) or words.NOUNS.get(head.removesuffix("s"), "")
    if found in {"Settlements", "Provinces"} and last.pos_ == "PROPN" and not last.lower_.endswith("s"):
        return ""
    return found or ("OtherMeasure" if counted.plural_people else "")


def is_difference(doc: Doc, first: int, counted: Counted, bounds: tuple[int, int]) -> bool:
    """Whether the number corrects or moves another ("cut by 106", "106 were struck from that total")."""
    start, stop = bounds
    if first > start and doc[first - 1].lower_ == "by":
        return True
    if "more" in counted.forms and counted.end < stop and doc[counted.end].lower_ == "than":
        return True
    after = {token.lower_ for token in doc[counted.end : min(stop, counted.end + 8)]}
    return bool(after & words.CHANGES) and (counted.part or bool(after & {"total", "toll", "count", "list"}))


def toll_measure(doc: Doc, first: int, start: int) -> str:
    """Measure of a bare number that a toll leads to.

    As in "raised the toll to 290", "the dead are given as 269".
    """
    if first <= start or not _leads(doc[first - 1]):
        return ""
    for position in range(first - 1, max(start - 1, first - 25), -1):
        token = doc[position]
        if token.lower_ in words.TOLL_WORDS:
            return words.TOLL_WORDS[token.lower_]
        if token.lower_ in words.STATES and _number_of(doc, position, start):
            return words.STATES[token.lower_]
    return ""


def _leads(token: Token) -> bool:
    return token.lower_ in _BARE_BEFORE or lemma_of(token) in _PASSING


def _number_of(doc: Doc, position: int, start: int) -> bool:
    """Whether "number" or "count" stands a few words before ("the number of people killed")."""
    return any(
        doc[n].lower_ in {"number", "count", "total"} for n in range(max(start, position - 5), position)
    )


def stands_for_figure(tokens: Iterable[Token]) -> bool:
    """Whether a figure given before is taken up ("it", "the figure", "the peak")."""
    return any(token.lower_ in words.FIGURE_WORDS for token in tokens)
