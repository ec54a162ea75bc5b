/** What can be done with links to takes. Loaded with the first one. */
import type { StoreApi } from 'zustand/vanilla';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import type { Take } from '../compose/take';
import { createId } from '../shared/ids';
import { ask, notify } from '../shared/notices';
import type { AppState } from '../state';
import { linkedPart, packTake, unpackTake } from './takeLink';

const PREFIX = '#take=';

/** Shows the take in the address. @throws LinkError with a sentence where it holds none */
export function openLink(store: StoreApi<AppState>): void {
  const text = location.hash.slice(PREFIX.length);
  let linked: Take;
  try {
    linked = asTake(unpackTake(text));
  } catch (error) {
    dropLink();
    throw error;
  }
  store.setState({ linked, shown: { kind: 'take', id: linked.id } });
}

function asTake(part: ReturnType<typeof unpackTake>): Take {
  return { ...part, id: createId(), number: 0, odds: [], remarks: [], composing: false };
}

/** Takes over preset and settings of the linked take, and sees to pieces to train on. */
export async function makeYourOwn(
  store: StoreApi<AppState>,
  { loadSampleLibrary }: Pick<Actions, 'loadSampleLibrary'>,
): Promise<void> {
  const { linked, pieces, preset, settings, compose } = store.getState();
  if (!linked) return;
  const { presets } = await import('../../model/preset');
  const wanted = presets[linked.preset].retiredFor ?? linked.preset;
  store.setState({
    linked: undefined,
    shown: pieces.length > 0 ? { kind: 'piece', id: pieces[0].id } : { kind: 'nothing' },
    preset: wanted,
    settings: wanted === preset ? settings : presets[wanted].defaults,
    compose: { ...compose, settings: linked.settings },
  });
  dropLink();
  notify(store, t('links.settingsChosen', { title: linked.title }));
  if (pieces.length === 0) await loadSampleLibrary();
}

export function closeLinked(store: StoreApi<AppState>): void {
  const { pieces } = store.getState();
  store.setState({
    linked: undefined,
    shown: pieces.length > 0 ? { kind: 'piece', id: pieces[0].id } : { kind: 'nothing' },
  });
  dropLink();
}

function dropLink(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}

type Alternative = Pick<Actions, 'downloadMidi'>;

export async function copyLink(
  store: StoreApi<AppState>,
  take: Take | undefined,
  alternative: Alternative,
): Promise<void> {
  const link = linkTo(store, take, alternative);
  if (!link) return;
  try {
    await navigator.clipboard.writeText(link.url);
  } catch {
    notify(store, t('links.notCopied'));
    return;
  }
  notify(store, t('links.copied', { title: link.title }));
}

/** Opens the share sheet of the system. */
export async function shareLink(
  store: StoreApi<AppState>,
  take: Take | undefined,
  alternative: Alternative,
): Promise<void> {
  const link = linkTo(store, take, alternative);
  if (!link) return;
  try {
    await navigator.share(link);
  } catch (error) {
    const cancelled = error instanceof DOMException && error.name === 'AbortError';
    if (!cancelled) notify(store, t('links.notShared'));
  }
}

/** @returns undefined without a take or, after saying so, where it is too long */
function linkTo(
  store: StoreApi<AppState>,
  take: Take | undefined,
  { downloadMidi }: Alternative,
): { title: string; url: string } | undefined {
  if (!take) return undefined;
  const packed = packTake(linkedPart(take));
  if (packed === undefined) {
    ask(store, t('links.tooLong', { title: take.title }), {
      label: t('playback.downloadMidi'),
      run: downloadMidi,
    });
    return undefined;
  }
  const url = new URL(location.pathname, location.origin);
  return { title: take.title, url: `${url.href}${PREFIX}${packed}` };
}
