using System.Text.Json;
using NodaTime;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>An event that a condition may count.</summary>
/// <param name="at">When it counts as having happened.</param>
/// <param name="properties">What it was sent with, as far as it was read.</param>
/// <param name="isRead">False when its properties were left unread, because those of newer events were too large together.</param>
internal sealed class EarlierEvent(Instant at, RawJson? properties, bool isRead)
{
    private JsonElement? _json;

    public Instant At => at;

    public bool IsRead => isRead;

    /// <summary>Its properties, parsed once, however many conditions read them.</summary>
    public JsonElement Json => _json ??= ConditionContext.Parse(properties);
}
