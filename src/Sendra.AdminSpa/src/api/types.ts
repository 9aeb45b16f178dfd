import type { Json, JsonObject } from '../common/exactJson';
import type { Schemas } from './client';

export type ApiKey = Schemas['ApiKeyResult'];
/** Details are null when there is nothing to say; the document of the API can't say so of a part. */
export type AuditLine = Omit<Schemas['AuditLineResult'], 'details'> & { readonly details: Schemas['AuditDetails'] | null };
/** Steps and condition are as their author wrote them, down to the digits; see parseExact. */
export type Automation = Omit<Schemas['AutomationResponse'], 'trigger' | 'steps' | 'stepCounts' | 'inFlight'> & {
  readonly trigger: { readonly eventName: string; readonly where: Json };
  /** Null in a list, like the counts. */
  readonly steps: readonly JsonObject[] | null;
  readonly stepCounts: Readonly<Record<string, StepCounts>> | null;
  readonly inFlight: Schemas['InFlightRuns'] | null;
};
export type Decision = Schemas['ExplainedDecision'];
export type DeclareUndeclaredResult = Schemas['DeclareUndeclaredResult'];
export type Enrollment = Schemas['EnrollmentResult'];
export type CustomField = Schemas['CustomFieldResult'];
export type Delivery = Schemas['DeliveryItem'];
export type Preset = Schemas['PresetResponse'];
export type Source = Schemas['EventSourceResponse'];
export type Invitation = Schemas['InvitationResult'];
export type Member = Schemas['MemberResult'];
export type Pattern = Schemas['PatternResult'];
export type CatalogFinding = Schemas['CatalogFindingResponse'];
export type Sender = Schemas['SenderContract'];
/** Null while nobody is set; the document of the API can't say so of a part. */
export type WorkspaceSettings = Omit<Schemas['WorkspaceSettingsResponse'], 'sender'> & { readonly sender: Sender | null };
/** Why a run ended is null while it is under way; the document of the API can't say so of a part. */
export type EnrollmentJourney = Omit<Schemas['EnrollmentJourneyResponse'], 'endedBecause'> & { readonly endedBecause: Schemas['RunEnd'] | null };
export type Visit = Schemas['JourneyVisit'];
export type StepCounts = Schemas['StepCounts'];
export type Message = Schemas['MessageItem'];
export type MessageDetails = Schemas['MessageDetailsResponse'];
export type Template = Schemas['TemplateResult'];
export type TimelineItem = Schemas['TimelineItemResponse'];

/** Properties are JSON text, as the sender wrote it. */
type WithText<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: string | null };

export type LoggedEvent = WithText<Schemas['LoggedEventResponse'], 'properties'>;
export type EventDetails = WithText<Schemas['EventDetailsResponse'], 'properties' | 'contactProperties'>;
export type Suppression = Schemas['SuppressionResult'];
export type ContactImport = Schemas['ContactImportResult'];
/** Null when nothing suppresses the contact. */
export type Contact = WithText<Omit<Schemas['ContactResult'], 'suppression'>, 'customFields'> & { readonly suppression: Schemas['ContactSuppression'] | null };

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
