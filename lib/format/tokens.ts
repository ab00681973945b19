const ASCII_A_TOKEN = 3.5;

/**
 * About how many tokens a model reads a text as, rather too many than too few: 3.5 characters of ASCII to one, and one
 * each for every other UTF-16 unit. Only the host knows the number, and tells it after the call.
 */
export function estimateTokens(text: string): number {
  let other = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) other++;
  return Math.ceil((text.length - other) / ASCII_A_TOKEN) + other;
}

/** The furthest offset to which a text from `start` on is estimated at no more than `room` tokens. */
export function reachOf(text: string, start: number, room: number): number {
  let spent = 0;
  let at = start;
  while (at < text.length) {
    spent += text.charCodeAt(at) < 0x80 ? 1 / ASCII_A_TOKEN : 1;
    if (spent > room) break;
    at++;
  }
  return at;
}
