using Sendra.Benchmarks.Load;

namespace Sendra.Benchmarks.Servers;

/// <summary>An automation that a load triggers.</summary>
/// <param name="Trigger">The event that enrolls.</param>
/// <param name="Exit">The event that exits; null for none.</param>
internal sealed record BenchmarkAutomation(string Trigger = EventBodies.TriggerEvent, string? Exit = EventBodies.ExitEvent)
{
    /// <summary>What it does with those whom it enrolls.</summary>
    public object[] Steps { get; init; } = [];

    /// <summary>Once for each value of this property; null for every time.</summary>
    public string? Key { get; init; }

    /// <summary>Whom it enrolls; null for all.</summary>
    public object? Where { get; init; }

    /// <summary>Which runs the exit event drops; null for all.</summary>
    public object? ExitWhere { get; init; }

    /// <summary>The body of the call that makes it.</summary>
    public object ToBody() => new
    {
        name = "Welcome",
        trigger = new { eventName = Trigger, where = Where },
        frequency = Key is null ? "everyTime" : "oncePerKey",
        frequencyKey = Key,
        exitEvents = Exit is null ? [] : new[] { Exit },
        exitConditions = ExitWhere is null ? null : new Dictionary<string, object> { [Exit!] = ExitWhere },
        steps = Steps,
    };
}
