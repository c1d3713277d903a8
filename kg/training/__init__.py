"""Training of the pipelines that newskg ships: corpora, conversion, configuration, measuring.

Nothing here runs when articles are read. The modules need the ``train`` extra of the package.
"""
