import type { Extract, ExtractRequest } from '@diplomaregister/contract';
import { answer, problem } from '../answers.ts';
import { randomExtractNumber } from '../crockford.ts';
import { composeDocument } from '../document.ts';
import { awardedPart, instant, storeFile } from '../state.ts';
import type { Call } from './call.ts';
import { once } from './idempotency.ts';
import { page } from './pages.ts';

export function listExtracts(call: Call): Response {
  return page([...call.state.extracts].reverse(), call);
}

export function createExtract(call: Call): Promise<Response> {
  return once(call, async () => {
    const { now, state, trust, url } = call;
    const { diplomaIds, language } = call.body as ExtractRequest;
    const stored = diplomaIds.map((id) => state.diplomas.get(id));
    if (!stored.every((each) => each !== undefined)) return problem('not-found');
    if (stored.some(({ diploma }) => diploma.standing === 'withdrawn')) {
      return problem('diploma-withdrawn');
    }
    const number = randomExtractNumber();
    const issued = { number, issuedAt: instant(now()), language };
    const extract: Extract = {
      profile: 'diplomaregister-extract-1',
      ...issued,
      example: true,
      diplomas: stored.map(({ diploma, place }) => ({
        status: { uri: `${url}/status-lists/0`, index: place },
        ...awardedPart(diploma),
      })),
    };
    const file = await trust.seal(composeDocument(extract));
    await storeFile(state, extract, file);
    state.extracts.push({ ...issued, diplomaIds });
    return answer(201, file, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="uittreksel-${number.replace(/\W$/, '').toLowerCase()}.pdf"`,
      'Extract-Number': number,
    });
  });
}
