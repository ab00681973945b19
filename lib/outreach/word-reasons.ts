import { findAddresses } from "#lib/grounding/addresses";
import { openWords } from "#lib/grounding/open-words";
import type { Statement } from "#lib/grounding/statement";
import { isSaid } from "#lib/grounding/statement-text";
import { findIdle, findLeftovers } from "#lib/outreach/leftovers";
import { countWords, letterParts } from "#lib/outreach/letter-parts";
import type { MailFacts } from "#lib/outreach/mail-facts";
import type { MailReason } from "#lib/outreach/mail-reason";

/** Words in all that people still read to the end. */
export const MOST_WORDS = 150;

/** What sentences are held against; `address` is the lead’s, whose host links may lead to. */
type Reading = Pick<MailFacts, "said" | "ownHosts"> & { address: string | null };

/** What is wrong with what a mail says, sentence by sentence. */
export function wordReasons(statements: Statement[], facts: Reading): MailReason[] {
  const { subject, paragraphs } = letterParts(statements);
  const sentences = paragraphs.flat();
  return [
    ...shape(subject.length, sentences.length),
    ...[...subject, ...sentences].flatMap((one) => [...left(one), ...unsourced(one)]),
    ...length(statements),
    ...news(sentences, facts.said),
    ...asks(sentences),
    ...sentences.flatMap((one) => [...links(one, facts), ...idle(one), ...untraced(one)]),
  ];
}

function shape(subjects: number, sentences: number): MailReason[] {
  return [
    ...(subjects === 1
      ? []
      : [
          block(
            "subject",
            subjects === 0
              ? "The mail has no subject. Choose one."
              : `The mail has ${subjects} subjects. Choose one.`,
          ),
        ]),
    ...(sentences > 0 ? [] : [block("body", "The mail says nothing. Keep a sentence, or reject the draft.")]),
  ];
}

function left({ id, text }: Statement): MailReason[] {
  const words = findLeftovers(text).map(({ start, end }) => text.slice(start, end));
  if (words.length === 0) return [];
  const what = words[0] === "…" ? "A sentence breaks off" : `“${words[0]}” must not be sent`;
  return [
    { ...block("leftover", `${what}. Write it anew, or leave the sentence out.`), statementId: id, words },
  ];
}

function unsourced(statement: Statement): MailReason[] {
  const words = openWords(statement).map((open) => open.words);
  if (words.length === 0) return [];
  const [first] = words;
  const sentence =
    words.length === 1
      ? `${first} stands in no source. Edit it, or keep it and answer for it.`
      : `${words.slice(0, -1).join(", ")} and ${words.at(-1)} stand in no source. Edit them, or keep them and answer for them.`;
  return [{ ...block("unsourced", sentence), statementId: statement.id, words }];
}

function length(statements: Statement[]): MailReason[] {
  const words = countWords(statements);
  return words <= MOST_WORDS
    ? []
    : [warn("long", `${words} words. Up to ${MOST_WORDS} are read to the end.`)];
}

function news(sentences: Statement[], said: string[]): MailReason[] {
  const fact = sentences.find(({ section }) => section === "fact");
  if (!fact) return [warn("no_fact", "It says nothing new. Give them one fact they were not told yet.")];
  if (!said.some((sentence) => isSaid(fact.text, sentence))) return [];
  return [
    {
      ...warn("no_fact", "They were told this already. Give them one fact that is new."),
      statementId: fact.id,
    },
  ];
}

function asks(sentences: Statement[]): MailReason[] {
  // A question of theirs, in quote marks, is not asked of them.
  const asked = sentences.reduce(
    (sum, { text }) => sum + (text.replace(/[“"][^”"]*[”"]/g, "").match(/\?/g)?.length ?? 0),
    0,
  );
  const count = Math.max(asked, sentences.filter(({ section }) => section === "ask").length);
  return count <= 1 ? [] : [warn("asks", `It asks for ${count} things. One gets an answer.`)];
}

function links({ id, text }: Statement, { ownHosts, address }: Reading): MailReason[] {
  const known = [...ownHosts, address?.toLowerCase().split("@")[1] ?? ""].filter(Boolean);
  const strange = findAddresses(text).filter(({ alike }) => {
    const host = /^\d+$/.test(alike) ? null : (alike.split("@").at(-1)!.split("/")[0] ?? null);
    return host !== null && !known.some((own) => host === own || host.endsWith(`.${own}`));
  });
  return strange.map(({ start, end }) => ({
    ...warn("link", `${text.slice(start, end)} is neither ours nor theirs.`),
    statementId: id,
    words: [text.slice(start, end)],
  }));
}

function idle({ id, text }: Statement): MailReason[] {
  const words = findIdle(text);
  if (!words) return [];
  return [
    { ...warn("idle", `“${words}” says nothing. Say what is new instead.`), statementId: id, words: [words] },
  ];
}

function untraced({ id, trace }: Statement): MailReason[] {
  if (trace !== "untraced") return [];
  return [
    {
      ...warn("untraced", "The words a sentence stands on are in no source. Read it before it goes."),
      statementId: id,
    },
  ];
}

function block(code: MailReason["code"], sentence: string): MailReason {
  return { level: "block", code, sentence };
}

function warn(code: MailReason["code"], sentence: string): MailReason {
  return { level: "warn", code, sentence };
}
