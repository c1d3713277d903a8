from __future__ import annotations

import pytest

from kg.annotate.claims.cues import CUE_NOUNS, HEDGES, cue_of, noun_cue, verb_forms

TYPES = {
    "Say", "Report", "Confirm", "Acknowledge", "Deny", "Accuse", "Warn", "Demand", "Predict", "Emphasize",
    "Believe", "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "lemma", "cue_type"),
    [
        ("said", "say", "Say"),
        ("denies", "deny", "Deny"),
        ("admitted", "admit", "Acknowledge"),
        ("urging", "urge", "Demand"),
        ("told", "tell", "Say"),
        ("warned", "warn", "Warn"),
        ("predicts", "predict", "Predict"),
        ("thought", "think", "Believe"),
        ("stresses", "stress", "Emphasize"),
        ("confirmed", "confirm", "Confirm"),
        ("blamed", "blame", "Accuse"),
        ("reported", "report", "Report"),
    ],
)
def test_forms_of_verbs(form: str, lemma: str, cue_type: str) -> None:
    assert verb_forms()[form] == lemma
    cue = cue_of(lemma)
    assert cue is not None
    assert cue.type == cue_type


def test_every_cue_has_a_type_of_the_vocabulary() -> None:
    cues = [cue_of(lemma) for lemma in verb_forms().values()]
    assert {cue.type for cue in cues if cue is not None} == TYPES
    nouns = [noun_cue(noun) for noun in CUE_NOUNS]
    assert {cue.type for cue in nouns if cue is not None} <= TYPES
    assert set(HEDGES.values()) == {"Possible", "Probable"}


def test_particles_change_the_verb() -> None:
    plain, demanding = cue_of("call"), cue_of("call", "for")
    assert plain is not None
    assert demanding is not None
    assert (plain.type, demanding.type) == ("Say", "Demand")
    assert cue_of("point") is None
    assert cue_of("walk", "out") is None


def test_attitudes_weigh_less_than_sayings() -> None:
    said, thought = cue_of("say"), cue_of("think")
    assert said is not None
    assert thought is not None
    assert said.strength > thought.strength
