using System.Text.Json.Serialization;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.EventSources;

namespace Sendra.Application.Ingestion;

/// <summary>Why an event was not taken, though it was well formed: what the workspace knows speaks against it.</summary>
/// <param name="Code">Stable, camelCase.</param>
/// <param name="Errors">What is wrong, by JSON field name.</param>
public sealed record EventRefusal(string Code, IReadOnlyDictionary<string, string[]> Errors)
{
    /// <summary>No contact has the external id, and there is no address to make one by (E0).</summary>
    public const string ContactUnknownCode = SkipCode.ContactUnknown;

    /// <summary>All of it, as sentences.</summary>
    [JsonIgnore]
    public string Message => string.Join(' ', Errors.Values.Select(messages => messages[0]));

    /// <summary>It does not fit its pattern's schema, which rejects it.</summary>
    public static EventRefusal ForSchema(IEnumerable<SchemaViolation> violations) =>
        new(SchemaViolation.Code, violations.ToDictionary(violation => violation.Field, violation => new[] { violation.Message }));

    /// <inheritdoc cref="ContactUnknownCode"/>
    public static readonly EventRefusal ContactUnknown = new(
        ContactUnknownCode,
        new Dictionary<string, string[]> { ["externalId"] = ["No contact has this externalId. Send it once together with the email."] });
}
