/** What directions and sounds of a measure say: dynamics, hairpins, tempos, pedal. */
import { isAccent, velocityOfMark, velocityOfPercent } from './dynamics';
import type { MeasureContent } from './measureContent';
import { QUARTERS } from './noteTypes';
import type { ParsedDirection, ParsedSound } from './parsed';

/** @param at ticks since the bar line */
export function readDirection(
  { directionTypes, sound, staff }: ParsedDirection,
  at: number,
  content: MeasureContent,
): void {
  let hasPedal = false;
  let marked: number | undefined;
  let metronome: number | undefined;
  for (const mark of directionTypes) {
    if (mark.kind === 'dynamics' && mark.value) {
      marked = velocityOfMark(mark.value) ?? marked;
      if (isAccent(mark.value)) content.accents.push({ at, staff, mark: mark.value });
    } else if (mark.kind === 'wedge') {
      content.wedges.push({ at, staff, type: mark.type });
    } else if (mark.kind === 'metronome') {
      const unit = QUARTERS[mark.beatUnit] ?? 1;
      metronome = Number(mark.perMinute) * unit * (mark.beatUnitDot ? 1.5 : 1);
    } else if (mark.kind === 'pedal') {
      hasPedal = true;
      if (mark.type === 'stop' || mark.type === 'change') content.pedal.push({ at, down: false });
      if (mark.type === 'start' || mark.type === 'change') content.pedal.push({ at, down: true });
    }
  }
  addTempo(content, at, sound?.tempo ?? metronome);
  marked = velocityOfPercent(sound?.dynamics) ?? marked;
  if (marked !== undefined) content.dynamics.push({ at, staff, velocity: marked });
  if (!hasPedal && sound?.damperPedal) {
    content.pedal.push({ at, down: sound.damperPedal === 'yes' });
  }
}

/** @param at ticks since the bar line */
export function readSound(sound: ParsedSound, at: number, content: MeasureContent): void {
  addTempo(content, at, sound.tempo);
  const velocity = velocityOfPercent(sound.dynamics);
  if (velocity !== undefined) content.dynamics.push({ at, staff: undefined, velocity });
  if (sound.damperPedal !== undefined) {
    const down = sound.damperPedal === true || sound.damperPedal === 'yes';
    content.pedal.push({ at, down });
  }
}

/** @param at ticks since the bar line */
export function addTempo(content: MeasureContent, at: number, perMinute: number | undefined): void {
  if (perMinute !== undefined && perMinute >= 4 && perMinute <= 2000) {
    content.tempos.push({ at, perMinute });
  }
}
