/** Hands a file to the browser's downloads. */
export function saveFile(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // A browser that asks first, as Safari on iOS does, may read the file only after the answer.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
