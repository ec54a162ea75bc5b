/**
 * Onset of a recording. The piano's recordings begin with 5 to 25 ms of key noise and silence:
 * without them a note is heard when it is written.
 */

/** Level of the onset, as a share of the peak. */
const ONSET_LEVEL = 0.1;
/** Seconds in which a recording reaches its peak. */
const ATTACK = 0.5;
/** Seconds that stay before the onset, and over which the sound fades in. */
const LEAD = 0.002;

/**
 * @param channels samples of one recording, each channel as long as the others
 * @returns index of the first frame to keep, and frames of the fade-in after it
 */
export function findOnset(
  channels: readonly Float32Array[],
  sampleRate: number,
): { first: number; fade: number } {
  const beginnings = channels.map((channel) => channel.subarray(0, ATTACK * sampleRate));
  let peak = 0;
  for (const channel of beginnings) {
    for (let i = 0; i < channel.length; i++) peak = Math.max(peak, Math.abs(channel[i]));
  }
  const firsts = beginnings.map((channel) =>
    channel.findIndex((x) => Math.abs(x) >= ONSET_LEVEL * peak),
  );
  const onset = Math.max(0, Math.min(...firsts.filter((at) => at >= 0)));
  const fade = Math.min(onset, Math.round(LEAD * sampleRate));
  return { first: onset - fade, fade };
}

/** The recording from its onset on. */
export function fromOnset(recording: AudioBuffer): AudioBuffer {
  const { sampleRate, numberOfChannels } = recording;
  const channels = Array.from({ length: numberOfChannels }, (_, c) => recording.getChannelData(c));
  const { first, fade } = findOnset(channels, sampleRate);
  if (first === 0) return recording;
  const length = recording.length - first;
  const trimmed = new AudioBuffer({ length, numberOfChannels, sampleRate });
  channels.forEach((channel, c) => {
    const kept = channel.slice(first);
    for (let i = 0; i < fade; i++) kept[i] *= i / fade;
    trimmed.copyToChannel(kept, c);
  });
  return trimmed;
}
