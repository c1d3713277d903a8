"""Sources and groups without a name: entities of one article only, made where a claim needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.identifiers import anonymous_iri, article_key
from kg.model import Annotated, Claim, Entity, Mention, Span
from kg.resolve.names import normal, printed
from kg.resolve.units import chains_of
from kg.resolve.wordlists import COLLECTIVE_WORDS, words

__all__ = ["UNNAMED_SPEAKER", "local_entities", "unnamed_author"]

UNNAMED_SPEAKER = "unnamed speaker"
#: Words before a speaker's noun phrase that belong to the reporting, not to the name.
REPORTING_WORDS = words(
    "according to by per citing as from for in quoting told now recently then also of on meanwhile"
)
#: A longer phrase is an error of reading; the mention alone is then the name.
LONGEST_PHRASE = 120
#: In these the reader took in more than a noun phrase; the mention alone is then the name.
_OVERREACH = re.compile(
    r"[,;:()\[\]“”\"—–]|\s-\s|\b(?:say|says|said|saying|told|tells|is|are|was|were|has|have|had|does|did|sent|who|which|"
    r"that|though|while|when|where|because|without|noting|having)\b",
    re.IGNORECASE,
)
#: A quotation or parenthesis that opens within a phrase is no part of its name.
_OPENED = re.compile(r"\s[“\"(]")
#: Where a noun phrase's head ends.
_HEAD_END = re.compile(
    r"\s(?:of|from|in|at|on|for|with|within|inside|who|which|that|near|to|by|close)\s|[,(;:]"
)
_NOT_PLURAL = ("ss", "us", "is")


def unnamed_author(annotated: Annotated) -> Entity:
    """The source behind an article that names neither author nor publisher."""
    document = annotated.document
    title = printed(document.headline.of(document.text)) if document.headline else document.id
    return Entity(
        iri=anonymous_iri(article_key(document.sha256), 0),
        type="AnonymousSource",
        subtype="",
        name=f"unnamed author of {title}",
        aliases=(),
        mentions=(),
        article=document.id,
    )


def local_entities(annotated: Annotated, named: Mapping[tuple[str, str], str]) -> Iterator[Entity]:
    """Entities for the chains that speak or are cited, of mentions that ``named`` does not hold."""
    document = annotated.document
    needed = {mention for claim in annotated.claims for mention in (claim.speaker, claim.cites) if mention}
    used = {anonymous_iri(article_key(document.sha256), 0)}
    for chain in chains_of(annotated.mentions):
        if {m.id for m in chain}.isdisjoint(needed) or any((document.id, m.id) in named for m in chain):
            continue
        entity = _local(annotated, chain, used)
        used.add(entity.iri)
        yield entity


def _local(annotated: Annotated, chain: tuple[Mention, ...], used: set[str]) -> Entity:
    document = annotated.document
    told = [m for m in chain if m.kind != "pronoun"]
    head = told[0] if told else chain[0]
    key = article_key(document.sha256)
    iri = anonymous_iri(key, head.span.start)
    if iri in used:
        iri = anonymous_iri(key, head.span.start, head.span.end)
    name = _phrase(annotated, head) if told else UNNAMED_SPEAKER
    return Entity(
        iri=iri,
        type=_type(head, name) if told else "AnonymousSource",
        subtype="",
        name=name,
        aliases=(),
        mentions=tuple(sorted((document.id, m.id) for m in chain)),
        article=document.id,
    )


def _phrase(annotated: Annotated, head: Mention) -> str:
    """The whole noun phrase where a claim gives it, else the mention as printed."""
    text = annotated.document.text
    spans = sorted(
        span for claim in annotated.claims for span in _speaker_spans(claim, head) if span.covers(head.span)
    )
    spans = [span for span in spans if not _OVERREACH.search(span.of(text))]
    for span in (*spans, head.span):
        name = _OPENED.split(printed(span.of(text)))[0].split(" ")
        while len(name) > 1 and name[0].casefold() in REPORTING_WORDS:
            name = name[1:]
        if len(" ".join(name)) <= LONGEST_PHRASE:
            return " ".join(name)
    return UNNAMED_SPEAKER


def _speaker_spans(claim: Claim, head: Mention) -> tuple[Span, ...]:
    return claim.speaker_spans if claim.speaker == head.id else ()


def _type(head: Mention, phrase: str) -> str:
    """One unnamed source, or a group: by the reader's word, else by the noun."""
    if head.subtype == "AnonymousSource":
        return "AnonymousSource"
    if head.type != "Person":
        return "AnonymousSource" if head.type in ("Other", "Event") else "Group"
    nouns = normal(_HEAD_END.split(f"{phrase} ", maxsplit=1)[0]).split(" ")
    plural = nouns[-1].endswith("s") and not nouns[-1].endswith(_NOT_PLURAL)
    return "Group" if plural or nouns[-1] in COLLECTIVE_WORDS else "AnonymousSource"
