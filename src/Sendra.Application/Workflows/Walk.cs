using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>
/// Moves a run from step to step until it waits or completes (F1). Pure: it reads and changes only what its context holds,
/// so ingestion, due runs, dry runs and simulations share it. It ends, because each step is entered and left at most once.
/// </summary>
public static class Walk
{
    /// <summary>Moves a new run to its first wait or end. Without steps it stays where it is (F10).</summary>
    public static void Begin(WalkContext context)
    {
        if (context.Workflow.First is { } first)
        {
            context.Run.Enter(first.Id, context.Now);
            Go(context, first);
        }
    }

    /// <summary>
    /// Continues a run from the step where it waits. What it waits for is checked again, so a run that is continued too early, or
    /// whose date has moved, keeps waiting.
    /// </summary>
    public static void Carry(WalkContext context) => Go(context, context.Workflow[context.Run.StepId!.Value]);

    /// <summary>
    /// Leaves a step whose event was sent. The event takes effect next, on this run, too; then <see cref="GoOn"/> continues the run. In between
    /// it is at no step.
    /// </summary>
    public static void Leave(WalkContext context, EventId sent) => context.Run.Leave(context.Now, VisitOutcome.Done, sent: sent);

    /// <summary>Continues a run from a step that it has left by <see cref="Leave"/>, if the event has not ended it.</summary>
    public static void GoOn(WalkContext context)
    {
        if (context.Run.Status == EnrollmentStatus.Active)
        {
            Go(context, Arrive(context, Find(context, context.Workflow[context.Run.StepId!.Value].Exits[0].To)));
        }
    }

    /// <summary>
    /// Reckons anew when the open visit ends, after the contact has changed, or the run has moved to another version. It leaves no step: a wait that is over by now is due at once,
    /// and the due runs' engine does the rest, unless the automation is paused.
    /// </summary>
    public static void Reckon(WalkContext context)
    {
        var step = context.Workflow[context.Run.StepId!.Value];
        if (step is WaitStep wait)
        {
            context.Run.Rest(Waiting.At(wait, context) is StepWork.Resting resting ? resting.DueAt : context.Now, wait.WaitsOnContact);
        }
        else if (step is WaitForEventStep awaiting && context.Run.ReceivedEventId is null)
        {
            var end = EventWaiting.EndOf(awaiting, context);
            context.Run.Rest(end > context.Now ? end : context.Now, awaitedEvent: awaiting.EventName);
        }
    }

    /// <summary>True while the time for the event is not over, whether or not a node has carried the run on since (F14).</summary>
    public static bool IsInTime(WaitForEventStep step, WaitingRun waiting, Contact contact, WalkRules rules, DateTimeOffset now)
    {
        var context = new WalkContext(waiting.Workflow, waiting.Run, contact, null, null, rules, now);
        return EventWaiting.EndOf(step, context) > context.Now;
    }

    /// <summary>True if the end of a visit to this step depends on the contact, so it must be recalculated when the contact changes.</summary>
    public static bool DependsOnContact(Step step) => step is WaitStep { WaitsOnContact: true };

    private static void Go(WalkContext context, Step? step)
    {
        for (var here = step; here is not null && Work(context, here) is StepWork.Leaving leaving;)
        {
            // Looked up first: whatever goes wrong, the run is at a step.
            var next = Find(context, leaving.Next);
            context.Run.Leave(context.Now, leaving.Outcome, leaving.Path, leaving.Code, leaving.Detail);
            here = Arrive(context, next);
        }
    }

    // Null at the end.
    private static Step? Find(WalkContext context, StepId? id) => id is { } known ? context.Workflow[known] : null;

    private static Step? Arrive(WalkContext context, Step? next)
    {
        if (next is null)
        {
            context.Run.Complete(context.Now);
        }
        else
        {
            context.Run.Enter(next.Id, context.Now);
        }

        return next;
    }

    private static StepWork Work(WalkContext context, Step step)
    {
        var work = step switch
        {
            WaitStep wait => Waiting.At(wait, context),
            WaitForEventStep wait => EventWaiting.At(wait, context),
            BranchStep branch => Branching.At(branch, context),
            SplitStep split => Splitting.At(split, context),
            UpdateContactStep update => Updating.At(update, context),
            SendEmailStep mail => Mailing.At(mail, context),
            SendEventStep send => Sending.At(send, context),
            CallUrlStep call => Calling.At(call, context),
            _ => throw new InvalidOperationException($"No run can be carried through a {step.Type} step."),
        };
        if (work is StepWork.Resting resting)
        {
            context.Run.Rest(resting.DueAt, DependsOnContact(step), resting.AwaitedEvent);
        }
        else if (work is StepWork.Awaiting awaiting)
        {
            context.Run.Await(awaiting.Wanted, awaiting.Mail, awaiting.Content);
        }

        return work;
    }
}
