using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;

namespace Sendra.Application.Ingestion;

/// <summary>
/// The middle of load, decide, save: applies one event to a working set. It uses no I/O and no clock except the ids',
/// so a batch equals its events one by one, a dry run is a decision that isn't saved, and history can be replayed.
/// </summary>
public static class Decider
{
    /// <summary>Why an event can't be taken; null when it can.</summary>
    public static EventRefusal? Refuse(WorkspaceId workspaceId, IncomingEvent incoming, WorkingSet set) =>
        !set.Knows(workspaceId, incoming.Person) ? EventRefusal.ContactUnknown
        : set.RulesOf(workspaceId).Violations(incoming, Enforcement.Reject) is { Count: > 0 } violations ? EventRefusal.ForSchema(violations)
        : null;

    /// <summary>Properties first (E5), then each automation that listens; see <see cref="Reaction"/>.</summary>
    /// <param name="incoming">An event for which <see cref="Refuse"/> is null.</param>
    /// <param name="set">The rows it changes.</param>
    /// <param name="explain">True to put the decisions into words.</param>
    public static DecidedEvent Decide(WorkspaceId workspaceId, IncomingEvent incoming, WorkingSet set, IdGenerator ids, bool explain = true)
    {
        var rules = set.RulesOf(workspaceId);
        var contact = set.ContactOf(workspaceId, incoming.Person, ids);
        var idBefore = contact.ExternalId;
        var taken = set.Identify(contact, incoming.Person);
        var patch = incoming.IsHistory ? ContactPatch.OfHistory(incoming.ContactProperties) : ContactPatch.Read(incoming.ContactProperties, rules.CustomFields);
        var eventId = ids.NextAfter(contact.LastEventId);
        contact.Receive(eventId, patch);

        var now = TimeOrderedId.TimeOf(eventId);
        set.HistoryOf(contact).Add(incoming.Name.Value, incoming.IsHistory ? incoming.OccurredAt ?? now : now, incoming.Properties);
        if (patch.HasValues || contact.ExternalId != idBefore)
        {
            set.Waits.Reckon(contact, rules.Walking, now);
        }

        var decisions = new Reaction(incoming, eventId, contact, set, ids).Take();
        var received = ReceivedEvent.Record(
            eventId, workspaceId, contact.Id, incoming.Name, incoming.Properties, incoming.OccurredAt, incoming.Origin, [.. decisions.Select(one => one.Decision)],
            incoming.ContactProperties, [.. taken is null ? [] : (ContactWarning[])[taken], .. patch.Warnings, .. SchemaWarnings(incoming, rules)], incoming.IsHistory, contact.FirstOfMany is not null);
        return new DecidedEvent(
            received,
            contact,
            new EventOutcome(
                eventId,
                received.Enrolled,
                received.Exited,
                received.Woken,
                received.Warnings,
                explain ? [.. decisions.Select(one => ExplainedDecision.From(one.Decision, one.By.Name))] : [])
            { ContactId = contact.Id });
    }

    private static IEnumerable<ContactWarning> SchemaWarnings(IncomingEvent incoming, WorkspaceRules rules) =>
        rules.Violations(incoming, Enforcement.Warn).Select(violation => new ContactWarning(violation.Field, SchemaViolation.Code, violation.Message));
}
