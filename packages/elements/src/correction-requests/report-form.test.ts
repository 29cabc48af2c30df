import {
  BadRequestError,
  NotFoundError,
  TooManyRequestsError,
  UnavailableError,
} from '@diplomaregister/sdk';
import { describe, expect, it } from 'vitest';
import { readReport, refusedFields } from './report-form.ts';

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

const wrong = { reason: 'wrong', diploma: 'one' };
const missing = { reason: 'missing', institution: '98AA' };

describe('the form of a report', () => {
  it('is a request about a diploma, or to an institution', () => {
    expect(readReport(form({ ...wrong, text: ' Mijn naam. ' }))).toEqual({
      request: { reason: 'wrong', diplomaId: 'one', text: 'Mijn naam.' },
    });
    expect(readReport(form({ ...missing, text: 'Havo, 2009' }))).toEqual({
      request: { reason: 'missing', institution: '98AA', text: 'Havo, 2009' },
    });
  });

  it('tells everything that is wrong at once', () => {
    expect(readReport(form({ reason: 'wrong', text: ' \n ' }))).toEqual({
      problems: { diploma: 'none-chosen', text: 'empty' },
    });
    expect(readReport(form({ reason: 'missing', text: 'x'.repeat(2_001) }))).toEqual({
      problems: { institution: 'none-chosen', text: 'too-long' },
    });
  });

  it('keeps line ends and takes out what a text that was pasted brings along', () => {
    const read = readReport(form({ ...wrong, text: 'één\r\ntwee\tdrie\u0007' }));
    expect(read).toMatchObject({ request: { text: 'één\ntwee drie' } });
  });

  it('counts characters as the register does', () => {
    expect(readReport(form({ ...wrong, text: '😀'.repeat(2_000) }))).toHaveProperty('request');
    expect(readReport(form({ ...wrong, text: '😀'.repeat(2_001) }))).toHaveProperty('problems');
  });
});

describe('what the register refused', () => {
  const problem = (errors: readonly (readonly [pointer: string, code: string])[]) => ({
    type: 'urn:problem-type:diplomaregister:invalid-input',
    title: 'The input is invalid',
    status: 400,
    detail: '',
    instance: 'urn:uuid:0',
    errors: errors.map(([pointer, code]) => ({
      in: 'body' as const,
      location: { pointer },
      code,
      detail: '',
    })),
  });

  it('is said at each of its fields', () => {
    const closed = problem([
      ['/institution', 'institution-closed'],
      ['/text', 'pattern'],
    ]);
    expect(refusedFields(new BadRequestError(400, closed))).toEqual({
      institution: 'closed',
      text: 'refused',
    });
    const unknown = problem([
      ['/institution', 'institution-unknown'],
      ['/text', 'too-long'],
    ]);
    expect(refusedFields(new BadRequestError(400, unknown))).toEqual({
      institution: 'unknown',
      text: 'too-long',
    });
    expect(refusedFields(new NotFoundError(404))).toEqual({ diploma: 'gone' });
  });

  it('is no field when something else was the matter', () => {
    expect(refusedFields(new BadRequestError(400, problem([['/reason', 'one-of']])))).toEqual({});
    expect(refusedFields(new TooManyRequestsError(429))).toEqual({});
    expect(refusedFields(new UnavailableError(503))).toEqual({});
  });
});
