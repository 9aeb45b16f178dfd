using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Mcp;

/// <summary>Answers of tools: JSON as the API answers, within what an assistant can read.</summary>
internal static class ToolAnswer
{
    /// <summary>The most characters of an answer.</summary>
    public const int MaxLength = 300_000;

    private const int MaxInList = 1_000;
    private const int MaxAlone = 20_000;

    /// <exception cref="ConflictException">It is too long.</exception>
    public static string Of<T>(T answer) => JsonSerializer.Serialize(answer, ApiJson.Options) is { Length: <= MaxLength } text
        ? text
        : throw new ConflictException("answerTooLarge", $"The answer has more than {MaxLength:N0} characters. Ask for fewer items with limit, or for one by its id.");

    /// <summary>JSON beside that of other items; when it is long, its beginning as text.</summary>
    public static RawJson? Short(this RawJson? json) => json?.Cut(MaxInList);

    /// <summary>JSON of one item; when it is very long, its beginning as text.</summary>
    public static RawJson? Whole(this RawJson? json) => json?.Cut(MaxAlone);

    private static RawJson Cut(this RawJson json, int max) => json.Text.Length <= max
        ? json
        : new RawJson(JsonSerializer.Serialize($"{Text.Truncate(json.Text, max)}… (cut off: {json.Text.Length:N0} characters)", ApiJson.Options));
}
