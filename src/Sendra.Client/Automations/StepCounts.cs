namespace Sendra.Client.Automations;

/// <summary>The outcomes of visits to a step, over all versions.</summary>
public sealed record StepCounts
{
    /// <summary>Runs that are there now.</summary>
    public long Waiting { get; init; }

    /// <summary>Visits after which the run continued.</summary>
    public long Passed { get; init; }

    /// <summary>Visits whose step couldn't do its work.</summary>
    public long Failed { get; init; }

    /// <summary>Visits during which the run ended.</summary>
    public long Cancelled { get; init; }

    /// <summary>How many visits took each path, including unused paths.</summary>
    public IReadOnlyDictionary<string, long> ByPath { get; init; } = new Dictionary<string, long>();
}
