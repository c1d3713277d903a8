"""Corpora as :class:`kg.training.texts.text.Text`, the one form that the reader is trained on."""
