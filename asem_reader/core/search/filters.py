# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The filters in a query's text, such as ``kind:meeting``: found, put in, taken out."""

import re
from collections.abc import Callable, Iterator

_FILTER = re.compile(r'"[^"]*"?|(?<!\S)(?P<key>in|kind|year|has):[\w.-]+')


def filters(text: str) -> tuple[str, ...]:
    """Return the filters that stand in a text, in its order; none of those within quotes."""
    return tuple(match[0] for match in _standing(text))


def without_filter(text: str, narrow: str) -> str:
    """Return a text without one of its filters, and else as it was."""
    return _without(text, lambda match: match[0] == narrow)


def with_filter(text: str, narrow: str) -> str:
    """Return a text with a filter in front, in place of another of its kind; the last word stays last."""
    key = narrow.partition(":")[0]
    return f"{narrow} {_without(text, lambda match: match['key'] == key).lstrip()}"


def toggled(text: str, narrow: str) -> str:
    """Return a text with a filter if it had none such, else without."""
    return without_filter(text, narrow) if narrow in filters(text) else with_filter(text, narrow)


def unfiltered(text: str) -> str:
    """Return a text without any of its filters."""
    return _without(text, lambda _: True)


def _standing(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _FILTER.finditer(text) if match["key"])


def _without(text: str, unwanted: Callable[[re.Match[str]], bool]) -> str:
    left = text
    for match in reversed(list(_standing(text))):
        if unwanted(match):
            before, after = left[: match.start()], left[match.end() :].lstrip()
            left = before + after if after else before.rstrip()
    return left
