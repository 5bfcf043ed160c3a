# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""One mark on a page that `webpage` wrote: its article, also after it was written on by hand."""

import re

from asem_reader.core.exchange.emphasis import NoteParser
from asem_reader.core.exchange.speech import kind_named, on_parts, title_of
from asem_reader.core.exchange.tag import Tag, tags, unescaped

_ID = "mark-"
_UNSEEN = ("modified", "position", "deleted", "waiting")
# An article letter for letter as `webpage` writes it: read at once it takes a third of the time. No part can
# go beyond the next sign that ends it, so that whatever else stands there is passed over once.
WRITTEN = re.compile(
    r'<article id="mark-(?P<id>[^"&]*)"(?P<unseen>(?: data-[a-z]+="[^"&]*")*)>\n'
    r'<h3>(?P<kind>[^<&]*?)(?: <a href="(?P<address>[^"&]*)">[^<]*</a>)?</h3>\n'
    r"(?:<blockquote>(?P<before>[^<]*)"
    r'(?:<mark class="[a-z]+">(?P<words>[^<]*)</mark>(?P<behind>[^<]*))?</blockquote>\n)?'
    r'(?P<div><div class="note">(?P<note>[^<]*(?:<(?!/?(?:div|article)\b)[^<]*)*)</div>\n)?'
    r'<p class="quiet">(?P<filing>(?:[^<]*<span class="(?:folder|tag)">[^<]*</span>)*[^<]*)'
    r'<time datetime="(?P<created>[^"&]*)">[^<]*</time></p>\n</article>',
)
_ATTRIBUTE = re.compile(r' data-([a-z]+)="([^"]*)"')
_SPAN = re.compile(r'<span class="(folder|tag)">([^<]*)</span>')


class MarkArticle:
    """What one mark's article holds, gathered tag by tag.

    Attributes:
        at: where it begins in the text.
    """

    def __init__(self, tag: Tag) -> None:
        """Begin with the tag that opens it."""
        self.at = tag.at
        name = tag.attributes.get("id", "")
        self._told = {name: tag.attributes.get(f"data-{name}", "") for name in _UNSEEN}
        self._told |= {"id": name.removeprefix(_ID) if name.startswith(_ID) else "", "address": ""}
        self._texts: dict[str, list[str]] = {}
        self._note, self._more = NoteParser(), NoteParser()
        self._part = ""  # what a text is that stands here; nothing for what was written between by hand
        self._depth = 0  # of what stands in one another in the note
        self._more.add(tag.behind)

    @classmethod
    def written(cls, found: re.Match[str]) -> "MarkArticle":
        """Return what an article holds that is as `WRITTEN` says: the same as if it were walked through."""
        told = dict(reversed(_ATTRIBUTE.findall(found["unseen"])))
        article = cls(Tag(found.start(), "article", False, {}, ""))
        article._told |= {name: told.get(name, "") for name in _UNSEEN}
        article._told |= {"id": found["id"], "created": found["created"]}
        article._told["address"] = (found["address"] or "").strip()
        texts = article._texts
        texts["kind"] = [found["kind"]]
        text = found.string
        for part in ("before", "words", "behind"):
            if found[part]:
                texts[part] = [unescaped(text, *found.span(part))]
        for span in _SPAN.finditer(text, *found.span("filing")):
            texts.setdefault(span[1], []).append(unescaped(text, *span.span(2)))
        if found["div"]:
            article._read_note(text, found.start("div"), found.end("note"))
        return article

    def _read_note(self, text: str, start: int, end: int) -> None:
        opening, *others = tags(text, start, end)
        self._note.add(opening.behind)
        for tag in others:
            self._note.walk(tag)

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
            if tag.name == "div":
                self._depth += -1 if tag.closes else 1
            if self._depth:
                self._note.walk(tag)
                return
            self._part = ""
        else:
            name = f"/{tag.name}" if tag.closes else _name(tag) if tag.attributes else tag.name
            self._part = _STEPS.get((before, name), before)
        if tag.name == "a" and before == "kind":
            self._told["address"] = tag.attributes.get("href", "").strip()
        elif tag.name == "time" and not tag.closes:
            self._told["created"] = tag.attributes.get("datetime", "")
        self._take(tag, entering=before != self._part)

    def _take(self, tag: Tag, *, entering: bool) -> None:
        """Give the text behind a tag to what it belongs to."""
        if self._part not in ("", "note"):
            self._texts.setdefault(self._part, []).append(tag.behind)
            return
        note = self._note if self._part else self._more
        if entering:
            self._depth = 1
            note.add(tag.behind)
        else:
            note.walk(tag)

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
