/** What a person plays at the roll, and along with it. */

/** A note that a person plays along. */
export interface LiveNote {
  /** Ticks. */
  tick: number;
  /** Absent while the key is down. */
  endTick?: number;
  pitch: number;
}

/** What a person plays now. */
export interface LiveKeys {
  /** Pitches of the keys that are down. Default: none. */
  held?: readonly number[];
  /** Default: none. */
  along?: readonly LiveNote[];
  /** Called for the keys of the roll's keyboard. Default: they cannot be played. */
  onKeyDown?(pitch: number): void;
  onKeyUp?(pitch: number): void;
}
