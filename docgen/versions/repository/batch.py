"""Many files as they were, through one `git cat-file --batch` that stays open."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from docgen.versions.repository.opening import refused

if TYPE_CHECKING:
    import git

_AHEAD = 1024
"""Bytes of questions sent before answers are read, twice this at most: the smallest pipe there is holds 4096."""


class Blobs:
    """An open question-and-answer line to git; `blobs` opens and closes it."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._questions, self._answers = questions, answers

    def read(self, name: str) -> bytes | None:
        """Return one file by "COMMIT:path" or by its own id; None if there is no such file."""
        return next(self.read_all((name,)))

    def read_all(self, names: Iterable[str]) -> Iterator[bytes | None]:
        """Return many files in the order they are asked for; take all answers before asking anything else."""
        waiting = 0
        for lump in chain(_lumps(names), ((),)):
            if lump:
                self._questions.write(b"".join(lump))
                self._questions.flush()
            for _ in range(waiting):  # the answers to the lump before, while git works on this one
                yield self._answer()
            waiting = len(lump)

    def _answer(self) -> bytes | None:
        head = self._answers.readline()
        if not head:
            raise EOFError("git cat-file ended before it had answered")
        if head.endswith((b" missing\n", b" ambiguous\n")):
            return None
        _, kind, size = head.rsplit(b" ", 2)
        content = self._answers.read(int(size) + 1)  # one line end behind it
        if len(content) <= int(size):
            raise EOFError("git cat-file broke off inside an answer")
        return content[:-1] if kind == b"blob" else None


def _lumps(names: Iterable[str]) -> Iterator[list[bytes]]:
    lump: list[bytes] = []
    size = 0
    for name in names:
        # a name with a line break would be two questions; no file of a workspace has one
        line = name.replace("\n", "?").encode("utf-8", "surrogateescape") + b"\n"
        if lump and size + len(line) > _AHEAD:
            yield lump
            lump, size = [], 0
        lump.append(line)
        size += len(line)
    if lump:
        yield lump


@contextmanager
def blobs(repo: git.Repo) -> Iterator[Blobs]:
    """Open the line to git for as long as the caller needs it; a damaged repository is a sentence."""
    command = ["git", f"--git-dir={repo.git_dir}", "cat-file", "--batch"]
    with TemporaryFile() as complaints:
        try:
            program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints)
        except OSError as error:
            raise refused(error) from None
        assert program.stdin and program.stdout
        broken: Exception | None = None
        try:
            yield Blobs(program.stdin, program.stdout)
        except (EOFError, BrokenPipeError) as error:
            broken = error
        finally:
            with suppress(BrokenPipeError):
                program.stdin.close()
            program.stdout.close()  # git, still writing what nobody wants any more, ends with this
            program.wait()
        complaints.seek(0)
        # a damaged file is answered as a missing one; only what git complains of tells the two apart
        said = [line for line in complaints.read().decode("utf-8", "replace").splitlines()
                if line.startswith(("error:", "fatal:"))]
        if broken or said:
            raise refused(OSError(said[0] if said else str(broken)))
