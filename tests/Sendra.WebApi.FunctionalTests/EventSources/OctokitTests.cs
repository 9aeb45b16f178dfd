using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sendra.Domain.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Hundreds of real payloads of GitHub; see the notice beside the fixture.</summary>
internal sealed class OctokitTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task S5_every_real_payload_ends_processed_or_skipped_with_the_right_reason([Values] bool asForm)
    {
        var client = await App.RegisterAsync();
        var source = await Source.CreateAsync(client, new { preset = "github" });
        var examples = Examples();
        examples.Count.Should().BeGreaterThan(300);

        var answers = await Task.WhenAll(examples.Select((example, index) => PostAsync(source, example, index, asForm)));

        foreach (var (example, answer) in examples.Zip(answers))
        {
            answer.ShouldBe(200).Json.Text("status").Should().Be(HoldsAnAddress(example.Payload) ? "processed" : "skipped", example.Event);
            if (!HoldsAnAddress(example.Payload))
            {
                answer.Json.Text("code").Should().BeOneOf(["emailMissing", "emailNotAString", "emailInvalid"], example.Event);
            }
        }

        var processed = examples.Count(example => HoldsAnAddress(example.Payload));
        processed.Should().BePositive();
        (await source.CountsAsync()).Should().Be((processed, examples.Count - processed, 0, 0));
        (await App.Database.CountAsync("received_events")).Should().Be(processed);
    }

    // Wherever it stands: a kind of event whose address the preset does not know fails. GitHub's own is nobody's.
    private static bool HoldsAnAddress(JsonElement json)
    {
        Payload.TryRead(json.GetRawText(), out var payload, out _).Should().BeTrue();
        return AddressesWithin.Of(payload, default, RequestHeaders.None).Any(email => email != "noreply@github.com");
    }

    private static Task<Answer> PostAsync(Source source, (string Event, JsonElement Payload) example, int index, bool asForm)
    {
        var body = Encoding.UTF8.GetBytes(asForm
            ? string.Join('&', Flatten("", example.Payload))
            : example.Payload.GetRawText());
        return source.PostAsync(
            body, asForm ? "application/x-www-form-urlencoded" : "application/json", ("X-GitHub-Event", example.Event), ("X-GitHub-Delivery", $"{index}"));
    }

    private static IEnumerable<string> Flatten(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(field => Flatten(name.Length == 0 ? Escape(field.Name) : $"{name}[{Escape(field.Name)}]", field.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Flatten($"{name}[{index}]", item)),
        _ => [$"{name}={Escape(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText())}"],
    };

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static List<(string Event, JsonElement Payload)> Examples()
    {
        using var file = typeof(OctokitTests).Assembly.GetManifestResourceStream("octokit-webhooks-examples.json.gz")!;
        using var text = new GZipStream(file, CompressionMode.Decompress);
        return [.. JsonDocument.Parse(text).RootElement.EnumerateArray().Select(example => (example.Text("event"), example.GetProperty("payload")))];
    }
}
