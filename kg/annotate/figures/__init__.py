"""Numbers of something, and the event that they are about."""
