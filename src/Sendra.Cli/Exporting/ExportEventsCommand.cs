using System.ComponentModel;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Cli.Events;
using Spectre.Console.Cli;

namespace Sendra.Cli.Exporting;

internal sealed class ExportEventsCommand : AsyncCommand<ExportEventsCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        await using var export = await sendra.Events.ExportAsync(settings.ToFilter(), ExportFile.FormatOf(settings.Format, settings.Output), cancellationToken);
        await ExportFile.WriteAsync(export, settings.Output, cancellationToken);
        return (int)ExitCode.Done;
    }

    internal sealed class Settings : EventFilterSettings
    {
        [CommandOption("-f|--format <FORMAT>")]
        [Description("csv or ndjson. Default: by the file's name, otherwise ndjson.")]
        public string? Format { get; init; }

        [CommandOption("-o|--output <FILE>")]
        [Description("Where to. Default: standard output.")]
        public string? Output { get; init; }
    }
}
