"""Operations, changesets and segments: what a laptop writes down and shares."""
