import {
  type ExampleExtractName,
  exampleExtracts,
  exampleRegisterUrl,
} from '@diplomaregister/contract/examples';
import { exampleDocuments } from '@diplomaregister/contract/examples/documents';
import { composeDocument } from './document.ts';

/**
 * The PDF of an example extract: the register's own page. That page names the status list of the
 * example register; for another address there is a plain page that names its list.
 */
export function exampleDocument(name: ExampleExtractName, url: string): Uint8Array {
  if (url === exampleRegisterUrl) {
    return Uint8Array.from(atob(exampleDocuments[name]), (character) => character.charCodeAt(0));
  }
  const example = exampleExtracts[name];
  const diplomas = example.diplomas.map((diploma) => ({
    ...diploma,
    status: { ...diploma.status, uri: `${url}/status-lists/0` },
  }));
  return composeDocument({ ...example, diplomas });
}
