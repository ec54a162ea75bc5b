/**
 * System exclusive messages as a file holds them (Standard MIDI Files 1.0, "Sysex Events"): in one
 * event F0, in packets of which the first is an F0 and the others are F7, or whole in escapes F7.
 */

const BEGIN = 0xf0;
const END = 0xf7;
const REAL_TIME = 0xf8;

export class ExclusivePackets {
  /** The message so far, behind its F0. */
  private readonly data: Uint8Array;
  /** Bytes of it, also those for which there is no room; -1 where none is open. */
  private length = -1;
  /** Bytes of it that have been passed on already; -1 for none. */
  private passed = -1;

  /** @param room bytes of the longest message that is read, its F7 included */
  constructor(room: number) {
    this.data = new Uint8Array(room);
  }

  /**
   * Data of one event. What is complete is passed to `message`, and so is what a first packet
   * holds: some writers leave out the F7. The bytes are overwritten later.
   * @param isFirst whether the event is an F0
   */
  read(bytes: Uint8Array, isFirst: boolean, message: (data: Uint8Array) => void): void {
    if (isFirst) this.length = 0;
    if (isFirst) this.passed = -1;
    for (const byte of bytes) {
      if (byte === BEGIN) this.length = 0;
      else if (this.length < 0 || byte >= REAL_TIME) continue;
      else if (byte >= 0x80 && byte !== END) this.length = -1;
      else this.append(byte);
      if (byte !== END) continue;
      // Nothing but the F7 has come since.
      if (this.length - 1 !== this.passed) this.pass(message);
      this.length = -1;
      this.passed = -1;
    }
    if (isFirst) this.pass(message);
    this.passed = this.length;
  }

  private append(byte: number): void {
    if (this.length < this.data.length) this.data[this.length] = byte;
    this.length++;
  }

  private pass(message: (data: Uint8Array) => void): void {
    const { data, length } = this;
    if (length > 0 && length <= data.length) message(data.subarray(0, length));
  }
}
