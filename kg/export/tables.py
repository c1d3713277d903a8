"""The graph as tables that an analyst queries: the columns of each, and its rows out of the records.

Every thing has its IRI as its key, the same as in the RDF. ``entities`` has the events too, so that both ends
of every fact lie in one table; ``events`` says more of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kg.export.records import Records
from kg.export.rows import (
    article_entities,
    articles,
    claim_facts,
    claim_figures,
    claim_relations,
    claim_subjects,
    claims,
    comparisons,
    entities,
    event_links,
    events,
    evidence,
    facts,
    figure_places,
    figures,
    names,
    paragraphs,
    quotes,
    sentences,
    vocabulary,
)

__all__ = ["TABLES", "Column", "Table"]

_Cell: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """kind: ``text``, ``integer``, ``real``, ``boolean``, ``date``. refers: the table whose key it holds."""

    name: str
    kind: str = "text"
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. key: how many columns, from the first on, tell its rows apart; rows come in one order."""

    name: str
    columns: tuple[Column, ...]
    key: int
    rows: Callable[[Records], Iterator[tuple[_Cell, ...]]]


def _columns(listed: str) -> tuple[Column, ...]:
    """Columns of a list such as ``"iri, confidence real, speaker > entities"``."""
    found = []
    for entry in listed.split(","):
        head, _, refers = entry.partition(">")
        name, _, kind = head.strip().partition(" ")
        found.append(Column(name, kind or "text", refers.strip()))
    return tuple(found)


TABLES = tuple(
    Table(name, _columns(columns), key, rows)
    for name, columns, key, rows in (
        (
            "entities",
            "iri, kind, subtype, name, mentions integer, articles integer, latitude real, longitude real",
            1,
            entities,
        ),
        ("names", "entity > entities, name, chosen boolean", 2, names),
        (
            "events",
            "iri > entities, status, edtf, earliest date, latest date, confidence real",
            1,
            events,
        ),
        ("event_links", "event > events, relation, target > entities", 3, event_links),
        ("articles", "iri, title, published date, language, file, url, sha256", 1, articles),
        ("article_entities", "article > articles, relation, entity > entities", 3, article_entities),
        (
            "paragraphs",
            "iri, article > articles, begin_offset integer, end_offset integer, text",
            1,
            paragraphs,
        ),
        (
            "sentences",
            "iri, article > articles, paragraph > paragraphs, begin_offset integer, end_offset integer, text",
            1,
            sentences,
        ),
        (
            "facts",
            "iri, subject > entities, predicate, object > entities, literal, asserted boolean, status, "
            "since date, until date, confidence real, articles integer, sentences integer",
            1,
            facts,
        ),
        (
            "claims",
            "iri, speaker > entities, narrator boolean, text, cue, cue_type, quote_type, polarity, "
            "certainty, temporality, said_edtf, said_from date, said_until date, article > articles, "
            "confidence real",
            1,
            claims,
        ),
        ("quotes", "claim > claims, quoted", 2, quotes),
        ("claim_subjects", "claim > claims, relation, entity > entities", 3, claim_subjects),
        ("claim_facts", "claim > claims, fact > facts", 2, claim_facts),
        ("claim_relations", "claim > claims, relation, other > claims", 3, claim_relations),
        (
            "figures",
            "iri, measure, modifier, text, value real, minimum real, maximum real, scope, scope_edtf, "
            "scope_from date, scope_until date",
            1,
            figures,
        ),
        ("claim_figures", "claim > claims, figure > figures", 2, claim_figures),
        ("figure_places", "figure > figures, place > entities", 2, figure_places),
        (
            "comparisons",
            "iri, claim > claims, other > claims, figure > figures, other_figure > figures, verdict, reason, "
            "confidence real",
            1,
            comparisons,
        ),
        ("evidence", "subject, position integer, kind, sentence > sentences", 2, evidence),
        ("vocabulary", "name, label, definition", 1, vocabulary),
    )
)
"""All tables, in an order in which each comes after those that it refers to."""
