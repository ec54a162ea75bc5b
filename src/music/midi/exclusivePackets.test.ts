import { describe, expect, it } from 'vitest';
import { ExclusivePackets } from './exclusivePackets';
import { gsMode, kinds, tracksOf } from './testing/channelMessages';
import { note } from './testing/midiBytes';

describe('system exclusive data in several packets', () => {
  const drums = ['10 drums'];

  it.each([
    {
      what: 'two',
      packets: [
        [0, 0xf0, 5, 0x41, 0x10, 0x42, 0x12, 0x40],
        [0, 0xf7, 6, 0x1a, 0x15, 1, 0, 0x10, 0xf7],
      ],
    },
    {
      what: 'three, with a wait and a message between',
      packets: [
        [0, 0xf0, 2, 0x41, 0x10],
        [10, 0xf7, 4, 0x42, 0x12, 0x40, 0x1a],
        [0, 0xf7, 1, 0xf8],
        [10, 0xf7, 4, 0x15, 1, 0, 0xf7],
      ],
    },
    {
      what: 'an end of its own',
      packets: [
        [0, 0xf0, 9, 0x41, 0x10, 0x42, 0x12, 0x40, 0x1a, 0x15, 1, 0x10],
        [0, 0xf7, 1, 0xf7],
      ],
    },
    {
      what: 'one escape',
      packets: [[0, 0xf7, 11, 0xf0, 0x41, 0x10, 0x42, 0x12, 0x40, 0x1a, 0x15, 1, 0x10, 0xf7]],
    },
    {
      what: 'two escapes',
      packets: [
        [0, 0xf7, 4, 0xf0, 0x41, 0x10, 0x42],
        [0, 0xf7, 7, 0x12, 0x40, 0x1a, 0x15, 1, 0x10, 0xf7],
      ],
    },
    {
      what: 'two messages in one escape',
      packets: [
        [0, 0xf7, 6, 0xf0, 0x7e, 0x7f, 9, 1, 0xf7].concat([
          0, 0xf7, 11, 0xf0, 0x41, 0x10, 0x42, 0x12, 0x40, 0x1a, 0x15, 1, 0x10, 0xf7,
        ]),
      ],
    },
    {
      what: 'no end',
      packets: [[0, 0xf0, 9, 0x41, 0x10, 0x42, 0x12, 0x40, 0x1a, 0x15, 1, 0x10]],
    },
  ])('is followed: $what', ({ packets }) => {
    expect(kinds(tracksOf([...packets, note(40, 80, 10)]))).toEqual(drums);
  });

  it('acts once where only its end comes later', () => {
    const messages: number[] = [];
    const packets = new ExclusivePackets(16);
    const read = (bytes: number[], isFirst: boolean) =>
      packets.read(Uint8Array.from(bytes), isFirst, (data) => messages.push(data.length));
    read([0x7e, 0x7f, 9, 1], true);
    read([0xf7], false);
    expect(messages).toEqual([4]);
    read([0x7e, 0x7f], true);
    read([9, 1, 0xf7], false);
    expect(messages).toEqual([4, 2, 5]);
  });

  it('is left alone where it is no message', () => {
    const plain = [0, 0xf7, 5, 0x41, 0x10, 0x42, 0x12, 0x40];
    const rest = [0, 0xf7, 6, 0x1a, 0x15, 1, 0, 0x10, 0xf7];
    const long = [0, 0xf0, 40, ...new Array<number>(40).fill(0x41)];
    for (const packets of [[plain, rest], [rest], [long, rest]]) {
      expect(kinds(tracksOf([...packets, note(60, 80, 10)]))).toEqual(['11 melodic']);
    }
  });

  it('does not hide what follows', () => {
    const broken = [0, 0xf0, 5, 0x41, 0x10, 0x42, 0x12, 0x40];
    expect(kinds(tracksOf([broken, gsMode(10, 1), note(40, 80, 10)]))).toEqual(drums);
  });
});
