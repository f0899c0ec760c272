"""`learningcircles-hub` as it is installed: where the server's parts are missing, it says so in one sentence."""

from __future__ import annotations

import sys

from learningcircles.lazy import lazy

OURS = "learningcircles"


def main(arguments: list[str] | None = None) -> None:
    """Run the hub's command line, or exit with 1 where the `hub` extra was not installed."""
    try:
        program = lazy("learningcircles_sync.hub.main")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith(OURS):
            raise
        print(
            f"The hub's own parts are not installed here ({error.name} is missing):"
            " install learning-circles[hub], not learning-circles alone.",
            file=sys.stderr,
        )
        sys.exit(1)
    program.main(arguments)


if __name__ == "__main__":
    main()
