import type { Span } from "#lib/grounding/sentences";

/** What a writer left for somebody else to fill in, and what it said about its own work. */
const LEFT_OVER =
  /\[[^\]\n]{1,120}\]|\{\{?[^{}\n]{1,80}\}?\}|<\/?[a-z][^<>\n]{0,60}>|(?<![\p{L}\p{N}])(?:TODO|TBD|FIXME|XXX|lorem ipsum|here(?:['’]s| is| are)\s+(?:a|an|the|your|my|some|another)\s+(?:\p{L}+\s+){0,3}(?:draft|e-?mail|version|message|follow-?up)|(?:insert|add|fill in)\s+(?:the\s+|your\s+|their\s+)?(?:name|company|date|price|amount|link|number)\b|your name|company name|as an AI|(?:language|AI) model|I(?:['’]m| am) (?:sorry|unable)[^.]{0,40}(?:assist|cannot|can['’]t)|best regards|kind regards|dear (?:sir|madam)|subject:)(?![\p{L}\p{N}])|…$/giu;

/** Where a sentence holds what must not be sent: placeholders in brackets, words to its own writer, or an end that was cut off. */
export function findLeftovers(text: string): Span[] {
  return [...text.matchAll(LEFT_OVER)].map(({ 0: said, index }) => ({
    start: index,
    end: index + said.length,
  }));
}

/** What nobody is called, and no company or signature says: a placeholder that nothing was filled into. */
const PLACEHOLDER =
  /\[[^\]\n]{1,120}\]|\{\{?[^{}\n]{1,80}\}?\}|(?<![\p{L}\p{N}])(?:TODO|TBD|FIXME|lorem ipsum|(?:your|first|last|full|company) name|your (?:title|company|address|signature))(?![\p{L}\p{N}])/iu;

/** The first placeholder in a name, a signature or an address, as it stands there; null where there is none. */
export function findPlaceholder(text: string): string | null {
  return PLACEHOLDER.exec(text)?.[0] ?? null;
}

/** What follow-ups say that have nothing to say. */
const IDLE =
  /(?<!\p{L})(?:(?:just|only|quick(?:ly)?)\s+(?:checking|check)\s+(?:in|back)|check(?:ing)? in\s+(?:on|with|to)|touch(?:ing)?\s+base|circl(?:e|ing)\s+back|bump(?:ing)?\s+this|hope\s+(?:this|you)\s+(?:e-?mail\s+|mail\s+|message\s+)?(?:finds|(?:are|is)\s+(?:doing\s+)?well)|following\s+up\s+on\s+my\s+(?:last|previous|earlier))(?!\p{L})/iu;

/** The words of a sentence that only say that one writes; null where there are none. */
export function findIdle(text: string): string | null {
  return IDLE.exec(text)?.[0] ?? null;
}
