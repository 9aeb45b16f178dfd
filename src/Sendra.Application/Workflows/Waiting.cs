using NodaTime;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>Holds a run until its time. The end is recalculated from current data each time it is asked for.</summary>
internal static class Waiting
{
    internal static StepWork At(WaitStep step, WalkContext context)
    {
        var end = EndOf(step, context);
        if (end.At is not { } at)
        {
            var field = step.Until!.Field;
            return new StepWork.Leaving(step.Next, Code: VisitCode.DateMissing, Detail: $"{field} is {context.Fields.Read(field)}, which isn't a date.");
        }

        var dueAt = Stored(at);
        return dueAt > context.Now ? new StepWork.Resting(dueAt) : new StepWork.Leaving(step.Next, Detail: end.Note);
    }

    private static WaitEnd EndOf(WaitStep step, WalkContext context)
    {
        var now = Instant.FromDateTimeOffset(context.Now);
        return step.Until is { } until
            ? WaitEnd.Until(context.Fields.Read(until.Field), until.Offset, step.Window, context.Calendar, now)
            : WaitEnd.After(Instant.FromDateTimeOffset(context.Run.EnteredAt!.Value), step.For!, step.Window, context.Calendar, now);
    }

    // Whole milliseconds are what every database keeps, and a timer never fires early (F5): the rest is rounded up.
    internal static DateTimeOffset Stored(Instant at)
    {
        var time = at.ToDateTimeOffset();
        var rest = time.Ticks % TimeSpan.TicksPerMillisecond;
        return rest == 0 || time > DateTimeOffset.MaxValue.AddMilliseconds(-1) ? time.AddTicks(-rest) : time.AddTicks(TimeSpan.TicksPerMillisecond - rest);
    }
}
