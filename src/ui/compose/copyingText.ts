/** Text of the copying report: verdict and figures. */
import type { Take } from '../../app/compose/take';
import type { CopyReport, PublishedCopy } from '../../model/composing/contract';
import { t } from '../../texts/t';

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
  const sentence =
    run === 0
      ? t('takes.sharesNothingTaught', { certain, scores: pieces })
      : t('takes.longestRunTaught', { scores: pieces, notes: run, title, usual });
  return { ...judge(run, composed, usual, title), sentence };
}

/** What is shared with the person's own pieces. */
function ownVerdict(
  { notes: run, title, bar, heldOut, trainedOn }: CopyReport,
  composed: number,
): CopyingVerdict {
  if (trainedOn && trainedOn.missing === trainedOn.pieces) {
    return {
      kind: 'unknown',
      verdict: t('takes.notCompared'),
      sentence: t('takes.piecesAbsent', { pieces: trainedOn.pieces }),
    };
  }
  const most = heldOut.length > 0 ? Math.max(...heldOut) : undefined;
  const shared =
    run === 0 ? t('takes.sharesNothing') : t('takes.longestRun', { notes: run, title, bar });
  const compared = most === undefined ? t('takes.noUnseen') : t('takes.unseenShare', { most });
  const missing = trainedOn && trainedOn.missing > 0 ? [t('takes.piecesMissing', trainedOn)] : [];
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
    return { kind: 'copied', verdict: t('takes.copiedFrom', { title }) };
  }
  if (run <= CHANCE) return { kind: 'usual', verdict: t('takes.original') };
  if (most === undefined) return { kind: 'unknown', verdict: t('takes.nothingToCompare') };
  return unusual
    ? { kind: 'longer', verdict: t('takes.passageAs', { title }) }
    : { kind: 'usual', verdict: t('takes.original') };
}

/** The shared run as the roll marks it. */
export function sharedRun({
  copying,
}: Pick<Take, 'copying'>): { from: number; count: number; text: string } | undefined {
  if (!copying) return undefined;
  const { start, notes, title, bar, published } = copying;
  if (published && published.notes > notes) {
    const { start: from, notes: count } = published;
    return { from, count, text: t('takes.alsoIn', { title: published.title }) };
  }
  if (notes === 0) return undefined;
  return { from: start, count: notes, text: t('takes.alsoInBar', { title, bar }) };
}
