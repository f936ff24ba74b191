/** Files of the origin's private file system, written in place by this worker alone. */

/** What TypeScript's types of pages lack: only workers have it. */
export interface OpenFile {
  getSize(): number;
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(length: number): void;
  flush(): void;
  close(): void;
}

interface Entry extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<OpenFile>;
}

/** One piece of work after the other: a file that is open can be neither opened again nor removed. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T | undefined> {
  const done = last.then(work).catch(() => undefined);
  last = done;
  return done;
}

/** Does something with a file, which is made if need be; `undefined` where the browser has no such files, or failed. */
export function withFile<T>(name: string, work: (file: OpenFile) => T): Promise<T | undefined> {
  return inTurn(async () => {
    const folder = await navigator.storage.getDirectory();
    const entry = (await folder.getFileHandle(name, { create: true })) as Entry;
    const file = await entry.createSyncAccessHandle();
    try {
      return work(file);
    } finally {
      file.close();
    }
  });
}

/** The text of a file; `undefined` when there is none. */
export function textOf(name: string): Promise<string | undefined> {
  return inTurn(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(name)).getFile()).text();
  });
}

/** Removes a file, if there is one. */
export async function removeFile(name: string): Promise<void> {
  await inTurn(async () => (await navigator.storage.getDirectory()).removeEntry(name));
}
