import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const source = `
#set document(title: "Uittreksel uit het diplomaregister", date: datetime(year: 2026, month: 9, day: 1))
#set text(lang: "nl")
#set page(footer: context [Bladzijde #counter(page).display()])
#pdf.attach("extract.json", bytes(sys.inputs.data), relationship: "data",
  mime-type: "application/json", description: "De gegevens van dit uittreksel")
= Uittreksel uit het diplomaregister
#for diploma in json(bytes(sys.inputs.data)).diplomas [
  == #diploma
  #table(columns: 2, table.header[Vak][Cijfer], [Nederlands], [7], [Wiskunde], [8])
  #pagebreak(weak: true)
]
`;

let compiler: NodeCompiler | undefined;

/** What the test documents carry. */
export const extract = { number: 'DR-TEST', diplomas: ['Vwo', 'Bachelor Wiskunde'] };

/** Composes a PDF/A-3a with Typst, as the register does, with `data` as `extract.json`. */
export function compose(data: unknown = extract): Uint8Array {
  compiler ??= NodeCompiler.create();
  const inputs = { data: JSON.stringify(data) };
  const document = { mainFileContent: source, inputs };
  return new Uint8Array(
    compiler.pdf(document, { pdfStandard: 'a-3a', creationTimestamp: 1788220800 }),
  );
}
