using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FluentValidation;
using FluentValidation.Results;

namespace Sendra.WebApi.Json;

/// <summary>Reads a request's body, or says which of its fields is wrong.</summary>
internal static class JsonBody
{
    /// <summary>The name under which problems of the body as a whole are reported.</summary>
    public const string WholeBody = "body";

    /// <summary>Reads one JSON value.</summary>
    /// <param name="utf8">The bytes as they came.</param>
    /// <param name="type">The contract.</param>
    /// <exception cref="ValidationException">The bytes are not what the contract asks for.</exception>
    public static object Read(ReadOnlySpan<byte> utf8, Type type)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        if (!Utf8.IsValid(utf8))
        {
            throw Wrong(WholeBody, "must be UTF-8");
        }

        var contract = ApiJson.Options.GetTypeInfo(type);
        try
        {
            return JsonSerializer.Deserialize(utf8, contract) ?? throw Wrong(WholeBody, "must be a JSON object");
        }
        catch (JsonException exception)
        {
            var (field, problem) = JsonProblem.Describe(exception, contract);
            throw Wrong(field, problem);
        }
    }

    /// <summary>The refusal of a field.</summary>
    /// <param name="field">Its JSON name.</param>
    /// <param name="problem">The end of a sentence that begins with that name.</param>
    public static ValidationException Wrong(string field, string problem) =>
        new([new ValidationFailure(field, $"{field} {problem}.")]);
}
