"""Random small corpora whose names collide in all the ways that joining has to tell apart."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.model import Annotated
from tests.resolve.corpus import MONTH, Paper, day

PERSONS = [
    "Lena Varga",
    "Varga",
    "Imre Varga",
    "Lena Smith",
    "Smith",
    "John A. Smith",
    "John Smith",
    "Bolvara",
    "🔥",
]
BODIES = [
    "Harbour Union",
    "HU",
    "Hill University",
    "Health Ministry",
    "Smith",
    "Marlow News Agency",
    "Marlow",
]
PLACES = ["Samland", "Norland", "Marlow", "Smith"]
TYPES = {"Person": PERSONS, "Organization": BODIES, "Place": PLACES, "Other": ["Marlow", "HU", "Varga"]}

chains = st.lists(
    st.sampled_from(sorted(TYPES)).flatmap(
        lambda kind: st.tuples(st.just(kind), st.lists(st.sampled_from(TYPES[kind]), min_size=1, max_size=2))
    ),
    max_size=4,
)
events = st.lists(
    st.tuples(
        st.sampled_from(["Protest", "Killing"]),
        st.sampled_from(["", "May Day", "Harbour uprising", "May 2031 uprising"]),
        st.sampled_from([None, MONTH, day(7), day(8), day(1, 5, 2032)]),
    ),
    max_size=2,
)


@st.composite
def papers(draw: st.DrawFn, number: int) -> Annotated:
    """One article: chains of one or two names, events at the first place, a claim by the first chain."""
    found = draw(chains)
    told = draw(events)
    names = [name for _, printed in found for name in printed]
    text = f"({number}) " + ", ".join(names) + " said rain came." + " it" * len(told)
    paper = Paper(f"a{number}", text)
    position = text.index(")")
    for chain, (kind, printed) in enumerate(found):
        for name in printed:
            position = text.index(name, position)
            nth = sum(start < position for start in _starts(text, name))
            paper.say(name, kind, chain=chain, nth=nth, subtype="Country" if name.endswith("land") else "")
            position += len(name)
    places = tuple(m.id for m in paper.mentions if m.type == "Place")[:1]
    persons = tuple(m.id for m in paper.mentions if m.type == "Person")
    for kind, name, when in told:
        paper.happen("it", kind, name=name, when=when, places=places, patients=persons[:1])
    if paper.mentions:
        paper.claim("rain came", paper.mentions[0].id, "said")
    if len(persons) > 1 and places:
        paper.state(persons[0], "spouseOf", persons[1])
    return paper.annotated()


def _starts(text: str, words: str) -> list[int]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + len(words))
    return found


def corpora(largest: int = 5) -> st.SearchStrategy[list[Annotated]]:
    """Lists of articles with distinct ids and texts."""
    return st.integers(1, largest).flatmap(
        lambda size: st.tuples(*(papers(n) for n in range(size))).map(list)
    )
