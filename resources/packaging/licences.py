"""Whose work goes along in the package, and under which licence: read from what is installed here."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

COPYRIGHTS = Path("/usr/share/doc")
"""Where a Debian package says whose work it is (Debian policy, 12.5)."""
TELLS = ("licen", "copying", "notice", "authors")
RULE = "\n" + "=" * 100 + "\n"


def licences(name: str, extras: set[str]) -> str:
    """Return names, versions and licences of Python and of everything that a distribution needs with some extras."""
    parts = [_python()]
    for held in needed(name, extras):
        about = held.metadata.json
        says = about.get("license_expression") or str(about.get("license", "")).partition("\n")[0] or "see below"
        home = about.get("home_page") or next(iter(about.get("project_url", ())), "")
        files = [Path(str(held.locate_file(file))) for file in held.files or () if _tells(file.name)]
        texts = [file.read_text("utf-8", "replace") for file in files]
        parts.append("\n\n".join((f"{about['name']} {held.version}\nLicence: {says}\n{home}".rstrip(), *texts)))
    return RULE.join(parts)


def of_system(libraries: Iterable[str]) -> str:
    """Return what Debian says of those of its own libraries that go along; "" elsewhere. `libraries`: their names.

    What is in no Debian package came with Python, or with a distribution that is told of.
    """
    if not shutil.which("dpkg-query"):
        return ""
    place = sysconfig.get_config_var("MULTIARCH") or ""
    asked = ["dpkg-query", "--search", *(f"*/{place}/{name}" for name in libraries)]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    texts: dict[str, list[str]] = {}
    for package in sorted(set(re.findall(r"^([^\s:,]+)(?::\w+)?: ", said, re.MULTILINE))):
        file = COPYRIGHTS / package / "copyright"
        if file.is_file():
            texts.setdefault(file.read_text("utf-8", "replace").strip(), []).append(package)
    return "".join(f"{RULE}{', '.join(packages)} (Debian)\n\n{text}\n" for text, packages in texts.items())


def needed(name: str, extras: set[str]) -> list[Distribution]:
    """Return what a distribution with these extras needs on this system, and what that needs; not itself."""
    asked = {(str(canonicalize_name(name)), frozenset(extras))}
    waiting = list(asked)
    while waiting:
        asks, extras_ = waiting.pop()
        for wanted in _asked(asks, extras_):
            key = (str(canonicalize_name(wanted.name)), frozenset(wanted.extras))
            if key not in asked and _held(key[0]) is not None:
                asked.add(key)
                waiting.append(key)
    return [distribution(each) for each in sorted({each for each, _ in asked} - {canonicalize_name(name)})]


def _asked(name: str, extras: Iterable[str]) -> Iterator[Requirement]:
    for line in distribution(name).requires or ():
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield wanted


def _held(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None  # asked for by an extra of somebody else's that is not used here


def _tells(name: str) -> bool:
    return name.lower().startswith(TELLS) and not name.endswith(".py")


def _python() -> str:
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    return "Python\n\n" + (text.read_text("utf-8", "replace") if text.is_file() else "Licence: PSF-2.0")
