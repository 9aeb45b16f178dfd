using System.IO.Compression;
using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Upgrades;

/// <summary>
/// A database as a release left it, and what that release answered about it. <c>build/schema-fixture.sh</c> makes one
/// for each release; they are never changed.
/// </summary>
/// <param name="Version">The release.</param>
public sealed record ReleasedSchema(string Version)
{
    private const string DatabaseSuffix = ".database.gz";
    private const string AnswersSuffix = ".answers.gz";

    /// <summary>Every release there was.</summary>
    public static IEnumerable<ReleasedSchema> All { get; } =
    [
        .. typeof(ReleasedSchema).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(DatabaseSuffix, StringComparison.Ordinal))
            .Select(name => name.Split('/')[0]).Distinct().Order(StringComparer.Ordinal).Select(version => new ReleasedSchema(version)),
    ];

    /// <summary>The database; null where the release was not kept for that kind.</summary>
    public byte[]? ReadDatabase(string provider) => Read(provider + DatabaseSuffix);

    /// <summary>What the release answered, by path.</summary>
    public IReadOnlyDictionary<string, string> ReadAnswers(string provider) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read(provider + AnswersSuffix))!;

    /// <summary>When the last thing in it happened: what is said of the last days, or expires, is then as it was.</summary>
    public DateTimeOffset KeptAt(string provider) =>
        JsonElement.Parse(ReadAnswers(provider)["/api/events?limit=200"]).GetProperty("items").EnumerateArray()
            .Max(item => item.GetProperty("receivedAt").GetDateTimeOffset());

    /// <summary>Keeps a release.</summary>
    public static async Task WriteAsync(string folder, string provider, byte[] database, IReadOnlyDictionary<string, string> answers)
    {
        await WriteAsync(Path.Combine(folder, provider + DatabaseSuffix), database);
        await WriteAsync(Path.Combine(folder, provider + AnswersSuffix), JsonSerializer.SerializeToUtf8Bytes(answers));
    }

    public override string ToString() => Version;

    private static async Task WriteAsync(string path, byte[] content)
    {
        await using var target = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        await target.WriteAsync(content);
    }

    private byte[]? Read(string file)
    {
        using var resource = typeof(ReleasedSchema).Assembly.GetManifestResourceStream($"{Version}/{file}");
        if (resource is null)
        {
            return null;
        }

        using var unzipped = new GZipStream(resource, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unzipped.CopyTo(bytes);
        return bytes.ToArray();
    }
}
