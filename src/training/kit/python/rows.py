"""The data of a kit: pieces as rows of small integers in shards, cut into windows as the tab does."""

import json
from pathlib import Path

import numpy as np

# Columns of a shard's index: rows, and semitones of room below and above on the keyboard.
FIRST, ROWS, DOWN, UP = range(4)
# Columns of the windows.
PIECE, START, INTERVAL, WITHHELD = range(4)
NONE = -1


class Pieces:
    """The pieces of some shards, memory-mapped: nothing is read before it is needed."""

    def __init__(self, folder: Path, part: str) -> None:
        self.shards: list[np.ndarray] = []
        self.files = sorted(folder.glob(f"{part}-*.rows.npy"))
        index = [np.zeros((0, 4), np.int32)]
        shard_of = [np.zeros(0, np.int32)]
        for number, file in enumerate(self.files):
            self.shards.append(np.load(file, mmap_mode="r"))
            pieces = np.load(file.with_name(file.name.replace(".rows.", ".index.")))
            index.append(pieces)
            shard_of.append(np.full(len(pieces), number, np.int32))
        self.index = np.concatenate(index)
        self.shard_of = np.concatenate(shard_of)

    def names(self, most: int) -> list[dict]:
        """Id and title of each piece, at most so many."""
        found: list[dict] = []
        for file in self.files:
            if len(found) < most:
                name = file.name.replace(".rows.npy", ".names.json")
                found += json.loads(file.with_name(name).read_text("utf8"))
        return found[:most]

    @property
    def rows(self) -> int:
        return int(self.index[:, ROWS].sum())


class Cutter:
    """Cuts windows of pieces, transposed and with columns withheld."""

    def __init__(self, kit: dict, pieces: Pieces, time: int) -> None:
        self.pieces = pieces
        self.time = time
        self.columns = kit["columns"]
        self.recipe = kit["recipe"]
        self.order = kit["withheld"]
        self.read = [i for i, column in enumerate(self.columns) if not column.get("headsOnly")]
        self.predicted = 1 if self.recipe["predict"] == "last row" else time
        self.memory = self._where("group", "memory")

    def _where(self, key: str, value: str) -> np.ndarray:
        return np.array([i for i, c in enumerate(self.columns) if c.get(key) == value], int)

    def _bits(self, names: list[str]) -> int:
        return sum(1 << self.order.index(name) for name in names)

    def evaluation(self) -> np.ndarray:
        """Fixed windows that together predict every row once."""
        withheld = self._bits(self.recipe.get("withhold", {}).get("evaluation", []))
        step = 1 if self.recipe["predict"] == "last row" else self.time
        back = self.time - 1 if step == 1 else 0
        counts = -(-self.pieces.index[:, ROWS] // step)
        piece, number = _each(counts)
        windows = np.zeros((len(piece), 4), np.int32)
        windows[:, PIECE], windows[:, START] = piece, number * step - back
        windows[:, WITHHELD] = withheld
        return windows

    def training(self, random: np.random.Generator) -> np.ndarray:
        """Windows of an epoch: cut, transposed, withheld and ordered at random."""
        index, time = self.pieces.index, self.time
        rows = index[:, ROWS]
        if self.recipe["predict"] == "last row":
            piece, number = _each(rows)
            start = number - time + 1
        else:
            # Enough windows to leave room for random starts, none of them empty.
            counts = np.ceil(rows / time + 0.5).astype(np.int64)
            slack = counts * time - rows
            least = np.maximum(0, slack - time + 1)
            offset = random.integers(least, np.minimum(slack, time - 1), endpoint=True)
            piece, number = _each(counts)
            start = number * time - offset[piece]
        most = self.recipe["transpose"]
        windows = np.zeros((len(piece), 4), np.int32)
        windows[:, PIECE], windows[:, START] = piece, start
        if most > 0:
            # The piece stays on the keyboard.
            down = np.minimum(most, index[:, DOWN])[piece]
            up = np.minimum(most, index[:, UP])[piece]
            windows[:, INTERVAL] = random.integers(-down, up, endpoint=True)
        shares = self.recipe.get("withhold", {}).get("shares", {})
        for bit, name in enumerate(self.order):
            drawn = random.random(len(piece)) < shares.get(name, 0)
            windows[:, WITHHELD] |= drawn.astype(np.int32) << bit
        random.shuffle(windows)
        return windows

    def predictions(self, windows: np.ndarray) -> int:
        """Rows that the windows predict."""
        rows = self.pieces.index[windows[:, PIECE], ROWS]
        first = windows[:, START] + self.time - self.predicted
        last = np.minimum(windows[:, START] + self.time, rows)
        return int(np.maximum(0, last - np.maximum(0, first)).sum())

    def kept(self, count: int, seed: list[int]) -> np.ndarray:
        """Which single values of memory stay, `[windows, steps, memory columns]`; empty for all."""
        share = self.recipe.get("withhold", {}).get("gaps", 0)
        if share == 0:
            return np.zeros((count, 0), bool)
        drawn = np.random.default_rng(seed).random((count, self.time + 1, len(self.memory)))
        return drawn >= share

    def cut(
        self, windows: np.ndarray, kept: np.ndarray | None = None
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """
        Inputs `[windows, time, columns read]`, targets `[windows, predicted, columns]` and weights
        `[windows, predicted]`. Each row is the input of a step, and the target of the step before.
        """
        count = max(1, len(windows))
        rows = np.full((count, self.time + 1, len(self.columns)), NONE, np.int32)
        real = np.zeros((count, self.time + 1), bool)
        for example, (piece, start, _, _) in enumerate(windows):
            first, length = self.pieces.index[piece, [FIRST, ROWS]]
            low, high = max(0, start - 1), min(length, start + self.time)
            if high <= low:
                continue
            shard = self.pieces.shards[self.pieces.shard_of[piece]]
            to = slice(low - start + 1, high - start + 1)
            rows[example, to] = shard[first + low : first + high]
            real[example, to] = True
        if len(windows) > 0:
            self._transpose(rows, windows[:, INTERVAL])
            self._withhold(rows, windows[:, WITHHELD])
        if kept is not None and kept.size > 0:
            rows[:, :, self.memory] = np.where(kept, rows[:, :, self.memory], NONE)
        targets = slice(self.time + 1 - self.predicted, None)
        weights = real[:, targets].astype(np.float32)
        return rows[:, :-1, self.read], rows[:, targets], weights

    def _transpose(self, rows: np.ndarray, intervals: np.ndarray) -> None:
        by = intervals[:, None]
        for index, column in enumerate(self.columns):
            how = column.get("transposes")
            if how is None:
                continue
            value, classes = rows[:, :, index], column["classes"]
            if how == "pitch":
                moved = value + by
                moved = np.where((moved >= 0) & (moved < classes), moved, NONE)
            elif how == "pitchClass":
                moved = (value + by) % classes
            else:
                # Keys of pieces: twelve major ones, then twelve minor ones.
                mode = np.where(value < 12, 0, 12)
                moved = mode + (value - mode + by) % 12
            rows[:, :, index] = np.where((value < 0) | (by == 0), value, moved)

    def _withhold(self, rows: np.ndarray, withheld: np.ndarray) -> None:
        def without(name: str) -> np.ndarray:
            return ((withheld >> self.order.index(name)) & 1).astype(bool)[:, None]

        loose = without("loose memory")
        # Gates are read before the plan is removed.
        for index, column in enumerate(self.columns):
            gate = column.get("gate")
            if gate:
                degree = rows[:, :, gate["column"]]
                gone = loose & (degree >= 0) & (degree < gate["degree"])
                rows[:, :, index][gone] = NONE
        for index, column in enumerate(self.columns):
            if column.get("group"):
                rows[:, :, index] = np.where(without(column["group"]), NONE, rows[:, :, index])


def _each(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each piece 0, 1, ... below its count: the piece, and the number."""
    piece = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    return piece, np.arange(len(piece)) - before[piece]
