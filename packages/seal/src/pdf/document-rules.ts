import { demand } from '../reasons.ts';
import type { ComposedDocument } from './document.ts';
import { dictionary, isName, reference } from './document.ts';
import type { IndirectObject, Value } from './objects.ts';

/** Keys that bring scripts, actions, forms, layers or annotations, wherever they stand. */
const activeKeys = new Set([
  'AA',
  'AcroForm',
  'Annots',
  'Encrypt',
  'JS',
  'JavaScript',
  'OC',
  'OCGs',
  'OCProperties',
  'OpenAction',
  'Perms',
  'RichMediaContent',
  'URI',
  'URLS',
  'XFA',
]);

const activeTypes = new Set([
  'Action',
  'Annot',
  'ObjStm',
  'OCG',
  'OCMD',
  'RichMedia',
  'Sig',
  'SigRef',
  'XRef',
]);

/** Action types (ISO 32000-1, table 198); none is the name of a structure element. */
const actions = new Set([
  'GoTo',
  'GoTo3DView',
  'GoToE',
  'GoToR',
  'Hide',
  'ImportData',
  'JavaScript',
  'Launch',
  'Movie',
  'Named',
  'Rendition',
  'ResetForm',
  'RichMediaExecute',
  'SetOCGState',
  'Sound',
  'SubmitForm',
  'Thread',
  'Trans',
  'URI',
]);

/** The attachment inside a document: how it is stored, and where. */
export interface Attachment {
  readonly stored: Uint8Array;
  readonly compressed: boolean;
}

/** Checks that nothing in the document acts, and that it has the one attachment. */
export function readDocumentRules(document: ComposedDocument): Attachment {
  let embedded = 0;
  for (const { stream, value } of document.objects.values()) {
    checkPassive(value);
    if (value.type !== 'dictionary') continue;
    // A stream that lies in another file could change with it.
    demand(!stream || !value.entries.has('F'), 'active-content');
    if (isName(value.entries.get('Type'), 'EmbeddedFile')) embedded++;
  }
  demand(embedded === 1, 'attachment');
  return readAttachment(document);
}

function checkPassive(value: Value): void {
  if (value.type === 'array') value.items.forEach(checkPassive);
  if (value.type !== 'dictionary') return;
  for (const [key, entry] of value.entries) {
    demand(!activeKeys.has(key), 'active-content');
    if (entry.type === 'name') {
      demand(key !== 'Type' || !activeTypes.has(entry.value), 'active-content');
      demand(key !== 'S' || !actions.has(entry.value), 'active-content');
    } else {
      checkPassive(entry);
    }
  }
}

/** Catalog, Names, EmbeddedFiles: one name, `extract.json`, that is associated data as well. */
function readAttachment({ bytes, catalog, objects }: ComposedDocument): Attachment {
  const object = (value: Value | undefined): IndirectObject | undefined =>
    objects.get(reference(value, 'attachment').number);
  const names = dictionary(catalog.entries.get('Names'), 'attachment');
  demand([...names.entries.keys()].join() === 'EmbeddedFiles', 'attachment');
  const files = dictionary(names.entries.get('EmbeddedFiles'), 'attachment');
  demand([...files.entries.keys()].join() === 'Names', 'attachment');
  const pairs = files.entries.get('Names');
  demand(pairs?.type === 'array' && pairs.items.length === 2, 'attachment');
  const [name, file] = pairs.items;
  demand(name?.type === 'string' && name.value === 'extract.json', 'attachment');
  const associated = catalog.entries.get('AF');
  demand(associated?.type === 'array' && associated.items.length === 1, 'attachment');
  demand(object(associated.items[0]) === object(file), 'attachment');

  const specification = dictionary(object(file)?.value, 'attachment').entries;
  demand(isName(specification.get('Type'), 'Filespec'), 'attachment');
  demand(isName(specification.get('AFRelationship'), 'Data'), 'attachment');
  const stored = object(dictionary(specification.get('EF'), 'attachment').entries.get('F'));
  const { entries } = dictionary(stored?.value, 'attachment');
  demand(stored?.stream && isName(entries.get('Type'), 'EmbeddedFile'), 'attachment');
  const filter = entries.get('Filter');
  demand(!filter || isName(filter, 'FlateDecode'), 'attachment');
  demand(!entries.has('DecodeParms'), 'attachment');
  const { end, start } = stored.stream;
  return { stored: bytes.subarray(start, end), compressed: filter !== undefined };
}
