# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Web Annotations: ours come back without loss, and any reader of JSON-LD finds the model's terms in them."""

import json
from typing import Any

import pytest
from hypothesis import given
from pyld import jsonld
from support.mark_strategies import NOW, parcels
from support.marks import mark

from asem_reader.core.exchange import annotationreading, annotations
from asem_reader.core.exchange.parcel import Parcel
from asem_reader.core.marks.mark import Colour, Folder, Mark, MarkKind

OA, DC = "http://www.w3.org/ns/oa#", "http://purl.org/dc/"
# The terms that are used, as the context of the W3C (Web Annotation Vocabulary, 2017) maps them.
TERMS = {
    **{name: f"{OA}{name}" for name in ("Annotation", "TextQuoteSelector", "TextPositionSelector")},
    **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix", "start", "end", "styleClass")},
    **{name: f"{OA}{name}" for name in ("TextualBody", "SpecificResource")},
    **{name: f"{OA}{name}" for name in ("commenting", "tagging", "bookmarking", "highlighting")},
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "refinedBy": {"@id": f"{OA}refinedBy", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "created": f"{DC}terms/created",
    "modified": f"{DC}terms/modified",
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@container": "@list"},
    "id": "@id",
    "type": "@type",
    "dc": f"{DC}elements/1.1/",
}


def nodes(text: str) -> list[dict[str, Any]]:
    """The annotations of a text, as a reader of JSON-LD understands them; nothing comes from the network."""

    def loaded(address: str, _: object) -> dict[str, object]:
        assert address == "http://www.w3.org/ns/anno.jsonld"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address} | {
            "document": {"@context": TERMS}
        }

    (whole,) = jsonld.expand(json.loads(text), {"documentLoader": loaded})
    ((held,),) = (each.values() for each in whole["http://www.w3.org/ns/activitystreams#items"])
    return list(held)


def first(node: Any, *path: str) -> Any:
    """What stands at the end of a path of terms."""
    for name in path:
        node = node[f"{OA}{name}"][0]
    return node


@given(parcels)
def test_a_parcel_comes_back_without_loss(parcel: Parcel) -> None:
    assert annotationreading.read(annotations.written(parcel), NOW) == parcel


def test_a_reader_of_json_ld_finds_what_a_mark_says() -> None:
    on = mark(body="Ask")._replace(kind=MarkKind.HIGHLIGHT, colour=Colour.GREEN, words="it is")
    (node,) = nodes(annotations.written(Parcel((on,), (Folder("Folder"),))))
    assert node["@id"] == "urn:uuid:00000000-0000-0000-0000-000000000001"
    assert (node["@type"], first(node, "motivatedBy")) == ([f"{OA}Annotation"], {"@id": f"{OA}highlighting"})
    assert node[f"{DC}terms/created"] == [{"@value": on.created}]
    assert node["asem:ns/folder"] == [{"@value": "Folder"}]
    assert first(node, "hasTarget", "hasSource") == {"@id": "asem:maritime-security#b7k2"}
    assert first(node, "hasTarget", "styleClass") == {"@value": "green"}
    quote = first(node, "hasTarget", "hasSelector")
    told = [first(quote, name)["@value"] for name in ("exact", "prefix", "suffix")]
    assert told == ["What it is on", "before", "after"]
    words, where = quote[f"{OA}refinedBy"]
    assert (first(words, "exact"), first(where, "start")) == ({"@value": "it is"}, {"@value": 5})
    said = [
        (each[f"{OA}hasPurpose"][0]["@id"], each[TERMS["value"]][0]["@value"])
        for each in node[f"{OA}hasBody"]
    ]
    assert said == [(f"{OA}commenting", "Ask"), (f"{OA}tagging", "one"), (f"{OA}tagging", "two")]


@given(parcels)
def test_nothing_that_is_written_is_lost_on_a_reader_of_json_ld(parcel: Parcel) -> None:
    found = nodes(annotations.written(parcel))
    assert [node["@id"].replace("-", "") for node in found] == [
        f"urn:uuid:{each.id}" for each in parcel.marks
    ]
    addresses = [first(node, "hasTarget", "hasSource")["@id"] for node in found]
    assert addresses == [each.place.address for each in parcel.marks]


def test_a_topic_as_a_whole_has_its_title_and_no_selector() -> None:
    target = json.loads(annotations.written(Parcel((mark(block=None),))))["items"][0]["target"]
    assert (target["dc:title"], "selector" in target) == ("What it is on", False)


@pytest.mark.parametrize("one", [mark(), mark(block=None)])
def test_a_set_has_what_readium_asks_for(one: Mark) -> None:
    whole = json.loads(annotations.written(Parcel((one,))))
    assert (whole["@context"], whole["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationSet")
    assert {"id", "about", "items"} <= set(whole)
    assert {"@context", "id", "created", "type", "target"} <= set(whole["items"][0])
