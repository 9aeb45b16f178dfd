using System.ComponentModel;
using Spectre.Console.Cli;

namespace Sendra.Cli.Importing;

internal sealed class ImportEventsCommand : AsyncCommand<ImportEventsCommand.Settings>
{
    private const int MaxLanes = 32;

    public override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) => ImportRun.ExecuteAsync(
        settings,
        "events",
        Math.Clamp(settings.Parallel, 1, MaxLanes),
        [settings.EventName ?? "", settings.History.ToString()],
        (sendra, lines, journal, progress) =>
        {
            IEventLines events = settings.IsCsv
                ? new CsvEvents(lines, settings.Mapping(), settings.EventName, settings.History)
                : new NdjsonEvents(lines, settings.Mapping(), settings.EventName, settings.History);
            return new EventImport(sendra.Events, events, journal, progress).RunAsync(cancellationToken);
        },
        cancellationToken);

    internal sealed class Settings : ImportSettings
    {
        [CommandOption("--event-name <NAME>")]
        [Description("The name of events that have none in the file.")]
        public string? EventName { get; init; }

        [CommandOption("--history")]
        [Description("Fills in the past: logged and counted, but nobody is enrolled or exited.")]
        public bool History { get; init; }

        [CommandOption("--parallel <CALLS>")]
        [Description("How many calls are on their way at once. Events of one person keep their order.")]
        [DefaultValue(4)]
        public int Parallel { get; init; }
    }
}
