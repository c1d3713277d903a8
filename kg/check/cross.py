"""The rules that look at several nodes: SPARQL files in ``ontology/rules``, one rule a file.

A rule is a SELECT whose rows are violations: ``?node``, and where it helps ``?path`` and ``?value``. Its
first line is a comment that says what is wrong. Rules are run over the graph together with the vocabulary,
so that they can ask which properties are facts instead of listing them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.check.finding import Finding
from kg.vocabulary import ontology_dir

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["check_rule", "check_rules", "rules", "with_vocabulary"]


def rules() -> tuple[Path, ...]:
    """The files of all rules, by name."""
    return tuple(sorted((ontology_dir() / "rules").glob("*.rq")))


def with_vocabulary(store: ox.Store) -> ox.Store:
    """A new store with all triples of this one (named graphs joined into one) and the vocabulary's."""
    import pyoxigraph as ox

    whole = ox.Store()
    default = ox.DefaultGraph()
    whole.bulk_extend(ox.Quad(q.subject, q.predicate, q.object, default) for q in store)
    whole.load(path=str(ontology_dir() / "kg.ttl"), format=ox.RdfFormat.TURTLE)
    return whole


def check_rules(store: ox.Store) -> Iterator[Finding]:
    """Run all rules over a graph that holds the vocabulary, too."""
    for path in rules():
        yield from check_rule(store, path)


def check_rule(store: ox.Store, path: Path) -> Iterator[Finding]:
    """Run the rule of one file."""
    import pyoxigraph as ox

    text = path.read_text(encoding="utf-8")
    message = text.splitlines()[0].lstrip("# ")
    solutions = store.query(text)
    if not isinstance(solutions, ox.QuerySolutions):
        raise TypeError(f"{path.name} is not a SELECT")
    named = {variable.value for variable in solutions.variables}
    for solution in solutions:
        row = {name: solution[name] for name in named}
        yield Finding(
            node=_written(row.get("node")),
            path=_written(row.get("path")),
            value=str(row["value"]) if row.get("value") is not None else "",
            message=message,
            severity="violation",
            rule=path.stem,
        )


def _written(term: object) -> str:
    import pyoxigraph as ox

    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode) else str(term)
