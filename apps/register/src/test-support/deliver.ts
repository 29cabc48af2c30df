import type { Delivery, RegisterLine } from '@diplomaregister/contract';
import type { TestRegister } from './start-register.ts';

/** A BSN for tests: it begins with 9999, passes the eleven test and belongs to nobody. */
export function testBsn(number: number): string {
  for (let candidate = number * 11; ; candidate += 1) {
    const digits = `9999${String(candidate).padStart(4, '0')}`;
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
    if (sum % 11 < 10) return `${digits}${sum % 11}`;
  }
}

/** A line that registers a diploma of vwo with two marks; the options change what matters. */
export function registerLine(
  recordId: string,
  holder: Partial<RegisterLine['holder']> = {},
  diploma: Partial<RegisterLine['diploma']> = {},
): RegisterLine {
  const { awardedIn, ...rest } = diploma as { awardedIn?: string };
  return {
    action: 'register',
    recordId,
    holder: {
      bsn: testBsn(1),
      givenNames: 'Zoë Aaltje',
      prefix: 'van der',
      familyName: 'Brânză',
      birthDate: '2005-04-30',
      ...holder,
    },
    diploma: {
      institution: '98AA',
      programme: { scheme: 'elementcode', code: '0170' },
      marks: [
        { subject: '1001', schoolExam: '6.4', centralExam: '7.1', final: '7' },
        { subject: '1025', schoolExam: '8.0', centralExam: '7.6', final: '8' },
      ],
      ...(awardedIn === undefined ? { awardedOn: '2023-07-06' } : { awardedIn }),
      ...rest,
    },
  } as RegisterLine;
}

/** A line that withdraws a diploma. */
export function withdrawLine(recordId: string) {
  return { action: 'withdraw', recordId } as const;
}

/** Sends lines as an institution does. A line that is text goes as it is. */
export async function sendDelivery(
  { server, tokens }: TestRegister,
  lines: readonly (object | string)[],
  institution = '98AA',
) {
  const body = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return server.inject({
    method: 'POST',
    url: '/v1/deliveries',
    headers: {
      authorization: `Bearer ${await tokens.institution(institution)}`,
      'content-type': 'application/x-ndjson',
    },
    payload: `${body.join('\n')}\n`,
  });
}

/** Delivers lines and gives what became of them. */
export async function deliver(
  register: TestRegister,
  lines: readonly (object | string)[],
  institution?: string,
): Promise<Delivery> {
  const response = await sendDelivery(register, lines, institution);
  if (response.statusCode !== 201) throw new Error(`The delivery was refused: ${response.body}`);
  return response.json<Delivery>();
}
