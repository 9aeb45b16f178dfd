using System.Text.Json.Serialization;
using Sendra.Client.Json;

namespace Sendra.Client.Automations;

/// <summary>What to test, and on whom. Set automationId or definition.</summary>
public sealed record AutomationTest
{
    /// <summary>A saved automation, with any status. Its newest version is tested.</summary>
    public string? AutomationId { get; init; }

    /// <summary>What an automation does.</summary>
    public AutomationDefinition? Definition { get; init; }

    /// <summary>
    /// The contact: <c>email</c>, and if you like <c>externalId</c>, <c>firstName</c>, <c>lastName</c>, <c>name</c> and declared custom
    /// fields. What can't be taken is left out and named in the response's <c>warnings</c>, as for an event's <c>contactProperties</c>. 256
    /// KiB at most.
    /// </summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public object? Contact { get; init; }

    /// <summary>The event of a test.</summary>
    public required TestEvent Event { get; init; }

    /// <summary>
    /// What becomes of <c>waitForEvent</c> steps, by step id: <c>received</c> or <c>timedOut</c>. A step that is left out times out.
    /// </summary>
    public IReadOnlyDictionary<string, TestAnswer>? Answers { get; init; }
}
