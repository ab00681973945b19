/** A count in figures up to `most`, "999+" above: 999 beside a list, 99 where there is little room. */
export function formatCount(count: number, most: 99 | 999 = 999): string {
  return count > most ? `${most}+` : String(count);
}
