/** Hands a file to the browser's downloads; needs no permission. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the download begins after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
