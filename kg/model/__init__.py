"""The plain values that flow from stage to stage; the only thing that stages share.

    sources -> Document -> annotate -> Annotated -> resolve -> Resolved -> graph -> check, export

All offsets are Unicode code points into :attr:`Document.text` exactly as the file holds it, end exclusive.
Inside one article things are named by short ids: mentions ``m0``, events ``e0``, quantities ``q0``,
facts ``f0``, claims ``c0``; sentences by their position. After resolution they have IRIs, written here
relative to the base IRI (``entity/ali-khamenei``).
"""

from __future__ import annotations

from kg.model.annotated import (
    Annotated,
    Claim,
    Coreferent,
    DateExpression,
    Event,
    Fact,
    Link,
    Mention,
    Quantity,
    Sentence,
)
from kg.model.resolved import Article, Decision, Entity, Resolved, ResolvedClaim, ResolvedEvent, ResolvedFact
from kg.model.text import Document, Problem, Region, Span

__all__ = [
    "Annotated",
    "Article",
    "Claim",
    "Coreferent",
    "DateExpression",
    "Decision",
    "Document",
    "Entity",
    "Event",
    "Fact",
    "Link",
    "Mention",
    "Problem",
    "Quantity",
    "Region",
    "Resolved",
    "ResolvedClaim",
    "ResolvedEvent",
    "ResolvedFact",
    "Sentence",
    "Span",
]
