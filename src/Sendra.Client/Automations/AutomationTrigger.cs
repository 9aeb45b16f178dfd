using System.Text.Json;

namespace Sendra.Client.Automations;

/// <summary>What enrolls contacts: an event with this name.</summary>
public sealed record AutomationTrigger
{
    /// <summary>1 to 255 characters, case-sensitive.</summary>
    public string EventName { get; init; } = "";

    /// <summary>
    /// A condition that the event must meet: <c>{ all }</c>, <c>{ any }</c>, <c>{ not }</c> or a rule <c>{ field, op, value }</c> on the
    /// contact and the event. Default: none.
    /// </summary>
    public JsonElement? Where { get; init; }
}
