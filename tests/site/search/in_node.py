"""The search of the pages outside a browser: the same script under Node, asked over a pipe."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

import pytest

from docgen.publish.site.generator import THEME

ENGINE = THEME / "giao-dien" / "tra-cuu.js"
_LOOP = """
eval(require('fs').readFileSync(process.argv[1], 'utf8') + ';globalThis.docgenTraCuu = docgenTraCuu');
var index = null;
require('readline').createInterface({input: process.stdin}).on('line', function (line) {
  var asked = JSON.parse(line), answer;
  if (asked.index !== undefined) {
    eval(asked.index + ';globalThis.data = DOCGEN_CHI_MUC');
    index = new docgenTraCuu.Index(globalThis.data);
    process.stdout.write('null\\n');
    return;
  }
  answer = docgenTraCuu.find(index, asked.typed, asked.among && function (one) {
    return asked.among.indexOf(one.id) >= 0; });
  process.stdout.write(JSON.stringify({nearest: answer.nearest, absent: !!answer.absent,
    hits: answer.results.map(function (one) { return docgenTraCuu.hit(index, answer, one); })}) + '\\n');
});
"""


@dataclass
class InNode:
    """A running Node with the script of the pages in it."""

    to: IO[str]
    back: IO[str]

    def take(self, index: bytes) -> None:
        """Give it the index it is to search."""
        self._ask({"index": index.decode()})

    def find(self, typed: str, among: Sequence[str] | None = None) -> dict[str, object]:
        """Return what the pages would show."""
        found = self._ask({"typed": typed, "among": among})
        assert isinstance(found, dict)
        return found

    def _ask(self, asked: object) -> object:
        self.to.write(json.dumps(asked) + "\n")
        self.to.flush()
        return json.loads(self.back.readline())


@contextmanager
def in_node() -> Iterator[InNode]:
    """Start Node with the script of the pages."""
    program = shutil.which("node")
    if program is None:
        pytest.skip("the package nodejs is not installed")
    with subprocess.Popen([program, "-e", _LOOP, str(ENGINE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True, encoding="utf-8") as process:
        assert process.stdin is not None and process.stdout is not None
        yield InNode(process.stdin, process.stdout)
        process.stdin.close()
