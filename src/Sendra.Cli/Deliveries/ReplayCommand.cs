using System.ComponentModel;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client;
using Sendra.Client.EventSources;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Deliveries;

internal sealed class ReplayCommand : AsyncCommand<ReplayCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        return (int)(settings switch
        {
            { Delivery: { } delivery, Source: null } => await ReplayOneAsync(sendra, delivery, settings.Json, cancellationToken),
            { Delivery: null, Source: { } source } => await ReplaySourceAsync(sendra, source, settings.Json, cancellationToken),
            _ => throw new UsageException("Name one delivery by its id, or a source with --source."),
        });
    }

    private static async Task<ExitCode> ReplayOneAsync(SendraClient sendra, string delivery, bool asJson, CancellationToken cancellationToken)
    {
        var outcome = await sendra.EventSources.ReplayAsync(delivery, cancellationToken);
        if (asJson)
        {
            Terminal.WriteJson(outcome);
        }
        else
        {
            var status = outcome.Status.ToString().ToLowerInvariant();
            Terminal.Write(outcome.EventId is { } id ? $"[green]{status}[/]: event {id}" : $"[yellow]{status}[/]: {(outcome.Reason ?? "").EscapeMarkup()}");
        }

        return outcome.Status == DeliveryStatus.Skipped ? ExitCode.DoneInPart : ExitCode.Done;
    }

    private static async Task<ExitCode> ReplaySourceAsync(SendraClient sendra, string name, bool asJson, CancellationToken cancellationToken)
    {
        var sources = await sendra.EventSources.ListAllAsync(cancellationToken).Where(source => source.Id == name || source.Name == name).ToListAsync(cancellationToken);
        var source = sources switch
        {
            [var one] => one,
            [] => throw new FailedException($"There is no event source “{name}”."),
            _ => throw new FailedException($"{sources.Count} event sources are named “{name}”: {string.Join(", ", sources.Select(found => found.Id))}. Use an id."),
        };
        var replayed = await sendra.EventSources.ReplaySkippedAsync(source.Id, cancellationToken);
        if (asJson)
        {
            Terminal.WriteJson(replayed);
        }
        else
        {
            Terminal.Write($"[green]{replayed.Processed}[/] processed, [yellow]{replayed.Skipped}[/] still skipped, {replayed.Duplicate} duplicate.");
        }

        return replayed.Skipped > 0 ? ExitCode.DoneInPart : ExitCode.Done;
    }

    internal sealed class Settings : ConnectionSettings
    {
        [CommandArgument(0, "[DELIVERY]")]
        [Description("One delivery, by its id.")]
        public string? Delivery { get; init; }

        [CommandOption("--source <SOURCE>")]
        [Description("All skipped deliveries of this event source, by its name or id.")]
        public string? Source { get; init; }
    }
}
