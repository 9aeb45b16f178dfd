using System.Text.Json;
using NodaTime;
using Sendra.Domain.Calendar;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>What stands at a field.</summary>
/// <param name="Json">The value; its kind is undefined when nothing stands there.</param>
/// <param name="IsDate">True for a contact's field that was declared a date, which compares as an instant.</param>
public readonly record struct FieldValue(JsonElement Json, bool IsDate = false)
{
    /// <summary>False when the field is missing or null, which read alike.</summary>
    public bool Exists => Json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public string? Text => Json.TextOrNull();

    /// <summary>The instant that a text means; null when it is no date.</summary>
    /// <param name="zone">Where a date without a time begins.</param>
    public Instant? InstantIn(DateTimeZone zone) => DateText.TryRead(Text, zone, out var instant) ? instant : null;

    /// <summary>Short, and fit to stand in a sentence.</summary>
    public override string ToString() => Excerpt.Value(Json);
}
