"""Values of parameters: ``event=november 2019 uprising`` becomes the node that is meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.named import NamedQuery, Parameter
from kg.store import base_of
from kg.vocabulary import FOLDERS, XSD, label, term

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["fold", "resolve_settings"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_SHOWN = 8
_NAMING = ("schema:name", "schema:alternateName", "rdfs:label")


def resolve_settings(
    store: ox.Store, query: NamedQuery, settings: Iterable[str]
) -> dict[str, ox.NamedNode | ox.Literal]:
    """Turn ``name=value`` settings into terms for :func:`kg.query.run.run_query`.

    A node's value is a full IRI, an IRI relative to the graph's base (``event/x``), or a name: its label,
    name or alias, whatever the case and accents.

    Raises:
        QueryError: if a setting is not ``name=value``, the query has no such parameter, or the value is
            unknown or ambiguous; the message lists what is nearest.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    found: dict[str, ox.NamedNode | ox.Literal] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        name, value = name.strip(), value.strip()
        if not equals or not value:
            raise QueryError(f"--set takes NAME=VALUE, not {setting!r}")
        if name not in known:
            has = f"its parameters are {', '.join(known)}" if known else "it has none"
            raise QueryError(f"the query has no parameter {name!r}; {has}")
        if name in found:
            raise QueryError(f"the parameter {name!r} is set twice")
        parameter = known[name]
        found[name] = _literal(parameter, value) if parameter.is_literal else _node(store, parameter, value)
    return found


def fold(name: str) -> str:
    """What decides whether two names are the same here: no case, accents, apostrophes or punctuation.

    >>> fold("People’s  Müller-Group") == fold("peoples muller group")
    True
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"['’ʼ`´]", "", plain.casefold())).split())


def _literal(parameter: Parameter, value: str) -> ox.Literal:
    import pyoxigraph as ox

    kind = parameter.type.removeprefix("xsd:")
    try:
        if kind == "date":
            value = date.fromisoformat(value).isoformat()
        elif kind == "integer":
            value = str(int(value))
        elif kind == "decimal":
            value = f"{_finite(value):f}"
    except (ValueError, InvalidOperation) as error:
        form = "a day such as 2019-11-15" if kind == "date" else "a number"
        raise QueryError(f"{parameter.name} is {form}, not {value!r}") from error
    return ox.Literal(value) if kind == "string" else ox.Literal(value, datatype=ox.NamedNode(XSD + kind))


def _finite(value: str) -> Decimal:
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(value)
    return number


def _node(store: ox.Store, parameter: Parameter, value: str) -> ox.NamedNode:
    iri = _as_iri(store, value)
    names = _names(store, parameter)
    if iri is not None:
        return _existing(store, iri, value, names)
    wanted = fold(value)
    hits = sorted({node for node, called in names if fold(called) == wanted})
    if len(hits) > 1:
        base = base_of(store)
        listed = ", ".join(hit.removeprefix(base) for hit in hits[:_SHOWN])
        raise QueryError(f"{value!r} is the name of {len(hits)} nodes; set one of {listed}")
    if not hits:
        raise QueryError(_unknown(value, parameter, names))
    return _as_named_node(hits[0])


def _as_iri(store: ox.Store, value: str) -> ox.NamedNode | None:
    """The value as an IRI if it looks like one, else None."""
    if _SCHEME.match(value):
        return _as_named_node(value)
    if any(value.startswith(folder) for folder in FOLDERS.values()):
        return _as_named_node(base_of(store) + value)
    prefix, colon, local = value.partition(":")
    if colon and prefix in FOLDERS and local and " " not in local:
        return _as_named_node(base_of(store) + FOLDERS[prefix] + local)
    return None


def _as_named_node(iri: str) -> ox.NamedNode:
    import pyoxigraph as ox

    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{iri!r} is not an IRI: {error}") from error


def _existing(store: ox.Store, iri: ox.NamedNode, value: str, names: list[tuple[str, str]]) -> ox.NamedNode:
    """The node itself, or the one that replaced it."""
    import pyoxigraph as ox

    replaced = ox.NamedNode(term("replacedBy"))
    seen = {iri}
    while successors := list(store.quads_for_pattern(iri, replaced, None, None)):
        successor = successors[0].object
        if not isinstance(successor, ox.NamedNode) or successor in seen:
            break
        seen.add(successor)
        iri = successor
    if next(store.quads_for_pattern(iri, None, None, None), None) is None:
        base = base_of(store)
        near = _nearest(iri.value.removeprefix(base), [node.removeprefix(base) for node, _ in names])
        raise QueryError(f"{value!r} is not in the graph" + near)
    return iri


def _names(store: ox.Store, parameter: Parameter) -> list[tuple[str, str]]:
    """(IRI, name) of all nodes of the parameter's class; of all entities for schema:Thing."""
    import pyoxigraph as ox

    a, kind = ox.NamedNode(term("rdf:type")), ox.NamedNode(term(parameter.type))
    of_class = None
    if parameter.type != "schema:Thing":
        of_class = {quad.subject for quad in store.quads_for_pattern(None, a, kind, None)}
    naming = _NAMING if of_class is not None else _NAMING[:2]
    found = set()
    for predicate in naming:
        for quad in store.quads_for_pattern(None, ox.NamedNode(term(predicate)), None, None):
            counts = of_class is None or quad.subject in of_class
            if counts and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                found.add((quad.subject.value, quad.object.value))
    return sorted(found)


def _unknown(value: str, parameter: Parameter, names: list[tuple[str, str]]) -> str:
    kind = "entity" if parameter.type == "schema:Thing" else label(term(parameter.type)).lower()
    return f"no {kind} is called {value!r}" + _nearest(value, [called for _, called in names])


def _nearest(value: str, known: list[str]) -> str:
    folded: dict[str, str] = {}
    for name in known:
        folded.setdefault(fold(name), name)
    wanted = fold(value)
    close = difflib.get_close_matches(wanted, list(folded), n=_SHOWN, cutoff=0.5)
    close += [name for name in folded if wanted in name and name not in close]
    return f"; nearest: {', '.join(folded[name] for name in close[:_SHOWN])}" if close else ""
