using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Events;

/// <summary>Which events to read (L1).</summary>
/// <param name="Text">The validated filter.</param>
public sealed record EventLogFilter(LogFilterText Text)
{
    public IReadOnlyList<string> EventNames { get; } = [.. (Text.EventName ?? []).Distinct(StringComparer.Ordinal)];

    public EmailAddress? Email { get; } = EmailAddress.TryParse(Text.Email, out var email, out _) ? email : null;

    /// <summary>In lower case; never empty.</summary>
    public string? EmailPrefix { get; } = Text.EmailPrefix?.Trim().ToLowerInvariant() is { Length: > 0 } prefix ? prefix : null;

    public DateTimeOffset? From { get; init; } = FilterTimes.From(Text.From);

    public DateTimeOffset? To { get; } = FilterTimes.To(Text.To);
}
