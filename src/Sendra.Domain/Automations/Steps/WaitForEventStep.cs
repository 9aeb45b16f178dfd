using Sendra.Domain.Calendar;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Holds a run until an event of its contact arrives, for a time at most.</summary>
public sealed record WaitForEventStep : Step
{
    public const string TypeName = "waitForEvent";

    /// <summary>What visits call the way of those whose event arrived.</summary>
    public const string ReceivedName = "received";

    /// <summary>What visits call the way of those whose event did not arrive in time.</summary>
    public const string TimedOutName = "timedOut";

    private WaitForEventStep(StepHead head, string eventName, Condition? where, IsoDuration timeout, StepId? next, StepId? timedOut)
        : base(head.Id, head.Name)
    {
        EventName = eventName;
        Where = where;
        Timeout = timeout;
        Next = next;
        TimedOut = timedOut;
        Exits = [new StepExit("next", next, ReceivedName), new StepExit("timedOut", timedOut, TimedOutName)];
    }

    /// <summary>The name of the event that it waits for.</summary>
    public string EventName { get; }

    /// <summary>The condition that such an event must meet, or null.</summary>
    public Condition? Where { get; }

    /// <summary>How long it waits.</summary>
    public IsoDuration Timeout { get; }

    /// <summary>Where runs go on whose event arrived; null when they complete.</summary>
    public StepId? Next { get; }

    /// <summary>Where runs go on whose event did not arrive in time; null when they complete.</summary>
    public StepId? TimedOut { get; }

    public override string Type => TypeName;

    public override IReadOnlyList<StepExit> Exits { get; }

    public override IEnumerable<(string Path, Condition Condition)> Conditions => Where is null ? [] : [("where", Where)];

    public override bool ReadsTrigger => Where?.Reads(FieldRoot.Trigger) == true;

    internal static WaitForEventStep? Read(StepHead head, DefinitionReader reader)
    {
        var name = reader.EventName("eventName");
        var where = reader.Optional("where") is { } json && Condition.TryParse(json, reader.At("where"), reader.Problems, out var parsed) ? parsed : null;
        var timeout = reader.Required("timeout") is null ? null : reader.Duration("timeout", WaitStep.MaxDays, mayBeNegative: false);
        var (next, timedOut) = (reader.Step("next"), reader.Step("timedOut"));
        return name is null || timeout is null ? null : new WaitForEventStep(head, name.Value, where, timeout, next, timedOut);
    }
}
