"""Names as readers mark them: one person in two pieces, and names that end like possessives."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from kg.annotate.names.joining import marked_names
from kg.annotate.names.pages import NamePage
from kg.annotate.names.possessives import keep_possessives


def marked(text: str) -> Doc:
    """A document with a name in every pair of brackets: "[Scott/PERSON] [Neal/PERSON]"."""
    words, ents = [], []
    for piece in text.replace("[", " [").split():
        opened = piece.startswith("[")
        word, _, label = piece.strip("[").partition("/")
        if opened:
            first = len(words)
        words.append(word)
        if label:
            ents.append((first, len(words), label.strip("]")))
    doc = Doc(English().vocab, words)
    doc.ents = [Span(doc, *ent) for ent in ents]
    return doc


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[Scott/PERSON] [Neal/PERSON] called .", ["Scott Neal"]),
        ("[Jeffrey/PERSON] [T Hodge/PERSON]", ["Jeffrey T Hodge"]),
        ("[R. E./PERSON] [Glenn/PERSON]", ["R. E. Glenn"]),
        ("[Brisk/PERSON] [Varga/PERSON]", ["Brisk Varga"]),
        ("[President/PERSON] [Moss/PERSON] left .", ["President", "Moss"]),
        ("[Karen Moss/PERSON] [David Reed/PERSON]", ["Karen Moss", "David Reed"]),
        ("[Comptroller/PERSON] [Karen Moss/PERSON] left .", ["Comptroller", "Karen Moss"]),
        ("[Scott/PERSON] , [Neal/PERSON] and others .", ["Scott", "Neal"]),
        ("[Scott/PERSON] [Texas/PLACE]", ["Scott", "Texas"]),
        ('" [Varga/ORG] , [Petra/PERSON] " wrote', ["Varga , Petra"]),
        ('" [Varga/PERSON] , [Petra J./PERSON] " wrote', ["Varga , Petra J."]),
        ('" [Varga/PERSON] , [Petra/PERSON] and', ["Varga", "Petra"]),
        ('" [Varga/ORG] , [Lisbon/PLACE] "', ["Varga", "Lisbon"]),
        ('" [Ana Varga/PERSON] , [Petra/PERSON] "', ["Ana Varga", "Petra"]),
        ("[Neal/PERSON] [Neal/PERSON]", ["Neal", "Neal"]),
        ("[Scott/PERSON] [Monday/DATE] [Neal/PERSON]", ["Scott", "Neal"]),
    ],
)
def test_the_pieces_of_one_name_are_put_together(text: str, names: list[str]) -> None:
    doc = marked(text)
    assert [doc[start:end].text for start, end, _ in marked_names(doc)] == names


def owned(before: str, name: str, after: str, *, owner: bool, kind: str = "Organization") -> str:
    """What becomes of a name before "'s": it hangs on what follows as its owner, or on the verb."""
    left, right = before.split(), after.split()
    words = [*left, name, "'s", *right]
    at = len(left)
    verb = at + 2 if right else 0
    pos = ["ADP"] * at + ["PROPN", "PART"] + ["NOUN" if owner else "VERB"] * len(right)
    heads = [at] * at + [verb, at] + [verb] * len(right)
    deps = ["case"] * at + ["nmod:poss" if owner else "nsubj", "case"] + ["dep"] * len(right)
    tags = ["IN"] * at + ["NNP", "POS"] + ["NN"] * len(right)
    doc = Doc(English().vocab, words, pos=pos, tags=tags, heads=heads, deps=deps)
    page = NamePage(doc, is_body=True)
    page.add((at, at + 1, kind))
    keep_possessives([page])
    ((start, end, _),) = page
    return " ".join(doc[i].text for i in range(start, end))


@pytest.mark.parametrize(
    ("before", "name", "after", "owner", "kind", "kept"),
    [
        ("", "Velder", "said", False, "Organization", "Velder 's"),
        ("at", "Velder", "rose", False, "Place", "Velder 's"),
        ("", "Velder", "shares", True, "Organization", "Velder"),
        ("of", "Velder", "ended", False, "Organization", "Velder"),
        ("", "Moss", "left", False, "Person", "Moss"),
        ("", "Iran", "said", False, "Place", "Iran"),
    ],
)
def test_the_ending_is_part_of_a_name_that_owns_nothing(
    before: str, name: str, after: str, owner: bool, kind: str, kept: str
) -> None:
    assert owned(before, name, after, owner=owner, kind=kind) == kept
