using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>An automation, or what changes of one.</summary>
public sealed record ResendAutomationRequest : ForeignBody
{
    /// <summary>Its name, 1 to 200 characters.</summary>
    /// <example>Welcome series</example>
    public string? Name { get; init; }

    /// <summary><c>enabled</c> or <c>disabled</c>. A new one is disabled when this is left out.</summary>
    /// <example>disabled</example>
    public string? Status { get; init; }

    /// <summary>The steps. Exactly one is the trigger.</summary>
    public IReadOnlyList<ResendStep?>? Steps { get; init; }

    /// <summary>What leads where.</summary>
    public IReadOnlyList<ResendConnection?>? Connections { get; init; }

    /// <summary>The status as a flag; null when it is left out.</summary>
    internal bool? IsEnabled => Status switch
    {
        null => null,
        "enabled" => true,
        "disabled" => false,
        _ => throw JsonBody.Wrong("status", "must be enabled or disabled"),
    };

    /// <summary>The names of fields that Sendra has no use for, also those of steps and connections.</summary>
    internal IEnumerable<string> AllNotUsed() =>
    [
        .. NotUsed(),
        .. (Steps ?? []).OfType<ResendStep>().SelectMany(step => step.NotUsed().Select(field => $"steps.{step.Key}.{field}")),
        .. (Connections ?? []).OfType<ResendConnection>().SelectMany(connection => connection.NotUsed().Select(field => $"connections.{field}")),
    ];
}
