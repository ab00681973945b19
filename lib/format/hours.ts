/** Milliseconds as hours to a tenth: "11.6", "−2.7". */
export function formatHours(ms: number): string {
  const hours = (Math.abs(ms) / 3_600_000).toFixed(1);
  return ms < 0 && hours !== "0.0" ? `−${hours}` : hours;
}
