using System.Text.Json.Serialization;
using Sendra.Domain.EventPatterns;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>Something about event names that is probably not meant.</summary>
/// <param name="Code">`namesLookAlike`, `triggerNeverReceived`, `exitNeverReceived` or `propertyTypeChanged`.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="EventName">The event name it is about.</param>
/// <param name="Names">`namesLookAlike`: all names that differ only in case or punctuation.</param>
/// <param name="AutomationId">`triggerNeverReceived`, `exitNeverReceived`: the automation.</param>
/// <param name="AutomationName">Its name.</param>
/// <param name="Property">`propertyTypeChanged`: the property, at the top of eventProperties.</param>
/// <param name="Types">The types it was seen with, first seen first.</param>
public sealed record CatalogFindingResponse(
    string Code,
    string Message,
    string EventName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Names,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AutomationId? AutomationId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AutomationName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Property,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SeenType>? Types);
