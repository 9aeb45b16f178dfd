using Sendra.Cli.Common;
using Sendra.Client;
using Sendra.Client.Common;

namespace Sendra.Cli.Configuration;

/// <summary>Opens the connection that a command asks for.</summary>
internal static class Connection
{
    /// <exception cref="FailedException">URL or key are missing.</exception>
    public static SendraClient Open(ConnectionSettings settings)
    {
        var choice = ConfigChoice.Make(settings.Url);
        if (choice.ApiKey is not { } key)
        {
            throw new FailedException("There is no API key. Set SENDRA_API_KEY, or run “sendra config set apiKey”.", ExitCode.NotAllowed);
        }

        return Uri.TryCreate(choice.Url, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https")
            ? Open(new SendraOptions { BaseUrl = url, ApiKey = key.Trim() })
            : throw new UsageException($"“{choice.Url}” is no URL. It looks like https://sendra.example.com.");
    }

    private static SendraClient Open(SendraOptions options)
    {
        try
        {
            return SendraClient.Create(options);
        }
        catch (ArgumentException)
        {
            throw new FailedException("The API key holds characters that no key has.", ExitCode.NotAllowed);
        }
    }
}
