import { drawVerify } from '@diplomaregister/elements/server';

export const load = () => ({ drawn: drawVerify({ lang: 'en', headingLevel: 1 }) });
