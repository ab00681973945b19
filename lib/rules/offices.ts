/** Bodies that decide and act as one, as a part of a pattern. */
export const BODIES =
  "team|group|board|committee|sub-?committee|council|commission|task\\s+force|working\\s+group|staff|administration|management|assembly|senate|parish|court|jury|panel|membership|" +
  "chairs|co-chairs|members|directors|trustees|commissioners|council(?:l)?ors|maintainers|editors|circle|crew|club|society|faculty|union|cabinet|founders|owners|partners|authors|leads|delegates|shareholders|WG|SIG|TAG|TOC|TSC|TC|SC|PMC|IG|CG";

/** Offices that one or several people hold, as a part of a pattern. */
export const OFFICES =
  "chair(?:man|woman|person)?|co-?chair|vice[- ]?(?:chair|president)|president|secretary|treasurer|clerk|director|superintendent|manager|coordinator|convenor|facilitator|" +
  "moderator|scribe|editor|author|maintainer|committers?|contributors?|reviewers?|approvers?|lead|sponsors?|shepherd|champion|liaison|organi[sz]ers?|hosts?|volunteers?|" +
  "attorney|counsel|auditors?|accountant|engineers?|developers?|devs|designers?|implement[eo]rs|admins?|department|office|teams|groups|clients|vendors?";
