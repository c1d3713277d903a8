"""One article's named things: its in-document chains that hold a name, and its authors and publisher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.identifiers import article_key
from kg.model import Annotated, Mention, Span
from kg.resolve.names import (
    acronyms_in,
    agree,
    content_words,
    is_generic,
    is_lone,
    normal,
    normal_form,
    printed,
)
from kg.resolve.wordlists import BYLINE_BODIES, GENERIC_AUTHORS, TITLES, words

__all__ = ["Unit", "article_units", "byline_unit", "chains_of"]

#: Types of mentions that can be entities, the one that wins a tie first.
ENTITY_TYPES = ("Person", "Organization", "Place", "Group", "Other")
_RANKS = {name: rank for rank, name in enumerate(ENTITY_TYPES)}
_SHE = words("she her hers herself mrs ms miss")
_HE = words("he him his himself mr")
#: Characters before a name in which its title is looked for.
_TITLE_REACH = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """A named chain of one article: what is joined across articles.

    names: as printed, one for each mention by name. full: normal forms that name it fully (never empty).
    acronyms: in normal form. start, end: the first mention. role: "author", "publisher" or "".
    """

    document: str
    article: str
    mentions: tuple[Mention, ...]
    names: tuple[str, ...]
    type: str
    subtype: str
    full: tuple[str, ...]
    acronyms: frozenset[str]
    gender: str
    start: int
    end: int
    role: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Where it comes among all units, whatever order the articles were given in."""
        return (self.document, self.start, self.end, self.role, self.type)

    @property
    def family(self) -> str:
        """The type as far as joining goes: a named group is an organization."""
        return "Organization" if self.type == "Group" else self.type

    @property
    def is_lone(self) -> bool:
        """Whether it is a person of whom the article gives one name only."""
        return self.type == "Person" and all(is_lone(form) for form in self.full)

    @property
    def lone_forms(self) -> frozenset[str]:
        """The lone names among a person's names."""
        forms = {normal_form(name, self.type) for name in self.names} if self.type == "Person" else set()
        return frozenset(form for form in forms if is_lone(form))

    @property
    def is_bare_acronym(self) -> bool:
        """Whether nothing but an acronym names it."""
        return self.family == "Organization" and set(self.full) <= self.acronyms

    @property
    def is_generic(self) -> bool:
        """Whether its name fits a body in every country."""
        return self.family == "Organization" and all(is_generic(form) for form in self.full)


def chains_of(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each chain, in text order; a negative number makes a chain of one."""
    chains: dict[object, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end, len(m.id), m.id)):
        chains.setdefault(mention.chain if mention.chain >= 0 else mention.id, []).append(mention)
    return (tuple(chain) for chain in chains.values())


def article_units(annotated: Annotated) -> list[Unit]:
    """The named chains of one article, in text order, its bylines last where no mention stands for them."""
    units = [unit for chain in chains_of(annotated.mentions) for unit in _units_of(annotated, chain)]
    return [*units, *_countries(annotated, units), *_byline_units(annotated, units)]


def _units_of(annotated: Annotated, chain: tuple[Mention, ...]) -> list[Unit]:
    named = [m for m in chain if m.kind == "name" and m.type in ENTITY_TYPES and printed(m.name)]
    if all(m.type == "Group" or normal(m.name) in TITLES for m in named):
        return []
    type_name = _most(m.type for m in named)
    if type_name != "Person":
        return [_unit(annotated, chain, named, type_name)]
    parts = _persons_apart(named)
    if len(parts) == 1:
        return [_unit(annotated, chain, named, type_name)]
    return [_unit(annotated, tuple(part), part, type_name) for part in parts]


def _countries(annotated: Annotated, units: list[Unit]) -> Iterator[Unit]:
    """The countries that a nationality fact needs: an adjective by itself names nothing."""
    taken = {mention.id for unit in units for mention in unit.mentions}
    needed = {fact.object for fact in annotated.facts if fact.predicate == "nationality"} - taken
    countries: dict[str, list[Mention]] = {}
    for mention in annotated.mentions:
        if mention.id in needed and mention.type == "Nationality" and printed(mention.subtype):
            countries.setdefault(printed(mention.subtype), []).append(mention)
    for name, chain in sorted(countries.items()):
        yield _make(annotated, tuple(chain), (name,), "Place", "Country", chain[0].span, "")


def _persons_apart(named: list[Mention]) -> list[list[Mention]]:
    """The mentions by person: one part, or where two full names cannot be one person a part for each name.

    A chain of two different persons is an error of reading; its pronouns and lone surnames then tell nothing.
    """
    full = sorted({form for m in named if not is_lone(form := normal_form(m.name, "Person"))})
    if all(agree(left, right) for left in full for right in full):
        return [named]
    parts: dict[str, list[Mention]] = {}
    for mention in named:
        parts.setdefault(normal_form(mention.name, "Person"), []).append(mention)
    return list(parts.values())


def _unit(annotated: Annotated, chain: tuple[Mention, ...], named: list[Mention], type_name: str) -> Unit:
    names = tuple(printed(m.name) for m in named)
    subtype = _most(m.subtype for m in named if m.type == type_name and m.subtype)
    return _make(annotated, chain, names, type_name, subtype, chain[0].span, "")


def _make(
    annotated: Annotated,
    chain: tuple[Mention, ...],
    names: tuple[str, ...],
    type_name: str,
    subtype: str,
    span: Span,
    role: str,
) -> Unit:
    acronyms = (
        frozenset(a for name in names for a in acronyms_in(name)) if type_name != "Person" else frozenset()
    )
    return Unit(
        document=annotated.document.id,
        article=article_key(annotated.document.sha256),
        mentions=chain,
        names=names,
        type=type_name,
        subtype=subtype,
        full=_full_forms(names, type_name, acronyms),
        acronyms=acronyms,
        gender=_gender(annotated.document.text, chain) if type_name == "Person" else "",
        start=span.start,
        end=span.end,
        role=role,
    )


def _full_forms(names: Iterable[str], type_name: str, acronyms: frozenset[str]) -> tuple[str, ...]:
    """The forms that name the thing fully.

    Of a person those of more than one name; else those that are no acronym and no part of another, unless
    only words for kinds of bodies are left out ("Reuters" of "Reuters News Agency").
    """
    forms = sorted({normal_form(name, type_name) for name in names})
    if type_name == "Person":
        return tuple([form for form in forms if not is_lone(form)] or forms)
    spelled = {
        form for name in names if not acronyms_in(name) for form in (normal_form(name, type_name),)
    } - acronyms
    whole = [form for form in sorted(spelled) if not any(_shortens(form, other) for other in spelled)]
    return tuple(whole or forms)


def _shortens(form: str, other: str) -> bool:
    ours, theirs = form.split(" "), other.split(" ")
    if form == other or not set(ours) < set(theirs):
        return False
    return is_generic(form) or bool(content_words(other) - content_words(form))


def _most(values: Iterable[str]) -> str:
    """The most frequent value; of equals an earlier entity type, then the alphabet; "" of none."""
    counted = Counter(values)
    if len(counted) == 1:
        return next(iter(counted))
    return min(counted, key=lambda v: (-counted[v], _RANKS.get(v, len(_RANKS)), v), default="")


def _gender(text: str, chain: tuple[Mention, ...]) -> str:
    """The letter "f" or "m" where the pronouns and titles of the chain say so with one voice."""
    told: set[str] = set()
    for mention in chain:
        if mention.kind == "pronoun":
            told.add(mention.span.of(text).casefold())
        elif mention.kind == "name":
            before = text[max(0, mention.span.start - _TITLE_REACH) : mention.span.start].split()
            within = mention.span.of(text).split()
            told.update(word.casefold().strip(".,") for word in (*before[-1:], *within[:1]))
    she, he = bool(told & _SHE), bool(told & _HE)
    return "f" if she and not he else "m" if he and not she else ""


def byline_unit(units: Sequence[Unit], span: Span, role: str) -> Unit | None:
    """The unit that stands for the author or publisher printed at this span, if the byline names anybody."""
    types = ("Person", "Organization") if role == "author" else ("Organization",)
    for unit in units:
        if unit.role == role and (unit.start, unit.end) == (span.start, span.end):
            return unit
        if unit.type in types and any(m.kind == "name" and m.span.overlaps(span) for m in unit.mentions):
            return unit
    return None


def _byline_units(annotated: Annotated, units: list[Unit]) -> Iterator[Unit]:
    """Units for the bylines that no mention stands for."""
    document = annotated.document
    for span in document.authors:
        name = printed(span.of(document.text))
        if name and normal(name) not in GENERIC_AUTHORS and byline_unit(units, span, "author") is None:
            yield _byline(annotated, name, span, "author")
    if document.publisher is not None and byline_unit(units, document.publisher, "publisher") is None:
        name = printed(document.publisher.of(document.text))
        if name:
            yield _byline(annotated, name, document.publisher, "publisher")


def _byline(annotated: Annotated, name: str, span: Span, role: str) -> Unit:
    is_body = role == "publisher" or acronyms_in(name) or set(normal(name).split(" ")) & BYLINE_BODIES
    type_name = "Organization" if is_body else "Person"
    subtype = "NewsMediaOrganization" if role == "publisher" else ""
    return _make(annotated, (), (name,), type_name, subtype, span, role)
