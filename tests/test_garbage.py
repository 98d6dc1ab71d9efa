"""Garbage is looked for where there may be some, and not in all that a long work leaves."""

import gc

import pytest

from diwan.garbage import collected, frozen, uncollected


def test_what_was_made_where_no_garbage_is_looked_for_counts_as_old():
    """Else Python would look through all of it as soon as it may, as if it were new."""
    with uncollected():
        assert not gc.isenabled()
        made = [[] for _ in range(10_000)]
    assert gc.isenabled()
    young = {id(one) for generation in (0, 1) for one in gc.get_objects(generation)}
    assert not young.intersection(map(id, made))
    assert gc.get_freeze_count() == 0


def test_what_is_frozen_for_other_processes_stays_so():
    """A process that looks through what it shares with another gets a copy of it."""
    with frozen():
        before = gc.get_freeze_count()
        with uncollected():
            pass
        assert gc.get_freeze_count() >= before > 0
    assert gc.get_freeze_count() == 0


def test_what_is_frozen_is_not_counted(monkeypatch):
    """Python goes through all of it: work in many shares would take longer the more there is beside it."""
    monkeypatch.setattr(gc, "get_freeze_count", pytest.fail)
    with frozen(), uncollected():
        pass


def test_garbage_is_looked_for_within_where_that_is_asked():
    """Each block leaves it as it was."""
    with uncollected():
        with collected():
            assert gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
