"""Text anchors (NIF): sentences, the paragraphs around them, and mentions as phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from kg.graph.corpus import Corpus
from kg.graph.terms import Node, integer, plain
from kg.identifiers import article_key, segment_iri
from kg.model import Annotated, Span

__all__ = ["Anchors"]


class Anchors:
    """Remembers which sentences are evidence, and writes those."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._used: set[tuple[str, int]] = set()

    def sentences(self, evidence: Iterable[tuple[str, int]]) -> list[NamedNode]:
        """The nodes of sentences, given as (document id, position), which are then written too."""
        nodes = []
        for document, number in evidence:
            self._used.add((document, number))
            span = self._corpus.articles[document].annotated.sentences[number].span
            nodes.append(self._node(document, span))
        return nodes

    def use_all(self) -> None:
        """Write every sentence, evidence or not."""
        for document, article in self._corpus.articles.items():
            self._used.update((document, number) for number in range(len(article.annotated.sentences)))

    def triples(self, *, context: bool) -> Iterator[Triple]:
        """The sentences used, and with context their paragraphs."""
        for document, number in sorted(self._used):
            annotated = self._corpus.articles[document].annotated
            sentence = annotated.sentences[number]
            node = self._anchor(annotated, sentence.span, "nif:Sentence")
            if context and sentence.paragraph != sentence.span:
                node.add("nif:superString", self._node(document, sentence.paragraph))
            yield from node.triples
            if context:
                yield from self._anchor(annotated, sentence.paragraph, "nif:Paragraph").triples

    def phrases(self) -> Iterator[Triple]:
        """Every mention that has an entity or event, as a phrase that identifies it."""
        for document, article in self._corpus.articles.items():
            for mention in article.annotated.mentions:
                iri = self._corpus.resolved.chains.get((document, mention.id))
                if iri is not None:
                    node = self._anchor(article.annotated, mention.span, "nif:Phrase")
                    node.add("itsrdf:taIdentRef", self._corpus.node(iri))
                    yield from node.triples

    def _node(self, document: str, span: Span) -> NamedNode:
        return self._corpus.node(segment_iri(article_key(self._corpus.sha256(document)), span))

    def _anchor(self, annotated: Annotated, span: Span, kind: str) -> Node:
        document = annotated.document
        node = Node(self._node(document.id, span), kind)
        node.add("nif:referenceContext", self._corpus.article_node(document.id))
        node.add("nif:beginIndex", integer(span.start))
        node.add("nif:endIndex", integer(span.end))
        node.add("nif:anchorOf", plain(span.of(document.text)))
        return node
