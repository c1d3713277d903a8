"""Attributions of bare figures: "put the toll at 253", "announced 359 dead", "The figure was given by X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, FIGURE_PASSED_ON, STOPS, Attribution, Scene, Speaker
from kg.annotate.claims.contents import attribution
from kg.annotate.claims.cues import Cue, inflected
from kg.annotate.claims.linked import linked_speaker
from kg.annotate.claims.speaker_phrases import OBJECTS, SUBJECTS, prepositional, speaker_at, subject_of
from kg.annotate.claims.unsaid import AUXILIARIES, is_passive, is_reported
from kg.annotate.figures.numbers import find_numbers
from kg.annotate.word_sets import word_set
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["figures_said"]

_STATING = {
    "announce": "Say", "put": "Say", "raise": "Say", "lower": "Say", "revise": "Say", "cut": "Say",
    "report": "Report", "confirm": "Confirm", "give": "Say", "count": "Report", "register": "Report",
    "estimate": "Report", "claim": "Say", "list": "Report", "tally": "Report", "record": "Report",
    "document": "Report", "identify": "Report", "verify": "Confirm", "acknowledge": "Acknowledge",
}  # fmt: skip
_OF_TOLLS_ONLY = frozenset({"put", "raise", "lower", "revise", "cut", "give"})
_TOLLS = word_set(
    "toll figure number count total tally estimate deaths casualties dead losses fatalities injuries"
)
_PASSING_ON = {
    "report": "Report", "release": "Report", "give": "Say", "confirm": "Confirm", "announce": "Say",
    "publish": "Report", "provide": "Report", "supply": "Report", "issue": "Report", "cite": "Report",
    "disclose": "Report", "verify": "Confirm", "dispute": "Deny", "deny": "Deny", "reject": "Deny",
    "corroborate": "Confirm",
}  # fmt: skip
_FIGURE_NOUNS = frozenset({"figure", "toll", "count", "number", "total", "estimate", "tally", "statistic"})
_ANAPHORS = frozenset({"it", "that", "this"})
_DETERMINERS = frozenset({"the", "that", "this", "both"})
_IRREGULAR = {"gave": "give", "given": "give", "put": "put", "cut": "cut", "came": "come", "comes": "come"}
_SERIES = re.compile(
    r"(?:(?:, and|, then| and|,)(?: then)?(?:,[^,.;]{1,60},)? to (?:at least |more than |about )?\d[\d,]*\b)+"
)
_LIST = re.compile(r"(?:, [a-z]+)*,? and [a-z]+\b")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_NOT_COUNTS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"})
_LEADING = frozenset({"in", "of", "to", "from", "by", "with", "for", "on"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_PERCENT = frozenset(
    {"%", "percent", "per", "a.m.", "p.m.", "years", "year", "days", "months", "weeks", "hours"}
)
_PEOPLE = word_set(
    "people dead deaths victim person child woman man civilian protester worshipper refugee worker "
    "soldier foreigner wounded injured casualty fatality arrest detainee suspect migrant passenger "
    "resident death killed"
)


def figures_said(scene: Scene, others: Sequence[Attribution] = ()) -> Iterator[Attribution]:
    """All such attributions of a paragraph, in text order.

    Args:
        scene: the paragraph.
        others: attributions known already: "..., he said, and put the figure at 253" has their speaker.
    """
    latest: list[tuple[int, int]] = []
    for token in scene.tokens:
        if scene.inside[token.i] >= 0 or token.tag_[:2] != "VB":
            continue
        lemma = _lemmas().get(token.lower_, "")
        found = None
        if lemma in _STATING:
            found = _stated(scene, token, lemma, _before(scene, token, others))
        if found is None and (lemma in _PASSING_ON or lemma == "come"):
            latest = _figure_before(scene, token) or latest
            found = _passed_on(scene, token, lemma, latest)
        if found is not None:
            yield found


@cache
def _lemmas() -> dict[str, str]:
    """Every form of the verbs that give or pass on figures -> its lemma."""
    verbs = sorted({*_STATING, *_PASSING_ON, "come"})
    return {form: verb for verb in verbs for form in inflected(verb)} | _IRREGULAR


def _before(scene: Scene, verb: Token, others: Sequence[Attribution]) -> Attribution | None:
    """The last of the other attributions whose cue stands before a verb in its sentence."""
    if not others:
        return None
    start, here = scene.span(*scene.bounds[verb.i]).start, scene.passage.token_span(verb).start
    found = [other for other in others if start <= other.cue[0].start < here]
    return found[-1] if found else None


def _stated(scene: Scene, verb: Token, lemma: str, earlier: Attribution | None) -> Attribution | None:
    """``X put the toll at 253``, ``X announced 359 dead``."""
    if is_passive(verb) or not is_reported(scene, verb):
        return None
    speaker = _stating(scene, verb, earlier)
    said = _counted_complement(scene, verb, tolls_only=lemma in _OF_TOLLS_ONLY)
    if speaker is None or said is None:
        return None
    cue = Cue(lemma, _STATING[lemma], frozenset(), 1.0)
    return attribution(scene, speaker, cue, (_verb_group(scene, verb),), [said], 0.85, "figure stated")


def _stating(scene: Scene, verb: Token, earlier: Attribution | None) -> Speaker | None:
    linked = linked_speaker(scene, verb, earlier) if verb.tag_ != "VBG" else None
    if linked is not None:
        return linked
    subject = subject_of(verb)
    if subject is None or subject.i > verb.i:
        return None
    return speaker_at(scene, subject, verb.i)


def _verb_group(scene: Scene, verb: Token) -> Span:
    """The verb with its auxiliaries and adverbs before it."""
    start = verb.i
    while start > scene.bounds[verb.i][0]:
        token = scene.tokens[start - 1]
        adverb = token.dep_ in {"advmod", "neg"} and token.head.i == verb.i
        if token.lower_ in COMMAS or not (token.dep_ in AUXILIARIES or adverb):
            break
        start -= 1
    return scene.span(start, verb.i + 1)


def _counted_complement(scene: Scene, verb: Token, *, tolls_only: bool) -> tuple[int, int] | None:
    """The object and what completes it up to the figure, if there is a figure."""
    last = scene.bounds[verb.i][1]
    thing = next((child for child in verb.rights if child.dep_ in OBJECTS), None)
    if thing is None or thing.i > verb.i + 12:
        return None
    toll = thing.lemma_.lower() in _TOLLS or thing.lower_ in _TOLLS
    if tolls_only and not toll:
        return None
    start = max(thing.left_edge.i, verb.i + 1)
    end = thing.right_edge.i + 1
    if toll:
        completing = [
            noun.right_edge.i + 1 for case, noun in prepositional(verb) if case.lower_ in {"at", "to", "as"}
        ]
        end = max([end, *completing])
    end = min(end, last, _first_break(scene, start, end))
    end = _with_series(scene, _before_place(scene, start, end) if toll else end, last)
    end = _with_second_figure(scene, end, last)
    counts = [token for token in scene.tokens[start:end] if _is_count(token)]
    if not counts or (not toll and counts[0].head.i != thing.i and counts[0].i != thing.i):
        return None
    return start, end


def _with_second_figure(scene: Scene, end: int, last: int) -> int:
    """The end, moved past "and more than 500 injured"."""
    if scene.lowers[end : end + 1] == ["and"]:
        for at in range(end + 1, min(end + 5, last)):
            if _is_count(scene.tokens[at]):
                return min(at + 2, last)
    return end


def _before_place(scene: Scene, start: int, end: int) -> int:
    """The end, moved before the document in which the toll stands ("at 40 in his report")."""
    counted = max((at for at in range(start, end) if _is_count(scene.tokens[at])), default=end)
    return next((at for at in range(counted + 1, end) if scene.lowers[at] == "in"), end)


def _with_series(scene: Scene, end: int, last: int) -> int:
    """The end, moved past what goes on alike: "to 14, then to 20 and, in May, to 31"; "men and women"."""
    stop = scene.tokens[last - 1].idx + len(scene.tokens[last - 1])
    here = scene.tokens[end - 1].idx + len(scene.tokens[end - 1])
    goes_on = _SERIES.match(scene.text, here, stop)
    if goes_on is None and scene.tokens[end - 1].lemma_.lower() in _PEOPLE:
        goes_on = _LIST.match(scene.text, here, stop)
    if goes_on is None:
        return end
    at = next((at for at in range(end, last) if scene.tokens[at].idx >= goes_on.end()), last)
    listed = goes_on.re is _SERIES or scene.tokens[at - 1].lemma_.lower() in _PEOPLE
    return at if listed else end


def _first_break(scene: Scene, start: int, end: int) -> int:
    for at in range(start + 1, end):
        if scene.lowers[at] in COMMAS | STOPS and scene.lowers[at] != "-":
            return at
    return end


def _is_count(token: Token) -> bool:
    """Whether a token is a number that counts things, not a year, date, share or price."""
    if (
        not (token.pos_ == "NUM" or token.like_num)
        or token.ent_type_ in _NOT_COUNTS
        or _YEAR.match(token.text)
    ):
        return False
    doc = token.doc
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    before = doc[token.i - 1].lower_ if token.i else ""
    return (
        after not in _PERCENT and before not in {"$", "£", "€", "us$"} and token.lower_ not in {"one", "two"}
    )


def _figure_before(scene: Scene, verb: Token) -> list[tuple[int, int]]:
    """What "the figure" can mean: one in the sentence before, or before a semicolon in the same one."""
    first = scene.bounds[verb.i][0]
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), verb)
    within = [i for i in range(first, subject.i) if scene.lowers[i] == ";"]
    start, end = (first, within[-1]) if within else (scene.bounds[first - 1][0] if first else 0, first)
    counts = [token for token in scene.tokens[start:end] if _is_count(token) and scene.inside[token.i] < 0]
    if not counts:
        return []
    people = [token for token in counts if _counted(token).lemma_.lower() in _PEOPLE]
    return [_figure_phrase(scene, (people or counts)[0])]


def _counted(number: Token) -> Token:
    return number.head if number.head.pos_ in _NOMINAL and number.head.i > number.i else number


def _figure_phrase(scene: Scene, number: Token) -> tuple[int, int]:
    """The number with its modifiers and the noun it counts."""
    noun = _counted(number)
    start = min(number.left_edge.i, noun.left_edge.i)
    if number.i - start > 5:
        start = number.left_edge.i if number.i - number.left_edge.i <= 5 else number.i
    while start < number.i and scene.lowers[start] in _LEADING and scene.tokens[start].dep_ == "case":
        start += 1
    start = min(start, _modified(scene, number))
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ == "conj" and child.pos_ == "NOUN" and child.i < noun.i + 5:
            end = child.i + 1
    return start, end


def _modified(scene: Scene, number: Token) -> int:
    """The first token of a number's modifier words ("more than 300")."""
    found = next(
        (
            n
            for n in find_numbers(scene.text)
            if n.core_start <= number.idx < n.core_end and n.start < number.idx
        ),
        None,
    )
    if found is None:
        return number.i
    return next(token.i for token in scene.tokens if token.idx + len(token) > found.start)


def _passed_on(scene: Scene, verb: Token, lemma: str, figure: list[tuple[int, int]]) -> Attribution | None:
    """``The figure was released by X``, ``It came from X``, ``But it was later confirmed by X``."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or not figure or not _means_figure(subject) or not is_reported(scene, verb):
        return None
    wanted = "from" if lemma == "come" else "by"
    source = next((noun for case, noun in prepositional(verb) if case.lower_ == wanted), None)
    speaker = speaker_at(scene, source, verb.i) if source is not None else None
    if speaker is None or (lemma == "come" and speaker.trust < 0.9):
        return None
    cue = Cue(lemma, _PASSING_ON.get(lemma, "Report"), frozenset(), 1.0)
    words = (scene.passage.token_span(verb),)
    return attribution(scene, speaker, cue, words, figure, 0.8, FIGURE_PASSED_ON)


def _means_figure(subject: Token) -> bool:
    if subject.lower_ in _ANAPHORS:
        return True
    return subject.lemma_.lower() in _FIGURE_NOUNS and any(
        child.lower_ in _DETERMINERS for child in subject.lefts
    )
