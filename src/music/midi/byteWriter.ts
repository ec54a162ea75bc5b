/** A growing run of bytes, big-endian as MIDI files are. */
export class ByteWriter {
  private buffer = new Uint8Array(4096);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.buffer.length) this.grow(1);
    this.buffer[this.length++] = value;
  }

  bytes(values: Uint8Array): void {
    if (this.length + values.length > this.buffer.length) this.grow(values.length);
    this.buffer.set(values, this.length);
    this.length += values.length;
  }

  ascii(text: string): void {
    for (let i = 0; i < text.length; i++) this.byte(text.charCodeAt(i));
  }

  uint16(value: number): void {
    this.byte((value >>> 8) & 0xff);
    this.byte(value & 0xff);
  }

  uint32(value: number): void {
    this.uint16(value >>> 16);
    this.uint16(value & 0xffff);
  }

  /** A variable-length quantity: 0..0x0fffffff in at most four bytes. */
  variableLength(value: number): void {
    for (let shift = 21; shift > 0; shift -= 7) {
      if (value >>> shift > 0) this.byte(0x80 | ((value >>> shift) & 0x7f));
    }
    this.byte(value & 0x7f);
  }

  /** The bytes so far, in memory of their own. */
  take(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }

  private grow(by: number): void {
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.length + by));
    grown.set(this.buffer);
    this.buffer = grown;
  }
}
