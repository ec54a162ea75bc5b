import { expect, it } from 'vitest';
import { type Dropped, type DroppedItem, droppedFiles } from './droppedFiles';

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
    /** Number of children after which reading fails. */
    readonly readable = Number.POSITIVE_INFINITY,
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
    let read = 0;
    return {
      readEntries: (found, failed) => {
        if (read >= this.readable) failed?.(new DOMException('denied'));
        else found(rest.splice(0, Math.min(100, this.readable - read)));
        read += 100;
      },
    };
  }
}

function droppedItem(entry: FileSystemEntry | null, file: File | null = null): DroppedItem {
  return { kind: 'file', type: '', webkitGetAsEntry: () => entry, getAsFile: () => file };
}

const names = ({ files }: Dropped): string[] => files.map(({ name }) => name);

it('takes every file of a drop, whatever it is called', async () => {
  const files = await droppedFiles([
    droppedItem(new FileEntry('a.mid')),
    droppedItem(new FileEntry('no ending')),
    droppedItem(new FileEntry('.DS_Store')),
  ]);
  expect(names(files)).toEqual(['a.mid', 'no ending', '.DS_Store']);
});

it('walks folders in folders, past the first portion', async () => {
  const many = Array.from({ length: 250 }, (_, i) => new FileEntry(`${i}.mid`));
  const files = await droppedFiles([
    droppedItem(
      new FolderEntry('top', [new FileEntry('first.mid'), new FolderEntry('deep', many)]),
    ),
  ]);
  expect(files.files).toHaveLength(251);
  expect(files.unreadable).toEqual([]);
});

it('takes the file itself where the browser gives no entry', async () => {
  const files = await droppedFiles([droppedItem(null, new File(['x'], 'scripted.mid'))]);
  expect(names(files)).toEqual(['scripted.mid']);
});

it('asks for few entries where thousands are dropped: each costs a look at the disk', async () => {
  let asked = 0;
  const item = (name: string, type: string, entry: FileSystemEntry): DroppedItem => ({
    kind: 'file',
    type,
    webkitGetAsEntry: () => {
      asked++;
      return entry;
    },
    getAsFile: () => new File(['x'], name),
  });
  const folder = new FolderEntry('folder', [new FileEntry('inside.mid')]);
  const many = Array.from({ length: 3000 }, (_, i) =>
    item(`${i}.mid`, 'audio/midi', new FileEntry(`${i}.mid`)),
  );
  const found = await droppedFiles([
    ...many,
    item('folder', '', folder),
    item('no ending', '', new FileEntry('no ending')),
  ]);
  expect(found.files).toHaveLength(3002);
  expect(names(found)).toContain('inside.mid');
  expect(asked).toBe(2);
});

it('loses nothing but what may not be read', async () => {
  const dropped = await droppedFiles([
    droppedItem(
      new FolderEntry('top', [
        new FileEntry('a.mid'),
        new FolderEntry('locked', [new FileEntry('hidden.mid')], 0),
        new FileEntry('locked.mid', false),
        new FolderEntry(
          'torn',
          Array.from({ length: 150 }, (_, i) => new FileEntry(`${i}.mid`)),
          100,
        ),
        new FileEntry('z.mid'),
      ]),
    ),
  ]);
  expect(dropped.files).toHaveLength(102);
  expect(dropped.unreadable).toEqual(['locked', 'locked.mid', 'torn']);
});

it('passes over dropped text', async () => {
  const text: DroppedItem = {
    kind: 'string',
    type: 'text/plain',
    webkitGetAsEntry: () => null,
    getAsFile: () => null,
  };
  expect(await droppedFiles([text])).toEqual({ files: [], unreadable: [] });
});
