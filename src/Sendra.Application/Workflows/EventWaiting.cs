using NodaTime;
using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Workflows;

/// <summary>Holds a run until its event has arrived, or the time for it is over. The end is reckoned from when the wait began.</summary>
internal static class EventWaiting
{
    internal static StepWork At(WaitForEventStep step, WalkContext context)
    {
        // What came in time counts, however late the run is carried on.
        if (context.Run.ReceivedEventId is not null)
        {
            return new StepWork.Leaving(step.Next, WaitForEventStep.ReceivedName);
        }

        var end = EndOf(step, context);
        return end > context.Now ? new StepWork.Resting(end, step.EventName) : new StepWork.Leaving(step.TimedOut, WaitForEventStep.TimedOutName);
    }

    internal static DateTimeOffset EndOf(WaitForEventStep step, WalkContext context) => Waiting.Stored(WaitEnd.After(
        Instant.FromDateTimeOffset(context.Run.EnteredAt!.Value), step.Timeout, null, context.Calendar, Instant.FromDateTimeOffset(context.Now)).At!.Value);
}
