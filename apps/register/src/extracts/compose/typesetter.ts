import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Extract } from '@diplomaregister/contract';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import { readFontCoverage } from './font-coverage.ts';
import { describeExtract } from './pages.ts';

/** What an extract's PDF needs to know beside the extract. */
export interface ComposeOptions {
  /** The address of the page on which anyone checks an extract. Printed and in the QR code. */
  readonly checkUrl: string;
}

/** Makes the PDF of an extract. It works in the calling thread. */
export interface Typesetter {
  /**
   * A PDF/A-3a file with the extract as attachment `extract.json`; not sealed yet. The same extract
   * always gives the same bytes.
   */
  compose(extract: Extract, options: ComposeOptions): Uint8Array;
}

/** For how many extracts Typst's cache keeps what they did not use: it searches all that it has. */
const cacheAge = 2;

/** Loads fonts and template once; an extract then takes some milliseconds. */
export function createTypesetter(): Typesetter {
  const template = fileURLToPath(new URL('extract.typ', import.meta.url));
  const workspace = dirname(template);
  const fonts = fontFiles();
  const covers = readFontCoverage(readFileSync(fonts[0]));
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
  });

  /** The address for which Typst has a QR code, which is hardly ever another. */
  let codeIsOf: string | undefined;

  /** A file that is only in the compiler's memory, beside the template. */
  function provide(name: string, text: string): void {
    compiler.mapShadow(join(workspace, name), Buffer.from(text));
  }

  function typeset(creationTimestamp: number): Uint8Array {
    try {
      // In one step: a compiled document that JavaScript holds is a megabyte and more of which its
      // garbage collector knows nothing, so that hundreds would lie about.
      const options = { pdfStandard: 'a-3a', creationTimestamp };
      return compiler.pdf({ mainFilePath: template }, options);
    } catch {
      throw new CompositionError();
    } finally {
      compiler.evictCache(cacheAge);
    }
  }

  return {
    compose(extract, { checkUrl }) {
      // Not as `inputs`: for each compilation that has its own, Typst makes its library anew.
      provide('pages.json', JSON.stringify(describeExtract(extract, { checkUrl, covers })));
      provide('extract.json', JSON.stringify(extract));
      if (checkUrl !== codeIsOf) provide('check.svg', renderSVG(checkUrl, { ecc: 'M', border: 0 }));
      codeIsOf = checkUrl;
      return typeset(Math.floor(Date.parse(extract.issuedAt) / 1_000));
    },
  };
}

/** The template failed. Says nothing of the extract: its names may not reach a log. */
export class CompositionError extends Error {
  constructor() {
    super('The extract could not be composed.');
    this.name = 'CompositionError';
  }
}

function fontFiles(): [regular: string, semiBold: string] {
  const { resolve } = createRequire(import.meta.url);
  const file = (face: string) =>
    resolve(`@expo-google-fonts/source-sans-3/${face}/SourceSans3_${face}.ttf`);
  return [file('400Regular'), file('600SemiBold')];
}
