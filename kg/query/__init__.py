"""Questions to a graph: SPARQL of the user's, or one of the named questions with its parameters.

``kg query`` needs three calls::

    query = named_query("cq04")                      # or read_query(text)
    parameters = resolve_settings(store, query, ["event=november 2019 uprising"])
    result = run_query(store, query.text, parameters=parameters)
"""

from __future__ import annotations

from kg.query.lookup import resolve_settings
from kg.query.named import NamedQuery, Parameter, named_queries, named_query, read_query
from kg.query.run import FORMATS, Result, run_query
from kg.query.table import render_table

__all__ = [
    "FORMATS",
    "NamedQuery",
    "Parameter",
    "Result",
    "named_queries",
    "named_query",
    "read_query",
    "render_table",
    "resolve_settings",
    "run_query",
]
