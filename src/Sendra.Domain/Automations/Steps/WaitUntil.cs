using Sendra.Domain.Calendar;
using Sendra.Domain.Conditions;

namespace Sendra.Domain.Automations.Steps;

/// <summary>A wait that ends by a date of the contact or of an event.</summary>
/// <param name="Field">Where the date stands.</param>
/// <param name="Offset">How long after the date it ends, or before it when negative; null for the date itself.</param>
public sealed record WaitUntil(FieldPath Field, IsoDuration? Offset);
