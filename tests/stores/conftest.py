"""Stores and libraries that every test shares."""

from __future__ import annotations

from tests.stores.fixtures import jena, ox_server, rdf4j, virtuoso_server

__all__ = ["jena", "ox_server", "rdf4j", "virtuoso_server"]
