import type { Schemas } from './client';

export type ApiKey = Schemas['ApiKeyResponse'];
export type Automation = Schemas['AutomationResponse'];
export type Decision = Schemas['DecisionResponse'];
export type DeclareUndeclaredResult = Schemas['DeclareUndeclaredResponse'];
export type Enrollment = Schemas['EnrollmentResponse'];
export type CustomField = Schemas['CustomFieldResponse'];
export type Delivery = Schemas['DeliveryResponse'];
export type Preset = Schemas['PresetResponse'];
export type Source = Schemas['EventSourceResponse'];
export type Invitation = Schemas['InvitationResponse'];
export type Member = Schemas['MemberResponse'];
export type Pattern = Schemas['EventPatternResponse'];
export type CatalogFinding = Schemas['CatalogFindingResponse'];
export type WorkspaceSettings = Schemas['WorkspaceSettingsContract'];
/** Why a run ended is null while it is under way; the document of the API can't say so of a part. */
export type EnrollmentJourney = Omit<Schemas['EnrollmentJourneyResponse'], 'endedBecause'> & { readonly endedBecause: Schemas['RunEnd'] | null };
export type Visit = Schemas['JourneyVisit'];
export type StepCounts = Schemas['StepCounts'];
export type Version = Schemas['VersionItem'];
export type TimelineItem = Schemas['TimelineItemResponse'];

/** Properties are JSON text, as the sender wrote it. */
type WithText<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: string | null };

export type LoggedEvent = WithText<Schemas['LoggedEventResponse'], 'properties'>;
export type EventDetails = WithText<Schemas['EventDetailsResponse'], 'properties'>;
export type Contact = WithText<Schemas['ContactResponse'], 'customFields'>;

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
