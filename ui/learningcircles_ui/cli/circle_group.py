"""`circle` with all of its commands: those on circles, on their laptops and on recovery."""

from __future__ import annotations

from learningcircles_ui.cli import circles, laptops, recovery

for of_circles in (*laptops.COMMANDS, recovery.recovery):
    circles.circle.add_command(of_circles)

COMMANDS = circles.COMMANDS
