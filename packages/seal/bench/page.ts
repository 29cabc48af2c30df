import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// One page in the manner of an extract: letterhead, labels, a list of marks of twelve rows, a code
// to scan drawn as squares, and the data attached.
const source = `
#let data = json("extract.json")
#set document(title: "Uittreksel uit het diplomaregister", author: "Voorbeeldregister", date: auto)
#set page(paper: "a4", margin: 25mm,
  header: grid(columns: (1fr, auto), [*Voorbeeldregister*], [Voorbeeld]),
  footer: context [Bladzijde #counter(page).display() van #counter(page).final().first()])
#set text(lang: "nl", size: 10.5pt)
#pdf.attach("extract.json", read("extract.json", encoding: none), relationship: "data",
  mime-type: "application/json", description: "De gegevens van dit uittreksel")
= Uittreksel uit het diplomaregister
Met dit uittreksel laat u zien welk diploma u hebt. Iedereen kan het controleren.
#grid(columns: (46mm, 1fr, auto), row-gutter: 3mm,
  ..data.labels.map(((label, value)) => (text(fill: gray.darken(40%), label), [*#value*], [])).flatten())
#place(top + right, dy: 12mm, image("code.svg", width: 23mm, alt: "Code om te scannen"))
== Cijferlijst
#table(columns: (1fr, auto, auto, auto),
  table.header[Vak][Schoolexamen][Centraal examen][Eindcijfer], ..data.marks.flatten())
`;

const subjects = [
  'Nederlandse taal',
  'Engelse taal',
  'Franse taal',
  'Wiskunde B',
  'Natuurkunde',
  'Scheikunde',
  'Biologie',
  'Economie',
  'Geschiedenis',
  'Maatschappijleer',
  'Lichamelijke opvoeding',
  'Profielwerkstuk',
];
const givenNames = [
  'Sanne',
  'Noor',
  'Sem',
  'Tess',
  'Daan',
  'Ibrahim',
  'Lies',
  'Zoë',
  'Jan',
  'Anne',
  'Mila',
];
const familyNames = ['de Boer', 'Jansen', 'Bakker', 'Visser', 'Çelik', 'Smit', 'van Dijk'];

/** Squares like those of a code to scan. */
const squares = Array.from({ length: 29 * 29 }, (_, index) => [index % 29, Math.floor(index / 29)])
  .filter(([x = 0, y = 0]) => (x * 7 + y * 13 + x * y) % 3 === 0)
  .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
  .join('');
const code = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path d="${squares}"/></svg>`;

const at = <Item>(items: readonly Item[], index: number) => items[index % items.length];

/** A mark from 1,0 to 9,9; each row and column of each page has its own. */
function mark(turn: number, row: number, column: number): string {
  const tenths = 10 + ((turn * 37 + row * 53 + column * 29) % 90);
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

/** What stands on the page of one of many people. */
const extractOf = (turn: number) => ({
  number: `DR-7K4M-${turn}`,
  labels: [
    ['Naam', `${at(givenNames, turn)} ${at(familyNames, turn)}`],
    ['Geboren op', `${1 + (turn % 28)} maart ${1990 + (turn % 19)}`],
    ['Diploma', 'vwo, profiel Natuur en Gezondheid'],
    ['School', 'Voorbeeldcollege'],
    ['Behaald op', '18 juni 2026'],
  ],
  marks: subjects.map((subject, row) => [
    subject,
    mark(turn, row, 0),
    mark(turn, row, 1),
    mark(turn, row, 2).slice(0, 1),
  ]),
});

/**
 * Renders the page with Typst, as PDF/A-3a. Each `turn` is about somebody else: what was laid out
 * before, Typst would use again. What the page is made of are files in memory only: given as `inputs`,
 * Typst would make its library anew each time.
 */
export function createComposer(): (turn: number) => Uint8Array {
  const workspace = tmpdir();
  const main = join(workspace, 'page.typ');
  const compiler = NodeCompiler.create({ workspace });
  const provide = (path: string, text: string) => compiler.mapShadow(path, Buffer.from(text));
  provide(main, source);
  provide(join(workspace, 'code.svg'), code);
  return (turn) => {
    provide(join(workspace, 'extract.json'), JSON.stringify(extractOf(turn)));
    const options = { pdfStandard: 'a-3a', creationTimestamp: 1788220800 } as const;
    const pdf = compiler.pdf({ mainFilePath: main }, options);
    compiler.evictCache(2);
    return new Uint8Array(pdf);
  };
}
