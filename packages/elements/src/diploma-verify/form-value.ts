import type { VerifyWords } from '../language/verify-words.ts';
import { isShare, type VerificationState } from './verification.ts';

/**
 * What a form sends of a check: the file itself under `name`, or code and PIN under `name-code` and
 * `name-pin`. Only of what is genuine, and never the verdict: who receives it checks again.
 */
export function formValue(state: VerificationState, name: string): FormData | null {
  if (!name || !isAccepted(state)) return null;
  const { input } = state;
  const value = new FormData();
  if (isShare(input)) {
    value.append(`${name}-code`, input.shareCode);
    value.append(`${name}-pin`, input.pin);
  } else {
    value.append(name, input instanceof Blob ? input : new Blob([new Uint8Array(input)]));
  }
  return value;
}

/** Why a form cannot be sent yet, in the terms of the platform and in words. */
export interface FormProblem {
  readonly flags: ValidityStateFlags;
  readonly message: string;
}

/** Holds the state of a check against what a form accepts: nothing but genuine. */
export function formProblem(
  state: VerificationState,
  required: boolean,
  { checking, form }: Pick<VerifyWords, 'checking' | 'form'>,
): FormProblem | undefined {
  switch (state.phase) {
    case 'idle':
      return required ? { flags: { valueMissing: true }, message: form.required } : undefined;
    case 'checking':
      return { flags: { customError: true }, message: checking[state.kind] };
    case 'decided':
      return isAccepted(state)
        ? undefined
        : { flags: { customError: true }, message: form.notGenuine };
  }
}

type Decided = Extract<VerificationState, { readonly phase: 'decided' }>;

function isAccepted(state: VerificationState): state is Decided {
  return state.phase === 'decided' && state.verdict.outcome === 'genuine';
}
