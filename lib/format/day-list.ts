/** Days as people write them, "0, 3 and 7": ascending numbers from 0 to 365, at most ten. Null for anything else. */
export function daysOf(text: string): number[] | null {
  const words = text.trim().split(/[\s,;]+(?:and\s+)?/);
  if (words.length > 10 || !words.every((word) => /^\d{1,3}$/.test(word))) return null;
  const days = words.map(Number);
  const ascending = days.every((day, n) => day <= 365 && (n === 0 || day > (days[n - 1] ?? 0)));
  return ascending ? days : null;
}
