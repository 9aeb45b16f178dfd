using Sendra.Cli.Common;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Configuration;

internal sealed class ShowConfigCommand : Command<ConnectionSettings>
{
    // Enough to tell keys apart.
    private const int Shown = 15;

    public override int Execute(CommandContext context, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var choice = ConfigChoice.Make(settings.Url);
        var key = choice.ApiKey is { Length: > Shown + 4 } whole ? $"{whole[..Shown]}…" : choice.ApiKey is null ? null : "…";
        if (settings.Json)
        {
            Terminal.WriteJson(new { choice.Url, choice.UrlFrom, ApiKey = key, ApiKeyFrom = choice.KeyFrom, File = ConfigFile.Location });
        }
        else
        {
            Terminal.Write($"URL      {choice.Url.EscapeMarkup()} [dim]({choice.UrlFrom.EscapeMarkup()})[/]");
            Terminal.Write($"API key  {(key ?? "none").EscapeMarkup()} [dim]({choice.KeyFrom.EscapeMarkup()})[/]");
            Terminal.Write($"File     {ConfigFile.Location.EscapeMarkup()}");
        }

        return (int)ExitCode.Done;
    }
}
