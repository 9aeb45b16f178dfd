using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediatR;
using ModelContextProtocol.Server;
using Sendra.Application.EventPatterns.ListPatterns;
using Sendra.Application.EventPatterns.ListUndeclaredNames;
using Sendra.Application.EventPatterns.ReviewCatalog;
using Sendra.Application.Events;
using Sendra.Application.Events.GetEvent;
using Sendra.Application.Events.QueryEventLog;
using Sendra.WebApi.Contracts.EventPatterns;
using Sendra.WebApi.Contracts.Events;

namespace Sendra.WebApi.Mcp;

/// <summary>What assistants ask about events.</summary>
/// <param name="mediator">Carries queries to their handlers.</param>
[McpServerToolType]
internal sealed class EventTools(IMediator mediator)
{
    [McpServerTool(Name = "search_events", Title = "Search the event log", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Searches the log of received events, newest first. Without filters it returns the newest events. Returns items, each with how many automations it enrolled, exited or woke the contact in, and nextCursor for the next page.")]
    public async Task<string> SearchAsync(
        [Description("Only events with one of these names, exactly as sent, case included.")] string[]? eventNames = null,
        [Description("Only events of the contact with this email address.")] string? email = null,
        [Description("Only events received at this time or later: ISO 8601, or a date like 2026-01-31.")] string? from = null,
        [Description("Only events received before this time. A date includes its whole day.")] string? to = null,
        [Description("true for events that enrolled, exited or woke somebody, false for the others.")] bool? hasEffect = null,
        [Description("true for events whose name is declared, false for the others.")] bool? declared = null,
        [Description("How many events to return. Default: 20.")][Range(1, ToolArguments.MaxItems)] int? limit = null,
        [Description("The nextCursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        var filter = new LogFilterText { EventName = eventNames, Email = email, From = from, To = to, HasEffect = hasEffect, Declared = declared };
        var page = await mediator.Send(new QueryEventLogQuery(filter, ToolArguments.Page(limit, cursor)), cancellationToken);
        return ToolAnswer.Of(page.Select(logged => logged.ToResponse()).Select(logged => logged with { Properties = logged.Properties.Short() }));
    }

    [McpServerTool(Name = "explain_event", Title = "Explain an event", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Returns one event with its properties and with what every automation that listened to it decided and why: outcome, code, and a reason in words.")]
    public async Task<string> ExplainAsync(
        [Description("The event's id, from search_events.")] string eventId, CancellationToken cancellationToken = default)
    {
        var details = (await mediator.Send(new GetEventQuery(ToolArguments.Id<EventId>(eventId, "eventId")), cancellationToken)).ToResponse();
        return ToolAnswer.Of(details with { Properties = details.Properties.Whole(), ContactProperties = details.ContactProperties.Whole() });
    }

    [McpServerTool(Name = "list_event_names", Title = "List event names", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Lists declared event names by name, with description, properties, how often they were received in the last 30 days, and what uses them.")]
    public async Task<string> ListNamesAsync(
        [Description("Only names that contain this text.")] string? query = null,
        [Description("How many names to return. Default: 20.")][Range(1, ToolArguments.MaxItems)] int? limit = null,
        [Description("The nextCursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default) =>
        ToolAnswer.Of(await mediator.Send(new ListPatternsQuery(query, ToolArguments.Page(limit, cursor)), cancellationToken));

    [McpServerTool(Name = "list_undeclared_event_names", Title = "List undeclared event names", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Lists event names that were received and are not declared, with how often and when last. A name that differs from a declared one only in case is a likely mistake of the sender.")]
    public async Task<string> ListUndeclaredAsync(
        [Description("How many names to return. Default: 20.")][Range(1, ToolArguments.MaxItems)] int? limit = null,
        [Description("The nextCursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default) =>
        ToolAnswer.Of(await mediator.Send(new ListUndeclaredNamesQuery(ToolArguments.Page(limit, cursor)), cancellationToken));

    [McpServerTool(Name = "catalog_health", Title = "Check the event catalog", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Returns what is probably wrong with the event names: names that differ only in case, names that stopped arriving, properties that change their type.")]
    public async Task<string> HealthAsync(CancellationToken cancellationToken = default) =>
        ToolAnswer.Of(new CatalogHealthResponse([.. (await mediator.Send(new ReviewCatalogQuery(), cancellationToken)).Take(ToolArguments.MaxItems).Select(finding => finding.ToResponse())]));
}
