using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources;

/// <summary>An event source as its workspace's members see it.</summary>
/// <param name="Token">The secret part of its URL.</param>
/// <param name="Kind">What sends to it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Preset">The preset it was created from.</param>
/// <param name="Enabled">Whether it accepts deliveries.</param>
/// <param name="Mapping">How a delivery is read.</param>
/// <param name="Signature">The signature check's scheme, or null for none.</param>
/// <param name="Handshake">What its sender asks before it sends, or null.</param>
/// <param name="SecretCount">How many secrets it has. They are never shown again.</param>
/// <param name="Feedback">The mail provider whose reports on emails it takes (M5), or null.</param>
/// <param name="RetentionDays">How long payloads are kept.</param>
/// <param name="Traffic">What came to it.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="CreatedBy">The user or the API key that created it; null if it was created before this was recorded.</param>
public sealed record EventSourceResult(
    EventSourceId Id,
    string Token,
    EventSourceKind Kind,
    string Name,
    string? Preset,
    bool Enabled,
    MappingDefinition Mapping,
    SignatureOptions? Signature,
    HandshakeOptions? Handshake,
    int SecretCount,
    string? Feedback,
    int RetentionDays,
    SourceTraffic Traffic,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Guid? CreatedBy)
{
    internal static EventSourceResult From(EventSource source, ISourceSecrets secrets, SourceTraffic traffic) => new(
        source.Id,
        secrets.Reveal(source.CurrentToken),
        source.Kind,
        source.Name,
        source.Preset,
        source.IsEnabled,
        source.Mapping.ToDefinition(),
        source.Signature?.Scheme.Options,
        source.Handshake?.Options,
        source.Signature?.ProtectedSecrets.Count ?? 0,
        source.Feedback?.Provider,
        source.RetentionDays,
        traffic,
        source.CreatedAt,
        source.UpdatedAt,
        source.CreatedBy);
}
