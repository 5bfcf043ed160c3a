# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The command `sources`: what topics cite, for other programs. No Qt."""

import sys

from asem_reader.cli.printing import binder_named
from asem_reader.cli.terminal import Call
from asem_reader.core.place import Place
from asem_reader.core.references.referenceformat import ReferenceFormat
from asem_reader.operations.references import sources_of
from asem_reader.operations.topics import by_slug
from asem_reader.store.output import Output


def print_sources(call: Call) -> None:
    """Write the sources of places and of a binder's topics, into a file or on standard output."""
    chosen = call.options
    file = None if str(chosen.output) == "-" else chosen.output
    named = ReferenceFormat(chosen.format) if chosen.format else ReferenceFormat.of(chosen.output.name)
    kind, output = named or ReferenceFormat.BIBTEX, Output(call.home.folders, call.library_file)
    if file:
        output.check(file, replace=chosen.force)
    with call.library() as library:
        places = [library.find(text)._replace(view="") for text in chosen.places]
        if chosen.binder:
            topics = by_slug(library)
            places += [Place(slug) for slug in binder_named(chosen.binder, call).slugs if slug in topics]
        content = kind.written(sources_of(library, places))
    if file:
        output.write(file, content, replace=chosen.force)
    else:
        sys.stdout.buffer.write(content)
