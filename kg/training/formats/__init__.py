"""Files of corpora in their own formats, as sentences with the layers they have."""
