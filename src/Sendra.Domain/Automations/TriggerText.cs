using Sendra.Domain.Common;

namespace Sendra.Domain.Automations;

/// <summary>What enrolls, as it was written.</summary>
/// <param name="EventName">The event's name.</param>
/// <param name="Where">The condition that the event must meet, as JSON; none when null.</param>
public sealed record TriggerText(string? EventName, RawJson? Where = null);
