import { z } from "zod";
import type { ReceiptAnswer, TokenScope } from "#drizzle/schema/tokens";
import type { UserCtx } from "#lib/events/context";

/** What a program is answered: the status, the body, and where a thing that was made is to be found. */
export type Told = ReceiptAnswer;

/** What is known of an operation to everybody: what it is called, where it is, and what it takes and answers. */
type About<Input extends z.ZodObject> = {
  /** The operation's id in the description, and the name of its tool. */
  id: string;
  /** Below /api/v1. What stands in braces is a field of `input`. */
  path: `/${string}`;
  tag: string;
  summary: string;
  scope: TokenScope;
  /** Fields in the path, and the others in the query of a GET or the body of a POST. */
  input: Input;
  /** Whether a file may come in place of the text, in a form. */
  takesFile?: boolean;
  /** What a model is told of the tool; operations without it are not offered to models. */
  tool?: string;
};

/** One thing that programs can do, whichever door they come through. */
export type Operation = About<z.ZodObject> & {
  method: "GET" | "POST";
  /** The body by status. */
  answers: Partial<Record<200 | 201, z.ZodType>>;
  /** Carries it out. What was changed is told as `tell` does. */
  perform: (ctx: UserCtx, input: unknown) => Promise<Told>;
  /** What to answer to the value that the verb's transaction returned; null where nothing is changed. */
  tell: ((value: unknown, input: unknown) => Told) | null;
};

type Reading<Input extends z.ZodObject, Answer extends z.ZodType> = About<Input> & {
  answer: Answer;
  read: (ctx: UserCtx, input: z.output<Input>) => Promise<z.input<Answer>>;
};

/** An operation that reads. Of what was read, it tells what the answer's schema names. */
export function reading<Input extends z.ZodObject, Answer extends z.ZodType>({
  read,
  answer,
  ...about
}: Reading<Input, Answer>): Operation {
  return {
    ...about,
    input: z.strictObject(about.input.shape),
    method: "GET",
    answers: { 200: answer },
    perform: async (ctx, input) => ({
      status: 200,
      body: answer.parse(await read(ctx, input as z.output<Input>)),
    }),
    tell: null,
  };
}

type Changing<Input extends z.ZodObject, Value> = About<Input> & {
  answers: Operation["answers"];
  /** A verb that returns what its transaction does, so that a receipt can be written in it. */
  change: (ctx: UserCtx, input: z.output<Input>) => Promise<Value>;
  tell: (value: Value, input: z.output<Input>) => Told;
};

/** An operation that changes something. */
export function changing<Input extends z.ZodObject, Value>({
  change,
  tell,
  ...about
}: Changing<Input, Value>): Operation {
  const told = (value: unknown, input: unknown) => tell(value as Value, input as z.output<Input>);
  return {
    ...about,
    input: z.strictObject(about.input.shape),
    method: "POST",
    perform: async (ctx, input) => told(await change(ctx, input as z.output<Input>), input),
    tell: told,
  };
}

/** The fields of an operation that stand in its path. */
export function pathFields({ path }: Pick<Operation, "path">): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}
