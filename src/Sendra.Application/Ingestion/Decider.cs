using NodaTime;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.Ingestion;

/// <summary>
/// The middle of load, decide, save: lets one event take effect on a working set. No I/O and no clock but the ids',
/// so a batch equals its events one by one, a dry run is a decision that is not saved, and history can be replayed.
/// </summary>
public static class Decider
{
    /// <summary>Properties first (E5), then each automation that listens: exits, then enrollment (A5).</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="incoming">The event.</param>
    /// <param name="set">What it takes effect on.</param>
    /// <param name="ids">Makes ids.</param>
    /// <param name="explain">True to put the decisions into words.</param>
    public static DecidedEvent Decide(WorkspaceId workspaceId, IncomingEvent incoming, WorkingSet set, IdGenerator ids, bool explain = true)
    {
        var rules = set.RulesOf(workspaceId);
        var contact = set.ContactOf(workspaceId, incoming.Email, ids);
        var patch = ContactPatch.Read(incoming.ContactProperties, rules.CustomFields);
        var eventId = ids.NextAfter(contact.LastEventId);
        contact.Receive(eventId, patch);

        ConditionContext? context = null;
        var decisions = new List<Decision>();
        var explained = new List<ExplainedDecision>();
        foreach (var automation in rules.ListeningTo(incoming.Name.Value))
        {
            if (automation.DependsOnCondition(incoming.Name.Value))
            {
                context ??= ContextOf(incoming, eventId, contact, rules);
            }

            foreach (var decision in automation.React(eventId, incoming.Name.Value, set.RunsOf(contact, automation.Id), ids.Next<EnrollmentId>, context))
            {
                decisions.Add(decision);
                if (explain)
                {
                    explained.Add(ExplainedDecision.From(decision, automation.Name));
                }
            }
        }

        var received = ReceivedEvent.Record(
            eventId, workspaceId, contact.Id, incoming.Name, incoming.Properties, incoming.OccurredAt, incoming.Origin, decisions);
        return new DecidedEvent(
            received,
            contact,
            new EventOutcome(eventId, received.Enrolled, received.Exited, patch.Warnings, explained));
    }

    // The event at hand is the one that makes the enrollment, so it is both.
    private static ConditionContext ContextOf(IncomingEvent incoming, EventId eventId, Contact contact, WorkspaceRules rules) => new(
        contact,
        rules.CustomFields,
        incoming.Properties,
        incoming.Properties,
        Instant.FromDateTimeOffset(TimeOrderedId.TimeOf(eventId)),
        rules.Walking.Zone);
}
