import type { ExtractRequest, IssuedExtract } from '@diplomaregister/contract';
import { discard, mostBytes, readBytes } from './body.ts';
import type { Connection } from './connection.ts';
import { UnexpectedAnswerError } from './errors.ts';
import type { List, ListOptions } from './list.ts';
import { list } from './list.ts';
import { hasMediaType } from './refusal.ts';
import type { CreateOptions } from './request.ts';
import { creation } from './request.ts';

/** A sealed extract, as the register made it. */
export interface SealedExtract {
  /** `DR-7K3M-9QXA-T2VD-H` */
  readonly number: string;
  /** The sealed PDF. Only this very file counts: a print or a copy of the text does not. */
  readonly file: Blob;
  /** A name for the file, without personal data. */
  readonly fileName: string;
}

export interface Extracts {
  /** A sealed PDF of one or more own diplomas. */
  create(request: ExtractRequest, options?: CreateOptions): Promise<SealedExtract>;
  /** The extracts that were issued to the holder, newest first. */
  list(options?: ListOptions): List<IssuedExtract>;
}

const pdf = 'application/pdf';

export function extracts(connection: Connection): Extracts {
  return {
    async create({ diplomaIds, language }, options = {}) {
      const request = creation('/extracts', { diplomaIds, language }, options);
      return connection.send(
        { ...request, accept: `${pdf}, application/problem+json` },
        readExtract,
      );
    },
    list: (options) => list(connection, '/extracts', options),
  };
}

async function readExtract(response: Response): Promise<SealedExtract> {
  const number = response.headers.get('extract-number');
  if (!number || !hasMediaType(response, pdf)) {
    discard(response);
    throw new UnexpectedAnswerError('not-a-register', response.status);
  }
  const content = await readBytes(response, mostBytes.extract);
  const disposition = response.headers.get('content-disposition') ?? '';
  const [, fileName = `${number}.pdf`] = /filename="?([\w.-]+)"?/.exec(disposition) ?? [];
  return { number, file: new Blob([content], { type: pdf }), fileName };
}
