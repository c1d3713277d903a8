"""The reader: spaCy components over one small transformer, and the weights that ship.

    newskg_encoder   words -> wordpieces (wordpieces.py) -> windows (windows.py) -> a vector a word
    newskg_syntax    tags, lemmas (lemmas.py), sentence borders, trees (trees.py)
    newskg_names     names (viterbi.py)
    newskg_roles     who says what: cues, then speaker and content given each cue (distances.py)
    newskg_triggers  words that denote events
    newskg_chains    mentions, and which of them are one (pairs.py)

``model/`` is for ``spacy.load``; ``model/MODEL_CARD.md`` says what it has learnt from and how well it reads.
"""
