/** The memory of the WASM module. */
import { MAX_PAGES } from './builds';

const INITIAL_PAGES = 16;
/**
 * Most pages of shared memory: 1 GiB. Browsers reserve all of it at once, and phones refuse 2 GiB. The
 * largest preset takes 92 MiB, with a batch of 64 and a sequence length of 256 it takes 305 MiB.
 */
const MAX_SHARED_PAGES = 16_384;
/** Fewest pages that are of use: 64 MiB. */
const FEWEST_PAGES = 1024;

/**
 * The largest address space that the browser grants.
 * @throws RangeError where it grants less than 64 MiB
 */
export function createMemory(shared: boolean): WebAssembly.Memory {
  for (let maximum = shared ? MAX_SHARED_PAGES : MAX_PAGES; ; maximum /= 2) {
    try {
      return new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum, shared });
    } catch (error) {
      if (maximum <= FEWEST_PAGES) throw error;
    }
  }
}
