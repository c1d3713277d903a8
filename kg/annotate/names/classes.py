"""Bodies by what the article calls them later: "the company", "the rights group", "the news agency"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.annotate.names.heads import head_word
from kg.annotate.names.nationalities import country_name
from kg.annotate.names.titles import CORPORATE_ENDINGS, KIND_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.model import Mention

__all__ = ["class_of", "may_be"]

_COMPANIES = frozenset(
    {"company", "firm", "automaker", "carmaker", "manufacturer", "retailer", "bank", "airline", "airliner",
     "startup", "start-up", "conglomerate", "planemaker", "drugmaker", "chipmaker", "brewer", "insurer",
     "supermarket", "lender", "corporation"}
)  # fmt: skip
_MEDIA = frozenset(
    {"newspaper", "paper", "magazine", "broadcaster", "network", "daily", "weekly", "tabloid", "outlet"}
)
_GROUPS = frozenset(
    {"group", "organization", "organisation", "charity", "watchdog", "nonprofit", "union", "association",
     "federation", "party", "foundation", "institute", "university", "agency", "thinktank"}
)  # fmt: skip
_MODIFIERS = frozenset(
    {"human", "rights", "aid", "relief", "advocacy", "campaign", "news", "rebel", "militant", "extremist",
     "terrorist", "terror", "islamist", "jihadist", "armed", "opposition", "environmental", "car", "auto",
     "tech", "technology", "oil", "energy", "mining", "drug", "pharmaceutical", "insurance", "media",
     "non-profit", "nonprofit", "private", "state", "state-run", "activist", "lobby", "pressure",
     "monitoring", "research", "civil", "liberties", "trade", "labor", "labour", "charity", "un", "u.n.",
     "mother", "parent", "police", "water", "software", "-"}
)  # fmt: skip
"""Words between "the" and the noun that need not be in the name."""

_UNIONS = frozenset(
    {"un", "u.n.", "united nations", "eu", "e.u.", "european union", "nato", "congress", "senate", "house",
     "parliament", "white house", "pentagon", "kremlin", "supreme court", "republican", "democrat"}
)  # fmt: skip
_BUSINESS = CORPORATE_ENDINGS | {"motors", "bank", "airlines", "airways", "industries", "airline"}
_COMPANY_KINDS = KIND_WORDS - _BUSINESS - {"partners", "exchange", "co"}


def class_of(tokens: Sequence[Token], head: Token) -> str:
    """Which kind of body a definite noun phrase means: ``company``, ``media``, ``group`` or "".

    Args:
        tokens: the phrase, beginning with its article.
        head: its noun.
    """
    words = {token.lower_ for token in tokens[1:]} - {head.lower_}
    if words - _MODIFIERS:
        return ""
    noun = head.lower_
    if noun in _MEDIA or (noun == "agency" and "news" in words):
        return "media"
    return "company" if noun in _COMPANIES else "group" if noun in _GROUPS else ""


def may_be(mention: Mention, kind: str, noun: str) -> bool:
    """Whether an organization's name agrees with being called so.

    Args:
        mention: a name.
        kind: from :func:`class_of`.
        noun: the noun that it is called by; of two classes of body the one in the name must be this.
    """
    folded = mention.name.casefold()
    words = folded.split()
    if folded in _UNIONS or country_name(mention.name):
        return False
    media = mention.subtype == "NewsMediaOrganization"
    if kind == "media":
        return media
    head = head_word(words)
    if kind == "company":
        return not media and head not in _COMPANY_KINDS and not set(words) & {"for", "of", "against"}
    other = head in KIND_WORDS and noun not in {"group", "organization", "organisation"} and noun not in words
    public = head in {"ministry", "department", "court", "police", "army", "government", "office"}
    return not media and not other and not public and head not in CORPORATE_ENDINGS - {"group"}
