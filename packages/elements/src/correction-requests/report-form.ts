import type { NewCorrectionRequest } from '@diplomaregister/contract';
import { BadRequestError, NotFoundError } from '@diplomaregister/sdk';

/** What is wrong with a report, by its field; nothing wrong is an empty object. */
export interface ReportProblems {
  /** `gone`: it is no more the holder's. */
  readonly diploma?: 'none-chosen' | 'gone';
  /** `closed`: there is nobody any more who could answer. */
  readonly institution?: 'none-chosen' | 'unknown' | 'closed';
  readonly text?: 'empty' | 'too-long' | 'refused';
}

/** The contract's limit on the text of a report, in characters. */
const longestText = 2_000;

/**
 * Reads the form of a report: fields `reason`, `diploma` or `institution`, and `text`. All that is
 * wrong is told at once.
 */
export function readReport(
  form: FormData,
): { readonly request: NewCorrectionRequest } | { readonly problems: ReportProblems } {
  const text = plainText(String(form.get('text') ?? ''));
  const textProblem = problemOfText(text);
  const wrong = textProblem && { text: textProblem };
  if (form.get('reason') === 'wrong') {
    const diplomaId = String(form.get('diploma') ?? '');
    if (!diplomaId) return { problems: { diploma: 'none-chosen', ...wrong } };
    return wrong ? { problems: wrong } : { request: { reason: 'wrong', diplomaId, text } };
  }
  const institution = String(form.get('institution') ?? '');
  if (!institution) return { problems: { institution: 'none-chosen', ...wrong } };
  return wrong ? { problems: wrong } : { request: { reason: 'missing', institution, text } };
}

/** What the register found wrong with a report; an empty object when that was not the problem. */
export function refusedFields(error: unknown): ReportProblems {
  if (error instanceof NotFoundError) return { diploma: 'gone' };
  if (!(error instanceof BadRequestError)) return {};
  return Object.assign(
    {},
    ...error.errors.map(({ code, location }) => {
      switch (location?.pointer) {
        case '/diplomaId':
          return { diploma: 'gone' };
        case '/institution':
          return { institution: code === 'institution-closed' ? 'closed' : 'unknown' };
        case '/text':
          return { text: code === 'too-long' ? 'too-long' : 'refused' };
        default:
          return {};
      }
    }),
  );
}

/** What was typed or pasted, with nothing in it but characters that are seen, and line ends. */
function plainText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim();
}

function problemOfText(text: string): 'empty' | 'too-long' | undefined {
  if (!text) return 'empty';
  // The contract counts characters, not the code units of UTF-16.
  return [...text].length > longestText ? 'too-long' : undefined;
}
