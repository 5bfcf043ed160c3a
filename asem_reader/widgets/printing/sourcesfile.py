# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The file for sources that other programs take: which, and in which format."""

from collections.abc import Iterable

from asem_reader.core.language import _, ngettext
from asem_reader.core.place import Slug
from asem_reader.core.references.referenceformat import ReferenceFormat
from asem_reader.viewmodels.printing.compositor import Compositor
from asem_reader.viewmodels.session.settings import Settings
from asem_reader.widgets.controls.savefile import ask_file
from asem_reader.widgets.frame.notice import Notice
from asem_reader.widgets.frame.savednotice import SavedNotice
from asem_reader.widgets.printing.output import file_name

_CALLED = {ReferenceFormat.BIBTEX: "BibTeX", ReferenceFormat.RIS: "RIS", ReferenceFormat.CSL: "CSL-JSON"}


def save_sources(
    notice: Notice, settings: Settings, compositor: Compositor, slugs: Iterable[Slug], title: str
) -> None:
    """Ask for a file, write the sources of topics into it, and say so.

    Raises:
        NoSources, NotWritten, AlreadyThere: as their names say.
    """
    sources = compositor.sources(slugs)
    kinds = {f"{_CALLED[each]} (*{each.ending})": each for each in ReferenceFormat}
    name = f"{file_name(title)}{ReferenceFormat.BIBTEX.ending}"

    def named(typed: str, kind: str) -> str:
        return (
            typed if ReferenceFormat.of(typed) else f"{typed}{kinds.get(kind, ReferenceFormat.BIBTEX).ending}"
        )

    chosen = ask_file(notice.window(), settings, _("Export sources"), name, ";;".join(kinds), named)
    if chosen is None:
        return
    kind = ReferenceFormat.of(chosen.path.name) or ReferenceFormat.BIBTEX
    compositor.output.write(chosen.path, kind.written(sources), replace=chosen.replace)
    said = ngettext("{count} source saved in {name}.", "{count} sources saved in {name}.", len(sources))
    SavedNotice(notice, said.format(count=len(sources), name=chosen.path.name), chosen.path)
