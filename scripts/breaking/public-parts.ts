// Declarations as they are compared: what only a package itself can reach left out, each method as a
// property that holds a function, and each function as one that takes nothing more. TypeScript is lenient
// about the parameters of methods, lets a function stand where more parameters are given, and holds what
// is private in one copy of a class to be another thing than in the next.
import { parseSync } from 'oxc-parser';

/** The part of a node of the syntax tree that is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly kind?: string;
  readonly computed?: boolean;
  readonly accessibility?: string | null;
  readonly key?: Node & { readonly name?: string };
  /** What a class says of its method; a signature says it itself. */
  readonly value?: Node | null;
  readonly typeParameters?: Node | null;
  readonly params?: readonly Node[];
  readonly returnType?: Node | null;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Rewrites a declaration file so that another version of it can be held against it. */
export function publicParts(code: string): string {
  const edits: Edit[] = [];
  visit(parseSync('module.d.ts', code).program, (nodes) => {
    for (const node of nodes) edits.push(...editsOf(node, nodes, code));
  });
  // From the end, so that the places before stay right.
  const ordered = edits.toSorted((one, other) => other.start - one.start);
  return ordered.reduce(
    (text, { end, start, text: replacement }) =>
      text.slice(0, start) + replacement + text.slice(end),
    code,
  );
}

/** Calls with the children of each node in a tree, outer ones first. */
function visit(value: unknown, call: (children: readonly Node[]) => void): void {
  if (typeof value !== 'object' || value === null) return;
  const children = Object.values(value);
  call(children.filter((each) => Object(each).type !== undefined));
  for (const each of children) visit(each, call);
}

function editsOf(member: Node, members: readonly Node[], code: string): readonly Edit[] {
  const { accessibility, computed, key, kind, type } = member;
  if (type === 'TSDeclareFunction') return closed(member, code);
  if (!key || !/^(MethodDefinition|PropertyDefinition|TSMethodSignature)$/.test(type)) return [];
  const isHidden = accessibility === 'private' || accessibility === 'protected';
  if (isHidden || key.type === 'PrivateIdentifier') {
    return [{ start: member.start, end: member.end, text: '' }];
  }
  const isOverloaded = members.filter((each) => each.key?.name === key.name).length > 1;
  const signature = member.value ?? member;
  const { returnType, typeParameters } = signature;
  if (kind !== 'method' || computed || isOverloaded || !returnType) return [];
  const from = typeParameters?.start ?? code.indexOf('(', key.end);
  return [
    { start: from, end: from, text: ': ' },
    ...closed(signature, code),
    { start: returnType.start, end: returnType.start + 1, text: ' =>' },
  ];
}

/** Says that a function takes no more than its parameters. */
function closed({ params = [], returnType }: Node, code: string): readonly Edit[] {
  const last = params.at(-1);
  if (!returnType || last?.type === 'RestElement') return [];
  const at = code.lastIndexOf(')', returnType.start);
  return [{ start: at, end: at, text: `${last ? ', ' : ''}...none: never[]` }];
}
