# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""What the tests of export and import make: parcels of any marks, as a Notebook keeps them."""

import datetime

from hypothesis import strategies as st

from asem_reader.core.exchange.parcel import Parcel, packed, tidy
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind, Waiting, lineage, path_of

NOW = "2026-11-25T12:00:00Z"

texts = st.text(st.characters(exclude_categories=["Cs"]))
_NAMED = st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="/#,")
names = st.text(_NAMED, min_size=1, max_size=9)
_TAGGED = st.characters(exclude_categories=["Cs", "Cc", "Z"])
ODD_TAGS = ("#", "##", "#sea", "##sea", "C#", "a,b", ";", "·", "›", "*", "=1+1", "'=1", "<b>", "&amp;", "\\#")
tags = st.text(_TAGGED, min_size=1, max_size=9) | st.sampled_from(ODD_TAGS)
paths = st.lists(names, max_size=3).map("/".join).map(path_of)
times = st.datetimes(timezones=st.just(datetime.UTC)).map(
    lambda moment: f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
)
views = st.just("") | st.sampled_from(("show=ranking", "with=SGP,MLT&weights=p2p:0.25", "X"))
marks = st.builds(
    Mark,
    id=st.from_regex("[0-9a-f]{32}", fullmatch=True),
    kind=st.sampled_from(MarkKind),
    slug=st.from_regex("[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    block=st.none() | st.from_regex("[a-z0-9]+", fullmatch=True),
    quote=texts,
    before=texts,
    after=texts,
    body=texts | st.sampled_from(["=1+1", "'=1+1", "a\n\n    ", "\r\n", "<b>&amp;</b>", '"', "- one\n- two"]),
    folder=paths,
    tags=st.lists(tags, max_size=3, unique=True).map(tuple),
    created=times,
    modified=times,
    words=texts,
    nth=st.integers(0, 9),
    colour=st.none() | st.sampled_from(Colour),
    position=st.integers(0, 99),
    deleted=st.just("") | times,
    waiting=st.none() | st.sampled_from(Waiting),
    view=views,
).map(lambda mark: tidy(mark._replace(view="") if mark.block else mark))


def _with_folders(found: tuple[list[Mark], list[str]]) -> Parcel:
    """A parcel with all folders that there must be, as a Notebook has them."""
    every = dict.fromkeys(
        step for path in (*found[1], *(mark.folder for mark in found[0])) for step in lineage(path)
    )
    return packed(found[0], [Folder(path, place) for place, path in enumerate(every)])


_some = st.lists(marks, max_size=4, unique_by=lambda mark: mark.id)
parcels = st.tuples(_some, st.lists(paths, max_size=3)).map(_with_folders)


def by_id(parcel: Parcel) -> list[Mark]:
    """Its marks in an order that formats with folders do not change."""
    return sorted(parcel.marks, key=lambda mark: mark.id)
