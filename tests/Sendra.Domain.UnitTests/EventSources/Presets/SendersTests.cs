using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Presets;

namespace Sendra.Domain.UnitTests.EventSources.Presets;

/// <summary>
/// Each preset on its sender's own kinds of event (S18). The payloads are those of the senders' documentation, cut down to what stands around
/// the paths; of Stripe, Clerk, Paddle, Chargebee, WorkOS and Polar they are all kinds that the sender's SDK declares. docs/senders.md is made
/// of what becomes of them. GitHub's own hundreds of payloads are in OctokitTests.
/// </summary>
public sealed class SendersTests
{
    private static readonly Sample[] Samples = Read();

    [TestCaseSource(nameof(Samples))]
    public void S18_a_preset_reads_what_its_sender_documents(Sample sample)
    {
        var (mapped, reason) = Map(sample);

        mapped?.EventName.Value.Should().Be(sample.Becomes, reason?.Message);
        mapped?.Person.Email?.Value.Should().Be(sample.Email);
        reason?.Code.Should().Be(sample.Code);
        (mapped is null).Should().Be(sample.Code is not null, reason?.Message);
    }

    [TestCaseSource(nameof(Samples))]
    public void S18_what_a_preset_skips_holds_no_address(Sample sample)
    {
        var payload = PayloadOf(sample);
        var document = PayloadMapping.Create(EventSourcePresets.Find(sample.Preset)!.Mapping).DocumentOf(payload, out _) ?? payload;

        (Map(sample).Mapped is not null || Addresses(document).Count == 0).Should().BeTrue($"{sample} holds {string.Join(", ", Addresses(document))}");

        static IReadOnlyCollection<string> Addresses(Payload where) => AddressesWithin.Of(where, default, RequestHeaders.None);
    }

    [Test]
    public void S18_every_preset_has_documented_payloads_and_there_are_thirty()
    {
        Samples.Select(sample => sample.Preset).Distinct().Should().BeEquivalentTo(EventSourcePresets.All.Select(preset => preset.Id)).And.HaveCountGreaterThanOrEqualTo(30);
    }

    [Test]
    public void S18_the_table_of_senders_is_up_to_date()
    {
        var file = Path.Combine(Root(), "docs", "senders.md");
        var table = Table();
        if (Environment.GetEnvironmentVariable("SENDRA_WRITE_DOCS") is not null)
        {
            File.WriteAllText(file, table);
        }

        File.ReadAllText(file).ReplaceLineEndings("\n").Should().Be(table, "SENDRA_WRITE_DOCS=1 makes it anew");
    }

    private static (MappedDelivery? Mapped, SkipReason? Reason) Map(Sample sample)
    {
        var mapping = PayloadMapping.Create(EventSourcePresets.Find(sample.Preset)!.Mapping);
        var headers = new RequestHeaders(sample.Headers ?? []).WithoutSecrets();
        if (mapping.DocumentOf(PayloadOf(sample), out var reason) is not { } document || mapping.ItemsOf(document, out reason) is not { } items)
        {
            return (null, reason);
        }

        mapping.TryMap(items.Should().ContainSingle().Which, headers, out var mapped, out reason);
        return (mapped, reason);
    }

    private static Payload PayloadOf(Sample sample) => sample switch
    {
        { Type: { } type } => Payloads.Read(Encoding.UTF8.GetBytes(sample.Payload.GetString()!), type),
        { Form: true } => Payloads.Form(sample.Payload.GetString()!),
        _ => Payloads.Json(sample.Payload.GetRawText()),
    };

    private static string Table()
    {
        var text = new StringBuilder("""
            # Senders

            Each preset, tried on the payloads that its sender documents. What carries no address is skipped as `emailMissing`, with the reason; a
            kind that holds one and isn't processed fails the tests. They make this page (`S18_the_table_of_senders_is_up_to_date`).

            | sender | kinds of event tried | processed | skipped |
            |---|---|---|---|

            """);
        foreach (var preset in EventSourcePresets.All)
        {
            var tried = Samples.Where(sample => sample.Preset == preset.Id).ToArray();
            var processed = tried.Where(sample => Map(sample).Mapped is not null).ToArray();
            var skipped = tried.Except(processed).GroupBy(sample => Map(sample).Reason!.Code, (code, alike) => $"{code}: {Names(alike)}");
            text.Append(CultureInfo.InvariantCulture, $"| [{preset.Name}]({preset.DocsUrl}) | {tried.Length} | {Names(processed)} | {string.Join("; ", skipped)} |\n");
        }

        return text.ToString().ReplaceLineEndings("\n");

        static string Names(IEnumerable<Sample> samples) => string.Join(", ", samples.Select(sample => $"`{sample.Event}`"));
    }

    private static Sample[] Read()
    {
        using var file = typeof(SendersTests).Assembly.GetManifestResourceStream("sender-payloads.json")!;
        return JsonSerializer.Deserialize<Sample[]>(file, JsonSerializerOptions.Web)!;
    }

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Sendra.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    public sealed record Sample(
        string Preset, string Event, JsonElement Payload, string? Becomes, string? Email, string? Code, Dictionary<string, string>? Headers, bool Form, string? Type)
    {
        public override string ToString() => $"{Preset} {Event}";
    }
}
