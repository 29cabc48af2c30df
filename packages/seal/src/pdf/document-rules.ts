import { demand } from '../reasons.ts';
import type { ComposedDocument } from './document.ts';
import { dictionary, isName, reference } from './document.ts';
import type { IndirectObject, Value } from './objects.ts';

/**
 * Names that bring scripts, actions, forms, layers or annotations: keys, types and the kinds of
 * actions (ISO 32000-1, table 198). None is to be found in an extract, as a key or as a value.
 */
const activeNames = [
  'AA',
  'AcroForm',
  'Annots',
  'Encrypt',
  'JS',
  'OC',
  'OCGs',
  'OCProperties',
  'OpenAction',
  'Perms',
  'RichMediaContent',
  'URI',
  'URLS',
  'XFA',

  'Action',
  'Annot',
  'ObjStm',
  'OCG',
  'OCMD',
  'RichMedia',
  'Sig',
  'SigRef',
  'XRef',

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
];

/** The attachment inside a document: how it is stored, and where. */
export interface Attachment {
  readonly stored: Uint8Array;
  readonly compressed: boolean;
}

/** Checks that nothing in the document acts, and that it has the one attachment. */
export function readDocumentRules(document: ComposedDocument): Attachment {
  for (const name of activeNames) demand(!document.names.has(name), 'active-content');
  let embedded = 0;
  for (const object of document.objects.values()) {
    if (!object.stream) continue;
    const { entries } = dictionary(object.value, 'object-malformed');
    // A stream that lies in another file could change with it.
    demand(!entries.has('F'), 'active-content');
    if (isName(entries.get('Type'), 'EmbeddedFile')) embedded++;
  }
  demand(embedded === 1, 'attachment');
  return readAttachment(document);
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
