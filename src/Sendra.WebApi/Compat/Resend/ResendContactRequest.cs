using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>A contact.</summary>
public sealed record ResendContactRequest : ForeignBody
{
    /// <summary>The address. It can't be changed.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>True suppresses marketing to the address. False lifts nothing: only the person can do that.</summary>
    public bool? Unsubscribed { get; init; }

    /// <summary>First name; null clears it.</summary>
    [JsonPropertyName("first_name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StatedText FirstName { get; init; }

    /// <summary>Last name; null clears it.</summary>
    [JsonPropertyName("last_name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StatedText LastName { get; init; }

    /// <summary>Custom fields by name.</summary>
    public Dictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>What a contact of Sendra takes of it.</summary>
    internal IEnumerable<KeyValuePair<string, JsonElement>> ToProperties()
    {
        if (FirstName.IsStated)
        {
            yield return KeyValuePair.Create("firstName", JsonSerializer.SerializeToElement(FirstName.Value));
        }

        if (LastName.IsStated)
        {
            yield return KeyValuePair.Create("lastName", JsonSerializer.SerializeToElement(LastName.Value));
        }

        foreach (var property in Properties ?? [])
        {
            yield return property;
        }
    }
}
