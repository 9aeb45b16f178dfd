using System.Text.Json.Serialization;
using Sendra.Client.Json;

namespace Sendra.Client.Automations;

/// <summary>The event of a test.</summary>
public sealed record TestEvent
{
    /// <summary>1 to 255 characters, case-sensitive. An automation enrolls only on the event of its trigger.</summary>
    public required string EventName { get; init; }

    /// <summary>Any JSON value up to 256 KiB.</summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public object? Properties { get; init; }
}
