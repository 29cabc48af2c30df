import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
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

/** After how many extracts Typst's cache loses what was not used any more. */
const evictionInterval = 10;

/** Loads fonts and template once; an extract then takes some milliseconds. */
export function createTypesetter(): Typesetter {
  const template = fileURLToPath(new URL('extract.typ', import.meta.url));
  const fonts = fontFiles();
  const covers = readFontCoverage(readFileSync(fonts[0]));
  const compiler = NodeCompiler.create({
    workspace: dirname(template),
    fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
  });
  let composed = 0;

  function typeset(inputs: Record<string, string>, creationTimestamp: number): Uint8Array {
    try {
      // In one step: a compiled document that JavaScript holds is a megabyte and more of which its
      // garbage collector knows nothing, so that hundreds would lie about.
      const document = { mainFilePath: template, inputs };
      return compiler.pdf(document, { pdfStandard: 'a-3a', creationTimestamp });
    } catch {
      throw new CompositionError();
    }
  }

  return {
    compose(extract, { checkUrl }) {
      const inputs = {
        data: JSON.stringify(describeExtract(extract, { checkUrl, covers })),
        extract: JSON.stringify(extract),
        qr: renderSVG(checkUrl, { ecc: 'M', border: 0 }),
      };
      const pdf = typeset(inputs, Math.floor(Date.parse(extract.issuedAt) / 1_000));
      composed += 1;
      if (composed % evictionInterval === 0) compiler.evictCache(2);
      return pdf;
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
