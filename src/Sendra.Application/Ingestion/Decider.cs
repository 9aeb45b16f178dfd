using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
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
        set.Knows(workspaceId, incoming.Person) ? null : EventRefusal.ContactUnknown;

    /// <summary>Properties first (E5), then each automation that listens: exits, then enrollment (A5).</summary>
    /// <param name="incoming">An event for which <see cref="Refuse"/> is null.</param>
    /// <param name="set">The rows it changes.</param>
    /// <param name="explain">True to put the decisions into words.</param>
    public static DecidedEvent Decide(WorkspaceId workspaceId, IncomingEvent incoming, WorkingSet set, IdGenerator ids, bool explain = true)
    {
        var rules = set.RulesOf(workspaceId);
        var contact = set.ContactOf(workspaceId, incoming.Person, ids);
        var idBefore = contact.ExternalId;
        var taken = set.Identify(contact, incoming.Person);
        var patch = ContactPatch.Read(incoming.ContactProperties, rules.CustomFields);
        var eventId = ids.NextAfter(contact.LastEventId);
        contact.Receive(eventId, patch);

        var now = TimeOrderedId.TimeOf(eventId);
        if (patch.HasValues || contact.ExternalId != idBefore)
        {
            set.Waits.Reckon(contact, rules.Walking, now);
        }

        var decisions = React(incoming, eventId, contact, set, ids).ToArray();
        Begin(incoming, eventId, contact, set);

        var received = ReceivedEvent.Record(
            eventId, workspaceId, contact.Id, incoming.Name, incoming.Properties, incoming.OccurredAt, incoming.Origin, [.. decisions.Select(one => one.Decision)]);
        return new DecidedEvent(
            received,
            contact,
            new EventOutcome(
                eventId,
                received.Enrolled,
                received.Exited,
                taken is null ? patch.Warnings : [taken, .. patch.Warnings],
                explain ? [.. decisions.Select(one => ExplainedDecision.From(one.Decision, one.By.Name))] : []));
    }

    // All exits, then all enrollments, oldest automation first in each (F14).
    private static IEnumerable<(Automation By, Decision Decision)> React(
        IncomingEvent incoming, EventId eventId, Contact contact, WorkingSet set, IdGenerator ids)
    {
        var rules = set.RulesOf(contact.WorkspaceId);
        var name = incoming.Name.Value;
        var listening = rules.ListeningTo(name);
        foreach (var automation in listening)
        {
            foreach (var decision in automation.Exit(eventId, name, set.RunsOf(contact, automation.Id)))
            {
                yield return (automation, decision);
            }
        }

        ConditionContext? context = null;
        foreach (var automation in listening)
        {
            if (automation.DependsOnContext(name))
            {
                context ??= ContextOf(incoming, eventId, contact, rules);
            }

            if (automation.Enroll(eventId, name, set.RunsOf(contact, automation.Id), ids.Next<EnrollmentId>, context) is { } decision)
            {
                yield return (automation, decision.Outcome == DecisionOutcome.Enrolled
                    ? decision with { StepId = rules.WorkflowOf(automation.Id).First?.Id.Value }
                    : decision);
            }
        }
    }

    // The runs that the event began go to their first resting place, in the order in which they began; each sees what those before changed (F1).
    private static void Begin(IncomingEvent incoming, EventId eventId, Contact contact, WorkingSet set)
    {
        var rules = set.RulesOf(contact.WorkspaceId);
        var now = TimeOrderedId.TimeOf(eventId);
        foreach (var automation in rules.ListeningTo(incoming.Name.Value))
        {
            var workflow = rules.WorkflowOf(automation.Id);
            if (!workflow.HasSteps)
            {
                continue;
            }

            foreach (var run in set.RunsOf(contact, automation.Id).Begun.Where(run => run.EnrolledByEventId == eventId))
            {
                var context = new WalkContext(workflow, run, contact, incoming.Properties, incoming.Properties, rules.Walking, now);
                try
                {
                    Walk.Begin(context);
                }
                catch (Exception failure)
                {
                    // The event stands, and the run with it: at the step that failed, tried again and parked as a due run would be (F6).
                    run.Fail(failure.Message, now + Enrollment.PauseAfterFailure);
                }

                if (context.ContactChanged)
                {
                    set.Waits.Reckon(contact, rules.Walking, now);
                }

                if (run.WaitsOnContact)
                {
                    set.Waits.Add(new WaitingRun(run, workflow, incoming.Properties));
                }
            }
        }
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
