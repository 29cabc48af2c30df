type Words = Readonly<Record<string, unknown>>;

/**
 * Puts our words where those of a host page lack: TypeScript tells its author what is missing, and
 * plain JavaScript tells nobody.
 *
 * @param missing is given the places of the words that are ours: `verify.share.code`.
 */
export function completeWords<Catalogue extends object>(
  given: Catalogue,
  ours: Catalogue,
  missing: string[],
): Catalogue {
  return complete(given, ours, '', missing) as Catalogue;
}

function complete(given: unknown, ours: unknown, place: string, missing: string[]): unknown {
  if (!isWords(ours)) {
    if (typeof given === typeof ours) return given;
  } else if (isWords(given)) {
    const whole: Record<string, unknown> = { ...given };
    for (const name of Object.keys(ours)) {
      if (mayLack(name, ours)) continue;
      whole[name] = complete(given[name], ours[name], `${place}.${name}`, missing);
    }
    return whole;
  }
  missing.push(place.slice(1));
  return ours;
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null;
}

/** Of the forms of a plural only `other` is needed, and of what a verdict says not the text below. */
function mayLack(name: string, words: Words): boolean {
  return 'other' in words ? name !== 'other' : name === 'text' && 'lead' in words;
}
