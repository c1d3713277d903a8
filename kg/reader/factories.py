"""spaCy factories of the reader's components; spaCy finds them by the package's entry points."""

from __future__ import annotations

from spacy.language import Language

from kg.reader.chains import Chains
from kg.reader.encoder import Encoder
from kg.reader.marks import register
from kg.reader.names import Names
from kg.reader.roles import Roles
from kg.reader.syntax import Syntax
from kg.reader.triggers import Triggers

__all__ = [
    "FACTORIES",
    "make_chains",
    "make_encoder",
    "make_names",
    "make_roles",
    "make_syntax",
    "make_triggers",
]

FACTORIES = (
    "newskg_encoder",
    "newskg_syntax",
    "newskg_names",
    "newskg_roles",
    "newskg_triggers",
    "newskg_chains",
)
"""Names of the factories in the order of the pipeline."""

_PARSE = ["token.pos", "token.tag", "token.morph", "token.lemma", "token.dep", "token.head"]


@Language.factory("newskg_encoder", assigns=["doc._.word_vectors"])
def make_encoder(nlp: Language, name: str) -> Encoder:
    """Make the component that the others read from."""
    register()
    return Encoder(name)


@Language.factory(
    "newskg_syntax", assigns=[*_PARSE, "token.is_sent_start", "doc.sents"], requires=["doc._.word_vectors"]
)
def make_syntax(nlp: Language, name: str) -> Syntax:
    """Make the component that parses."""
    register()
    return Syntax(name)


@Language.factory(
    "newskg_names",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type", "token.ent_id"],
    requires=["doc._.word_vectors"],
)
def make_names(nlp: Language, name: str) -> Names:
    """Make the component that finds names."""
    register()
    return Names(name)


@Language.factory("newskg_roles", assigns=["doc._.roles"], requires=["doc._.word_vectors"])
def make_roles(nlp: Language, name: str) -> Roles:
    """Make the component that finds who says what."""
    register()
    return Roles(name)


@Language.factory("newskg_triggers", assigns=["doc._.triggers"], requires=["doc._.word_vectors"])
def make_triggers(nlp: Language, name: str) -> Triggers:
    """Make the component that finds words for events."""
    register()
    return Triggers(name)


@Language.factory("newskg_chains", assigns=["doc._.chains"], requires=["doc._.word_vectors"])
def make_chains(nlp: Language, name: str) -> Chains:
    """Make the component that finds mentions and links them."""
    register()
    return Chains(name)
