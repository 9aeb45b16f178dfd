using System.Net.Http.Headers;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>What the server answered.</summary>
public sealed record Answer(int Status, string Text, string? ContentType, HttpResponseHeaders Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The <c>code</c> of a problem.</summary>
    public string? Code => Json.GetProperty("code").GetString();

    /// <summary>The field names under <c>errors</c>.</summary>
    public IReadOnlyList<string> Fields => [.. Json.GetProperty("errors").EnumerateObject().Select(error => error.Name)];

    /// <summary>Fails with the whole answer when the status is another one.</summary>
    public Answer ShouldBe(int status)
    {
        Status.Should().Be(status, "the answer was {0}", Text);
        return this;
    }

    /// <summary>Checks everything that is true of every error (H1).</summary>
    public Answer ShouldBeProblem(int status, string code)
    {
        ShouldBe(status);
        ContentType.Should().Be("application/problem+json");
        Json.GetProperty("status").GetInt32().Should().Be(status);
        Json.GetProperty("code").GetString().Should().Be(code);
        Json.GetProperty("type").GetString().Should().NotBeNullOrEmpty();
        Json.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        Json.GetProperty("traceId").GetString().Should().NotBeNullOrEmpty();
        Text.Should().NotContainAny("System.", "Sendra.", "Microsoft.", "SELECT", "   at ");
        return this;
    }

    /// <summary>Checks a 400 that names exactly these fields.</summary>
    public Answer ShouldRefuse(params string[] fields)
    {
        ShouldBeProblem(400, "validationFailed");
        Fields.Should().BeEquivalentTo(fields);
        return this;
    }
}
