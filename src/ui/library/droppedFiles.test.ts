import { expect, it } from 'vitest';
import { type DroppedItem, droppedFiles } from './droppedFiles';

/** What files and folders have in common in the File and Directory Entries API. */
class Entry {
  readonly fullPath = '';
  constructor(readonly name: string) {}
  get filesystem(): FileSystem {
    throw new Error('A drop is not read by its file system.');
  }
  getParent(): void {
    throw new Error('A drop is read downwards.');
  }
}

class FileEntry extends Entry implements FileSystemFileEntry {
  readonly isFile = true;
  readonly isDirectory = false;
  constructor(
    name: string,
    readonly readable = true,
  ) {
    super(name);
  }
  file(found: FileCallback, failed?: ErrorCallback): void {
    if (this.readable) found(new File(['x'], this.name));
    else failed?.(new DOMException('denied'));
  }
}

class FolderEntry extends Entry implements FileSystemDirectoryEntry {
  readonly isFile = false;
  readonly isDirectory = true;
  constructor(
    name: string,
    readonly children: readonly FileSystemEntry[],
  ) {
    super(name);
  }
  getDirectory(): void {
    throw new Error('A drop is read in order.');
  }
  getFile(): void {
    throw new Error('A drop is read in order.');
  }
  /** Hands the children out in portions of a hundred, as Chromium does. */
  createReader(): FileSystemDirectoryReader {
    const rest = [...this.children];
    return { readEntries: (found) => found(rest.splice(0, 100)) };
  }
}

function dropped(entry: FileSystemEntry | null, file: File | null = null): DroppedItem {
  return { kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => file };
}

const names = (files: File[]): string[] => files.map(({ name }) => name);

it('takes every file of a drop, whatever it is called', async () => {
  const files = await droppedFiles([
    dropped(new FileEntry('a.mid')),
    dropped(new FileEntry('no ending')),
    dropped(new FileEntry('.DS_Store')),
  ]);
  expect(names(files)).toEqual(['a.mid', 'no ending', '.DS_Store']);
});

it('walks folders in folders, past the first portion', async () => {
  const many = Array.from({ length: 250 }, (_, i) => new FileEntry(`${i}.mid`));
  const files = await droppedFiles([
    dropped(new FolderEntry('top', [new FileEntry('first.mid'), new FolderEntry('deep', many)])),
  ]);
  expect(files).toHaveLength(251);
});

it('takes the file itself where the browser gives no entry', async () => {
  const files = await droppedFiles([dropped(null, new File(['x'], 'scripted.mid'))]);
  expect(names(files)).toEqual(['scripted.mid']);
});

it('keeps the name of a file that may not be opened', async () => {
  const files = await droppedFiles([dropped(new FileEntry('locked.mid', false))]);
  expect(names(files)).toEqual(['locked.mid']);
  expect(files[0].size).toBe(0);
});

it('passes over dropped text', async () => {
  const text: DroppedItem = {
    kind: 'string',
    webkitGetAsEntry: () => null,
    getAsFile: () => null,
  };
  expect(await droppedFiles([text])).toEqual([]);
});
