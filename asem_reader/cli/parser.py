# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What may stand on the command line: commands, arguments and options, by argparse."""

import argparse
from pathlib import Path
from typing import Any

from asem_reader import __version__
from asem_reader.core.language import _

COMMANDS = ("outline", "show", "search", "figures", "sources", "print", "marks", "check")
# As core.marks and core.exchange.format have them; the window's start does not wait for these.
_COLOURS = ("yellow", "green", "blue", "rose")
_KINDS = ("bookmark", "highlight", "note")
_FORMATS = ("json", "annotations", "csv", "bookmarks", "html", "markdown")
_READ = _FORMATS[:4]  # the others are for reading
# As core.indicators.scheme has them.
_SCHEMES = {
    "scale": ("minmax", "zscore", "rank"),
    "mean": ("arithmetic", "geometric"),
    "missing": ("group-mean", "median"),
}
_REFERENCES = ("bibtex", "ris", "csl")  # as core.references.referenceformat
_SHOWN = ("ranking", "scatter", "tiles", "profile", "comparison", "correlations")  # as core.indicators.view
_MOST_DRAWS = 100_000


def parse(given: list[str]) -> argparse.Namespace:
    """Return what arguments say; on wrong usage argparse ends the process with 2, after --help with 0."""
    common = _common()
    known, rest = common.parse_known_args(given)
    words = [word for word in rest if not word.startswith("-")]
    if words and words[0] in COMMANDS:
        parser = _commands()
        chosen = _checked(parser.parse_args(_with_negations(rest) if words[0] == "search" else rest), parser)
        return argparse.Namespace(**{**vars(known), **vars(chosen)})
    window = argparse.ArgumentParser(
        prog="asem-reader",
        parents=[common],
        description=_("Read, search, mark and print briefing content on the Asia-Europe Meeting, offline."),
        epilog=_(
            "Commands: outline, show, search, figures, sources, print, marks, check;"
            " asem-reader COMMAND --help tells more."
        ),
    )
    _add(window, "place", "PLACE", _("open there: asem:maritime-security, POL-05"), nargs="?")
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


def _add(
    parser: "argparse._ActionsContainer", name: str, metavar: str, said: str | None = None, **more: Any
) -> None:
    """Add an option or argument that is text, but for what `more` says, to a parser or a group of one."""
    parser.add_argument(name, **{"type": _text, "metavar": metavar, "help": said, **more})


def _flag(parser: "argparse._ActionsContainer", name: str, said: str | None = None) -> None:
    parser.add_argument(name, action="store_true", help=said)


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="asem-reader", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)

    _flag(commands.add_parser("outline", help=_("the tree of topics")), "--json")

    show = commands.add_parser("show", help=_("one topic, one block of it, or a view of its figures"))
    _add(show, "place", "PLACE")
    show.add_argument("--format", choices=("text", "html", "json"), default="text")

    search = commands.add_parser("search", help=_("find sections"))
    _add(search, "query", "QUERY", nargs="+")
    _add(search, "--limit", "N", type=_positive, default=20)
    _flag(search, "--literal", _("neither mend nor widen what is typed"))
    _flag(search, "--json")

    _figures(commands.add_parser("figures", help=_("partners by their connectivity scores and ranks")))
    _sources(commands.add_parser("sources", help=_("what topics cite, as BibTeX, RIS or CSL-JSON")))
    _printing(commands.add_parser("print", help=_("topics as sheets or a pack, as PDF or in another form")))
    marks = commands.add_parser("marks", help=_("bookmarks and notes"))
    _marks(marks.add_subparsers(dest="action", required=True))
    _flag(commands.add_parser("check", help=_("is the Library whole, is the Notebook")), "--json")
    return parser


def _figures(figures: argparse.ArgumentParser) -> None:
    _add(
        figures,
        "topic",
        "TOPIC",
        _("an index, pillar or indicator, or a view of one; without it the whole"),
        nargs="?",
        default="",
    )
    _add(figures, "--with", "ISO3,...", _("only these partners, ranked among all"), default="")
    _add(figures, "--weights", "CODE:N,...", _("weights other than 1, such as physical:2"), default="")
    for name, known in _SCHEMES.items():
        figures.add_argument(f"--{name}", choices=known)
    _add(figures, "--draws", "N", _("so many draws of weights for the intervals"), type=_drawn, default=500)
    figures.add_argument("--format", choices=("text", "csv", "json", "svg"), default="text")
    _add(figures, "--show", "PICTURE", ", ".join(_SHOWN), choices=_SHOWN)


def _sources(sources: argparse.ArgumentParser) -> None:
    _add(sources, "places", "PLACE", nargs="*")
    _add(sources, "--binder", "NAME", _("those of the topics of a kept pack"))
    _add(sources, "--format", "FORMAT", ", ".join(_REFERENCES), choices=_REFERENCES)
    sources.add_argument(
        "-o", "--output", type=Path, metavar="FILE", default=Path("-"), help=_("- for standard output")
    )
    _flag(sources, "--force", _("replace files that are there"))


def _printing(printing: argparse.ArgumentParser) -> None:
    from asem_reader.core.printing.form import DocumentFormat

    _add(printing, "places", "PLACE", nargs="*")
    more = printing.add_argument_group(_("topics beside those that are named"))
    _add(more, "--binder", "NAME", _("those of a kept pack, and its cover"))
    _add(more, "--folder", "PATH", _("those that marks in a folder are on"))
    _add(more, "--search", "QUERY", _("those that a search finds"))
    _add(more, "--limit", "N", _("at most so many of --search"), type=_positive, default=20)
    printing.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=_("- for standard output")
    )
    _flag(printing, "--force", _("replace files that are there"))
    formats = tuple(DocumentFormat)
    printing.add_argument("--format", choices=formats, help=_("without it, by the file's ending"))
    page = printing.add_argument_group(_("the page"))
    page.add_argument("--paper", choices=("a4", "letter"), default="a4")
    page.add_argument("--profile", choices=("standard", "large", "card", "article"))
    page.add_argument("--large", dest="profile", action="store_const", const="large", help="--profile large")
    _add(page, "--marking", "TEXT", _("at the head and foot of each page"))
    _add(page, "--handling", "TEXT", _("below the marking"))
    _flag(page, "--codes", _("with the code of each paragraph"))
    _flag(page, "--margin", _("with a margin for notes by hand"))
    _flag(page, "--our-line", _("with lines under “Our line” on each issue, to write on"))
    _add(page, "--copies", "N", _("so many numbered copies"), type=_positive, default=0)
    _add(page, "--copy", "N", _("only this one of them"), type=_positive, default=0)
    what = printing.add_argument_group(_("what is printed"))
    for option, names in (("--sections", "NAMES"), ("--blocks", "CODES"), ("--leave-out", "NAMES")):
        _add(what, option, names, action="append", default=[])
    _flag(what, "--with-notes", _("with your own notes"))
    _flag(what, "--with-meetings", _("with the meetings that are mentioned"))
    _flag(what, "--with-partners", _("with the partners that are mentioned"))
    _add(what, "--prepared-for", "TEXT", default="")
    pack = printing.add_argument_group(_("as a pack"))
    _flag(pack, "--pack", _("with cover, contents, acronyms, one list of sources"))
    for option in ("--title", "--occasion", "--place", "--date"):
        _add(pack, option, "TEXT", _("on the cover"))


def _checked(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Refuse what does not go together."""
    if chosen.command == "figures" and chosen.show and chosen.format != "svg":
        parser.error(_("--show is the picture of --format svg"))
    if chosen.command == "sources" and not (chosen.places or chosen.binder):
        parser.error(_("a PLACE or --binder must be given"))
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
    _flag(as_json, "--json")
    filters = argparse.ArgumentParser(add_help=False)
    _add(filters, "--topic", "PLACE", _("on that topic"))
    _add(filters, "--folder", "PATH", _("in that folder, or one that it holds"))
    _add(filters, "--tag", "TAG")
    _add(filters, "--colour", "COLOUR", ", ".join(_COLOURS), choices=_COLOURS)
    _add(filters, "--kind", "KIND", ", ".join(_KINDS), choices=_KINDS)
    _add(filters, "--search", "WORDS", _("with all these words"))
    _flag(filters, "--bin", _("those in the bin"))

    def action(name: str, said: str, *more: argparse.ArgumentParser) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=said, parents=[as_json, *more], allow_abbrev=False)

    action("list", _("all marks, or those that filters leave"), filters)
    adding = action("add", _("a bookmark; a note with --note, a highlight with --highlight"))
    _add(adding, "place", "PLACE")
    _add(adding, "--note", "TEXT")
    _add(adding, "--highlight", "COLOUR", ", ".join(_COLOURS), choices=_COLOURS)
    _add(adding, "--words", "TEXT", _("only these words of the paragraph"))
    _add(adding, "--folder", "PATH", _("such as Desk/Sea"))
    _add(adding, "--tag", "TAG", _("as often as wanted"), action="append")
    _add(action("remove", _("put marks into the bin")), "ids", "ID", nargs="+")
    _add(action("bring-back", _("take marks out of the bin")), "ids", "ID", nargs="+")
    action("bin", _("what was removed in the last thirty days"))
    exporting = action("export", _("marks as a file"), filters)
    _add(exporting, "file", "FILE", _("- for standard output"), type=Path)
    exporting.add_argument("--format", choices=_FORMATS, help=_("without it, by the file's ending"))
    _flag(exporting, "--force", _("replace a file that is there"))
    importing = action("import", _("marks from a file; those that are there stay as they are"))
    _add(importing, "file", "FILE", type=Path)
    importing.add_argument("--format", choices=_READ, help=_("without it, by what the file begins with"))
    merging = action("merge", _("another Notebook into this one"))
    _add(merging, "file", "FILE", type=Path)
    _flag(merging, "--dry-run", _("only say what would change"))
    _flag(merging, "--both-ways", _("and this one into FILE, which is made if it is not there"))
    action("conflicts", _("texts that were changed in two Notebooks"))
    choosing = action("choose", _("keep one of the texts that conflicts shows"))
    _add(choosing, "id", "ID")
    _add(choosing, "number", "N", _("its number there"), type=int)
    forgetting = action("forget", _("delete marks for good, in every copy"))
    _add(forgetting, "ids", "ID", nargs="*")
    _flag(forgetting, "--bin", _("all in the bin"))
    _flag(forgetting, "--yes", _("do it; nothing brings them back"))
    copies = action("copies", _("all copies of the Notebook, those set aside too"))
    _add(copies, "--remove", "NAME", _("take that one away"), action="append")
    action("backups", _("copies of the Notebook, newest first"))
    restoring = action("restore", _("what restoring a backup would change"))
    _add(restoring, "name", "NAME", _("of a backup, or its day"))
    _flag(restoring, "--yes", _("do it"))
    action("check", _("does every mark still have its place"))
    action("place", _("give marks their places in this edition of the Library"))


def _text(argument: str) -> str:
    """An argument as text: bytes of it that are none are shown as ?."""
    return argument.encode("utf-8", "replace").decode()


def _drawn(text: str) -> int:
    number = _positive(text)
    if number > _MOST_DRAWS:
        raise argparse.ArgumentTypeError(_("must be at most {most}").format(most=_MOST_DRAWS))
    return number


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(_("must be at least 1"))
    return number
