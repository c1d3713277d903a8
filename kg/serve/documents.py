"""Documents on nodes. A node's IRI names the thing; its documents have an ending (W3C: Cool URIs, 303)."""

from __future__ import annotations

from kg.serve.answer import Answer, RefusalError
from kg.serve.context import Context
from kg.serve.html import page
from kg.serve.links import candidates, exists, local_path
from kg.serve.media import HTML, choose
from kg.serve.nodes import describe, read_node_page
from kg.serve.triples import write_triples
from kg.vocabulary import curie

__all__ = ["find_document", "find_resource"]

_FORMS = {HTML: "html", "text/turtle": "ttl", "application/ld+json": "jsonld"}
_FORMS |= {"application/n-triples": "nt", "application/rdf+xml": "rdf"}
_MEDIA = {form: media for media, form in _FORMS.items()}
_CHARSET = ("text/turtle",)


def find_document(context: Context, *, path: str, accept: str) -> Answer:
    """What is to be had at a path: for a node the way to the document that suits, or the document itself.

    Raises:
        RefusalError: 404 if the graph knows nothing of the path, 406 if no form suits.
    """
    for iri in candidates(context.base, path):
        if exists(context.store, iri):
            form = _FORMS[_chosen(accept)]
            return Answer(303, "text/plain", b"", {"location": f"{path}.{form}", "vary": "Accept"})
    stem, dot, form = path.rpartition(".")
    if dot and form in _MEDIA:
        for iri in candidates(context.base, stem):
            if exists(context.store, iri):
                return _document(context, iri, form, stem)
    raise RefusalError(404, f"the graph says nothing of {path}")


def find_resource(context: Context, *, iri: str, form: str, accept: str) -> Answer:
    """The document on any IRI of the graph, in the form named or else in the one that suits.

    Raises:
        RefusalError: as for :func:`find_document`.
    """
    if not exists(context.store, iri):
        raise RefusalError(404, f"the graph says nothing of {iri}")
    chosen = form if form in _MEDIA else _FORMS[_chosen(accept)]
    return _document(context, iri, chosen, "")


def _chosen(accept: str) -> str:
    media = choose(accept, list(_FORMS))
    if media is None:
        raise RefusalError(406, f"this can be had as {', '.join(_FORMS)}")
    return media


def _document(context: Context, iri: str, form: str, stem: str) -> Answer:
    headers = {"vary": "Accept"}
    if form != "html":
        media = _MEDIA[form]
        body = write_triples(describe(context.store, iri), form, context.prefixes)
        return Answer(200, f"{media}; charset=utf-8" if media in _CHARSET else media, body, headers)
    node = read_node_page(context.store, context.base, iri)
    address = stem or local_path(context.base, iri)
    forms = {
        media: f"{address}.{ending}" if stem else f"{address}&form={ending}"
        for ending, media in _MEDIA.items()
        if ending != "html"
    }
    relative = iri.removeprefix(context.base)
    return page(
        "node",
        headers=headers,
        title=context.title,
        here="",
        node=node,
        forms=forms,
        relative=relative,
        curie=curie(iri),
    )
