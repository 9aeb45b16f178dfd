using Sendra.Domain.Messages;

namespace Sendra.Domain.EventSources.Presets;

/// <summary>How a preset's file says what a mail provider's webhooks tell of messages (M5): paths, and the provider's words.</summary>
internal sealed record FeedbackFile(
    string Provider,
    string Message,
    string? Headers,
    string Kind,
    Dictionary<string, FeedbackKind> Kinds,
    string? Softness,
    string[]? Soft,
    string Time,
    string Detail)
{
    internal FeedbackReader ToReader() => new()
    {
        Provider = Provider,
        Message = PayloadPath.Parse(Message),
        Headers = Headers is null ? null : PayloadPath.Parse(Headers),
        Kind = PayloadPath.Parse(Kind),
        Kinds = Kinds,
        Softness = Softness is null ? null : PayloadPath.Parse(Softness),
        Soft = (Soft ?? []).ToHashSet(StringComparer.Ordinal),
        Time = PayloadPath.Parse(Time),
        Detail = PayloadPath.Parse(Detail),
    };
}
