"""Reads MusicXML with music21 and compares it with what Etude meant to write.

The folder holds NAME.musicxml and NAME.json for each score. The JSON has the parts' notes as
[tick, duration, pitch, velocity] at 240 ticks a quarter note, and the bars as [tick, ticks].
Prints one line of JSON.
"""

import json
import sys
from fractions import Fraction
from pathlib import Path

from music21 import chord, converter, note, stream

PPQ = 240


def ticks(quarters):
    """Exact ticks: music21 rounds tuplets to fractions of small denominators."""
    return round(Fraction(quarters).limit_denominator(PPQ * 4) * PPQ)


def pitched(element):
    return list(element.notes) if isinstance(element, chord.Chord) else [element]


def staves_of(score, parts):
    """The staves of each part, in order: music21 makes one part of each staff."""
    found = list(score.parts)
    groups = []
    for part in parts:
        groups.append([found.pop(0) for _ in range(part["staves"])])
    if found:
        raise ValueError("there are more staves than were written")
    return groups


def voice_lists(measure):
    voices = list(measure.voices)
    return voices if voices else [measure]


def read_staff(staff, bars, faults):
    """All sounding notes of a staff, ties joined: [tick, duration, pitch, velocity]."""
    notes = []
    open_ties = {}
    measures = list(staff.getElementsByClass(stream.Measure))
    if len(measures) != len(bars):
        faults.append(f"{len(measures)} bars instead of {len(bars)}")
        return notes
    for measure, (bar_tick, bar_ticks) in zip(measures, bars):
        if ticks(measure.offset) != bar_tick:
            faults.append(f"bar {measure.number} begins at {ticks(measure.offset)}")
        pieces = []
        for voice in voice_lists(measure):
            at = 0
            for element in voice.notesAndRests:
                if ticks(element.offset) != at:
                    faults.append(f"bar {measure.number}: a gap or overlap at {at}")
                at = ticks(element.offset) + ticks(element.quarterLength)
                if isinstance(element, note.Rest):
                    continue
                for own in pitched(element):
                    pieces.append((bar_tick + ticks(element.offset), ticks(element.quarterLength), own))
            if at != bar_ticks:
                faults.append(f"bar {measure.number}: a voice of {at} ticks in a bar of {bar_ticks}")
        for tick, duration, own in sorted(pieces, key=lambda piece: piece[0]):
            kind = own.tie.type if own.tie else None
            pitch = own.pitch.midi
            if kind in ("stop", "continue"):
                entry = open_ties.pop(pitch, None)
                if entry is None or entry[0] + entry[1] != tick:
                    faults.append(f"bar {measure.number}: a tie to pitch {pitch} begins nowhere")
                    continue
                entry[1] += duration
            else:
                entry = [tick, duration, pitch, own.volume.velocity]
                notes.append(entry)
            if kind in ("start", "continue"):
                open_ties[pitch] = entry
    if open_ties:
        faults.append(f"{len(open_ties)} ties end nowhere")
    return notes


def check(path):
    meant = json.loads(path.with_suffix(".json").read_text())
    faults = []
    score = converter.parseFile(path, forceSource=True)
    staves = staves_of(score, meant["parts"])
    count = 0
    for part, own in zip(meant["parts"], staves):
        read = sorted(n for staff in own for n in read_staff(staff, meant["bars"], faults))
        written = sorted(part["notes"])
        count += len(written)
        if read != written:
            missing = [n for n in written if n not in read][:3]
            added = [n for n in read if n not in written][:3]
            faults.append(f"notes differ: {missing} became {added}")
    return {"name": path.stem, "notes": count, "bars": len(meant["bars"]), "faults": faults[:10]}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    results = []
    for file in sorted(folder.glob("*.musicxml")):
        try:
            results.append(check(file))
        except Exception as error:  # One unreadable score must not hide the others.
            results.append({"name": file.stem, "notes": 0, "bars": 0, "faults": [repr(error)]})
        print(file.stem, "ok" if not results[-1]["faults"] else results[-1]["faults"], file=sys.stderr)
    print(json.dumps(results))
