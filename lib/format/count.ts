/** A count in figures up to 99, "99+" above; with `more`, which says that not all were counted, "30+". */
export function formatCount(count: number, more = false): string {
  if (count > 99) return "99+";
  return more ? `${count}+` : String(count);
}

/** "1 row", "1,204 rows". */
export function counted(count: number, one: string): string {
  return `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
}
