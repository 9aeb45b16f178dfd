using System.Text.Json.Serialization;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>Who a person is.</summary>
public sealed record CustomerioIdentifiers : ForeignBody
{
    /// <summary>Your own id of the person.</summary>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? Id { get; init; }

    /// <summary>The address.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }
}
