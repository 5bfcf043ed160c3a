# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Which function writes a pack in which format; PDF alone is the press's."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from asem_reader.core.form import Form
from asem_reader.core.format import Format
from asem_reader.core.pack import Pack
from asem_reader.paper import text

Writer = Callable[[Pack, Form], bytes]

WRITERS: Mapping[Format, Writer] = MappingProxyType({Format.TEXT: text.written})
