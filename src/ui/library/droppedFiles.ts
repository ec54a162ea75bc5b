/**
 * All files of a drop: single files and those in dropped folders, at any depth. None
 * is left out by its name or type; the reader judges by content.
 */

/** The parts of `DataTransferItem` that are used; entries are read before the first wait. */
export type DroppedItem = Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>;

/**
 * Call it inside the drop event: the browser empties the drop's items as soon as the handler
 * returns, so entries are taken at once and walked afterwards.
 */
export function droppedFiles(items: Iterable<DroppedItem>): Promise<File[]> {
  const found: Promise<File[]>[] = [];
  for (const item of items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    // A drop made by a script has files but no entries.
    if (entry) found.push(walk(entry));
    else found.push(Promise.resolve([item.getAsFile()].filter((file) => file !== null)));
  }
  return Promise.all(found).then((lists) => lists.flat());
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) {
    // An unreadable file becomes an empty one, so that it is listed as not added.
    const unreadable = new File([], entry.name);
    return [await new Promise<File>((resolve) => entry.file(resolve, () => resolve(unreadable)))];
  }
  if (!isDirectory(entry)) return [];
  const files: File[] = [];
  for (const child of await children(entry)) files.push(...(await walk(child)));
  return files;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** `readEntries` hands out a folder in portions (a hundred in Chromium), then an empty one. */
async function children(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}
