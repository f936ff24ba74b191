/** Gives the person a file of data to keep. */
export function saveText(name: string, text: string): void {
  saveFile(name, text, 'application/json');
}

/** Gives the person a file to keep, through the browser's own downloads. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
