"""Claims and the figures in them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pyoxigraph import Literal, Triple

from kg.graph.anchors import Anchors
from kg.graph.corpus import Corpus
from kg.graph.terms import Node, day, decimal, integer, plain, spoken, vocabulary
from kg.model import Claim, Document, Quantity, ResolvedClaim, Span

__all__ = ["claim_triples"]

_GAP = " … "
"""Stands where a claim's words are not in one piece."""

_LABEL_LENGTH = 100


def claim_triples(corpus: Corpus, anchors: Anchors) -> Iterator[Triple]:
    """Every claim and every quantity that a claim gives."""
    for claim in corpus.resolved.claims:
        document = corpus.articles[claim.document].annotated.document
        yield from _claim(corpus, anchors, claim, document).triples
        for iri, quantity in claim.quantities:
            yield from _quantity(Node(corpus.node(iri), "kg:Quantity"), quantity, document).triples


def _claim(corpus: Corpus, anchors: Anchors, resolved: ResolvedClaim, document: Document) -> Node:
    claim = resolved.claim
    types = ["kg:Claim"] if claim.cue else ["kg:Claim", "kg:NarratorClaim"]
    node = Node(corpus.node(resolved.iri), *types)
    words = _words(claim.content, document.text)
    label = f"{corpus.names[resolved.speaker]}: {_shortened(words)}"
    node.add("rdfs:label", spoken(label, document.language))
    node.add("schema:text", spoken(words, document.language))
    node.add("kg:speaker", corpus.node(resolved.speaker))
    _add_wording(node, claim, document.text)
    _add_content(node, corpus, resolved)
    node.add("schema:appearance", corpus.article_node(resolved.document))
    node.add("kg:evidence", *anchors.sentences((resolved.document, n) for n in claim.sentences))
    node.add("kg:confidence", decimal(claim.confidence))
    return node


def _add_wording(node: Node, claim: Claim, text: str) -> None:
    """How it is said: cue, quotation, stance, time of saying."""
    if claim.cue:
        node.add("kg:cue", plain(_words(claim.cue, text)))
        node.add("kg:cueType", vocabulary(f"kg:{claim.cue_type}"))
    node.add("kg:quoteType", vocabulary(f"kg:{claim.quote_type}"))
    node.add("kg:quotedText", *(plain(span.of(text)) for span in claim.quoted))
    node.add("kg:polarity", vocabulary(f"kg:{claim.polarity}"))
    node.add("kg:certainty", vocabulary(f"kg:{claim.certainty}"))
    if claim.temporality:
        node.add("kg:temporality", vocabulary(f"kg:{claim.temporality}"))
    if claim.said is not None:
        node.add("kg:saidEdtf", plain(claim.said.edtf))
        node.add("kg:saidNotBefore", day(claim.said.earliest))
        node.add("kg:saidNotAfter", day(claim.said.latest))


def _add_content(node: Node, corpus: Corpus, resolved: ResolvedClaim) -> None:
    """What it is about, and the claims that it meets."""
    node.add("kg:about", *map(corpus.node, resolved.about))
    if resolved.event:
        node.add("kg:aboutEvent", corpus.node(resolved.event))
    if resolved.cites:
        node.add("kg:citesSource", corpus.node(resolved.cites))
    node.add("kg:quantity", *(corpus.node(iri) for iri, _ in resolved.quantities))
    node.add("kg:states", *map(corpus.node, resolved.states))
    node.add("kg:sameClaimAs", *map(corpus.node, resolved.same_as))
    node.add("kg:corroborates", *map(corpus.node, resolved.corroborates))
    node.add("kg:contradicts", *map(corpus.node, resolved.contradicts))


def _quantity(node: Node, quantity: Quantity, document: Document) -> Node:
    node.add("kg:measure", vocabulary(f"kg:{quantity.measure}"))
    node.add("kg:modifier", vocabulary(f"kg:{quantity.modifier}"))
    node.add("kg:quantityText", plain(quantity.span.of(document.text)))
    node.add("schema:value", _number(quantity.value))
    node.add("schema:minValue", _number(quantity.minimum))
    node.add("schema:maxValue", _number(quantity.maximum))
    return node


def _number(value: Decimal | None) -> Literal | None:
    if value is None:
        return None
    return integer(int(value)) if value == value.to_integral_value() else decimal(value)


def _words(spans: tuple[Span, ...], text: str) -> str:
    return _GAP.join(span.of(text) for span in spans)


def _shortened(words: str) -> str:
    """One line of a length that a list can show, cut between words."""
    line = " ".join(words.split())
    if len(line) <= _LABEL_LENGTH:
        return line
    return line[:_LABEL_LENGTH].rsplit(" ", 1)[0] + " …"
