/**
 * Playing in and playing out. The MIDI devices are a stand-in for the browser's own interface,
 * `navigator.requestMIDIAccess`, put in before the page loads: there is no MIDI hardware here.
 */
import { Midi } from '@tonejs/midi/dist/Midi.js';
import { LivePanel } from './pages/livePanel';
import { expect, test } from './support/fixtures';
import { putInStandInMidi, type SentMessage } from './support/standInMidi';
import { trained } from './support/steps';

const NOTE_ON = 0x90;
const PEDAL_UP = [0xb0, 64, 0];
const ALL_NOTES_OFF = [0xb0, 123, 0];

test('an opening is played on keys and a device, kept, composed from, answered and sent out', async ({
  app,
  page,
}) => {
  await putInStandInMidi(page);
  const live = new LivePanel(page);
  const { compose, library, stage } = app;
  const played = /^Played \d{4}-\d\d-\d\d$/;
  const sent = (): Promise<SentMessage[]> => page.evaluate(() => window.standInMidi.sent);
  await trained(app);

  await test.step('plays on the computer’s keyboard and on the device', async () => {
    await live.open.click();
    await live.connect.click();
    await expect(live.region).toContainText('MIDI keyboard: Stand-in keyboard');
    await live.tempo.fill('120');
    await live.record.click();
    await expect(live.status).toHaveText('Recording: 0 notes');
    for (const key of ['a', 'd', 'g']) await live.strike(key, 200);
    await page.evaluate(() => window.standInMidi.play([0x90, 72, 100]));
    await page.waitForTimeout(200);
    await page.evaluate(() => window.standInMidi.play([0x80, 72, 0]));
    await expect(live.status).toHaveText('Recording: 4 notes');
    await expect(stage.roll).toHaveAccessibleName(/^Piano roll of what you play: 4 notes/);
  });

  await test.step('keeps it on the grid, as the opening', async () => {
    await live.stop.click();
    await expect(stage.roll).toHaveAccessibleName(/^Piano roll of Played /);
    const { title, notes, lowest, highest } = await stage.label();
    expect(title).toMatch(played);
    expect([notes, lowest, highest]).toEqual([4, 'C4', 'C5']);
    await expect(library.pieces.filter({ hasText: title })).toHaveCount(1);
    await expect(compose.opening.locator('option:checked')).toHaveText(title);
    const { tracks, header } = new Midi((await stage.save()).bytes);
    const kept = tracks.flatMap((track) => track.notes);
    expect(kept.map(({ midi }) => midi)).toEqual([60, 64, 67, 72]);
    for (const { ticks } of kept) {
      const inBeat = ((24 * ticks) / header.ppq) % 24;
      expect(inBeat % 6 === 0 || inBeat % 8 === 0, `${ticks} ticks`).toBe(true);
    }
    await live.close.click();
    await expect(live.region).toBeHidden();
  });

  await test.step('composes takes that begin with all of it', async () => {
    // Half a beat each: the take is not over before it is paused.
    await compose.composeTake({ length: 48, seed: 1 });
    const { notes } = new Midi((await stage.save()).bytes).tracks[0];
    expect(notes.slice(0, 4).map(({ midi }) => midi)).toEqual([60, 64, 67, 72]);
    expect(notes.length).toBeGreaterThan(8);
  });

  await test.step('sends a take to a device ahead of time, and silences it', async () => {
    await live.playAlong.click();
    await live.sound.selectOption('Stand-in module');
    await stage.play.click();
    await expect
      .poll(async () => (await sent()).filter(({ data }) => data[0] === NOTE_ON).length)
      .toBeGreaterThan(2);
    const before = (await sent()).length;
    // A key played along is heard on the device as well.
    await live.strike('k', 60);
    await expect
      .poll(async () => (await sent()).slice(before).map(({ data }) => data[1]))
      .toContain(72);
    await stage.pause.click();
    const messages = await sent();
    const ons = messages.filter(({ data }) => data[0] === NOTE_ON && data[1] !== 72);
    for (const { at, sent: when } of ons) {
      expect(at - when).toBeGreaterThan(0);
      expect(at - when).toBeLessThan(400);
    }
    expect(messages.at(-1)?.data).toEqual(ALL_NOTES_OFF);
    expect(messages.at(-2)?.data).toEqual(PEDAL_UP);
    const end = messages.at(-1)?.at ?? 0;
    expect(Math.max(...messages.map(({ at }) => at))).toBe(end);
    const count = messages.length;
    await page.waitForTimeout(500);
    expect((await sent()).length).toBe(count);
    await page.evaluate(() => window.standInMidi.unplugModule());
    await expect(app.notices).toContainText('“Stand-in module” is gone: this page sounds again.');
    await live.playAlong.click();
  });

  await test.step('answers after a bar of silence', async () => {
    const takes = await compose.takes.count();
    await live.open.click();
    await live.tempo.fill('200');
    await live.answers.check();
    await live.record.click();
    await expect(live.status).toHaveText('Recording: 0 notes');
    for (const key of ['a', 's', 'd']) await live.strike(key, 150);
    await expect(compose.takes).toHaveCount(takes + 1);
    await expect(stage.roll).toHaveAccessibleName(/^Piano roll of Take 2/);
    await expect(live.status).toHaveText('Your turn.');
    await live.stop.click();
    await expect(live.record).toBeVisible();
  });
});

test('without MIDI nothing of it is offered; the roll’s keys and an empty recording work', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'requestMIDIAccess');
  });
  const live = new LivePanel(page);
  await app.open('cpu');
  await live.open.click();
  await expect(live.record).toBeVisible();
  await expect(live.connect).toHaveCount(0);
  await expect(live.sound).toHaveCount(0);
  await live.tempo.fill('200');
  await live.record.click();
  await expect(live.status).toHaveText('Recording: 0 notes');
  const box = await app.stage.roll.boundingBox();
  if (!box) throw new Error('The roll is not shown.');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(120);
  await page.mouse.up();
  await expect(live.status).toHaveText('Recording: 1 note');
  await live.stop.click();
  await expect(app.library.pieces).toHaveCount(1);
  await app.notices.getByRole('button', { name: 'Undo' }).click();
  await expect(app.library.pieces).toHaveCount(0);
  await live.record.click();
  await live.stop.click();
  await expect(app.notices).toContainText('No key was played: nothing was kept.');
});
