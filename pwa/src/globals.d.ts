/** Written in by the build (`vite.config.ts`). */
declare const __APP_VERSION__: string;

/** Called by the replica, in the worker, before it reads a document and, with nothing, once it has. */
declare var besaceApplying: (mark: Uint8Array) => void;

/** What its types do not tell of yet. */
declare module 'pdfkit/output' {
  export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>>;
}
