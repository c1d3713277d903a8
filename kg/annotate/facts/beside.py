"""Relations that the words between two names state: "Z, led by X", "X's wife, Z", "Boston-based Acme"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.facts.pairs import Pairs
from kg.annotate.facts.relation_words import RELATIVES, SPOUSES
from kg.annotate.mention_tokens import Anchor, gap
from kg.annotate.names.nationalities import is_country
from kg.annotate.names.titles import FORMER
from kg.model import Fact

__all__ = ["beside"]

_BASED = frozenset(
    {
        ", based in",
        "(based in",
        ", headquartered in",
        "is based in",
        "is headquartered in",
        ", which is based in",
    }
)
_OF = frozenset({"of", "of the", "from the", ", of", ", of the"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def beside(page: Pairs, anchor: Anchor, following: Anchor | None) -> Iterator[Fact]:
    """Yield what is stated between a name and the names right before and after it.

    Args:
        page: the article's names.
        anchor: a name.
        following: the next name of the article, if any.
    """
    yield from _kin_before(page, anchor)
    yield from _by_agent(page, anchor)
    if following is not None and following.number == anchor.number:
        yield from _side_by_side(page, anchor, following)


def _by_agent(page: Pairs, anchor: Anchor) -> Iterator[Fact]:
    """Read "Y, led by X", "Y, founded by X", "Y, headed by X": the person right after the participle."""
    doc = anchor.doc
    if anchor.mention.type != "Organization":
        return
    i = anchor.end
    if i < len(doc) and doc[i].text in {",", "("}:
        i += 1
    if i + 2 >= len(doc) or doc[i].lower_ not in {"led", "headed", "chaired", "founded", "established"}:
        return
    verb = doc[i]
    if doc[i + 1].lower_ != "by" and not (doc[i + 1].text.isdigit() or doc[i + 2].lower_ == "by"):
        return
    target = next(
        (a for j in range(i + 2, min(i + 8, len(doc))) if (a := page.at(anchor.number, doc[j]))), None
    )
    if target is None or target.mention.type != "Person":
        return
    between = doc[i + 1 : target.start]
    if any(token.pos_ in {"VERB", "PRON", "PUNCT"} or token.text in {"'s", "’s"} for token in between):
        return
    if target.end < len(doc) and doc[target.end].text in {"'s", "’s"}:
        return
    predicate = "founderOf" if verb.lower_ in {"founded", "established"} else "leaderOf"
    yield from page.fact(target, predicate, anchor, f"participle-{verb.lower_}", 0.85)


def _kin_before(page: Pairs, anchor: Anchor) -> Iterator[Fact]:
    """Read "X's wife, Z" and "X and his wife, Z": Z is the anchor."""
    doc = anchor.doc
    if anchor.mention.type != "Person" or anchor.start < 3:
        return
    i = anchor.start - 1
    comma = doc[i].text == ","
    i -= comma
    noun = doc[i].lower_
    predicate = "spouseOf" if noun in SPOUSES else "relativeOf" if noun in RELATIVES else ""
    if not predicate or i < 2:
        return
    i -= 1
    status = ""
    while i > 0 and doc[i].pos_ == "ADJ":
        status = "Former" if doc[i].lower_ in FORMER - {"late"} else status
        i -= 1
    owner = _owner(page, anchor, i)
    if owner is not None and owner.mention.type == "Person":
        yield from page.fact(anchor, predicate, owner, f"kin-{noun}", 0.85, status=status)


def _owner(page: Pairs, anchor: Anchor, i: int) -> Anchor | None:
    """The person whose kin it is: "X's" or "X and his" before the noun."""
    doc = anchor.doc
    if doc[i].text in {"'s", "’s", "'", "’"}:
        return page.at(anchor.number, doc[i - 1])
    if doc[i].lower_ in {"his", "her"} and i >= 2 and doc[i - 1].lower_ in {"and", "with"}:
        return page.at(anchor.number, doc[i - 2])
    return None


def _side_by_side(page: Pairs, left: Anchor, right: Anchor) -> Iterator[Fact]:
    """Read "Vienna, Austria", "Boston-based Acme", "X of Amnesty International", "the Acme unit of Z"."""
    kinds = (left.mention.type, right.mention.type)
    between = gap(left, right.start).strip()
    if kinds == ("Place", "Place") and between == ",":
        yield from _city_and_country(page, left, right)
    elif kinds == ("Place", "Organization") and between in {"-based", "- based", "–based"}:
        yield from page.fact(right, "locatedIn", left, "based-in", 0.85)
    elif kinds == ("Organization", "Place") and between in _BASED:
        yield from page.fact(left, "locatedIn", right, "based-in", 0.85)
    elif kinds == ("Place", "Person") and between in {"-born", "- born", "–born"}:
        yield from page.fact(right, "bornIn", left, "born-adjective", 0.85)
    elif kinds == ("Person", "Organization") and between in _OF and not _owns(right):
        yield from page.fact(left, "affiliatedWith", right, "of-organization", 0.75)


def _city_and_country(page: Pairs, left: Anchor, right: Anchor) -> Iterator[Fact]:
    """A place and the country after it, but no list of places."""
    doc = left.doc
    before = doc[left.start - 1] if left.start else None
    after = doc[right.end : right.end + 2]
    if not is_country(right.mention.name) or is_country(left.mention.name):
        return
    if before is None or before.pos_ != "ADP":
        return
    following = [page.at(left.number, token) for token in after]
    listed = any(other is not None and other.mention.type == "Place" for other in following)
    if not listed and not (len(after) and after[0].lower_ in {"and", "or"}):
        yield from page.fact(left, "locatedIn", right, "city-country", 0.85)


def _owns(anchor: Anchor) -> bool:
    """Whether the name is a possessor ("X of Acme's board")."""
    return anchor.end < len(anchor.doc) and anchor.doc[anchor.end].text in _POSSESSIVES
