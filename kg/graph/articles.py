"""Articles: what they are called, who wrote them, what they mention."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from kg.graph.corpus import Corpus
from kg.graph.terms import Node, day, plain, spoken
from kg.model import Article, Document

__all__ = ["article_triples", "title"]

_TITLE_WORDS = 10


def title(document: Document) -> str:
    """The headline, or the first words of an article that has none.

    >>> title(Document("a", "a.txt", "One two three four five six seven eight nine ten eleven.", ""))
    'One two three four five six seven eight nine ten …'
    """
    if document.headline is not None:
        return " ".join(document.headline.of(document.text).split())
    start = next((r.span.start for r in document.regions if r.kind == "paragraph"), 0)
    words = document.text[start : start + 400].split()
    shown = " ".join(words[:_TITLE_WORDS])
    return f"{shown} …" if len(words) > _TITLE_WORDS else shown or document.id


def article_triples(corpus: Corpus) -> Iterator[Triple]:
    """One node an article, with the entities that it mentions."""
    mentioned: dict[str, set[str]] = {document: set() for document in corpus.articles}
    for (document, _), iri in corpus.resolved.chains.items():
        mentioned[document].add(iri)
    entities = {entity.iri for entity in corpus.resolved.entities}
    for document, article in corpus.articles.items():
        yield from _article(corpus, article, sorted(mentioned[document] & entities)).triples


def _article(corpus: Corpus, article: Article, mentioned: list[str]) -> Node:
    document = article.annotated.document
    node = Node(corpus.node(article.iri), "schema:NewsArticle", "nif:Context")
    node.add("rdfs:label", spoken(title(document), document.language))
    if document.headline is not None:
        node.add("schema:headline", plain(document.headline.of(document.text)))
    if document.published is not None:
        node.add("schema:datePublished", day(document.published))
    node.add("schema:author", *map(corpus.node, article.authors))
    if article.publisher:
        node.add("schema:publisher", corpus.node(article.publisher))
    node.add("schema:inLanguage", plain(document.language))
    node.add("kg:sourceFile", plain(document.source))
    node.add("kg:textSha256", plain(document.sha256))
    node.add("schema:mentions", *map(corpus.node, mentioned))
    return node
