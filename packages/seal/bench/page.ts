import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// One page in the manner of an extract: letterhead, labels, a list of marks of twelve rows, a code
// to scan drawn as squares, and the data attached.
const source = `
#let data = json(bytes(sys.inputs.data))
#set document(title: "Uittreksel uit het diplomaregister", author: "Voorbeeldregister", date: auto)
#set page(paper: "a4", margin: 25mm,
  header: grid(columns: (1fr, auto), [*Voorbeeldregister*], [Voorbeeld]),
  footer: context [Bladzijde #counter(page).display() van #counter(page).final().first()])
#set text(lang: "nl", size: 10.5pt)
#pdf.attach("extract.json", bytes(sys.inputs.data), relationship: "data",
  mime-type: "application/json", description: "De gegevens van dit uittreksel")
= Uittreksel uit het diplomaregister
Met dit uittreksel laat u zien welk diploma u hebt. Iedereen kan het controleren.
#grid(columns: (46mm, 1fr, auto), row-gutter: 3mm,
  ..data.labels.map(((label, value)) => (text(fill: gray.darken(40%), label), [*#value*], [])).flatten())
#place(top + right, dy: 12mm, image(bytes(sys.inputs.code), width: 23mm, alt: "Code om te scannen"))
== Cijferlijst
#table(columns: (1fr, auto, auto, auto),
  table.header[Vak][Schoolexamen][Centraal examen][Eindcijfer], ..data.marks.flatten())
`;

const subjects = [
  ['Nederlandse taal', '7,1', '6,8', '7'],
  ['Engelse taal', '8,0', '7,9', '8'],
  ['Franse taal', '6,4', '6,9', '7'],
  ['Wiskunde B', '7,7', '8,2', '8'],
  ['Natuurkunde', '6,9', '7,0', '7'],
  ['Scheikunde', '7,2', '6,5', '7'],
  ['Biologie', '8,3', '7,4', '8'],
  ['Economie', '6,6', '6,2', '6'],
  ['Geschiedenis', '7,5', '7,8', '8'],
  ['Maatschappijleer', '7,0', '', '7'],
  ['Lichamelijke opvoeding', 'voldoende', '', ''],
  ['Profielwerkstuk', '8,1', '', '8'],
];

/** Squares like those of a code to scan. */
const squares = Array.from({ length: 29 * 29 }, (_, index) => [index % 29, Math.floor(index / 29)])
  .filter(([x = 0, y = 0]) => (x * 7 + y * 13 + x * y) % 3 === 0)
  .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
  .join('');
const code = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path d="${squares}"/></svg>`;

const extract = {
  number: 'DR-7K4M-29XQ',
  labels: [
    ['Naam', 'Sanne Voorbeeld'],
    ['Geboren op', '3 maart 2008'],
    ['Diploma', 'vwo, profiel Natuur en Gezondheid'],
    ['School', 'Voorbeeldcollege'],
    ['Behaald op', '18 juni 2026'],
  ],
  marks: subjects,
};

/** Renders the page with Typst, as PDF/A-3a; `turn` differs each time, so that nothing is reused. */
export function createComposer(): (turn: number) => Uint8Array {
  const compiler = NodeCompiler.create();
  return (turn) => {
    const inputs = { data: JSON.stringify({ ...extract, turn }), code };
    const options = { pdfStandard: 'a-3a', creationTimestamp: 1788220800 } as const;
    const pdf = compiler.pdf({ mainFileContent: source, inputs }, options);
    if (turn % 10 === 0) compiler.evictCache(2);
    return new Uint8Array(pdf);
  };
}
