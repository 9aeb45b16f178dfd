using System.Text.Json;
using System.Text.Json.Nodes;
using Sendra.Cli.Common;

namespace Sendra.Cli.Events;

/// <summary>Values of a command line: <c>plan=pro</c> is text, <c>seats:=3</c> is JSON.</summary>
internal static class NamedValues
{
    /// <summary>An object of them; null when there are none.</summary>
    /// <param name="pairs">The values.</param>
    /// <param name="start">What they are added to; null for nothing.</param>
    public static JsonObject? Read(string[]? pairs, JsonObject? start = null)
    {
        var values = pairs is { Length: > 0 } ? start ?? [] : start;
        foreach (var pair in pairs ?? [])
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || (at == 1 && pair[0] == ':'))
            {
                throw new UsageException($"“{pair}” has no name. Write name=text, or name:=json.");
            }

            values![pair[at - 1] == ':' ? pair[..(at - 1)] : pair[..at]] = pair[at - 1] == ':' ? Parse(pair[(at + 1)..], pair) : JsonValue.Create(pair[(at + 1)..]);
        }

        return values;
    }

    /// <summary>JSON of a command line, or of a file: <c>@file</c>, or <c>@-</c> for standard input.</summary>
    public static JsonNode? ReadJson(string? text) => text switch
    {
        null => null,
        "@-" => Parse(Console.In.ReadToEnd(), "standard input"),
        ['@', .. var path] => Parse(File.ReadAllText(path), path),
        _ => Parse(text, text),
    };

    private static JsonNode? Parse(string json, string where)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new UsageException($"“{where}” isn't JSON: {exception.Message}");
        }
    }
}
