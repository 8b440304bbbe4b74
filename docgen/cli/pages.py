"""Help pages and the words of the command line itself, in the language in use.

Typer prints headings and usage errors in English only; a command or group of these classes words them itself.
Help texts stand in the code as English sources and are put into the language here, when the page is shown.
"""

from __future__ import annotations

import difflib
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from docgen.cli.global_options import ROWS
from docgen.cli.placeholders import placeholder
from docgen.errors import WrongUsage
from docgen.messages import say

_LEFT = 2
_GAP = 2
_WIDTH = 100


def _translated(source: str | None) -> str:
    return str(say(source)) if source else ""


def rows(entries: list[tuple[str, str]], label_width: int) -> list[str]:
    """Lay out a list of names and explanations in two columns."""
    import textwrap

    lines: list[str] = []
    indent = " " * (_LEFT + label_width + _GAP)
    for label, text in entries:
        head = " " * _LEFT + label.ljust(label_width + _GAP)
        wrapped = textwrap.wrap(text, _WIDTH - len(indent)) or [""]
        if len(label) > label_width:
            lines += [head.rstrip(), *(indent + line for line in wrapped)]
        else:
            lines += [(head + wrapped[0]).rstrip(), *(indent + line for line in wrapped[1:])]
    return lines


def _page(command: TyperCommand | TyperGroup, context: Any, usage: str) -> str:
    import textwrap

    lines = [f"{say('Usage:')} {usage}", "", *textwrap.wrap(_translated(command.help), _WIDTH)]
    sections: list[tuple[str, list[tuple[str, str]]]] = []
    if isinstance(command, TyperGroup):
        visible = [(name, command.get_command(context, name)) for name in command.list_commands(context)]
        sections.append((str(say("Commands")), [(name, _translated(one.help)) for name, one in visible if one]))
    arguments = [p for p in command.params if isinstance(p, TyperArgument)]
    options = [p for p in command.params if not isinstance(p, TyperArgument) and p.name != "help"]
    sections.append((str(say("Arguments")), [(placeholder(p), _translated(p.help)) for p in arguments]))
    own = [(f"{', '.join(p.opts)} {placeholder(p)}".rstrip(), _translated(getattr(p, "help", None)))
           for p in options]
    sections.append((str(say("Options")), own))
    sections.append((str(say("Options of every command")), [(name, str(text)) for name, text in ROWS]))
    width = min(28, max(len(label) for _, entries in sections for label, _ in entries))
    for title, entries in sections:
        if entries:
            lines += ["", f"{title}:", *rows(entries, width)]
    return "\n".join(lines) + "\n"


class Command(TyperCommand):
    """One command whose help page and whose complaints are in the language in use."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; one too many is named in a sentence."""
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left:
            raise WrongUsage(
                say("'{argument}' is one argument too many.", argument=left[0]),
                say("Put a value that contains spaces between quotation marks; see {help}.",
                    help=f"{ctx.command_path} --help"))
        return left

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        arguments = " ".join(
            placeholder(p) if p.required or placeholder(p).startswith("[") else f"[{placeholder(p)}]"
            for p in self.params if isinstance(p, TyperArgument))
        options = f"[{say('OPTIONS')}]"
        return _page(self, ctx, " ".join(part for part in (ctx.command_path, arguments, options) if part))


class Group(TyperGroup):
    """A command that only holds others; a mistyped name gets the nearest one that exists."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names in the order in which the commands were added, the order of the work."""
        return [name for name, command in self.commands.items() if not command.hidden]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; none at all asks for the help page."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the command that is meant."""
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            near = difflib.get_close_matches(name, self.list_commands(ctx), 1, 0.6)
            remedy = (say("Did you mean '{name}'?", name=f"{ctx.command_path} {near[0]}") if near else
                      say("The commands are: {names}.", names=", ".join(self.list_commands(ctx))))
            raise WrongUsage(say("There is no command '{name}'.", name=name), remedy)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """Return the help page."""
        return _page(self, ctx, f"{ctx.command_path} {say('COMMAND')} [{say('OPTIONS')}]")


def explain(error: Exception) -> WrongUsage:
    """Turn a usage error of Typer into a sentence of our own; it is recognised by what it is, not by its text."""
    context = getattr(error, "ctx", None)
    remedy = say("See {help}.", help=f"{context.command_path if context else 'docgen'} --help")
    option = str(getattr(error, "option_name", ""))
    parameter = getattr(error, "param", None)
    match type(error).__name__:
        case "NoSuchOption":
            near = list(getattr(error, "possibilities", None) or ())
            if near:
                remedy = say("Did you mean '{name}'?", name=sorted(near)[0])
            return WrongUsage(say("There is no option '{option}'.", option=option), remedy)
        case "BadOptionUsage" if "does not take" in str(getattr(error, "message", "")):
            return WrongUsage(say("{option} takes no value.", option=option), remedy)
        case "BadOptionUsage":
            return WrongUsage(say("{option} needs a value.", option=option), remedy)
        case "MissingParameter" if parameter is not None:
            return WrongUsage(say("{name} is missing.", name=placeholder(parameter)), remedy)
    return WrongUsage(say("The command line is not understood."), remedy)


def usage_error() -> type[Exception]:
    """Return the class of all usage errors, from whichever place this version of Typer keeps it."""
    return next(base for base in typer.BadParameter.__mro__ if base.__name__ == "UsageError")
