/** All that a verdict is drawn with, in one piece that loads when something is checked first. */
export { verdictCatalogues } from '../language/verdict-catalogues.ts';
export { sayVerdict } from './say-verdict.ts';
export { verdictStyles } from './verdict.styles.ts';
export { verdictView } from './verdict-view.ts';
