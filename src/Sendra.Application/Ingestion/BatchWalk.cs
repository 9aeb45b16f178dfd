using Sendra.Application.Workflows;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Ingestion;

/// <summary>Walks a run of a batch to its next resting place (F1), so that the batch's next events find it there.</summary>
internal static class BatchWalk
{
    public static WalkContext At(WaitingRun waiting, Contact contact, WorkingSet set, DateTimeOffset now) => waiting.ToWalk(
        contact, set.Waits.Events, set.RulesOf(contact.WorkspaceId).Walking, now, set.HistoryOf(contact), set.PlacesOf(contact.WorkspaceId));

    public static void Go(WaitingRun waiting, Contact contact, WorkingSet set, DateTimeOffset now, Action<WalkContext> walk)
    {
        var run = waiting.Run;
        var context = At(waiting, contact, set, now);
        try
        {
            walk(context);
        }
        catch (Exception failure)
        {
            // The event stands, and the run with it: at the step that failed, tried again and parked as a due run would be (F6).
            run.Fail(failure.Message, now + Enrollment.PauseAfterFailure);
        }

        if (context.ContactChanged)
        {
            set.Waits.Reckon(contact, set.RulesOf(contact.WorkspaceId).Walking, now);
        }

        if (run.WaitsOnContact || run.AwaitedEvent is not null)
        {
            set.Waits.Add(waiting);
        }
    }
}
