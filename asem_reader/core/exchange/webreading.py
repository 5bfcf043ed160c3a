# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Reads marks back from a page that `webpage` wrote, also after it was written on by hand."""

from asem_reader.core.exchange.emphasis import Note
from asem_reader.core.exchange.entry import from_entry, is_address
from asem_reader.core.exchange.parcel import Parcel, Unreadable, packed
from asem_reader.core.exchange.speech import kind_named, on_parts, title_of
from asem_reader.core.exchange.tag import Tag, line_of, tags
from asem_reader.core.marks import Mark

TITLE = "Marks from ASEM Reader"

_ID = "mark-"
_UNSEEN = ("modified", "position", "deleted", "waiting")


def read(text: str, now: str) -> Parcel:
    """Return the marks that a page holds: of each what is shown, and its id, times and position if left.

    Raises:
        Unreadable: it is none, or cut off, or a mark in it is wrong; with its line.
    """
    reading = _Reading()
    marks: list[Mark] = []
    at = 0
    try:
        for tag in tags(text):
            at = tag.at
            reading.walk(tag)
        reading.end(text)
        for where, entry in reading.entries:
            at = where
            marks.append(from_entry(entry, now))
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable(str(error), line_of(text, at)) from None
    return packed(marks, left_out=reading.left_out)


class _Reading:
    """Walks through a page.

    Attributes:
        entries: the marks, with where each begins, as `from_entry` takes them.
        left_out: how many articles lead to no place in a Library.
    """

    def __init__(self) -> None:
        self.entries: list[tuple[int, dict[str, str]]] = []
        self.left_out = 0
        self._topic = ""  # the address of the section's topic
        self._title = ""
        self._is_ours = False
        self._opened = self._closed = False  # the page as a whole
        self._article: _Article | None = None
        self._in = ""  # h2 or title

    def walk(self, tag: Tag) -> None:
        """Take in a tag."""
        if tag.name == "article":
            self._end_article()
            self._article = None if tag.closes else _Article(tag)
        elif self._article:
            self._article.walk(tag)
        else:
            self._walk_around(tag)

    def end(self, text: str) -> None:
        """See that nothing is missing.

        Raises:
            Unreadable: the page is cut off, or none of marks.
        """
        if self._article:
            raise Unreadable("it is cut off: this mark does not end", line_of(text, self._article.at))
        if self._opened and not self._closed:
            raise Unreadable("it is cut off: </html> is missing", line_of(text, len(text)))
        if not (self.entries or self._is_ours):
            raise Unreadable("it holds no marks: each is an <article> with a link such as asem:sea#dzhb")

    def _walk_around(self, tag: Tag) -> None:
        """Take in a tag that stands in no mark."""
        if tag.name == "html":
            self._opened, self._closed = True, tag.closes
        elif tag.name == "section":
            self._topic = self._title = ""
        elif tag.name in ("h2", "title"):
            self._in = "" if tag.closes else tag.name
        elif tag.name == "a" and not tag.closes and not self._topic:
            address = tag.attributes.get("href", "").strip()
            self._topic = address if is_address(address) else ""
        if self._in == "h2":
            self._title += tag.behind
        self._is_ours = self._is_ours or (self._in == "title" and tag.behind.strip() == TITLE)

    def _end_article(self) -> None:
        if self._article is None:
            return
        entry = self._article.entry(self._topic, self._title.strip())
        if entry["address"] or entry["id"]:
            self.entries.append((self._article.at, entry))
        else:
            self.left_out += 1


class _Article:
    """What one mark's article holds.

    Attributes:
        at: where it begins in the text.
    """

    def __init__(self, tag: Tag) -> None:
        self.at = tag.at
        name = tag.attributes.get("id", "")
        self._told = {name: tag.attributes.get(f"data-{name}", "") for name in _UNSEEN}
        self._told |= {"id": name.removeprefix(_ID) if name.startswith(_ID) else "", "address": ""}
        self._texts: dict[str, list[str]] = {}
        self._note, self._more = Note(), Note()
        self._part = ""  # what a text is that stands here; nothing for what was written between by hand
        self._depth = 0  # of what stands in one another in the note
        self._more.add(tag.behind)

    def entry(self, topic: str, title: str) -> dict[str, str]:
        """Return the mark as `from_entry` takes it.

        Args:
            topic: address of the topic under which it stands, for a mark that is on it as a whole.
            title: of that topic.
        """
        address = self._told["address"] or topic
        kind, colour = kind_named(self._text("kind"))
        quote, words, nth = on_parts(self._text("before"), self._text("words"), self._text("behind"))
        more = self._more.text.strip()
        return {
            **self._told,
            "address": address,
            "kind": kind,
            "colour": colour,
            "quote": quote if "#" in address else title_of(address, title),
            "words": words,
            "nth": str(nth),
            "note": "\n\n".join(part for part in (self._note.text, more) if part),
            "folder": "/".join(self._texts.get("folder", ())),
            "tags": " ".join(self._texts.get("tag", ())),
        }

    def walk(self, tag: Tag) -> None:
        """Take in a tag that stands in it."""
        before = self._part
        if before == "note":
            self._depth += (-1 if tag.closes else 1) * (tag.name == "div")
            self._part = "note" if self._depth else ""
        else:
            step = (before, f"/{tag.name}" if tag.closes else _name(tag))
            self._part = _STEPS.get(step, before)
        if tag.name == "a" and before == "kind":
            self._told["address"] = tag.attributes.get("href", "").strip()
        elif tag.name == "time" and not tag.closes:
            self._told["created"] = tag.attributes.get("datetime", "")
        self._take(tag, entering=before != self._part)

    def _take(self, tag: Tag, *, entering: bool) -> None:
        """Give the text behind a tag to what it belongs to."""
        notes = {"": self._more, "note": self._note}
        if self._part not in notes:
            self._texts.setdefault(self._part, []).append(tag.behind)
        elif entering:
            self._depth = 1
            notes[self._part].add(tag.behind)
        else:
            notes[self._part].walk(tag)

    def _text(self, part: str) -> str:
        return "".join(self._texts.get(part, ()))


# From what a text was, at which tag, to what it is.
_STEPS = {
    ("", "h3"): "kind",
    ("kind", "a"): "link",
    ("link", "/a"): "kind",
    ("kind", "/h3"): "",
    ("", "blockquote"): "before",
    ("before", "mark"): "words",
    ("words", "/mark"): "behind",
    ("before", "/blockquote"): "",
    ("words", "/blockquote"): "",
    ("behind", "/blockquote"): "",
    ("", "div.note"): "note",
    ("", "p.quiet"): "filing",
    ("filing", "span.folder"): "folder",
    ("folder", "/span"): "filing",
    ("filing", "span.tag"): "tag",
    ("tag", "/span"): "filing",
    ("filing", "/p"): "",
}


def _name(tag: Tag) -> str:
    """What a tag is called in `_STEPS`."""
    name = f"{tag.name}.{tag.attributes.get('class', '')}"
    return name if name in _CLASSED else tag.name


_CLASSED = {name for _, name in _STEPS if "." in name}
