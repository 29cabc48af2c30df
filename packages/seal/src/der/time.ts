import type { Bytes } from '../bytes/bytes.ts';
import { fromLatin1, toLatin1 } from '../bytes/bytes.ts';
import type { Element } from './reader.ts';
import { Malformed, tag } from './reader.ts';
import { encode } from './writer.ts';

/**
 * Reads a time in the forms that RFC 5280, section 4.1.2.5 allows, and GeneralizedTime with the
 * fraction of a second that timestamps have (RFC 3161, section 2.4.2).
 */
export function readTime(element: Element): Date {
  const text = toLatin1(element.content);
  const short = element.tag === tag.utcTime;
  const parts = (
    short
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
      : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{0,8}[1-9])?Z$/
  ).exec(text);
  if (!parts || (!short && element.tag !== tag.generalizedTime)) {
    throw new Malformed('time');
  }
  const [, yearDigits = '', month, day, hour, minute, second, fraction = ''] = parts;
  const year = short ? `${Number(yearDigits) < 50 ? '20' : '19'}${yearDigits}` : yearDigits;
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = new Date(`${instant}${fraction.slice(0, 4)}Z`);
  // A day such as 31 February would be moved to the next month.
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(instant)) {
    throw new Malformed('time');
  }
  return time;
}

/** UTCTime until 2049, GeneralizedTime after it, in whole seconds. */
export function writeTime(time: Date): Bytes {
  const year = time.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? encode(tag.utcTime, fromLatin1(digits(time).slice(2)))
    : writeGeneralizedTime(time);
}

/** GeneralizedTime in whole seconds. */
export function writeGeneralizedTime(time: Date): Bytes {
  return encode(tag.generalizedTime, fromLatin1(digits(time)));
}

function digits(time: Date): string {
  return `${time.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
}
