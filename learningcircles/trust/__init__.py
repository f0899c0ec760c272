"""The roster: who may write, who may read, and what therefore counts."""
