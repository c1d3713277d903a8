"""Finds who speaks at a reporting verb: the noun phrase, its name or noun, and whether that can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, Scene, Speaker
from kg.annotate.claims.entity_names import PERSON_LABELS, described, entity_of, entity_range, labelled_as
from kg.annotate.word_sets import word_set
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = [
    "OBJECTS",
    "SUBJECTS",
    "phrase_at",
    "prepositional",
    "speaker_at",
    "subject_of",
]

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "nsubj:pass", "nsubjpass", "csubj"})
OBJECTS = frozenset({"obj", "dobj", "iobj", "dative"})
_OBLIQUE = frozenset({"obl", "nmod", "obl:agent", "obl:unmarked", "advcl", "acl", "obl:tmod"})
_CASES = frozenset({"case", "mark", "fixed"})
_PREPOSITIONS = frozenset({"prep", "agent"})
_PREPOSITION_OBJECTS = frozenset({"pobj", "pcomp"})
_RELATIVE = frozenset({"relcl", "acl:relcl"})
_GOVERNED = frozenset({"advcl", "acl", "xcomp"})
_CORE_ENDS = frozenset({"acl", "acl:relcl", "relcl", "case", "nmod", "prep", "punct", "parataxis"})
_CHAIN_VERBS = word_set("go continue begin start keep proceed quote cite hasten come")
_REFUSING = word_set("decline refuse fail try want hope wish need plan intend")

_NAME_LABELS = PERSON_LABELS | {"ORG", "NORP", "GPE", "PLACE", "LOC", "FAC"}
_PLACE_LABELS = frozenset({"GPE", "PLACE", "LOC", "FAC"})
_SILENT_LABELS = word_set("DATE TIME CARDINAL ORDINAL PERCENT MONEY QUANTITY EVENT PRODUCT LANGUAGE")
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_REFLEXIVE = frozenset({"themselves", "himself", "herself", "itself"})
_PRONOUNS = {
    "he": 1.0, "she": 1.0, "they": 0.95, "it": 0.85, "we": 0.6, "i": 0.6, "some": 0.6, "others": 0.6,
    "many": 0.6, "most": 0.55, "several": 0.6, "both": 0.7, "another": 0.6, "one": 0.55, "few": 0.55,
    "his": 1.0, "her": 1.0, "their": 0.95, "its": 0.9, "him": 1.0, "them": 0.95,
}  # fmt: skip
_DOCUMENTS = word_set(
    "report statement study poll survey article letter book lawsuit complaint memo document email data "
    "ruling analysis review editorial column post tweet text message transcript interview video website "
    "page resolution indictment affidavit filing release communique communiqué bulletin newsletter "
    "dispatch research audit census note testimony bill law order verdict decree"
)
_SPEAKING = word_set(
    "police government ministry minister president official spokesman spokeswoman spokesperson officer "
    "agency army military navy court judge party group union company firm council committee commission "
    "panel department office bureau administration regime authority family mother father parent brother "
    "sister son daughter wife husband friend neighbour neighbor colleague lawyer attorney prosecutor "
    "witness survivor victim resident villager protester protestor demonstrator activist critic opponent "
    "supporter ally aide adviser advisor expert analyst economist scientist researcher scholar professor "
    "doctor physician nurse teacher student worker farmer fisherman driver owner manager director chief "
    "head leader chairman chairwoman chair founder editor reporter journalist correspondent newspaper "
    "magazine broadcaster channel station paper outlet network press campaign team organization "
    "organisation association federation coalition alliance movement charity foundation institute "
    "university school hospital church bank embassy envoy ambassador diplomat senator congressman "
    "congresswoman lawmaker legislator deputy mp governor mayor commissioner secretary general colonel "
    "captain sergeant commander soldier rebel militant fighter militia insurgent king queen prince pope "
    "bishop archbishop cardinal priest imam rabbi cleric author writer historian observer source "
    "candidate nominee voter republican democrat conservative man woman boy girl person people child teen "
    "teenager couple crowd opposition majority minority delegation parliament senate congress house board "
    "jury coroner sheriff detective inspector superintendent investigator monitor watchdog side camp club "
    "coach player striker actor actress singer artist executive investor trader tribunal cabinet state "
    "country nation staff member volunteer customer tenant landlord patient passenger pilot operator "
    "representative delegate negotiator mediator counsel defendant suspect prisoner detainee refugee "
    "migrant premier chancellor monarch veteran mogul billionaire businessman businesswoman entrepreneur "
    "developer"
)
_MUTE = word_set(
    "time number toll figure amount total price year month day week hour minute morning evening night end "
    "reason result way thing place idea fact problem question issue case war attack death bomb fire storm "
    "flood quake rate level share percent per cent part rest lot kind sort point title headline caption "
    "sign symbol something nothing anything everything there election vote weather"
)
_LEADING = frozenset({"cc", "mark", "case"})
_WH = frozenset({"what", "which", "whom", "that", "where", "when"})
_LONGEST = 40


def subject_of(verb: Token, depth: int = 0) -> Token | None:
    """The word that the verb's subject heads on, through conjunction, control and participles."""
    # Of two subjects the nearer is the verb's own: "The bridge, the mayor warned, was never inspected."
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        return _antecedent(min(own, key=lambda child: (abs(child.i - verb.i), child.i)), verb)
    if depth > 3:
        return None
    head, label = verb.head, verb.dep_
    if label == "conj" and head.i < verb.i:
        return subject_of(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else None
    if label in _RELATIVE or (label == "acl" and verb.tag_ == "VBG"):
        return head if head.pos_ in {"NOUN", "PROPN", "PRON"} else None
    if label in _GOVERNED and head.pos_ in {"VERB", "AUX"} and _passes_on(verb, head):
        found = subject_of(head, depth + 1)
        return None if depth == 0 and _may_be_another(verb, head, found) else found
    return None


def _may_be_another(verb: Token, head: Token, found: Token | None) -> bool:
    """Whether ", saying" within a clause may as well go with the main verb, of another subject."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).lower_ not in COMMAS or verb.i < head.i:
        return False
    main = head
    while main.head.i != main.i:
        main = main.head
    own = subject_of(main, 1) if main.i != head.i and main.i < verb.i else None
    return own is not None and found is not None and own.i != found.i


def _passes_on(verb: Token, head: Token) -> bool:
    lemma = head.lemma_.lower()
    return (verb.tag_ == "VBG" and lemma not in _REFUSING) or lemma in _CHAIN_VERBS


def _antecedent(subject: Token, verb: Token) -> Token:
    """What a relative pronoun stands for; any other subject is itself."""
    if subject.lower_ in _REFLEXIVE and subject.i:
        return subject.nbor(-1)
    clause = verb
    for _ in range(3 if subject.lower_ in _RELATIVE_PRONOUNS else 0):
        if clause.dep_ in _RELATIVE or clause.dep_ == "acl":
            return clause.head
        if clause.dep_ != "conj":
            break
        clause = clause.head
    return subject


def prepositional(word: Token) -> list[tuple[Token, Token]]:
    """The prepositional phrases on a word's right: preposition and the head of its complement."""
    found = []
    for child in word.rights:
        if child.dep_ in _PREPOSITIONS:
            found += [(child, noun) for noun in child.children if noun.dep_ in _PREPOSITION_OBJECTS]
        elif child.dep_ in _OBLIQUE:
            case = next((left for left in child.lefts if left.dep_ in _CASES), None)
            if case is not None:
                found.append((case, child))
    return found


def speaker_at(scene: Scene, head: Token, verb: int) -> Speaker | None:
    """The speaker whose noun phrase has this head, at a cue at this position; None if it cannot speak."""
    if scene.inside[head.i] >= 0 or (head.i < verb and _in_preposition(head)):
        return None
    speaker = phrase_at(scene, head, verb)
    return speaker if speaker.trust > 0.0 else None


def phrase_at(scene: Scene, head: Token, verb: int) -> Speaker:
    """The noun phrase that has this head, at a cue at this position, and how far it can speak at all."""
    start, end = _phrase(scene, head, verb)
    name = _name_in(scene, head, start, end)
    if name is None and (name_before := described(scene, start, end)) is not None:
        name, start = name_before, name_before.start
    referring = scene.span(name.start, name.end) if name is not None else _head_span(scene, head, start, end)
    joint = [
        scene.span(*entity_range(other))
        for other in head.conjuncts
        if other.ent_type_ in _NAME_LABELS and start <= other.i < end
    ]
    others = tuple(span for span in joint if not span.overlaps(referring))
    return Speaker(scene.span(start, end), referring, others, _trust(head, name))


def _head_span(scene: Scene, head: Token, start: int, end: int) -> Span:
    """The head word; of a name that the reader did not mark, all its capitalised words."""
    first, last = head.i, head.i + 1
    while head.pos_ == "PROPN" and first > start and scene.tokens[first - 1].pos_ == "PROPN":
        first -= 1
    while head.pos_ == "PROPN" and last < end and scene.tokens[last].pos_ == "PROPN":
        last += 1
    return scene.span(first, last)


def _in_preposition(head: Token) -> bool:
    """Whether a preposition governs the noun: "in Paris" says nothing."""
    return any(child.dep_ == "case" and child.pos_ == "ADP" for child in head.lefts)


def _phrase(scene: Scene, head: Token, verb: int) -> tuple[int, int]:
    """The noun phrase, kept on its side of the cue, out of quotations, and of sober length."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.i < verb:
        end = _before_relative(head, verb, min(end, verb))
    else:
        start = max(start, verb + 1)
    if scene.inside[head.i] < 0:
        start, end = _out_of_quotations(scene, head.i, start, end)
    if scene.finite(start, head.i):
        start = _after_comma(scene, start, head.i)
    if end - start > _LONGEST:
        start, end = max(start, head.i - 5), head.i + 1
    start, end = _with_entity(scene, head, verb, start, end)
    while start < head.i and (scene.lowers[start] in COMMAS | _WH or scene.tokens[start].dep_ in _LEADING):
        start += 1
    while end > head.i + 1 and scene.lowers[end - 1] in COMMAS | {".", ":", "and", "but"}:
        end -= 1
    return min(start, head.i), max(end, head.i + 1)


def _before_relative(head: Token, verb: int, end: int) -> int:
    """The end, without the relative clause that holds the cue ("the man who said")."""
    relative = next((child for child in head.rights if child.dep_ in _RELATIVE), None)
    if relative is not None and relative.left_edge.i < end and relative.right_edge.i >= verb:
        return max(relative.left_edge.i, head.i + 1)
    return end


def _with_entity(scene: Scene, head: Token, verb: int, start: int, end: int) -> tuple[int, int]:
    """The phrase widened to the whole name that its head stands in."""
    entity = entity_of(head)
    if entity is None or scene.inside[entity.start] >= 0:
        return start, end
    if head.i < verb:
        return min(start, entity.start), max(end, min(entity.end, verb))
    return min(start, max(entity.start, verb + 1)), max(end, entity.end)


def _out_of_quotations(scene: Scene, head: int, start: int, end: int) -> tuple[int, int]:
    for i in range(head, start - 1, -1):
        if scene.inside[i] >= 0 and scene.quotation_ending(i + 1) >= 0:
            start = i + 1
            break
    for i in range(head, end):
        if scene.inside[i] >= 0 and scene.ranges[scene.inside[i]][1] > end:
            end = i
            break
    return start, max(end, head + 1)


def _after_comma(scene: Scene, start: int, head: int) -> int:
    for i in range(head - 1, start - 1, -1):
        if scene.lowers[i] in COMMAS or scene.lowers[i] in {":", "and", "but", "that"}:
            return i + 1
    return max(start, head - 4)


def _name_in(scene: Scene, head: Token, start: int, end: int) -> Tokens | None:
    """The name that the phrase is about: the one its core ends in, else the one in apposition."""
    own = entity_of(head)
    if own is not None and head.ent_type_ in _NAME_LABELS:
        follows = entity_of(scene.tokens[own.end]) if own.end < end else None
        return follows if follows is not None and labelled_as(follows, PERSON_LABELS) else own
    last = entity_of(scene.tokens[_core_end(head, end) - 1])
    if last is not None and labelled_as(last, PERSON_LABELS) and last.start >= start:
        return last
    for child in head.rights:
        if child.dep_ == "appos" and child.i < end and child.ent_type_ in PERSON_LABELS:
            return entity_of(child)
    return None


def _core_end(head: Token, end: int) -> int:
    """The end of the words before the first comma, preposition or clause after the head."""
    cuts = [child.left_edge.i for child in head.rights if child.dep_ in _CORE_ENDS]
    return min([end, *(cut for cut in cuts if cut > head.i)])


def _trust(head: Token, name: Tokens | None) -> float:
    if name is not None:
        return 0.85 if labelled_as(name, _PLACE_LABELS) else 1.0
    words = {head.lower_, head.lemma_.lower()}
    if head.ent_type_ in _SILENT_LABELS:
        return 0.0
    if head.pos_ == "PRON" or head.lower_ in _PRONOUNS:
        return _PRONOUNS.get(head.lower_, 0.0)
    if words & _MUTE or head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
        return 0.0
    if words & _SPEAKING:
        return 1.0
    if words & _DOCUMENTS or head.pos_ == "PROPN" or (head.is_upper and len(head) > 1):
        return 0.9
    if head.pos_ in {"NUM", "ADJ"}:
        return 0.5
    return 0.75 if head.tag_ == "NNS" else 0.65
