using System.Buffers;
using System.Text.Json;
using Sendra.Domain.Liquid;

namespace Sendra.Domain.Automations.Steps;

/// <summary>A header of a call.</summary>
/// <param name="Name">As it was written.</param>
/// <param name="Value">What it holds.</param>
public sealed record CallHeader(string Name, LiquidText Value)
{
    /// <summary>The greatest length of a header's name, in characters.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The greatest length of a header's value, in characters, as it is written and as it is sent.</summary>
    public const int MaxValueLength = 4_000;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // What the transport writes itself, or what would let a call pass for something else.
    private static readonly HashSet<string> Reserved = new(
        ["connection", "content-encoding", "content-length", "cookie", "expect", "host", "http2-settings", "keep-alive", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "via"],
        StringComparer.OrdinalIgnoreCase);

    internal static CallHeader? Read(JsonProperty property, string field, DefinitionReader reader)
    {
        var problem = property switch
        {
            { Name.Length: 0 or > MaxNameLength } => $"must have a name of 1 to {MaxNameLength} characters",
            _ when property.Name.AsSpan().ContainsAnyExcept(TokenCharacters) => "has a name that no header can have",
            _ when Reserved.Contains(property.Name) || property.Name.StartsWith("webhook-", StringComparison.OrdinalIgnoreCase) => "is a header that Sendra sets itself",
            _ when property.Value.ValueKind != JsonValueKind.String => "must be text",
            _ when property.Value.GetString()!.Length > MaxValueLength => $"must be at most {MaxValueLength} characters",
            _ => null,
        };
        if (problem is null && LiquidText.TryParse(property.Value.GetString()!, out var value, out problem))
        {
            if (IsSendable(value.Text))
            {
                return new CallHeader(property.Name, value);
            }

            problem = "must not have line breaks or control characters";
        }

        reader.Refuse(field, problem);
        return null;
    }

    /// <summary>True when a text can be the value of a header: nothing in it ends a header or begins another one.</summary>
    public static bool IsSendable(string value) => value.Length <= MaxValueLength && !Common.Text.HasControlCharacter(value);
}
