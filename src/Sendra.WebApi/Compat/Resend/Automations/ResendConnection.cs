using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Where a step leads.</summary>
public sealed record ResendConnection : ForeignBody
{
    /// <summary>The key of the step that leads on.</summary>
    /// <example>start</example>
    public string? From { get; init; }

    /// <summary>The key of the step that it leads to.</summary>
    /// <example>welcome</example>
    public string? To { get; init; }

    /// <summary>
    /// <c>default</c> (when left out); after a condition <c>condition_met</c> or <c>condition_not_met</c>; after a wait for an event
    /// <c>event_received</c> or <c>timeout</c>, or <c>default</c> for whatever comes.
    /// </summary>
    /// <example>default</example>
    public string? Type { get; init; }
}
