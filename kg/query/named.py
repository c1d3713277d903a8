"""The questions that come with the ontology, and their parameters.

A query file is plain SPARQL that any store runs. Its first lines say more, as comments::

    # Who gives which death toll for an event, and how exactly?
    # for: journalist
    # param event: kg:Event = event/killing-of-november-2019-protesters

A parameter is a variable with a slot ``VALUES ?event { UNDEF }`` in the query: unbound, so that the query
answers for all events. The value after ``=`` is the one that the worked example uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import QueryError
from kg.vocabulary import ontology_dir

__all__ = ["NamedQuery", "Parameter", "named_queries", "named_query", "read_query"]

_PARAMETER = re.compile(r"^# param (?P<name>[A-Za-z]\w*): (?P<type>\w+:\w+)(?: = (?P<example>.*))?$")
_AUDIENCE = re.compile(r"^# for: (?P<audience>.*)$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that the user may set.

    type: prefixed name of a class (``kg:Event``; ``schema:Thing`` for any entity) or of a datatype
    (``xsd:date``). example: the value with which the worked example shows the query.
    """

    name: str
    type: str
    example: str

    @property
    def is_literal(self) -> bool:
        """Whether its value is a date, number or string and not a node."""
        return self.type.startswith("xsd:")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A SPARQL query with what its first lines say about it; name is "" for a query of the user's."""

    name: str
    question: str
    audience: str
    parameters: tuple[Parameter, ...]
    text: str


def read_query(text: str, name: str = "") -> NamedQuery:
    r"""Read a query and the comment lines before its first clause.

    >>> read_query("# Who?\n# param who: schema:Person = entity/x\nSELECT * {}").parameters[0].name
    'who'
    """
    question, audience, parameters = "", "", []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := _PARAMETER.match(line):
            parameters.append(Parameter(found["name"], found["type"], found["example"] or ""))
        elif found := _AUDIENCE.match(line):
            audience = found["audience"]
        elif not question:
            question = line.lstrip("# ")
    return NamedQuery(name, question, audience, tuple(parameters), text)


def named_queries() -> tuple[NamedQuery, ...]:
    """All questions that come with newskg, by name."""
    return tuple(named_query(path.stem) for path in sorted((ontology_dir() / "queries").glob("*.rq")))


def named_query(name: str) -> NamedQuery:
    """The question of this name, "cq04"; "4" and "CQ4" do too.

    Raises:
        QueryError: if there is none; the message lists the names.
    """
    known = {path.stem: path for path in sorted((ontology_dir() / "queries").glob("*.rq"))}
    number = re.fullmatch(r"(?:cq)?0*(\d+)", name.strip().lower())
    wanted = f"cq{int(number[1]):02d}" if number else name.strip()
    if wanted not in known:
        raise QueryError(f"no question is called {name!r}; there are {', '.join(known)}")
    return read_query(known[wanted].read_text(encoding="utf-8"), wanted)
