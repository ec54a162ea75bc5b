/** Fetches the files of Etude's own model, and checks them against its card. */
import * as v from 'valibot';
import { t } from '../../texts/t';
import {
  CARD_NAME,
  MODELS_FOLDER,
  type StartCard,
  startCard,
} from '../../training/modelFile/startCard';

const base = (): URL => new URL(MODELS_FOLDER, document.baseURI);

/** @returns undefined where this copy of Etude comes without the model, or cannot reach it */
export async function fetchStartCard(): Promise<StartCard | undefined> {
  try {
    const response = await fetch(new URL(CARD_NAME, base()));
    if (!response.ok) return undefined;
    const parsed = v.safeParse(startCard, await response.json());
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A file that the card names.
 * @param onProgress is told the share that has arrived, 0..1
 * @throws {Error} with a plain sentence if it cannot be fetched or is not the file of the card
 */
export async function fetchStartFile(
  { name, bytes, sha256 }: StartCard['model'],
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(name, base()), { signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Error(t('models.startNotLoaded'));
  });
  if (!response.ok || !response.body) {
    throw new Error(t('models.startMissing'));
  }
  const content = new Uint8Array(bytes);
  let at = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (at + value.length > bytes) throw damaged();
    content.set(value, at);
    at += value.length;
    onProgress?.(at / bytes);
  }
  if (at !== bytes || !(await isOf(content, sha256))) throw damaged();
  return content;
}

function damaged(): Error {
  return new Error(t('models.startDamaged'));
}

/** @param sha256 hexadecimal */
async function isOf(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  // Absent on insecure pages, where nothing vouches for the card either; zips have checksums of their own.
  if (!subtle) return true;
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
