"""Hall mode: the screen of a borrowed laptop, for volunteers and for everybody who walks past it."""
