const TS = /^\d{10}\.\d{6}$/;

/** Whether a text is the name of a Slack message: seconds since 1970 and six more digits. Of one width, so they sort as text. */
export function isSlackTs(text: unknown): text is string {
  return typeof text === "string" && TS.test(text);
}

/** When the message was written, to the millisecond. */
export function instantOfTs(ts: string): Date {
  return new Date(Math.floor(Number(ts) * 1000));
}

/** The smallest name that a message written then can have. */
export function tsOfInstant(at: Date): string {
  return `${(at.getTime() / 1000).toFixed(3)}000`.padStart(17, "0");
}
