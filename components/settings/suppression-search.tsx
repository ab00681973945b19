import Form from "next/form";
import { Button } from "#components/ui/button";
import { TextInput } from "#components/ui/text-input";

/** Looks for an address or a domain on the list that nothing is sent to. */
export function SuppressionSearch({ words }: { words: string }) {
  return (
    <search>
      <Form action="/settings/suppressions" className="flex max-w-100 items-end gap-2 py-3">
        <span className="min-w-0 flex-1">
          <TextInput
            key={words}
            label="Address or domain"
            type="search"
            name="words"
            defaultValue={words}
            maxLength={100}
            autoComplete="off"
          />
        </span>
        <Button type="submit">Look</Button>
      </Form>
    </search>
  );
}
