type Named = { id: string; name: string };

/** What a filter by person offers: anybody, oneself, and everybody else by name. */
export function peopleOptions(
  people: Named[],
  me: string,
  words: { anyone: string; me: string } = { anyone: "Anyone", me: "Me" },
) {
  return [
    { value: "", label: words.anyone },
    { value: "me", label: words.me },
    ...people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name })),
  ];
}
