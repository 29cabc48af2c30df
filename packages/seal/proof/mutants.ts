/** One check taken out of the source. */
export interface Mutant {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** A source in which each check can be switched off by the name in the environment. */
export interface Switchable {
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  replace(id: string, text: string): string;
}

/** To look into the environment at every check would take too long. */
const header = 'const MUTANT = globalThis.process.env.MUTANT;\n';
const isOn = (id: string) => `(MUTANT === '${id}')`;

/** The checks of this package: `demand` and its kin, guards that leave, and the ends of DER. */
const patterns: readonly { readonly begin: RegExp; replace: Edit['replace'] }[] = [
  {
    begin: /(?<!function )(?<![\w.#])(?:demand|expect|(?:this|reader)\.must)\(/g,
    replace: (id, condition) => `${isOn(id)} || (${condition})`,
  },
  {
    begin:
      /(?<!else )\bif \((?=[^\n]*\) (?:throw|return false|return undefined|return;|continue)|[^\n]*\) \{\n *throw|(?:\n[^\n]*){1,4}\n *\) \{\n *throw)/g,
    replace: (id, condition) => `!${isOn(id)} && (${condition})`,
  },
];

const ends = /(?<=^ *)[\w.]+\.end\(\);$/gm;

/** Makes every check of a source one that can be switched off. */
export function makeSwitchable(file: string, code: string): Switchable {
  const edits: Edit[] = patterns.flatMap(({ begin, replace }) =>
    [...code.matchAll(begin)].map(({ 0: match, index }) => {
      const start = index + match.length;
      return { start, end: endOfArgument(code, start), replace };
    }),
  );
  for (const { 0: match, index } of code.matchAll(ends)) {
    const replace = (id: string, call: string) => `${isOn(id)} || ${call}`;
    edits.push({ start: index, end: index + match.length, replace });
  }
  edits.sort((left, right) => left.start - right.start);
  const mutants: Mutant[] = [];
  let result = '';
  let at = 0;
  for (const { end, replace, start } of edits) {
    if (start < at) continue;
    const line = code.slice(0, start).split('\n').length;
    const id = `${file}:${line}${mutants.some((mutant) => mutant.line === line) ? 'b' : ''}`;
    const text = code.slice(start, end);
    result += code.slice(at, start) + replace(id, text);
    mutants.push({ id, file, line, text: text.replaceAll(/\s+/g, ' ') });
    at = end;
  }
  return { code: header + result + code.slice(at), mutants };
}

/** Where the argument that begins at `start` ends: at a comma or a parenthesis that is its own. */
function endOfArgument(code: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < code.length; at++) {
    const character = code[at] ?? '';
    if (quote) {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '/' && /[(,=!&|]\s*$/.test(code.slice(start - 1, at))) {
      at = endOfPattern(code, at);
    } else if ('\'`"'.includes(character)) quote = character;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character) && depth-- === 0) return at;
    else if (character === ',' && depth === 0) return at;
  }
  throw new SyntaxError('An argument has no end');
}

function endOfPattern(code: string, start: number): number {
  let isClass = false;
  for (let at = start + 1; at < code.length; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === '[') isClass = true;
    else if (code[at] === ']') isClass = false;
    else if (code[at] === '/' && !isClass) return at;
  }
  throw new SyntaxError('A pattern has no end');
}
