"""Nouns that relate two people, organizations or places."""

from __future__ import annotations

__all__ = ["RELATIVES", "SPOUSES"]

SPOUSES = frozenset({"wife", "husband", "spouse", "widow", "widower"})

RELATIVES = frozenset(
    {"son", "daughter", "brother", "sister", "mother", "father", "cousin", "uncle", "aunt", "nephew",
     "niece", "grandson", "granddaughter", "grandfather", "grandmother", "stepson", "stepdaughter",
     "stepfather", "stepmother", "half-brother", "half-sister", "brother-in-law", "sister-in-law",
     "son-in-law", "daughter-in-law", "father-in-law", "mother-in-law", "twin"}
)  # fmt: skip
