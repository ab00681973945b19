import { randomInt } from "node:crypto";

const CONSONANTS = "bdfghjklmnprstvz";
const VOWELS = "aeiou";

/** A password that can be read out: "mavo-tiru-kelo-sani-pudo", 63 bits of chance. */
export function speakablePassword(): string {
  const syllable = () => pick(CONSONANTS) + pick(VOWELS);
  return Array.from({ length: 5 }, () => syllable() + syllable()).join("-");
}

function pick(letters: string): string {
  return letters.charAt(randomInt(letters.length));
}
