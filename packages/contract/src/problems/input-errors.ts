import type { ErrorObject } from 'ajv';
import type { InputError } from '../index.ts';

type InputPart = InputError['in'];

/** What Ajv's keywords are called in the answers of a register, and what they say. */
const keywords: Readonly<Record<string, readonly [code: string, detail: string]>> = {
  required: ['required', 'This is required.'],
  type: ['type', 'This has another type than the contract says.'],
  format: ['format', 'This does not have the form that the contract says.'],
  pattern: ['pattern', 'This does not have the form that the contract says.'],
  enum: ['not-allowed', 'This is not one of the values that the contract knows.'],
  const: ['not-allowed', 'This is not the value that the contract says.'],
  minLength: ['too-short', 'This is too short.'],
  maxLength: ['too-long', 'This is too long.'],
  minItems: ['too-few', 'There are too few of these.'],
  maxItems: ['too-many', 'There are too many of these.'],
  minimum: ['too-small', 'This is too small.'],
  maximum: ['too-large', 'This is too large.'],
  uniqueItems: ['duplicate', 'The same thing is here twice.'],
  additionalProperties: ['unknown-property', 'The contract does not know this property.'],
  unevaluatedProperties: ['unknown-property', 'The contract does not know this property.'],
  oneOf: ['one-of', 'Exactly one of the alternatives in the contract must be given.'],
};

/** Text that nothing can store, whatever form it should have. */
const notText = ['not-text', 'This holds half of a character.'] as const;

/** Every code of what is wrong with the form of input. */
export const formErrorCodes: ReadonlySet<string> = new Set([
  ...Object.values(keywords).map(([code]) => code),
  notText[0],
  'invalid',
  'more-errors',
]);

/** So many are told, of one kind or in all: thousands help nobody, and would fill the memory. */
const mostTold = 100;

/**
 * Turns Ajv's errors into those of the NL API Design Rules: every fault once, where it is, never
 * with the value. Ajv must run with `allErrors` and `verbose`. Where there are more than a hundred of
 * one kind, the last one says so.
 */
export function toInputErrors(all: readonly ErrorObject[], part: InputPart): InputError[] {
  const errors = leaveOutMoreOfAKind(all, ({ schemaPath }) => schemaPath, mostTold);
  const told = toToldErrors(errors, part);
  return errors.length < all.length ? [...told, { in: part, ...moreErrors }] : told;
}

const moreErrors = { code: 'more-errors', detail: 'There is more that is wrong in the same way.' };

/**
 * Leaves a hundred in all of what is wrong in a body, where there is more: as many of each code, so
 * that none hides another. The last one says so.
 */
export function limitErrors(errors: readonly InputError[]): readonly InputError[] {
  const told = errors.filter(({ code }) => code !== moreErrors.code);
  const codes = new Set(told.map(({ code }) => code));
  const most = told.length > mostTold ? Math.floor(mostTold / codes.size) : mostTold;
  const left = leaveOutMoreOfAKind(told, ({ code }) => code, most);
  return left.length < errors.length ? [...left, { in: 'body', ...moreErrors }] : left;
}

function leaveOutMoreOfAKind<Fault>(
  faults: readonly Fault[],
  kindOf: (fault: Fault) => string,
  most: number,
): readonly Fault[] {
  const counts = new Map<string, number>();
  return faults.filter((fault) => {
    const kind = kindOf(fault);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= most;
  });
}

function toToldErrors(errors: readonly ErrorObject[], part: InputPart): InputError[] {
  const telling = leaveOutOtherAlternatives(errors);
  const found = telling
    .filter((error) => isTelling(error, telling) && !isTriedAlternative(error, errors))
    .map((error) => toInputError(error, part));
  // Alternatives may each complain about the same thing, in words of their own.
  const thing = ({ code, location }: InputError) => JSON.stringify([code, location]);
  return [...new Map(found.map((error) => [thing(error), error])).values()];
}

function toInputError(error: ErrorObject, part: InputPart): InputError {
  const [code, detail] = isHalfText(error)
    ? notText
    : (keywords[error.keyword] ?? ['invalid', 'This is invalid.']);
  const path = pathOf(error);
  const location =
    part === 'body'
      ? { pointer: path }
      : { name: path.split('/').slice(1).join('/').replaceAll('~1', '/').replaceAll('~0', '~') };
  return { in: part, location, code, detail };
}

function isHalfText({ data, keyword }: ErrorObject): boolean {
  return keyword === 'pattern' && typeof data === 'string' && !data.isWellFormed();
}

/** The JSON Pointer of what is wrong; of a missing or unknown property, the property's own. */
function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const property: unknown =
    keyword === 'required'
      ? params['missingProperty']
      : (params['additionalProperty'] ?? params['unevaluatedProperty']);
  if (typeof property !== 'string') return instancePath;
  return `${instancePath}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

interface Alternative {
  readonly properties?: Readonly<
    Record<string, { readonly const?: unknown; readonly enum?: readonly unknown[] }>
  >;
}

/**
 * Where one alternative of a failed `oneOf` is plainly meant, only what is wrong with that one
 * matters: neither the others' complaints, nor that none of them fits.
 */
function leaveOutOtherAlternatives(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors
    .filter(({ keyword }) => keyword === 'oneOf')
    .reduce((left, choice) => {
      const meant = meantAlternative(choice);
      if (meant === undefined) return left;
      return left.filter(
        ({ schemaPath }) =>
          schemaPath !== choice.schemaPath &&
          (!schemaPath.startsWith(`${choice.schemaPath}/`) ||
            schemaPath.startsWith(`${choice.schemaPath}/${meant}/`)),
      );
    }, errors);
}

/** The alternative that has most of the properties that were sent, when there is one such. */
function meantAlternative({ data, schema }: ErrorObject): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const scores = (schema as readonly Alternative[]).map(({ properties = {} }) => {
    const sent = Object.entries(data).filter(([name]) => Object.hasOwn(properties, name));
    return sent.every(([name, value]) => allows(properties[name], value)) ? sent.length : 0;
  });
  const most = Math.max(...scores);
  const first = scores.indexOf(most);
  return most > 0 && first === scores.lastIndexOf(most) ? first : undefined;
}

/** Whether a property that tells alternatives apart has one of the values that it may have. */
function allows(
  schema: NonNullable<Alternative['properties']>[string] | undefined,
  value: unknown,
) {
  if (schema === undefined) return true;
  if ('const' in schema) return schema.const === value;
  return schema.enum?.includes(value) ?? true;
}

/**
 * A failed `oneOf` makes Ajv complain about each alternative, and about properties of alternatives
 * as unevaluated. Told is what is wrong inside an alternative that was tried, else that one must be
 * chosen.
 */
function isTelling(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const failedChoices = errors.filter(({ keyword }) => keyword === 'oneOf');
  switch (error.keyword) {
    case 'oneOf':
      return !errors.some((other) => isFaultInside(other, error));
    case 'additionalProperties':
      // Each alternative complains about what the others have.
      return !failedChoices.some(
        (choice) =>
          choice.instancePath === error.instancePath &&
          isAbout(choice, error.params['additionalProperty']),
      );
    case 'required':
      return !failedChoices.some(({ schemaPath }) => error.schemaPath.startsWith(`${schemaPath}/`));
    default:
      return true;
  }
}

/** Whether a property is unknown only because the alternative that has it did not fit. */
function isTriedAlternative(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const property: unknown = error.params['unevaluatedProperty'];
  return (
    typeof property === 'string' &&
    errors.some(
      (choice) =>
        choice.keyword === 'oneOf' &&
        choice.instancePath === error.instancePath &&
        isAbout(choice, property),
    )
  );
}

/** Whether an error is about a property that one of the alternatives of a choice has. */
function isFaultInside(error: ErrorObject, choice: ErrorObject): boolean {
  if (!error.instancePath.startsWith(`${choice.instancePath}/`)) return false;
  const [property = ''] = error.instancePath.slice(choice.instancePath.length + 1).split('/');
  return isAbout(choice, property);
}

function isAbout(choice: ErrorObject, property: string): boolean {
  const alternatives = choice.schema as readonly { readonly properties?: object }[];
  return alternatives.some(({ properties = {} }) => Object.hasOwn(properties, property));
}
