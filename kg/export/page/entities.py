"""Finds the nodes of the page: who and what the graph speaks of."""

from __future__ import annotations

from kg.export.page.labels import term_label
from kg.export.page.passages import Passages
from kg.export.page.reader import GraphReader
from kg.export.page.scene import Node
from kg.export.page.terms import ENTITY_KINDS, FINER_CLASSES
from kg.export.page.when import When, read_when
from kg.vocabulary import KG, RDF, RDFS, SCHEMA, SEM

__all__ = ["find_entities", "read_node", "short_keys"]


def find_entities(reader: GraphReader) -> list[str]:
    """IRIs of everything that becomes a node, sorted. What was merged into another keeps no node."""
    found = {iri for class_iri in ENTITY_KINDS for iri in reader.instances(class_iri)}
    return sorted(iri for iri in found if not reader.iris(iri, f"{KG}replacedBy"))


def short_keys(iris: list[str]) -> dict[str, str]:
    """IRI -> the part of it that names the node in a link to the page: without what all IRIs share.

    >>> short_keys(["https://kg.example/entity/ann-lee", "https://kg.example/event/fire"])
    {'https://kg.example/entity/ann-lee': 'entity/ann-lee', 'https://kg.example/event/fire': 'event/fire'}
    """
    folders = [iri.rsplit("/", 1)[0].rsplit("/", 1)[0] + "/" for iri in iris]
    # What the first and the last in order share, all of them share.
    first, last = min(folders, default=""), max(folders, default="")
    length = next(
        (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first)
    )
    shared = first[: first[:length].rfind("/") + 1]
    return {iri: iri.removeprefix(shared) for iri in iris}


def read_node(reader: GraphReader, passages: Passages, iri: str, *, key: str) -> Node:
    """Reads a node with its names, type, date and the articles that mention it."""
    kind = kind_of(reader, iri)
    label = event_name(reader, iri) if kind == "Event" else reader.name(iri)
    where = reader.subjects(f"{SCHEMA}mentions", iri) + reader.iris(iri, f"{KG}mentionedIn")
    articles = sorted({passages.article(article) for article in where} - {-1})
    mentions = reader.number(iri, f"{KG}mentionCount")
    return Node(
        iri=iri,
        key=key,
        label=label,
        kind=kind,
        subtype=subtype_of(reader, iri, kind=kind),
        aliases=tuple(name for name in reader.texts(iri, f"{SCHEMA}alternateName") if name != label),
        mentions=len(articles) if mentions is None else int(mentions),
        articles=tuple(articles),
        date=when_of(reader, iri),
        when=days_of(reader, iri),
        status=_status(reader, iri),
        sentences=passages.cited(iri),
    )


def kind_of(reader: GraphReader, iri: str) -> str:
    """The kind of node, by the first of its classes that the page knows; ``Other`` without one."""
    classes = set(reader.iris(iri, f"{RDF}type"))
    return next((kind for class_iri, kind in ENTITY_KINDS.items() if class_iri in classes), "Other")


def subtype_of(reader: GraphReader, iri: str, *, kind: str) -> str:
    """Words for a finer class: "country", "killing"; "" without one."""
    classes = reader.iris(iri, f"{RDF}type")
    finer = [FINER_CLASSES[class_iri] for class_iri in classes if class_iri in FINER_CLASSES]
    if kind == "Event":
        finer = [term_label(name) for name in classes if name.startswith(KG) and name != f"{KG}Event"]
    return ", ".join(finer)


def event_name(reader: GraphReader, iri: str) -> str:
    """An event's label, else its name, else the end of its IRI."""
    return reader.text(iri, f"{RDFS}label") or reader.name(iri)


def when_of(reader: GraphReader, iri: str) -> str:
    """An event's date as printed in EDTF, else its two bounds, else ""."""
    bounds = [
        reader.text(iri, f"{SEM}hasEarliestBeginTimeStamp"),
        reader.text(iri, f"{SEM}hasLatestEndTimeStamp"),
    ]
    return reader.text(iri, f"{KG}edtf") or "/".join(dict.fromkeys(bound for bound in bounds if bound))


def days_of(reader: GraphReader, iri: str) -> When | None:
    """The same as days on an axis; None where that cannot be read."""
    return read_when(
        reader.text(iri, f"{KG}edtf"),
        reader.text(iri, f"{SEM}hasEarliestBeginTimeStamp"),
        reader.text(iri, f"{SEM}hasLatestEndTimeStamp"),
    )


def _status(reader: GraphReader, iri: str) -> str:
    status = reader.iri(iri, f"{KG}eventStatus")
    return term_label(status) if status else ""
