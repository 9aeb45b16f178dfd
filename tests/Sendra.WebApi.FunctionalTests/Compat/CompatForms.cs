using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>How an error looks to each product's clients.</summary>
internal static class CompatForms
{
    /// <summary>Fails when an answer isn't an error in the form of the product at this address, or tells of our insides.</summary>
    public static void ShouldHaveFormOf(this Answer answer, string path, params int[] statuses)
    {
        answer.Status.Should().BeOneOf(statuses, "{0} answered {1}", path, answer.Text);
        answer.ContentType.Should().Be("application/json", "of {0}", path);
        SentenceIn(answer.Json, path).Should().NotBeNullOrEmpty("{0} answered {1}", path, answer.Text);
        answer.Text.Should().NotContainAny("System.", "Sendra.", "   at ");
        if (answer.Status is 429 or 503)
        {
            answer.Headers.RetryAfter!.Delta.Should().BePositive("of {0}", path);
        }
    }

    // The sentence for people, where each product has it.
    private static string? SentenceIn(JsonElement json, string path) => path.Split('/')[2] switch
    {
        "resend" when json.GetProperty("statusCode").ValueKind == JsonValueKind.Number && json.GetProperty("name").GetString() is not null => json.GetProperty("message").GetString(),
        "loops" => json.TryGetProperty("error", out var error) ? error.GetString() : json.GetProperty("success").GetBoolean() ? null : json.GetProperty("message").GetString(),
        "customerio" => json.GetProperty("meta").GetProperty("error").GetString(),
        "segment" => json.GetProperty("success").GetBoolean() ? null : json.GetRawText(),
        "plunk" => json.GetProperty("message").GetString(),
        _ => null,
    };
}
