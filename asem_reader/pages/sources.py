# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The list of sources at the foot of a page, each with the ways back to where it is cited."""

from collections.abc import Mapping
from html import escape
from itertools import product
from string import ascii_lowercase
from urllib.parse import urlsplit

from asem_reader.core.content import Article, Source
from asem_reader.core.dates import spoken
from asem_reader.core.language import N_, _
from asem_reader.core.place import BlockId, is_link
from asem_reader.pages.line import anchor, escaped, heading

_NO_ADDRESS = N_("read in a copy, no address")
# As the Library has them; they are translated where they are shown.
_KINDS = (N_("official"), N_("institution"), N_("press"), N_("reference"), N_("copy"))
_LETTERS = (*ascii_lowercase, *map("".join, product(ascii_lowercase, repeat=2)))


def sources(article: Article) -> str:
    """Return the list with its heading; each source has an arrow for each block that cites it."""
    if not article.sources:
        return ""
    cited = article.citing
    rows = "".join(
        f'<tr><td class="number">{anchor(f"source-{source.number}")}{source.number}</td>'
        f"<td>{_source(source)}{_ways_back(source.number, cited)}</td></tr>"
        for source in article.sources
    )
    table = f'<table class="sources" cellspacing="0">{rows}</table>'
    return heading("sources", escaped(_("Sources"))) + table


def _ways_back(number: int, cited: Mapping[int, tuple[BlockId, ...]]) -> str:
    """An arrow for each block, by letters if there are several."""
    blocks = cited.get(number, ())
    letters = _LETTERS if len(blocks) > 1 else ("",)
    links = zip(blocks, letters, strict=False)
    return "".join(f' <a class="back" href="#{block}">↑{letter}</a>' for block, letter in links)


def _source(source: Source) -> str:
    said = [part for part in (escaped(source.title), escaped(source.publisher), spoken(source.date)) if part]
    kind = _(source.kind if source.url else _NO_ADDRESS)
    end = f' <span class="muted">({escaped(kind)})</span>'
    if is_link(source.url):
        end += f' <a href="{escape(source.url)}">{escaped(_host(source.url))}</a>'
    elif source.url:
        end += f" {escaped(source.url)}"
    return ". ".join(said) + end


def _host(url: str) -> str:
    """Host of an address, as it stands on the page; the whole address where it has none."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url
