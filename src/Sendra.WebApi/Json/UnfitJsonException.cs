using System.Text.Json;

namespace Sendra.WebApi.Json;

/// <summary>A converter's refusal in words for the sender.</summary>
/// <param name="problem">The end of a sentence that begins with the field's name.</param>
internal sealed class UnfitJsonException(string problem) : JsonException(problem)
{
    /// <summary>The end of a sentence that begins with the field's name.</summary>
    public string Problem { get; } = problem;
}
