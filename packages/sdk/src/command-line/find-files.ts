import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Something to check, or why there is nothing at a path. */
export type Found =
  | { readonly path: string; readonly kind: 'file' }
  | { readonly path: string; readonly kind: Gap };

/** Why there is nothing to check at a path. */
export type Gap = 'not-found' | 'no-pdf' | 'no-file' | 'no-access';

/**
 * The files at these paths: a file as it is, a folder with every `*.pdf` in it and below it, in the
 * order of their names. Links to files count as files; links to folders inside a folder are not
 * followed, since they may lead back.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind !== 'folder') {
      yield { path, kind };
      continue;
    }
    let isEmpty = true;
    for await (const found of findInFolder(path)) {
      isEmpty = false;
      yield found;
    }
    if (isEmpty) yield { path, kind: 'no-pdf' };
  }
}

async function* findInFolder(folder: string): AsyncGenerator<Found> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) {
    yield { path: folder, kind: 'no-access' };
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* findInFolder(path);
    else if (entry.name.toLowerCase().endsWith('.pdf')) {
      const kind = entry.isFile() ? 'file' : await kindOf(path);
      if (kind !== 'folder') yield { path, kind };
    }
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | Gap> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    // A pipe or a device may never end.
    return found.isFile() ? 'file' : 'no-file';
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? 'not-found' : 'no-access';
  }
}
