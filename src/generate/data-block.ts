/** Put what others wrote into a prompt so that it stays data: it can neither close its block nor hide in it. */
import type { Json } from '../domain/hash.ts';

// Angle brackets would close the block, backticks open a fence; controls, line separators and formatting characters
// are invisible to the person who reads the prompt later. JSON has an escape for each of them.
const unsafe = /[<>&`\u007f-\u009f\u2028\u2029\p{Cf}\p{Co}\p{Cn}]/gu;

/** A block of JSON between `<name>` and `</name>`, one entry a row. The delimiter cannot occur inside. */
export function dataBlock(name: string, value: Json): string {
  const json = JSON.stringify(value, undefined, 1).replace(unsafe, escapeUnits);
  return `<${name}>\n${json}\n</${name}>`;
}

function escapeUnits(point: string): string {
  let escaped = '';
  for (let at = 0; at < point.length; at += 1) escaped += `\\u${point.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return escaped;
}
