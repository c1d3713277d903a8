"""Annotations as JSON, one line an article: everything in :class:`kg.model.Annotated` but the text.

A row is a superset of the usual standoff form: ``entities`` with ``start, end, type, kind, chain`` and
``claims`` with ``speaker, cue, content`` as lists of ``[start, end]``. Without resolution ``chain`` is a
number that holds within the article; with it, the IRI of the entity.

``entities`` holds the coreferents too, the phrases that no mention stands for, each with a field ``whole``.
So that no thing is marked twice, the mention that such a phrase is the whole of ("Moss" in "Moss, the mayor")
has a null ``chain`` there (and its chain as ``own_chain``), until resolution gives it its IRI.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kg.model import (
    Annotated,
    Claim,
    Coreferent,
    DateExpression,
    Document,
    Event,
    Fact,
    Link,
    Mention,
    Quantity,
    Region,
    Sentence,
    Span,
)

__all__ = ["from_row", "line", "to_row"]

Row = dict[str, Any]


def line(annotated: Annotated, chains: Mapping[tuple[str, str], str] | None = None) -> str:
    """One line of JSON, with its line end."""
    return json.dumps(to_row(annotated, chains), ensure_ascii=False, separators=(",", ":")) + "\n"


def to_row(annotated: Annotated, chains: Mapping[tuple[str, str], str] | None = None) -> Row:
    """The annotations of one article.

    Args:
        annotated: the article.
        chains: (document id, mention id) -> IRI of the entity, after resolution; a mention that
            is not in it has a null chain. Coreferents have the IRI that all mentions of their chain have,
            else a name of the chain that holds for this article alone ("a#7").
    """
    document = annotated.document
    return {
        "id": document.id,
        "file": document.source,
        "sha256": document.sha256,
        "language": document.language,
        "published": document.published and document.published.isoformat(),
        "headline": _pair(document.headline),
        "authors": _pairs(document.authors),
        "publisher": _pair(document.publisher),
        "regions": [[*_pair_of(region.span), region.kind] for region in document.regions],
        "sentences": [[*_pair_of(s.span), *_pair_of(s.paragraph)] for s in annotated.sentences],
        "entities": _entity_rows(annotated, chains),
        "links": [[k.left, k.right, k.rule, k.reason, k.score] for k in annotated.links],
        "quantities": [_quantity_row(quantity) for quantity in annotated.quantities],
        "events": [_event_row(event) for event in annotated.events],
        "facts": [_fact_row(fact) for fact in annotated.facts],
        "claims": [_claim_row(claim) for claim in annotated.claims],
    }


def from_row(row: Row, text: str) -> Annotated:
    """Read a row that was written without resolution.

    Raises:
        KeyError: the row lacks a field.
    """
    document = Document(
        id=row["id"],
        file=row["file"],
        text=text,
        sha256=row["sha256"],
        regions=tuple(Region(Span(start, end), kind) for start, end, kind in row["regions"]),
        headline=_span(row["headline"]),
        authors=_spans(row["authors"]),
        publisher=_span(row["publisher"]),
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        language=row["language"],
    )
    return Annotated(
        document=document,
        sentences=tuple(Sentence(Span(a, b), Span(c, d)) for a, b, c, d in row["sentences"]),
        mentions=tuple(_mention(item) for item in row["entities"] if "whole" not in item),
        coreferents=tuple(_coreferent(item) for item in row["entities"] if "whole" in item),
        links=tuple(Link(*item) for item in row["links"]),
        quantities=tuple(_quantity(item) for item in row["quantities"]),
        events=tuple(_event(item) for item in row["events"]),
        facts=tuple(Fact(**item) for item in row["facts"]),
        claims=tuple(_claim(item) for item in row["claims"]),
    )


def _pair_of(span: Span) -> list[int]:
    return [span.start, span.end]


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else _pair_of(span)


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [_pair_of(span) for span in spans]


def _span(pair: list[int] | None) -> Span | None:
    return None if pair is None else Span(*pair)


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _entity_rows(annotated: Annotated, chains: Mapping[tuple[str, str], str] | None) -> list[Row]:
    document = annotated.document.id
    wholes = {phrase.whole for phrase in annotated.coreferents}
    rows: list[Row] = []
    iris: dict[int, set[str | None]] = {}
    for mention in annotated.mentions:
        chain: int | str | None = None if mention.id in wholes else mention.chain
        if chains is not None:
            chain = chains.get((document, mention.id))
            iris.setdefault(mention.chain, set()).add(chain)
        hidden = {"own_chain": mention.chain} if chain is None and chains is None else {}
        rows.append(_mention_row(mention, chain) | hidden)
    for phrase in annotated.coreferents:
        chain = phrase.chain
        if chains is not None:
            known = iris.get(phrase.chain, set())
            chain = (next(iter(known)) if len(known) == 1 else None) or f"{document}#{phrase.chain}"
        rows.append(_coreferent_row(phrase, chain))
    return rows


def _mention_row(mention: Mention, chain: int | str | None) -> Row:
    return {
        "id": mention.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "kind": mention.kind,
        "type": mention.type,
        "subtype": mention.subtype,
        "name": mention.name,
        "chain": chain,
        "sentence": mention.sentence,
    }


def _coreferent_row(phrase: Coreferent, chain: int | str) -> Row:
    return {
        "id": phrase.id,
        "start": phrase.span.start,
        "end": phrase.span.end,
        "kind": phrase.kind,
        "type": phrase.type,
        "chain": chain,
        "sentence": phrase.sentence,
        "whole": phrase.whole,
    }


def _mention(row: Row) -> Mention:
    rest = {key: value for key, value in row.items() if key not in ("start", "end", "own_chain")}
    rest["chain"] = row.get("own_chain", row["chain"])
    return Mention(span=Span(row["start"], row["end"]), **rest)


def _coreferent(row: Row) -> Coreferent:
    rest = {key: value for key, value in row.items() if key not in ("start", "end")}
    return Coreferent(span=Span(row["start"], row["end"]), **rest)


def _date_row(when: DateExpression | None) -> list[Any] | None:
    if when is None:
        return None
    return [*_pair_of(when.span), when.edtf, when.earliest.isoformat(), when.latest.isoformat()]


def _date(item: list[Any] | None) -> DateExpression | None:
    if item is None:
        return None
    start, end, edtf, earliest, latest = item
    return DateExpression(Span(start, end), edtf, date.fromisoformat(earliest), date.fromisoformat(latest))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _quantity_row(quantity: Quantity) -> Row:
    return {
        "id": quantity.id,
        "span": _pair_of(quantity.span),
        "number": _pair_of(quantity.number),
        "measure": quantity.measure,
        "modifier": quantity.modifier,
        "value": _number(quantity.value),
        "minimum": _number(quantity.minimum),
        "maximum": _number(quantity.maximum),
        "sentence": quantity.sentence,
    }


def _quantity(row: Row) -> Quantity:
    return Quantity(
        **{
            **row,
            "span": Span(*row["span"]),
            "number": Span(*row["number"]),
            "value": _decimal(row["value"]),
            "minimum": _decimal(row["minimum"]),
            "maximum": _decimal(row["maximum"]),
        }
    )


_ROLES = ("agents", "patients", "organizers", "places")


def _event_row(event: Event) -> Row:
    return {
        "id": event.id,
        "span": _pair_of(event.span),
        "type": event.type,
        "name": event.name,
        "label": event.label,
        "status": event.status,
        **{role: list(getattr(event, role)) for role in _ROLES},
        "when": _date_row(event.when),
        "chain": event.chain,
        "sentence": event.sentence,
        "confidence": event.confidence,
    }


def _event(row: Row) -> Event:
    roles = {role: tuple(row[role]) for role in _ROLES}
    return Event(**{**row, **roles, "span": Span(*row["span"]), "when": _date(row["when"])})


def _fact_row(fact: Fact) -> Row:
    return {name: getattr(fact, name) for name in Fact.__slots__}


_CLAIM_SPANS = ("cue", "content", "quoted")
_CLAIM_IDS = ("about", "quantities", "states", "sentences")


def _claim_row(claim: Claim) -> Row:
    row: Row = {name: getattr(claim, name) for name in Claim.__slots__ if name != "speaker_spans"}
    row |= {name: _pairs(getattr(claim, name)) for name in _CLAIM_SPANS}
    row |= {name: list(getattr(claim, name)) for name in _CLAIM_IDS}
    row["speaker"] = _pairs(claim.speaker_spans)
    row["speaker_mention"] = claim.speaker
    row["said"] = _date_row(claim.said)
    return row


def _claim(row: Row) -> Claim:
    values: Row = {key: value for key, value in row.items() if key != "speaker_mention"}
    values |= {name: _spans(row[name]) for name in _CLAIM_SPANS}
    values |= {name: tuple(row[name]) for name in _CLAIM_IDS}
    values["speaker"] = row["speaker_mention"]
    values["speaker_spans"] = _spans(row["speaker"])
    values["said"] = _date(row["said"])
    return Claim(**values)
