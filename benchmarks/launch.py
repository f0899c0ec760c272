"""Start a program, wait, and tell how long it took and how much memory it needed at most.

    python launch.py OUTPUT INPUT PROGRAM …       prints [seconds, of processor time or 0, peak bytes or 0, exit code]

A process of its own, and a small one: on Linux a program's peak counts what its parent held when it was started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time


def main() -> None:
    """Run the program that the command line names."""
    output, given, *program = sys.argv[1:]
    with open(output, "wb") as out, open(given, "rb") as stdin:
        begin = time.perf_counter()
        process = subprocess.Popen(program, stdin=stdin, stdout=out)
        if sys.platform == "win32":
            code, peak, spent = process.wait(), 0, 0.0
        else:
            _, status, usage = os.wait4(process.pid, 0)
            code = os.waitstatus_to_exitcode(status)
            spent = usage.ru_utime + usage.ru_stime
            peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        seconds = time.perf_counter() - begin
    print(json.dumps([seconds, spent, peak, code]))


if __name__ == "__main__":
    main()
