import type { InputError } from '@diplomaregister/contract';
import type { ErrorObject } from 'ajv';

type InputPart = InputError['in'];

/** What Ajv's keywords are called in the answers of this register, and what they say. */
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

/**
 * Turns Ajv's errors into those of the NL API Design Rules: every fault once, where it is, never
 * with the value. Ajv must run with `allErrors` and `verbose`.
 */
export function toInputErrors(errors: readonly ErrorObject[], part: InputPart): InputError[] {
  return errors
    .filter((error) => isTelling(error, errors))
    .map((error) => toInputError(error, part));
}

function toInputError(error: ErrorObject, part: InputPart): InputError {
  const [code, detail] = keywords[error.keyword] ?? ['invalid', 'This is invalid.'];
  const path = pathOf(error);
  const location =
    part === 'body'
      ? { pointer: path }
      : { name: path.split('/').slice(1).join('/').replaceAll('~1', '/').replaceAll('~0', '~') };
  return { in: part, location, code, detail };
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
    case 'required':
      return !failedChoices.some(({ schemaPath }) => error.schemaPath.startsWith(`${schemaPath}/`));
    case 'unevaluatedProperties': {
      const property = String(error.params['unevaluatedProperty']);
      return !failedChoices.some(
        (choice) => choice.instancePath === error.instancePath && isAbout(choice, property),
      );
    }
    default:
      return true;
  }
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
