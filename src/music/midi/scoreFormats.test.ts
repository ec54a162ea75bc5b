import { describe, expect, it } from 'vitest';
import { readMidi } from './read';
import { scoreArchiveAdvice } from './scoreFormats';
import { join } from './testing/midiBytes';

const reasonFor = (text: string): string => {
  const result = readMidi(join(text));
  return result.ok ? 'read' : result.reason;
};

describe('a file that is a score or a stand-in', () => {
  it.each([
    ['<?xml version="1.0"?>\n<!DOCTYPE score-partwise>\n<score-partwise>', 'MusicXML'],
    ['<?xml version="1.0"?><museScore version="3.02">', 'MuseScore'],
    ['X:1\nT:Tune\nK:Em\nD2|', 'ABC'],
    ['**kern\n4c\n', 'Humdrum'],
    ['\\version "2.24.0"\n', 'LilyPond'],
    ['\x18FICHIER GUITAR PRO v4.06\0', 'Guitar Pro'],
    ['\x0fSIBELIUS\0', 'Sibelius'],
    ['SMF2CLIP\0@\x10', 'MIDI 2.0'],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n', 'git lfs pull'],
    ['/annex/objects/SHA256E-s11-ab.mid\n', 'git annex get'],
    ['<!DOCTYPE html>\n<html>', 'web page'],
    ['TVRoZAAAAAYAAAABAeBNVHJr', 'base64'],
  ])('is named: %j', (text, name) => {
    expect(reasonFor(text)).toMatch(/^This is .*: .*\.$/);
    expect(reasonFor(text)).toContain(name);
  });

  it('leaves plain text plain text', () => {
    expect(reasonFor('X: a letter to you')).toMatch(/text file/);
  });
});

describe('an archive that is a score', () => {
  it('is told from a collection', () => {
    const mscz = ['score.mscx', 'META-INF/container.xml', 'Thumbnails/thumbnail.png'];
    expect(scoreArchiveAdvice(mscz)).toMatch(/MuseScore/);
    // Compressed MusicXML is read.
    expect(scoreArchiveAdvice(['mimetype', 'META-INF/container.xml', 'a.xml'])).toBeNull();
    expect(scoreArchiveAdvice(['Content/score.gpif', 'VERSION'])).toMatch(/Guitar Pro/);
    expect(scoreArchiveAdvice(['a.mscx', 'a.mid'])).toBeNull();
    expect(scoreArchiveAdvice(['notes.txt'])).toBeNull();
  });
});
