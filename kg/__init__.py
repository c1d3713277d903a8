"""newskg: from news articles to a knowledge graph with the sentence behind every statement."""

__version__ = "0.1.0"
