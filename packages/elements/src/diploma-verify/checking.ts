/** What checks, and what draws a verdict, in one piece that loads when something is checked first. */
export { verify } from '@diplomaregister/sdk/verify';
export { verdictCatalogues } from '../language/verdict-catalogues.ts';
export { sayVerdict } from '../verdict/say-verdict.ts';
export { verdictStyles } from '../verdict/verdict.styles.ts';
export { verdictView } from '../verdict/verdict-view.ts';
