"""What is made beside the pages of a live site: the search index and the open data, always of its newest state.

In: an edition after every change. The index is made in a thread, which remembers what it made before, so that an edit
costs what it changed; the open data in a process of its own, which ends when there is something newer. Both take their
places in one step, when they are ready.
"""

import multiprocessing
from pathlib import Path
from threading import Condition, Thread
from typing import TYPE_CHECKING

from diwan.edition import Edition
from diwan.garbage import uncollected
from diwan.memory import Memory
from diwan.parts import Parts
from diwan.publish import write_data
from diwan.rendering import empty
from diwan.search.bundle import Indexer
from diwan.trees import Trees, replace_tree

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess


class Beside:
    """Makes search and data of the newest edition it was given."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self._memory, self._indexer = memory, Indexer(memory)
        self._index, self._next_index = folder / "search", folder / "search-fresh"
        self._data = Trees(folder / "data", folder / "data-spare", folder / "data-fresh")
        self._changed = Condition()
        self._wanted: Edition | None = None
        #: How many editions were given, and of which of them the index stands.
        self._given = self._indexed = 0
        self._thread: Thread | None = None
        self._process: ForkProcess | None = None

    @property
    def folders(self) -> tuple[Path, Path]:
        """Where index and data stand."""
        return self._index, self._data.present

    def make(self, edition: Edition) -> None:
        """Begin to make search and data of *edition*; data that are being made of a former one are given up."""
        with self._changed:
            self._wanted = edition
            self._given += 1
            if self._process:
                self._process.kill()
            if self._thread is None:
                self._thread = Thread(target=self._work, daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Wait until search and data are those of the newest edition."""
        with self._changed:
            self._changed.wait_for(lambda: self._thread is None)

    def wait_for_search(self) -> None:
        """Wait until the search is that of the newest edition."""
        with self._changed:
            self._changed.wait_for(lambda: self._thread is None or self._indexed == self._given)

    def _work(self) -> None:
        try:
            while taken := self._take():
                edition, given = taken
                with uncollected():
                    self._make_index(edition)
                with self._changed:
                    self._indexed = given
                    self._changed.notify_all()
                self._make_data(edition)
                self._memory.keep()
        except BaseException:
            with self._changed:
                self._thread = None
                self._changed.notify_all()
            raise

    def _take(self) -> tuple[Edition, int] | None:
        """Return the newest edition and its number; without one, this thread is the last of its kind."""
        with self._changed:
            edition, self._wanted = self._wanted, None
            if edition is None:
                self._thread = None
                self._changed.notify_all()
                return None
            return edition, self._given

    def _make_index(self, edition: Edition) -> None:
        # What it wrote the time before last lies where it writes now, and is brought up to date.
        self._next_index.mkdir(parents=True, exist_ok=True)
        self._indexer.write(edition, self._next_index, self._index)
        replace_tree(self._next_index, self._index)

    def _make_data(self, edition: Edition) -> None:
        with self._changed:
            if self._wanted is not None:
                return
            context = multiprocessing.get_context("fork")
            self._process = context.Process(target=_write_data, args=(edition, self._data, self._memory))
            self._process.start()
        self._process.join()
        with self._changed:
            self._process = None


def _write_data(edition: Edition, trees: Trees, memory: Memory) -> None:
    fresh = empty(trees.fresh)
    write_data(edition, fresh, Parts(fresh), memory)
    _take_place(trees)
    # What was worked out here, in a process that ends, is found on disk by the next one.
    memory.keep()


def _take_place(trees: Trees) -> None:
    level = trees.level()
    if trees.assemble(level, frozenset(), frozenset()) is not level.present:
        trees.swap()
