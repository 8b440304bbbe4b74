"""A process killed (SIGKILL) just before one of its writes, renames, removals or calls of git, whichever is wanted."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

STEPS = {"os.rename", "os.remove", "os.mkdir", "os.chmod", "subprocess.Popen"}


def steps_of(work: Callable[[], object]) -> int:
    """Return how many steps a piece of work takes that is not killed."""
    read, write = os.pipe()

    def counted() -> None:
        taken = _watch(0)
        work()
        os.write(write, str(taken()).encode())

    code = _in_child(counted)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read()
    assert code == 0, "the work does not even succeed undisturbed"
    return int(said)


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do a piece of work in a process of its own and kill it before a step; tell whether it came to that."""

    def doomed() -> None:
        _watch(step)
        work()

    return _in_child(doomed) == -signal.SIGKILL


def killed_before(target: Path, work: Callable[[], object]) -> None:
    """Do a piece of work in a process of its own and kill it just before a file is put in its place."""

    def doomed() -> None:
        def hook(event: str, arguments: tuple[object, ...]) -> None:
            if event == "os.rename" and str(arguments[1]) == str(target):
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        work()

    assert _in_child(doomed) == -signal.SIGKILL, f"{target} is never put in place"


def _watch(last: int) -> Callable[[], int]:
    taken = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal taken
        if event in STEPS or (event == "open" and _writes(arguments)):
            taken += 1
            if taken == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return lambda: taken


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _in_child(work: Callable[[], object]) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a fork beside threads: the child does nothing but this work
        child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        except BaseException as error:  # the test process must not go on twice
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
