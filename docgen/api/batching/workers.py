"""Several processes that share the work of a batch; they end with the process that started them, however it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from multiprocessing.synchronize import Event
from typing import Protocol, TypeVar

from docgen.errors import NotPossible
from docgen.messages import language, say, use


class Job(Protocol):
    """What is the same for all pieces of a work."""

    def prepare(self) -> None:
        """Make ready what every piece needs, once a process."""

    def abandon(self) -> None:
        """Leave nothing behind: the process that wanted the work is gone."""


Wanted = TypeVar("Wanted", bound=Job)
Given = TypeVar("Given")
Made = TypeVar("Made")
Work = Callable[[Wanted, Sequence[Given]], list[Made]]
PIECE = 40
"""Cells handed to a worker at once: small enough to tell how far it is, large enough to cost nothing."""
_STOP: list[Event] = []


def usual_jobs() -> int:
    """Return how many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def stopped() -> bool:
    """Tell, inside a worker, whether nobody waits for its piece any more."""
    return any(event.is_set() for event in _STOP)


def shared_out(
    work: Work[Wanted, Given, Made], job: Wanted, given: Iterator[Given], jobs: int, *, piece: int = PIECE,
    apart: bool = False,
) -> Iterator[list[Made]]:
    """Yield the results piece by piece in the order of what was given; never more than a few pieces are on the way.

    One worker alone works in this very process, unless the work is to be kept `apart` from it.
    """
    pieces = iter(lambda: list(islice(given, piece)), [])
    if jobs <= 1 and not apart:
        for one in pieces:
            yield work(job, one)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # where there is fork, the workers start with everything compiled
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() and os.name == "posix" else "spawn"
    context = multiprocessing.get_context(method)
    stop = context.Event()
    pool = ProcessPoolExecutor(jobs, context, _begin, (job, language(), stop))
    waiting: deque[Future[list[Made]]] = deque()
    try:
        for one in pieces:
            waiting.append(pool.submit(work, job, one))
            while waiting and (len(waiting) > 2 * jobs or waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise NotPossible(say("A worker of the batch was ended from outside (memory?)."),
                          say("Run the command again, it makes what is missing; with --jobs 1 if it happens again.",
                              )) from None
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(job: Job, spoken: str, stop: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started us
    use(spoken)
    _STOP[:] = [stop]
    threading.Thread(target=_end_with_parent, args=(job,), daemon=True).start()
    job.prepare()


def _end_with_parent(job: Job) -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        job.abandon()
        os._exit(1)
