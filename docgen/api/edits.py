"""The editing clock: the commits that changed the words of a provision, followed by address and text through git."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path, PurePosixPath

from docgen.api.step_back import Step, Version, brought_in, own_words, step_back
from docgen.compare.comparison import KINDS
from docgen.errors import DocgenError
from docgen.messages import Message, say
from docgen.publish.life import Edit
from docgen.versions.library import held_text
from docgen.versions.repository.history import Commit, History, contents, history_of

_WITH_YEAR = re.compile(r"[a-z0-9-]+-[12]\d{3}")
_NEW = Step(frozenset())
_NOBODY = Commit(id="", parents=(), author="", committed_at=None, subject="")


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits, later before earlier (None: git cannot be asked), and what must be said beside them."""

    edits: tuple[Edit, ...] | None
    remarks: tuple[Message, ...] = ()


def edits_of(path: Path, ref: str, address: str, today: Version | None, most: int = 0) -> Edits:
    """Return the commits that changed a provision, or a whole text where the address is empty.

    `today` is the file as it stands, None where a commit was asked for; `most` newest ones only, 0 for all.
    """
    history = history_of([path], ref)
    if not history.commits:
        return Edits((), (say("{path} is not in git yet: nobody has committed it.", path=path.name),))
    trail = _Trail(history, contents(history, path.parent))
    found = trail.edits(frozenset({address} if address else ()), today)
    edits = tuple(islice(found, most) if most else found)
    return Edits(edits, tuple(dict.fromkeys(trail.remarks)))


@dataclass
class _Trail:
    """The versions of a file on the way back; `wanted`: where the provision stands at the commits still ahead."""

    history: History
    contents: Mapping[str, bytes]
    remarks: list[Message] = field(default_factory=list)
    wanted: dict[str, tuple[frozenset[str], Version]] = field(default_factory=dict)
    read: dict[bytes, Version | None] = field(default_factory=dict)

    @cached_property
    def commits(self) -> dict[str, Commit]:
        return {commit.id: commit for commit in self.history.commits}

    def edits(self, addresses: frozenset[str], today: Version | None) -> Iterator[Edit]:
        """Yield the edits, later before earlier."""
        tip = self.history.commits[0]
        version = self._version(tip)
        if today is not None:
            yield from self._since_commit(tip, version, today, addresses)
        elif version is not None:
            self._want(tip, addresses, version)
        for commit in self.history.commits:
            if commit.id in self.wanted:
                yield from self._at(commit, *self.wanted.pop(commit.id))

    def _since_commit(
        self, tip: Commit, version: Version | None, today: Version, addresses: frozenset[str],
    ) -> Iterator[Edit]:
        """Compare what stands in the file with what was committed last."""
        if version is None:
            if tip.id not in self.contents:
                yield _edit(_NOBODY, _NEW, addresses, today)
            self._want(tip, addresses, today)
        elif version.regulation == today.regulation:
            self._want(tip, addresses, version)
        else:
            step = step_back(version, today, addresses)
            if step.changed:
                yield _edit(_NOBODY, step, addresses, today)
            if step.before or not addresses:
                self._want(tip, step.before, version)

    def _want(self, commit: Commit, addresses: frozenset[str], version: Version) -> None:
        before, version = self.wanted.get(commit.id, (frozenset(), version))
        self.wanted[commit.id] = before | addresses, version

    def _at(self, commit: Commit, addresses: frozenset[str], version: Version) -> Iterator[Edit]:
        """Tell what a commit did to the provision, and go on to the commits before it."""
        if commit.id in self.history.cut_off:
            self.remarks.append(say("This is a shallow clone: it holds nothing from before {commit} ({day}); who wrote "
                                    "these words before is not known here. git fetch --unshallow brings the rest.",
                                    commit=commit.id[:10], day=_day(commit)))
            return
        gone = commit.id not in self.contents  # this commit took the file away; `version` is how it came back later
        steps: list[tuple[Commit, Version, Step]] = []
        first = True  # nothing of this text stood in any version before
        for parent in (self.commits[name] for name in commit.parents):
            earlier = self._version(parent)
            if earlier is None:
                first = first and parent.id not in self.contents  # one that cannot be read is no proof of anything
                self._want(parent, addresses, version)
            elif self._same_text(commit, version, parent, earlier):
                steps.append((parent, earlier, step_back(earlier, version, addresses)))
        if gone:
            yield _edit(commit, _NEW, addresses, None)
        elif not steps and first:
            yield _edit(commit, _NEW, addresses, version)
        elif all(step.changed for _, _, step in steps) and (step := _in_all([step for _, _, step in steps])):
            yield _edit(commit, step, addresses, version)
        # as git log does: where one side of a merge already had these words, only that side is followed
        for parent, earlier, step in [one for one in steps if not one[2].changed][:1] or steps:
            if step.before or not addresses:
                self._want(parent, step.before, earlier)

    def _version(self, commit: Commit) -> Version | None:
        """Return the text as it was after a commit; None if there was none, or none that can be read."""
        content = self.contents.get(commit.id)
        if content is None:
            return None
        if content not in self.read:
            try:
                self.read[content] = Version(held_text(commit.file, content).regulation)
            except DocgenError as refusal:
                self.remarks.append(say("At {commit} the file holds no text that can be read: {reason}",
                                        commit=commit.id[:10], reason=refusal.message))
                self.read[content] = None
        return self.read[content]

    def _same_text(self, commit: Commit, version: Version, parent: Commit, earlier: Version) -> bool:
        """Tell whether a renamed file still held the same issued text; another one belongs to the legal clock."""
        names = [one.regulation.meta("edition") or _edition_of(file.file)
                 for one, file in ((earlier, parent), (version, commit))]
        if commit.file == parent.file or not all(names) or names[0] == names[1]:
            return True
        self.remarks.append(say("At {commit} the file was made from {file}, which held {edition}; that text has a "
                                "history of its own.", commit=commit.id[:10], file=parent.file, edition=names[0]))
        return False


def _in_all(steps: Sequence[Step]) -> Step | None:
    """Return what a commit changed against all commits before it: of a merge only what neither side had."""
    if len(steps) == 1:
        return steps[0]
    common = [row for row in steps[0].rows if all(any(row.new == other.new and row.new for other in step.rows)
                                                  for step in steps[1:])] if steps else []
    return Step(steps[0].before, tuple(common), changed=True) if common else None


def _edition_of(file: str) -> str:
    """Return the edition a file's name tells, for a text that does not say it itself."""
    stem = PurePosixPath(file).stem
    return stem if _WITH_YEAR.fullmatch(stem) else ""


def _day(commit: Commit) -> str:
    return commit.committed_at.date().isoformat() if commit.committed_at else "?"


def _edit(commit: Commit, step: Step, addresses: frozenset[str], version: Version | None) -> Edit:
    """Put a step into the words of the result; no version: the file was taken away."""
    kinds = {kind for row in step.rows for kind in row.kinds}
    words = own_words(step, addresses)
    if version is None:
        kinds = {"removed"}
    elif step is _NEW or (addresses and not step.before):
        kinds, words = {"added"}, brought_in(version, addresses)
    return Edit(commit=commit.id, committed_at=commit.committed_at, author=commit.author, subject=commit.subject,
                body=commit.body, trailers=commit.trailers, files=(commit.file,) if commit.file else (),
                addresses=tuple(sorted(addresses)), kinds=tuple(kind for kind in KINDS if kind in kinds), words=words,
                changes=step.rows)
