using System.Text.Json;
using Sendra.Cli.Common;

namespace Sendra.Cli.Configuration;

/// <summary>The file that keeps URL and key. On Unix only its owner may read it; otherwise it isn't used.</summary>
/// <param name="Url">Where Sendra is.</param>
/// <param name="ApiKey">The key.</param>
internal sealed record ConfigFile(string? Url, string? ApiKey)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Where it is: <c>SENDRA_CONFIG</c>, or in the user's folder for settings.</summary>
    public static string Location => Environment.GetEnvironmentVariable("SENDRA_CONFIG") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "sendra", "config.json");

    /// <summary>What it holds; nothing when it isn't there.</summary>
    /// <exception cref="FailedException">Others can read it, or it is broken.</exception>
    public static ConfigFile Read()
    {
        try
        {
            using var file = File.OpenRead(Location);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
            {
                throw new FailedException($"Others can read {Location}, which may hold a key. Run: chmod 600 '{Location}'", ExitCode.NotAllowed);
            }

            return JsonSerializer.Deserialize<ConfigFile>(file, Format) ?? new ConfigFile(null, null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ConfigFile(null, null);
        }
        catch (JsonException)
        {
            throw new FailedException($"{Location} isn't the JSON that it should be. Mend or delete it.");
        }
    }

    /// <summary>Replaces it at once, so that no half of it is ever there.</summary>
    public void Write()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(Location))!;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            options.UnixCreateMode = OwnerOnly;
        }

        var next = $"{Location}.{Environment.ProcessId}.tmp";
        using (var file = new FileStream(next, options))
        {
            JsonSerializer.Serialize(file, this, Format);
        }

        File.Move(next, Location, overwrite: true);
    }
}
