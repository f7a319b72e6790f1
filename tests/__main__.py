"""Every test, in two passes; the exit code is the worse of the two.

    python -m tests.services -- python -m tests [pytest arguments]

Pass 1: SQLite and memory. Pass 2, on PostgreSQL and Redis: tests marked `engine` again, the whole
meeting in the browser among them, and those marked `services`.
"""

import os
import subprocess
import sys
from collections.abc import Sequence

NO_TEST = 5  # pytest's exit code when the arguments select nothing

# A file stays with one worker, which starts its browser once. Files keep their order: sorted by their number of
# tests, the longest walks through the browser would come last, one worker busy and the others idle.
WORKERS = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")
PASSES = (
    # Each worker would migrate a database of its own; the second pass and `make run` do migrate theirs.
    ("Pass 1 of 2: SQLite and memory", "0", (*WORKERS, "--no-migrations", "-m", "not services")),
    ("Pass 2 of 2: PostgreSQL and Redis", "1", (*WORKERS, "-m", "engine or services")),
)


def main(arguments: Sequence[str]) -> int:
    """Run both passes, the second also when the first failed."""
    codes = []
    for title, engine, selection in PASSES:
        print(f"\n{title}\n", flush=True)
        command = [sys.executable, "-m", "pytest", "-q", *selection, *arguments]
        codes.append(subprocess.run(command, env={**os.environ, "ENGINE": engine}).returncode)
    if arguments and NO_TEST in codes and set(codes) <= {0, NO_TEST}:
        return min(codes)  # a selection by hand may lie in one pass only
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
