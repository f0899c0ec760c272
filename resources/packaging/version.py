"""The version, from the one place where it stands; read and not imported: resources import no room."""

import re
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[2] / "learningcircles" / "__init__.py"
(VERSION,) = re.findall(r'^__version__ = "([^"]+)"', _SOURCE.read_text("utf-8"), re.MULTILINE)
