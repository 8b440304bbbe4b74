"""A new workspace made from the shipped data (docgen init); what is half written is taken away again."""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from docgen.errors import DocgenError, NotPossible
from docgen.messages import Message, say
from docgen.versions.repository.committing import found
from docgen.versions.workspace import FOLDERS, Workspace, shipped_workspace

_ATTRIBUTES = """\
# A text's hash is taken over its bytes with LF: no conversion on any machine.
regulations/** text eol=lf
versions/** text eol=lf
templates/**/*.md text eol=lf
templates/**/*.yaml text eol=lf
# git diff shows regulations and Word drafts through docgen, where the repository is set up for it (docgen init)
regulations/**/*.md diff=docgen
*.docx -text -merge diff=docgen-word
"""
_CELLS_IGNORED = """\
# Facts of cells name people, and git keeps what was committed once for ever: they stay out of it.
/cells/
"""
_IGNORED = """\
# what docgen keeps for itself
/.docgen/
# answers to docgen cell new that are not finished
*.dang-do
*.dang-do.cu*
"""


def git_settings(command: str) -> dict[str, str]:
    """Return the settings of a repository that let git diff call docgen; `command` starts docgen."""
    return {
        "diff.docgen.command": f"{command} git-diff",
        "diff.docgen.xfuncname": "^(#+ .*|\\*\\*Điều .*)$",
        "diff.docgen-word.command": f"{command} git-diff",
        "diff.docgen-word.textconv": f"{command} git-text",
        "diff.docgen-word.cachetextconv": "false",
    }


def found_workspace(
    target: Path, when: datetime, *, cells_in_git: bool = False,
) -> tuple[Workspace, Message | None]:
    """Make a workspace in a new or empty folder, with a first commit made `when` (a time with its zone).

    Git leaves the facts of cells alone unless `cells_in_git`: they name people, and a commit cannot be taken back.
    The second answer is None if the commit was made, else the sentence why there is none (no git program); the
    folder is complete all the same.
    """
    target = target.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NotPossible(say("{path} already exists and is not an empty folder.", path=target),
                          say("Name a folder that does not exist yet."))
    source = shipped_workspace().root
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".docgen-", dir=target.parent))
    except OSError as error:
        raise _not_writable(target, error) from None
    try:
        for name in FOLDERS:
            if (source / name).is_dir():
                shutil.copytree(source / name, staging / name, copy_function=shutil.copyfile,
                                ignore=shutil.ignore_patterns(".*", "~$*", "__pycache__"))
            else:
                (staging / name).mkdir()
        (staging / ".gitattributes").write_text(_ATTRIBUTES, encoding="utf-8", newline="\n")
        ignored = _IGNORED if cells_in_git else _CELLS_IGNORED + _IGNORED
        (staging / ".gitignore").write_text(ignored, encoding="utf-8", newline="\n")
        staging.chmod(0o755)  # a temporary folder is made for one person only
        if target.exists():
            target.rmdir()  # empty, as checked above; Windows will not replace it
        staging.replace(target)
    except OSError as error:
        shutil.rmtree(staging, ignore_errors=True)
        raise _not_writable(target, error) from None
    try:
        found(target, str(say("Workspace made from the data shipped with docgen")), when,
                         git_settings(_own_command()))
    except DocgenError as refusal:
        return Workspace(target), refusal.message
    return Workspace(target), None


def _own_command() -> str:
    """Return how git is to start this docgen, also where it stands in no search path."""
    python = sys.executable.replace("\\", "/")
    return f'"{python}" -m docgen' if python else "docgen"


def _not_writable(target: Path, error: OSError) -> NotPossible:
    return NotPossible(
        say("{path} cannot be written: {reason}.", path=target, reason=error.strerror or type(error).__name__),
        say("Check the folder, the free space and that you may write there."),
    )
