using System.Text.Json.Serialization;
using Sendra.Domain.EventPatterns;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>A probable mistake in event names.</summary>
/// <param name="Code">`namesLookAlike`, `triggerNeverReceived`, `exitNeverReceived` or `propertyTypeChanged`.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="EventName">The event name it is about.</param>
/// <param name="Names">`namesLookAlike`: all names that differ only in case or punctuation.</param>
/// <param name="AutomationId">`triggerNeverReceived`, `exitNeverReceived`: the automation.</param>
/// <param name="AutomationName">Its name.</param>
/// <param name="Property">`propertyTypeChanged`: the top-level property of eventProperties.</param>
/// <param name="Types">The types it was seen with, in the order they were first seen.</param>
public sealed record CatalogFindingResponse(
    string Code,
    string Message,
    string EventName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Names,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AutomationId? AutomationId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AutomationName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Property,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SeenType>? Types);
