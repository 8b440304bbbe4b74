"""Several files and one commit as a single step: all of it happens, or none, also when the machine stops in between.

What is to be done is written into a journal first, outside the work itself (in git's own folder). Then the files are
put in place, committed and marked, and the journal goes. A journal that is still there was broken off: whoever writes
next finishes it first. Each part finds out whether it is done already, so that finishing twice does no harm.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from docgen.errors import NotPossible
from docgen.messages import Message, say
from docgen.versions.one_at_a_time import one_at_a_time
from docgen.versions.repository.committing import Change, Standing, commit, own_folder, standings
from docgen.versions.repository.opening import available
from docgen.versions.workspace import Workspace

Edit = Callable[[str | None], str]
"""What a file becomes, from what stands in it; None where there is no file yet."""

_JOURNAL = "unfinished.json"
_FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NewContent:
    """One file and what it becomes: in its place, in the commit, in the index; `before` is what stood in its place.

    The three differ only where somebody had changes of their own in the file: those stay, uncommitted.
    """

    path: str
    before: str | None
    after: str
    committed_before: str | None = None
    committed: str = ""
    staged: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Everything that belongs to one step; without `committing` only the files are written."""

    files: tuple[NewContent, ...]
    message: str
    when: str
    tag: str = ""
    committing: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a step left: the commit, empty without git, and whether its tag is on it."""

    commit: str = ""
    tagged: bool = False


@contextmanager
def recording(workspace: Workspace) -> Iterator[tuple[Path, Message | None]]:
    """Hold a workspace for writing; gives the folder of the journal and what was finished of an earlier step."""
    folder = journal_folder(workspace)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder.parent == workspace.root:
            (folder / ".gitignore").write_text("*\n", encoding="ascii")
    except OSError as error:
        raise _not_writable(workspace.root, error) from None
    with one_at_a_time(folder):
        yield folder, finish(workspace, folder)


def journal_folder(workspace: Workspace) -> Path:
    """Return where the journal is kept: inside git's folder, where it is no part of the work, else in the workspace."""
    if available():
        with suppress(NotPossible):
            return own_folder(workspace.root)
    return workspace.root / ".docgen"


def unfinished(workspace: Workspace) -> str:
    """Return the title of a step that was broken off and waits to be finished, empty if there is none.

    It looks at files only: nothing is started for a question that is nearly always answered by no.
    """
    for folder in (workspace.root / ".docgen", _git_folder(workspace.root) / "docgen"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            return _read((folder / _JOURNAL).read_text(encoding="utf-8")).message.splitlines()[0]
    return ""


def _git_folder(root: Path) -> Path:
    here = root.absolute()
    found = next((folder / ".git" for folder in (here, *here.parents) if (folder / ".git").exists()), here / ".git")
    if found.is_file():  # a second working tree names its folder in a line
        named = found.read_text(encoding="utf-8", errors="replace").partition("gitdir:")[2].strip()
        return found.parent / named
    return found


def record(workspace: Workspace, folder: Path, step: Step) -> Done:
    """Do a step: the journal first, then the work."""
    _put(folder / _JOURNAL, json.dumps({"format": _FORMAT, **asdict(step)}, ensure_ascii=False), folder)
    try:
        done = _carry_out(workspace, folder, step)
    except BaseException:
        _undo(workspace, folder, step)
        raise
    (folder / _JOURNAL).unlink()
    return done


def finish(workspace: Workspace, folder: Path) -> Message | None:
    """Finish the step that was broken off, if there is one, and say what was done about it."""
    journal = folder / _JOURNAL
    for left in folder.glob("*.tmp"):
        left.unlink(missing_ok=True)
    try:
        step = _read(journal.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):  # never written whole: nothing had begun
        journal.unlink()
        return None
    subject = step.message.splitlines()[0]
    if changed := _changed_since(workspace, step):
        journal.unlink()
        return say("An earlier step was broken off ({subject}). It is not finished, because {paths} changed since; "
                   "nothing was overwritten. Look at these files with git status.", subject=subject,
                   paths=", ".join(changed))
    _carry_out(workspace, folder, step)
    journal.unlink()
    return say("An earlier step was broken off and has been finished now: {subject}.", subject=subject)


def planned(workspace: Workspace, path: Path, edit: Edit, *, committing: bool) -> NewContent:
    """Return what an edit makes of a file as it stands, as it is committed, and as it is staged.

    So changes of somebody else's in the same file stay his own: in place and uncommitted.
    """
    name, here = workspace.relative(path), _text(path)
    after = edit(here)
    if not committing:
        return NewContent(path=name, before=here, after=after)
    standing = standings([path])[0]
    committed, staged = _text_of(standing.committed), _text_of(standing.staged)
    if committed in (None, here):
        return NewContent(path=name, before=here, after=after, committed_before=committed, committed=after,
                          staged=after if staged in (None, here) else edit(staged))
    return NewContent(path=name, before=here, after=after, committed_before=committed, committed=edit(committed),
                      staged=edit(committed if staged is None else staged))


def _carry_out(workspace: Workspace, folder: Path, step: Step) -> Done:
    for file in step.files:
        path = workspace.root / file.path
        if _text(path) != file.after:
            _put(path, file.after, folder)
    if not step.committing:
        return Done()
    changes = [Change(workspace.root / file.path, file.committed.encode(), file.staged.encode())
               for file in step.files]
    made, tagged = commit(changes, step.message, datetime.fromisoformat(step.when), step.tag)
    return Done(commit=made, tagged=tagged)


def _undo(workspace: Workspace, folder: Path, step: Step) -> None:
    """Put every file back as it was; where the commit was made already, what is left is finished next time."""
    if step.committing and all(_text_of(standing.committed) == file.committed
                               for file, standing in zip(step.files, _standings(workspace, step), strict=True)):
        return
    for file in step.files:
        path = workspace.root / file.path
        if _text(path) == file.after != file.before:
            if file.before is None:
                path.unlink()
            else:
                _put(path, file.before, folder)
    (folder / _JOURNAL).unlink()


def _standings(workspace: Workspace, step: Step) -> tuple[Standing, ...]:
    return standings([workspace.root / file.path for file in step.files])


def _changed_since(workspace: Workspace, step: Step) -> tuple[str, ...]:
    """Return the files that are neither as they were nor as they are to be: somebody worked on them since."""
    changed = [file.path for file in step.files
               if _text(workspace.root / file.path) not in (file.before, file.after)]
    if step.committing:
        changed += [file.path for file, standing in zip(step.files, _standings(workspace, step), strict=True)
                    if _text_of(standing.committed) not in (file.committed_before, file.committed)]
    return tuple(dict.fromkeys(changed))


def _read(text: str) -> Step:
    data = json.loads(text)
    if data.pop("format") != _FORMAT:
        raise ValueError("written by another version")
    return Step(**{**data, "files": tuple(NewContent(**file) for file in data["files"])})


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except UnicodeDecodeError:
        return ""


def _text_of(content: bytes | None) -> str | None:
    return None if content is None else content.decode("utf-8", errors="replace")


def _put(path: Path, text: str, folder: Path) -> None:
    """Put a file in place in one step; it is made in the journal's folder, so that a half-made one is no part of it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, temporary = tempfile.mkstemp(suffix=".tmp", dir=folder)
        with os.fdopen(number, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(number)  # a power cut must not leave a file of the right name and no content
        Path(temporary).chmod(_mode(path))
        try:
            Path(temporary).replace(path)
        except OSError as error:
            if error.errno != _OTHER_DISK:
                raise
            beside = path.with_name(f".{path.name}.tmp")  # git's folder is on another disk
            beside.write_bytes(Path(temporary).read_bytes())
            beside.replace(path)
            Path(temporary).unlink()
    except OSError as error:
        raise _not_writable(path, error) from None


_OTHER_DISK = 18  # EXDEV


def _mode(path: Path) -> int:
    """Return the permissions a file has, or a new one would have: temporary files are made for one person only."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _not_writable(path: Path, error: OSError) -> NotPossible:
    return NotPossible(
        say("{path} cannot be written: {reason}.", path=path, reason=error.strerror or type(error).__name__),
        say("Check the folder, the free space and that you may write there."))
