using System.ComponentModel;
using Sendra.Cli.Common;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Configuration;

internal sealed class SetConfigCommand : AsyncCommand<SetConfigCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var file = ConfigFile.Read();
        switch (settings.Name)
        {
            case "url":
                var url = settings.Value ?? throw new UsageException("The URL is missing: sendra config set url https://sendra.example.com");
                _ = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme is "http" or "https") ? parsed : throw new UsageException($"“{url}” is no URL.");
                (file with { Url = url }).Write();
                break;
            case "apiKey":
                // A key on the command line ends up in the shell's history.
                var key = settings.Value is null ? await AskAsync(cancellationToken) : throw new UsageException("Don't write the key into the command. Leave it out, and it is asked for; or pipe it in.");
                (file with { ApiKey = key is { Length: > 0 } ? key : throw new UsageException("The key is empty.") }).Write();
                break;
            default:
                throw new UsageException("There is url and apiKey to be set.");
        }

        Terminal.Say($"Saved in {ConfigFile.Location.EscapeMarkup()}.");
        return (int)ExitCode.Done;
    }

    private static async Task<string> AskAsync(CancellationToken cancellationToken) => (Console.IsInputRedirected
        ? await Console.In.ReadLineAsync(cancellationToken) ?? ""
        : await new TextPrompt<string>("API key:").Secret().ShowAsync(Terminal.Messages, cancellationToken)).Trim();

    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<NAME>")]
        [Description("url or apiKey.")]
        public required string Name { get; init; }

        [CommandArgument(1, "[VALUE]")]
        [Description("The URL. The key is asked for, or read from standard input.")]
        public string? Value { get; init; }
    }
}
