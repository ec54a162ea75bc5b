/** Provenance page of the sample library. */
import { COMPOSERS, type LibraryPiece, SOURCE_FOLDER, SOURCE_PACKAGE } from './libraryPieces';
import type { LibraryEntry } from './librarySong';

const INTRODUCTION = `# Where the sample library comes from

Ten piano pieces whose composers died more than seventy years ago. Their notes are those of the
Mutopia Project's typesettings, which the typesetters gave to the public domain, as carried in
the npm package \`${SOURCE_PACKAGE}\`. The files here are written by
\`npm run build:library\`, which checks each source file's SHA-256 and takes from it the notes,
their velocities, pedal, tempos and signatures. Added: title, names of the hands, piano as the
instrument, and the corrections noted below. Left out: names of the notation program, channel
volumes, other instruments. No note was added, dropped or moved.

Licence: public domain, the works, the typesettings and these files alike.`;

/** The whole page, in the order of the table. */
export function provenancePage(rows: readonly [LibraryPiece, LibraryEntry][]): string {
  return `${[INTRODUCTION, ...rows.map(([piece, entry]) => section(piece, entry))].join('\n\n')}\n`;
}

function section(piece: LibraryPiece, entry: LibraryEntry): string {
  const lines = [
    `## ${piece.title}`,
    '',
    `- Work: ${piece.title} (${piece.year}), by ${piece.composer} (${COMPOSERS[piece.composer]})`,
    `- Notes: Mutopia Project, piece ${piece.mutopiaId}, typeset by ${piece.typesetter}`,
    `- Licence: public domain`,
    `- Source: \`${SOURCE_FOLDER}/${piece.source}\` in the package`,
    `- SHA-256 of the source: \`${piece.sha256}\``,
    `- File here: \`${entry.file}\`, ${entry.notes} notes, ${entry.key}, ${entry.timeSignature}`,
    `- SHA-256 of the file here: \`${entry.sha256}\``,
  ];
  if (piece.corrections) lines.push(`- Corrected: ${piece.corrections.why}`);
  return lines.join('\n');
}
