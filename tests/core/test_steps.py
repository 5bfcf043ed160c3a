# SPDX-FileCopyrightText: 2026 The ASEM Reader developers
# SPDX-License-Identifier: MIT
"""Steps that are done at once lead to what they lead to one by one."""

from collections.abc import Generator

import pytest

from asem_reader.core.steps import done


def test_all_steps_are_done_and_their_end_is_returned() -> None:
    taken: list[int] = []

    def counting() -> Generator[None, None, str]:
        for number in range(3):
            taken.append(number)
            yield
        return "end"

    assert done(counting()) == "end"
    assert taken == [0, 1, 2]


def test_what_a_step_raises_is_raised() -> None:
    def failing() -> Generator[None, None, None]:
        yield
        raise ValueError("half-way")

    with pytest.raises(ValueError, match="half-way"):
        done(failing())
