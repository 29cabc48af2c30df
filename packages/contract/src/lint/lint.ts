import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** A rule of `spectral.yaml` that is broken, and where. */
export interface Breach {
  readonly rule: string;
  /** The way to the place, as keys: `paths./statistics.get`. */
  readonly at: string;
}

const ruleset = fileURLToPath(new URL('../../spectral.yaml', import.meta.url));
const spectral = createRequire(import.meta.url).resolve('@stoplight/spectral-cli/dist/index.js');

/** Lints an OpenAPI document (YAML or JSON) with Spectral. Rejects when the linter itself fails. */
export async function lint(document: string): Promise<readonly Breach[]> {
  const options = ['lint', '--ruleset', ruleset, '--format', 'json', '--quiet'];
  const linter = spawn(process.execPath, [spectral, ...options]);
  linter.stdin.end(document);
  const [output, errors] = await Promise.all([text(linter.stdout), text(linter.stderr)]);
  if (errors !== '') throw new Error(`Spectral failed: ${errors}`);
  const results: readonly { code: string; path: readonly (string | number)[] }[] =
    JSON.parse(output);
  return results.map(({ code, path }) => ({ rule: code, at: path.join('.') }));
}
