# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""The colours of a figure's tones in print; on the screen a theme says them."""

from asem_reader.core.drawing.figure import Tone

# Greys, so that a copy in black and white says the same.
PRINTED = {
    Tone.INK: "#000000",
    Tone.MUTED: "#4d4d4d",
    Tone.FAINT: "#d4d4d4",
    Tone.ACCENT: "#000000",
    Tone.PAPER: "#ffffff",
    Tone.Q0: "#f0f0f0",
    Tone.Q1: "#d9d9d9",
    Tone.Q2: "#b3b3b3",
    Tone.Q3: "#666666",
    Tone.Q4: "#262626",
}
