/** Text of the copying report: verdict and figures. */
import type { Take } from '../../app/state';
import { formatCount, plural } from '../../lib/counts';
import type { CopyReport, PublishedCopy } from '../../model/composing/contract';

export interface CopyingVerdict {
  /** `unknown`: no pieces to compare with. */
  kind: 'usual' | 'longer' | 'copied' | 'unknown';
  /** A few words. */
  verdict: string;
  /** The figures, in full sentences. */
  sentence: string;
}

/** From this share of the composed notes on, one run is most of the take. */
const LARGELY = 0.5;
/** Notes below which a run is too common to be called a copy. */
const SHORTEST_COPY = 12;
/** Notes of a run that two pieces may share by chance. */
const CHANCE = 5;

/** @returns undefined while the take grows, or where its model was trained on no piece */
export function copyingVerdict(
  take: Pick<Take, 'copying' | 'notes' | 'promptNotes'>,
): CopyingVerdict | undefined {
  const { copying, notes, promptNotes } = take;
  if (!copying) return undefined;
  const { published, trainedOn } = copying;
  const composed = notes.length - promptNotes;
  const own = trainedOn?.pieces === 0 ? undefined : ownVerdict(copying, composed);
  if (!published) return own;
  const other = publishedVerdict(published, composed);
  return own ? both(own, other) : other;
}

/** Ordered from harmless to worst. */
const KINDS = ['usual', 'unknown', 'longer', 'copied'] as const satisfies CopyingVerdict['kind'][];

/** The worse verdict, with the sentences of both. */
function both(own: CopyingVerdict, other: CopyingVerdict): CopyingVerdict {
  const worse = KINDS.indexOf(other.kind) > KINDS.indexOf(own.kind) ? other : own;
  return { ...worse, sentence: `${own.sentence} ${other.sentence}` };
}

/** What is shared with the scores that Etude's own model was taught on. */
function publishedVerdict(
  { notes: run, title, pieces, usual, certain }: PublishedCopy,
  composed: number,
): CopyingVerdict {
  const searched = `the ${formatCount(pieces)} scores that Etude’s model was taught on`;
  const sentence =
    run === 0
      ? `It shares no run of ${certain} notes with ${searched}.`
      : `Shared with ${searched}: a run of at least ${plural(run, 'note')} (${title}). ` +
        `19 of 20 other scores share up to ${usual}.`;
  return { ...judge(run, composed, usual, title), sentence };
}

/** What is shared with the person's own pieces. */
function ownVerdict(
  { notes: run, title, bar, heldOut, trainedOn }: CopyReport,
  composed: number,
): CopyingVerdict {
  if (trainedOn && trainedOn.missing === trainedOn.pieces) {
    const nonePresent =
      trainedOn.pieces === 1
        ? 'The piece it learnt from is'
        : `The ${trainedOn.pieces} pieces it learnt from are`;
    return {
      kind: 'unknown',
      verdict: 'Not compared with its pieces',
      sentence: `${nonePresent} not in this library.`,
    };
  }
  const most = heldOut.length > 0 ? Math.max(...heldOut) : undefined;
  const shared =
    run === 0
      ? 'It shares no run of notes with the pieces it learnt from.'
      : `Longest run shared with a piece it learnt from: ${plural(run, 'note')} (${title}, bar ${bar}).`;
  const compared =
    most === undefined
      ? 'There is no unseen piece to compare with.'
      : `Pieces it never saw share up to ${most}.`;
  const missing =
    trainedOn && trainedOn.missing > 0
      ? [
          `${trainedOn.missing} of the ${trainedOn.pieces} pieces it learnt from ` +
            `${trainedOn.missing === 1 ? 'is' : 'are'} no longer here.`,
        ]
      : [];
  return {
    ...judge(run, composed, most, title),
    sentence: [shared, compared, ...missing].join(' '),
  };
}

/**
 * @param run notes in the longest shared run
 * @param composed notes that were composed
 * @param most the longest run that a held-out piece shares with the training pieces
 * @param title of the piece that holds the run
 */
function judge(
  run: number,
  composed: number,
  most: number | undefined,
  title: string,
): Pick<CopyingVerdict, 'kind' | 'verdict'> {
  const unusual = run > Math.max(CHANCE, most ?? 0);
  if (unusual && run >= SHORTEST_COPY && run >= LARGELY * composed) {
    return { kind: 'copied', verdict: `Mostly copied from ${title}` };
  }
  if (run <= CHANCE) return { kind: 'usual', verdict: 'Original' };
  if (most === undefined) return { kind: 'unknown', verdict: 'Nothing to compare with' };
  return unusual
    ? { kind: 'longer', verdict: `A passage as in ${title}` }
    : { kind: 'usual', verdict: 'Original' };
}

/** The shared run as the roll marks it. */
export function sharedRun({
  copying,
}: Pick<Take, 'copying'>): { from: number; count: number; text: string } | undefined {
  if (!copying) return undefined;
  const { start, notes, title, bar, published } = copying;
  if (published && published.notes > notes) {
    const { start: from, notes: count } = published;
    return { from, count, text: `also in ${published.title}` };
  }
  if (notes === 0) return undefined;
  return { from: start, count: notes, text: `also in ${title}, bar ${bar}` };
}
