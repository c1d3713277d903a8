"""Which mentions of one article speak of the same thing, each join with its reason.

Names first (same name, explained short name, surname, company without its ending), then the speakers that
are no names. Where two candidates fit, nothing is joined: a claim with an unresolved speaker is
better than one put into the wrong mouth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.annotate.mention_tokens import Anchor
from kg.annotate.names.acronyms import fits_initials, is_acronym
from kg.annotate.names.find import Explained
from kg.annotate.names.genders import title_genders
from kg.annotate.names.nationalities import country_name, country_of
from kg.annotate.names.titles import CORPORATE_ENDINGS, ORGANIZATION_NOUNS
from kg.model import Link, Mention

__all__ = ["AMBIGUOUS", "Chains", "join_names"]


AMBIGUOUS = "ambiguous"
"""In place of a gender: the name may stand for several people of the article."""


@dataclass
class Chains:
    """Mentions joined so far (union-find over their positions), with the links that say why."""

    mentions: list[Mention]
    links: list[Link] = field(default_factory=list)
    _parent: dict[int, int] = field(default_factory=dict)

    def root(self, number: int) -> int:
        """The first mention of the chain that holds this one."""
        while (parent := self._parent.get(number, number)) != number:
            self._parent[number] = self._parent.get(parent, parent)
            number = parent
        return number

    def join(self, left: int, right: int, rule: str, reason: str, score: float) -> None:
        """Put two mentions into one chain; where they are in one already, nothing changes."""
        a, b = sorted((self.root(left), self.root(right)))
        if a != b:
            self._parent[b] = a
            self.links.append(Link(self.mentions[left].id, self.mentions[right].id, rule, reason, score))

    def add(self, mention: Mention) -> int:
        """Take in one more mention, with an id of its own, in no chain yet; its position."""
        self.mentions.append(replace(mention, id=f"m{len(self.mentions)}"))
        return len(self.mentions) - 1

    def roots(self) -> list[int]:
        """For each mention the first of its chain."""
        return [self.root(number) for number in range(len(self.mentions))]


@dataclass
class _Person:
    """A full name of the article: position of its first mention, its words, what tells he from she."""

    first: int
    words: list[str]
    gender: str


def join_names(chains: Chains, anchors: Sequence[Anchor], explained: Iterable[Explained]) -> dict[int, str]:
    """Join all names.

    Args:
        chains: over all mentions, nothing joined yet; is filled.
        anchors: the mentions that have tokens, for the titles before them.
        explained: short names that the article explains.

    Returns:
        Gender (``male``, ``female``, :data:`AMBIGUOUS`) of the chains of persons, by the
        position of the chain's first mention.
    """
    genders = title_genders(chains.mentions, anchors)
    first = _same_names(chains, genders)
    _explained_names(chains, first, explained)
    _initials(chains, first)
    _companies(chains, first)
    unclear = _persons(chains, first, genders)
    found = _chain_genders(chains, genders)
    found.update({chains.root(number): AMBIGUOUS for number in unclear})
    return found


def _key(mention: Mention) -> tuple[str, str]:
    if mention.type == "Place" and (country := country_name(mention.name)):
        return "Place", country.casefold()
    if mention.type == "Nationality" and mention.subtype:
        return "Nationality", mention.subtype.casefold()
    plain = " ".join(mention.name.replace("’", "'").casefold().split())
    return mention.type, plain.replace(".", "") if len(plain) < 10 else plain


def _same_names(chains: Chains, genders: dict[str, str]) -> dict[tuple[str, str], int]:
    """Join equal names; the first mention of each."""
    first: dict[tuple[str, str], int] = {}
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in chains.mentions:
        if mention.id in genders:
            told[_key(mention)].add(genders[mention.id])
    for number, mention in enumerate(chains.mentions):
        if mention.kind != "name":
            continue
        key = _key(mention)
        if len(told[key]) > 1:  # "Mr. Moss" and "Mrs. Moss" are two
            key = key[0], f"{key[1]} {genders.get(mention.id, '')}"
        if key not in first:
            first[key] = number
            continue
        other = chains.mentions[first[key]].name
        if other == mention.name:
            reason = f'the same name, "{other}"'
        else:
            reason = f'"{other}" and "{mention.name}" are printings of one name'
        chains.join(first[key], number, "same-name", reason, 0.95)
    return first


def _explained_names(
    chains: Chains, first: dict[tuple[str, str], int], explained: Iterable[Explained]
) -> None:
    by_name: dict[str, int] = {}
    for number in first.values():
        by_name.setdefault(chains.mentions[number].name, number)
    meanings: dict[str, list[Explained]] = defaultdict(list)
    for pair in explained:
        if all(pair.long.casefold() != other.long.casefold() for other in meanings[pair.short]):
            meanings[pair.short].append(pair)
    for short, pairs in meanings.items():
        pair = pairs[0]
        if len(pairs) > 1 or short not in by_name or pair.long not in by_name:
            continue
        long = by_name[pair.long]
        where = "stands in parentheses after" if pair.pattern == "parentheses" else "is explained beside"
        score = 0.98 if pair.fits else 0.85
        chains.join(long, by_name[short], "acronym", f'"{short}" {where} "{pair.long}"', score)


def _initials(chains: Chains, first: dict[tuple[str, str], int]) -> None:
    """Join a short name to the one long name whose initials it is, though the article does not say so."""
    rows = [(number, chains.mentions[number]) for number in first.values()]
    longs = [(n, m) for n, m in rows if m.type in {"Organization", "Event"} and " " in m.name]
    for number, mention in rows:
        if mention.type != "Organization" or not is_acronym(mention.name) or len(mention.name) < 3:
            continue
        if any(chains.root(number) == chains.root(n) for n, _ in longs):
            continue
        roots = {chains.root(n): (n, m) for n, m in longs if fits_initials(m.name, mention.name)}
        if len(roots) == 1:
            other, long = next(iter(roots.values()))
            reason = f'"{mention.name}" is the initials of "{long.name}", the only such name here'
            chains.join(other, number, "initials", reason, 0.8)


def _companies(chains: Chains, first: dict[tuple[str, str], int]) -> None:
    """Join "Acme" to "Acme Corp." and, where nothing else begins so, to "Acme Steel Works"."""
    by_core: dict[str, int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    rows = [number for (kind, _), number in first.items() if kind == "Organization"]
    for number in rows:
        core = _core(chains.mentions[number].name)
        if core in by_core:
            names = f'"{chains.mentions[by_core[core]].name}" and "{chains.mentions[number].name}"'
            chains.join(
                by_core[core], number, "company-ending", f"{names} differ in the company's ending only", 0.9
            )
        else:
            by_core[core] = number
        words = core.split()
        if len(words) > 1:
            by_word[words[0]].append(number)
    for number in rows:
        name = chains.mentions[number].name
        core = _core(name)
        if (
            " " in core
            or len(core) < 4
            or core in ORGANIZATION_NOUNS
            or country_of(name)
            or country_name(name)
        ):
            continue
        roots = {chains.root(n): n for n in by_word.get(core, ())}
        if len(roots) == 1 and not is_acronym(name):
            other = next(iter(roots.values()))
            reason = f'"{name}" begins "{chains.mentions[other].name}" and no other name here'
            chains.join(other, number, "first-word", reason, 0.7)


def _core(name: str) -> str:
    words = [word.strip(",.").casefold() for word in name.replace("’", "'").split()]
    while len(words) > 1 and (words[-1] in CORPORATE_ENDINGS or not words[-1]):
        words.pop()
    return " ".join(words)


def _persons(chains: Chains, first: dict[tuple[str, str], int], genders: dict[str, str]) -> list[int]:
    """Join the persons' shorter names to the only full name that they fit; give those that fit several."""
    unclear: list[int] = []
    known: dict[str, list[_Person]] = defaultdict(list)
    rows = [number for (kind, _), number in first.items() if kind == "Person"]
    rows.sort(key=lambda number: (-len(chains.mentions[number].name.split()), number))
    by_root: dict[int, str] = {}
    for number, mention in enumerate(chains.mentions):
        if mention.id in genders:
            by_root.setdefault(chains.root(number), genders[mention.id])
    for number in rows:
        words = chains.mentions[number].name.replace("’", "'").casefold().split()
        person = _Person(number, words, by_root.get(chains.root(number), ""))
        fitting = {
            chains.root(p.first): p
            for w in {words[0], words[-1]}
            for p in known.get(w, ())
            if _fits(person, p)
        }
        if len(fitting) == 1:
            _join_person(chains, person, next(iter(fitting.values())))
        elif fitting:
            unclear.append(number)
        if len(words) > 1:
            for word in {words[0], words[-1]}:
                known[word].append(person)
    return unclear


def _fits(short: _Person, full: _Person) -> bool:
    if short.gender and full.gender and short.gender != full.gender:
        return False
    few, many = short.words, full.words
    if len(few) > 1 and few[-1] == many[-1] and _same_forename(few[0], many[0]):
        return True
    if len(few) >= len(many):
        return False
    return few == many[-len(few) :] or (few == many[: len(few)] and len(few[0]) > 2)


def _same_forename(one: str, other: str) -> bool:
    a, b = one.rstrip("."), other.rstrip(".")
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _join_person(chains: Chains, short: _Person, full: _Person) -> None:
    name, whole = chains.mentions[short.first].name, chains.mentions[full.first].name
    if short.words[-1] == full.words[-1]:
        part, score = ("surname" if len(short.words) == 1 else "surname and forename", 0.92)
    else:
        part, score = "forename", 0.8
    reason = f'"{name}" is the {part} of "{whole}", the only fitting full name here'
    chains.join(full.first, short.first, "short-name", reason, score)


def _chain_genders(chains: Chains, genders: dict[str, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for number, mention in enumerate(chains.mentions):
        if mention.id in genders:
            found.setdefault(chains.root(number), genders[mention.id])
    return found
