import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type EntryName = 'site' | 'home' | 'portal' | 'employer' | 'check';

/** The addresses of what Vite built for an entry. */
export interface Assets {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

interface ManifestChunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** Reads Vite's manifest: which files a page with this entry loads. */
export async function readAssets(buildFolder: string): Promise<(name: EntryName) => Assets> {
  const text = await readFile(join(buildFolder, 'manifest.json'), 'utf8').catch(
    (cause: unknown) => {
      throw new Error('The demo site is not built yet: run its "build" first.', { cause });
    },
  );
  const chunks = Object.values(JSON.parse(text) as Readonly<Record<string, ManifestChunk>>);
  return (name) => {
    const chunk = chunks.find((candidate) => candidate.isEntry && candidate.name === name);
    if (!chunk) throw new Error(`The build of the demo site has no "${name}": build it again.`);
    return {
      scripts: [`/${chunk.file}`],
      styles: (chunk.css ?? []).map((file) => `/${file}`),
    };
  };
}
