import type { ArgTypesEnhancer } from 'storybook/internal/types';

const simple = new Set(['string', 'number', 'boolean']);

/**
 * Which entries of the manifest can be changed in a story: simple properties, and the design tokens.
 * The register is the story's own, and what an element only tells cannot be set.
 */
export const manifestControls: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [
      name,
      { ...argType, control: controlOf(name, argType.table?.type?.summary) },
    ]),
  );

function controlOf(name: string, type = ''): 'color' | 'text' | 'number' | 'boolean' | false {
  if (name.startsWith('--')) return name.includes('color') ? 'color' : 'text';
  const isOwn = /^(?:register|validationMessage|willValidate)$/.test(name) || name.includes('-');
  if (isOwn || !simple.has(type)) return false;
  return type === 'string' ? 'text' : (type as 'number' | 'boolean');
}
