"""Attributions by reporting verbs: who said, added, denied, warned ... what.

The content is sought by shape first (a quotation or a clause beside the cue clause) and by the parse second,
because punctuation is surer than a parser: ``"...," X said``, ``S, said X``, ``X said (that) S``,
``X called Y Z``, ``X denied NP``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, STOPS, Attribution
from kg.annotate.claims.complements import (
    Ranges,
    infinitive_after,
    object_after,
    object_with_complement,
    prepositional_after,
)
from kg.annotate.claims.contents import CLAUSES, attribution, clause_range
from kg.annotate.claims.cue_clauses import PASSIVE_AUXILIARIES, CueClause
from kg.annotate.claims.interruptions import interrupts, opens_anew
from kg.annotate.claims.speaker_phrases import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    agent_of,
    speaker_at,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["reported"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ADDRESSING = frozenset({"tell", "inform", "assure", "remind", "brief", "advise", "notify", "ask"})
_QUERIES = frozenset({"whether", "if", "why", "how", "who", "what", "when", "where", "which"})
_RUN_ON = frozenset({"and", "but", "who", "which", "while", "as", "after", "before", "when", "where", "or"})
_SURELY = frozenset({"say", "tell", "add", "note", "insist", "claim", "announce", "warn", "confirm", "argue"})
_OPENERS = frozenset({"but", "and", "so", "or", "yet", "still", "however"})
_PREPOSITIONS = frozenset({"on", "in", "at", "of", "about"})
_RELATIVE = frozenset({"relcl", "acl:relcl"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_LONGEST_GAP = 14


def reported(clause: CueClause) -> Attribution | None:
    """What is said at a reporting verb, by the first pattern that fits."""
    if any(child.dep_ in PASSIVE_AUXILIARIES for child in clause.verb.lefts):
        return _passive(clause)
    if clause.speaker is None:
        return None
    for rule, pattern in _PATTERNS:
        found = pattern(clause)
        if found is None:
            continue
        ranges, confidence = found
        return attribution(
            clause.scene, clause.speaker, clause.cue, clause.words, ranges, confidence, rule, clause.adverbs
        )
    return None


def _quoted_before(clause: CueClause) -> tuple[Ranges, float] | None:
    """``"...," X said`` and ``"..." said X``, also interrupted: ``"...," X said, "..."``."""
    scene, begin = clause.scene, clause.begin
    if "q" not in clause.cue.frames:
        return None
    edge = begin
    if edge and scene.quotation_ending(edge) < 0 and scene.lowers[edge - 1] in COMMAS:
        edge -= 1
    number = scene.quotation_ending(edge)
    if number < 0:
        return None
    start, end = scene.ranges[number]
    resumed = _resumed(clause)
    if end - start < 8 and not resumed and _right_clause(clause) is not None:
        return None
    if edge == begin and not clause.inverted and opens_anew(clause, end):
        return None
    lead = _lead(clause, start)
    return [(lead, end), *resumed], 0.95 if lead == start else 0.85


def _lead(clause: CueClause, start: int) -> int:
    """Where the sentence begins that a quotation of less than a sentence completes."""
    scene = clause.scene
    if scene.lowers[start - 1 : start] == [] or not scene.tokens[start + 1].text[:1].islower():
        return start
    lead = start
    floor = max(scene.bounds[start][0], clause.floor)
    while lead > floor and scene.inside[lead - 1] < 0 and scene.lowers[lead - 1] not in STOPS | {":"}:
        lead -= 1
    words = [token for token in scene.tokens[lead:start] if token.is_alpha]
    return lead if any(token.lower_ not in _OPENERS for token in words) else start


def _resumed(clause: CueClause) -> Ranges:
    """The rest of an interrupted quotation."""
    scene, at = clause.scene, clause.close
    if at + 1 < len(scene.tokens) and (scene.lowers[at] in COMMAS or scene.lowers[at] == ":"):
        number = scene.quotation_starting(at + 1)
        if number >= 0:
            return [scene.ranges[number]]
    return []


def _quoted_after(clause: CueClause) -> tuple[Ranges, float] | None:
    """``X said: "..."``, ``X told reporters on Monday, "..."``."""
    scene = clause.scene
    if not clause.cue.frames & {"q", "s"}:
        return None
    limit = min(clause.last + 1, len(scene.tokens), clause.after + _LONGEST_GAP)
    at = clause.after
    while at < limit and scene.inside[at] < 0 and scene.tokens[at].tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        at += 1
    number = scene.quotation_starting(at) if at < limit else -1
    if number < 0:
        return None
    start, end = scene.ranges[number]
    opened = scene.lowers[at - 1] in {",", ":"} or (at == clause.after and scene.tokens[start + 1].is_title)
    if at >= clause.last and scene.lowers[at - 1] != ":":
        return None
    return ([(start, end)], 0.93) if opened and end - start > 3 else None


def _right_clause(clause: CueClause) -> Token | None:
    return next((c for c in clause.verb.rights if c.dep_ in CLAUSES and c.i >= clause.after), None)


def _clause_after(clause: CueClause) -> tuple[Ranges, float] | None:
    """``X said (that) S``."""
    scene = clause.scene
    child = _right_clause(clause)
    if child is None or "s" not in clause.cue.frames:
        return None
    if interrupts(clause) or scene.lowers[clause.begin - 1 : clause.begin] in (["like"], ["as"]):
        return None
    addressed = clause.cue.lemma in _ADDRESSING or "o" in clause.cue.frames
    start, end = clause_range(scene, child, clause.after, clause.last, addressed=addressed)
    if start >= end or not scene.finite(start, end) or scene.tokens[start].tag_ in _FINITE:
        return None  # what begins with its verb has its subject elsewhere: "whom he said would resign"
    opening = scene.lowers[start]
    if opening in _QUERIES and start > clause.after:
        return None
    if opening in _QUERIES:
        return None if opening in {"whether", "if", "which", "who"} else ([(start, end)], 0.7)
    return [(start, end)], 0.9


def _clause_before(clause: CueClause) -> tuple[Ranges, float] | None:
    """``S, X said``, ``S, said X``, ``A, X said, B`` and ``as X said``."""
    scene, begin = clause.scene, clause.begin
    if "s" not in clause.cue.frames:
        return None
    if begin > clause.first and scene.lowers[begin - 1] == "as":
        begin -= 1
    if scene.finite(clause.after, clause.close) or _has_complement(clause):
        return None
    if begin == clause.first:
        return _after_as(clause) if scene.lowers[begin] == "as" else None
    if scene.lowers[begin] == "as" and _NEGATIONS.intersection(scene.lowers[clause.first : begin]):
        return None  # "It is not clear whether he was armed, as police said": they said that he was
    if scene.lowers[begin - 1] not in COMMAS:
        return None
    ranges = [(clause.first, begin - 1)]
    rest = (clause.close + 1, clause.last)
    whole = scene.finite(*ranges[0])
    resumes = clause.verb.head.i >= clause.close and clause.verb.dep_ in {"parataxis", "ccomp", "advcl"}
    resumes = resumes or scene.lowers[rest[0] : rest[0] + 1] == ["that"]
    resumes = resumes or (not whole and interrupts(clause))
    follows = clause.close + 1 < clause.last and scene.lowers[clause.close] in COMMAS
    if follows and (
        resumes or _goes_on(clause, rest[0]) or (not whole and scene.lowers[rest[0]] not in _RUN_ON)
    ):
        ranges.append(rest)
    if not any(scene.finite(*pair) for pair in ranges) and clause.verb not in {
        token.head for token in scene.tokens[slice(*ranges[0])] if token.dep_ in CLAUSES
    }:
        return None  # a parse may show a clause whose verb was tagged as something else
    return ranges, 0.9 if clause.verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} else 0.6


def _has_complement(clause: CueClause) -> bool:
    """Whether the verb already has what it reports on its right ("he vowed to go")."""
    for child in clause.verb.rights:
        if not clause.after <= child.i < clause.close or child == clause.head:
            continue
        addressed = clause.cue.lemma in _ADDRESSING or child.ent_type_ in {"DATE", "TIME"}
        if child.dep_ in {"xcomp", "ccomp"} or (child.dep_ in OBJECTS and not addressed):
            return True
    return False


def _goes_on(clause: CueClause, start: int) -> bool:
    """Whether ", and" joins a clause with a subject of its own: it is said as well."""
    scene = clause.scene
    if scene.lowers[start] != "and":
        return False
    for token in scene.tokens[start + 1 : clause.last]:
        if token.dep_ in SUBJECTS:
            return token.lower_ not in {"he", "she", "they", "it"}
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return False
    return False


def _after_as(clause: CueClause) -> tuple[Ranges, float] | None:
    """``As X said, S``."""
    start = clause.close + 1
    if start >= clause.last or not clause.scene.finite(start, clause.last):
        return None
    return [(start, clause.last)], 0.8


def _rest_of_sentence(clause: CueClause) -> tuple[Ranges, float] | None:
    """``X said S`` where the parse shows no clause: from "that", or the verb, to the sentence's end."""
    scene, cue = clause.scene, clause.cue
    if "s" not in cue.frames or clause.inverted or clause.verb.tag_ == "VBN":
        return None
    ahead = scene.lowers[clause.after : min(clause.after + 8, clause.last)]
    if (cue.lemma not in _SURELY and "that" not in ahead) or clause.verb.dep_ in _RELATIVE:
        return None
    start = clause.after + ahead.index("that") + 1 if "that" in ahead else clause.after
    if start == clause.after and cue.lemma in _ADDRESSING:
        return None
    relative = scene.tokens[start].tag_ in _FINITE or scene.tokens[start - 2].pos_ in {"NOUN", "ADP"}
    if "that" in ahead and cue.lemma not in _SURELY and relative:
        return None
    while start < clause.last and scene.lowers[start] in COMMAS:
        start += 1
    refused = _RUN_ON | _QUERIES | (frozenset() if "that" in ahead else _PREPOSITIONS)
    if start >= clause.last or scene.lowers[start] in refused:
        return None
    head = next((token for token in scene.tokens[start : clause.last] if token.dep_ in SUBJECTS), None)
    if head is None or head.head.i < head.i or not scene.finite(start, clause.last):
        return None
    return [(start, clause.last)], 0.7


_PATTERNS: tuple[tuple[str, Callable[[CueClause], tuple[Ranges, float] | None]], ...] = (
    ("quotation before", _quoted_before),
    ("quotation after", _quoted_after),
    ("clause after", _clause_after),
    ("clause before", _clause_before),
    ("infinitive after", infinitive_after),
    ("object with complement", object_with_complement),
    ("preposition after", prepositional_after),
    ("object after", object_after),
    ("rest of the sentence", _rest_of_sentence),
)


def _passive(clause: CueClause) -> Attribution | None:
    """``it was reported by X that S``, ``S was confirmed by X``; without a named agent nothing."""
    scene, verb = clause.scene, clause.verb
    agent = agent_of(verb)
    if agent is None or clause.cue.lemma in _ADDRESSING:
        return None
    speaker = speaker_at(scene, agent, verb.i)
    if speaker is None:
        return None
    content = _right_clause(clause)
    if content is not None:
        ranges = [clause_range(scene, content, clause.after, clause.last)]
        return attribution(scene, speaker, clause.cue, clause.words, ranges, 0.85, "passive with clause")
    subject = next((child for child in verb.lefts if child.dep_ in PASSIVE_SUBJECTS), None)
    if subject is None or subject.pos_ == "PRON" or "n" not in clause.cue.frames:
        return None
    ranges = [(max(subject.left_edge.i, clause.first), subject.right_edge.i + 1)]
    return attribution(scene, speaker, clause.cue, clause.words, ranges, 0.75, "passive with subject")
