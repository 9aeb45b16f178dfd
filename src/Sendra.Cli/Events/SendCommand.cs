using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client.Common;
using Sendra.Client.Events;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Sendra.Cli.Events;

internal sealed class SendCommand : AsyncCommand<SendCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var sendra = Connection.Open(settings);
        var sent = await sendra.Events.SendAsync(EventOf(settings), settings.IdempotencyKey, cancellationToken);
        if (settings.Json)
        {
            Terminal.WriteJson(sent);
            return (int)ExitCode.Done;
        }

        Terminal.Write(sent switch
        {
            { EventId: null } => $"Not sent, only tried. It would enroll [green]{sent.Enrolled}[/], exit [yellow]{sent.Exited}[/] and wake {sent.Woken}.",
            { Duplicate: true } => $"Sent before as {sent.EventId}. It enrolled [green]{sent.Enrolled}[/], exited [yellow]{sent.Exited}[/] and woke {sent.Woken}.",
            _ => $"Sent as {sent.EventId}. It enrolled [green]{sent.Enrolled}[/], exited [yellow]{sent.Exited}[/] and woke {sent.Woken}.",
        });
        foreach (var decision in sent.Decisions)
        {
            var color = decision.Outcome switch { DecisionOutcome.Enrolled => "green", DecisionOutcome.Exited => "yellow", _ => "dim" };
            Terminal.Write($"  [{color}]{decision.AutomationName.EscapeMarkup()}[/]: {decision.Reason.EscapeMarkup()}");
        }

        foreach (var warning in sent.Warnings)
        {
            Terminal.Say($"  [yellow]{warning.Field.EscapeMarkup()}[/]: {warning.Message.EscapeMarkup()}");
        }

        return (int)ExitCode.Done;
    }

    private static SendEvent EventOf(Settings settings)
    {
        if (settings is { Email: null, ExternalId: null })
        {
            throw new UsageException("Who did it? Add --email or --external-id.");
        }

        var properties = NamedValues.ReadJson(settings.Properties);
        if (settings.Property is { Length: > 0 } && properties is not (null or JsonObject))
        {
            throw new UsageException("--property needs --properties to be an object.");
        }

        return new SendEvent
        {
            Email = settings.Email,
            ExternalId = settings.ExternalId,
            EventName = settings.EventName,
            EventProperties = settings.Property is { Length: > 0 } ? NamedValues.Read(settings.Property, (JsonObject?)properties) : properties,
            ContactProperties = NamedValues.Read(settings.Contact),
            OccurredAt = settings.OccurredAt is null ? null
                : DateTimeOffset.TryParse(settings.OccurredAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
                : throw new UsageException($"“{settings.OccurredAt}” is no time. It looks like 2026-01-31T12:00:00Z."),
            History = settings.History,
            DryRun = settings.DryRun,
        };
    }

    internal sealed class Settings : ConnectionSettings
    {
        [CommandArgument(0, "<EVENT>")]
        [Description("What was done: the event's name.")]
        public required string EventName { get; init; }

        [CommandOption("--email <EMAIL>")]
        [Description("Who did it.")]
        public string? Email { get; init; }

        [CommandOption("--external-id <ID>")]
        [Description("Who did it, by your own system's id.")]
        public string? ExternalId { get; init; }

        [CommandOption("-p|--property <NAME=TEXT>")]
        [Description("An event property: plan=pro, or seats:=3 for JSON. Repeat it for several.")]
        public string[]? Property { get; init; }

        [CommandOption("--properties <JSON>")]
        [Description("All event properties as JSON; @file reads a file, @- standard input.")]
        public string? Properties { get; init; }

        [CommandOption("-c|--contact <NAME=TEXT>")]
        [Description("A contact property: firstName=Ada, or seats:=3 for JSON. Repeat it for several.")]
        public string[]? Contact { get; init; }

        [CommandOption("--occurred-at <TIME>")]
        [Description("When it happened, ISO 8601.")]
        public string? OccurredAt { get; init; }

        [CommandOption("--history")]
        [Description("Fills in the past: logged and counted, without effect.")]
        public bool History { get; init; }

        [CommandOption("--dry-run")]
        [Description("Shows what it would do, and writes nothing.")]
        public bool DryRun { get; init; }

        [CommandOption("--idempotency-key <KEY>")]
        [Description("The same key within 7 days sends nothing twice.")]
        public string? IdempotencyKey { get; init; }
    }
}
