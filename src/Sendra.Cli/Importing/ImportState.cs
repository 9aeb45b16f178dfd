using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sendra.Cli.Importing;

/// <summary>How far an import is. Small, replaced at once after each part that Sendra took, and without anything of the file's content.</summary>
internal sealed record ImportState
{
    /// <summary>What it is an import of: file, target and options. Another one has another state.</summary>
    public required string Identity { get; init; }

    /// <summary>The file's name, for people.</summary>
    public required string File { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Makes the keys of this import differ from those of an earlier one of the same file.</summary>
    public string Salt { get; init; } = "";

    /// <summary>For each lane, the last line that is done; lines up to it that belong to the lane are passed over.</summary>
    public required long[] Lanes { get; init; }

    public long Accepted { get; init; }

    public long Rejected { get; init; }

    /// <summary>How much of the file of refused lines counts.</summary>
    public long RejectsLength { get; init; }

    /// <summary>When all of it was done.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The folder of states: <c>SENDRA_STATE</c>, or in the user's folder for local data.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("SENDRA_STATE") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "sendra", "imports");

    /// <summary>What tells an import from others.</summary>
    public static string IdentityOf(params string[] parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32];

    public static ImportState? Find(string identity)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportState>(System.IO.File.ReadAllBytes(PathOf(identity)), JsonSerializerOptions.Web);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    public void Save()
    {
        Directory.CreateDirectory(Folder);
        var path = PathOf(Identity);
        System.IO.File.WriteAllBytes($"{path}.tmp", JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web));
        System.IO.File.Move($"{path}.tmp", path, overwrite: true);
    }

    private static string PathOf(string identity) => Path.Combine(Folder, $"{identity}.json");
}
