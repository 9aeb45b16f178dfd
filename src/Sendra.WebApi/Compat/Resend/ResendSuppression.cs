using System.Text.Json.Serialization;
using Sendra.Application.Suppressions;
using Sendra.Domain.Messages;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>An address that gets no email at all.</summary>
/// <param name="Id">The address, which is its id here.</param>
/// <param name="Email">The address.</param>
/// <param name="Origin"><c>bounce</c>, <c>complaint</c> or <c>manual</c>.</param>
/// <param name="SourceId">The id of the message that led to it.</param>
/// <param name="CreatedAt">Since when.</param>
public sealed record ResendSuppression(
    string Id,
    string Email,
    string Origin,
    [property: JsonPropertyName("source_id")] MessageId? SourceId,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt)
{
    /// <summary>Always <c>suppression</c>.</summary>
    /// <example>suppression</example>
    public string Object => "suppression";

    internal static ResendSuppression From(SuppressionResult suppression) => new(
        suppression.Email!,
        suppression.Email!,
        suppression.Origin switch
        {
            SuppressionOrigin.Bounce => "bounce",
            SuppressionOrigin.Complaint => "complaint",
            SuppressionOrigin.Unsubscribe or SuppressionOrigin.Manual or SuppressionOrigin.Import => "manual",
        },
        suppression.MessageId,
        suppression.At);
}
