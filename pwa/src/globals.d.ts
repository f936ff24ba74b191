/** Written in by the build (`vite.config.ts`). */
declare const __APP_VERSION__: string;

/** Called by the replica, in the worker, before it reads a document and, with nothing, once it has. */
declare var besaceApplying: (mark: Uint8Array) => void;
