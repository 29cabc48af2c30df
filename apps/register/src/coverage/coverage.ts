import type { Coverage } from '@diplomaregister/contract';

/** From which year diplomas are registered, by kind, as the law and the institutions made it so. */
export const coverage: Coverage = {
  kinds: [
    { kind: 'wo', publiclyFundedFrom: 1996, privateFrom: 2018 },
    { kind: 'wo-religious', publiclyFundedFrom: 2010, privateFrom: 2018 },
    { kind: 'hbo', publiclyFundedFrom: 1996, privateFrom: 2018 },
    { kind: 'mbo', publiclyFundedFrom: 2007, privateFrom: 2012 },
    { kind: 'vavo', publiclyFundedFrom: 2007, privateFrom: 2012 },
    { kind: 'vo', publiclyFundedFrom: 2006, privateFrom: 2012 },
    { kind: 'vso', publiclyFundedFrom: 2013 },
    { kind: 'school-diploma', publiclyFundedFrom: 2023 },
    { kind: 'state-exam-vo', publiclyFundedFrom: 2011 },
    { kind: 'state-exam-vso', publiclyFundedFrom: 2011 },
    { kind: 'state-exam-nt2', publiclyFundedFrom: 2011 },
    { kind: 'integration-exam', publiclyFundedFrom: 2007 },
    { kind: 'wft-exam', privateFrom: 2014 },
  ],
  elsewhere: ['pre-master', 'post-hbo', 'doctorate', 'lateral-entry-teaching', 'branch-training'],
};
