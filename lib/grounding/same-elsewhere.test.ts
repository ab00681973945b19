import { expect, it } from "vitest";
import { isSameElsewhere, likenessOf } from "#lib/grounding/alike";

type Pair = [one: string, other: string];

/** "Owner | day | what ~ owner | day | what", a pair a line: as two meetings that have nothing to do with each other wrote it. */
function pairs(lines: string): Pair[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => line.split(" ~ ") as Pair);
}

const SAME = pairs(`
Dana | | Renew the staging certificate ~ Dana | 2026-12-04 | Renew the certificate of staging
Bo | | Send the signed contract to Hollis ~ Bo | | Send Hollis the signed contract
Dana | 2026-12-01 | Write the release notes for 4.3 ~ Dana | 2026-12-01 | Write release notes for 4.3
Ines | | Book a venue for the May offsite ~ Ines Ortega | | Book the venue for the offsite in May
Bo | | Ask Legal about the data processing agreement with Novak ~ Bo | | Ask Legal about Novak's data processing agreement
Ada | | Cancel the old Zoom licences ~ Ada | 2026-11-30 | Cancel the old Zoom licences
Dana | | Move the nightly backup to the new bucket ~ Dana | | Moving the nightly backup over to the new bucket
Bo | | Get a quote for twelve rugged tablets ~ Bo | | Get quote for twelve rugged tablets from the dealer
Ada | 2026-12-10 | Present the hiring plan to the board ~ Ada | 2026-12-10 | Present the hiring plan for Q1 to the board
Ines | | Order new badges for the Kitchener office ~ Ines | | Order badges for the Kitchener office
Dana | | Fix the rounding error in the invoice export ~ Dana | | Fix rounding error in invoice export
| | Replace the broken projector in the large room ~ Ines | | Replace the broken projector in the large room
Ada | | Draft the security questionnaire for Hollis Freight ~ Ada | | Drafts the security questionnaire for Hollis Freight
Bo | | Follow up with Marta on the pilot extension ~ Bo | | Follow up with Marta about the pilot extension
Dana | | Upgrade PostgreSQL on the reporting server ~ Dana | | Upgrade the reporting server's PostgreSQL
Bo | | Told Carla we would share the load test results ~ Bo | | Tell Carla we share load test results
Ada | | Decide on the parental leave policy ~ Ada | | Decide about parental leave policy
Dana | 2026-12-04 | Rotate the API keys of the courier integration ~ Dana | 2026-12-04 | Rotate API keys for the courier integration
Ines | | Sign up the team for the first aid course ~ Ines | | Sign the team up for the first aid course
Bo | | Prepare the demo for the Novak visit ~ Bo | | Prepare a demo for the visit of Novak
Dana | | Document how the merge handles duplicate photos ~ Dana | | Document how the merge handles duplicated photos
Ada | | Review the contractor agreement with the lawyer ~ Ada | | Review contractor agreement with our lawyer
Bo | | Find out who pays for the extra month at Hollis ~ Bo | | Find out who pays for Hollis's extra month
Dana | | Write a runbook for restoring the mail archive ~ Dana | | Write the runbook for a restore of the mail archive
Ines | | Collect the receipts for the Berlin trip ~ Ines | | Collect receipts of the Berlin trip
Ada | | Post the staff engineer opening on the website ~ Ada | | Post the opening for a staff engineer on the website
Dana | | Turn off the legacy sync for all tenants ~ Dana | | Turn the legacy sync off for all the tenants
Bo | | Update the price list with the volume discount ~ Bo | | Update price list to include the volume discount
Dana | | Add rate limiting to the public search endpoint ~ Dana | | Add rate limits to the public search endpoint
Ada | | Send the revised budget to finance ~ Ada | | Send finance the revised budget
Dana | | Renew the staging certificate ~ Dana | | Get the TLS cert on staging sorted
Bo | | Send the signed contract to Hollis ~ Bo | | Return the countersigned agreement
Ada | | Hire a second designer ~ Ada | | Open a requisition for another product designer
`);

const OTHER = pairs(`
Ada | | Send the minutes to everyone ~ Ada | | Send the minutes to everybody
Bo | | Book the room ~ Bo | | Book the room
Ada | 2026-11-20 | Prepare the slides for the all-hands ~ Ada | 2026-12-18 | Prepare the slides of the all-hands in December
Dana | | Review the pull request ~ Dana | | Review the pull request
Bo | 2026-11-24 | Send the weekly numbers to Ada ~ Bo | 2026-12-01 | Send Ada the numbers of the week
Dana | | Renew the staging certificate ~ Dana | | Renew the production certificate
Bo | | Send the signed contract to Hollis ~ Bo | | Send the signed contract to Novak
Bo | | Send the offer to Hollis Freight ~ Bo | | Send the invoice to Hollis Freight
Dana | | Write the release notes for 4.3 ~ Dana | | Write the release notes for 4.4
Ada | | Interview the second candidate for support ~ Ada | | Interview the third candidate for support
Dana | | Migrate the billing service to the new cluster ~ Dana | | Migrate the search service to the new cluster
Ines | | Book flights to Berlin for the team ~ Ines | | Book hotels in Berlin for the team
Bo | | Call Marta about the pilot ~ Bo | | Call Marta about the invoice
Ada | | Review the budget for marketing ~ Ada | | Review the budget for hardware
Dana | | Add tests for the CSV import ~ Dana | | Add tests for the PDF import
Dana | | Fix the flaky login test on Firefox ~ Dana | | Fix the flaky upload test on Firefox
Ines | | Order badges for the Kitchener office ~ Ines | | Order chairs for the Kitchener office
Bo | | Update the price list for Europe ~ Bo | | Update the price list for Canada
Ada | | Write the job ad for the data engineer ~ Ada | | Write the job ad for the account manager
Dana | | Upgrade PostgreSQL on the reporting server ~ Dana | | Upgrade Redis on the reporting server
Dana | | Set up monitoring for the queue workers ~ Dana | | Set up alerting for the mail gateway
Bo | | Prepare the demo for the Novak visit ~ Bo | | Prepare the contract for the Novak visit
Ines | | Renew the lease of the Toronto office ~ Ines | | Renew the insurance of the Toronto office
Ada | | Talk to Sam about the on-call schedule ~ Ada | | Talk to Sam about the holiday schedule
Dana | | Delete the old backups on the archive server ~ Dana | | Check the old backups on the archive server
Dana | | Enable two-factor sign-in for admins ~ Dana | | Disable two-factor sign-in for service accounts
Bo | | Share the roadmap with Hollis ~ Bo | | Don't share the roadmap with Hollis
Dana | | Increase the timeout to 30 seconds ~ Dana | | Increase the timeout to 60 seconds
Bo | | Order 20 tablets for the depot ~ Bo | | Order 30 tablets for the depot
Ada | | Approve the travel budget for the sales team ~ Ada | | Approve the training budget for the sales team
Ada | | Complete the security awareness training ~ Bo | | Complete the security awareness training
Dana | | Write the self review for the year ~ Bo | | Write the self review for the year
Bo | | Send feedback on the pricing draft ~ Ines | | Send feedback on the pricing draft
Dana | | Check the backup of the mail server ~ Dana | | Check the backup of the mail server, move it to the new bucket, and write down how long a restore takes
Bo | | Prepare the Novak visit ~ Bo | | Prepare the catering for the Novak visit and the site tour
Ada | | Finalize the hiring plan ~ Ada | | Share the hiring plan with the team leads
Dana | | Investigate the slow dashboard query ~ Dana | | Write up the slow dashboard query for the retro
Dana | | Draft the incident report ~ Dana | | Present the incident report to customers
Bo | | Collect the feedback from pilot users ~ Bo | | Summarise the feedback from pilot users
Ada | | Schedule the kickoff with Hollis ~ Ada | | Run the kickoff with Hollis
| | Update the documentation of the import ~ | | Update the documentation for the export
| | Clean up the feature flags ~ | | Clean up the test data
Dana | | Look into the memory leak in the parser ~ | | Look into the memory use of the worker
| 2026-11-27 | Bring cake for the birthday in the kitchen ~ Ines | 2026-12-09 | Bring cake to the kitchen for Bo's birthday
Ines | | Update the phone list ~ Ines | | Update the phone list of the emergency contacts
`);

// Written after the rule was settled, and not looked at for it.
const SAME_LATER = pairs(`
Priya | | Export the customer list for the auditors ~ Priya | | Export the list of customers for the auditors
Tom | | Replace the smoke detectors on the second floor ~ Tom | | Replace smoke detectors on second floor
Lena | | Publish the postmortem of the June outage ~ Lena | | Publish postmortem for the June outage
Priya | | Negotiate the hosting contract with Rackline ~ Priya | | Negotiate with Rackline about the hosting contract
Omar | | Translate the onboarding guide into French ~ Omar | | Translate the onboarding guide to French
Lena | 2026-12-03 | Ship the accessibility fixes for the login form ~ Lena | 2026-12-03 | Ship the login form's accessibility fixes
Tom | | Return the rented forklift ~ Tom | | Return the rented forklift to the depot
Omar | | Reply to the tax office about the 2024 filing ~ Omar | | Reply to the tax office on the 2024 filing
Priya | | Archive the Slack channels nobody uses ~ Priya | | Archive Slack channels that nobody uses
Lena | | Benchmark the new image decoder on phones ~ Lena | | Benchmarking the new image decoder on the phones
| | Restock the first aid cabinet in the workshop ~ Tom | | Restock the first aid cabinet in the workshop
Omar | | Gather the vendor quotes for the solar panels ~ Omar | | Gather vendor quotes for solar panels
Priya | | Test the disaster recovery plan with the operations team ~ Priya | | Test disaster recovery plan with operations
Lena | | Remove the deprecated payment endpoints ~ Lena | | Drop the deprecated payment endpoints
Tom | | Inspect the sprinklers in the warehouse ~ Tom | | Inspect warehouse sprinklers
Omar | | Invite Dr. Keller to speak at the summit ~ Omar | | Invite Dr. Keller as a speaker for the summit
Lena | | Rewrite the pricing page copy ~ Lena | | Rewrite the copy on the pricing page
Priya | | Wrote the data retention policy ~ Priya | | Write a data retention policy
`);
const OTHER_LATER = pairs(`
Priya | | Export the customer list for the auditors ~ Priya | | Export the vendor list for the auditors
Tom | | Replace the smoke detectors on the second floor ~ Tom | | Replace the smoke detectors on the third floor
Lena | | Publish the postmortem of the June outage ~ Lena | | Publish the postmortem of the August outage
Priya | | Negotiate the hosting contract with Rackline ~ Priya | | Negotiate the support contract with Rackline
Omar | | Translate the onboarding guide into French ~ Omar | | Translate the onboarding guide into German
Tom | | Return the rented forklift ~ Tom | | Return the rented scissor lift
Omar | | Reply to the tax office about the 2024 filing ~ Omar | | Reply to the tax office about the 2025 filing
Lena | | Benchmark the image decoder on phones ~ Lena | | Benchmark the image decoder on tablets
Priya | | Update the on-call rota ~ Priya | | Update the on-call handbook
Tom | | Fix the door of the loading dock ~ Tom | | Paint the door of the loading dock
Lena | 2026-11-25 | Write the sprint report for the stakeholders ~ Lena | 2026-12-09 | Write the report of the sprint for the stakeholders and finance
Omar | | Send a reminder about the survey ~ Omar | | Send the results of the survey
Omar | | Book the photographer for the summit ~ Omar | | Book the caterer for the summit
Priya | | Test the restore of the database ~ Priya | | Test the restore of the file server
Lena | | Clean up the build pipeline for Android ~ Lena | | Clean up the build pipeline for iOS
Tom | | Check the fire extinguishers in the workshop ~ Omar | | Check the fire extinguishers in the workshop
Priya | | Talk to procurement about laptops ~ Priya | | Talk to procurement about monitors
Lena | | Add dark mode to the settings page ~ Lena | | Add dark mode to the reports page
Omar | | Confirm the venue with the caterer ~ Omar | | Confirm the menu with the caterer
Tom | | Order spare filters for the pump ~ Tom | | Order spare gaskets for the pump
Priya | | Close the old bank account ~ Priya | | Open a new bank account
Lena | | Document the webhook retries ~ Lena | | Document the webhook signatures
Lena | | Send the summary to the team ~ Lena | | Send the summary to the team
Omar | | Pay the deposit for the venue ~ Omar | | Claim back the deposit for the venue
Tom | | Read the manual of the new compressor ~ Tom | | Read the safety sheet of the new compressor
`);

function read(line: string) {
  const [owner = "", due = "", text = ""] = line.split("|").map((part) => part.trim());
  return { text, personId: null, personName: owner || null, dueOn: due || null, ...likenessOf(text) };
}

it.each([
  ["that the rule was made by", SAME, OTHER],
  ["that were written afterwards", SAME_LATER, OTHER_LATER],
])("offers what is the same, and hardly anything else, of the pairs %s", (_, same, other) => {
  const offered = (pairs: Pair[]) => pairs.filter(([one, two]) => isSameElsewhere(read(one), read(two)));
  const right = offered(same).length;
  const wrong = offered(other).length;
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.9);
  expect(right / same.length).toBeGreaterThanOrEqual(0.8);
});
