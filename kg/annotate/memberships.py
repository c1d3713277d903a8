"""Relations between named things that stand beside each other: kin, founders, parts, seats, birthplaces, allies.

Each pattern asks for both names and for the very words between them; what merely stands near is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from kg.annotate.anchors import Anchor, anchors_of, chunk, gap, is_embedded, is_negated, prepositional
from kg.annotate.descriptions import describe
from kg.annotate.nationalities import is_country
from kg.annotate.titles import FORMER, HEDGES
from kg.model import Fact, Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.annotate.reading import Reading

__all__ = ["find_memberships"]

_SPOUSES = frozenset({"wife", "husband", "spouse", "widow", "widower"})
_FORMER_SPOUSES = frozenset({"ex-wife", "ex-husband"})
_RELATIVES = frozenset(
    """son daughter brother sister mother father cousin uncle aunt nephew niece grandson granddaughter grandfather
    grandmother stepson stepdaughter stepfather stepmother half-brother half-sister brother-in-law sister-in-law
    son-in-law daughter-in-law father-in-law mother-in-law twin""".split()
)
_ALLIES = frozenset({"ally"})
_OPPONENTS = frozenset({"critic", "opponent", "rival", "foe", "adversary", "enemy"})
_PARTS = frozenset({"unit", "branch", "subsidiary", "arm", "division", "wing", "affiliate", "department", "offshoot"})
_PLACES = frozenset(
    """city town village province district county region state suburb island capital neighborhood neighbourhood
    municipality port resort""".split()
)
_MEMBERS = frozenset({"member", "members"})
_FOUNDING = {"found": "founderOf", "establish": "founderOf", "co-found": "founderOf", "cofound": "founderOf"}
_LEADING = {"lead": "leaderOf", "head": "leaderOf", "chair": "leaderOf", "run": "leaderOf"}
_PRESENT = frozenset({"VBZ", "VBP", "VBG"})


@dataclass
class _Page:
    """The anchors of one article by place, and what is claimed in it."""

    claimed: Sequence[Span]
    by_token: dict[tuple[int, int], Anchor]

    def at(self, number: int, token: Token) -> Anchor | None:
        """The name that a token belongs to."""
        return self.by_token.get((number, token.i))

    def fact(
        self, subject: Anchor, predicate: str, target: Anchor, rule: str, confidence: float, *, status: str = "",
        reported: bool = False,
    ) -> Iterator[Fact]:
        """One fact, unless both ends are the same chain or hedged words stand between them."""
        if subject.mention.chain == target.mention.chain or subject.number != target.number:
            return
        first, last = sorted((subject, target), key=lambda anchor: anchor.start)
        span = Span(first.mention.span.start, last.mention.span.end)
        words = first.doc[max(first.start - 2, first.doc[first.start].sent.start) : last.end]
        if any(token.lower_ in HEDGES or token.lower_ in {"not", "never", "n't", "no"} for token in words):
            return
        yield Fact(
            id="",
            subject=subject.mention.id,
            predicate=predicate,
            object=target.mention.id,
            literal="",
            status=status,
            asserted=not reported and not any(claim.overlaps(span) for claim in self.claimed),
            sentence=subject.passage.sentence_of(subject.doc[subject.start]),
            confidence=confidence,
            rule=rule,
        )


def find_memberships(reading: Reading, mentions: Sequence[Mention], claimed: Sequence[Span]) -> list[Fact]:
    """Find relations between two names of one sentence.

    Args:
        reading: the parsed article.
        mentions: its mentions, from :func:`kg.annotate.mentions.find_mentions`.
        claimed: what is credited to speakers; facts within are not asserted.

    Returns:
        Facts without ids, of the predicates memberOf, leaderOf, worksFor, founderOf, partOf, spouseOf,
        relativeOf, locatedIn, bornIn, alliedWith and opposes.
    """
    named = [
        anchor
        for anchor in anchors_of(reading, mentions)
        if anchor.mention.kind == "name" and anchor.passage.is_body
    ]
    page = _Page(claimed, {(a.number, i): a for a in named for i in range(a.start, a.end)})
    facts: list[Fact] = []
    for description in describe(named):
        if description.pattern != "title":
            facts.extend(_from_noun(page, description.anchor, description.head))
    for anchor, following in zip_longest(named, named[1:]):
        facts.extend(_from_verb(page, anchor))
        facts.extend(_kin_before(page, anchor))
        facts.extend(_by_agent(page, anchor))
        if following is not None and following.number == anchor.number:
            facts.extend(_side_by_side(page, anchor, following))
    return facts


def _from_noun(page: _Page, anchor: Anchor, head: Token) -> Iterator[Fact]:
    """ "X, a member of Y", "Y, a unit of Z", "X, the wife of Z"."""
    noun = head.lower_
    start, end = chunk(head)
    words = [token.lower_ for token in head.doc[start:end]]
    status = "Former" if any(word in FORMER for word in words) else ""
    for preposition, token in prepositional(head):
        target = page.at(anchor.number, token)
        if target is None or preposition not in {"of", "to", "in", "at", "for"} or not _is_close(head, target):
            continue
        predicate = _noun_relation(noun, preposition, anchor, target)
        if predicate:
            yield from page.fact(anchor, predicate, target, f"noun-{noun}", 0.85, status=status)


def _is_close(head: Token, target: Anchor) -> bool:
    between = head.doc[head.i + 1 : target.start]
    return len(between) <= 4 and not any(token.text in {",", ";"} or token.pos_ == "VERB" for token in between)


def _noun_relation(noun: str, preposition: str, anchor: Anchor, target: Anchor) -> str:
    kinds = (anchor.mention.type, target.mention.type)
    if noun in _MEMBERS and preposition == "of" and kinds[1] == "Organization":
        return "memberOf" if kinds[0] in {"Person", "Organization"} else ""
    if noun in _PARTS and preposition == "of" and kinds == ("Organization", "Organization"):
        return "partOf"
    if noun in _SPOUSES and preposition == "of" and kinds == ("Person", "Person"):
        return "spouseOf"
    if noun in _RELATIVES and preposition == "of" and kinds == ("Person", "Person"):
        return "relativeOf"
    if noun in _PLACES and preposition in {"in", "of"} and kinds == ("Place", "Place"):
        return "locatedIn" if preposition == "in" or noun == "capital" else ""
    people = kinds[0] in {"Person", "Organization"} and kinds[1] in {"Person", "Organization", "Place"}
    if noun in _ALLIES and preposition in {"of", "to"} and people:
        return "alliedWith"
    if noun in _OPPONENTS and preposition == "of" and people:
        return "opposes"
    return ""


def _from_verb(page: _Page, anchor: Anchor) -> Iterator[Fact]:
    """ "X founded Y", "X heads Y", "X, who leads Y", "X was born in Y", "X is married to Y"."""
    if anchor.mention.type not in {"Person", "Organization"}:
        return
    governor = anchor.governor
    if governor.dep_ in {"nsubj", "nsubj:pass", "nsubjpass"}:
        yield from _predicate(page, anchor, governor.head, passive=governor.dep_ != "nsubj")
    for child in governor.children:
        if child.dep_ in {"acl:relcl", "relcl"} and any(c.lower_ in {"who", "which"} and c.dep_.startswith("nsubj")
                                                       for c in child.children):  # fmt: skip
            passive = any(c.dep_ in {"nsubj:pass", "nsubjpass"} for c in child.children)
            yield from _predicate(page, anchor, child, passive=passive)


def _predicate(page: _Page, anchor: Anchor, verb: Token, *, passive: bool) -> Iterator[Fact]:
    if is_negated(verb) or anchor.mention.type != "Person":
        return
    if verb.lower_ == "born" or verb.lemma_ == "bear":
        yield from _in_place(page, anchor, verb, "bornIn")
    elif verb.lower_ == "married":
        for preposition, token in prepositional(verb):
            target = page.at(anchor.number, token)
            if preposition == "to" and target is not None and target.mention.type == "Person":
                yield from page.fact(anchor, "spouseOf", target, "verb-married", 0.85, reported=is_embedded(verb))
    elif not passive:
        yield from _active(page, anchor, verb)


def _active(page: _Page, anchor: Anchor, verb: Token) -> Iterator[Fact]:
    lemma = verb.lemma_.casefold()
    predicate = _FOUNDING.get(lemma, "") or (_LEADING.get(lemma, "") if verb.tag_ in _PRESENT else "")
    if lemma == "run" and predicate:
        predicate = ""
    if verb.lower_ in {"founded", "co-founded", "cofounded"}:
        predicate = "founderOf"
    if not predicate:
        return
    for child in verb.children:
        if child.dep_ in {"obj", "dobj"}:
            target = page.at(anchor.number, child)
            if target is not None and target.mention.type == "Organization" and child is target.head:
                yield from page.fact(anchor, predicate, target, f"verb-{lemma}", 0.8, reported=is_embedded(verb))


def _in_place(page: _Page, anchor: Anchor, verb: Token, predicate: str) -> Iterator[Fact]:
    for preposition, token in prepositional(verb):
        target = page.at(anchor.number, token)
        if preposition in {"in", "at", "near"} and target is not None and target.mention.type == "Place":
            if preposition == "in":
                yield from page.fact(anchor, predicate, target, f"verb-{verb.lower_}", 0.9, reported=is_embedded(verb))
            return


def _by_agent(page: _Page, anchor: Anchor) -> Iterator[Fact]:
    """ "Y, led by X", "Y, founded by X", "Y, headed by X": the person right after the participle."""
    doc = anchor.doc
    if anchor.mention.type != "Organization":
        return
    i = anchor.end
    if i < len(doc) and doc[i].text in {",", "("}:
        i += 1
    if i + 2 >= len(doc) or doc[i].lower_ not in {"led", "headed", "chaired", "founded", "established"}:
        return
    verb = doc[i]
    if doc[i + 1].lower_ != "by" and not (doc[i + 1].text.isdigit() or doc[i + 2].lower_ == "by"):
        return
    target = next((a for j in range(i + 2, min(i + 8, len(doc))) if (a := page.at(anchor.number, doc[j]))), None)
    if target is None or target.mention.type != "Person":
        return
    between = doc[i + 1 : target.start]
    if any(token.pos_ in {"VERB", "PRON", "PUNCT"} or token.text in {"'s", "’s"} for token in between):
        return
    if target.end < len(doc) and doc[target.end].text in {"'s", "’s"}:
        return
    predicate = "founderOf" if verb.lower_ in {"founded", "established"} else "leaderOf"
    yield from page.fact(target, predicate, anchor, f"participle-{verb.lower_}", 0.85)


def _kin_before(page: _Page, anchor: Anchor) -> Iterator[Fact]:
    """ "X's wife, Z" and "X and his wife, Z": Z is the anchor."""
    doc = anchor.doc
    if anchor.mention.type != "Person" or anchor.start < 3:
        return
    i = anchor.start - 1
    comma = doc[i].text == ","
    i -= comma
    noun = doc[i].lower_
    predicate = "spouseOf" if noun in _SPOUSES else "relativeOf" if noun in _RELATIVES else ""
    if not predicate or i < 2:
        return
    i -= 1
    status = ""
    while i > 0 and doc[i].pos_ == "ADJ":
        status = "Former" if doc[i].lower_ in FORMER - {"late"} else status
        i -= 1
    owner = _owner(page, anchor, i)
    if owner is not None and owner.mention.type == "Person":
        yield from page.fact(anchor, predicate, owner, f"kin-{noun}", 0.85, status=status)


def _owner(page: _Page, anchor: Anchor, i: int) -> Anchor | None:
    """The person whose kin it is: "X's" or "X and his" before the noun."""
    doc = anchor.doc
    if doc[i].text in {"'s", "’s", "'", "’"}:
        return page.at(anchor.number, doc[i - 1])
    if doc[i].lower_ in {"his", "her"} and i >= 2 and doc[i - 1].lower_ in {"and", "with"}:
        return page.at(anchor.number, doc[i - 2])
    return None


def _side_by_side(page: _Page, left: Anchor, right: Anchor) -> Iterator[Fact]:
    """ "Vienna, Austria", "Boston-based Acme", "X of Amnesty International", "the Acme unit of Z"."""
    kinds = (left.mention.type, right.mention.type)
    between = gap(left, right.start).strip()
    if kinds == ("Place", "Place") and between == ",":
        yield from _city_and_country(page, left, right)
    elif kinds == ("Place", "Organization") and between in {"-based", "- based", "–based"}:
        yield from page.fact(right, "locatedIn", left, "based-in", 0.85)
    elif kinds == ("Organization", "Place") and between in {", based in", "(based in", ", headquartered in", "is based in",
                                                            "is headquartered in", ", which is based in"}:  # fmt: skip
        yield from page.fact(left, "locatedIn", right, "based-in", 0.85)
    elif kinds == ("Place", "Person") and between in {"-born", "- born", "–born"}:
        yield from page.fact(right, "bornIn", left, "born-adjective", 0.85)
    elif kinds == ("Person", "Organization") and between in {"of", "of the", "from the", ", of", ", of the"}:
        if right.end >= len(right.doc) or right.doc[right.end].text not in {"'s", "’s"}:
            yield from page.fact(left, "affiliatedWith", right, "of-organization", 0.75)


def _city_and_country(page: _Page, left: Anchor, right: Anchor) -> Iterator[Fact]:
    """A place and the country after it, but no list of places."""
    doc = left.doc
    before = doc[left.start - 1] if left.start else None
    after = doc[right.end : right.end + 2]
    if not is_country(right.mention.name) or is_country(left.mention.name):
        return
    if before is None or before.pos_ != "ADP":
        return
    following = [page.at(left.number, token) for token in after]
    listed = any(other is not None and other.mention.type == "Place" for other in following)
    if not listed and not (len(after) and after[0].lower_ in {"and", "or"}):
        yield from page.fact(left, "locatedIn", right, "city-country", 0.85)
