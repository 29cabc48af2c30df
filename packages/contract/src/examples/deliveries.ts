import type { RegisterLine, WithdrawLine } from '../index.ts';
import { exampleInstitutions } from './institutions.ts';
import { exampleMarks } from './marks.ts';
import { examplePersons } from './persons.ts';
import { exampleProgrammes } from './programmes.ts';

const { informationTechnology, practicalNursing, vwo } = exampleProgrammes;

/** Lines of deliveries. The BSNs pass the eleven test and belong to nobody. */
export const exampleDeliveryLines = {
  secondary: {
    action: 'register',
    recordId: 'vwo-2024-0017',
    holder: { ...examplePersons.zoe, bsn: '999990019' },
    diploma: {
      institution: exampleInstitutions.merelveld.code,
      programme: { scheme: vwo.programme.scheme, code: vwo.programme.code },
      awardedOn: '2024-06-13',
      marks: exampleMarks.map(({ subject, ...marks }) => ({ subject: subject.code, ...marks })),
    },
  },
  vocational: {
    action: 'register',
    recordId: 'mbo:2019:00482',
    holder: examplePersons.ruben,
    diploma: {
      institution: exampleInstitutions.rijnstreek.code,
      programme: {
        scheme: practicalNursing.programme.scheme,
        code: practicalNursing.programme.code,
      },
      awardedIn: '2019-07',
    },
  },
  higher: {
    action: 'register',
    recordId: 'ho.2023.311',
    holder: { ...examplePersons.ruben, bsn: '999990007' },
    diploma: {
      institution: exampleInstitutions.waterkant.code,
      programme: {
        scheme: informationTechnology.programme.scheme,
        code: informationTechnology.programme.code,
      },
      awardedOn: '2023-07-14',
    },
  },
  withdrawal: { action: 'withdraw', recordId: 'vwo-2024-0017' },
} as const satisfies Record<string, RegisterLine | WithdrawLine>;
