import { describe, expect, it } from 'vitest';
import { flag, oneOf, positive, readCommandLine, someOf, text, whole } from './commandLine';

const options = {
  rounds: whole(7),
  rate: positive(),
  only: someOf(['a', 'b', 'c']),
  engine: oneOf(['wasm', 'webgl'], 'wasm'),
  out: text(undefined),
  quick: flag('q'),
};
const defaults = {
  ...{ rounds: 7, rate: undefined, only: ['a', 'b', 'c'], engine: 'wasm', out: undefined },
  quick: false,
};

const read = (line: string) => readCommandLine(options, line === '' ? [] : line.split(' '));

describe('readCommandLine', () => {
  it.each([
    ['', {}],
    ['--rounds 3 --rate 1e-3', { rounds: 3, rate: 0.001 }],
    ['--only c,a --engine webgl', { only: ['c', 'a'], engine: 'webgl' }],
    ['--out there -q', { out: 'there', quick: true }],
  ])('reads "%s"', (line, values) => {
    expect(read(line)).toEqual({ ok: true, values: { ...defaults, ...values }, positionals: [] });
  });

  const allowed = 'The options are --rounds, --rate, --only, --engine, --out, --quick.';
  it.each([
    ['--round 3', `Unknown option '--round'. ${allowed}`],
    ['--rounds', `Option '--rounds <value>' argument missing. ${allowed}`],
    ['3', `Unexpected argument '3'. ${allowed}`],
    ['--quick=no', `Option '-q, --quick' does not take an argument. ${allowed}`],
    ['--rounds 0', '--rounds must be a whole number from 1 up, not "0".'],
    ['--rate fast', '--rate must be a number above 0, not "fast".'],
    ['--only a,d', '--only must be one of a, b, c, not "d".'],
    ['--engine cpu', '--engine must be one of wasm, webgl, not "cpu".'],
  ])('answers %s with one line', (line, reason) => {
    expect(read(line)).toEqual({ ok: false, reason });
  });

  it('accepts positional arguments only where allowed', () => {
    expect(readCommandLine({ quick: flag() }, ['a.mid'], true)).toEqual({
      ok: true,
      values: { quick: false },
      positionals: ['a.mid'],
    });
  });
});
