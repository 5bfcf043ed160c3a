# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Addresses that lead out of the Library, and which of them are links."""

SCHEMES = frozenset(("http", "https", "mailto"))


def is_link(address: str) -> bool:
    """Return whether an address may be handed to the system: one of the web, or of a mailbox.

    Another scheme (RFC 3986, 3.1) is text everywhere: it could open a file of this machine, or run something.
    """
    scheme, colon, _ = address.partition(":")
    return bool(colon) and scheme.lower() in SCHEMES
