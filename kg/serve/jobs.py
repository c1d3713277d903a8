"""What a worker can be asked for: each job turns a request into an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.serve.answer import Answer, refused
from kg.serve.ask import bound_question, question_choices
from kg.serve.browse import overview, search_page, table_csv, table_page
from kg.serve.context import Context, open_context
from kg.serve.description import describe_service
from kg.serve.documents import find_document, find_resource
from kg.serve.html import page
from kg.serve.results import SparqlRequest, answer_query

__all__ = ["JOBS", "Context", "Job", "open_context"]

Job = Callable[..., Answer]


def _query(
    context: Context, *, text: str, default_graphs: list[str], named_graphs: list[str], accept: str
) -> Answer:
    request = SparqlRequest(text, tuple(default_graphs), tuple(named_graphs), accept)
    return answer_query(context.store, request, prefixes=context.prefixes, limits=context.limits)


def _map(context: Context, *, top: int) -> Answer:
    from kg.export.page import render_page
    from kg.serve.html import HTML_MEDIA

    made = render_page(context.store, title=context.title, limit=top)
    return Answer(200, HTML_MEDIA, made.html.encode())


def _ask(context: Context) -> Answer:
    return page("ask", title=context.title, here="ask", data=question_choices(context))


def _problem(context: Context, *, status: int, message: str) -> Answer:
    return page("problem", status=status, title=context.title, here="", code=status, message=message)


def _hello(context: Context) -> Answer:
    return refused(200, context.title)


JOBS: Mapping[str, Job] = {
    "ask": _ask,
    "bound_question": bound_question,
    "describe_service": describe_service,
    "document": find_document,
    "hello": _hello,
    "map": _map,
    "overview": overview,
    "problem": _problem,
    "query": _query,
    "resource": find_resource,
    "search": search_page,
    "table": table_page,
    "table_csv": table_csv,
}
