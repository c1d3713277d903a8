"""What an earlier graph named: its entities, events and merges, so that an IRI once given is kept.

The ledger is the previous ``graph.ttl``; nothing else is stored. It is read once into plain values and then
only looked things up in. IRIs are kept relative to the base, whatever base the graph was written with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.identifiers import KEY_DIGITS, NAMED_EVENT, name_key
from kg.store import load_store
from kg.vocabulary import KG, NAMESPACES, SCHEMA

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["KnownEntity", "KnownEvent", "Ledger", "follow", "read_ledger"]

#: Classes of an entity in the graph -> Entity.type, the most telling first.
_TYPES = (
    (KG + "AnonymousSource", "AnonymousSource"),
    (KG + "Group", "Group"),
    (SCHEMA + "Person", "Person"),
    (SCHEMA + "Organization", "Organization"),
    (SCHEMA + "Place", "Place"),
)
_CLASSES_QUERY = "SELECT ?s ?class WHERE { ?s schema:name ?name ; a ?class }"
_NAMES_QUERY = "SELECT ?s ?name WHERE { ?s schema:name ?name }"
_ALIASES_QUERY = "SELECT ?s ?alias WHERE { ?s schema:name ?name ; schema:alternateName ?alias }"
_ARTICLES_QUERY = """SELECT ?s ?a WHERE {
  { ?s kg:mentionedIn ?a } UNION { ?a schema:mentions ?s } UNION { ?a schema:author ?s }
  UNION { ?a schema:publisher ?s } }"""
_EVENTS_QUERY = "SELECT ?s ?label WHERE { ?s a kg:Event ; rdfs:label ?label }"
_EVENT_CLASSES_QUERY = "SELECT ?s ?class WHERE { ?s a kg:Event ; a ?class FILTER(?class != kg:Event) }"
_REPLACED_QUERY = "SELECT ?s ?o WHERE { ?s kg:replacedBy ?o }"


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity of the earlier graph. articles: keys (hash digits) of the articles that mention it."""

    iri: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event of the earlier graph; for one with a name the label is its name.

    type: local name of its class, "" where that is not known.
    """

    iri: str
    label: str
    type: str = ""

    def may_be(self, kind: str) -> bool:
        """Whether an event of this class can be the one: of the same, or where one says only "event"."""
        return kind == self.type or bool({kind, self.type} & {"", "Event"})

    @property
    def is_named(self) -> bool:
        """Whether its IRI was made of its name, not of a place in a text.

        >>> [KnownEvent(iri, "").is_named for iri in ("event/may-day", "event/arrest-0a_7")]
        [True, False]
        """
        return NAMED_EVENT.fullmatch(self.iri) is not None


def follow(redirects: Mapping[str, str], iri: str) -> str:
    """The IRI that replaced this one in the end, itself where none did; a circle ends where it closes.

    >>> follow({"a": "b", "b": "c"}, "a")
    'c'
    """
    seen = {iri}
    while iri in redirects and redirects[iri] not in seen:
        iri = redirects[iri]
        seen.add(iri)
    return iri


@dataclass(frozen=True)
class Ledger:
    """The earlier graph's names. replaced: old IRI -> the IRI that took its place.

    >>> Ledger(entities=(KnownEntity("entity/mek", "Organization", "MEK"),)).named("Mek")
    ('entity/mek',)
    """

    entities: tuple[KnownEntity, ...] = ()
    events: tuple[KnownEvent, ...] = ()
    replaced: Mapping[str, str] | None = None

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Old IRI -> the IRI that stands for it now, chains followed to their end."""
        given = dict(sorted((self.replaced or {}).items()))
        return {old: follow(given, old) for old in given if follow(given, old) != old}

    @cached_property
    def entity_by_iri(self) -> dict[str, KnownEntity]:
        """The living entities."""
        return {known.iri: known for known in self.entities if known.iri not in self.redirects}

    @cached_property
    def event_by_iri(self) -> dict[str, KnownEvent]:
        """The living events."""
        return {known.iri: known for known in self.events if known.iri not in self.redirects}

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for known in self.entity_by_iri.values():
            for name in (known.name, *known.aliases):
                found.setdefault(name_key(name), set()).add(known.iri)
        return {key: tuple(sorted(iris)) for key, iris in found.items()}

    @cached_property
    def _named_events(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for known in self.event_by_iri.values():
            if known.is_named:
                found.setdefault(name_key(known.label), set()).add(known.iri)
        return {key: tuple(sorted(iris)) for key, iris in found.items()}

    def named(self, name: str) -> tuple[str, ...]:
        """IRIs of the living entities that bear this name or alias, sorted."""
        return self._by_name.get(name_key(name), ())

    def events_named(self, name: str, kind: str = "") -> tuple[str, ...]:
        """IRIs of the living named events with this name that can be of this class, sorted."""
        named = self._named_events.get(name_key(name), ())
        return tuple(iri for iri in named if self.event_by_iri[iri].may_be(kind))

    def is_taken(self, iri: str) -> bool:
        """Whether the IRI ever stood for something."""
        return iri in self.entity_by_iri or iri in self.event_by_iri or iri in self.redirects


def _local(iri: str) -> str:
    """The last two steps of an IRI: ``entity/ali-khamenei``."""
    return "/".join(iri.rsplit("/", 2)[-2:])


def _is_ours(iri: str, *kinds: str) -> bool:
    return _local(iri).partition("/")[0] in kinds


def _by_subject(store: Store, query: str, *kinds: str) -> dict[str, set[str]]:
    """The values that a query of two columns gives, by the subject's local IRI."""
    found: dict[str, set[str]] = {}
    for subject, value in _rows(store, query):
        if _is_ours(subject, *kinds):
            found.setdefault(_local(subject), set()).add(value)
    return found


def _rows(store: Store, query: str) -> Iterator[tuple[str, str]]:
    from pyoxigraph import QuerySolutions

    solutions = store.query(query, prefixes=NAMESPACES)
    assert isinstance(solutions, QuerySolutions)  # noqa: S101 - a SELECT gives nothing else
    for left, right in solutions:
        yield _value(left), _value(right)


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def _type_of(classes: set[str]) -> str:
    return next((name for class_iri, name in _TYPES if class_iri in classes), "Other")


def _entities(store: Store) -> tuple[KnownEntity, ...]:
    classes = _by_subject(store, _CLASSES_QUERY, "entity")
    names = _by_subject(store, _NAMES_QUERY, "entity")
    aliases = _by_subject(store, _ALIASES_QUERY, "entity")
    articles = _by_subject(store, _ARTICLES_QUERY, "entity")
    return tuple(
        KnownEntity(
            iri=iri,
            type=_type_of(classes.get(iri, set())),
            name=min(names[iri]),
            aliases=tuple(sorted((aliases.get(iri, set()) | names[iri]) - {min(names[iri])})),
            articles=frozenset(a.rpartition("-")[2][:KEY_DIGITS] for a in articles.get(iri, ())),
        )
        for iri in sorted(names)
    )


def read_ledger(path: Path) -> Ledger:
    """The ledger that an earlier graph holds.

    Raises:
        GraphError: the file is not there or cannot be read as RDF.
    """
    store = load_store(path)
    events = _by_subject(store, _EVENTS_QUERY, "event")
    classes = _by_subject(store, _EVENT_CLASSES_QUERY, "event")
    replaced = _by_subject(store, _REPLACED_QUERY, "entity", "event")
    return Ledger(
        entities=_entities(store),
        events=tuple(
            KnownEvent(iri, min(labels), min(classes.get(iri, [KG])).removeprefix(KG))
            for iri, labels in sorted(events.items())
        ),
        replaced={old: _local(min(new)) for old, new in sorted(replaced.items())},
    )
