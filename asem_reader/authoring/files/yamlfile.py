# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""YAML as this project writes it: one document of a known kind, in which a key stands once."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from asem_reader.authoring.problem import ContentError, Problem

_T = TypeVar("_T")


def read_yaml(file: Path, kind: type, name: str = "") -> Any:
    """Return what a file holds; `name` is what problems call it, else the file's own name.

    Raises:
        ContentError: the file is missing, is not YAML, or holds another kind of thing.
    """
    name = name or file.name
    try:
        content = parse_yaml(file.read_text(encoding="utf-8"), name, 0)
    except FileNotFoundError:
        raise ContentError([Problem(name, 0, "is missing")]) from None
    if not isinstance(content, kind):
        raise ContentError([Problem(name, 1, f"must hold a {kind.__name__}")])
    return content


def read_typed(file: Path, shape: type[_T], name: str = "") -> _T:
    """Return what a file holds, as a value of a shape that msgspec knows.

    Raises:
        ContentError: as `read_yaml`, or it has another shape.
    """
    try:
        return msgspec.convert(read_yaml(file, object, name), shape)
    except msgspec.ValidationError as error:
        raise ContentError([Problem(name or file.name, 0, str(error))]) from None


def parse_yaml(text: str, name: str, lines_before: int) -> Any:
    """Return what a text holds; `lines_before` stand in its file before it.

    Raises:
        ContentError: the text is not YAML, or a key stands twice.
    """
    try:
        return yaml.load(text, _UniqueKeys)
    except yaml.MarkedYAMLError as error:
        line = lines_before + (error.problem_mark.line + 1 if error.problem_mark else 0)
        raise ContentError([Problem(name, line, f"is not YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise ContentError([Problem(name, 0, f"is not YAML: {str(error).splitlines()[0]}")]) from None


class _UniqueKeys(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which a key stands once; plain SafeLoader lets the last one win in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"“{key}” stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep)  # type: ignore[no-any-return]
