using System.Text.Json.Serialization;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>A page of a list.</summary>
/// <param name="Data">What is on it.</param>
/// <param name="HasMore">True when there is more after its last one.</param>
public sealed record ResendList<T>(IReadOnlyList<T> Data, [property: JsonPropertyName("has_more")] bool HasMore)
{
    /// <summary>Always <c>list</c>.</summary>
    /// <example>list</example>
    public string Object => "list";
}
