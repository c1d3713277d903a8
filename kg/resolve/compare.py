"""Comparators: two units -> a score and a sentence that says why, or None where they are not one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Annotated
from kg.resolve.names import content_words, is_lone, normal_form
from kg.resolve.units import Unit
from kg.resolve.wordlists import COMMON_SURNAMES

__all__ = [
    "Context",
    "Score",
    "article_context",
    "same_acronym",
    "same_lone_name",
    "same_name",
    "same_surname",
    "similar_names",
    "telling",
]

#: Share of content words that two long forms of one acronym have in common when they are one name.
SIMILAR_SHARE = 0.5
#: What is spoken of in no more articles, or in no larger share of them, tells articles apart.
RARE_ARTICLES, RARE_SHARE = 4, 0.02
EQUAL, VARIANT, ACRONYM, IN_ARTICLE, SIMILAR = 1.0, 0.97, 0.9, 0.9, 0.85
SHARED_CONTEXT, SHARED_COUNTRY = 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Score:
    """How sure (0 to 1), and why in words."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an article is about, as far as it helps to tell namesakes apart.

    country: normal form of the country named most often, "" where there is no such. features: normal forms of
    persons with full names and of organizations that are not of a kind every country has; what half the
    corpus speaks of tells nothing and is left out (see :func:`telling`).
    """

    country: str = ""
    features: frozenset[str] = frozenset()


def article_context(annotated: Annotated, units: Iterable[Unit]) -> Context:
    """The context that one article gives to the names in it."""
    counted: Counter[str] = Counter()
    for mention in annotated.mentions:
        if mention.type == "Nationality" and mention.subtype:
            counted[normal_form(mention.subtype, "Place")] += 1
        elif mention.type == "Place" and mention.subtype == "Country" and mention.kind == "name":
            counted[normal_form(mention.name, "Place")] += 1
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    clear = ranked[:1] if len(ranked) < 2 or ranked[0][1] > ranked[1][1] else []
    features = {
        form
        for unit in units
        for form in unit.full
        if (unit.type == "Person" and not is_lone(form))
        or (unit.family == "Organization" and not unit.is_generic and (" " in form or form in unit.acronyms))
    }
    return Context(clear[0][0] if clear else "", frozenset(features))


def telling(contexts: Mapping[str, Context]) -> dict[str, Context]:
    """The contexts without the features of many articles."""
    counted = Counter(feature for context in contexts.values() for feature in context.features)
    most = max(RARE_ARTICLES, int(RARE_SHARE * len(contexts)))
    return {
        document: replace(context, features=frozenset(f for f in context.features if counted[f] <= most))
        for document, context in contexts.items()
    }


def same_name(left: Unit, right: Unit, form: str) -> Score:
    """Two units with a normal form in common."""
    ours, theirs = _as_printed(left, form), _as_printed(right, form)
    if ours == theirs:
        return Score(EQUAL, f"both articles print “{_short(ours)}”")
    return Score(
        VARIANT,
        f"“{_short(ours)}” and “{_short(theirs)}” differ only in case, accents, signs, title or suffix",
    )


def same_acronym(left: Unit, right: Unit, acronym: str) -> Score:
    """A unit with the long form and one with the acronym alone."""
    spelled, bare = (right, left) if left.is_bare_acronym else (left, right)
    return Score(
        ACRONYM,
        f"“{acronym.upper()}” is short for “{_short(_as_printed(spelled, spelled.full[0]))}” in article "
        f"{spelled.document}, and no article of the corpus says otherwise; {bare.document} gives it alone",
    )


def similar_names(left: Unit, right: Unit, acronym: str) -> Score | None:
    """Two long forms of one acronym: one name where they share at least half of their telling words."""
    for ours in left.full:
        for theirs in right.full:
            a, b = content_words(ours), content_words(theirs)
            if a and b and len(a & b) >= SIMILAR_SHARE * len(a | b):
                first, second = _short(_as_printed(left, ours)), _short(_as_printed(right, theirs))
                return Score(
                    SIMILAR,
                    f"“{first}” and “{second}” share the acronym {acronym.upper()} and most of their words",
                )
    return None


def same_surname(full: Unit, lone: Unit, *, same_article: bool, contexts: Sequence[Context]) -> Score | None:
    """A full name and a lone surname; contexts: of the full name's articles together, and of the lone's.

    Across articles the two must also have something else in common: a person or organization, or, for a
    surname that is not frequent, the country that is spoken of.
    """
    if {full.gender, lone.gender} == {"f", "m"}:
        return None
    name, surname = _short(_as_printed(full, full.full[0])), _short(lone.names[0])
    if same_article:
        return Score(IN_ARTICLE, f"“{name}” is the only person in article {lone.document} called “{surname}”")
    shared = shared_context(contexts[0], contexts[1], lone.full)
    if shared is None:
        return None
    return Score(
        shared.value, f"“{name}” is the only person in the corpus called “{surname}”, and {shared.reason}"
    )


def same_lone_name(left: Unit, right: Unit, shared: Score) -> Score | None:
    """Two persons known by one name only, in two articles that have something else in common."""
    if {left.gender, right.gender} == {"f", "m"}:
        return None
    return Score(shared.value, f"both articles call a person “{_short(left.names[0])}”, and {shared.reason}")


def shared_context(left: Context, right: Context, forms: Iterable[str]) -> Score | None:
    """What two articles have in common beside a name with these forms."""
    common = sorted(left.features & right.features, key=lambda form: (-len(form), form))
    if common:
        return Score(SHARED_CONTEXT, f"both sides also speak of “{_short(common[0])}”")
    if left.country and left.country == right.country and not set(forms) & COMMON_SURNAMES:
        return Score(SHARED_COUNTRY, f"both sides speak of {left.country.title()} most")
    return None


def _as_printed(unit: Unit, form: str) -> str:
    """The printed name with this normal form, the first name where there is none."""
    return next((name for name in unit.names if normal_form(name, unit.type) == form), unit.names[0])


def _short(name: str, limit: int = 80) -> str:
    return name if len(name) <= limit else name[: limit - 1] + "…"
