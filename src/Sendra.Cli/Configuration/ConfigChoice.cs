namespace Sendra.Cli.Configuration;

/// <summary>Which URL and key are in use, and where they come from.</summary>
internal sealed record ConfigChoice(string Url, string UrlFrom, string? ApiKey, string KeyFrom)
{
    private const string LocalUrl = "http://localhost:5080";

    /// <summary>The command line wins over the environment, and the environment over the file, which isn't read when it has no say.</summary>
    public static ConfigChoice Make(string? url)
    {
        var (envUrl, envKey) = (Read("SENDRA_URL"), Read("SENDRA_API_KEY"));
        var file = (url ?? envUrl) is not null && envKey is not null ? new ConfigFile(null, null) : ConfigFile.Read();
        var (chosenUrl, urlFrom) = url is not null ? (url, "--url") : envUrl is not null ? (envUrl, "SENDRA_URL") : file.Url is { } kept ? (kept, ConfigFile.Location) : (LocalUrl, "default");
        var (key, keyFrom) = envKey is not null ? (envKey, "SENDRA_API_KEY") : file.ApiKey is { } stored ? (stored, ConfigFile.Location) : (null, "nowhere");
        return new ConfigChoice(chosenUrl, urlFrom, key, keyFrom);
    }

    private static string? Read(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
