using Sendra.Client.Common;

namespace Sendra.Client.Automations;

/// <summary>What an automation would do.</summary>
public sealed record TestResult
{
    /// <summary>Whether an automation would enroll the contact.</summary>
    public TestDecision Decision { get; init; } = new();

    /// <summary>The visits to its steps, in order; empty if the contact would not be enrolled, or there are no steps.</summary>
    public IReadOnlyList<TestVisit> Journey { get; init; } = [];

    /// <summary>The contact properties that were left out, as they would be for an event.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}
