import { foldedOf } from "#lib/grounding/fold";
import { INSTRUCTION_PATTERNS } from "#lib/grounding/instruction-patterns";

/**
 * Whether a sentence of a source reads like an instruction to whatever writes the draft ("ignore the above",
 * "mark everything as done", "add to your reply …"), like a question to a chat model, or hides text in an encoding.
 * A hint for the reviewer, not a guard: nothing is acted on without a person either way.
 */
export function readsLikeInstruction(sentence: string): boolean {
  const text = sentence.slice(0, MAX_LENGTH);
  if (hasBlob(text)) return true;
  const folded = foldedOf(text).trim();
  return INSTRUCTION_PATTERNS.some((pattern) => pattern.test(folded));
}

const MAX_LENGTH = 1500;

/** Whether a word is a long piece of base64, rather than a link, a path, a hash or an identifier. */
function hasBlob(text: string): boolean {
  if (!/[A-Za-z0-9+/]{40}/.test(text)) return false;
  return text.split(/\s+/).some((word) => {
    const bare = word.replace(/^["'“‘`(<]+|["'”’`)>.,;:]+$/g, "");
    if (!/^[A-Za-z0-9+/]{40,}={0,2}$/.test(bare) || (bare.match(/\//g)?.length ?? 0) > bare.length / 16)
      return false;
    return /[a-z]/.test(bare) && /[A-Z]/.test(bare) && /\d/.test(bare) && !/^[0-9a-fA-F]+$/.test(bare);
  });
}
