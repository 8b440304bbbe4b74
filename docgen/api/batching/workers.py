"""Several processes that share the cells of a batch; they end with the process that started them, however it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from docgen.api.batching.work import Task, workshop
from docgen.errors import NotPossible
from docgen.messages import language, say, use

Given = TypeVar("Given")
Made = TypeVar("Made")
Work = Callable[[Task, Sequence[Given]], list[Made]]
PIECE = 40
"""Cells handed to a worker at once: small enough to tell how far it is, large enough to cost nothing."""


def usual_jobs() -> int:
    """Return how many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(work: Work[Given, Made], task: Task, given: Iterator[Given], jobs: int) -> Iterator[list[Made]]:
    """Yield the results piece by piece in the order of what was given; never more than a few pieces are on the way."""
    pieces = iter(lambda: list(islice(given, PIECE)), [])
    if jobs <= 1:
        for piece in pieces:
            yield work(task, piece)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # where there is fork, the workers start with everything compiled
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() and os.name == "posix" else "spawn"
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context(method), _begin, (task, language()))
    waiting: deque[Future[list[Made]]] = deque()
    try:
        for piece in pieces:
            waiting.append(pool.submit(work, task, piece))
            while waiting and (len(waiting) > 2 * jobs or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise NotPossible(say("A worker of the batch was ended from outside (memory?)."),
                          say("Run the command again, it makes what is missing; with --jobs 1 if it happens again.",
                              )) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(task: Task, spoken: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started us
    use(spoken)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    workshop(task)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
