"""Learning: topics, and who has learned what."""
