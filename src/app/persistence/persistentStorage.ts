/**
 * Requests storage that the browser does not evict, and tells where it deletes what was stored after
 * some time without a visit.
 */

/** What is asked of the browser, replaceable in tests. */
export interface StorageHost {
  /** Absent on pages without HTTPS. */
  storage?: Partial<Pick<StorageManager, 'persist'>>;
  vendor: string;
  /** Whether the page runs as an installed app. */
  installed: boolean;
}

/**
 * @param onAnswer told whether the browser may delete everything after a while
 * @returns a function that sends the request at its first call
 */
export function persistOnce(
  onAnswer: (expires: boolean) => void,
  host: () => StorageHost = thisBrowser,
): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    const { storage, ...browser } = host();
    const answer = storage?.persist?.() ?? Promise.resolve(false);
    answer.then(
      (kept) => onAnswer(!kept && deletesUnvisited(browser)),
      () => onAnswer(deletesUnvisited(browser)),
    );
  };
}

/**
 * Safari, and every browser on an iPhone, deletes what a page has stored after seven days of use
 * without a visit, unless it is an installed app (webkit.org, Full Third-Party Cookie Blocking, 2020).
 */
function deletesUnvisited({ vendor, installed }: Omit<StorageHost, 'storage'>): boolean {
  return vendor.startsWith('Apple') && !installed;
}

function thisBrowser(): StorageHost {
  const onHomeScreen = 'standalone' in navigator && navigator.standalone === true;
  return {
    storage: navigator.storage,
    vendor: navigator.vendor,
    installed: onHomeScreen || matchMedia('(display-mode: standalone)').matches,
  };
}
