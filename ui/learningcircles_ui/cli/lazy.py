"""The command line's door to what is slow to load."""

from learningcircles.lazy import lazy as lazy
