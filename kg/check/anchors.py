"""Do the words in a graph stand in the articles where its offsets say?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from kg.check.finding import Finding
from kg.vocabulary import term

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["check_anchors"]

_QUERY = """
SELECT ?segment ?hash ?begin ?end ?words WHERE {{
  ?segment <{context}>/<{hash}> ?hash ; <{begin}> ?begin ; <{end}> ?end ; <{words}> ?words .
}}
"""


def check_anchors(store: ox.Store, texts: Mapping[str, str]) -> list[Finding]:
    """Compare every segment with the text it comes from: ``text[begin:end] == anchorOf``.

    Args:
        store: the graph.
        texts: the articles' texts, exactly as read, under any keys (file names, say); told apart by hash.

    Returns:
        Segments whose words differ, and segments of articles whose text is not given; sorted.
    """
    by_hash = {hashlib.sha256(text.encode()).hexdigest(): text for text in texts.values()}
    return sorted(_differences(store, by_hash))


def _differences(store: ox.Store, texts: Mapping[str, str]) -> Iterator[Finding]:
    for iri, sha256, begin, end, words in _segments(store):
        text = texts.get(sha256)
        if text is None:
            message = f"the text with SHA-256 {sha256} is not at hand"
        elif text[begin:end] != words:
            message = f"the text holds {text[begin:end]!r} at {begin}-{end}"
        else:
            continue
        yield Finding(iri, term("nif:anchorOf"), f'"{words}"', message, "violation", "anchors")


def _segments(store: ox.Store) -> Iterator[tuple[str, str, int, int, str]]:
    query = _QUERY.format(
        context=term("nif:referenceContext"),
        hash=term("textSha256"),
        begin=term("nif:beginIndex"),
        end=term("nif:endIndex"),
        words=term("nif:anchorOf"),
    )
    solutions = store.query(query, use_default_graph_as_union=True)
    for row in cast("ox.QuerySolutions", solutions):
        iri, sha256, begin, end, words = (found.value for found in row)
        yield iri, sha256, int(begin), int(end), words
