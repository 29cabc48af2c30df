/**
 * What the register promises, as types. All of them are made from `openapi.yaml`, the only place
 * where the API is described.
 */
import type { components, operations, paths } from './generated/schema.ts';

export type { components, operations, paths };

type Schemas = components['schemas'];

export type AccessRecord = Schemas['AccessRecord'];
export type AdmissionDiploma = Schemas['AdmissionDiploma'];
export type Award = Schemas['Award'];
export type AwardedDiploma = Schemas['AwardedDiploma'];
export type Check = Schemas['Check'];
export type CheckName = Schemas['CheckName'];
export type CorrectionProgress = Schemas['CorrectionProgress'];
export type CorrectionRequest = Schemas['CorrectionRequest'];
export type CorrectionStatus = Schemas['CorrectionStatus'];
export type Coverage = Schemas['Coverage'];
export type CoveredKind = Schemas['CoveredKind'];
export type DeliveredDiploma = Schemas['DeliveredDiploma'];
export type DeliveredHolder = Schemas['DeliveredHolder'];
export type Delivery = Schemas['Delivery'];
export type DeliveryLine = Schemas['DeliveryLine'];
export type Diploma = Schemas['Diploma'];
export type DiplomaLookup = Schemas['DiplomaLookup'];
export type DiplomaLookupRequest = Schemas['DiplomaLookupRequest'];
export type Extract = Schemas['Extract'];
export type ExtractedDiploma = Schemas['ExtractedDiploma'];
export type ExtractRequest = Schemas['ExtractRequest'];
export type ExtractStanding = Schemas['ExtractStanding'];
export type ExtractVerificationRequest = Schemas['ExtractVerificationRequest'];
export type InputError = Schemas['InputError'];
export type Institution = Schemas['Institution'];
export type IssuedExtract = Schemas['IssuedExtract'];
export type Language = Schemas['Language'];
export type Level = Schemas['Level'];
export type ListedInstitution = Schemas['ListedInstitution'];
export type ListedProgramme = Schemas['ListedProgramme'];
export type Mark = Schemas['Mark'];
export type NewCorrectionRequest = Schemas['NewCorrectionRequest'];
export type NewShare = Schemas['NewShare'];
export type Person = Schemas['Person'];
export type Problem = Schemas['Problem'];
export type Programme = Schemas['Programme'];
export type ProgrammeScheme = Schemas['ProgrammeScheme'];
export type QualificationLevel = Schemas['QualificationLevel'];
export type ReceivedCorrectionRequest = Schemas['ReceivedCorrectionRequest'];
export type RegisterLine = Schemas['RegisterLine'];
export type Rejection = Schemas['Rejection'];
export type RepresentativeAct = Schemas['RepresentativeAct'];
export type Sector = Schemas['Sector'];
export type Share = Schemas['Share'];
export type ShareRequest = Schemas['ShareRequest'];
export type ShareVerificationRequest = Schemas['ShareVerificationRequest'];
export type Statistics = Schemas['Statistics'];
export type StatusReference = Schemas['StatusReference'];
export type Subject = Schemas['Subject'];
export type SubjectMark = Schemas['SubjectMark'];
export type TrustAnchor = Schemas['TrustAnchor'];
export type TrustAnchors = Schemas['TrustAnchors'];
export type Verdict = Schemas['Verdict'];
export type VerificationRequest = Schemas['VerificationRequest'];
export type VerifiedSubject = Schemas['VerifiedSubject'];
export type WithdrawLine = Schemas['WithdrawLine'];

/** A verdict's outcome, from `genuine` to `inconclusive`. */
export type Outcome = Verdict['outcome'];
/** A verdict that shows content: `genuine`, `superseded` or `withdrawn`. */
export type ContentVerdict = Matching<Verdict, { subject: VerifiedSubject }>;
/** One diploma of a checked extract or share, with its own standing. */
export type VerifiedDiploma = ContentVerdict['diplomas'][number];

// `Extract` names the document here, so TypeScript's utility type goes by another name.
type Matching<Union, Shape> = Union extends Shape ? Union : never;
