import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** The kinds of rows that have an id of their own, by the prefix their ids carry. */
export type IdPrefix =
  | "src"
  | "ser"
  | "run"
  | "drf"
  | "rev"
  | "act"
  | "dec"
  | "qst"
  | "prm"
  | "doc"
  | "dlv"
  | "usr"
  | "tea"
  | "ses"
  | "lnk"
  | "tok"
  | "cal"
  | "mai"
  | "ntc"
  | "day"
  | "fed"
  | "rsn"
  | "bat"
  | "flt"
  | "led"
  | "ent"
  | "imp"
  | "cns"
  | "sup"
  | "mbx"
  | "rcv"
  | "due"
  | "abs"
  | "hol"
  | "sud"
  | "upd"
  | "sta"
  | "slw"
  | "slc"
  | "blk"
  | "brw";

/** A new id such as `drf_01m3k9…`: the time first, so that rows made together lie together in an index. */
export function newId(prefix: IdPrefix, now: Date): string {
  return `${prefix}_${encodeTime(now.getTime())}${encodeRandom(12)}`;
}

function encodeTime(ms: number): string {
  let rest = ms;
  let text = "";
  for (let i = 0; i < 9; i++) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function encodeRandom(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % 32]).join("");
}
