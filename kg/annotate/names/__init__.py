"""Names of people, organizations and places, and the chains that join them in an article."""
