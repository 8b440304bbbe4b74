"""What happens when something goes wrong: a sentence with a remedy and an exit code, never a traceback."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback

from docgen.cli.console import out, tell
from docgen.cli.results import as_json
from docgen.errors import DocgenError
from docgen.messages import say

INTERRUPTED = 130
"""Exit code when the person pressed Ctrl-C."""


def report(error: DocgenError, json: bool) -> int:
    """Tell a person (or a program) what is wrong and return the exit code."""
    from docgen.model.finding import FaultsFound

    if isinstance(error, FaultsFound):
        if json:
            out(as_json({"findings": [finding.to_dict() for finding in error.findings]}))
            return error.exit_code
        from docgen.publish.terminal import findings

        tell(findings(error.findings))
    tell(say("Error: {sentence}", sentence=error.message))
    if error.remedy:
        tell(f"  {error.remedy}")
    return error.exit_code


def system_refused(error: OSError) -> int:
    """Tell that the machine itself said no (disk full, folder not writable) and return the exit code."""
    from docgen.api.writing import why

    place = error.filename or say("the file being written")
    tell(say("Error: {sentence}", sentence=say("{path} cannot be read or written: {reason}.", path=place,
                                               reason=why(error))))
    tell(f"  {say('Check the free space on the disk and whether you may write there. Nothing was left half-written.')}")
    return 1


def unexpected(error: BaseException, arguments: list[str]) -> int:
    """Tell that the program itself is at fault, with the details in a file that can be sent on."""
    details = "".join((
        f"docgen {' '.join(arguments)}\n",
        f"Python {platform.python_version()}, {platform.platform()}\n\n",
        *traceback.format_exception(error),
    ))
    tell(say("Error: {sentence}", sentence=say("the program has met a fault of its own ({kind}).",
                                               kind=type(error).__name__)))
    try:
        number, path = tempfile.mkstemp(prefix="docgen-", suffix=".log")
        with os.fdopen(number, "w", encoding="utf-8", errors="replace") as log:
            log.write(details)
    except OSError:
        tell(f"  {say('The details could not be saved: there is no folder to write them to.')}")
    else:
        tell(f"  {say('The details are in {path}; send this file to whoever looks after docgen.', path=path)}")
    return 1


def interrupted() -> int:
    """Tell that the person stopped the work."""
    tell(say("Stopped. Nothing was left half-written."))
    sys.stderr.flush()
    return INTERRUPTED
