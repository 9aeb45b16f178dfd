using System.Text.Json.Serialization;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Loops;

/// <summary>Which contact: by address or by your own id.</summary>
public sealed record LoopsContactPointer : ForeignBody
{
    /// <summary>The address.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>Your own id of the contact.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? UserId { get; init; }
}
