using System.Text.Json.Serialization;

namespace Sendra.WebApi.Json;

/// <summary>Text that a body may leave out or set to null: two different things. The default is left out.</summary>
[JsonConverter(typeof(StatedTextConverter))]
public readonly record struct StatedText
{
    /// <summary>A field that is there.</summary>
    public StatedText(string? value) => (Value, IsStated) = (value, true);

    /// <summary>The text; null when the field is null or left out.</summary>
    public string? Value { get; }

    /// <summary>True when the field is there, be it null.</summary>
    public bool IsStated { get; }

    /// <summary>True when the field is there and null.</summary>
    public bool IsNull => IsStated && Value is null;
}
