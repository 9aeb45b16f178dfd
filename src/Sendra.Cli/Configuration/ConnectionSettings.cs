using System.ComponentModel;
using Spectre.Console.Cli;

namespace Sendra.Cli.Configuration;

/// <summary>Options of every command that calls Sendra.</summary>
internal class ConnectionSettings : CommandSettings
{
    [CommandOption("--url <URL>")]
    [Description("Where Sendra is. Default: SENDRA_URL, or the config file.")]
    public string? Url { get; init; }

    [CommandOption("--json")]
    [Description("Writes results as JSON, for scripts.")]
    public bool Json { get; init; }
}
