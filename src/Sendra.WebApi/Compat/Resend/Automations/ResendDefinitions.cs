using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Sendra.Application.Automations;
using Sendra.Application.Automations.CreateAutomation;
using Sendra.Application.Automations.EditAutomation;
using Sendra.Application.Automations.GetAutomation;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Makes and changes automations as Resend's clients write them, by the same commands as the API.</summary>
internal sealed partial class ResendDefinitions(IMediator mediator)
{
    // Where the config of a step has what a step of Sendra's has.
    private static readonly (string Ours, string Theirs)[] Fields =
    [
        ("templateId", "config.template.id"), ("subject", "config.subject"), ("from", "config.from"), ("for", "config.duration"), ("timeout", "config.timeout"),
        ("where", "config.filter_rule"), ("paths", "config"), ("set", "config"), ("next", "connections"), ("timedOut", "connections"), ("otherwise", "connections"),
    ];

    /// <summary>An automation that was not removed.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<AutomationResult> FindAsync(AutomationId id, CancellationToken cancellationToken) =>
        await mediator.Send(new GetAutomationQuery(id), cancellationToken) is { Status: not AutomationStatus.Archived } automation
            ? automation
            : throw new NotFoundException("automation");

    /// <summary>Creates an automation.</summary>
    /// <returns>It, and the names of what Sendra has no use for.</returns>
    public async Task<(AutomationResult Automation, IReadOnlyList<string> NotUsed)> CreateAsync(ResendAutomationRequest request, Guid by, CancellationToken cancellationToken)
    {
        var steps = ResendSteps.From(FormOf(request.Steps ?? throw JsonBody.Wrong("steps", "is required"), request.Connections ?? []));
        var text = new DefinitionText(request.Name, new TriggerText(steps.EventName), Steps: steps.Json, WrittenAs: KeptOf(steps.Form));
        var command = new CreateAutomationCommand(text, by, DryRun: false, Activate: request.IsEnabled is true);
        return (await SendAsync(command, steps, cancellationToken), steps.NotUsed);
    }

    /// <summary>Changes what an automation does.</summary>
    /// <returns>The names of what Sendra has no use for.</returns>
    public async Task<IReadOnlyList<string>> EditAsync(AutomationResult current, ResendAutomationRequest request, Guid by, CancellationToken cancellationToken)
    {
        if (request is { Name: null, Steps: null, Connections: null })
        {
            return [];
        }

        var steps = request is { Steps: null, Connections: null } ? null : ResendSteps.From(Changed(ResendFormOf.From(current), request));
        var text = new DefinitionText(
            request.Name ?? current.Name,
            new TriggerText(steps?.EventName ?? current.TriggerEvent, current.TriggerWhere),
            current.Frequency,
            current.ExitEvents,
            steps?.Json,
            current.FrequencyPeriod,
            current.FrequencyKey,
            current.ExitConditions,
            steps is null ? null : KeptOf(steps.Form));
        await SendAsync(new EditAutomationCommand(current.Id, text, by, InFlight: null, current.Version, DryRun: false), steps, cancellationToken);
        return steps?.NotUsed ?? [];
    }

    private static ResendForm Changed(ResendForm current, ResendAutomationRequest request)
    {
        var sent = FormOf(request.Steps ?? [], request.Connections ?? []);
        return new ResendForm(request.Steps is null ? current.Steps : sent.Steps, request.Connections is null ? current.Connections : sent.Connections);
    }

    private static RawJson KeptOf(ResendForm form) => form.ToJson() is { Text.Length: <= Workflow.MaxBytes } json
        ? json
        : throw JsonBody.Wrong("steps", $"must have at most {Workflow.MaxBytes} characters of JSON");

    private static ResendForm FormOf(IReadOnlyList<ResendStep?> steps, IReadOnlyList<ResendConnection?> connections)
    {
        if (steps.Count > Workflow.MaxSteps + 1)
        {
            throw JsonBody.Wrong("steps", $"must hold at most {Workflow.MaxSteps} steps beside the trigger");
        }

        return new ResendForm([.. steps.Select(StepOf)], [.. connections.Select(ConnectionOf)]);
    }

    private static ResendFormStep StepOf(ResendStep? step, int i) => step switch
    {
        null => throw JsonBody.Wrong($"steps[{i}]", "must be an object"),
        { Key: null or "" } => throw JsonBody.Wrong($"steps[{i}].key", "is required"),
        { Key: { } key } when key.Length > ResendKeys.MaxLength || Text.HasControlCharacter(key) || Text.HasLoneSurrogate(key) || string.IsNullOrWhiteSpace(key) =>
            throw JsonBody.Wrong($"steps[{i}].key", $"must be text of at most {ResendKeys.MaxLength} characters"),
        { Type: null } => throw Wrong("steps", $"Step {step.Key}: type is required: {ResendStepTypes.Known}."),
        { Config: null } => throw Wrong("steps", $"Step {step.Key}: config is required."),
        _ => new ResendFormStep(step.Key, step.Type, step.Config.Value),
    };

    private static ResendFormConnection ConnectionOf(ResendConnection? connection, int i) => connection switch
    {
        null => throw JsonBody.Wrong($"connections[{i}]", "must be an object"),
        { From: null } => throw JsonBody.Wrong($"connections[{i}].from", "is required"),
        { To: null } => throw JsonBody.Wrong($"connections[{i}].to", "is required"),
        _ => new ResendFormConnection(connection.From, connection.To, connection.Type ?? ResendConnections.Default),
    };

    private async Task<AutomationResult> SendAsync(IRequest<AutomationResult> command, ResendSteps? steps, CancellationToken cancellationToken)
    {
        try
        {
            return await mediator.Send(command, cancellationToken);
        }
        catch (ValidationException invalid) when (steps is not null)
        {
            throw new ValidationException(invalid.Errors.Select(failure => InTheirWords(failure, steps)));
        }
    }

    // Sendra's fields of a step are not those that the client wrote, and its steps have no trigger among them.
    private static ValidationFailure InTheirWords(ValidationFailure failure, ResendSteps steps)
    {
        var message = OurField().Replace(failure.ErrorMessage, match =>
            match.Value[0] == ' ' ? "" : Array.Find(Fields, field => field.Ours == match.Groups["field"].Value).Theirs ?? "it");
        foreach (var key in steps.Keys.Where(key => ResendKeys.ToId(key) != key))
        {
            message = message.Replace(ResendKeys.ToId(key), key, StringComparison.Ordinal);
        }

        return new ValidationFailure(failure.PropertyName, message);
    }

    private static ValidationException Wrong(string field, string message) => new([new ValidationFailure(field, message)]);

    [GeneratedRegex(@" \(steps\[\d+\]\)|steps\[\d+\](\.(?<field>\w+)[\w.\[\]]*)?", RegexOptions.ExplicitCapture)]
    private static partial Regex OurField();
}
