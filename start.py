"""Set everything up and start: the one file that a newcomer runs.

    python3 start.py            the desktop on a sample region (a hub and a circle on this machine)
    python3 start.py test       every test; further words go to pytest
    python3 start.py check      format, lint, types, and which room may import which
    python3 start.py bench      the benchmarks; --json FILE, --sizes 1000,10000
    python3 start.py screens    pictures of every page in every look, in contact sheets
    python3 start.py package    the program as a folder that needs no Python, and a Debian package around it
    python3 start.py run …      any other command in the project's environment, such as: run learningcircles --help

It needs Python 3.11 or later and nothing else; it runs on Linux, Windows and macOS.
"""

import contextlib
import ctypes
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import venv
from pathlib import Path

if sys.platform != "win32":
    import fcntl

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "installed"

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
SYSTEMS = ("linux", "win32", "darwin")
TEST_PROGRAMS = {"chromium": "chromium", "ip": "iproute2", "dbus-daemon": "dbus", "Xvfb": "xvfb"}
APT_LOCK = Path("/var/lib/apt/lists/lock")
"""What apt-get locks while it fetches its lists; unlike for its other locks, it never waits for this one itself."""


def main() -> int:
    """Do what the first word says."""
    if sys.version_info < (3, 11):
        print("Learning Circles needs Python 3.11 or later; this is", sys.version.split()[0], file=sys.stderr)
        return 1
    word, rest = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("demo", [])
    if word in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    actions = {each.__name__: each for each in (demo, test, check, bench, screens, package, run)}
    if word not in actions:
        print(f"There is no command {word}. Try: python3 start.py --help", file=sys.stderr)
        return 2
    for step in (make_environment, system_libraries):
        problem = step(word)
        if problem:
            print(problem, file=sys.stderr)
            return 1
    return actions[word](rest)


def make_environment(word: str) -> str:
    """Make .venv and install the project once; again only when pyproject.toml has changed."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted and PYTHON.exists():
        return ""
    print("Setting up (a few minutes the first time) …", flush=True)
    problem = fresh_venv()
    if problem:
        return problem
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", f"{ROOT}[dev]"]
    if subprocess.run(install, cwd=ROOT).returncode:
        return "The parts that Learning Circles needs could not be installed. Is there a network? Run this once more."
    STAMP.write_text(wanted)
    return ""


def fresh_venv() -> str:
    """Make the virtual environment anew; Debian keeps what that needs in a package of its own."""
    try:
        import ensurepip  # only asked whether it is there
    except ImportError:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not apt_install([package]):
            return f"Python's venv module is missing. Run: sudo apt-get install -y {package}"
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=not WINDOWS)  # as python -m venv does
    except (OSError, subprocess.CalledProcessError) as error:
        return f"The folder {VENV} could not be made: {error}"
    return ""


def system_libraries(word: str) -> str:
    """Check for Qt's system libraries; install what is missing where we may, else say how."""
    if not sys.platform.startswith("linux") or word in ("check", "run"):
        return ""
    wanted = dict(QT_LIBRARIES)
    if has_display():
        wanted |= WINDOW_LIBRARIES
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND_LIBRARIES
    missing = [package for library, package in wanted.items() if not loads(library)]
    if word == "test":
        missing += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    if not missing or apt_install(missing):
        return ""
    packages = " ".join(missing)
    return (
        f"Qt needs some system libraries that are missing. On Debian or Ubuntu run: sudo apt-get install -y {packages}"
    )


def loads(library: str) -> bool:
    """Return whether a shared library is there."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where we are root and apt-get exists; False where we may not or it failed."""
    if sys.platform == "win32" or not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    print("Installing", " ".join(packages), "…", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wait_for(APT_LOCK)
    patient = ["apt-get", "-o", "DPkg::Lock::Timeout=600"]  # s: a system that has just started updates itself
    steps = ([*patient, "update"], [*patient, "install", "-y", *packages])
    codes = [subprocess.call(step, env=environment, stdout=subprocess.DEVNULL) for step in steps]
    return codes[-1] == 0


def wait_for(lock: Path) -> None:
    """Return once no other program holds this lock file, or where it cannot be asked."""
    with contextlib.suppress(OSError), lock.open("r+b") as file:
        if sys.platform != "win32":
            fcntl.lockf(file, fcntl.LOCK_EX)  # let go of at once: apt-get takes it itself


def has_display() -> bool:
    """Return whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def inside(*command: str, offscreen: bool = False, folder: Path = ROOT) -> int:
    """Run a command in the project's environment."""
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}
    environment["VIRTUAL_ENV"] = str(VENV)
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
        if WINDOWS:  # there Qt looks for its fonts in a folder that it does not bring along
            environment.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"], "Fonts")))
    program = shutil.which(command[0], path=environment["PATH"]) or command[0]  # Windows looks in the old PATH alone
    with subprocess.Popen([program, *command[1:]], cwd=folder, env=environment) as process:
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())  # it is asked to end, and waited for
        try:
            while True:
                try:
                    return process.wait()
                except KeyboardInterrupt:
                    continue  # Ctrl+C has reached the program too: it ends by itself
        finally:
            signal.signal(signal.SIGTERM, before)


def demo(rest: list[str]) -> int:
    """Open the desktop on the sample region; without a display the same runs offscreen and says what happened."""
    return inside(str(PYTHON), "-m", "learningcircles_ui.cli.main", "demo", *rest)


def test(rest: list[str]) -> int:
    """Run the whole test suite, file by file on two cores; what was named is run as it is.

    The files that take longest stand before tests/ui, whose many short ones fill both cores to the end. What a test
    has made goes with it, but where it failed: the tests' files may lie in memory.
    """
    named = any((ROOT / word.split("::")[0]).exists() for word in rest)
    two = [] if named else ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    kept = ["-o", "tmp_path_retention_policy=failed"]
    return inside(str(PYTHON), "-m", "pytest", *two, *kept, *rest, offscreen=True)


def check(rest: list[str]) -> int:
    """Format, lint, types on every system that this runs on, and the rooms' law; the first that fails ends it."""
    rooms = ["learningcircles", "sync/learningcircles_sync", "ui/learningcircles_ui", "resources", "benchmarks"]
    types = [str(PYTHON), "-m", "mypy", *rooms, "start.py"]
    steps = [
        [str(BIN / "ruff"), "format", "--check", "."],
        [str(BIN / "ruff"), "check", "."],
        *([*types, "--platform", system, "--cache-dir", f".mypy_cache/{system}"] for system in SYSTEMS),
        [str(BIN / "lint-imports")],
    ]
    return next((code for step in steps if (code := inside(*step))), 0)


def bench(rest: list[str]) -> int:
    """Run the benchmarks."""
    return inside(str(PYTHON), "-m", "benchmarks", *rest, offscreen=not has_display())


def screens(rest: list[str]) -> int:
    """Photograph every page."""
    return inside(str(PYTHON), "-m", "learningcircles_ui.screens", *rest, offscreen=True)


def package(rest: list[str]) -> int:
    """Build the program for people without Python."""
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", f"{ROOT}[package]"]
    if subprocess.run(install, cwd=ROOT).returncode:
        print("PyInstaller could not be installed. Is there a network? Run this once more.", file=sys.stderr)
        return 1
    return inside(str(PYTHON), str(ROOT / "resources" / "packaging" / "build.py"), *rest)


def run(rest: list[str]) -> int:
    """Run any command in the project's environment, in the folder where it was asked for."""
    if not rest:
        print("Say what to run, such as: python3 start.py run learningcircles --help", file=sys.stderr)
        return 2
    try:
        return inside(*rest, folder=Path.cwd())
    except FileNotFoundError:
        print(f"There is no program {rest[0]} in the project's environment.", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
