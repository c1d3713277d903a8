"""Attributions without a reporting verb: "according to X", "in the words of X", "X's claim that S"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, Attribution, Scene, Speaker
from kg.annotate.claims.contents import attribution, clause_range
from kg.annotate.claims.cues import CUE_NOUNS, Cue, cue_of, noun_cue, verb_forms
from kg.annotate.claims.speaker_phrases import OBJECTS, prepositional, speaker_at, subject_of
from kg.annotate.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["sourced"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_WORDS_OF = frozenset({"words", "view", "opinion", "eyes", "estimation", "estimate", "judgment", "reckoning"})
_COUNTS = word_set("count estimate reckoning tally figures telling account words view opinion estimates")
_POSSESSIVE = frozenset({"nmod:poss", "poss"})
_RUN_ON = frozenset({"and", "but", "who", "which", "while", "as", "after", "before", "whose", "or"})
_OPENERS = frozenset({"but", "and", "however", "still", "yet", "meanwhile", "also"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whose"})
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her"})
_NOUN_CLAUSES = frozenset({"acl", "ccomp", "acl:relcl", "relcl"})
_LIGHT_VERBS = word_set("make issue give offer repeat express voice send release")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ISSUED = frozenset(
    {"report", "statement", "figure", "count", "tally", "estimate", "account", "survey", "study"}
)
"""What is issued by somebody, who is the one that speaks."""
_ISSUERS = frozenset({"ORG", "PERSON"})
_ACCORDING = Cue("according to", "Report", frozenset(), 1.0)
_IN_WORDS = Cue("in the words of", "Say", frozenset(), 1.0)
_BY_COUNT = Cue("by the count of", "Report", frozenset(), 1.0)


def sourced(scene: Scene) -> Iterator[Attribution]:
    """All such attributions of a paragraph, in text order."""
    for i, word in enumerate(scene.lowers):
        if scene.inside[i] >= 0:
            continue
        found = None
        if word == "according":
            found = _according(scene, i)
        elif word == "in":
            found = _in_the_words_of(scene, i)
        elif word == "as":
            found = _as_reported_by(scene, i)
        elif word in _COUNTS:
            found = _by_count(scene, i)
        if found is None and scene.tokens[i].lemma_.lower() in CUE_NOUNS:
            found = _noun(scene, scene.tokens[i])
        if found is not None:
            yield found


def _according(scene: Scene, i: int) -> Attribution | None:
    if scene.lowers[i + 1 : i + 2] != ["to"]:
        return None
    return _adverbial(scene, i, i + 2, _ACCORDING, "according to")


def _in_the_words_of(scene: Scene, i: int) -> Attribution | None:
    ahead = scene.lowers[i + 1 : i + 4]
    if len(ahead) < 3 or ahead[0] != "the" or ahead[1] not in _WORDS_OF or ahead[2] != "of":
        return None
    return _adverbial(scene, i, i + 4, _IN_WORDS, "in the words of")


def _as_reported_by(scene: Scene, i: int) -> Attribution | None:
    """``S, as announced by X``."""
    ahead = scene.lowers[i + 1 : i + 3]
    if len(ahead) < 2 or ahead[1] != "by" or (lemma := verb_forms().get(ahead[0])) is None:
        return None
    cue = cue_of(lemma)
    if cue is None or cue.strength < 1.0:
        return None
    return _adverbial(scene, i, i + 3, cue, "as reported by")


def _adverbial(scene: Scene, i: int, after: int, cue: Cue, rule: str) -> Attribution | None:
    """A phrase that credits its sentence; ``after`` is the first token of the speaker."""
    last = scene.bounds[i][1]
    head = _head_after(scene, i, after, last)
    if head is None:
        return None
    speaker = speaker_at(scene, head, after - 1)
    if speaker is None:
        return None
    end = _end_of(scene, speaker, head, after)
    speaker = _issuer(scene, head) or speaker
    speaker = Speaker(scene.span(after, end), speaker.head, speaker.joint, speaker.trust)
    ranges = _around(scene, i, end)
    if _lacks_subject(scene, ranges):
        return None
    return attribution(scene, speaker, cue, (scene.span(i, after),), ranges, 0.9, rule)


def _lacks_subject(scene: Scene, ranges: list[tuple[int, int]]) -> bool:
    """Whether what is credited begins at its verb ("those who, in his view, had stirred up the protests")."""
    return bool(ranges) and scene.tokens[ranges[0][0]].tag_ in _FINITE


def _issuer(scene: Scene, head: Token) -> Speaker | None:
    """The named body or person behind a document: "according to reports from X" credits X."""
    if head.lemma_.lower() not in _ISSUED and head.lower_.removesuffix("s") not in _ISSUED:
        return None
    for preposition, source in prepositional(head):
        if preposition.lower_ in {"by", "from", "of"} and source.ent_type_ in _ISSUERS:
            return speaker_at(scene, source, preposition.i)
    return None


def _head_after(scene: Scene, i: int, after: int, last: int) -> Token | None:
    for token in (scene.tokens[i].head, scene.tokens[after - 1].head):
        if after <= token.i < min(last, after + 14) and token.pos_ in _NOMINAL:
            return token
    first = next(
        (t for t in scene.tokens[after : min(last, after + 6)] if t.pos_ in _NOMINAL - {"ADJ"}), None
    )
    while first is not None and first.head.pos_ in _NOMINAL and after <= first.head.i < min(last, after + 14):
        if first.head.i == first.i:
            break
        first = first.head
    return first


def _end_of(scene: Scene, speaker: Speaker, head: Token, after: int) -> int:
    """The end of the speaker's phrase: at the first comma after its head."""
    tokens = scene.passage.tokens(speaker.span)
    end = tokens.end if tokens is not None else head.i + 1
    for at in range(max(head.i, after) + 1, end):
        if scene.lowers[at] in COMMAS | {")", "("}:
            return at
    return max(end, head.i + 1)


def _around(scene: Scene, i: int, end: int) -> list[tuple[int, int]]:
    """What a sentence adverbial from token i to end is about: what precedes it, or follows, or both."""
    first, last = scene.bounds[i]
    opened = next((at for at in range(i - 1, first - 1, -1) if scene.lowers[at] in {"(", ")"}), -1)
    if opened >= 0 and scene.lowers[opened] == "(":
        first = opened + 1
    closed = next((at for at in range(end, last) if scene.lowers[at] == ")"), last)
    last = closed if first > scene.bounds[i][0] else last
    end = _past_asides(scene, i, end, last)
    if all(word in _OPENERS or word in COMMAS for word in scene.lowers[first:i]):
        return [(end, last)]
    rest = end + 1
    goes_on = rest < last and scene.lowers[end] in COMMAS and scene.lowers[rest] not in _RUN_ON
    if scene.lowers[i - 1] in COMMAS and scene.lowers[i - 2] in _RELATIVE_PRONOUNS:
        return [(rest, last)] if goes_on else []
    if goes_on and scene.lowers[i - 1] in {"and", "but"}:
        return [(rest, last)]
    ranges = [(_last_clause(scene, first, i), i)]
    if goes_on and (scene.finite(rest, last) or not scene.finite(*ranges[0])):
        ranges.append((rest, last))
    return ranges


def _past_asides(scene: Scene, i: int, end: int, last: int) -> int:
    """The end of a speaker's phrase, moved past what only says who that is.

    An abbreviation in brackets, "which cited three officials", "the spokesman for the council".
    """
    if scene.lowers[end : end + 1] == ["("]:
        end = next((at + 1 for at in range(end, last) if scene.lowers[at] == ")"), end)
    if end + 1 >= last or scene.lowers[end] not in COMMAS or not _describes(scene, i, end + 1, last):
        return end
    return next((at for at in range(end + 1, last) if scene.lowers[at] in COMMAS), last)


def _describes(scene: Scene, i: int, start: int, last: int) -> bool:
    """Whether a relative clause, or a noun phrase without a verb, stands up to the next comma.

    Where the adverbial opens its sentence such a phrase may be the subject of what follows; the parse tells.
    """
    if scene.lowers[start] in _RELATIVE_PRONOUNS:
        return True
    stop = next((at for at in range(start, last) if scene.lowers[at] in COMMAS), last)
    if scene.lowers[start] not in _ARTICLES or scene.finite(start, stop):
        return False
    named = any(token.dep_ == "appos" and token.head.i < start for token in scene.tokens[start:stop])
    opens = stop + 1 < last and scene.tokens[stop + 1].pos_ in _NOMINAL | {"DET"}
    return (named and opens) or i > scene.bounds[i][0] + 1


def _last_clause(scene: Scene, first: int, i: int) -> int:
    """Where the last coordinate clause before a token begins: "A, but B, according to X" credits B."""
    for at in range(i - 2, first, -1):
        coordinated = scene.lowers[at] == "," and scene.lowers[at + 1] == "but"
        if (coordinated or scene.lowers[at] == ";") and scene.inside[at] < 0 and scene.finite(at + 1, i):
            return at + (2 if coordinated else 1)
    return first


def _by_count(scene: Scene, i: int) -> Attribution | None:
    """``by X's count``, ``in X's words``."""
    noun = scene.tokens[i]
    owner = next((child for child in noun.lefts if child.dep_ in _POSSESSIVE), None)
    if owner is None or owner.left_edge.i == 0:
        return None
    start = owner.left_edge.i - 1
    if scene.lowers[start] not in {"by", "in"} or scene.inside[start] >= 0:
        return None
    speaker = speaker_at(scene, owner, i)
    if speaker is None:
        return None
    ranges = _around(scene, start, i + 1)
    if _lacks_subject(scene, ranges):
        return None
    words = (scene.span(start, start + 1), scene.span(i, i + 1))
    return attribution(scene, speaker, _BY_COUNT, words, ranges, 0.8, "by the count of")


def _noun(scene: Scene, noun: Token) -> Attribution | None:
    """``X's claim that S``, ``a statement by X that S``, ``X issued a warning that S``."""
    cue = noun_cue(noun.lemma_.lower())
    clause = next((child for child in noun.rights if child.dep_ in _NOUN_CLAUSES), None)
    if cue is None or clause is None or noun.pos_ != "NOUN":
        return None
    opening = next((i for i in range(noun.i + 1, clause.i) if scene.lowers[i] == "that"), -1)
    if opening < 0 or scene.tokens[opening].dep_.startswith(("nsubj", "obj", "dobj")):
        return None
    speaker = _owner(scene, noun)
    if speaker is None:
        return None
    ranges = [clause_range(scene, clause, opening, scene.bounds[noun.i][1])]
    words = (scene.span(noun.i, noun.i + 1),)
    return attribution(scene, speaker, cue, words, ranges, 0.8, "noun with clause")


def _owner(scene: Scene, noun: Token) -> Speaker | None:
    for child in noun.lefts:
        if child.dep_ in _POSSESSIVE:
            return speaker_at(scene, child, noun.i)
    for preposition, source in prepositional(noun):
        if preposition.lower_ in {"by", "from", "of"} and source.dep_ not in {"acl", "advcl"}:
            return speaker_at(scene, source, preposition.i)
    verb = noun.head
    if noun.dep_ in OBJECTS and verb.lemma_.lower() in _LIGHT_VERBS and verb.lower_ not in verb_forms():
        subject = subject_of(verb)
        return speaker_at(scene, subject, verb.i) if subject is not None else None
    return None
