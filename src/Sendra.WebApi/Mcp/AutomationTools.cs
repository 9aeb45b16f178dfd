using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using ModelContextProtocol.Server;
using Sendra.Application.Automations.GetAutomation;
using Sendra.Application.Automations.ListAutomations;
using Sendra.Application.Automations.SimulateAutomation;
using Sendra.Domain.Automations;
using Sendra.WebApi.Access;
using Sendra.WebApi.Automations;
using Sendra.WebApi.Contracts.Automations;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Mcp;

/// <summary>What assistants do with automations.</summary>
/// <param name="mediator">Carries requests to their handlers.</param>
/// <param name="http">The request, which knows its caller.</param>
[McpServerToolType]
internal sealed class AutomationTools(IMediator mediator, IHttpContextAccessor http)
{
    private const int MaxDays = 62;

    private const string StepsHelp =
        "The steps as a list of objects, the first is where runs begin. Each has id, type, and where it leads: next (left out, the run completes). Types: "
        + "wait {for: ISO 8601 duration}; waitForEvent {eventName, timeout, where?, next, timedOut}; branch {paths: [{name, when, next}], otherwise}; "
        + "split {paths: [{name, weight, next}]}; sendEmail {templateId, kind: marketing|transactional}; updateContact {set: {property: value}}; "
        + "sendEvent {eventName, properties?}; callUrl {method, url, body?, next, failed}.";

    private const string ConditionHelp =
        "A condition: {all: […]}, {any: […]}, {not: …} or {field, op, value}, with fields like contact.plan, event.total (of the arriving event) or "
        + "trigger.total, and operators like equals, contains, greaterThan, exists.";

    [McpServerTool(Name = "list_automations", Title = "List automations", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Lists automations, newest first, with trigger, status, frequency, exit events, numbers of enrollments and warnings about probable mistakes. Without their steps: use get_automation.")]
    public async Task<string> ListAsync(
        [Description("Only automations with this status.")][AllowedValues("draft", "live", "paused", "archived", null)] string? status = null,
        [Description("Only automations whose name contains this text, ignoring case.")] string? query = null,
        [Description("How many automations to return. Default: 20.")][Range(1, ToolArguments.MaxItems)] int? limit = null,
        [Description("The nextCursor of the page before.")] string? cursor = null,
        CancellationToken cancellationToken = default)
    {
        AutomationStatus[] statuses = ToolArguments.Choice<AutomationStatus>(status, "status") is { } one ? [one] : [];
        var page = await mediator.Send(new ListAutomationsQuery(statuses, query, ToolArguments.Page(limit, cursor)), cancellationToken);
        return ToolAnswer.Of(page.Select(automation => automation.ToResponse()));
    }

    [McpServerTool(Name = "get_automation", Title = "Get an automation", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Returns one automation with its steps, and how many runs are at each step, passed it, failed there, and took each path.")]
    public async Task<string> GetAsync(
        [Description("The automation's id.")] string automationId, CancellationToken cancellationToken = default)
    {
        var automation = (await mediator.Send(new GetAutomationQuery(ToolArguments.Id<AutomationId>(automationId, "automationId")), cancellationToken)).ToResponse();
        return ToolAnswer.Of(automation.Steps is { } shown && !http.HttpContext!.User.SeesSecrets() ? automation with { Steps = MaskedSteps.Of(shown) } : automation);
    }

    [McpServerTool(Name = "simulate_automation", Title = "What would have happened", ReadOnly = true, OpenWorld = false)]
    [Description("Computes what an automation would have done if it had been live in a past period, over the events that the log still has. Nothing is written. Send an id, a definition of your own, or both: then what you send replaces what is saved. Returns how many contacts would have been enrolled, exited and not enrolled and why, by day, some of the contacts, and what they would have done at each step.")]
    public async Task<string> SimulateAsync(
        [Description("A saved automation.")] string? automationId = null,
        [Description("The event that enrolls. Needed with triggerWhere.")] string? triggerEvent = null,
        [Description(ConditionHelp)] JsonElement? triggerWhere = null,
        [Description("How often a contact may enter. Default: everyTime.")][AllowedValues("everyTime", "oncePerContact", "notWhileActive", "oncePerPeriod", "oncePerKey", null)] string? frequency = null,
        [Description("With oncePerPeriod: an ISO 8601 duration like P7D.")] string? frequencyPeriod = null,
        [Description("With oncePerKey: a path like event.cartId.")] string? frequencyKey = null,
        [Description("The events that end active enrollments.")] string[]? exitEvents = null,
        [Description(StepsHelp)] JsonElement? steps = null,
        [Description("The start of the period: ISO 8601, or a date. Default: the start of the log.")] string? from = null,
        [Description("Its end. Default: now.")] string? to = null,
        CancellationToken cancellationToken = default)
    {
        if (automationId is not null)
        {
            ToolArguments.Id<AutomationId>(automationId, "automationId");
        }

        var request = Read<SimulateAutomationRequest>(
            ("automationId", automationId), ("trigger", Trigger(triggerEvent, triggerWhere)), ("frequency", frequency), ("frequencyPeriod", frequencyPeriod),
            ("frequencyKey", frequencyKey), ("exitEvents", exitEvents), ("steps", Stated(steps)), ("from", from), ("to", to));
        SimulationResult? result = null;
        await foreach (var step in (await mediator.Send(request.ToQuery(), cancellationToken)).WithCancellation(cancellationToken))
        {
            result = step.Result ?? result;
        }

        return ToolAnswer.Of(result! with { Contacts = [.. result.Contacts.Take(ToolArguments.MaxItems)], Days = [.. result.Days.TakeLast(MaxDays)] });
    }

    [ToolNeeds(Need.Manage)]
    [McpServerTool(Name = "draft_automation", Title = "Draft an automation", ReadOnly = false, Destructive = false, OpenWorld = false)]
    [Description("Creates an automation as a draft and returns it. A draft enrolls nobody: a person looks at it in the app and activates it there. Use dryRun first to check a definition without creating anything.")]
    public async Task<string> DraftAsync(
        [Description("Its name, 1 to 200 characters.")] string name,
        [Description("The event that enrolls contacts, exactly as it is sent. See list_event_names.")] string triggerEvent,
        [Description(ConditionHelp)] JsonElement? triggerWhere = null,
        [Description("How often a contact may enter. Default: everyTime.")][AllowedValues("everyTime", "oncePerContact", "notWhileActive", "oncePerPeriod", "oncePerKey", null)] string? frequency = null,
        [Description("With oncePerPeriod: an ISO 8601 duration like P7D.")] string? frequencyPeriod = null,
        [Description("With oncePerKey: a path like event.cartId.")] string? frequencyKey = null,
        [Description("The events that end active enrollments.")] string[]? exitEvents = null,
        [Description("Conditions of exit events, by the event's name.")] JsonElement? exitConditions = null,
        [Description(StepsHelp)] JsonElement? steps = null,
        [Description("True to check it and create nothing.")] bool dryRun = false,
        CancellationToken cancellationToken = default)
    {
        var request = Read<AutomationRequest>(
            ("name", name), ("trigger", Trigger(triggerEvent, triggerWhere)), ("frequency", frequency), ("frequencyPeriod", frequencyPeriod), ("frequencyKey", frequencyKey),
            ("exitEvents", exitEvents), ("exitConditions", Stated(exitConditions)), ("steps", Stated(steps)), ("dryRun", dryRun));
        return ToolAnswer.Of((await mediator.Send(request.ToCreateCommand(http.HttpContext!.User.ActorId()), cancellationToken)).ToResponse());
    }

    private static Dictionary<string, object>? Trigger(string? eventName, JsonElement? where) =>
        eventName is null && where is null ? null : Fields(("eventName", eventName), ("where", Stated(where)));

    private static JsonElement? Stated(JsonElement? json) => json is { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null } ? null : json;

    // As the API reads it, so that the same is refused in the same words.
    private static T Read<T>(params (string Name, object? Value)[] fields) =>
        (T)JsonBody.Read(JsonSerializer.SerializeToUtf8Bytes(Fields(fields), ApiJson.Options), typeof(T));

    private static Dictionary<string, object> Fields(params (string Name, object? Value)[] fields) =>
        fields.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value!);
}
