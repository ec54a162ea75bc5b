/**
 * All files of a drop: single files and those in dropped folders, at any depth. None
 * is left out by its name or type; the reader judges by content.
 */

export interface Dropped {
  files: File[];
  /** Paths of files and folders that the browser may not read. */
  unreadable: string[];
}

/** The parts of `DataTransferItem` that are used; entries are read before the first wait. */
export type DroppedItem = Pick<
  DataTransferItem,
  'kind' | 'type' | 'getAsFile' | 'webkitGetAsEntry'
>;

/**
 * Items from which on one with a media type is taken for a file. Chromium asks the disk for each
 * entry while the page waits, a second and more for thousands.
 */
const MANY = 200;

/**
 * Call it inside the drop event: the browser empties the drop's items as soon as the handler
 * returns, so entries are taken at once and walked afterwards.
 */
export async function droppedFiles(items: ArrayLike<DroppedItem>): Promise<Dropped> {
  const dropped: Dropped = { files: [], unreadable: [] };
  const entries: FileSystemEntry[] = [];
  for (const item of Array.from(items)) {
    if (item.kind !== 'file') continue;
    const isFile = items.length > MANY && item.type !== '';
    const entry = isFile ? null : item.webkitGetAsEntry();
    if (entry) {
      entries.push(entry);
      continue;
    }
    // A drop made by a script has files but no entries as well.
    const file = item.getAsFile();
    if (file) dropped.files.push(file);
  }
  for (const entry of entries) await walk(entry, dropped);
  return dropped;
}

/** What cannot be read costs only itself. */
async function walk(entry: FileSystemEntry, dropped: Dropped): Promise<void> {
  if (isFile(entry)) {
    const file = await fileOf(entry);
    if (file) dropped.files.push(file);
    else dropped.unreadable.push(pathOf(entry));
    return;
  }
  if (!isDirectory(entry)) return;
  const { entries, isWhole } = await children(entry);
  if (!isWhole) dropped.unreadable.push(pathOf(entry));
  for (const child of entries) await walk(child, dropped);
}

function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));
}

function pathOf({ fullPath, name }: FileSystemEntry): string {
  return fullPath.replace(/^\/+/, '') || name;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

interface Children {
  entries: FileSystemEntry[];
  /** Whether the folder was read to its end. */
  isWhole: boolean;
}

/** `readEntries` hands out a folder in portions (a hundred in Chromium), then an empty one. */
async function children(directory: FileSystemDirectoryEntry): Promise<Children> {
  const entries: FileSystemEntry[] = [];
  try {
    const reader = directory.createReader();
    for (;;) {
      const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject),
      );
      if (portion.length === 0) return { entries, isWhole: true };
      entries.push(...portion);
    }
  } catch {
    return { entries, isWhole: false };
  }
}
