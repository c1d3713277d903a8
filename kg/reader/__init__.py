"""The pipeline that ships with newskg: ``model/`` is for ``spacy.load``; see MODEL_CARD.md."""
