using System.ComponentModel;
using Sendra.Cli.Common;
using Sendra.Cli.Configuration;
using Sendra.Client.Events;
using Spectre.Console.Cli;

namespace Sendra.Cli.Events;

/// <summary>The filters of the log.</summary>
internal class EventFilterSettings : ConnectionSettings
{
    [CommandOption("-e|--event <NAME>")]
    [Description("Only events with this name. Repeat it for several.")]
    public string[]? EventNames { get; init; }

    [CommandOption("--email <EMAIL>")]
    [Description("Only events of this contact.")]
    public string? Email { get; init; }

    [CommandOption("--email-prefix <TEXT>")]
    [Description("Only events of contacts whose email starts with this text.")]
    public string? EmailPrefix { get; init; }

    [CommandOption("--from <TIME>")]
    [Description("Only events received at this time or later: an ISO 8601 time, or a date.")]
    public string? From { get; init; }

    [CommandOption("--to <TIME>")]
    [Description("Only events received before this time. A date includes its whole day.")]
    public string? To { get; init; }

    [CommandOption("--declared <BOOL>")]
    [Description("true for declared names, false for the others.")]
    public bool? Declared { get; init; }

    [CommandOption("--origin <ORIGIN>")]
    [Description("Only events that came this way: api, webhook or automation.")]
    public string? Origin { get; init; }

    [CommandOption("--source <ID>")]
    [Description("Only events received through this event source.")]
    public string? SourceId { get; init; }

    [CommandOption("--has-effect <BOOL>")]
    [Description("true for events that enrolled, exited or woke somebody, false for the others.")]
    public bool? HasEffect { get; init; }

    public EventFilter ToFilter() => new()
    {
        EventNames = EventNames,
        Email = Email,
        EmailPrefix = EmailPrefix,
        From = From,
        To = To,
        Declared = Declared,
        Origin = Origin is null ? null : Enum.TryParse<EventOriginType>(Origin, ignoreCase: true, out var origin) && origin != EventOriginType.Unknown && Enum.IsDefined(origin)
            ? origin
            : throw new UsageException("--origin is api, webhook or automation."),
        SourceId = SourceId,
        HasEffect = HasEffect,
    };
}
