// Made from openapi.yaml by `pnpm generate`; do not edit.
export interface paths {
    readonly "/statistics": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many diplomas are registered, and how many extracts were issued */
        readonly get: operations["getStatistics"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/coverage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which kinds of diplomas are in the register, and from which year */
        readonly get: operations["getCoverage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/institutions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The institutions that deliver or delivered diplomas, by name */
        readonly get: operations["listInstitutions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/programmes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The programmes of which diplomas are registered, by name */
        readonly get: operations["listProgrammes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/trust-anchors": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The certificates that seals, timestamps and status lists must lead to
         * @description Whoever must be sure pins these certificates after comparing them with another source. Each
         *     kind has anchors of its own.
         */
        readonly get: operations["getTrustAnchors"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/revocation-lists/{keyId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The certificate revocation list of one authority (RFC 5280) */
        readonly get: operations["getRevocationList"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/status-lists/{listId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A signed list of the standing of diploma versions (Token Status List) */
        readonly get: operations["getStatusList"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/verifications": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Check a share, or an extract, against the register as it is now
         * @description For a share code with its PIN the answer is always a verdict, with content. Whether a share
         *     has expired or was withdrawn is told only to who has the right PIN; ten wrong PINs lock it.
         *
         *     For the number of an extract with the SHA-256 of its file the answer says only how its
         *     diplomas stand: it is for back offices that keep the file, or have verified it. Without the
         *     right file it says nothing, not even whether there is such a number.
         */
        readonly post: operations["createVerification"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/diplomas": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The holder's own diplomas, newest award first */
        readonly get: operations["listDiplomas"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/diplomas/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One of the holder's own diplomas */
        readonly get: operations["getDiploma"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/extracts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The extracts that were issued to the holder, newest first */
        readonly get: operations["listExtracts"];
        readonly put?: never;
        /**
         * A sealed PDF of one or more own diplomas
         * @description The register does not keep the file. A repeat with the same `Idempotency-Key` within ten
         *     minutes gets the same file again.
         */
        readonly post: operations["createExtract"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/shares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The shares that the holder made, newest first */
        readonly get: operations["listShares"];
        readonly put?: never;
        /**
         * Share chosen diplomas until a chosen day
         * @description Code and PIN are told once, here; the register keeps only their hashes. A repeat with the
         *     same `Idempotency-Key` within ten minutes gets the same share again.
         */
        readonly post: operations["createShare"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/shares/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Withdraw a share, at once and for good */
        readonly delete: operations["revokeShare"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/access-records": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who looked at the holder's diplomas, when and by which way, newest first
         * @description Whoever opened a share, an institution that looked for admission, and what somebody did who
         *     acts for the holder. What holders do themselves is in their extracts and shares.
         */
        readonly get: operations["listAccessRecords"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/correction-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The correction requests of the holder, or those to the institution, newest first
         * @description Who asks is told by the access token. A holder gets the own requests. An institution gets
         *     those about its records and the records of whom it succeeds, each with the BSN of the holder.
         */
        readonly get: operations["listCorrectionRequests"];
        readonly put?: never;
        /**
         * Tell an institution that a diploma is missing or wrong
         * @description Only the institution can mend it. It learns the holder's BSN. A holder makes at most five
         *     requests in 24 hours.
         */
        readonly post: operations["createCorrectionRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/correction-requests/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Say how far a request is, and in the end what became of it
         * @description The holder sees the status and the answer. What is done or refused stays so. Mending itself is
         *     a delivery.
         */
        readonly patch: operations["updateCorrectionRequest"];
        readonly trace?: never;
    };
    readonly "/diploma-lookups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Look up somebody's diplomas by BSN, for admission only
         * @description An institution finds the diplomas with which it admits: of its own sectors and of those that
         *     lead to them. Only what stands is shown, without marks. The holder sees in the access records
         *     who looked. An institution may ask 60 times a minute.
         */
        readonly post: operations["createDiplomaLookup"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register, correct and withdraw diplomas, up to 10,000 lines at once
         * @description The body is NDJSON: one `DeliveryLine` a line, each at most 64 KiB. All accepted lines are
         *     stored in one transaction, and the answer is given when they are durable. Each other line is
         *     rejected with its reasons and does not hinder the rest. The same line again changes nothing;
         *     a changed line for the same `recordId` is a correction. What was withdrawn stays withdrawn: a
         *     changed line for it is rejected (`record-withdrawn`). A diploma that was withdrawn by mistake
         *     is registered under another `recordId`; old extracts go on reading withdrawn.
         */
        readonly post: operations["createDelivery"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/deliveries/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What became of a delivery of the own institution */
        readonly get: operations["getDelivery"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/deliveries/{id}/rejections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The rejected lines of a delivery, with every reason */
        readonly get: operations["listRejections"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: date
         * @description A calendar date, `YYYY-MM-DD`.
         */
        readonly FullDate: string;
        /** @description A month, `YYYY-MM`, where the day is not known. */
        readonly YearMonth: string;
        /**
         * Format: date-time
         * @description A moment in UTC (RFC 3339).
         */
        readonly Instant: string;
        /** @enum {string} */
        readonly Language: "nl" | "en";
        readonly KeyId: string;
        /** Format: uuid */
        readonly DiplomaId: string;
        /** Format: uuid */
        readonly ShareId: string;
        /**
         * @description `DR-` and twelve symbols of Crockford's base32 in groups of four, then Crockford's check
         *     symbol: `DR-7K3M-9QXA-T2VD-H`.
         */
        readonly ExtractNumber: string;
        /** @description Twenty symbols of Crockford's base32, 100 random bits. */
        readonly ShareCode: string;
        readonly Pin: string;
        /**
         * @description Secondary (vo), vocational (mbo) or higher education (ho).
         * @enum {string}
         */
        readonly Sector: "vo" | "mbo" | "ho";
        /**
         * @description The level of a programme; NLQF and EQF follow from it.
         * @enum {string}
         */
        readonly Level: "practical" | "vmbo-bb" | "vmbo-kb" | "vmbo-gl" | "vmbo-tl" | "havo" | "vwo" | "mbo-1" | "mbo-2" | "mbo-3" | "mbo-4" | "associate-degree" | "bachelor" | "master";
        /** @description The level in the Dutch (NLQF) and European (EQF) qualifications framework. */
        readonly QualificationLevel: {
            /** @enum {string} */
            readonly nlqf: "1" | "2" | "3" | "4" | "4+" | "5" | "6" | "7" | "8";
            /** @enum {string} */
            readonly eqf: "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
        };
        /**
         * @description The code list that names a programme (ho isat, mbo crebo, vo elementcode).
         * @enum {string}
         */
        readonly ProgrammeScheme: "isat" | "crebo" | "elementcode";
        /** @description The programme as it was named at the award. */
        readonly Programme: {
            readonly scheme: components["schemas"]["ProgrammeScheme"];
            readonly code: string;
            readonly name: string;
            /** @description The same as `name` where that is English, which says so; absent when there is only a Dutch name. */
            readonly englishName?: string;
        };
        readonly ProgrammeCode: {
            readonly scheme: components["schemas"]["ProgrammeScheme"];
            readonly code: string;
        };
        /** @description The institution as it was named at the award. */
        readonly Institution: {
            readonly code: components["schemas"]["InstitutionCode"];
            readonly name: string;
            readonly city: string;
        };
        /** @description BRIN (`21PE`) or RIO code (`100A123`). */
        readonly InstitutionCode: string;
        /** @enum {string} */
        readonly Gender: "female" | "male" | "unspecified";
        /** @description The holder as named on the diploma. Never with a BSN. */
        readonly Person: {
            readonly givenNames: components["schemas"]["NamePart"];
            /** @description Tussenvoegsel: `van der`. Sorting passes over it. */
            readonly prefix?: string;
            readonly familyName: components["schemas"]["NamePart"];
            readonly birthDate: components["schemas"]["FullDate"];
            readonly gender?: components["schemas"]["Gender"];
        };
        readonly NamePart: string;
        /** @description The day of the award, or only its month where the day is not known. */
        readonly Award: {
            readonly awardedOn: components["schemas"]["FullDate"];
        } | {
            readonly awardedIn: components["schemas"]["YearMonth"];
        };
        /** @description A mark on the Dutch scale, 1 to 10 with at most one decimal, or a word. */
        readonly Mark: string;
        readonly Subject: {
            readonly code: string;
            readonly name: string;
            /** @description The same as `name` where that is English, which says so; absent when there is only a Dutch name. */
            readonly englishName?: string;
        };
        readonly SubjectMark: {
            readonly subject: components["schemas"]["Subject"];
            readonly schoolExam?: components["schemas"]["Mark"];
            readonly centralExam?: components["schemas"]["Mark"];
            readonly final: components["schemas"]["Mark"];
        };
        /** @description What was awarded, to whom and by whom, as it was at the award. */
        readonly AwardedDiploma: {
            readonly holder: components["schemas"]["Person"];
            readonly sector: components["schemas"]["Sector"];
            readonly level: components["schemas"]["Level"];
            readonly qualification: components["schemas"]["QualificationLevel"];
            readonly programme: components["schemas"]["Programme"];
            readonly institution: components["schemas"]["Institution"];
            readonly marks?: readonly components["schemas"]["SubjectMark"][];
        } & components["schemas"]["Award"];
        /** @description A diploma in the register, as its holder sees it. */
        readonly Diploma: {
            readonly id: components["schemas"]["DiplomaId"];
            /** @description Grows with each correction. */
            readonly version: number;
            /** @enum {string} */
            readonly standing: "valid" | "withdrawn";
            readonly registeredAt: components["schemas"]["Instant"];
        } & components["schemas"]["AwardedDiploma"];
        readonly ExtractRequest: {
            readonly diplomaIds: readonly components["schemas"]["DiplomaId"][];
            readonly language: components["schemas"]["Language"];
        };
        readonly IssuedExtract: {
            readonly number: components["schemas"]["ExtractNumber"];
            readonly issuedAt: components["schemas"]["Instant"];
            readonly language: components["schemas"]["Language"];
            readonly diplomaIds: readonly components["schemas"]["DiplomaId"][];
        };
        /**
         * @description `extract.json`, attached to each sealed PDF: what the PDF says, for machines. It is the only
         *     source of what a verifier shows.
         */
        readonly Extract: {
            /** @constant */
            readonly profile: "diplomaregister-extract-1";
            readonly number: components["schemas"]["ExtractNumber"];
            readonly issuedAt: components["schemas"]["Instant"];
            readonly language: components["schemas"]["Language"];
            /** @description True when a register with demo anchors made it; it is worth nothing then. */
            readonly example: boolean;
            readonly diplomas: readonly components["schemas"]["ExtractedDiploma"][];
        };
        readonly ExtractedDiploma: {
            readonly status: components["schemas"]["StatusReference"];
        } & components["schemas"]["AwardedDiploma"];
        /** @description Where the standing of this diploma version is kept (Token Status List). */
        readonly StatusReference: {
            /**
             * Format: uri
             * @description The address of the status list.
             */
            readonly uri: string;
            readonly index: number;
        };
        readonly ShareRequest: {
            readonly diplomaIds: readonly components["schemas"]["DiplomaId"][];
            /**
             * Format: date
             * @description The last day on which the share opens, in the Netherlands; at most a year ahead.
             */
            readonly expiresOn: string;
            /** @description Whether marks are shown. */
            readonly marks: boolean;
            /** @description For whom the share is; the receiver sees it too. */
            readonly receiver?: string;
        };
        readonly Share: {
            readonly id: components["schemas"]["ShareId"];
            readonly diplomaIds: readonly components["schemas"]["DiplomaId"][];
            readonly expiresOn: components["schemas"]["FullDate"];
            readonly marks: boolean;
            readonly receiver?: string;
            readonly createdAt: components["schemas"]["Instant"];
            /** @enum {string} */
            readonly state: "active" | "expired" | "revoked" | "locked";
            readonly timesOpened: number;
            readonly lastOpenedAt?: components["schemas"]["Instant"];
        };
        readonly NewShare: {
            readonly share: components["schemas"]["Share"];
            readonly code: components["schemas"]["ShareCode"];
            readonly pin: components["schemas"]["Pin"];
            /**
             * Format: uri
             * @description The check page with the code in its fragment, so that no server log sees it.
             */
            readonly link: string;
        };
        /** @description A look at the holder's diplomas by somebody else. */
        readonly AccessRecord: {
            /** Format: uuid */
            readonly id: string;
            readonly accessedAt: components["schemas"]["Instant"];
            /** @description What was to be seen. */
            readonly diplomaIds: readonly components["schemas"]["DiplomaId"][];
        } & (components["schemas"]["ShareOpened"] | components["schemas"]["InstitutionLookup"] | components["schemas"]["RepresentativeAct"]);
        /** @description Somebody had the code and the PIN of a share. */
        readonly ShareOpened: {
            /** @constant */
            readonly way: "share-opened";
            readonly shareId: components["schemas"]["ShareId"];
            /** @description For whom the holder made the share. */
            readonly receiver?: string;
        };
        /** @description An institution looked for admission. */
        readonly InstitutionLookup: {
            /** @constant */
            readonly way: "institution-lookup";
            readonly institution: components["schemas"]["Institution"];
        };
        /** @description Somebody who acts for the holder saw diplomas, or had an extract or a share made. */
        readonly RepresentativeAct: {
            /** @constant */
            readonly way: "representative";
            /** @description The name of that person. */
            readonly representative: string;
            /** @enum {string} */
            readonly action: "diplomas-seen" | "extract-issued" | "share-made";
        };
        /** @enum {string} */
        readonly CorrectionStatus: "open" | "in-progress" | "done" | "refused";
        /** @description Plain text, of one line or more. */
        readonly CorrectionText: string;
        readonly NewCorrectionRequest: {
            readonly text: components["schemas"]["CorrectionText"];
        } & ({
            /** @constant */
            readonly reason: "missing";
            /** @description Where the diploma was awarded. */
            readonly institution: components["schemas"]["InstitutionCode"];
        } | {
            /** @constant */
            readonly reason: "wrong";
            readonly diplomaId: components["schemas"]["DiplomaId"];
        });
        /** @description A correction request, as its holder sees it. */
        readonly CorrectionRequest: components["schemas"]["CorrectionMatter"] & {
            /** @description Who answers it. */
            readonly institution: components["schemas"]["Institution"];
        } & ({
            /** @constant */
            readonly reason: "missing";
        } | {
            /** @constant */
            readonly reason: "wrong";
            readonly diplomaId: components["schemas"]["DiplomaId"];
        });
        readonly CorrectionMatter: {
            /** Format: uuid */
            readonly id: string;
            readonly text: components["schemas"]["CorrectionText"];
            readonly status: components["schemas"]["CorrectionStatus"];
            /** @description What the institution says to the holder, once it is done or refused. */
            readonly answer?: components["schemas"]["CorrectionText"];
            readonly createdAt: components["schemas"]["Instant"];
            readonly changedAt: components["schemas"]["Instant"];
        };
        /** @description A correction request, as the institution sees it that answers it. */
        readonly ReceivedCorrectionRequest: components["schemas"]["CorrectionMatter"] & {
            /** @description The institution itself, or one that it succeeds. */
            readonly awardedBy: components["schemas"]["InstitutionCode"];
            readonly holder: {
                readonly bsn: components["schemas"]["Bsn"];
            };
        } & ({
            /** @constant */
            readonly reason: "missing";
        } | {
            /** @constant */
            readonly reason: "wrong";
            /** @description Absent when it is no more the holder's. */
            readonly diploma?: components["schemas"]["DoubtedDiploma"];
        });
        /** @description Enough of a diploma for the institution to find it. */
        readonly DoubtedDiploma: {
            readonly sector: components["schemas"]["Sector"];
            readonly level: components["schemas"]["Level"];
            readonly programme: components["schemas"]["ProgrammeCode"];
        } & components["schemas"]["Award"];
        readonly CorrectionProgress: {
            /** @constant */
            readonly status: "in-progress";
        } | {
            /** @enum {string} */
            readonly status: "done" | "refused";
            readonly answer: components["schemas"]["CorrectionText"];
        };
        /** @description A citizen service number; it passes the eleven test. */
        readonly Bsn: string;
        readonly DiplomaLookupRequest: {
            readonly bsn: components["schemas"]["Bsn"];
            /**
             * @description There is no other purpose.
             * @constant
             */
            readonly purpose: "admission";
        };
        readonly DiplomaLookup: {
            readonly lookedUpAt: components["schemas"]["Instant"];
            /** @description Newest award first. */
            readonly diplomas: readonly components["schemas"]["AdmissionDiploma"][];
        };
        /** @description A diploma that stands, as far as it is needed to admit somebody. */
        readonly AdmissionDiploma: {
            /** @description To see that it is the right person. */
            readonly holder: {
                readonly givenNames: components["schemas"]["NamePart"];
                readonly prefix?: string;
                readonly familyName: components["schemas"]["NamePart"];
                readonly birthDate: components["schemas"]["FullDate"];
            };
            readonly sector: components["schemas"]["Sector"];
            readonly level: components["schemas"]["Level"];
            readonly qualification: components["schemas"]["QualificationLevel"];
            readonly programme: components["schemas"]["Programme"];
            readonly institution: components["schemas"]["Institution"];
            /** @description Subjects of the exam, without marks. */
            readonly subjects?: readonly components["schemas"]["Subject"][];
        } & components["schemas"]["Award"];
        /** @description What is to be checked. */
        readonly VerificationRequest: components["schemas"]["ShareVerificationRequest"] | components["schemas"]["ExtractVerificationRequest"];
        readonly ShareVerificationRequest: {
            readonly shareCode: components["schemas"]["ShareCode"];
            readonly pin: components["schemas"]["Pin"];
        };
        readonly ExtractVerificationRequest: {
            readonly extractNumber: components["schemas"]["ExtractNumber"];
            /** @description Of the whole file, in lower-case hexadecimal. */
            readonly sha256: string;
        };
        /**
         * @description How the diplomas of an extract stand, without anything of what it says. `not-an-extract` when
         *     the register issued no extract of this number, or another file under it.
         */
        readonly ExtractStanding: {
            /** @enum {string} */
            readonly outcome: "genuine" | "superseded" | "withdrawn";
            /** @description Of each diploma, in the order of the extract. */
            readonly standings: readonly ("valid" | "superseded" | "withdrawn")[];
            readonly checkedAt: components["schemas"]["Instant"];
        } | {
            /** @constant */
            readonly outcome: "not-an-extract";
            readonly checkedAt: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        readonly CheckName: "sealed-by-register" | "unchanged" | "seal-trusted" | "diploma-stands" | "code-valid";
        /** @description One of the checks that people see. */
        readonly Check: {
            readonly name: components["schemas"]["CheckName"];
            /** @enum {string} */
            readonly result: "pass" | "skipped";
        } | {
            readonly name: components["schemas"]["CheckName"];
            /** @enum {string} */
            readonly result: "fail" | "inconclusive";
            /** @description A reason code; the reference lists them all. */
            readonly reason: string;
        };
        readonly VerdictBasis: {
            readonly checkedAt: components["schemas"]["Instant"];
            readonly checks: readonly components["schemas"]["Check"][];
            /**
             * @description Whether the anchors were pinned by the caller, or taken from the register over TLS.
             * @enum {string}
             */
            readonly trust: "pinned" | "tls";
        };
        /** @description What was checked. */
        readonly VerifiedSubject: {
            /** @constant */
            readonly kind: "extract";
            readonly number: components["schemas"]["ExtractNumber"];
            readonly issuedAt: components["schemas"]["Instant"];
            readonly sealedAt: components["schemas"]["Instant"];
            readonly language: components["schemas"]["Language"];
            /** @description The name in the trust anchor, never one from the file. */
            readonly issuer: string;
            readonly example: boolean;
        } | {
            /** @constant */
            readonly kind: "share";
            readonly expiresOn: components["schemas"]["FullDate"];
            readonly marks: boolean;
            readonly receiver?: string;
            readonly example: boolean;
        };
        readonly ValidDiploma: {
            /** @constant */
            readonly standing: "valid";
            readonly diploma: components["schemas"]["AwardedDiploma"];
        };
        readonly SupersededDiploma: {
            /** @constant */
            readonly standing: "superseded";
            readonly diploma: components["schemas"]["AwardedDiploma"];
        };
        readonly WithdrawnDiploma: {
            /** @constant */
            readonly standing: "withdrawn";
        };
        readonly GenuineVerdict: {
            /** @constant */
            readonly outcome: "genuine";
            readonly subject: components["schemas"]["VerifiedSubject"];
            readonly diplomas: readonly components["schemas"]["ValidDiploma"][];
        } & components["schemas"]["VerdictBasis"];
        readonly SupersededVerdict: {
            /** @constant */
            readonly outcome: "superseded";
            readonly subject: components["schemas"]["VerifiedSubject"];
            readonly diplomas: readonly (components["schemas"]["ValidDiploma"] | components["schemas"]["SupersededDiploma"])[];
        } & components["schemas"]["VerdictBasis"];
        readonly WithdrawnVerdict: {
            /** @constant */
            readonly outcome: "withdrawn";
            readonly subject: components["schemas"]["VerifiedSubject"];
            readonly diplomas: readonly (components["schemas"]["ValidDiploma"] | components["schemas"]["SupersededDiploma"] | components["schemas"]["WithdrawnDiploma"])[];
        } & components["schemas"]["VerdictBasis"];
        /** @description Nothing of the content is shown. */
        readonly RefusedVerdict: {
            /** @enum {string} */
            readonly outcome: "altered" | "seal-revoked" | "not-an-extract" | "share-unknown" | "pin-wrong" | "share-locked" | "share-expired" | "share-revoked";
        } & components["schemas"]["VerdictBasis"];
        /** @description Something could not be checked. It says nothing against the diploma. */
        readonly InconclusiveVerdict: {
            /** @constant */
            readonly outcome: "inconclusive";
        } & components["schemas"]["VerdictBasis"];
        /** @description The answer to a check, the same for a file and for a share. */
        readonly Verdict: components["schemas"]["GenuineVerdict"] | components["schemas"]["SupersededVerdict"] | components["schemas"]["WithdrawnVerdict"] | components["schemas"]["RefusedVerdict"] | components["schemas"]["InconclusiveVerdict"];
        /** @description The holder as the institution knows them. The BSN stays out of everything else. */
        readonly DeliveredHolder: {
            /** @description Absent for a holder without one. */
            readonly bsn?: components["schemas"]["Bsn"];
            readonly givenNames: components["schemas"]["NamePart"];
            readonly prefix?: string;
            readonly familyName: components["schemas"]["NamePart"];
            readonly birthDate: components["schemas"]["FullDate"];
            readonly gender?: components["schemas"]["Gender"];
        };
        readonly DeliveredMark: {
            /** @description The code of the subject. */
            readonly subject: string;
            readonly schoolExam?: components["schemas"]["Mark"];
            readonly centralExam?: components["schemas"]["Mark"];
            readonly final: components["schemas"]["Mark"];
        };
        /** @description What was awarded. Names and levels come from the register's reference data. */
        readonly DeliveredDiploma: {
            readonly institution: components["schemas"]["InstitutionCode"];
            readonly programme: components["schemas"]["ProgrammeCode"];
            readonly marks?: readonly components["schemas"]["DeliveredMark"][];
        } & components["schemas"]["Award"];
        /**
         * @description The institution's own name for the record; unique within the institution. A successor names
         *     the records of its predecessor as they were, with the predecessor as the institution.
         */
        readonly RecordId: string;
        readonly RegisterLine: {
            /** @constant */
            readonly action: "register";
            readonly recordId: components["schemas"]["RecordId"];
            readonly holder: components["schemas"]["DeliveredHolder"];
            readonly diploma: components["schemas"]["DeliveredDiploma"];
        };
        readonly WithdrawLine: {
            /** @constant */
            readonly action: "withdraw";
            readonly recordId: components["schemas"]["RecordId"];
            /** @description Whose record it is, where that is an institution that the deliverer succeeds. */
            readonly institution?: components["schemas"]["InstitutionCode"];
        };
        /** @description One line of a delivery. */
        readonly DeliveryLine: components["schemas"]["RegisterLine"] | components["schemas"]["WithdrawLine"];
        /** @description What became of the lines; the five counts add up to `lines`. */
        readonly Delivery: {
            /** Format: uuid */
            readonly id: string;
            readonly receivedAt: components["schemas"]["Instant"];
            readonly lines: number;
            readonly registered: number;
            readonly corrected: number;
            readonly withdrawn: number;
            readonly unchanged: number;
            readonly rejected: number;
        };
        readonly Rejection: {
            /** @description The number of the line in the delivery. */
            readonly line: number;
            readonly recordId?: components["schemas"]["RecordId"];
            readonly errors: readonly components["schemas"]["InputError"][];
        };
        readonly Coverage: {
            readonly kinds: readonly components["schemas"]["CoveredKind"][];
            /** @description Kinds that are valid and not in the register; the institution has proof of them. */
            readonly elsewhere: readonly ("pre-master" | "post-hbo" | "doctorate" | "lateral-entry-teaching" | "branch-training")[];
        };
        /** @description A kind of diploma, with the first year of award that is in the register. */
        readonly CoveredKind: {
            /** @enum {string} */
            readonly kind: "wo" | "wo-religious" | "hbo" | "mbo" | "vavo" | "vo" | "vso" | "school-diploma" | "state-exam-vo" | "state-exam-vso" | "state-exam-nt2" | "integration-exam" | "wft-exam";
            readonly publiclyFundedFrom?: components["schemas"]["CoverageYear"];
            readonly privateFrom?: components["schemas"]["CoverageYear"];
        };
        /** @description Absent where such institutions award no diplomas of the kind, or none are registered. */
        readonly CoverageYear: number;
        /** @description An institution as it is named today. */
        readonly ListedInstitution: {
            readonly code: components["schemas"]["InstitutionCode"];
            readonly name: string;
            readonly city: string;
            readonly sectors: readonly components["schemas"]["Sector"][];
            readonly openedOn?: components["schemas"]["FullDate"];
            /** @description The day from which it is no more. */
            readonly closedOn?: components["schemas"]["FullDate"];
            /** @description The successor that answers for its records. */
            readonly answeredBy?: components["schemas"]["InstitutionCode"];
        };
        /** @description A programme as it is named today. */
        readonly ListedProgramme: {
            readonly scheme: components["schemas"]["ProgrammeScheme"];
            readonly code: string;
            readonly name: string;
            /** @description The same as `name` where that is English, which says so; absent when there is only a Dutch name. */
            readonly englishName?: string;
            readonly sector: components["schemas"]["Sector"];
            readonly level: components["schemas"]["Level"];
        };
        readonly Statistics: {
            readonly countedAt: components["schemas"]["Instant"];
            readonly diplomas: {
                readonly total: number;
                readonly bySectorAndYear: readonly {
                    readonly sector: components["schemas"]["Sector"];
                    readonly year: number;
                    readonly count: number;
                }[];
            };
            readonly extracts: {
                readonly pastTwelveMonths: number;
            };
        };
        readonly TrustAnchor: {
            /** @description The organisation in the certificate. */
            readonly name: string;
            readonly keyId: components["schemas"]["KeyId"];
            /** @description The certificate in DER, base64. */
            readonly certificate: string;
        };
        readonly TrustAnchors: {
            readonly seal: readonly components["schemas"]["TrustAnchor"][];
            readonly timestamp: readonly components["schemas"]["TrustAnchor"][];
            readonly status: readonly components["schemas"]["TrustAnchor"][];
        };
        readonly InputError: {
            /** @enum {string} */
            readonly in: "body" | "path" | "query" | "header";
            readonly location?: {
                /** @description A JSON Pointer into the body (RFC 6901). */
                readonly pointer?: string;
                /** @description The name of the parameter. */
                readonly name?: string;
            };
            readonly code: string;
            /** @description What is wrong; never the value that was sent. */
            readonly detail: string;
        };
        /** @description RFC 9457. The last part of `type` is the code of the problem. */
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly detail: string;
            /** @description The id of the request, as `urn:uuid:…`. */
            readonly instance: string;
            readonly errors?: readonly components["schemas"]["InputError"][];
        };
        readonly InputProblem: components["schemas"]["Problem"] & {
            readonly errors: readonly components["schemas"]["InputError"][];
        };
    };
    responses: {
        /** @description Something else went wrong. */
        readonly Problem: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The input is invalid; every invalid part is named. */
        readonly BadRequest: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["InputProblem"];
            };
        };
        /** @description No valid access token. */
        readonly Unauthorized: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                /** @description What is asked (RFC 6750). */
                readonly "WWW-Authenticate": string;
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The access token does not allow this. */
        readonly Forbidden: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it is not yours. */
        readonly NotFound: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the resource does not allow this. */
        readonly Conflict: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than a delivery may be. */
        readonly ContentTooLarge: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body has another media type than this operation takes. */
        readonly UnsupportedMediaType: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; `Retry-After` tells when there may be another one. */
        readonly TooManyRequests: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The register cannot do this just now. Try again later. */
        readonly Unavailable: {
            headers: {
                readonly "API-Version": components["headers"]["API-Version"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Where the next page starts, taken from `Link`. */
        readonly Cursor: string;
        /** @description How many items a page has at most. */
        readonly Limit: number;
        /**
         * @description Words that the name, the city or the code begins with or has in it, in any order and case,
         *     with or without accents.
         */
        readonly Search: string;
        /** @description Only what belongs to this sector. */
        readonly SectorFilter: components["schemas"]["Sector"];
        /** @description A random value that names this one request; a repeat with it gets the same answer. */
        readonly IdempotencyKey: string;
        readonly IfNoneMatch: string;
        readonly DeliveryId: string;
    };
    requestBodies: never;
    headers: {
        /** @description The full version of this API. */
        readonly "API-Version": string;
        /** @description Names this state of the resource. */
        readonly ETag: string;
        /** @description The next page, when there is one (RFC 8288, `rel="next"`). */
        readonly Link: string;
        /** @description Where the new resource is. */
        readonly Location: string;
        /** @description Seconds to wait before the next try. */
        readonly "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getStatistics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counts, and when they were made. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Statistics"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCoverage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The kinds, and what is valid without being in the register. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Coverage"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listInstitutions: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Words that the name, the city or the code begins with or has in it, in any order and case,
                 *     with or without accents.
                 */
                readonly search?: components["parameters"]["Search"];
                /** @description Only what belongs to this sector. */
                readonly sector?: components["parameters"]["SectorFilter"];
                /** @description Where the next page starts, taken from `Link`. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page has at most. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of institutions; `Link` leads to the next one. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Link: components["headers"]["Link"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ListedInstitution"][];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listProgrammes: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Words that the name, the city or the code begins with or has in it, in any order and case,
                 *     with or without accents.
                 */
                readonly search?: components["parameters"]["Search"];
                /** @description Only what belongs to this sector. */
                readonly sector?: components["parameters"]["SectorFilter"];
                /** @description Where the next page starts, taken from `Link`. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page has at most. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of programmes; `Link` leads to the next one. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Link: components["headers"]["Link"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ListedProgramme"][];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getTrustAnchors: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The anchors, by what they may vouch for. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrustAnchors"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRevocationList: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The subject key identifier of the authority, in lower-case hexadecimal. */
                readonly keyId: components["schemas"]["KeyId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The list, in DER. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pkix-crl": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getStatusList: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                readonly "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            readonly path: {
                readonly listId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The list, as a JWT. Its `sub` is the address of the list. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly ETag: components["headers"]["ETag"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/statuslist+jwt": string;
                };
            };
            /** @description The list has not changed since. */
            readonly 304: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createVerification: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["VerificationRequest"];
            };
        };
        readonly responses: {
            /** @description The verdict. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Verdict"] | components["schemas"]["ExtractStanding"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listDiplomas: {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page starts, taken from `Link`. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page has at most. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of diplomas; `Link` leads to the next one. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Link: components["headers"]["Link"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Diploma"][];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getDiploma: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["DiplomaId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The diploma as it is now. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Diploma"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listExtracts: {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page starts, taken from `Link`. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page has at most. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of extracts; `Link` leads to the next one. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Link: components["headers"]["Link"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["IssuedExtract"][];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createExtract: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A random value that names this one request; a repeat with it gets the same answer. */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExtractRequest"];
            };
        };
        readonly responses: {
            /** @description The sealed extract. */
            readonly 201: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    /** @description The number of the extract. */
                    readonly "Extract-Number": components["schemas"]["ExtractNumber"];
                    /** @description A file name without personal data. */
                    readonly "Content-Disposition": string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listShares: {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page starts, taken from `Link`. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page has at most. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of shares; `Link` leads to the next one. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Link: components["headers"]["Link"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Share"][];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createShare: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A random value that names this one request; a repeat with it gets the same answer. */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ShareRequest"];
            };
        };
        readonly responses: {
            /** @description The share, with its secrets. */
            readonly 201: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewShare"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly revokeShare: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["ShareId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The share opens nothing any more. */
            readonly 204: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listAccessRecords: {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page starts, taken from `Link`. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page has at most. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of access records; `Link` leads to the next one. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Link: components["headers"]["Link"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["AccessRecord"][];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listCorrectionRequests: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those that are so far. */
                readonly status?: components["schemas"]["CorrectionStatus"];
                /** @description Where the next page starts, taken from `Link`. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page has at most. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of correction requests; `Link` leads to the next one. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Link: components["headers"]["Link"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly (components["schemas"]["CorrectionRequest"] | components["schemas"]["ReceivedCorrectionRequest"])[];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createCorrectionRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A random value that names this one request; a repeat with it gets the same answer. */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewCorrectionRequest"];
            };
        };
        readonly responses: {
            /** @description The request, as it was sent to the institution. */
            readonly 201: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly updateCorrectionRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectionProgress"];
            };
        };
        readonly responses: {
            /** @description The request as it is now. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceivedCorrectionRequest"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 409: components["responses"]["Conflict"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createDiplomaLookup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DiplomaLookupRequest"];
            };
        };
        readonly responses: {
            /** @description What was found; nothing also for a BSN of which the register knows nothing. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DiplomaLookup"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly createDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-ndjson": string;
            };
        };
        readonly responses: {
            /** @description What became of the lines. */
            readonly 201: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Location: components["headers"]["Location"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 413: components["responses"]["ContentTooLarge"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["parameters"]["DeliveryId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counts. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly listRejections: {
        readonly parameters: {
            readonly query?: {
                /** @description Where the next page starts, taken from `Link`. */
                readonly cursor?: components["parameters"]["Cursor"];
                /** @description How many items a page has at most. */
                readonly limit?: components["parameters"]["Limit"];
            };
            readonly header?: never;
            readonly path: {
                readonly id: components["parameters"]["DeliveryId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of rejections in line order; `Link` leads to the next one. */
            readonly 200: {
                headers: {
                    readonly "API-Version": components["headers"]["API-Version"];
                    readonly Link: components["headers"]["Link"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Rejection"][];
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly default: components["responses"]["Problem"];
        };
    };
}
