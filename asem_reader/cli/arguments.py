# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command line; loads no Qt unless a window is wanted."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from asem_reader import __version__, catalogue, paths
from asem_reader.cli.terminal import warn
from asem_reader.core.errors import AlreadyThere, NoScreen, NotWritten, NoWindows, ReaderError, Stopped
from asem_reader.core.language import _
from asem_reader.core.printing.format import DocumentFormat
from asem_reader.store.files import reason

COMMANDS = ("outline", "show", "search", "print", "marks", "check")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; return 0, 1 with a sentence on stderr, or 2 for wrong usage."""
    if sys.stdout is None:  # closed by who started it: nobody reads
        _drop_output()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows few letters shows the others as ?
    catalogue.load(paths.resources())
    given = list(sys.argv[1:] if arguments is None else arguments)
    chosen = _parse(given)
    home = paths.home(chosen.home)
    library = chosen.library or paths.library()
    try:
        if chosen.smoke or not getattr(chosen, "command", None):
            return _window(chosen, library, home)
        from asem_reader.cli import commands

        code = commands.COMMANDS[chosen.command](chosen, library, home)
        sys.stdout.flush()
        return code
    except ReaderError as error:
        warn(_said(error))
        return 1
    except KeyboardInterrupt:
        warn(Stopped())
        return 1
    except BrokenPipeError:
        # Whoever read has seen enough, as `head` does; nothing is wrong.
        _drop_output()
        return 0
    except OSError as error:
        warn(NotWritten(_("Standard output"), reason(error)))
        _drop_output()
        return 1


def _said(error: ReaderError) -> str:
    """What is wrong and what to do; the command line has a way of its own to replace a file."""
    force = _("It was left as it is; choose another name, or replace it with --force.")
    return f"{error.sentence} {force}" if isinstance(error, AlreadyThere) else str(error)


def _window(chosen: argparse.Namespace, library: Path, home: paths.Home) -> int:
    """Show the window, or try it.

    Raises:
        NoScreen, NoWindows: there is nowhere to show it, or nothing to draw it with.
        NoSuchPlace, OtherLibraryOpen, WindowSilent: as `asem_reader.store.instance.take_lock`.
    """
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in screens):
        raise NoScreen
    if chosen.smoke:
        return _smoke(library)
    from asem_reader.start import run
    from asem_reader.store.instance import take_lock

    lock = take_lock(chosen.place, library, home.state)
    if lock is None:
        return 0
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # As any other signal until the window listens: Qt swallows what Python would raise in it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        return run(library, home, chosen.place)
    finally:
        lock.leave()


def _smoke(library: Path) -> int:
    try:
        from asem_reader.cli.smoke import smoke
    except ImportError as error:
        raise NoWindows(str(error)) from error
    return smoke(library)


def _drop_output() -> None:
    """Keep Python from writing what is left, and failing at it, when it ends."""
    sys.stdout = io.TextIOWrapper(io.BytesIO())


def _parse(given: list[str]) -> argparse.Namespace:
    common = _common()
    known, rest = common.parse_known_args(given)
    words = [word for word in rest if not word.startswith("-")]
    if words and words[0] in COMMANDS:
        parser = _commands()
        chosen = _checked(parser.parse_args(_with_negations(rest) if words[0] == "search" else rest), parser)
        chosen.home, chosen.library, chosen.smoke = known.home, known.library, known.smoke
        return chosen
    window = argparse.ArgumentParser(
        prog="asem-reader",
        parents=[common],
        description=_("Read, search, mark and print briefing content on the Asia-Europe Meeting, offline."),
        epilog=_(
            "Commands: outline, show, search, print, marks, check; asem-reader COMMAND --help tells more."
        ),
    )
    window.add_argument(
        "place", nargs="?", type=_text, metavar="PLACE", help=_("open there: asem:maritime-security, POL-05")
    )
    return window.parse_args(given)


def _with_negations(words: list[str]) -> list[str]:
    """Let `search piracy -drugs` be a query: a blank before it keeps argparse from seeing an option."""
    options = ("--json", "--limit", "--literal", "--help", "-h")
    return [
        f" {word}" if word.startswith("-") and word.partition("=")[0] not in options else word
        for word in words
    ]


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    common.add_argument("--library", type=Path, metavar="FILE", help=_("another Library"))
    common.add_argument("--home", type=Path, metavar="DIR", help=_("another folder for personal files"))
    common.add_argument("--smoke", action="store_true", help=_("try the program in a temporary home"))
    common.add_argument("--version", action="version", version=f"ASEM Reader {__version__}")
    return common


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="asem-reader", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)

    outline = commands.add_parser("outline", help=_("the tree of topics"))
    outline.add_argument("--json", action="store_true")

    show = commands.add_parser("show", help=_("one topic, or one block of it"))
    show.add_argument("place", type=_text, metavar="PLACE")
    show.add_argument("--format", choices=("text", "html", "json"), default="text")

    search = commands.add_parser("search", help=_("find sections"))
    search.add_argument("query", nargs="+", type=_text, metavar="QUERY")
    search.add_argument("--limit", type=_positive, default=20, metavar="N")
    search.add_argument("--literal", action="store_true", help=_("neither mend nor widen what is typed"))
    search.add_argument("--json", action="store_true")

    _printing(commands.add_parser("print", help=_("topics as sheets or a pack, as PDF or in another form")))

    marks = commands.add_parser("marks", help=_("bookmarks and notes"))
    _marks(marks.add_subparsers(dest="action", required=True))

    check = commands.add_parser("check", help=_("is the Library whole, is the Notebook"))
    check.add_argument("--json", action="store_true")
    return parser


def _printing(printing: argparse.ArgumentParser) -> None:
    printing.add_argument("places", nargs="*", type=_text, metavar="PLACE")
    more = printing.add_argument_group(_("topics beside those that are named"))
    more.add_argument("--binder", type=_text, metavar="NAME", help=_("those of a kept pack, and its cover"))
    more.add_argument("--folder", type=_text, metavar="PATH", help=_("those that marks in a folder are on"))
    more.add_argument("--search", type=_text, metavar="QUERY", help=_("those that a search finds"))
    more.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help=_("at most so many of --search")
    )
    printing.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=_("- for standard output")
    )
    printing.add_argument("--force", action="store_true", help=_("replace files that are there"))
    printing.add_argument(
        "--format", choices=tuple(DocumentFormat), help=_("without it, by the file's ending")
    )
    page = printing.add_argument_group(_("the page"))
    page.add_argument("--paper", choices=("a4", "letter"), default="a4")
    page.add_argument("--profile", choices=("standard", "large", "card", "article"))
    page.add_argument("--large", dest="profile", action="store_const", const="large", help="--profile large")
    page.add_argument("--marking", type=_text, metavar="TEXT", help=_("at the head and foot of each page"))
    page.add_argument("--handling", type=_text, metavar="TEXT", help=_("below the marking"))
    page.add_argument("--codes", action="store_true", help=_("with the code of each paragraph"))
    page.add_argument("--margin", action="store_true", help=_("with a margin for notes by hand"))
    page.add_argument("--copies", type=_positive, default=0, metavar="N", help=_("so many numbered copies"))
    page.add_argument("--copy", type=_positive, default=0, metavar="N", help=_("only this one of them"))
    what = printing.add_argument_group(_("what is printed"))
    for option, names in (("--sections", "NAMES"), ("--blocks", "CODES"), ("--leave-out", "NAMES")):
        what.add_argument(option, type=_text, action="append", default=[], metavar=names)
    what.add_argument("--with-notes", action="store_true", help=_("with your own notes"))
    what.add_argument("--with-meetings", action="store_true", help=_("with the meetings that are mentioned"))
    what.add_argument("--with-partners", action="store_true", help=_("with the partners that are mentioned"))
    what.add_argument("--prepared-for", type=_text, default="", metavar="TEXT")
    pack = printing.add_argument_group(_("as a pack"))
    pack.add_argument(
        "--pack", action="store_true", help=_("with cover, contents, acronyms, one list of sources")
    )
    for option in ("--title", "--occasion", "--place", "--date"):
        pack.add_argument(option, type=_text, metavar="TEXT", help=_("on the cover"))


def _checked(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Refuse what does not go together."""
    if chosen.command != "print":
        return chosen
    if not (chosen.places or chosen.binder or chosen.folder or chosen.search):
        parser.error(_("a PLACE, --binder, --folder or --search must be given"))
    if chosen.copy > chosen.copies:
        parser.error(_("--copy N needs --copies with at least as many"))
    if str(chosen.output) == "-" and chosen.copies and not chosen.copy:
        parser.error(_("several --copies do not go to standard output; --copy N is one of them"))
    for name in ("title", "occasion", "place", "date"):
        if getattr(chosen, name) is not None and not (chosen.pack or chosen.binder):
            parser.error(_("--{name} stands on the cover of a --pack or --binder").format(name=name))
    return chosen


def _marks(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    as_json = argparse.ArgumentParser(add_help=False)
    as_json.add_argument("--json", action="store_true")
    filters = _filters()

    def action(name: str, said: str, *more: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=said, parents=[as_json, *more], allow_abbrev=False)

    action("list", _("all marks, or those that filters leave"), filters)
    adding = action("add", _("a bookmark; a note with --note, a highlight with --highlight"))
    adding.add_argument("place", type=_text, metavar="PLACE")
    adding.add_argument("--note", type=_text, metavar="TEXT")
    adding.add_argument("--highlight", choices=_COLOURS, metavar="COLOUR", help=", ".join(_COLOURS))
    adding.add_argument("--words", type=_text, metavar="TEXT", help=_("only these words of the paragraph"))
    adding.add_argument("--folder", type=_text, metavar="PATH", help=_("such as Desk/Sea"))
    adding.add_argument("--tag", type=_text, action="append", metavar="TAG", help=_("as often as wanted"))
    for name, said in (
        ("remove", _("put marks into the bin")),
        ("bring-back", _("take marks out of the bin")),
    ):
        action(name, said).add_argument("ids", nargs="+", type=_text, metavar="ID")
    action("bin", _("what was removed in the last thirty days"))
    exporting = action("export", _("marks as a file"), filters)
    exporting.add_argument("file", type=Path, metavar="FILE", help=_("- for standard output"))
    exporting.add_argument("--format", choices=_FORMATS, help=_("without it, by the file's ending"))
    exporting.add_argument("--force", action="store_true", help=_("replace a file that is there"))
    importing = action("import", _("marks from a file; those that are there stay as they are"))
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--format", choices=_READ, help=_("without it, by what the file begins with"))
    action("backups", _("copies of the Notebook, newest first"))
    restoring = action("restore", _("what restoring a backup would change"))
    restoring.add_argument("name", type=_text, metavar="NAME", help=_("of a backup, or its day"))
    restoring.add_argument("--yes", action="store_true", help=_("do it"))
    action("check", _("does every mark still have its place"))
    action("place", _("give marks their places in this edition of the Library"))


# As core.marks and core.exchange.format have them; the window's start does not wait for these.
_COLOURS = ("yellow", "green", "blue", "rose")
_KINDS = ("bookmark", "highlight", "note")
_FORMATS = ("json", "annotations", "csv", "bookmarks", "html", "markdown")
_READ = _FORMATS[:4]  # the others are for reading


def _filters() -> argparse.ArgumentParser:
    filters = argparse.ArgumentParser(add_help=False)
    filters.add_argument("--topic", type=_text, metavar="PLACE", help=_("on that topic"))
    filters.add_argument(
        "--folder", type=_text, metavar="PATH", help=_("in that folder, or one that it holds")
    )
    filters.add_argument("--tag", type=_text, metavar="TAG")
    filters.add_argument("--colour", choices=_COLOURS, metavar="COLOUR", help=", ".join(_COLOURS))
    filters.add_argument("--kind", choices=_KINDS, metavar="KIND", help=", ".join(_KINDS))
    filters.add_argument("--search", type=_text, metavar="WORDS", help=_("with all these words"))
    filters.add_argument("--bin", action="store_true", help=_("those in the bin"))
    return filters


def _text(argument: str) -> str:
    """An argument as text: bytes of it that are none are shown as ?."""
    return argument.encode("utf-8", "replace").decode()


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(_("must be at least 1"))
    return number
