"""The regional hub's server."""
