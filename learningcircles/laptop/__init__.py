"""One laptop: its folder, its keys, the circles on it."""
