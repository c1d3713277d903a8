"""Labels that the reader gives: names, and what each stands for."""

from __future__ import annotations

__all__ = ["FINE", "NAMES", "UNIONS"]

NAMES = ("CITY", "COUNTRY", "DATE", "EVENT", "LOC", "MISC", "NORP", "ORG", "PERSON", "QUANTITY")
"""What the network tells apart. NORP: nationalities, religious and ethnic groups; MISC: works, laws,
products; LOC: places that are neither country nor city; DATE: times of any kind."""

UNIONS = {"PLACE": ("CITY", "COUNTRY", "LOC"), "OTHER": ("EVENT", "MISC", "NORP")}
"""Coarser labels of corpora, and what they may be. Annotations give PLACE, with the finer class beside it."""

FINE = {"CITY": "City", "COUNTRY": "Country", "LOC": ""}
"""The finer class of a PLACE."""
