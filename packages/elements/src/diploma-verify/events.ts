import type { Verdict } from '@diplomaregister/contract';
import type { InputProblem } from './input-problem.ts';

/** There is a verdict. The host page can draw any verdict: who must be sure checks on a back end. */
export class DiplomaVerdictEvent extends Event {
  static readonly eventName = 'diploma-verdict';
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super(DiplomaVerdictEvent.eventName, { bubbles: true, composed: true });
    this.verdict = verdict;
  }
}

/** What the visitor gave cannot be checked, for instance a file that is too large. */
export class DiplomaProblemEvent extends Event {
  static readonly eventName = 'diploma-problem';
  readonly problem: InputProblem;

  constructor(problem: InputProblem) {
    super(DiplomaProblemEvent.eventName, { bubbles: true, composed: true });
    this.problem = problem;
  }
}
