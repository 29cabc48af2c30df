/** Why something cannot even be checked; a code, for which the catalogue has words. */
export type InputProblem =
  | 'several-files'
  | 'file-empty'
  | 'file-too-large'
  | 'file-not-pdf'
  | 'file-unreadable'
  | 'code-malformed'
  | 'pin-malformed';

/** Larger than any extract: 16 MiB. */
export const largestFile = 16 * 1024 * 1024;

/** How far into a file others' readers look for the header of a PDF. */
const headerReach = 1024;

/**
 * Says why files cannot be checked, or nothing. Deliberately lenient about what a PDF is: a file
 * with something before its header is for the verifier to judge, not a mistake of the visitor.
 */
export async function problemOfFiles(files: readonly File[]): Promise<InputProblem | undefined> {
  const [file, second] = files;
  if (second) return 'several-files';
  if (!file) return 'file-unreadable';
  if (file.size === 0) return 'file-empty';
  if (file.size > largestFile) return 'file-too-large';
  try {
    const start = new Uint8Array(await file.slice(0, headerReach).arrayBuffer());
    // Latin-1 maps each byte to one character, so that bytes outside ASCII do no harm.
    return new TextDecoder('latin1').decode(start).includes('%PDF-') ? undefined : 'file-not-pdf';
  } catch {
    // A folder, a file that was moved since, or one that may not be read.
    return 'file-unreadable';
  }
}
