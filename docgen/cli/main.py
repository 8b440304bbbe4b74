"""The command docgen: from a command line to an exit code, whatever happens on the way."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence

from docgen.cli.console import hang_up, out  # first: it puts the streams right
from docgen.cli.failure import INTERRUPTED, interrupted, report, system_refused, unexpected
from docgen.cli.global_options import GlobalOptions, set_language, take
from docgen.cli.keyboard import somebody_is_there
from docgen.errors import DocgenError


def main() -> None:
    """Run the command line this process was started with."""
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError as error:
        code = _after_os_error(error)
    hang_up()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; no exception leaves this function."""
    set_language(arguments)
    options = GlobalOptions(json="--json" in arguments)
    try:
        options, rest = take(arguments)
        if options.version:
            from docgen import __version__

            out(f"docgen {__version__}")
            return 0
        if not rest and somebody_is_there():
            from docgen.cli.menu import menu

            return menu(lambda command: run([*command, *arguments]), options)
        return _dispatch(rest, options)
    except DocgenError as error:
        return report(error, options.json)
    except KeyboardInterrupt:
        return interrupted()
    except OSError as error:
        return _after_os_error(error)
    except Exception as error:  # the last net: a person never sees a traceback
        return unexpected(error, list(arguments))


def _dispatch(arguments: list[str], options: GlobalOptions) -> int:
    import typer

    from docgen.cli.commands import build
    from docgen.cli.pages import explain, usage_error

    try:
        code = build()(args=arguments or ["--help"], prog_name="docgen", standalone_mode=False, obj=options)
    except usage_error() as error:
        raise explain(error) from None
    except typer.Abort:
        return interrupted()
    except SystemExit:  # Typer leaves this way when the reader of our output has gone
        hang_up()
        return 0
    if code == INTERRUPTED:
        return interrupted()
    return code if isinstance(code, int) else 0


def _after_os_error(error: OSError) -> int:
    if error.errno in (errno.EPIPE, errno.EINVAL) and not error.filename:
        hang_up()  # `docgen list | head`: the reader has seen enough
        return 0
    return system_refused(error)
