// What the analyzer cannot know of this package: which file npm publishes a class in, that the design
// tokens are both elements' custom properties, and which class an event has.
import type {
  ClassDeclaration,
  CssCustomProperty,
  CustomElementDeclaration,
  Declaration,
  JavaScriptModule,
  Package,
} from 'custom-elements-manifest';

const classes = 'dist/index.js';

/** Turns a manifest of the source into one of the published files. */
function publish(manifest: Package): void {
  const declarations = manifest.modules.flatMap(({ declarations }) => declarations ?? []);
  const elements = declarations.filter(isElement);
  const events = declarations.filter(isEvent);
  const cssProperties = declarations.flatMap(customProperties);
  for (const element of elements) {
    const members = (element.members ?? []).filter(
      (member) => !member.static && member.privacy !== 'private' && !/Callback$/.test(member.name),
    );
    const names = new Set(members.map(({ name }) => name));
    Object.assign(element, {
      members,
      // Lit's internal state is in the list of its properties too.
      attributes: element.attributes?.filter(({ fieldName }) => !fieldName || names.has(fieldName)),
      // The analyzer finds what is dispatched, but not its name: the documented ones have both.
      events: element.events
        ?.filter(({ name }) => name)
        .map((event) => ({ ...event, type: { text: eventClass(events, event.name) } })),
      cssProperties,
    });
  }
  manifest.schemaVersion = '2.1.0';
  manifest.readme = 'README.md';
  manifest.modules = [
    moduleOf(classes, [...elements, ...events]),
    ...elements.map(({ name, tagName = '' }): JavaScriptModule => {
      const declaration = { name, module: classes };
      return {
        ...moduleOf(`dist/${tagName}.js`, []),
        exports: [{ kind: 'custom-element-definition', name: tagName, declaration }],
      };
    }),
  ];
}

function moduleOf(path: string, declarations: Declaration[]): JavaScriptModule {
  return {
    kind: 'javascript-module',
    path,
    declarations: declarations.map((each) => ({ ...each, superclass: superclassOf(each) })),
    exports: declarations.map(({ name }) => ({
      kind: 'js',
      name,
      declaration: { name, module: path },
    })),
  };
}

function superclassOf(declaration: Declaration) {
  return isEvent(declaration)
    ? { name: 'Event', package: 'global:' }
    : { name: 'LitElement', package: 'lit' };
}

function isElement(declaration: Declaration): declaration is CustomElementDeclaration {
  return 'tagName' in declaration;
}

function isEvent(declaration: Declaration): declaration is ClassDeclaration {
  return declaration.kind === 'class' && declaration.superclass?.name === 'Event';
}

function eventClass(events: readonly ClassDeclaration[], eventName: string): string {
  const found = events.find(({ members }) =>
    members?.some((member) => 'default' in member && member.default === `'${eventName}'`),
  );
  if (!found) throw new Error(`No class has the event ${eventName}`);
  return found.name;
}

/** The custom properties that a style sheet reads: what stands before each, and what it falls back on. */
function customProperties(declaration: Declaration): readonly CssCustomProperty[] {
  if (declaration.kind !== 'variable') return [];
  const sheet = declaration.default?.replaceAll(/\s+/g, ' ') ?? '';
  const found = sheet.matchAll(
    /(?:\/\* ([^*]*) \*\/ )?[\w-]+: var\( ?(--diploma-[\w-]+), (.*?) ?\);/g,
  );
  const properties = new Map<string, CssCustomProperty>();
  for (const [, description = '', name = '', fallback = ''] of found) {
    if (!properties.has(name)) properties.set(name, { name, description, default: fallback });
  }
  return [...properties.values()];
}

export const plugins = [
  {
    name: 'publish',
    packageLinkPhase: ({ customElementsManifest }: { customElementsManifest: Package }) =>
      publish(customElementsManifest),
  },
];
