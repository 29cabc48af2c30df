/** Nine digits whose weighted sum (9 8 7 6 5 4 3 2 -1) is divisible by eleven, and not all zero. */
export function passesElevenTest(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  let sum = -Number(text[8]);
  for (let place = 0; place < 8; place += 1) sum += Number(text[place]) * (9 - place);
  return sum % 11 === 0;
}
