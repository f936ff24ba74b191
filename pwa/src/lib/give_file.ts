/** Gives the person a file: through the system's own sheet on a phone that passes such files on, else as a download. */
import { saveFile } from './save_text.ts';

/** Whether they took it, as far as is known: who closes the sheet did not. */
export async function giveFile(name: string, content: BlobPart, type: string): Promise<boolean> {
  const files = [new File([content], name, { type })];
  // With a mouse, a file is looked for among the downloads.
  if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.({ files })) {
    try {
      await navigator.share({ files });
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      // Too long after the tap, or none of the phone's apps takes it.
    }
  }
  saveFile(name, content, type);
  return true;
}
