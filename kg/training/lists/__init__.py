"""Lists of forenames, surnames and places, and what they say about a word."""
