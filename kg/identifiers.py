"""Text -> stable names: hashes, slugs and IRIs, all relative to the base IRI (``entity/ali-khamenei``).

What lies in an article is keyed by the article's text and the place in it, so that it does not move when
entities are merged or more is found; what lies in the world is keyed by its name. Every IRI is ASCII
``[a-z0-9_-]`` after the kind, shorter than 200 characters whatever the text. The ``_`` occurs only in keys
made of offsets, so a name can never collide with a place in a text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from kg.model import Claim, Span

__all__ = [
    "NAMED_EVENT",
    "anonymous_iri",
    "article_iri",
    "article_key",
    "claim_iris",
    "code",
    "entity_iri",
    "event_iri",
    "name_key",
    "named_event_iri",
    "quantity_iri",
    "segment_iri",
    "slug",
    "statement_iri",
]

#: Digits of an article's text hash that its parts are keyed by.
KEY_DIGITS = 16
#: Characters of a slug in an entity's or event's IRI, and in an article's.
SLUG_LIMIT, ARTICLE_SLUG_LIMIT = 64, 48
#: Characters of the code beside a slug that lost information, and of one that stands alone.
CODE_LENGTH, LONG_CODE_LENGTH = 6, 13
#: The shape of a named event's IRI; unnamed ones hold an offset, thus a "_".
NAMED_EVENT = re.compile(r"event/[a-z0-9-]+")

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_APOSTROPHES = re.compile("[’'ʼ`´‘＇]")
_UNPRINTED = re.compile(r"[\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def article_key(sha256: str) -> str:
    """The first 16 hex digits of an article's text hash.

    >>> article_key("45378e32aa11bb22cc33")
    '45378e32aa11bb22'
    """
    return sha256[:KEY_DIGITS].lower()


def name_key(name: str) -> str:
    """What decides which slug a name gets: NFC, case folded, no apostrophe, one blank for all else.

    >>> name_key("People’s  Front-Line")
    'peoples front line'
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return _UNPRINTED.sub(" ", _APOSTROPHES.sub("", folded)).strip()


def slug(text: str, limit: int = SLUG_LIMIT) -> str:
    """ASCII words joined by hyphens, at most ``limit`` characters, cut between words where possible.

    >>> slug("Crème brûlée, twice")
    'creme-brulee-twice'
    """
    plain = unicodedata.normalize("NFKD", name_key(text)).encode("ascii", "ignore").decode("ascii")
    whole = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(whole) <= limit:
        return whole
    cut = whole[: limit + 1].rpartition("-")[0] or whole[:limit]
    return cut.strip("-")


def code(text: str, length: int = CODE_LENGTH) -> str:
    """A short name for any text: ``length`` (at most 50) letters and digits of its SHA-256, 5 bits each.

    >>> len(code("anything")), code("anything") == code("anything")
    (6, True)
    """
    number = int.from_bytes(_digest(text), "big")
    return "".join(_ALPHABET[(number >> 5 * place) & 31] for place in range(length))


def _named(name: str, discriminator: str) -> str:
    """A slug, with a code where the slug says less than the name or a discriminator is given."""
    readable, key = slug(name), name_key(name)
    if readable and readable.replace("-", " ") == key and not discriminator:
        return readable
    if not readable:
        return f"x-{code(f'{key or name}|{discriminator}', LONG_CODE_LENGTH)}"
    return f"{readable}-{code(f'{key}|{discriminator}')}"


def entity_iri(name: str, discriminator: str = "") -> str:
    """An entity's IRI from its canonical name; the discriminator tells namesakes apart.

    >>> entity_iri("Ali Khamenei")
    'entity/ali-khamenei'
    """
    return f"entity/{_named(name, discriminator)}"


def anonymous_iri(article: str, start: int, end: int | None = None) -> str:
    """An unnamed source or group, local to the article with this key; ``end`` only to tell two apart.

    >>> anonymous_iri("45378e32aa11bb22", 3491)
    'entity/anon-45378e32aa11bb22_3491'
    """
    tail = "" if end is None else f"_{end}"
    return f"entity/anon-{article}_{start}{tail}"


def article_iri(title: str, sha256: str) -> str:
    """An article's IRI from its headline (or first words) and its text's hash.

    >>> article_iri("A quiet day", "45378e32aa11bb22cc33")
    'article/a-quiet-day-45378e32aa11bb22'
    """
    return f"article/{slug(title, ARTICLE_SLUG_LIMIT) or 'article'}-{article_key(sha256)}"


def segment_iri(article: str, span: Span) -> str:
    """A stretch of the text of the article with this key.

    >>> segment_iri("45378e32aa11bb22", Span(3147, 3275))
    'segment/45378e32aa11bb22_3147_3275'
    """
    return f"segment/{article}_{span.start}_{span.end}"


def quantity_iri(article: str, span: Span) -> str:
    """A quantity by the place where it stands.

    >>> quantity_iri("45378e32aa11bb22", Span(3248, 3274))
    'quantity/45378e32aa11bb22_3248_3274'
    """
    return f"quantity/{article}_{span.start}_{span.end}"


def event_iri(type_name: str, article: str, offset: int) -> str:
    """An unnamed event by its type and the place of its trigger.

    >>> event_iri("Killing", "45378e32aa11bb22", 17)
    'event/killing-45378e32aa11bb22_17'
    """
    kind = slug(_HUMP.sub(" ", type_name)) or "event"
    return f"event/{kind}-{article}_{offset}"


def named_event_iri(name: str, discriminator: str = "") -> str:
    """A named event by its name.

    >>> named_event_iri("November 2019 uprising")
    'event/november-2019-uprising'
    """
    return f"event/{_named(name, discriminator)}"


def statement_iri(subject: str, predicate: str, value: str, *, literal: bool = False) -> str:
    """A statement by its three parts; a literal is hashed in quotation marks, so that it equals no IRI.

    >>> statement_iri("entity/a", "memberOf", "entity/b") == statement_iri("entity/a", "memberOf", "entity/c")
    False
    """
    written = f'"{value}"' if literal else value
    return f"statement/{_digest(f'{subject}|{predicate}|{written}').hex()[:KEY_DIGITS]}"


def claim_iris(article: str, claims: Sequence[Claim]) -> dict[str, str]:
    """IRIs of one article's claims by claim id: offsets of content and cue, only of content for narration.

    Claims that begin at the same places (two speakers of one sentence) are told apart by a number: the first
    in the order of their other offsets has none, the next has ``-2``.

    >>> claim_iris("45378e32aa11bb22", [])
    {}
    """
    found: dict[str, str] = {}
    used: dict[str, int] = {}
    for claim in sorted(claims, key=_claim_order):
        offsets = [spans[0].start for spans in (_sorted(claim.content), _sorted(claim.cue)) if spans]
        stem = "claim/" + "_".join([article, *map(str, offsets)])
        used[stem] = used.get(stem, 0) + 1
        found[claim.id] = stem if used[stem] == 1 else f"{stem}-{used[stem]}"
    return found


def _sorted(spans: tuple[Span, ...]) -> list[Span]:
    return sorted(spans)


def _claim_order(claim: Claim) -> tuple[object, ...]:
    parts = (claim.content, claim.cue, claim.speaker_spans, claim.quoted)
    return (
        *(tuple((span.start, span.end) for span in sorted(spans)) for spans in parts),
        len(claim.id),
        claim.id,
    )
