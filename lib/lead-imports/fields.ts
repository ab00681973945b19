/** What a column of a file can be: a fact of a lead, or something that one is made of. */
export const IMPORT_FIELDS = [
  "externalId",
  "name",
  "firstName",
  "lastName",
  "email",
  "company",
  "title",
  "phone",
  "country",
  "owner",
  "status",
  "lifecycle",
  "origin",
  "amount",
  "currency",
  "optOut",
  "since",
  "lastActive",
  "description",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What people call each field, and what becomes of it, where that does not go without saying. */
export const FIELD_WORDS: Record<ImportField, { label: string; becomes?: string }> = {
  externalId: { label: "Record ID", becomes: "Finds the same lead again in the next file." },
  name: { label: "Full name" },
  firstName: { label: "First name" },
  lastName: { label: "Last name" },
  email: { label: "E-mail", becomes: "Finds the same lead again. No consent comes of it." },
  company: { label: "Company" },
  title: { label: "Job title" },
  phone: { label: "Phone" },
  country: { label: "Country" },
  owner: { label: "Owner", becomes: "Somebody on the roster, by name or e-mail." },
  status: { label: "Lead status", becomes: "The stage of leads that are new." },
  lifecycle: { label: "Lifecycle stage", becomes: "The stage of leads that are new." },
  origin: { label: "Lead source" },
  amount: { label: "Deal amount" },
  currency: { label: "Currency" },
  optOut: { label: "E-mail opt-out", becomes: "Nothing is sent to those who opted out." },
  since: { label: "Created on", becomes: "Told in the timeline of leads that are new." },
  lastActive: { label: "Last active on", becomes: "Told in the timeline of leads that are new." },
  description: { label: "Description" },
};

/**
 * How HubSpot, Salesforce and Pipedrive name their columns, folded by `foldColumn`; the likeliest first. "Title" alone
 * is somebody's job; "Deal - Title" and "Lead - Title" name the deal, and are no field.
 */
const ALIASES: Record<ImportField, string[]> = {
  externalId: words(
    "Record ID, Record ID - Contact, Lead ID, Lead - ID, Contact ID, Person - ID, External ID, Id",
  ),
  name: words("Full Name, Person - Name, Contact Name, Contact Person, Lead - Contact person, Name"),
  firstName: words("First Name, FirstName, Person - First name, Given Name, Vorname, Prénom"),
  lastName: words("Last Name, LastName, Person - Last name, Surname, Family Name, Nachname"),
  email: words(
    "Email, Email Address, E-mail, E-mail Address, Primary Email, Work Email, Person - Email, Person - Email - Work, Mail, Courriel",
  ),
  company: words(
    "Company, Company Name, Account Name, Company / Account, Organization, Organization - Name, Lead - Organization, Organisation, Associated Company, Firma",
  ),
  title: words("Job Title, Title, Person - Job title, Position"),
  phone: words(
    "Phone, Phone Number, Mobile Phone, MobilePhone, Mobile Phone Number, Mobile, Person - Phone, Person - Phone - Work, Telephone, Telefon",
  ),
  country: words("Country, Country/Region, Country Code, Country (text only), Organization - Country, Land"),
  owner: words(
    "Contact owner, Record Owner, Lead Owner, Lead - Owner, Person - Owner, Deal - Owner, Owner, Owner Email",
  ),
  status: words("Lead Status, Status, Stage, Deal - Stage, Deal - Status"),
  lifecycle: words("Lifecycle Stage"),
  origin: words("Lead Source, LeadSource, Original Source, Original Traffic Source, Lead - Source, Source"),
  amount: words("Amount, Deal Amount, Lead - Value, Deal - Value, Expected Revenue, Value"),
  currency: words(
    "Currency, Deal Currency Code, Lead - Currency, Deal - Currency, CurrencyIsoCode, Lead Currency",
  ),
  optOut: words(
    "Email Opt Out, HasOptedOutOfEmail, Unsubscribed from all email, Opted out of email, Person - Marketing status, Opt Out, Unsubscribed",
  ),
  since: words(
    "Create Date, Created Date, CreatedDate, Lead - Lead created, Person - Person created, Created",
  ),
  lastActive: words("Last Activity Date, Last Activity, LastActivityDate, Person - Last activity date"),
  description: words("Description, Note, Notes, Person - Note, Lead - Note, Person - Notes"),
};

function words(list: string): string[] {
  return list.split(", ").map(foldColumn);
}

/** A column's name as names are compared: its letters and figures, in lower case. */
export function foldColumn(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The field of each column by its name; null where nothing is certain. No field is guessed twice: the likeliest column has it. */
export function guessMapping(columns: string[]): (ImportField | null)[] {
  const folded = columns.map(foldColumn);
  const mapping: (ImportField | null)[] = columns.map(() => null);
  for (const field of IMPORT_FIELDS) {
    const alias = ALIASES[field].find((one) => folded.some((name, n) => name === one && mapping[n] === null));
    if (alias !== undefined)
      mapping[folded.findIndex((name, n) => name === alias && mapping[n] === null)] = field;
  }
  return mapping;
}
