"""The questions that come with newskg, as the query editor offers them."""

from __future__ import annotations

from typing import Any

from kg.errors import QueryError
from kg.query import named_queries, named_query, resolve_settings
from kg.query.run import bind
from kg.serve.answer import Answer, RefusalError
from kg.serve.context import Context
from kg.vocabulary import NAMESPACES, curie, label, term, terms

__all__ = ["bound_question", "question_choices"]

_NOTE_LENGTH = 200


def question_choices(context: Context) -> dict[str, Any]:
    """What the editor needs: questions, prefixes, and the terms of the vocabulary to complete with."""
    return {
        "base": context.base,
        "rows": context.limits.rows,
        "prefixes": context.prefixes,
        "questions": [
            {
                "name": query.name,
                "question": query.question,
                "audience": query.audience,
                "text": _tidy(bind(_without_head(query.text), {})),
                "parameters": [
                    {
                        "name": parameter.name,
                        "kind": _kind(parameter.type),
                        "example": _example(parameter.example),
                    }
                    for parameter in query.parameters
                ],
            }
            for query in named_queries()
        ],
        "terms": [
            [curie(iri), known.label, known.definition[:_NOTE_LENGTH]]
            for iri, known in terms().items()
            if iri.startswith(tuple(NAMESPACES.values()))
        ],
    }


def bound_question(context: Context, *, name: str, settings: list[str]) -> Answer:
    """A question with values in its slots, as SPARQL.

    Raises:
        RefusalError: 404 if there is no such question, 400 if a value is unknown; it lists the nearest.
    """
    try:
        query = named_query(name)
    except QueryError as error:
        raise RefusalError(404, str(error)) from error
    try:
        text = bind(_without_head(query.text), resolve_settings(context.store, query, settings))
    except QueryError as error:
        raise RefusalError(400, str(error)) from error
    return Answer(200, "application/sparql-query", _tidy(text).encode())


def _without_head(text: str) -> str:
    """The query without the lines for machines; the question itself stays."""
    first, _, rest = text.partition("\n")
    kept = [line for line in rest.splitlines() if not line.startswith(("# for:", "# param"))]
    return "\n".join([first, *kept]) + "\n"


def _tidy(text: str) -> str:
    """The query without the lines that hold nothing but the blanks before a slot that was taken out."""
    return "".join(line for line in text.splitlines(keepends=True) if line.strip() or line == "\n")


def _kind(type_name: str) -> str:
    kinds = {"xsd:date": "day", "xsd:integer": "number", "xsd:decimal": "number", "xsd:string": "text"}
    if type_name == "schema:Thing":
        return "name"
    return kinds.get(type_name) or label(term(type_name)).lower()


def _example(example: str) -> str:
    """The example's value as a person would type it: a name in place of an IRI."""
    return example.rpartition("/")[2].replace("-", " ")
