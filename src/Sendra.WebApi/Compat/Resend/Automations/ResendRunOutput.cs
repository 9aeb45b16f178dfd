using System.Text.Json.Serialization;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>What came of a step.</summary>
/// <param name="Path">The path that the run took.</param>
/// <param name="MessageId">The email that it sent, under /api/messages.</param>
/// <param name="EventId">The event that it received.</param>
public sealed record ResendRunOutput(
    string? Path,
    [property: JsonPropertyName("message_id")] MessageId? MessageId,
    [property: JsonPropertyName("event_id")] EventId? EventId);
