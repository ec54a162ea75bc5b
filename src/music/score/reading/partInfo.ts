/** What the part list of a score says of a part: its name, its program, its drums. */
import { cleanName } from '../../../lib/textEncoding';
import type { ParsedScore } from './parsed';

export interface PartInfo {
  name: string;
  program: number;
  drums: Map<string, number>;
}

export function infoOf({ partList }: ParsedScore, id: string): PartInfo {
  const info = partList.find((entry) => entry.type === 'score-part' && entry.id === id);
  const instruments = info?.type === 'score-part' ? (info.midiInstruments ?? []) : [];
  const drums = new Map<string, number>();
  for (const instrument of instruments) {
    const { unpitched } = instrument;
    if (unpitched !== undefined && unpitched >= 1 && unpitched <= 128) {
      drums.set(instrument.id, unpitched - 1);
    }
  }
  const program = Math.round((instruments[0]?.program ?? 1) - 1);
  const name = info?.type === 'score-part' ? cleanName(info.name ?? '') : '';
  return { name, program: program >= 0 && program <= 127 ? program : 0, drums };
}
