"""Loads a graph into a running triple store, over the SPARQL 1.1 Graph Store Protocol or SPARQL Update."""

from __future__ import annotations

from kg.push.connection import Credentials, PushError
from kg.push.sending import Options, Report, push

__all__ = ["Credentials", "Options", "PushError", "Report", "push"]
