/** Rows of leads as other programs export them, of our own making. */
export const HUBSPOT = [
  "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lifecycle Stage,Lead Status,Company Name,Job Title,Country/Region,Unsubscribed from all email,Create Date,Amount,Deal Currency Code",
  '501,Margarethe,Voss,m.voss@nordwind.example,+49 40 555 0101,Bo Tran,Sales Qualified Lead,Connected,"Nordwind Logistik, GmbH",Head of Operations,Germany,false,2025-03-04 10:22,"12.000,00",EUR',
  "502,Priya,Raman,priya@tidewater.example,,bo@larkfield.example,Lead,New,Tidewater Analytics,CTO,Canada,true,2025-04-01 09:00,,",
  "503,Tomás,Ferreira,tomas@oliveira.example,,Somebody Gone,Customer,Open Deal,Oliveira e Filhos,,Portugal,,,,",
  "",
].join("\r\n");

export const SALESFORCE = [
  "Id;FirstName;LastName;Title;Company;Email;MobilePhone;Status;LeadSource;HasOptedOutOfEmail;Lead Owner;Description",
  '00Q5e00000A1;Noor;Haddad;VP Sales;Kestrel Freight;noor@kestrel.example;+1 514 555 0102;Working - Contacted;Web;0;Ada Lindqvist;"Asked for prices.\nWants them by mail."',
  "00Q5e00000A2;Sam;Okoro;Buyer;Delta Parts;sam@delta.example;;Closed - Not Converted;Trade fair;1;Ada Lindqvist;",
  "",
].join("\n");

export const PIPEDRIVE = [
  "Lead - ID\tLead - Title\tPerson - Name\tPerson - Email - Work\tPerson - Phone - Work\tOrganization - Name\tLead - Owner\tLead - Value\tLead - Currency\tPerson - Note",
  "b1c2\tKestrel rollout\tLena Brandt\tlena@brandt.example\t+1 416 555 0103\tBrandt AG\tBo Tran\t1200.50\tCAD\tMet at the fair",
  "b1c3\tDelta pilot\tYusuf Demir\tyusuf@demir.example, y.demir@demir.example\t\tDemir Ltd\tBo Tran\t\t\t",
  "",
].join("\n");

/** What a spreadsheet takes for a formula, or worse. */
export const FORMULAS = ["=cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "+1+1", "-2+3", "\t=1+1", "＝1+1"];

/** A file of so many leads, piece by piece; with `seed` others of the same form. */
export function* manyLeads(count: number, seed = ""): Generator<string> {
  yield "Record ID,First Name,Last Name,Email,Company,Job Title,Phone,Lead Status,Amount,Email Opt Out,Description\r\n";
  const AT_ONCE = 500;
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => rowOf(from + n, seed));
    yield rows.join("");
  }
}

const STATUSES = ["New", "Open", "In Progress", "Connected", "Open Deal"];

function rowOf(n: number, seed: string): string {
  const optedOut = n % 50 === 7;
  return `R${seed}${n},Dana ${n},Cole,dana.${seed}${n}@acme${n % 997}.example,"Acme ${n % 997}, Inc",Buyer,+1 416 555 ${n},${STATUSES[n % 5]},"CAD ${n % 90},000.00",${optedOut},"Asked for prices,\r\nand for a call ${n}"\r\n`;
}
