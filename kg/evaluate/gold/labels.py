"""Labels of public corpora and our types of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

__all__ = ["NOT_NAMES", "TYPE_OF", "scored_types", "unknown_labels"]

_LABELS = {
    "Person": "PER PERSON Person person per politician",
    "Organization": "ORG ORGANIZATION Organization Organisation organization organisation org corporation "
    "politicalparty group",
    "Place": "LOC LOCATION Location Place GPE FAC location country geo city place",
    "Event": "EVENT Event EVE event election eve",
    "Nationality": "NORP Nationality gpe",
    "Other": "PRODUCT WORK_OF_ART LAW LANGUAGE product creative-work art Other",
}
TYPE_OF: Mapping[str, str] = MappingProxyType(
    {label: kind for kind, labels in _LABELS.items() for label in labels.split()}
)
"""Our type of each label.

CoNLL-2003 and UNER: PER, ORG, LOC. OntoNotes: PERSON, ORG, GPE, LOC, FAC, EVENT, NORP, PRODUCT, WORK_OF_ART,
LAW, LANGUAGE. CrossNER politics: politician, politicalparty, country, election and so on. WNUT-17:
corporation, group, creative-work, product. GMB: geo, per, org, eve, art, and gpe, which there (in small
letters) is a nationality.
"""

_NOT_NAMES = "MISC misc OTH DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL TIMEX tim nat PRO FIN"
NOT_NAMES = frozenset(_NOT_NAMES.split())
"""Labels that we know and do not score: dates and amounts are no names, and MISC mixes several types."""


def scored_types(labels: Iterable[str]) -> list[str]:
    """Our types that a corpus with these labels annotates, sorted.

    >>> scored_types(["PER", "LOC", "MISC"])
    ['Person', 'Place']
    """
    return sorted({TYPE_OF[label] for label in labels if label in TYPE_OF})


def unknown_labels(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels that are neither mapped to a type of ours nor known to be none, sorted."""
    return tuple(sorted(set(labels) - TYPE_OF.keys() - NOT_NAMES))
